"""Results leave the house as one file at a time, where one says, with a bar to follow and a way to stop."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from kursapp.domain.exporting import ExportKind
from kursapp.domain.form import FormKind
from kursapp.ui.coordinator.report import ReportScreen
from kursapp.ui.coordinator.report_words import file_name, formats
from kursapp.ui.navigation import comments, report
from kursapp.ui.widgets.scroll import Column
from tests.ui.coordinator.conftest import Office

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def screen(office: Office, show: Show) -> ReportScreen:
    """Show the files of the latest cohort."""
    made = ReportScreen(office.desk, office.navigator, office.theme, office.messages)
    show(made)
    office.visit(made, report())
    return made


def _choose(screen: ReportScreen, path: Path) -> None:
    dialog = screen.files.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(path)])
    dialog.reject()


@pytest.mark.parametrize("kind", [kind for kind in ExportKind if kind is not ExportKind.QUALITY])
def test_every_kind_of_file_can_be_saved(
    office: Office, screen: ReportScreen, tmp_path: Path, kind: ExportKind
) -> None:
    """The kind chosen is the one that is made, where one said, and the message says where it is."""
    assert screen.choice is not None
    screen.choice.choose(kind)
    screen.save.click()
    path = tmp_path / "ut.x"
    _choose(screen, path)
    office.settle()
    assert office.coordinator.asked == [("export", "k11", "eval-etter", kind, path)]
    assert path.exists()
    assert str(path) in office.told[-1].text
    assert not screen.saving.isVisible()


def test_a_quiz_also_has_the_quality_of_its_questions() -> None:
    """Offered where there are quiz answers, and nowhere else."""
    assert ExportKind.QUALITY in {each.kind for each in formats(FormKind.QUIZ)}
    assert {each.kind for each in formats(FormKind.EVALUATION)} == set(ExportKind) - {ExportKind.QUALITY}


def test_what_was_taken_out_is_asked_about_before_it_is_gone(
    office: Office, screen: ReportScreen, tmp_path: Path
) -> None:
    """With something redacted the coordinator is asked first; the way back makes no file."""
    entry = office.coordinator.entries[0]
    office.coordinator.entries[0] = replace(entry, redacted=((0, 3),), shown="[…]")
    office.visit(screen, report())
    screen.save.click()
    question = screen.asking.question
    assert question is not None
    assert screen.files.dialog is None
    stay = next(b for b in question.buttons() if question.buttonRole(b) is QMessageBox.ButtonRole.RejectRole)
    stay.click()
    assert screen.files.dialog is None
    screen.save.click()
    question = screen.asking.question
    assert question is not None
    yes = next(b for b in question.buttons() if question.buttonRole(b) is QMessageBox.ButtonRole.AcceptRole)
    yes.click()
    assert screen.files.dialog is not None
    _choose(screen, tmp_path / "r.pdf")
    office.settle()
    assert (tmp_path / "r.pdf").exists()


def test_stopping_makes_no_file(office: Office, screen: ReportScreen, tmp_path: Path) -> None:
    """Stopped before it is done: it says so, and the screen can save again."""
    screen.save.click()
    dialog = screen.files.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(tmp_path / "r.pdf")])
    screen.saving.stop.click()
    office.settle()
    dialog.reject()
    assert [message.text for message in office.told] == ["Avbrutt. Ingen fil er laget."] or (
        tmp_path / "r.pdf"
    ).exists()
    assert not screen.saving.isVisible()


def test_a_full_disk_is_one_sentence(office: Office, screen: ReportScreen, tmp_path: Path) -> None:
    """What cannot be written is said, and nothing claims to be saved."""
    screen.save.click()
    office.coordinator.refuse = "disk-full"
    _choose(screen, tmp_path / "r.pdf")
    office.settle()
    assert [message.about for message in office.told] == ["disk-full"]
    assert not (tmp_path / "r.pdf").exists()
    assert not screen.saving.isVisible()


def test_one_file_at_a_time(office: Office, screen: ReportScreen, tmp_path: Path) -> None:
    """While one is written another is not begun; it says why."""
    screen._watch = office.desk.watch()
    screen.save.click()
    assert screen.files.dialog is None
    assert "avbryt" in office.told[-1].text


def test_the_page_says_what_is_left_out(office: Office, screen: ReportScreen) -> None:
    """How many handed in, how many questions are hidden, how many quotes are chosen, and the way to choose."""
    assert "22 av 24" in screen.facts.text()
    assert "1 spørsmål er skjult for å verne deltakerne" in screen.facts.text()
    assert screen.quotes.text().startswith("0 kommentarer")
    screen.choose_quotes.click()
    assert office.navigator.here == comments("k11", "eval-etter")


def test_an_open_round_has_no_files(office: Office, screen: ReportScreen) -> None:
    """Nothing can be saved of what is still collected."""
    office.visit(screen, report("k11", "eval-dag"))
    assert screen.nothing.isVisible()
    assert not screen.save.isVisible()


def test_everything_fits_at_200_per_cent(office: Office, screen: ReportScreen) -> None:
    """In a window of 960 px with large text nothing is wider than the window."""
    office.theme.wear(office.theme.look._replace(zoom=200))
    screen.resize(848, 520)
    QApplication.processEvents()
    inner = screen.findChild(Column).widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= 848


def test_a_files_name_can_be_written_on_every_system(office: Office) -> None:
    """No sign in it means something to a file system, and it is not too long."""
    card = office.coordinator.rounds("k11")[1]
    assert file_name("Kull 12: høst/vår?", card, "pdf") == "Kull 12 høst vår – Etter kurset.pdf"
    assert len(file_name("x" * 300, card, "pdf")) <= 84
