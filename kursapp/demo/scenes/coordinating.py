"""The coordinator's work: a cohort is made, one who took the day hands in, 24 made-up people too, and it is counted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton

from kursapp.demo import eyes, hands
from kursapp.demo.eyes import Role
from kursapp.demo.stage import Stage
from kursapp.demo.waiting import StuckError, wait_until
from kursapp.domain.course import EvaluationType, Page
from kursapp.domain.exporting import ExportKind
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.coordinator.collecting_report import Report
from kursapp.ui.coordinator.collecting_round import RoundView
from kursapp.ui.coordinator.collecting_zone import DropZone
from kursapp.ui.coordinator.new_cohort import NewCohortScreen
from kursapp.ui.coordinator.report import ReportScreen
from kursapp.ui.coordinator.results_front import FrontPage
from kursapp.ui.coordinator.results_theme import ThemePage
from kursapp.ui.desk import Desk
from kursapp.ui.i18n import _
from kursapp.ui.workspaces import COORDINATOR, PARTICIPANT

ALL_READ = "24"
NAME = "Fjordbyen, høsten 2026"
FACTS = ("12.10.2026", "20.11.2026", "28", "Fjordbyen")
FORMATS = (
    (ExportKind.PDF, "rapport.pdf"),
    (ExportKind.XLSX, "resultater.xlsx"),
    (ExportKind.CSV, "resultater.csv"),
    (ExportKind.SPS, "resultater.sps"),
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where files go between people: what the coordinator hands out, where answers are put, what she delivers."""

    handed_out: Path
    answers: Path
    report: Path

    @classmethod
    def in_folder(cls, folder: Path) -> Places:
        """Make the three in a folder, without what an earlier tour left in them."""
        places = cls(folder / "kull", folder / "svarfiler", folder / "rapport")
        for each in (places.handed_out, places.answers, places.report):
            each.mkdir(parents=True, exist_ok=True)
        left = (*places.handed_out.glob("*.kull"), *places.answers.glob("*.kull"), *places.answers.glob("*.svar"))
        for old in (*left, *(places.report / name for _kind, name in FORMATS)):
            old.unlink(missing_ok=True)
        return places


def answers_to_report(stage: Stage, places: Places) -> None:
    """Walk from an empty workspace and 24 made-up people's answers to the report."""
    _open_workspace(stage)
    _make_up_answers(stage, places)
    _collect(stage, places)
    _close(stage)
    _see_results(stage)
    _read_comments(stage)
    _write_report(stage, places)


def has_rounds(opened: OpenedCourse) -> bool:
    """Say whether a course asks its participants after a day and after the course."""
    return {EvaluationType.DAY, EvaluationType.AFTER} <= _forms(opened).keys()


def a_cohort_of_her_own(stage: Stage, places: Places, opened: OpenedCourse) -> None:
    """Make a cohort, hand its file out, and be the participant who joins it and hands in what she said of day 1."""
    forms = _forms(opened)
    _make_cohort(stage)
    _hand_out(stage, places)
    _hand_in(stage, places, forms[EvaluationType.DAY])


def _forms(opened: OpenedCourse) -> dict[EvaluationType, Page]:
    """Return the first form of each type."""
    found: dict[EvaluationType, Page] = {}
    for head in opened.course.sessions():
        for page in opened.session(head.id).pages:
            if page.evaluation is not None:
                found.setdefault(page.evaluation.type, page)
    return found


def change_workspace(stage: Stage, workspace: str) -> None:
    """Choose a workspace in the sidebar's list."""
    driver = stage.driver
    begins = _("Arbeidsrom: {name}. Bytt arbeidsrom").partition("{")[0]
    driver.click(eyes.find(driver.window.sidebar, Role.Button, begins))
    menu = QApplication.activePopupWidget()
    if menu is None:
        raise StuckError("no list of workspaces")
    action = next(each for each in menu.actions() if each.objectName() == f"workspace-{workspace}")
    while menu.activeAction() is not action:  # type: ignore[attr-defined] # a menu
        hands.press(hands.Key.Key_Down)
    hands.press(hands.Key.Key_Return)
    driver.come_to_front()


def _open_workspace(stage: Stage) -> None:
    driver = stage.driver
    change_workspace(stage, COORDINATOR)
    wait_until(lambda: bool(driver.all(QPushButton)), "the door of the workspace")
    stage.picture("koordinator-las-opp")
    driver.push(_("Åpne demonstrasjonen"))
    wait_until(lambda: _desk(stage).is_open, "the open safe")
    driver.settle()
    stage.camera.one("kull-demonstrasjon")


def _make_cohort(stage: Stage) -> None:
    driver = stage.driver
    driver.place(_("Kull"))
    stage.camera.one("kull")
    driver.push(_("Lag et kull"))
    screen = driver.screen
    assert isinstance(screen, NewCohortScreen)
    when = screen._when
    for entry, text in zip((when.name, when.starts, when.ends, when.invited, when.place), (NAME, *FACTS), strict=True):
        driver.write(entry.field, text)
    stage.camera.one("kull-nar-og-hvor")
    for name in ("kull-skjemaer", "kull-lofter", "kull-se-over"):
        driver.push(_("Neste"))
        driver.settle()
        stage.camera.one(name)
    driver.push(_("Lag kullet"))
    driver.settle()


def _hand_out(stage: Stage, places: Places) -> None:
    """Save the recovery sheet and the cohort file."""
    driver = stage.driver
    stage.camera.one("kull-gjenopprettingsark")
    driver.push(_("Lagre gjenopprettingsarket"))
    pick(stage, places.handed_out / "gjenopprettingsark.pdf")
    driver.push(_("Lag kullfila"))
    pick(stage, places.handed_out)
    wait_until(lambda: any(places.handed_out.glob("*.kull")), "the cohort file")
    driver.dismiss_message()
    stage.picture("kull-kullmerke")


def _hand_in(stage: Stage, places: Places, form: Page) -> None:
    """Be the participant again: join, read what is sent, hand in."""
    driver = stage.driver
    change_workspace(stage, PARTICIPANT)
    driver.push(_("Åpne kullfil"))
    pick(stage, next(places.handed_out.glob("*.kull")))
    stage.glimpse("deltaker-kull")
    driver.push(_("Bli med i kullet"))
    driver.dismiss_message()
    driver.find_and_go(form.title)
    hands.bring_into_view(driver.button(_("Lag svarfil")))
    stage.camera.one("deltaker-lag-svarfil")
    driver.push(_("Lag svarfil"))
    stage.picture("deltaker-dette-sendes")
    driver.push(_("Velg mappe og lag svarfila"))
    pick(stage, places.answers)
    wait_until(lambda: any(places.answers.glob("*.svar")), "the answer file")
    stage.camera.one("deltaker-kvittering")
    driver.push(_("Ferdig"))


def _make_up_answers(stage: Stage, places: Places) -> None:
    driver = stage.driver
    driver.push(_("Lag et oppdiktet kull"))
    pick(stage, places.answers)
    wait_until(lambda: driver.all(DropZone), "the screen of collecting")
    driver.settle()
    driver.dismiss_message()
    stage.camera.one("innsamling-tom")


def _collect(stage: Stage, places: Places) -> None:
    driver = stage.driver
    driver.push(_("Velg mappe"))
    pick(stage, places.answers)
    wait_until(lambda: any(report.texts() for report in driver.all(Report)), "all files read")
    driver.settle()
    stage.picture("innsamling")


def _close(stage: Stage) -> None:
    """Close the round that has answers."""
    driver = stage.driver
    view = next(view for view in driver.all(RoundView) if view.close_round.isVisibleTo(driver.window))
    driver.click(view.close_round)
    stage.camera.one("innsamling-lukke")
    _say_yes(stage)
    driver.dismiss_message()
    hands.bring_into_view(view)
    stage.camera.one("innsamling-lukket")
    driver.click(view.see)


def _see_results(stage: Stage) -> None:
    """See the front page, a theme, and a question."""
    driver = stage.driver
    wait_until(lambda: driver.all(FrontPage), "the results")
    stage.picture("resultater")
    driver.click(driver.one(FrontPage).themes.links()[0])
    stage.picture("resultater-tema")
    driver.click(driver.one(ThemePage).figures[0].rows.links()[0])
    stage.camera.one("resultater-sporsmal")


def _read_comments(stage: Stage) -> None:
    driver = stage.driver
    driver.place(_("Kommentarer"))
    stage.picture("kommentarer")


def _write_report(stage: Stage, places: Places) -> None:
    """Save the report, and the numbers in the formats most ask for."""
    driver = stage.driver
    driver.place(_("Rapport og eksport"))
    stage.picture("rapport")
    for kind, name in FORMATS:
        screen = driver.screen
        assert isinstance(screen, ReportScreen)
        assert screen.choice is not None
        driver.click(next(radio for radio in screen.choice.radios if radio.value == kind.value))
        driver.push(_("Lagre …"))
        pick(stage, places.report / name)
        wait_until((places.report / name).exists, name)
        driver.settle()
        driver.dismiss_message()


def _say_yes(stage: Stage) -> None:
    question = QApplication.activeModalWidget()
    if not isinstance(question, QMessageBox):
        raise StuckError("no question")
    yes = next(each for each in question.buttons() if question.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole)
    hands.click(yes)
    stage.driver.come_to_front()


def pick(stage: Stage, path: Path) -> None:
    """Choose a path in the dialog that is open, and wait for what it leads to."""
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        raise StuckError(f"no dialog to choose {path.name} in")
    field = dialog.findChild(QLineEdit, "fileNameEdit")
    if field is None:
        raise StuckError("a dialog of the system's own")
    field.setText(str(path))
    dialog.accept()
    stage.driver.come_to_front()


def _desk(stage: Stage) -> Desk:
    return stage.driver.rest.desk
