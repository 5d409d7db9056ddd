"""Named progress: what it tells, and that it tells nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kursapp.domain.attendance import DayDone
from kursapp.domain.evaluation_answer import Written
from kursapp.domain.problem import KursappError
from tests.room import Room, room_for


@pytest.fixture
def room(world, tmp_path) -> Room:
    """Give the coordinator of a cohort the participant has joined."""
    made = room_for(world.course, (world.form,), world.opened.bank)
    cohorts = world.participant.cohorts
    cohorts.join(cohorts.look_at(made.put_file(tmp_path / "kull")))
    return made


def test_it_tells_a_name_and_how_far(world, room, tmp_path) -> None:
    """Pages done of all there are, a line a day; the file holds exactly what was shown."""
    world.desk.take.read_page("arbeid")
    shown = world.desk.tell_progress.attendance(" Kari Nordmann ", "Bergen")
    told = world.desk.tell_progress.send(" Kari Nordmann ", "Bergen", tmp_path)
    opened = room.open_progress(told.path)
    assert opened == shown == told.attendance
    assert opened.name == "Kari Nordmann"
    assert opened.made == date(2026, 3, 9)
    assert [one.total for one in opened.days] == [4]
    assert isinstance(opened.days[0], DayDone)
    assert not opened.certificate


def test_it_holds_none_of_the_answers(world, room, tmp_path) -> None:
    """Nor the profile, nor an id: the same two people at the same place make files that say the same."""
    before = world.desk.tell_progress.attendance("Kari", "")
    world.desk.evaluate.answer(world.form, "kommentar", Written("Hemmelig"))
    assert world.desk.tell_progress.attendance("Kari", "") == before


def test_it_needs_a_name_and_a_cohort_that_asks(world, room, tmp_path) -> None:
    """Refused in a sentence, and no file is made."""
    out = tmp_path / "ut"
    out.mkdir()
    for name, code in (("", "progress-name-missing"), (" ", "progress-name-missing")):
        with pytest.raises(KursappError) as found:
            world.desk.tell_progress.send(name, "", out)
        assert found.value.problem.code == code
    quiet = replace(room, cohort=replace(room.cohort, id="cd" * 16, wants_progress=False))
    cohorts = world.participant.cohorts
    world.clock.move(minutes=1)
    cohorts.join(cohorts.look_at(quiet.put_file(tmp_path / "kull", "stille.kull")))
    with pytest.raises(KursappError) as found:
        world.desk.tell_progress.send("Kari", "", out)
    assert found.value.problem.code == "progress-not-asked"
    assert list(out.iterdir()) == []
