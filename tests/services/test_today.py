"""What Hjem brings up: of courses begun and there, put off for a day or for good."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kursapp.domain.course import Module
from kursapp.domain.follow_up import DueKind
from kursapp.domain.plan import NewStep
from kursapp.services.changes import Change
from tests.services.test_course_certificate import meet_the_rules
from tests.services.test_review import Practising


def with_follow_up(world) -> None:
    """Let the day's form be a follow-up that opens after 90 days, with reminders before."""
    module = world.course.modules[0]
    itself = replace(module, sessions=module.sessions[:2])
    later = Module("etter", "Oppfølging", module.sessions[2:], opens_after_days=90, reminder_weeks=(2, 6, 12))
    world.opened = replace(world.opened, course=replace(world.course, modules=(itself, later)))


def kinds(world) -> list[DueKind]:
    return [due.kind for due in world.participant.today.due([world.opened])]


def test_a_course_that_is_not_begun_brings_up_nothing(world) -> None:
    """Nor one that is not on the shelf any more."""
    with_follow_up(world)
    world.desk.take.read_page("lesing")
    world.clock.move(days=14)
    assert kinds(world) == []
    world.desk.take.enrol()
    assert kinds(world) == [DueKind.REMINDER]
    world.participant.plan.add(world.course.id, NewStep("Ringe", due=date(2020, 1, 1)))
    world.participant.plan.add("et-annet", NewStep("Skrive", due=date(2020, 1, 1)))
    assert kinds(world) == [DueKind.REMINDER]
    assert world.participant.today.due([]) == ()


def test_a_reminder_is_put_off_until_tomorrow_and_taken_back(world) -> None:
    """Today it is gone, tomorrow it is there; what was put off can be undone at once."""
    with_follow_up(world)
    world.desk.take.enrol()
    world.desk.take.read_page("lesing")
    world.clock.move(days=14)
    today = world.participant.today
    (due,) = today.due([world.opened])
    assert Change.PUT_OFF in today.tomorrow(due)
    assert kinds(world) == []
    today.again(due)
    assert kinds(world) == [DueKind.REMINDER]
    today.tomorrow(due)
    world.restart()
    world.clock.move(days=1)
    assert kinds(world) == [DueKind.REMINDER]
    world.participant.today.never(due)
    world.clock.move(days=1)
    assert kinds(world) == []
    world.clock.move(days=26)
    assert [each.weeks for each in world.participant.today.due([world.opened])] == [6]


def test_three_months_later_the_form_is_offered(world) -> None:
    """Until it is finished; a clock set back two years and forward again loses nothing."""
    with_follow_up(world)
    world.desk.take.enrol()
    world.desk.take.read_page("lesing")
    world.clock.move(days=90)
    assert kinds(world) == [DueKind.FOLLOW_UP_FORM]
    world.clock.move(days=-730)
    assert kinds(world) == []
    world.clock.move(days=731)
    assert kinds(world) == [DueKind.FOLLOW_UP_FORM]


def test_the_certificate_is_brought_up_until_it_is_made(world) -> None:
    """When every rule of the course is met."""
    world.desk.take.enrol()
    assert DueKind.CERTIFICATE not in kinds(world)
    meet_the_rules(world)
    assert DueKind.CERTIFICATE in kinds(world)
    world.desk.certificate.made()
    assert DueKind.CERTIFICATE not in kinds(world)


def test_steps_of_the_plan_come_on_their_day(world) -> None:
    """One line a course; put away for good, it is back when the next step's day comes."""
    world.desk.take.enrol()
    course = world.course.id
    today = world.participant.today
    world.participant.plan.add(course, NewStep("Ring naboen", due=date(2026, 3, 9)))
    world.participant.plan.add(course, NewStep("Skriv plan", due=date(2026, 3, 11)))
    (due,) = today.due([world.opened])
    assert (due.kind, due.count, due.title) == (DueKind.PLAN, 1, "Ring naboen")
    today.never(due)
    assert kinds(world) == []
    world.clock.move(days=2)
    (due,) = world.participant.today.due([world.opened])
    assert due.count == 2


def test_a_quiz_under_way_in_another_course_is_brought_up(world) -> None:
    """In the course on the card only where the card leads elsewhere."""
    world.desk.take.enrol()
    world.desk.quiz.start(world.quiz)
    assert kinds(world) == [DueKind.BEGUN]
    world.desk.take.open_page("d1-q", "quiz-1")
    assert kinds(world) == []


def test_oving_comes_with_as_many_as_it_would_put(world) -> None:
    """Today's portion, whatever course it is from; paused it says nothing."""
    world.desk.take.enrol()
    practising = Practising(world, 40)
    count = practising.review.due_count(world.clock.now())
    assert count > 0
    (due,) = world.participant.today.due([])
    assert (due.kind, due.count, due.course_id, due.can_end) == (DueKind.REVIEW, count, "", False)
    world.participant.today.tomorrow(due)
    assert world.participant.today.due([]) == ()
    world.clock.move(days=1)
    assert [due.kind for due in world.participant.today.due([])] == [DueKind.REVIEW]
    world.participant.review.pause()
    assert world.participant.today.due([]) == ()
