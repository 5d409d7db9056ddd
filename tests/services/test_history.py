"""Earlier versions: kept by themselves while one writes, looked at, taken back, and that undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.product import KeptBecause, ProductVersion
from kursapp.domain.record import Field
from kursapp.services.changes import Change
from kursapp.services.history import MOST, too_close

LONG = "Innen 1. mars står barnets egen mening i åtte av ti nye vedtak."


def versions(world, item) -> list[dict[str, str]]:
    return [dict(version.parts) for version in world.desk.fill.history.of_item(item.id)]


def said(world, item) -> dict[str, str]:
    return dict(world.desk.fill.history.now(item.id))


def write(world, *texts: str, minutes: float = 0) -> None:
    for text in texts:
        world.desk.fill.write(world.text, text)
        world.clock.move(minutes=minutes)


def test_writing_in_one_go_makes_no_versions(world) -> None:
    """Nobody needs every second of ten minutes."""
    write(world, "a", "ab", "abc", minutes=2)
    assert versions(world, world.text) == []


def test_writing_on_after_ten_minutes_keeps_what_stood(world) -> None:
    """An hour of writing can be gone back in."""
    write(world, *(letter * 3 for letter in "abcdefgh"), minutes=4)
    assert versions(world, world.text) == [{"": "fff"}, {"": "ccc"}]


def test_writing_on_another_day_keeps_what_stood_when_it_was_written(world) -> None:
    """Monday's text is there on Friday, dated Monday, also where she left without a word."""
    write(world, "mandag")
    monday = world.clock.now()
    world.desk.fill.left([world.text])
    world.clock.move(days=4)
    write(world, "fredag", "fredag og mer")
    (version,) = world.desk.fill.history.of_item(world.text.id)
    assert (version.parts, version.kept_at, version.reason) == ({"": "mandag"}, monday, KeptBecause.LEFT)


def test_going_to_and_fro_makes_one_version(world) -> None:
    """Each look at the mail is not a version of the plan."""
    for text in ("a", "b", "c", "d"):
        write(world, text)
        world.desk.fill.left([world.text])
        world.clock.move(minutes=1)
    write(world, "slutt")
    assert versions(world, world.text) == [{"": "d"}]


def test_what_goes_at_once_is_kept_first(world) -> None:
    """Select all and Delete, a minute after it was written."""
    write(world, "kort", LONG)
    world.clock.move(minutes=1)
    write(world, "")
    assert versions(world, world.text) == [{"": LONG}]


def test_marking_as_finished_keeps_it(world) -> None:
    """What was laid before the one who approves can be found again. Marking it twice keeps it once."""
    fill = world.desk.fill
    fill.fill(world.workbook, "r1", "sannsynlighet", "3")
    fill.finish(world.workbook)
    fill.finish(world.workbook, False)
    fill.finish(world.workbook)
    fill.fill(world.workbook, "r1", "sannsynlighet", "4")
    (version,) = fill.history.of_item(world.workbook.id)
    assert (version.parts, version.reason) == ({"r1/sannsynlighet": "3"}, KeptBecause.FINISHED)


def test_a_version_is_taken_back_and_that_undone(world) -> None:
    """Every field becomes what it was, rows and ticks too; then what stood before comes back."""
    fill = world.desk.fill
    added = fill.add_row(world.workbook)
    fill.fill(world.workbook, added.row.id, "fare", "Brann")
    fill.finish(world.workbook)
    earlier = said(world, world.workbook)
    world.clock.move(days=1)
    fill.fill(world.workbook, "r1", "sannsynlighet", "5")
    fill.remove_row(world.workbook, added.row.id)
    changed = said(world, world.workbook)
    restored = fill.history.restore(world.workbook, fill.history.of_item(world.workbook.id)[0].id)
    assert said(world, world.workbook) == earlier
    assert [row.texts for row in fill.state(world.workbook).rows if row.own] == [{"fare": "Brann"}]
    assert Change.FIELDS in restored.changes
    assert restored.before.reason is KeptBecause.REPLACED
    fill.history.restore(world.workbook, restored.before.id)
    assert said(world, world.workbook) == changed


def test_a_version_of_something_else_is_not_taken_back(world) -> None:
    """A version belongs to its item."""
    write(world, "a")
    world.desk.fill.left([world.text])
    (version,) = world.profile.versions.of_course(world.course.id)[-1:]
    with pytest.raises(KeyError):
        world.desk.fill.history.restore(world.boxes, version.id)
    with pytest.raises(KeyError):
        world.desk.fill.history.restore(world.text, 999)


@pytest.mark.parametrize("left", [True, False])
def test_a_clock_set_back_two_years_keeps_on_keeping(world, left: bool) -> None:
    """The order is the one things were kept in, and nothing waits for 2028, also where she has not been away."""
    write(world, "før")
    if left:
        world.desk.fill.left([world.text])
    world.clock.move(days=-730)
    write(world, "etter", minutes=11)
    write(world, "senere")
    assert versions(world, world.text) == [{"": "etter"}, {"": "før"}]


def test_what_was_written_before_there_were_versions_is_kept_at_the_first_change(world) -> None:
    """A profile from an earlier version of the program loses nothing."""
    at = world.clock.now() - timedelta(days=30)
    world.profile.fields.save(Field(world.course.id, world.text.id, "", "fra i fjor", at), world.text)
    write(world, "nytt")
    (version,) = world.desk.fill.history.of_item(world.text.id)
    assert (version.parts, version.kept_at) == ({"": "fra i fjor"}, at)


def test_a_reflection_and_boxes_have_versions_too(world) -> None:
    """Everything one writes for oneself."""
    world.desk.fill.reflect(world.reflection, LONG)
    world.desk.fill.reflect(world.reflection, "")
    world.desk.fill.check(world.boxes, "b1", True)
    world.desk.fill.left([world.boxes])
    world.desk.fill.check(world.boxes, "b1", False)
    assert versions(world, world.reflection) == [{"": LONG}]
    assert versions(world, world.boxes) == [{"b1": "x"}]


def test_saving_the_same_again_is_no_change(world) -> None:
    """A field that is left untouched saves nothing new."""
    write(world, LONG)
    world.desk.fill.left([world.text])
    world.clock.move(days=1)
    write(world, LONG)
    world.desk.fill.left([world.text])
    assert len(world.profile.versions.of_course(world.course.id)) == 2  # the empty beginning, and what was left


def test_versions_can_be_deleted_for_good(world) -> None:
    """What one regrets having written is in the file no more; what stands now stays."""
    write(world, LONG, "")
    write(world, "nå")
    world.desk.fill.history.forget(world.text.id)
    assert world.profile.versions.of_course(world.course.id) == ()
    assert said(world, world.text) == {"": "nå"}


def test_emptying_the_bin_takes_the_row_out_of_versions(world) -> None:
    """Deleted for good is deleted everywhere."""
    fill = world.desk.fill
    row = fill.add_row(world.workbook).row.id
    fill.fill(world.workbook, row, "fare", "Navn som ikke skulle stått her")
    fill.fill(world.workbook, "r1", "sannsynlighet", "1")
    fill.finish(world.workbook)
    fill.remove_row(world.workbook, row)
    fill.empty_bin(world.workbook)
    kept = world.profile.versions.of_course(world.course.id)
    assert not [part for version in kept for part in version.parts if part.startswith(row)]
    assert any(version.parts.get("r1/sannsynlighet") == "1" for version in kept)


def test_years_of_writing_keep_a_bounded_number(world) -> None:
    """The first day and the latest are there, and days between."""
    for day in range(MOST * 2):
        write(world, f"dag {day}")
        world.desk.fill.left([world.text])
        world.clock.move(days=1)
    kept = world.profile.versions.of_item(world.course.id, world.text.id)
    assert len(kept) == MOST
    assert kept[0].parts == {"": f"dag {MOST * 2 - 1}"}
    assert kept[-1].is_empty


AT = datetime(2026, 3, 9, 12, tzinfo=UTC)


@given(st.lists(st.tuples(st.integers(-1000, 1000), st.booleans()), min_size=1, max_size=30), st.integers(-2, 40))
def test_thinning_never_takes_the_ends(found: list[tuple[int, bool]], count: int) -> None:
    """However the clock ran: the first and the last stay, nothing goes twice, and no more than asked."""
    kept = [
        ProductVersion(
            "k", "i", {}, KeptBecause.FINISHED if done else KeptBecause.LEFT, AT + timedelta(hours=hours), AT, id=at
        )
        for at, (hours, done) in enumerate(found)
    ]
    gone = too_close(kept, count)
    assert len(set(gone)) == len(gone) == max(0, min(count, len(kept) - 2))
    assert not {0, len(kept) - 1} & set(gone)
    left = [version for version in kept if version.id not in gone][1:-1]
    assert (
        not left
        or not any(kept[at].reason is KeptBecause.FINISHED for at in gone)
        or all(version.reason is KeptBecause.FINISHED for version in left)
    )
