"""Where a Norwegian text is cut when it is read aloud, and what a voice is given to say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.sentences import LONGEST, said, sentences


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Meld fra. Da kan vi hjelpe.", ["Meld fra.", "Da kan vi hjelpe."]),
        ("Kommunen skal, jf. Barnevernsloven § 15-1, føre kontroll. Det står i nr. 97.",
         ["Kommunen skal, jf. Barnevernsloven § 15-1, føre kontroll.", "Det står i nr. 97."]),
        ("Frist: 1. juni 2026. Meld deg på.", ["Frist: 1. juni 2026.", "Meld deg på."]),
        ("Se § 4-2. Her står fristen.", ["Se § 4-2.", "Her står fristen."]),
        ("Lov av 18. juni 2021 nr. 97 § 1-1 første ledd gjelder.",
         ["Lov av 18. juni 2021 nr. 97 § 1-1 første ledd gjelder."]),
        ("Ha med penn, papir osv. Møt presis.", ["Ha med penn, papir osv.", "Møt presis."]),
        ("Ha med penn, papir osv. til møtet.", ["Ha med penn, papir osv. til møtet."]),
        ("Det gjelder bl.a. Oslo og f.eks. Hamar.", ["Det gjelder bl.a. Oslo og f.eks. Hamar."]),
        ("Hva nå? Spør! «Ja.» Så går vi …  og venter.",
         ["Hva nå?", "Spør!", "«Ja.»", "Så går vi …  og venter."]),
        ("Første linje\nAndre linje uten punktum\n\nTredje", ["Første linje", "Andre linje uten punktum", "Tredje"]),
        ("1. Se.\n2. Tenk.", ["1. Se.", "2. Tenk."]),
        ("Møtet er kl. 14. Alle kommer.", ["Møtet er kl. 14.", "Alle kommer."]),
        ("Hun heter A. Hansen. Hun leder.", ["Hun heter A. Hansen.", "Hun leder."]),
        ("Prisen er 3.500 kr. per stk. og 2.5 pst.", ["Prisen er 3.500 kr. per stk. og 2.5 pst."]),
        ("Budsjettet er fra 2024. Nytt kommer i 2025.", ["Budsjettet er fra 2024.", "Nytt kommer i 2025."]),
        ("", []),
        (" \n ", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_a_reader_takes_a_breath(text: str, cut: list[str]) -> None:
    """Dots of abbreviations, ordinals and initials cut nothing; ends of sentences and lines do."""
    assert [one.text for one in sentences(text)] == cut


@given(st.text(alphabet="abcÆØÅæøå0123 .,!?§\n«»()-\t\u00a0\u2028", max_size=900))
def test_no_word_is_lost_and_none_is_said_twice(text: str) -> None:
    """The sentences stand in their order, overlap nowhere, hold every letter, and none is too long to be marked."""
    found = sentences(text)
    assert all(text[one.start : one.end] == one.text and one.text.strip() == one.text for one in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert "".join("".join(one.text for one in found).split()) == "".join(text.split())
    assert all(0 < len(one.text) <= LONGEST for one in found)


@pytest.mark.parametrize("text", ["a" * 100_000, "a." * 50_000, "A. " * 30_000, "§" * 50_000, "." * 100_000])
def test_an_odd_text_takes_no_longer(text: str) -> None:
    """A text without words is cut all the same, and nothing is said that cannot be stopped and marked."""
    found = sentences(text)
    assert sum(len(one.text) for one in found) >= len("".join(text.split()))
    assert max(len(one.text) for one in found) <= LONGEST


def test_a_long_sentence_is_cut_where_one_can_breathe() -> None:
    """After a comma where there is one, otherwise between two words."""
    first, second = sentences("Hun sa at det var nok nå, " * 15 + "og så " * 8 + "gikk hun.")
    assert first.text.endswith("nok nå,")
    assert second.text.startswith("og så")
    assert all(one.text.startswith("ord") and one.text.endswith("ord") for one in sentences("ord " * 300))


@pytest.mark.parametrize(
    ("written", "heard"),
    [
        ("Se § 4-2 og §§ 5 og 6.", "Se paragraf 4-2 og paragrafene 5 og 6."),
        ("Jf. kap. 3 nr. 2, bl.a. ca. 10 stk.", "jamfør kapittel 3 nummer 2, blant annet cirka 10 stk."),
        ("Penn, papir osv.", "Penn, papir og så videre."),
        ("F.eks. pga. vær, dvs. regn\no.l.", "for eksempel på grunn av vær, det vil si regn og lignende."),
        ("Nr. én er nr. 1.", "Nr. én er nummer 1."),
    ],
)
def test_a_voice_is_given_words(written: str, heard: str) -> None:
    """Signs and abbreviations a voice stumbles over are written out."""
    assert said(written) == heard
