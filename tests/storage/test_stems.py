"""The forms of a Norwegian word have one stem."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.search_words import fold
from kursapp.storage import stems as module
from kursapp.storage.stems import Stems

STEMS = Stems()


@pytest.mark.parametrize(
    "forms",
    [
        "leder lederen ledere lederne lederens ledernes",
        "frist fristen frister fristene fristenes",
        "melding meldingen meldinger meldingenes",
        "barn barnet barna barns barnets",
        "barnevernsleder barnevernslederen barnevernslederne",
        "møte møter møtet Møtene moete",
        "mor mødre mødrene",
        "bok boka bøker bøkene",
        "kommune kommunen kommuner kommunens",
        "vedtak vedtaket vedtakene",
        "undersøkelse undersøkelsen undersøkelsene",
        "samtale samtalen samtaler samtalene",
        "ansvar ansvaret",
        "foreldre foreldrene foreldrenes",
        "trussel trusler trusselen",
        "regel regler reglene",
        "årsplan årsplanen aarsplaner",
    ],
)
def test_forms_of_a_word(forms: str) -> None:
    """Definite and indefinite, one and several, whose, and from another keyboard."""
    assert len({STEMS.of(fold(form)) for form in forms.split()}) == 1


def test_other_words_are_others() -> None:
    """Words that merely look alike keep apart, and numbers have no forms."""
    different = ["mål", "mal", "melding", "melk", "frist", "fred", "tilsyn", "tilstand", "kommune", "komité"]
    assert len({STEMS.of(fold(word)) for word in different}) == len(different)
    assert STEMS.of("14-2") == "14-2"


def test_a_text_has_stems_and_more() -> None:
    """Parts of numbers, and words with hyphens written as one, stand beside."""
    assert STEMS.text("E-posten om § 4-2") == ("e post om 4-2", "epost 4 2")
    assert STEMS.text("") == ("", "")


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=200))
def test_a_stem_is_its_own_stem_and_one_token(text: str) -> None:
    """What is searched is found by what is indexed, and neither can hold what the engine would split or obey."""
    said, more = STEMS.text(text)
    for stem in (*said.split(" "), *more.split(" ")):
        assert not stem or STEMS.of(stem) == stem or stem[0].isdigit() or not stem.isascii() or len(stem) >= 3
        assert not set(stem) & set("\"'*()^{}\x00\n\t")


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A library of texts does not fill the memory with their words."""
    monkeypatch.setattr(module, "MOST_REMEMBERED", 3)
    few = Stems()
    assert [few.of(word) for word in ("fristen", "melder", "leder", "fristen", "vedtaket")] == [
        "frist",
        "meld",
        "led",
        "frist",
        "vedtak",
    ]
    assert len(few._known) <= 3


ONLY_NORWEGIAN = """
import sys
from kursapp.storage.stems import Stems
assert Stems().of("fristene") == Stems().of("frister") == "frist"
print(*sorted(name for name in sys.modules if name.startswith("snowballstemmer")))
import snowballstemmer
print(snowballstemmer.stemmer("danish").stemWord("fristerne"))
"""


def test_the_rules_of_no_other_language_are_loaded() -> None:
    """Three dozen languages would be several MiB in every window; and who asks for the whole package still gets it."""
    done = subprocess.run([sys.executable, "-c", ONLY_NORWEGIAN], capture_output=True, text=True, check=True)
    loaded, danish = done.stdout.splitlines()
    assert loaded.split() == [f"snowballstemmer.{name}" for name in ("among", "basestemmer", "norwegian_stemmer")]
    assert danish == "frist"
