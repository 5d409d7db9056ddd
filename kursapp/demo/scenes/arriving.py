"""The first start, and a look around before the course is begun."""

from __future__ import annotations

from kursapp.demo import eyes, hands
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import wait_until
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.i18n import _

NAME = "Kari"
OWN_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}


def first_start(stage: Stage) -> None:
    """Answer the three steps of the first start."""
    driver, language = stage.driver, stage.summary.language
    driver.open()
    if language != "nb":
        own = _("Språk i programmet")
        driver.click(eyes.find(driver.screen, Role.RadioButton, f"{own}: {OWN_NAMES[language]}"))
        wait_until(lambda: _("Neste") != "Neste" or language == "nn", "the other language")
        driver.settle()
    stage.picture("forste-start-velkommen")
    driver.push(_("Neste"))
    hands.type_text(NAME)
    stage.glimpse("forste-start-navn")
    driver.key(hands.Key.Key_Return)
    stage.glimpse("forste-start-utseende")
    driver.choose(f"{_('Farger')}: {_('Lyst')}")
    driver.push(_("Kom i gang"))
    wait_until(lambda: driver.rest.courses.is_loaded, "the course")
    driver.settle()


def look_around(stage: Stage) -> None:
    """See Hjem, the shelf and the cover of the course, and begin."""
    driver = stage.driver
    stage.picture("hjem-nytt")
    driver.place(_("Kurs"))
    stage.picture("kurs")
    driver.open_course(longest_course(driver).course.title)
    stage.picture("forside")
    driver.push(_("Begynn kurset"))


def longest_course(driver: Driver) -> OpenedCourse:
    """Return the course of most days on the shelf: the one the tour of one day is about."""
    return max(driver.rest.courses.shelf(), key=lambda opened: len(opened.course.days()))
