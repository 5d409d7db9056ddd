"""A course goes from the instructor to a participant and back again: written, packed, taken, mended, and taken on."""

from __future__ import annotations

from pathlib import Path

from kursapp.demo import hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.scenes.coordinating import change_workspace
from kursapp.demo.waiting import wait_until
from kursapp.ui.author.edit import EditScreen
from kursapp.ui.author.packaging import PackagingScreen
from kursapp.ui.navigation import edit
from kursapp.ui.participant.cover import CoverScreen
from kursapp.ui.participant.package.screen import PackageScreen
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.saved_text import SavedText
from kursapp.ui.workspaces import AUTHOR, PARTICIPANT
from tests.journeys.dialogs import choose_path

TITLE = "Halvdag om varsling"
FILE = "dag-1/01-slik-skriver-du.md"
PAGE = "Det første svaret"
WORDS = "Hun som alltid tar oppvasken"
SESSION = f"""
## {PAGE}

Den som sier fra, husker det første du sa.

### Spørsmål: Hva sier du først?
- [ ] Takk for at du sier fra
> Takk er ikke svaret.
- [x] Hvem har gjort dette?
> Det kommer senere.

## Hvem sier aldri fra?

### Refleksjon: Hvem sier aldri fra hos deg?
"""
"""With the key at the wrong option, as it happens."""


def write(author: Driver, place: Path) -> Path:
    """Make a course of the template with a session of one's own in it, and return its folder."""
    place.mkdir()
    change_workspace(AtProgram(author), AUTHOR)
    author.push("Nytt kurs")
    author.write(hands.focused(), TITLE)
    author.push("Velg et annet sted")
    choose_path(author, place)
    author.push("Lag kurset")
    wait_until(lambda: isinstance(author.window.stack.currentWidget(), EditScreen), "Rediger")
    screen = editor(author)
    add(author, screen, screen.editor.text() + SESSION)
    return place / "halvdag-om-varsling"


class AtProgram:
    """What changing the workspace asks of a stage."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver


def editor(author: Driver) -> EditScreen:
    """Return Rediger with the session open in it."""
    author.rest.navigator.go(edit("", FILE))
    screen = author.screen
    assert isinstance(screen, EditScreen)
    wait_until(lambda: screen.editor.file() == FILE, FILE)
    author.settle()
    return screen


def add(author: Driver, screen: EditScreen, text: str) -> None:
    """Give the session another text, and let the check write the ids that are missing."""
    draft = author.rest.draft
    draft.edit(FILE, text)
    for _round in range(2):
        author.settle()
        author.saved()
        draft.check()
        wait_until(lambda: draft.is_fresh, "the check")
        draft.repair(*(found for found in draft.problems if found.code == "no-id"))
    author.settle()
    author.saved()


def pack(author: Driver, target: Path, *, tick: bool = False) -> None:
    """Pack the course as it stands."""
    author.place("Pakk og del")
    screen = author.screen
    assert isinstance(screen, PackagingScreen)
    wait_until(lambda: "Kurset kan pakkes" in author.words() or "Kurset er klart" in author.words(), "a sound course")
    author.settle()
    if tick:
        wait_until(lambda: screen.corrections.list is not None, "the keys that have changed")
        for box in screen.corrections.list.boxes.values():
            hands.bring_into_view(box)
            author.click(box)
    hands.bring_into_view(screen.pack)
    author.click(screen.pack)
    choose_path(author, target)
    wait_until(target.exists, "the package")
    wait_until(lambda: screen.done.copy.isVisible(), "the package told of")


def install(kari: Driver, path: Path, button: str) -> None:
    """Open a package, press the button, and wait for the cover."""
    kari.place("Kurs")
    kari.push("Åpne kurspakke")
    choose_path(kari, path)
    screen = kari.screen
    assert isinstance(screen, PackageScreen)
    wait_until(lambda: screen.main is not None, "the package")
    kari.settle()
    hands.click(kari.button(button))
    wait_until(lambda: isinstance(kari.window.stack.currentWidget(), CoverScreen), "the cover")
    kari.window.activateWindow()
    wait_until(kari.window.isActiveWindow, "the window in front")
    kari.settle()


def test_a_second_profile_takes_the_course_and_its_next_version(kari: Driver, tmp_path: Path) -> None:
    """Another participant answers and writes; version 2 mends the key, is taken in, and none of it is lost."""
    write(kari, tmp_path / "mine")
    pack(kari, tmp_path / "en.kurs")
    change_workspace(AtProgram(kari), PARTICIPANT)
    second_profile(kari, "Amina")
    install(kari, tmp_path / "en.kurs", "Installer kurset")
    kari.find_and_go(PAGE)
    answered = Answering(kari).answer(kari.one(QuestionView, kari.page))
    assert "Hvem har gjort dette" in answered.given
    kari.find_and_go("Hvem sier aldri fra?")
    kari.write(kari.one(SavedText, kari.page), WORDS)
    kari.saved()

    change_workspace(AtProgram(kari), AUTHOR)
    screen = editor(kari)
    text = screen.editor.text()
    mended = text.replace("- [x] Hvem har", "- [?] Hvem har").replace("- [ ] Takk for at", "- [x] Takk for at")
    add(kari, screen, mended.replace("- [?] Hvem har", "- [ ] Hvem har").replace("Takk er ikke svaret.", "Riktig."))
    pack(kari, tmp_path / "to.kurs", tick=True)

    change_workspace(AtProgram(kari), PARTICIPANT)
    kari.place("Kurs")
    kari.push("Åpne kurspakke")
    choose_path(kari, tmp_path / "to.kurs")
    wait_until(lambda: "Fasiten er rettet i 1 spørsmål." in kari.words(), "what the new key comes to")
    assert "1 side endret, alle svarene dine er beholdt." in kari.words()
    assert "1 svar blir galt." in kari.words()
    hands.click(kari.button("Oppdater kurset"))
    wait_until(lambda: isinstance(kari.window.stack.currentWidget(), CoverScreen), "the cover")
    kari.restart()
    wait_until(lambda: kari.rest.courses.is_loaded, "the courses")
    kari.settle()
    kari.find_and_go("Hvem sier aldri fra?")
    assert kari.one(SavedText, kari.page).text() == WORDS
    kari.find_and_go(PAGE)
    view = kari.one(QuestionView, kari.page)
    assert view.response() is not None, "her answer stands"
    assert "Riktig." not in view.spoken()


def second_profile(driver: Driver, name: str) -> None:
    """Let somebody else sit down at the machine."""
    driver.place("Innstillinger")
    button = driver.button("Lag en profil til")
    hands.bring_into_view(button)
    hands.click(button)
    wait_until(lambda: driver.program.rest is not None and not driver.window.sidebar.isVisible(), "the first start")
    driver.come_to_front()
    driver.push("Neste")
    hands.type_text(name)
    driver.push("Neste")
    driver.push("Kom i gang")
    wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
    driver.settle()
