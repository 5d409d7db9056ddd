"""Kursbevis: ways to what is lacking, then a paper with her own name, made when she asks for it and never before."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.certificate import CertificateState, CertificateWords
from kursapp.services import course_certificate
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.navigation import certificate, cover, library, page
from kursapp.ui.participant.certificate.form import CertificateForm
from kursapp.ui.participant.certificate.lacking import Lacking
from kursapp.ui.participant.certificate.screen import CertificateScreen
from kursapp.ui.widgets.empty import EmptyState
from tests.pdf_text import pdf_text
from tests.ui.conftest import LONG, Room
from tests.ui.participant.test_home import take_all

Show = Callable[[QWidget], QWidget]


def at_certificate(room: Room, show: Show) -> CertificateScreen:
    """Show the certificate of the small course, and wait until it is filled."""
    parts = room.parts
    screen = CertificateScreen(parts.tasks, parts.courses, parts.navigator, parts.theme, lambda: "Kari Nordmann")
    parts.tasks.changed.connect(screen.refresh)
    show(screen)
    parts.courses.load()
    screen.enter(certificate("lederkurs"))
    room.settle()
    return screen


def form_of(room: Room, show: Show, opened: OpenedCourse) -> tuple[CertificateScreen, CertificateForm]:
    """Do all that the course asks for, and show the form."""
    take_all(room, opened)
    screen = at_certificate(room, show)
    assert isinstance(screen.body, CertificateForm)
    return screen, screen.body


def state_of(room: Room, opened: OpenedCourse) -> CertificateState:
    """Return how one stands towards the certificate."""
    found: list[CertificateState] = []
    room.parts.tasks.profile(lambda me: me.on(opened).certificate.state(), found.append)
    room.settle()
    return found[0]


def test_before_it_can_be_made_every_line_leads_to_what_is_lacking(room: Room, show: Show, qtbot: QtBot) -> None:
    """The button and the row go to the first reflection without an answer."""
    screen = at_certificate(room, show)
    assert screen.title() == "Kursbevis"
    assert screen.trail() == (("Kurs", library()), ("God ledelse", cover("lederkurs")))
    assert isinstance(screen.body, Lacking)
    assert screen.first_focus() is screen.body.main
    assert screen.body.main.text() == "Gå til «Alle refleksjoner besvart»"
    assert [row.accessibleName() for row in screen.body.missing.rows] == ["Alle refleksjoner besvart, 12 gjenstår"]
    assert not screen.body.met.isVisible()
    qtbot.keyClick(screen.body.main, Qt.Key.Key_Space)
    assert room.parts.navigator.here == page("lederkurs", "d1-1", "d1-1-b", "d1-1-rf")


def test_what_is_lacking_is_shown_in_the_window_and_in_no_other(room: Room, show: Show, qtbot: QtBot) -> None:
    """A list that is shown before it has its place would flash as a window of its own and take the keyboard."""
    spy = WindowSpy()
    application = QApplication.instance()
    assert application is not None
    screen = at_certificate(room, show)
    application.installEventFilter(spy)
    try:
        screen.enter(certificate("lederkurs"))
        room.settle()
    finally:
        application.removeEventFilter(spy)
    assert isinstance(screen.body, Lacking)
    assert spy.shown == []


class WindowSpy(QObject):
    """Notes what is shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(type(watched).__name__)
        return False


def test_the_screen_follows_what_is_done(room: Room, show: Show, opened: OpenedCourse) -> None:
    """The last answer given while it is shown turns the list into the form."""
    screen = at_certificate(room, show)
    take_all(room, opened)
    room.settle()
    assert isinstance(screen.body, CertificateForm)


def test_a_course_without_rules_says_so(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """And leads back to the course."""
    screen = at_certificate(room, show)
    none = CertificateState((), None, None, CertificateWords())
    screen._show(opened, none)
    assert isinstance(screen.body, EmptyState)
    qtbot.mouseClick(screen.body.action, Qt.MouseButton.LeftButton)
    assert room.parts.navigator.here == cover("lederkurs")


def test_it_is_made_with_her_name_where_she_wants_it(
    room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot, tmp_path: Path
) -> None:
    """Her profile's name is proposed; the file is where the dialog said, and Hjem says no more of it."""
    screen, form = form_of(room, show, opened)
    screen.resize(700, 420)
    assert form.name.text() == "Kari Nordmann"
    assert screen.first_focus() is form.name.field
    form.name.field.selectAll()
    qtbot.keyClicks(form.name.field, "Kari Solbakken")
    qtbot.keyClick(form.name.field, Qt.Key.Key_Return)
    dialog = screen._picker.dialog
    assert dialog is not None
    assert dialog.selectedFiles()[0].endswith("Kursbevis God ledelse.pdf")
    assert not list(tmp_path.glob("*.pdf"))
    dialog.filesSelected.emit([str(tmp_path / "bevis.pdf")])
    dialog.reject()
    qtbot.waitUntil(form.done.isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: form.file.visibleRegion().boundingRect().height() >= form.file.height(), timeout=LONG)
    assert form.done.text() == "Kursbeviset er laget. Skriv det ut, og be arrangøren om underskrift."
    assert form.file.accessibleName() == str(tmp_path / "bevis.pdf")
    assert "Kari Solbakken" in pdf_text(tmp_path / "bevis.pdf")
    room.settle()
    words = state_of(room, opened).words
    assert words.name == "Kari Solbakken"
    assert words.made_at is not None


def test_without_a_name_there_is_no_dialog(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """The error stands at the line, which has the keyboard."""
    screen, form = form_of(room, show, opened)
    form.name.field.clear()
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert form.name.error.text() == "Skriv navnet som skal stå på kursbeviset."
    assert form.name.field.hasFocus()
    assert screen._picker.dialog is None


def test_days_are_hers_to_write_and_must_be_days(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """In her own way of writing them; the last is not before the first, and what is wrong is said at the line."""
    screen, form = form_of(room, show, opened)
    form.first.field.setText("9.3.26")
    form.last.field.setText("8. mars 2026")
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert form.last.error.text() == "Siste dag kan ikke være før den første."
    form.last.field.setText("i går")
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert form.last.error.text() == "Skriv en dato, for eksempel 9. mars 2026."
    assert screen._picker.dialog is None
    form.last.field.setText("2026-04-20")
    assert form.words() == CertificateWords("Kari Nordmann", date(2026, 3, 9), date(2026, 4, 20))


def test_what_is_typed_saves_itself(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """On leaving too; days that are those worked are not kept as hers."""
    screen, form = form_of(room, show, opened)
    qtbot.keyClicks(form.name.field, " Lie")
    screen.leave()
    room.settle()
    assert state_of(room, opened).words == CertificateWords("Kari Nordmann Lie")
    screen.enter(certificate("lederkurs"))
    room.settle()
    assert isinstance(screen.body, CertificateForm)
    assert screen.body.name.text() == "Kari Nordmann Lie"


def test_another_change_leaves_what_is_being_typed(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """The form stays where what the course asks for is as it was."""
    screen, form = form_of(room, show, opened)
    qtbot.keyClicks(form.name.field, " Lie")
    room.do(lambda me: me.on(opened).take.read_page("d1-1/start"))
    screen._read()
    room.settle()
    assert screen.body is form
    assert form.name.text() == "Kari Nordmann Lie"


def test_a_folder_that_is_gone_is_one_sentence(
    room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot, tmp_path: Path
) -> None:
    """It stands at the button, nothing is made, and one can try again."""
    screen, form = form_of(room, show, opened)
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    screen._on_path(tmp_path / "borte" / "bevis.pdf")
    qtbot.waitUntil(form.error.isVisible, timeout=LONG)
    assert form.error.text() == f"Mappa {tmp_path / 'borte'} finnes ikke. Velg en annen mappe."
    assert not form.stop.isVisible()
    assert state_of(room, opened).words.made_at is None
    screen._on_path(tmp_path / "bevis.pdf")
    qtbot.waitUntil(form.done.isVisible, timeout=LONG)


def test_making_it_can_be_stopped(
    room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing half is left, and it is said."""
    write = course_certificate.write_certificate

    def when_stopped(made: object, path: Path, watch: object) -> Path:
        while not watch.cancelled():  # type: ignore[attr-defined]
            time.sleep(0.01)
        return write(made, path, watch)  # type: ignore[arg-type]

    monkeypatch.setattr(course_certificate, "write_certificate", when_stopped)
    screen, form = form_of(room, show, opened)
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    screen._on_path(tmp_path / "bevis.pdf")
    assert form.make.text() == "Lager kursbeviset …"
    qtbot.mouseClick(form.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(form.error.isVisible, timeout=LONG)
    assert form.error.text().startswith("Eksporten ble avbrutt.")
    assert form.make.text() == "Lag kursbeviset"
    assert not list(tmp_path.glob("*.pdf"))


def test_the_goals_are_told_of_as_many_as_they_are(room: Room, show: Show, opened: OpenedCourse, qtbot: QtBot) -> None:
    """Six days with one each; a course without any is silent about them."""
    screen, _form = form_of(room, show, opened)
    words = [one.text() for one in screen.findChildren(QWidget) if hasattr(one, "text") and one.isVisible()]
    assert "6 læringsmål, under dagen de hører til" in words
    *days, last = opened.course.modules
    later = replace(last, goals=days[0].goals, opens_after_days=90)
    with_later = CertificateForm(
        replace(opened.course, modules=(*days, later)), state_of(room, opened), "", room.parts.theme
    )
    qtbot.addWidget(with_later)
    told = [str(getattr(one, "text", str)()) for one in with_later.findChildren(QWidget)]
    assert [one for one in told if "læringsmål" in one] == ["5 læringsmål, under dagen de hører til"]
    modules = tuple(replace(module, goals=()) for module in opened.course.modules)
    bare = CertificateForm(replace(opened.course, modules=modules), state_of(room, opened), "", room.parts.theme)
    qtbot.addWidget(bare)
    assert not [one for one in bare.findChildren(QWidget) if "læringsmål" in str(getattr(one, "text", str)())]
