"""Kull: made step by step, published once, followed, and deleted for good."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget

from kursapp.domain.attendance import Attendance, DayDone
from kursapp.services.cohort_cards import CohortState
from kursapp.ui.coordinator.cohort_details import CohortDetailsScreen
from kursapp.ui.coordinator.cohorts import CohortsScreen
from kursapp.ui.coordinator.new_cohort import FORMS, LOOK, PROMISES, NewCohortScreen
from kursapp.ui.navigation import cohort_details, cohorts, collecting, new_cohort
from kursapp.ui.widgets.empty import EmptyState
from tests.services.coordinator.office_world import AFTER, BEFORE, QUIZ
from tests.ui.conftest import LONG
from tests.ui.coordinator.real_desk import RealDesk

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def wizard(real: RealDesk, show: Show) -> NewCohortScreen:
    """Show the first step of a cohort, with its answers typed."""
    real.open()
    made = NewCohortScreen(real.desk, real.courses, real.navigator, real.theme, real.messages)
    show(made)
    real.visit(made, new_cohort())
    when = made.steps[0]
    when.name.field.setText("Bergen, høsten 2026")
    when.starts.field.setText("9. september 2026")
    when.ends.field.setText("30.11.26")
    when.invited.field.setText("24")
    return made


def go_on(wizard: NewCohortScreen, real: RealDesk, number: int) -> None:
    """Press Neste until a step is reached."""
    while wizard._number < number:
        before = wizard._number
        wizard.next.click()
        real.qtbot.waitUntil(lambda before=before: wizard._number > before, timeout=LONG)
    real.settle()


def test_a_cohort_is_made_as_it_was_decided(real: RealDesk, wizard: NewCohortScreen) -> None:
    """What was answered on four steps is what the cohort promises, and the next thing to do is shown."""
    go_on(wizard, real, FORMS)
    assert wizard._forms.forms.values() == (BEFORE, AFTER)
    wizard._forms.quizzes.boxes[QUIZ].setChecked(True)
    wizard._forms.progress.setChecked(True)
    go_on(wizard, real, PROMISES)
    assert wizard._promises.keep_until.text().endswith("2027")
    wizard._promises.limit.set_value("7")
    wizard._promises.breakdowns.boxes["rolle"].setChecked(True)
    go_on(wizard, real, LOOK)
    facts = wizard.steps[LOOK].facts.facts()
    assert facts["Navn på kullet"] == "Bergen, høsten 2026"
    assert facts["Ingenting vises for færre enn"] == "7 personer"
    wizard.next.click()
    real.qtbot.waitUntil(lambda: real.navigator.here.screen == "cohort-details", timeout=LONG)
    cohort = real.ask(lambda coordinator: coordinator.cohort(real.navigator.here.cohort))
    assert (cohort.name, cohort.starts, cohort.ends) == ("Bergen, høsten 2026", date(2026, 9, 9), date(2026, 11, 30))
    assert [form.form.id for form in cohort.forms] == [BEFORE, AFTER, QUIZ]
    assert (cohort.rules.k, cohort.rules.breakdowns, cohort.wants_progress) == (7, ("rolle",), True)
    assert cohort.simulated
    assert real.desk.chosen == cohort.id


def test_what_is_missing_is_said_at_its_place(real: RealDesk, wizard: NewCohortScreen) -> None:
    """The step stays, every line at fault says why, and the first of them has the keyboard."""
    when = wizard.steps[0]
    when.name.field.clear()
    when.ends.field.setText("1. januar 2026")
    when.invited.field.setText("mange")
    wizard.next.click()
    assert wizard._number == 0
    assert [entry.error.isVisible() for entry in (when.name, when.starts, when.ends, when.invited)] == [
        True,
        False,
        True,
        True,
    ]
    assert when.name.field.hasFocus()
    assert "før den første" in when.ends.error.text()


def test_a_limit_below_five_needs_a_reason(real: RealDesk, wizard: NewCohortScreen) -> None:
    """The reason is asked for where it is needed only, and is promised with the limit."""
    go_on(wizard, real, PROMISES)
    promises = wizard._promises
    assert not promises.reason.isVisible()
    promises.limit.set_value("3")
    wizard.next.click()
    assert wizard._number == PROMISES
    assert promises.reason.error.isVisible()
    promises.reason.field.setText("Bare seks deltakere")
    wizard.next.click()
    assert wizard._draft().reason == "Bare seks deltakere"
    wizard.back.click()
    promises.limit.set_value("5")
    assert wizard._draft().reason == ""


def test_no_form_and_no_day_are_refused(real: RealDesk, wizard: NewCohortScreen) -> None:
    """A cohort without a form has nothing to hand in; one without an end is never deleted."""
    go_on(wizard, real, FORMS)
    for box in wizard._forms.forms.boxes.values():
        box.setChecked(False)
    wizard.next.click()
    assert wizard._number == FORMS
    assert wizard._forms.forms.error.isVisible()
    wizard._forms.forms.boxes[AFTER].setChecked(True)
    go_on(wizard, real, PROMISES)
    wizard._promises.keep_until.field.setText("snart")
    wizard.next.click()
    assert wizard._number == PROMISES


def test_what_the_services_refuse_is_said_and_nothing_is_lost(real: RealDesk, wizard: NewCohortScreen) -> None:
    """A day of deletion before the end is refused in a sentence; the answers stand."""
    go_on(wizard, real, PROMISES)
    wizard._promises.keep_until.field.setText("1. oktober 2026")
    go_on(wizard, real, LOOK)
    wizard.next.click()
    real.qtbot.waitUntil(lambda: bool(real.told), timeout=LONG)
    assert wizard.steps[0].name.text() == "Bergen, høsten 2026"
    assert real.ask(lambda coordinator: coordinator.cohorts()) == ()


def test_the_list_says_what_is_next(real: RealDesk, show: Show) -> None:
    """A draft leads to what is left to do, a published cohort to collecting; the newest stands first."""
    real.open()
    draft, done = real.cohort(published=False, name="Utkast"), real.cohort(name="Ferdig")
    screen = CohortsScreen(real.desk, real.courses, real.navigator, real.theme, real.messages)
    show(screen)
    real.visit(screen, cohorts())
    rows = {row.cohort.id: row for row in screen.rows}
    assert rows[draft.id].go_on.text() == "Gjør ferdig kullet"
    rows[draft.id].go_on.click()
    assert real.navigator.here == cohort_details(draft.id)
    rows[done.id].go_on.click()
    assert real.navigator.here == collecting(done.id)


def test_an_empty_list_says_what_a_cohort_is(real: RealDesk, show: Show) -> None:
    """And leads to making one; in the demonstration it offers a made-up one instead."""
    real.open(simulated=False)
    screen = CohortsScreen(real.desk, real.courses, real.navigator, real.theme, real.messages)
    show(screen)
    real.visit(screen, cohorts())
    assert not screen.made_up.isVisible()
    assert not screen.add.isVisible()
    screen.findChild(EmptyState).action.click()
    assert real.navigator.here == new_cohort()


def test_the_demonstration_makes_a_cohort_with_answers(real: RealDesk, show: Show, tmp_path: Path) -> None:
    """One folder, and there are answers of 24 made-up people to collect."""
    real.open()
    screen = CohortsScreen(real.desk, real.courses, real.navigator, real.theme, real.messages)
    show(screen)
    real.visit(screen, cohorts())
    folder = tmp_path / "svar"
    folder.mkdir()
    screen.made_up._on_folder(folder)
    real.qtbot.waitUntil(lambda: real.navigator.here.screen == "collecting", timeout=LONG)
    assert len(list(folder.glob("*.svar"))) == 24


@pytest.fixture
def details(real: RealDesk, show: Show) -> CohortDetailsScreen:
    """Show the screen of one cohort."""
    real.open()
    made = CohortDetailsScreen(real.desk, real.navigator, real.theme, real.messages)
    show(made)
    return made


def test_the_sheet_comes_before_the_file(real: RealDesk, details: CohortDetailsScreen) -> None:
    """The file cannot be made without the sheet; with both, the kullmerke is there to compare."""
    card = real.cohort(published=False)
    real.visit(details, cohort_details(card.id))
    details.file.make.click()
    assert any("gjenopprettingsarket først" in text for text in real.texts())
    sheet = real.out / "ark.pdf"
    details.sheet._on_path(sheet)
    real.qtbot.waitUntil(details.sheet.code.isVisible, timeout=LONG)
    real.settle()
    assert sheet.read_bytes().startswith(b"%PDF")
    assert details.sheet.code.text().count("-") > 3
    details.file._on_folder(real.out)
    real.qtbot.waitUntil(details.mark.isVisible, timeout=LONG)
    published = real.ask(lambda coordinator: coordinator.card(card.id))
    assert published.state is CohortState.PUBLISHED
    mark = real.ask(lambda coordinator: coordinator.mark(card.id))
    assert tuple(word.text() for word in details.mark.words) == mark
    assert list(real.out.glob("*.kull"))
    assert not details.sheet.isVisible()
    details.collect.click()
    assert real.navigator.here == collecting(card.id)


def test_a_folder_that_is_gone_costs_nothing(real: RealDesk, details: CohortDetailsScreen) -> None:
    """The stick was pulled out: one sentence, and the cohort is as it was."""
    card = real.cohort(published=False)
    real.ask(lambda coordinator: coordinator.recovery_code(card.id))
    real.visit(details, cohort_details(card.id))
    details.file._on_folder(real.out / "borte")
    real.qtbot.waitUntil(lambda: bool(real.told), timeout=LONG)
    real.settle()
    assert not details.mark.isVisible()


def test_codes_are_shown_once(real: RealDesk, details: CohortDetailsScreen) -> None:
    """A slip for each participant, with another code for each form; gone when one goes elsewhere."""
    card, other = real.cohort(codes=True), real.cohort(name="Uten koder")
    real.visit(details, cohort_details(card.id))
    details.codes.make.click()
    real.qtbot.waitUntil(details.codes.codes.isVisible, timeout=LONG)
    lines = [line for line in details.codes.codes.toPlainText().splitlines() if line]
    assert len(lines) == len({line.rpartition(": ")[2] for line in lines}) == 24 * len(card.cohort.forms)
    real.visit(details, cohort_details(other.id))
    assert not details.codes.isVisible()
    assert details.codes.codes.toPlainText() == ""


def test_deltakelse_lists_names_and_no_answers(real: RealDesk, details: CohortDetailsScreen) -> None:
    """Who handed in a progress file, how far they are, and whether they are to have the certificate."""
    card = real.cohort(wants_progress=True)
    real.visit(details, cohort_details(card.id))
    assert "Ingen framdriftsfiler ennå" in details.attendance.words.text()
    people = [
        Attendance(card.id, name, "Voss", date(2026, 6, 1), (DayDone("dag-1", "Dag 1", done, 5),), done == 5)
        for name, done in (("Ada", 5), ("Bo", 3))
    ]
    details.attendance.show_people(people, 24)
    table = details.attendance.table
    assert [table.item(0, column).text() for column in range(5)] == [
        "Ada",
        "Voss",
        "5 av 5",
        "Ja",
        "1. juni 2026",
    ]
    assert details.attendance.words.text().startswith("2 av 24 har levert framdriftsfil.")


def test_deleting_is_asked_about_and_tells_what_is_left(real: RealDesk, details: CohortDetailsScreen) -> None:
    """The safe answer deletes nothing; the other deletes all, and lists what only people can delete."""
    card = real.cohort()
    real.visit(details, cohort_details(card.id))
    for role, left in (("RejectRole", 1), ("AcceptRole", 0)):
        details.deleting.delete.click()
        question = details.deleting._asking.question
        assert isinstance(question, QMessageBox)
        next(one for one in question.buttons() if question.buttonRole(one).name == role).click()
        real.settle()
        assert len(real.ask(lambda coordinator: coordinator.cohorts())) == left
    assert details.deleted.isVisible()
    assert ".kull" in details.deleted.lines.text()
    assert not details.facts.isVisible()
    details.deleted.close_button.click()
    assert real.navigator.here == cohorts()


def test_locking_forgets_what_is_shown(real: RealDesk, details: CohortDetailsScreen) -> None:
    """Neither a name nor a code stays on a locked screen."""
    card = real.cohort()
    real.visit(details, cohort_details(card.id))
    real.desk.lock()
    assert details.title() == "Kull"
    assert not details.mark.isVisible()
