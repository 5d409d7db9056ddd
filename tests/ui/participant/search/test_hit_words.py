"""Every kind of hit has a name, a picture and a way there."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp import paths
from kursapp.domain.search_hit import OWN, Hit, HitKind
from kursapp.ui.navigation import Location, found, glossary, noted, notes, page, plan, workbook
from kursapp.ui.participant.search.hit_words import groups, look, place_of


def hit(kind: HitKind, *, page_id: str = "", target: str = "", spot: str = "") -> Hit:
    return Hit(kind, "kurs", "økt" if page_id else "", page_id, target, "Tittel", (), "", spot=spot)


def here(course_id: str) -> bool:
    return course_id == "kurs"


def gone(_course_id: str) -> bool:
    return False


@pytest.mark.parametrize("kind", list(HitKind))
def test_every_kind_is_told_by_word_and_picture(kind: HitKind) -> None:
    """Names differ, and each picture is one of ours."""
    assert (paths.assets() / "icons" / f"{look(kind).icon}.svg").is_file()
    assert len({look(each).name for each in HitKind}) == len(HitKind)


def test_every_kind_can_be_asked_for() -> None:
    """The first group is everything, and each kind is in exactly one of the others."""
    first, *rest = groups()
    assert first.kinds == frozenset()
    assert sorted(kind for group in rest for kind in group.kinds) == sorted(HitKind)
    assert all(group.kinds <= OWN or not group.kinds & OWN for group in rest)


@pytest.mark.parametrize(
    ("given", "place"),
    [
        (hit(HitKind.PAGE, page_id="p", spot=found("frist")), page("kurs", "økt", "p", spot=found("frist"))),
        (hit(HitKind.ITEM, page_id="p", target="q1"), page("kurs", "økt", "p", "q1")),
        (hit(HitKind.NOTE, page_id="p", target="n1", spot=noted("n1")), page("kurs", "økt", "p", spot=noted("n1"))),
        (hit(HitKind.REFLECTION, page_id="p", target="r1"), page("kurs", "økt", "p", "r1")),
        (hit(HitKind.TERM, target="avvik"), glossary("kurs", "avvik")),
        (hit(HitKind.PLAN, target="s1"), plan("kurs")),
    ],
)
def test_a_hit_opens_at_its_place(given: Hit, place: Location) -> None:
    """A note at its own spot and not at an item, a term in the glossary, a step in the plan."""
    assert place_of(given, here) == place


def test_what_was_written_in_a_course_that_is_gone_opens_where_ones_own_words_stand() -> None:
    """Notes among the notes, products and reflections in the workbook."""
    assert place_of(hit(HitKind.NOTE, page_id="p", target="n1"), gone) == notes("n1")
    for kind in (HitKind.WORKBOOK, HitKind.REFLECTION):
        assert place_of(hit(kind, page_id="p", target="wb"), gone) == workbook("kurs", "wb")
        assert place_of(hit(kind, target="wb"), here) == workbook("kurs", "wb")


def test_a_note_on_a_page_the_course_no_longer_has_opens_among_the_notes() -> None:
    """There is no page to go to, and the note is not lost for that."""
    left = replace(hit(HitKind.NOTE, page_id="p", target="n1", spot=noted("n1")), session_id="")
    assert place_of(left, here) == notes("n1")


@pytest.mark.parametrize(
    ("passage", "words", "context"),
    [
        ("Fristen er én uke.", "Fristen", "Fristen er én uke."),
        (
            "… senest innen en uke etter " + "at den kom " * 6,
            "uke",
            "senest innen en uke etter at den kom at den kom at den kom",
        ),
        (
            "Mange ord før det kommer, og enda flere til slutt: fristen",
            "fristen",
            "det kommer, og enda flere til slutt: fristen",
        ),
    ],
)
def test_the_words_around_tell_which_place_is_meant(passage: str, words: str, context: str) -> None:
    """Whole words on both sides, without the dots of what was left out."""
    start = passage.index(words)
    there = Hit(
        HitKind.PAGE, "kurs", "økt", "p", "", "Tittel", (), passage, ((start, start + len(words)),), spot=found(words)
    )
    assert place_of(there, here).spot == found(words, context)
