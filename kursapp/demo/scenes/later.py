"""Some weeks after a course: what Hjem says is due, the certificate, and the form with her own plan beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import partial

from kursapp.demo.driver import Driver
from kursapp.demo.earlier import take_earlier
from kursapp.demo.scenes.arriving import longest_course
from kursapp.demo.stage import Stage
from kursapp.domain.course import Module
from kursapp.domain.follow_up import DueKind
from kursapp.domain.plan import NewStep, StepStatus
from kursapp.services.changes import Changes
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.ui.i18n import _
from kursapp.ui.participant.home import HomeScreen
from kursapp.ui.participant.today_section import DueRow

STEPS = (
    ("Ta fristene opp først på mandagsmøtet", "leder", 3),
    ("Lese ti vedtak sammen med en saksbehandler", "avdelingsleder", 10),
    ("Legge tallene fram for kommunedirektøren", "leder", 40),
)
"""Steps of a plan: what, whose, and how many days after the course."""


def come_back_later(stage: Stage, now: datetime | None = None) -> None:
    """Come back on the day the follow-up of a short course opens, with the longest course begun.

    ``now`` is the time on the program's clock.
    """
    driver = stage.driver
    found = _with_follow_up(driver)
    if found is None:
        return
    opened, module = found
    at = now or datetime.now(UTC)
    last = at - timedelta(days=module.opens_after_days or 0)
    driver.rest.tasks.save(partial(take_earlier, opened, last))
    driver.rest.tasks.save(partial(_plan, opened.course.id, last))
    driver.saved()
    driver.go_home()
    stage.picture("hjem-i-dag")
    _follow(driver, DueKind.CERTIFICATE)
    stage.picture("kursbevis")
    driver.go_home()
    _follow(driver, DueKind.FOLLOW_UP_FORM)
    stage.picture("oppfolging-med-planen")
    course = longest_course(driver).course
    driver.open_course(course.title)
    driver.push(_("Kursbevis"))
    stage.picture("kursbevis-gjenstar")
    # The course the tour is about is again the one opened last.
    driver.open_course(course.title)
    driver.push(_("Fortsett"))


def _with_follow_up(driver: Driver) -> tuple[OpenedCourse, Module] | None:
    """Return the course whose follow-up opens soonest, but for the one the tour is about; None where there is none."""
    longest = longest_course(driver)
    later = [
        (module.opens_after_days, opened, module)
        for opened in driver.rest.courses.shelf()
        for module in opened.course.modules
        if opened is not longest and module.opens_after_days is not None and opened.course.requirements
    ]
    soonest = min(later, key=lambda each: each[0] or 0, default=None)
    return None if soonest is None else soonest[1:]


def _plan(course_id: str, last: datetime, participant: Participant) -> Changes:
    day = last.astimezone().date()
    steps = [NewStep(text, owner, day + timedelta(days=days)) for text, owner, days in STEPS]
    added = participant.plan.add_many(course_id, steps)
    return added.changes | participant.plan.set_status(added.steps[0].id, StepStatus.DONE).changes


def _follow(driver: Driver, kind: DueKind) -> None:
    """Press the button of a line that is due."""
    screen = driver.screen
    assert isinstance(screen, HomeScreen)
    rows = screen.findChildren(DueRow)
    driver.click(next(row.go for row in rows if row.due.kind is kind and row.isVisible()))
