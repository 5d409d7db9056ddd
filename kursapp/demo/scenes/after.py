"""What Hjem and the cover say when the day is done."""

from __future__ import annotations

from kursapp.demo.scenes.arriving import longest_course
from kursapp.demo.stage import Stage
from kursapp.ui.i18n import _


def see_what_is_done(stage: Stage) -> None:
    """See the day marked as done."""
    driver = stage.driver
    driver.saved()
    driver.go_home()
    stage.picture("hjem-dagen-er-ferdig")
    driver.place(_("Kurs"))
    stage.camera.one("kurs-dagen-er-ferdig")
    driver.open_course(longest_course(driver).course.title)
    stage.glimpse("forside-dagen-er-ferdig")
