"""Looking at a cohort file, and taking part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.evaluation_answer import RatedTwice
from kursapp.domain.problem import KursappError
from kursapp.services.changes import Change
from tests.room import Room, room_for


@pytest.fixture
def room(world) -> Room:
    """Give the coordinator of a cohort that asks for the form and the quiz."""
    return room_for(world.course, (world.form, world.quiz), world.opened.bank)


def test_looking_at_a_file_joins_nothing(world, room, tmp_path) -> None:
    """One sees the cohort, its rules and its mark before one agrees to anything."""
    mine = world.participant.cohorts.look_at(room.put_file(tmp_path / "ut"))
    assert (mine.cohort, mine.mark) == (room.cohort, room.mark)
    assert not mine.is_joined
    assert world.participant.cohorts.of_course(world.course.id) is None


def test_a_cohort_that_was_joined_is_there_after_a_restart(world, room, tmp_path) -> None:
    """The file itself may be gone by then."""
    path = room.put_file(tmp_path / "ut")
    cohorts = world.participant.cohorts
    joined = cohorts.join(cohorts.look_at(path))
    assert Change.COHORT in joined.changes
    assert joined.mine.is_current
    path.unlink()
    world.restart()
    mine = world.participant.cohorts.of_course(world.course.id)
    assert mine is not None
    assert (mine.cohort, mine.mark, mine.is_joined, mine.is_over) == (room.cohort, room.mark, True, False)


def test_joining_twice_is_joining_once(world, room, tmp_path) -> None:
    """The same file may be opened again and is known."""
    cohorts = world.participant.cohorts
    path = room.put_file(tmp_path / "ut")
    cohorts.join(cohorts.look_at(path))
    again = cohorts.look_at(path)
    assert again.is_joined
    cohorts.join(again)
    assert len(cohorts.all()) == 1


def test_a_second_file_of_the_same_cohort_is_refused(world, room, tmp_path) -> None:
    """Whatever it changes: a lower limit, another key. The one joined with stays."""
    cohorts = world.participant.cohorts
    cohorts.join(cohorts.look_at(room.put_file(tmp_path / "ut")))
    for other in (room.with_rules(k=6), replace(room, cohort=replace(room.cohort, name="Annet navn"))):
        with pytest.raises(KursappError) as refused:
            cohorts.look_at(other.put_file(tmp_path / "ut", "annen.kull"))
        assert refused.value.problem.code == "cohort-second-file"
    assert cohorts.all()[0].file == room.data


def test_of_two_cohorts_the_one_joined_last_is_current(world, room, tmp_path) -> None:
    """And one can go back to the first by opening it again."""
    cohorts = world.participant.cohorts
    first = room.put_file(tmp_path / "ut", "a.kull")
    second = room.with_cohort(id="ab" * 16, name="Høst").put_file(tmp_path / "ut", "b.kull")
    cohorts.join(cohorts.look_at(first))
    world.clock.move(minutes=1)
    cohorts.join(cohorts.look_at(second))
    view = cohorts.view(cohorts.look_at(first))
    assert view.mine.is_joined
    assert not view.mine.is_current
    assert view.other is not None
    assert view.other.cohort.name == "Høst"
    world.clock.move(minutes=1)
    cohorts.join(view.mine)
    current = cohorts.of_course(world.course.id)
    assert current is not None
    assert current.cohort.id == room.cohort.id


@pytest.mark.parametrize("data", [b"", b"{}", b"\x00" * 100, b'{"type":"kursapp-cohort","version":9}'])
def test_what_is_no_cohort_file_is_refused(world, tmp_path, data) -> None:
    """In a sentence of its own, and nothing is joined."""
    path = tmp_path / "x.kull"
    path.write_bytes(data)
    with pytest.raises(KursappError) as refused:
        world.participant.cohorts.look_at(path)
    assert refused.value.problem.code.startswith("cohort-file-")
    with pytest.raises(KursappError):
        world.participant.cohorts.look_at(tmp_path / "borte.kull")
    assert world.participant.cohorts.all() == ()


def use(world, days) -> None:
    """Use the program on a later day: it is opened, and takes note of the day."""
    world.clock.move(days=days)
    world.restart()
    world.participant.review.see_day()


def test_a_clock_that_is_ahead_for_a_day_deletes_nothing(world, room, tmp_path) -> None:
    """Deleting cannot be taken back, so a clock that leaps past the last day is asked again another day."""
    cohorts = world.participant.cohorts
    cohorts.join(cohorts.look_at(room.put_file(tmp_path / "ut")))
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(1, 2))
    world.desk.hand_in.send(world.form, tmp_path)
    use(world, 1)
    for wrong in (730, 2_900_000):
        use(world, wrong)
        use(world, 0)
        use(world, -wrong)
        use(world, 1)
        assert world.desk.evaluate.state(world.form).answers == {"frister": RatedTwice(1, 2)}
        assert world.profile.deliveries.get(room.cohort.id, world.form.id).response_id


def test_when_the_last_day_has_passed_ids_and_answers_go(world, room, tmp_path) -> None:
    """The laptop keeps them no longer than the cohort is kept; that the form was finished stays."""
    cohorts = world.participant.cohorts
    cohorts.join(cohorts.look_at(room.put_file(tmp_path / "ut")))
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(1, 2))
    world.desk.evaluate.finish(world.form)
    world.desk.hand_in.send(world.form, tmp_path)
    use(world, 400)
    use(world, 1)
    kept = world.desk.hand_in.state(world.form)
    assert kept is not None
    assert kept.mine.is_over
    assert kept.obstacle is not None
    assert kept.obstacle.code == "hand-in-over"
    state = world.desk.evaluate.state(world.form)
    assert state.answers == {}
    assert state.finished_at is not None
    stored = world.profile.deliveries.get(room.cohort.id, world.form.id)
    assert (stored.response_id, stored.answers, stored.forgotten) == ("", (), True)


def test_answers_of_a_newer_cohort_stay_when_an_older_one_is_over(world, room, tmp_path) -> None:
    """The answers on a form belong to whom they are handed in to now."""
    cohorts = world.participant.cohorts
    cohorts.join(cohorts.look_at(room.put_file(tmp_path / "ut")))
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(1, 2))
    world.desk.hand_in.send(world.form, tmp_path)
    world.clock.move(days=200)
    newer = room.with_cohort(id="ab" * 16)
    newer = newer.with_rules(keep_until=newer.cohort.rules.keep_until.replace(year=2030))
    cohorts.join(cohorts.look_at(newer.put_file(tmp_path / "ut", "ny.kull")))
    use(world, 200)
    use(world, 1)
    assert world.desk.evaluate.state(world.form).answers == {"frister": RatedTwice(1, 2)}
    assert world.profile.deliveries.get(room.cohort.id, world.form.id).response_id == ""
