"""What Hjem and the cover say when the day is done."""

from __future__ import annotations

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
    driver.push(_("Åpne kurset"))
    stage.picture("forside-dagen-er-ferdig")
