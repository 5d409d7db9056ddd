"""What is a person's words in a line of kurs-Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.services.prose_words import words_in, words_of_term


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("En leder leder.", ["En", "leder", "leder"]),
        ("Se [loven](https://lovdata.no/barnevern) og `kode her`", ["Se", "loven", "og"]),
        ('![Et bilde av to](media/to-barn.png "To barn")', ["Et", "bilde", "av", "to"]),
        ("### Spørsmål (kortsvar): Hvem avgjør?", ["Hvem", "avgjør"]),
        ("## Quiz: Dagen", ["Dagen"]),
        ("## Fellesskap: hva er det", ["Fellesskap", "hva", "er", "det"]),
        ("- [x] Ja, barnet <!-- id: d1-forst | poeng: 2 -->", ["Ja", "barnet"]),
        ("<!-- en merknad som", []),
        ("> [!MERK] Husk", ["Husk"]),
        ("Fristen er [[én / 1]].", ["Fristen", "er", "én"]),
        ("Skriv til meg@kommune.no om A4 og KOSTRA", ["Skriv", "til", "om", "og"]),
        ("Se fotnoten[^1] og under_score", ["Se", "fotnoten", "og"]),
        ("[loven]: https://lovdata.no Loven", ["Loven"]),
        ("*[FN]: De forente nasjoner", ["De", "forente", "nasjoner"]),
        ("[Mandag](#scene-mandag) bindestreks-ord o'hara", ["Mandag", "bindestreks", "ord", "o'hara"]),
        ("<https://nav.no> og <b>fet</b> &nbsp;", ["og", "fet"]),
        ("```python kode", []),
        ("> ~~~ kode", []),
        ("", []),
    ],
)
def test_only_words_of_a_person(line: str, expected: list[str]) -> None:
    """Addresses, code, settings, keywords, abbreviations and single letters are left out."""
    assert [word.text for word in words_in(line)] == expected


@given(st.text(max_size=300))
def test_words_are_where_they_are_said_to_be(line: str) -> None:
    """Any line at all: each word stands at its place."""
    for word in words_in(line):
        assert line[word.start : word.start + len(word.text)] == word.text


@pytest.mark.parametrize("line", ["<" * 20_000, "](" * 10_000, "`" * 19_999 + "A", "[" * 20_000, "a" * 20_001])
def test_a_hostile_line_has_no_words(line: str) -> None:
    """A line as long as a course may have is looked through once; a longer one is not."""
    assert words_in(line) == ()


def test_a_term_is_its_words() -> None:
    """Each word of it by itself."""
    assert words_of_term("Åpen undersøkelse (§ 2-2)") == ("Åpen", "undersøkelse")
