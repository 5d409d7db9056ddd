"""Three months after the last day: what is due, what is found again, practised, planned, proved and carried on."""

from __future__ import annotations

from datetime import timedelta

from kursapp import paths
from kursapp.demo import hands
from kursapp.demo.earlier import take_earlier
from kursapp.demo.scenes.arriving import longest_course
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import wait_until
from kursapp.services.clock import SystemClock
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from kursapp.ui.i18n import _
from kursapp.ui.participant.practice.question_stage import PracticeQuestion
from kursapp.ui.participant.search.screen import SearchScreen
from kursapp.ui.widgets.question_view import QuestionView

NAME = "Ingrid Moen"
SINCE = timedelta(days=91)
SEARCHED = "frist"
SEARCH_KEYS = hands.Modifier.ControlModifier | hands.Modifier.ShiftModifier


def come_back(stage: Stage) -> None:
    """Be somebody who took the whole course three months ago, and see what the program has for her today."""
    driver = stage.driver
    opened = longest_course(driver)
    if not opened.course.requirements:
        return
    _take_then(opened)
    driver.restart()
    wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
    driver.settle()
    _look_home(stage)
    _practise(stage)
    _see_products(stage)
    _make_plan(stage)
    _find(stage)
    _see_certificate(stage)
    _see_ways_out(stage)


def _take_then(opened: OpenedCourse) -> None:
    """Make a profile in which all of a course was taken then, and let it be the one the program opens next."""
    now = SystemClock().now()
    profiles = ProfileList(paths.data_folder())
    profile = profiles.create(NAME, now)
    file = open_profile(profiles.database(profile.id), create=True)
    take_earlier(opened, now - SINCE, Participant(file, SystemClock()))
    file.close()


def _look_home(stage: Stage) -> None:
    stage.driver.go_home()
    stage.picture("hjem-tre-maneder-etter")


def _practise(stage: Stage) -> None:
    """Answer what comes back today, and say whether it was known."""
    driver = stage.driver
    driver.place(_("Øving"))
    stage.picture("oving")
    driver.push(_("Begynn"))
    asked = driver.one(PracticeQuestion)
    stage.answering.answer(driver.one(QuestionView, asked))
    wait_until(lambda: asked.is_judging, "the one word")
    stage.picture("oving-visste-eller-gjettet")
    driver.push(_("Visste"), asked)
    driver.push(_("Stopp her"))


def _see_products(stage: Stage) -> None:
    stage.driver.place(_("Arbeidsbok"))
    stage.picture("arbeidsbok")


def _make_plan(stage: Stage) -> None:
    stage.driver.push(_("Lag planen"))
    stage.picture("plan")


def _find(stage: Stage) -> None:
    """Search in everything, open the first place found, and look words up."""
    driver = stage.driver
    driver.key(hands.Key.Key_F, SEARCH_KEYS)
    hands.type_text(SEARCHED)
    screen = driver.screen
    assert isinstance(screen, SearchScreen)
    wait_until(lambda: screen.is_settled, "what is found")
    stage.picture("sok-i-alt")
    driver.key(hands.Key.Key_Down)
    driver.key(hands.Key.Key_Return)
    stage.picture("side-med-treff")
    driver.place(_("Ordliste"))
    stage.picture("ordliste")


def _see_certificate(stage: Stage) -> None:
    driver = stage.driver
    driver.go_home()
    driver.push(_("Kursbevis"))
    stage.picture("kursbevis")


def _see_ways_out(stage: Stage) -> None:
    """See how all of it is carried to another machine, taken out, and removed."""
    driver = stage.driver
    for door, name in (
        (_("Flytt til en annen maskin"), "flytt"),
        (_("Ta ut alt mitt"), "ta-ut"),
        (_("Tøm denne maskinen"), "tom-maskinen"),
    ):
        driver.place(_("Innstillinger"))
        driver.push(door)
        stage.camera.one(name)
