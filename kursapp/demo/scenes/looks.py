"""Settings, the search field, the list of keys, and pages in other sizes."""

from __future__ import annotations

from kursapp.demo import hands
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import wait_until
from kursapp.ui.i18n import _

CTRL = hands.Modifier.ControlModifier
SMALL = (960, 600)
LAPTOP = (1366, 768)
SEARCHED = "myndighet"
SHOWN_PAGE = "Tre måneder, og et unntak"
QUESTION_PAGE = "Hvem loven gjelder for"


def try_looks(stage: Stage) -> None:
    """Try what can be chosen, and look at pages with it."""
    _search(stage)
    _see_keys(stage)
    _change_settings(stage)
    _read_large(stage)
    _read_small(stage)


def _search(stage: Stage) -> None:
    stage.driver.key(hands.Key.Key_K, CTRL)
    hands.type_text(SEARCHED)
    stage.picture("sok")
    stage.driver.key(hands.Key.Key_Escape)


def _see_keys(stage: Stage) -> None:
    stage.driver.place(_("Hurtigtaster"))
    stage.picture("hurtigtaster")


def _change_settings(stage: Stage) -> None:
    """Choose colours and a larger text, which is left larger: every step up takes its time."""
    driver, camera = stage.driver, stage.camera
    driver.place(_("Innstillinger"))
    stage.picture("innstillinger")
    driver.choose(f"{_('Farger')}: {_('Høy kontrast')}")
    camera.one("innstillinger-hoy-kontrast")
    driver.find_and_go(QUESTION_PAGE)
    camera.one("side-hoy-kontrast")
    driver.place(_("Innstillinger"))
    driver.choose(f"{_('Farger')}: {_('Mørkt')}")
    zoom_to(stage, 150)
    camera.one("innstillinger-150-prosent")
    driver.choose(f"{_('Farger')}: {_('Lyst')}")


def zoom_to(stage: Stage, per_cent: int) -> None:
    """Press the buttons around the text size until it is what is wanted."""
    driver = stage.driver
    while (now := driver.program.theme.look.zoom) != per_cent:
        driver.push(_("Større tekst") if now < per_cent else _("Mindre tekst"))
        wait_until(lambda now=now: driver.program.theme.look.zoom != now, "another text size")  # type: ignore[misc]


def _read_large(stage: Stage) -> None:
    driver = stage.driver
    zoom_to(stage, 200)
    stage.camera.one("innstillinger-200-prosent")
    for page, name in ((SHOWN_PAGE, "side-200-prosent"), (QUESTION_PAGE, "oppgave-200-prosent")):
        _show_from_top(stage, page)
        stage.camera.one(name)
    driver.go_home()
    stage.camera.one("hjem-200-prosent")
    driver.key(hands.Key.Key_0, CTRL)


def _show_from_top(stage: Stage, page: str) -> None:
    stage.driver.find_and_go(page)
    hands.scroll_to(stage.driver.page, 0)


def _read_small(stage: Stage) -> None:
    driver = stage.driver
    driver.resize(*SMALL)
    stage.camera.one("hjem-960")
    for page, name in ((SHOWN_PAGE, "side-960"), (QUESTION_PAGE, "oppgave-960")):
        _show_from_top(stage, page)
        stage.camera.one(name)
    driver.place(_("Innstillinger"))
    stage.camera.one("innstillinger-960")
    driver.resize(*LAPTOP)
