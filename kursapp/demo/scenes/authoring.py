"""The instructor's work: a course is begun, written in, checked and packed, shown in the room, and its quiz weighed."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kursapp.demo import hands
from kursapp.demo.scenes.coordinating import change_workspace, pick
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import wait_until
from kursapp.domain.course import PageKind
from kursapp.domain.exporting import ExportKind, Unwatched
from kursapp.services.coordinator import Coordinator
from kursapp.services.new_course import course_id
from kursapp.services.open_course import OpenedCourse
from kursapp.services.simulate import simulate
from kursapp.ui.author.edit import EditScreen
from kursapp.ui.author.new_draft import NewDraftScreen
from kursapp.ui.author.packaging import PackagingScreen
from kursapp.ui.author.presenter import PresenterScreen
from kursapp.ui.author.quality import QualityScreen
from kursapp.ui.i18n import _
from kursapp.ui.saving import SavingState
from kursapp.ui.workspaces import AUTHOR

TITLE = "Halvdag om varsling"
SESSION = "dag-1/01-slik-skriver-du.md"
NEW_TITLE = "Det første svaret"
NEW_PAGE = f"\n## {NEW_TITLE}\n\nDen som sier fra, husker det første du sa.\n\n"
NEW_QUESTION = "### Spørsmål: Hva sier du først?\n- [ ] Takk for at du sier fra\nHvem har gjort dette?"
"""Enter goes on with the list it is pressed in."""
PRIOR_PEOPLE = 40


@dataclass(frozen=True, slots=True)
class Desk:
    """Where the instructor keeps her course, the package she hands on, and the numbers she is given."""

    courses: Path
    package: Path
    quality: Path

    @classmethod
    def in_folder(cls, folder: Path) -> Desk:
        """Make the places in a folder, without what an earlier tour left in them."""
        desk = cls(folder / "mine-kurs", folder / "rapport" / "kurs.kurs", folder / "rapport" / "kvalitet.json")
        for each in (desk.courses, desk.package.parent):
            each.mkdir(parents=True, exist_ok=True)
        for old in (desk.package, desk.quality):
            old.unlink(missing_ok=True)
        shutil.rmtree(desk.courses / course_id(TITLE), ignore_errors=True)
        return desk


def write_and_share(stage: Stage, desk: Desk) -> None:
    """Walk from an empty list of courses to a package, and into the room."""
    change_workspace(stage, AUTHOR)
    stage.camera.one("instruktor-kurs")
    _begin(stage, desk)
    _write(stage)
    _check(stage)
    _pack(stage, desk)
    _show_in_the_room(stage)


def weigh_questions(stage: Stage, desk: Desk, opened: OpenedCourse) -> None:
    """Take in the numbers of a quiz that made-up people took, and see which questions are good."""
    if not _numbers(stage, desk, opened):
        return
    driver = stage.driver
    change_workspace(stage, AUTHOR)
    driver.place(_("Spørsmålskvalitet"))
    driver.push(_("Åpne fil …"))
    pick(stage, desk.quality)
    screen = driver.screen
    assert isinstance(screen, QualityScreen)
    wait_until(lambda: screen.reports.count() > 1, "the numbers")
    driver.dismiss_message()
    stage.picture("sporsmalskvalitet")


def _begin(stage: Stage, desk: Desk) -> None:
    driver = stage.driver
    driver.push(_("Nytt kurs"))
    screen = driver.screen
    assert isinstance(screen, NewDraftScreen)
    driver.write(screen.name.field, TITLE)
    driver.click(screen.choose)
    pick(stage, desk.courses)
    stage.camera.one("instruktor-nytt-kurs")
    driver.push(_("Lag kurset"))
    wait_until(lambda: isinstance(driver.screen, EditScreen), "Rediger")
    wait_until(lambda: driver.rest.draft.course is not None, "the course as it is read")


def _write(stage: Stage) -> None:
    """Write a page and a question without a key, and see both on the page beside it."""
    screen = _edit_screen(stage)
    _go_to_end(stage, screen)
    hands.type_text(NEW_PAGE)
    hands.type_text(NEW_QUESTION)
    _read_anew(stage)
    wait_until(lambda: NEW_TITLE in stage.driver.words(screen.preview), "the new page beside its text")
    stage.picture("rediger")


def _check(stage: Stage) -> None:
    driver = stage.driver
    driver.place(_("Sjekk"))
    driver.settle()
    stage.picture("sjekk")
    driver.place(_("Rediger"))
    screen = _edit_screen(stage)
    text = screen.editor.text().replace("- [ ] Takk for at", "- [x] Takk for at")
    screen.editor.replace_text(text)
    driver.rest.draft.touch(SESSION)
    _read_anew(stage)
    draft = driver.rest.draft
    draft.repair(*(found for found in draft.problems if found.code == "no-id"))
    _read_anew(stage)


def _pack(stage: Stage, desk: Desk) -> None:
    driver = stage.driver
    driver.place(_("Pakk og del"))
    screen = driver.screen
    assert isinstance(screen, PackagingScreen)
    wait_until(lambda: screen.pack.isVisible(), "the plan of the package")
    driver.settle()
    driver.write(screen.note, _("Ny side om det første svaret."))
    stage.picture("pakk-og-del")
    driver.click(screen.pack)
    pick(stage, desk.package)
    wait_until(lambda: desk.package.exists() and screen.done.copy.isVisible(), "the package")
    hands.bring_into_view(screen.done)
    stage.camera.one("pakk-og-del-ferdig")


def _show_in_the_room(stage: Stage) -> None:
    """Show the longest course on the wall: what the room sees, and what she has before her."""
    driver = stage.driver
    driver.place(_("Vis i rommet"))
    screen = driver.screen
    assert isinstance(screen, PresenterScreen)
    wait_until(lambda: screen.choice.count() > 2 and screen.notes.isVisible(), "the courses")
    # First in the list is her own draft, then the longest course.
    screen.choice.setFocus()
    driver.key(hands.Key.Key_Down)
    driver.click(screen.open_room)
    wait_until(lambda: screen.room is not None and screen.room.pane.held_back() >= 0, "the wall")
    driver.settle()
    driver.dismiss_message()
    driver.come_to_front()
    stage.picture("vis-i-rommet")
    room = screen.room
    assert room is not None
    stage.camera.window(room, "vis-i-rommet-veggen")
    driver.click(screen.open_room)


def _numbers(stage: Stage, desk: Desk, opened: OpenedCourse) -> bool:
    """Let made-up people take the course's first quiz, and write what it came to as a coordinator does."""
    quiz = next((page.id for head in opened.course.sessions() for page in head.pages if page.kind is PageKind.QUIZ), "")
    coordinators = stage.driver.rest.desk
    if not quiz or not coordinators.is_open:
        return False
    done: list[object] = []
    coordinators.ask(partial(_count_quiz, opened, quiz, desk), done.append)
    wait_until(lambda: bool(done), "the numbers of a quiz")
    return True


def _count_quiz(opened: OpenedCourse, quiz: str, desk: Desk, coordinator: Coordinator) -> bool:
    folder = desk.quality.parent.parent / "quizsvar"
    folder.mkdir(exist_ok=True)
    made = simulate(
        coordinator, opened, folder, count=PRIOR_PEOPLE, seed=7, starts=date(2026, 9, 1), form_id=quiz, name="Prøvekull"
    )
    coordinator.collect(made.card.id, made.files)
    coordinator.close_round(made.card.id, quiz)
    coordinator.export(made.card.id, quiz, ExportKind.QUALITY, desk.quality, Unwatched())
    return True


def _edit_screen(stage: Stage) -> EditScreen:
    screen = stage.driver.screen
    assert isinstance(screen, EditScreen)
    return screen


def _go_to_end(stage: Stage, screen: EditScreen) -> None:
    """Open the session and put the caret at its end."""
    driver = stage.driver
    screen.outline.asked.emit(SESSION, 1)
    driver.settle()
    driver.click(_field(screen))
    hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)


def _field(screen: EditScreen) -> QWidget:
    return screen.editor.code


def _read_anew(stage: Stage) -> None:
    """Wait until what was typed is saved, and the check and the page are of it."""
    draft = stage.driver.rest.draft
    stage.driver.settle()
    draft.flush()
    wait_until(lambda: draft.state is SavingState.SAVED, "the text saved")
    draft.check()
    wait_until(lambda: draft.is_fresh, "the check of what was typed")
    stage.driver.rest_a_moment()
