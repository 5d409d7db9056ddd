"""Reflections, workbooks and checklists: the participant's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.services.changes import Change


def test_a_reflection_is_kept_to_the_letter(world) -> None:
    """Line breaks, spaces and half a sentence are there after a restart."""
    words = "Barnets stemme blir lettest borte\n\n  når vi har dårl"
    world.desk.fill.reflect(world.reflection, words)
    world.restart()
    assert world.desk.page_state(world.reading).reflections == {"r-hverdag": words}


def test_a_reflection_changes_progress_only_when_it_begins_or_is_emptied(world) -> None:
    """Each saved second of writing need not redraw the outline."""
    fill = world.desk.fill
    outcomes = [Change.PROGRESS in fill.reflect(world.reflection, text) for text in ("a", "ab", " ", "", "c")]
    assert outcomes == [True, False, True, False, True]


def test_ticks_are_kept_and_taken_away(world) -> None:
    """A checklist holds the lines ticked, by id."""
    world.desk.fill.tick(world.checklist, "s1", True)
    world.desk.fill.tick(world.checklist, "s2", True)
    world.desk.fill.tick(world.checklist, "s1", False)
    world.restart()
    assert world.desk.page_state(world.reading).ticks == {"sjekk": frozenset({"s2"})}
    with pytest.raises(KeyError):
        world.desk.fill.tick(world.checklist, "s9", True)


def test_a_filled_cell_gives_back_its_row_with_its_sum(world) -> None:
    """Risk is likelihood times consequence, as soon as both are there."""
    fill = world.desk.fill
    fill.fill(world.workbook, "r1", "sannsynlighet", "3")
    filled = fill.fill(world.workbook, "r1", "konsekvens", "4,5")
    assert filled.row.computed == {"risiko": "13,5"}
    assert filled.filled == 2
    assert Change.FIELDS in filled.changes
    world.restart()
    state = world.desk.page_state(world.work).workbooks["wb-risiko"]
    assert state.row("r1").texts == {"sannsynlighet": "3", "konsekvens": "4,5"}
    assert (state.filled, state.fields) == (2, 4)


def test_a_number_the_author_wrote_counts_in_the_sum(world) -> None:
    """A fixed cell is part of its row."""
    assert world.desk.fill.fill(world.workbook, "r2", "sannsynlighet", "2").row.computed == {"risiko": "8"}


@pytest.mark.parametrize(
    ("row", "column"), [("r1", "fare"), ("r1", "risiko"), ("r2", "konsekvens"), ("r2", "risiko"), ("r9", "fare")]
)
def test_only_a_field_can_be_filled_in(world, row: str, column: str) -> None:
    """Fixed words, sums, cells that ask for nothing and rows that are not there take no words."""
    with pytest.raises(KeyError):
        world.desk.fill.fill(world.workbook, row, column, "x")


def test_unreadable_words_are_kept_all_the_same(world) -> None:
    """What should have been a number is never refused: it only gives no sum."""
    filled = world.desk.fill.fill(world.workbook, "r2", "sannsynlighet", "vet ikke")
    assert (filled.row.texts["sannsynlighet"], filled.row.computed["risiko"]) == ("vet ikke", "")


def test_rows_of_ones_own_are_added_and_filled_in(world) -> None:
    """They come after the author's, have every column, count in the sums and are there after a restart."""
    fill = world.desk.fill
    first, second = (fill.add_row(world.workbook).row.id for _ in range(2))
    assert (first, second) == ("egen-1", "egen-2")
    fill.fill(world.workbook, second, "fare", "Alenearbeid")
    fill.fill(world.workbook, second, "sannsynlighet", "2")
    fill.fill(world.workbook, second, "konsekvens", "5")
    world.restart()
    state = world.desk.fill.state(world.workbook)
    assert [(row.id, row.own) for row in state.rows] == [
        ("r1", False),
        ("r2", False),
        ("egen-1", True),
        ("egen-2", True),
    ]
    assert state.row("egen-2").computed == {"risiko": "10"}
    assert (state.filled, state.fields) == (3, 10)


def test_ten_rows_stand_in_the_order_they_were_added(world) -> None:
    """The tenth comes after the ninth, not after the first."""
    for _ in range(10):
        world.desk.fill.add_row(world.workbook)
    rows = world.desk.fill.state(world.workbook).rows
    assert [row.id for row in rows if row.own] == [f"egen-{number}" for number in range(1, 11)]


def test_a_row_taken_away_lies_in_the_bin_with_its_words(world) -> None:
    """It can be taken out again as it was; its number is not given to another row meanwhile."""
    fill = world.desk.fill
    fill.add_row(world.workbook)
    fill.fill(world.workbook, "egen-1", "fare", "Vold")
    assert Change.FIELDS in fill.remove_row(world.workbook, "egen-1")
    world.restart()
    fill = world.desk.fill
    state = fill.state(world.workbook)
    assert [row.id for row in state.rows] == ["r1", "r2"]
    assert [(row.id, row.own, row.texts) for row in state.removed] == [("egen-1", True, {"fare": "Vold"})]
    assert fill.add_row(world.workbook).row.id == "egen-2"
    fill.restore_row(world.workbook, "egen-1")
    assert fill.state(world.workbook).row("egen-1").texts == {"fare": "Vold"}
    assert fill.state(world.workbook).removed == ()


def test_the_emptied_bin_holds_nothing(world) -> None:
    """The words are gone for good; rows outside the bin stay."""
    fill = world.desk.fill
    for row in ("egen-1", "egen-2"):
        fill.add_row(world.workbook)
        fill.fill(world.workbook, row, "fare", row)
    fill.remove_row(world.workbook, "egen-1")
    fill.empty_bin(world.workbook)
    state = fill.state(world.workbook)
    assert state.removed == ()
    assert state.row("egen-2").texts == {"fare": "egen-2"}
    assert not any("egen-1" in field.part for field in world.profile.fields.of_course(world.course.id))


def test_only_ones_own_rows_can_be_taken_away(world) -> None:
    """The author's rows stay, and a workbook that does not grow takes no rows."""
    with pytest.raises(KeyError):
        world.desk.fill.remove_row(world.workbook, "r1")
    with pytest.raises(KeyError):
        world.desk.fill.restore_row(world.workbook, "egen-1")
    with pytest.raises(ValueError, match="wb-fast"):
        world.desk.fill.add_row(replace(world.workbook, id="wb-fast", growing=False))


def test_boxes_and_texts_are_workbooks_too(world) -> None:
    """A box is ticked by its id, a text is kept whole, and both count as filled."""
    fill = world.desk.fill
    fill.check(world.boxes, "b2", True)
    fill.write(world.text, "Notat til\nkommunestyret")
    world.restart()
    books = world.desk.page_state(world.work).workbooks
    assert (books["wb-bokser"].boxes, books["wb-bokser"].filled, books["wb-bokser"].fields) == ({"b2"}, 1, 2)
    assert (books["wb-notat"].text, books["wb-notat"].filled, books["wb-notat"].fields) == (
        "Notat til\nkommunestyret",
        1,
        1,
    )
    world.desk.fill.check(world.boxes, "b2", False)
    assert world.desk.fill.state(world.boxes).boxes == frozenset()
    with pytest.raises(KeyError):
        world.desk.fill.check(world.boxes, "b9", True)


def test_a_workbook_is_finished_when_the_participant_says_so(world) -> None:
    """It counts for the certificate, can be changed further, and the mark can be taken back."""
    fill = world.desk.fill
    assert Change.PROGRESS in fill.finish(world.workbook)
    finished = world.clock.now()
    world.clock.move(hours=1)
    fill.fill(world.workbook, "r1", "konsekvens", "2")
    assert fill.state(world.workbook).finished_at == finished
    assert world.desk.take.progress().requirements[1].is_met
    fill.finish(world.workbook, False)
    assert fill.state(world.workbook).finished_at is None
    assert not world.desk.take.progress().requirements[1].is_met


def test_a_column_taken_out_of_the_course_hides_words_but_loses_none(world) -> None:
    """A version without the column shows the rest; when it comes back, so do the words."""
    world.desk.fill.fill(world.workbook, "r1", "konsekvens", "5")
    narrower = replace(
        world.workbook,
        columns=(*world.workbook.columns[:2],),
        rows=tuple(replace(row, cells=row.cells[:2]) for row in world.workbook.rows),
    )
    assert world.desk.fill.state(narrower).row("r1").texts == {}
    assert world.desk.fill.state(world.workbook).row("r1").texts == {"konsekvens": "5"}
