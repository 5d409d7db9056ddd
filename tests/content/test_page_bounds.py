"""No place on a page holds more than the window can lay out at once; what is usual is never touched."""

from __future__ import annotations

import pytest

from kursapp.content.page_bounds import CODE, FAULTS, bounded
from kursapp.content.session import read_session
from kursapp.domain.course import Block, Faulty, Place, Prose, Rich

OPTIONS = "### Spørsmål: Hva?\n- [x] A\n  > Ja.\n"


def blocks_of(text: str) -> tuple[tuple[Block, ...], list[int]]:
    """Read one page, and return its blocks and the lines at which there is too much."""
    parsed = read_session("a.md", f"# Økt\n\n## Side\n\n{text}".encode())
    return parsed.session.pages[0].blocks, [found.line for found in parsed.problems if found.code == CODE]


USUAL = {
    "tekst": "Ord og atter ord. " * 900 + "\n",
    "avsnitt": "Ord.\n\n" * 300,
    "tabell": "| a | b | c |\n|---|---|---|\n" + "| d | e | f |\n" * 60,
    "alternativer": OPTIONS + "- [ ] B\n" * 20,
    "avkryssing": "- [ ] Ting\n" * 40,
    "arbeidsbok": "### Arbeidsbok: A\n| A | B |\n|---|---|\n" + "| a | |\n" * 30,
    "spørsmål": (OPTIONS + "- [ ] B\n\n") * 200,
}
TOO_MUCH = {
    "tekst": "Ord og atter ord.\n" * 5_000,
    "avsnitt": "Ord.\n\n" * 3_000,
    "tabell": "| a | b | c |\n|---|---|---|\n" + "| d | e | f |\n" * 400,
    "alternativer": OPTIONS + "- [ ] B\n" * 200,
    "avkryssing": "- [ ] Ting\n" * 400,
    "arbeidsbok": "### Arbeidsbok: A\n| A | B |\n|---|---|\n" + "| a | |\n" * 300,
    "case": "### Case: A\n\nTekst.\n\n" + "- [B](#scene-b)\n" * 150 + "\n#### Scene: B\n\nSlutt.\n",
}


@pytest.mark.parametrize("name", USUAL)
def test_far_more_than_any_page_has_is_shown(name: str) -> None:
    """Ten times what the largest page of the courses has, and more."""
    shown, lines = blocks_of(USUAL[name])
    assert lines == []
    assert not any(isinstance(block, Faulty) for block in shown)


@pytest.mark.parametrize("name", TOO_MUCH)
def test_what_would_hold_the_screen_is_a_box_and_a_finding(name: str) -> None:
    """At its line, and what stands beside it is shown."""
    shown, lines = blocks_of(f"### Refleksjon: Før?\n\n{TOO_MUCH[name]}\n### Refleksjon: Etter?\n")
    assert len(lines) == 1
    assert sum(isinstance(block, Faulty) for block in shown) == 1
    assert len(shown) >= 2


def test_running_text_that_stands_together_counts_together() -> None:
    """Ten boxes, each a fifth of what may be: they are one piece on the screen."""
    place = Place("a.md", 1, 1)
    fifth = Prose(place, Rich("<p>x</p>", "x" * 12_500))
    reported: list[int] = []
    shown = bounded([fifth] * 10, reported.append)
    assert len(reported) == 2
    assert sum(isinstance(block, Faulty) for block in shown) == 2


def test_of_very_many_faulty_ones_the_first_are_shown() -> None:
    """Each is a finding; a wall of boxes says no more than the first of them."""
    box = Faulty(Place("a.md", 1, 1), ("no-answer",), "Hva?", "")
    assert len(bounded([box] * 400, print)) == FAULTS
