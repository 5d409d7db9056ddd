"""``kurs.md``: modules, goals, sessions in order, bank and requirements, and every slip in its lists."""

from __future__ import annotations

from textwrap import dedent

import pytest

from kursapp.content.cover import read_cover
from kursapp.content.parsed import ParsedCover
from kursapp.content.repair import apply_edits, edits_of
from kursapp.domain.course import Goal, RequirementKind

WHOLE = """\
    ---
    id: god-barnevernledelse
    versjon: 1.0.0
    språk: nb
    rettstilstand: 2026-07-02
    timer: 5,5
    arrangør: KS
    ---
    # God *barnevernledelse*

    Seks dager om **styring**.

    ## Før kurset
    - [Hvor står du i dag?](evaluering/for.md)

    ## Dag 1: Samfunnsoppdraget
    Lede på vegne av barnet.

    **Mål**
    - forklare lovens formål
      og prinsipper <!-- id: d1-m1 -->
    - angi frist <!-- id: d1-m2 -->

    1. [Hvorfor finnes vi?](dag-1/01%20hvorfor.md)
    2. [Quiz](<dag-1/quiz.md>)

    ## Oppfølging
    <!-- id: opp | åpner: 90 dager | påminn: uke 2, 6, 12 -->
    - [Etter tre måneder](evaluering/tre-maneder.md)

    ## Bank
    - [Sluttprøve](bank/sluttprove.md)

    ## Krav
    - [Quiz dag 1](dag-1/quiz.md)
    - [Myndighetskart](dag-1/05.md#wb-kart)
    - Alle refleksjoner besvart
"""


def read(text: str) -> ParsedCover:
    return read_cover("kurs.md", dedent(text).encode())


def codes(cover: ParsedCover) -> list[tuple[str, int]]:
    return [(found.code, found.line) for found in cover.problems if found.code != "no-id"]


def test_a_whole_cover_comes_out_as_written() -> None:
    """Front matter, modules with their kinds and settings, goals, sessions and requirements, and no finding."""
    cover = read(WHOLE)
    assert cover.problems == ()
    assert (cover.id, cover.version, cover.language, cover.law_date) == (
        "god-barnevernledelse",
        "1.0.0",
        "nb",
        "2026-07-02",
    )
    assert (cover.title, cover.hours, cover.organiser) == ("God barnevernledelse", 5.5, "KS")
    assert cover.intro.html == "<p>Seks dager om <strong>styring</strong>.</p>"
    assert [module.title for module in cover.modules] == [
        "Før kurset",
        "Dag 1: Samfunnsoppdraget",
        "Oppfølging",
        "Bank",
    ]
    before, day, after, bank = cover.modules
    assert (before.day, day.day, after.day, bank.day) == (None, 1, None, None)
    assert (day.bank, bank.bank) == (False, True)
    assert day.intro.plain == "Lede på vegne av barnet."
    assert day.goals == (Goal("d1-m1", "forklare lovens formål og prinsipper"), Goal("d1-m2", "angi frist"))
    assert [(link.title, link.file) for link in day.links] == [
        ("Hvorfor finnes vi?", "dag-1/01 hvorfor.md"),
        ("Quiz", "dag-1/quiz.md"),
    ]
    assert (after.id, after.opens_after_days, after.reminder_weeks) == ("opp", 90, (2, 6, 12))
    assert [(line.text, line.target, line.kind) for line in cover.requirements] == [
        ("Quiz dag 1", "dag-1/quiz.md", None),
        ("Myndighetskart", "dag-1/05.md#wb-kart", None),
        ("Alle refleksjoner besvart", "", RequirementKind.REFLECTIONS),
    ]


@pytest.mark.parametrize(("heading", "day"), [("Dag 12: X", 12), ("Day 3", 3), ("Dagen derpå", None), ("Del 1", None)])
def test_a_day_is_known_by_its_number(heading: str, day: int | None) -> None:
    """Only ``Dag N`` (in any of the three languages) is a day."""
    assert read(f"# K\n## {heading}\n- [a](a.md)\n").modules[0].day == day


@pytest.mark.parametrize(
    ("rows", "code", "line"),
    [
        ("- bare ord", "list-item-not-link", 3),
        ("- [a](a.md) og mer", "list-item-not-link", 3),
        ("- [a](a.md)\n  - [b](b.md)", "nested-list-item", 4),
        ("- [a](../a.md)", "not-a-session-link", 3),
        ("- [a](https://ks.no/a.md)", "not-a-session-link", 3),
        ("- [a](a.md#b)", "not-a-session-link", 3),
        ("<!-- åpner: snart -->\n- [a](a.md)", "setting-without-number", 3),
        ("<!-- poeng: 2 -->\n- [a](a.md)", "setting-not-here", 3),
        ("## Krav\n- Alt mulig", "unknown-requirement", 4),
    ],
)
def test_slips_in_the_lists_are_found_on_their_line(rows: str, code: str, line: int) -> None:
    """Each slip is found, and the other sessions stay."""
    cover = read(f"# K\n## Del\n{rows}\n")
    found = [one for one in codes(cover) if one[0] != "no-sessions"]
    assert found == [(code, line)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("## Del\n- [a](a.md)\n", "no-title"),
        ("# K\n\nTekst.\n", "no-sessions"),
        ("---\nspråk: tysk\n---\n# K\n## Del\n- [a](a.md)\n", "unknown-language"),
        ("---\nrettstilstand: i fjor\n---\n# K\n## Del\n- [a](a.md)\n", "not-a-date"),
        ("---\ntimer: mange\n---\n# K\n## Del\n- [a](a.md)\n", "not-hours"),
    ],
)
def test_slips_in_the_frame_are_found(text: str, code: str) -> None:
    """A missing title, no sessions, and values of the front matter that mean nothing."""
    assert [found for found, _ in codes(read(text))] == [code]


def test_missing_ids_are_derived_and_can_be_written() -> None:
    """The course's id comes from its title, a goal's from its module; both findings carry their repair."""
    text = "# Mitt første kurs\n## Dag 1: På jobb\nMål:\n- lære noe\n\n- [a](a.md)\n"
    cover = read(text)
    assert cover.id == "mitt-foerste-kurs"
    assert cover.modules[0].goals[0].id == "dag-1-på-jobb/m1"
    edits = [edit for found in cover.problems for edit in edits_of(found)]
    written = "\n".join(apply_edits(text.splitlines(), edits))
    assert written.startswith("---\nid: mitt-foerste-kurs\n---\n# Mitt")
    assert "- lære noe <!-- id: dag-1-paa-jobb-m1 -->" in written
    again = read(written)
    assert (again.id, again.problems) == ("mitt-foerste-kurs", ())


def test_a_cover_that_cannot_be_read_has_no_title_and_says_why() -> None:
    """Bytes that are no text give the finding alone."""
    cover = read_cover("kurs.md", "# Før".encode("latin-1"))
    assert (cover.title, [found.code for found in cover.problems]) == ("", ["not-utf8"])


def test_the_english_cover_reads_the_same() -> None:
    """Goals, days, bank and requirements have English names too."""
    cover = read(
        "---\nid: c\nlanguage: en\n---\n# Course\n## Day 1: Start\n**Goals**\n- learn <!-- id: g -->\n\n1. [A](a.md)\n"
        "## Bank\n- [B](b.md)\n## Requirements\n- All reflections answered\n"
    )
    assert cover.problems == ()
    assert (cover.language, cover.modules[0].day, cover.modules[0].goals[0].id, cover.modules[1].bank) == (
        "en",
        1,
        "g",
        True,
    )
    assert cover.requirements[0].kind is RequirementKind.REFLECTIONS
