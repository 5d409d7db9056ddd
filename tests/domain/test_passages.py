"""A passage is a line of the text itself with its words marked, short enough to be read at a glance."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.passages import LONGEST, LONGEST_SPOT, Marker
from kursapp.domain.search_query import Wanted
from kursapp.domain.vocabulary import Vocabulary
from kursapp.storage.full_text import read
from kursapp.storage.stems import Stems

STEMS = Stems()
ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=600)
TEXT = (
    "Det begynner med en telefon.\nFristen for å gjennomgå en melding er én uke. Fristbrudd skal meldes.\n"
    "Og så en helt annen sak, som ikke er en melding."
)


def marker(typed: str, text: str = TEXT) -> Marker:
    words = Vocabulary(STEMS.text(text)[0].split())
    return Marker(read(typed, STEMS, words), STEMS.of)


def marked(typed: str, text: str = TEXT) -> tuple[str, list[str], str]:
    found = marker(typed, text).passage(text)
    return found.text, [found.text[start:end] for start, end in found.marks], found.spot


def test_the_paragraph_with_most_of_the_words() -> None:
    """Forms and compounds are marked as they stand, whole; the spot is the text's own words from first to last."""
    line, marks, spot = marked("melding frist")
    assert line == "Fristen for å gjennomgå en melding er én uke. Fristbrudd skal meldes."
    assert marks == ["Fristen", "melding", "Fristbrudd"]
    assert spot == "melding er én uke. Fristbrudd"
    assert spot in TEXT


def test_words_in_a_row_are_marked_as_one() -> None:
    """Only where they follow each other."""
    text = "En melding kom. Uke 3: en kort melding."
    assert marked("«kort melding»", text)[1] == ["kort melding"]
    assert marked("e-post", "Han har e-post og post, men ingen e.")[1] == ["e-post"]


def test_two_words_found_in_one_are_one_mark() -> None:
    """A compound that holds both is marked once."""
    assert marked("melde frist", "Meldefristen er en frist for å melde.")[1] == ["Meldefristen", "frist", "melde"]


def test_other_letters_than_those_typed() -> None:
    """å typed as aa, accents, capitals, forms beyond rules, parts of numbers."""
    assert marked("aarsplan", "Vår årsplan.")[1] == ["årsplan"]
    assert marked("årsplan", "Vaar AARSPLAN.")[1] == ["AARSPLAN"]
    assert marked("ide", "En god idé.")[1] == ["idé"]
    assert marked("båt", "En ba\u030at.")[1] == ["ba\u030at"]
    assert marked("mor", "To mødre og en mor.")[1] == ["mødre", "mor"]
    assert marked("2023", "Den 01.10.2023 og § 4-2.")[1] == ["01.10.2023"]
    assert marked("§ 4-2", "Den 01.10.2023 og § 4-2.")[1] == ["4-2"]


def test_a_long_paragraph_is_cut_between_words() -> None:
    """From a little before the first word found, with an ellipsis where something is left out."""
    text = " ".join(["Ord foran det hele."] * 20 + ["Her er fristen."] + ["Ord etter det hele."] * 20)
    line, marks, spot = marked("frist", text)
    assert marks == ["fristen"] == [spot]
    assert line.startswith("… ")
    assert line.endswith(" …")
    assert len(line) <= LONGEST + 4
    assert {word.strip(".") for word in line.strip("… ").split()} <= {
        "Ord",
        "foran",
        "det",
        "hele",
        "Her",
        "er",
        "fristen",
        "etter",
    }


def test_words_far_apart_have_the_first_as_their_spot() -> None:
    """What is marked on the page is never longer than a sentence or two."""
    text = "Melding. " + "Noe annet. " * 40 + "Frist."
    assert marked("melding frist", text)[2] == "Melding"
    assert len(marked("melding frist", text)[2]) <= LONGEST_SPOT


def test_without_the_words_the_text_begins() -> None:
    """What was found by its title is shown by its first words, with nothing marked."""
    assert marked("kommunestyret") == ("Det begynner med en telefon.", [], "")
    assert marked("ord", "") == ("", [], "")


@given(text=ANY, typed=st.sampled_from(["frist", "«a b»", "4-2", "e-post", "å", "i"]), cut=st.integers(0, 600))
def test_marks_fit_any_text(text: str, typed: str, cut: int) -> None:
    """They are in order, inside the line, and never overlap; the line has no breaks and the spot stands in the text."""
    text = f"{text[:cut]} frist 4-2 {text[cut:]}"
    found = marker(typed, text).passage(text)
    last = 0
    for start, end in found.marks:
        assert last <= start < end <= len(found.text)
        last = end
    assert not any(letter in found.text for letter in "\n\r\t")
    assert len(found.text) <= LONGEST + 4
    assert found.spot in text


def test_nothing_wanted_marks_nothing() -> None:
    """A search without words has no marks."""
    assert Marker((), STEMS.of).occurrences(TEXT) == ()
    assert Marker((Wanted(("finnesikk",)),), STEMS.of).occurrences(TEXT) == ()
