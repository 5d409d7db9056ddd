"""A cohort in the real window: looked at, joined, and what one can hand in to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.domain.response import Chosen
from kursapp.domain.submission import Solved
from kursapp.services.participant import Participant
from kursapp.ui.navigation import cohort_file, my_cohort, progress_file, share_quiz
from kursapp.ui.participant.cohort.mark_view import MarkView
from kursapp.ui.participant.cohort.progress_screen import ProgressScreen
from kursapp.ui.participant.cohort.rows import PlaceRow
from kursapp.ui.participant.cohort.screen import CohortScreen
from kursapp.ui.participant.hand_in.receipt_stage import ReceiptStage
from kursapp.ui.participant.hand_in.share_screen import ShareScreen
from kursapp.ui.picking import Picker
from tests.room import Room, room_for
from tests.ui.participant.conftest import SitDown
from tests.ui.participant.sitting import Sitting

SESSION = """---
id: s1
minutter: 10
---
# Økt

## Evaluering: Skjemaet
<!-- id: skjema | type: dag -->

### Fritekst: Noe mer?
<!-- id: mer | tema: Nytte -->

## Quiz: Fristene
<!-- id: quiz-1 | bestått: 50 % | visning: til slutt -->

### Spørsmål: Hvor lang er fristen?
<!-- id: q1 -->
- [x] En uke <!-- id: q1-a -->
- [ ] En måned <!-- id: q1-b -->

### Spørsmål: Hvem bestemmer?
<!-- id: q2 -->
- [x] Lederen <!-- id: q2-a -->
- [ ] Ingen <!-- id: q2-b -->
"""


@dataclass
class Desk:
    """A participant, and the coordinator's side of a cohort of her course."""

    sitting: Sitting
    room: Room
    folder: Path

    @property
    def screen(self) -> QWidget:
        """Return the screen shown."""
        shown = self.sitting.steering.screen
        assert shown is not None
        return shown

    def look_at(self, room: Room, name: str = "kull.kull") -> CohortScreen:
        """Open a cohort file."""
        self.sitting.navigator.go(cohort_file(str(room.put_file(self.folder / "kull", name))))
        return self.shown()

    def shown(self) -> CohortScreen:
        """Return the cohort's screen when it is there."""
        self.sitting.settle()
        screen = self.screen
        assert isinstance(screen, CohortScreen)
        return screen

    def words(self) -> str:
        """Return all the words on the screen."""
        return self.sitting.words(self.screen)

    def button(self, words: str) -> QPushButton:
        """Return the one button that says this."""
        found = [one for one in self.sitting.all(QPushButton, self.screen) if one.text().startswith(words)]
        assert len(found) == 1, (words, [one.text() for one in self.sitting.all(QPushButton, self.screen)])
        return found[0]

    def press(self, words: str) -> None:
        """Press a button by the keyboard, and wait for what it leads to."""
        button = self.button(words)
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
        self.sitting.settle()

    def row(self, words: str) -> PlaceRow:
        """Return the row that begins so."""
        found = [one for one in self.sitting.all(PlaceRow, self.screen) if one.accessibleName().startswith(words)]
        assert len(found) == 1, (words, [one.accessibleName() for one in self.sitting.all(PlaceRow, self.screen)])
        return found[0]

    def make_file(self, button: str, folder: Path) -> Path:
        """Press the button that asks for a folder, choose one, and return the file that came there."""
        folder.mkdir(exist_ok=True)
        before = set(folder.iterdir())
        QTest.mouseClick(self.button(button), Qt.MouseButton.LeftButton)
        picker = next(one for one in self.screen.findChildren(Picker) if one.dialog is not None)
        assert picker.dialog is not None
        picker.dialog.filesSelected.emit([str(folder)])
        picker.dialog.reject()
        self.sitting.window.activateWindow()
        self.sitting.settle()
        made = set(folder.iterdir()) - before
        assert len(made) == 1, self.words()
        return made.pop()


@pytest.fixture
def desk(sit_small: Callable[[str], SitDown], tmp_path: Path) -> Desk:
    """Sit down at a course of a form and a quiz, with a cohort that asks for both."""
    sitting = sit_small(SESSION)()
    sitting.go("s1", "skjema")
    opened = sitting.opened()
    pages = [opened.session("s1").page(each) for each in ("skjema", "quiz-1")]
    return Desk(sitting, room_for(opened.course, pages, opened.bank), tmp_path)


def test_everything_stands_there_before_one_agrees(desk: Desk) -> None:
    """Course, dates, place, the mark, what is promised and what cannot be; nothing is joined by looking."""
    desk.look_at(desk.room)
    words = desk.words()
    for said in (
        "Vår 2026, Bergen",
        "2. mars 2026 til 12. juni 2026 · Bergen · KS",
        "Lite kurs",
        " · ".join(desk.room.mark),
        "minst 5 har levert",
        "minst 10 har levert",
        "deles ikke opp i grupper",
        "slettes senest 31. desember 2026",
        "kan åpne fila utenfor Kursapp",
        "kan trekke det fra tallene",
        "vet alle hva alle svarte",
        "kan røpe deg",
        "kan ikke trekkes tilbake",
    ):
        assert said in words
    assert "anonym" not in words.lower()
    mark = desk.sitting.all(MarkView, desk.screen)[0]
    assert mark.words.accessibleName() == "Kullmerke: " + ", ".join(desk.room.mark)
    assert desk.button("Bli med i kullet").hasFocus()
    desk.press("Ikke nå")
    assert desk.sitting.profile_asks(lambda participant: bool(participant.cohorts.all())) is False


def test_a_low_limit_says_why(desk: Desk) -> None:
    """Three instead of five only with the reason beside it."""
    desk.look_at(desk.room.with_rules(k=3, reason="Vi er bare sju."))
    assert "minst 3 har levert" in desk.words()
    assert "Grunnen er: «Vi er bare sju.»" in desk.words()


def test_joining_shows_what_can_be_handed_in(desk: Desk) -> None:
    """The form, the quiz and the named file, each under a heading of its own."""
    desk.look_at(desk.room)
    desk.press("Bli med i kullet")
    assert "Du er med i dette kullet." in desk.words()
    assert any("Du er med i kullet" in said for said in desk.sitting.heard)
    assert desk.row("Skjemaet").accessibleName() == "Skjemaet, Ikke levert"
    assert desk.row("Fristene").accessibleName() == "Fristene, Ikke delt"
    assert desk.row("Lag fremdriftsfil")
    assert desk.sitting.navigator.here == my_cohort("lite")
    desk.sitting.navigator.back()
    desk.sitting.navigator.forward()
    assert "Du er med i dette kullet." in desk.words()


def test_another_cohort_of_the_same_course(desk: Desk) -> None:
    """It says which one is current, and that joining changes whom one hands in to."""
    desk.look_at(desk.room)
    desk.press("Bli med i kullet")
    desk.sitting.clock.wait(60)
    desk.look_at(desk.room.with_cohort(id="ab" * 16, name="Høst"), "b.kull")
    assert "Du er med i kullet «Vår 2026, Bergen» i samme kurs." in desk.words()
    desk.press("Bli med i kullet")
    assert "Høst" in desk.words()
    assert "Du er med i dette kullet." in desk.words()


def test_a_cohort_of_a_course_that_is_not_here(desk: Desk) -> None:
    """It can be joined, and says what is lacking."""
    desk.look_at(desk.room.with_cohort(course_id="et-annet"))
    assert "Kurset er ikke på denne maskinen ennå" in desk.words()
    desk.press("Bli med i kullet")
    assert "Kurset er ikke på denne maskinen ennå" in desk.words()
    assert not desk.sitting.all(PlaceRow, desk.screen)


def test_a_simulated_cohort_says_so(desk: Desk) -> None:
    """Nobody is to take it for real, on the cohort's page and on the form's first."""
    simulated = desk.room.with_cohort(simulated=True)
    desk.look_at(simulated)
    assert "øvelseskull" in desk.words()
    desk.press("Bli med i kullet")
    desk.sitting.go("s1", "skjema")
    assert "øvelseskull" in desk.sitting.words()


def test_without_a_cohort_the_page_offers_the_way_in(desk: Desk) -> None:
    """It says what is missing and one thing to do."""
    desk.sitting.navigator.go(my_cohort("lite"))
    desk.shown()
    assert "Du er ikke med i noe kull ennå" in desk.words()
    assert desk.button("Åpne kullfil").hasFocus()


def take_quiz(desk: Desk) -> None:
    opened = desk.sitting.opened()
    page = opened.session("s1").page("quiz-1")

    def take(participant: Participant) -> bool:
        quiz = participant.on(opened).quiz
        attempt = quiz.start(page)
        quiz.answer(page, attempt.attempt_id, "q1", Chosen(("q1-a",)))
        quiz.answer(page, attempt.attempt_id, "q2", Chosen(("q2-b",)))
        quiz.submit(page, attempt.attempt_id)
        return True

    desk.sitting.profile_asks(take)


def test_sharing_a_quiz_from_the_cohorts_page(desk: Desk, tmp_path: Path) -> None:
    """Not before it is taken; then every line is shown, and the file is one for itself that can be taken back."""
    desk.look_at(desk.room)
    desk.press("Bli med i kullet")
    desk.sitting.navigator.go(share_quiz("lite", "s1", "quiz-1"))
    desk.sitting.settle()
    assert isinstance(desk.screen, ShareScreen)
    assert "ingenting å dele" in desk.words()
    take_quiz(desk)
    desk.sitting.navigator.go(share_quiz("lite", "s1", "quiz-1"))
    desk.sitting.settle()
    desk.press("Lag svarfil")
    assert "Riktig. Du valgte «En uke»." in desk.words()
    assert "Ikke riktig. Du valgte «Ingen»." in desk.words()
    path = desk.make_file("Velg mappe", tmp_path / "quiz")
    sent = desk.room.open(path).submission
    assert sent.answers == (("q1", Solved(1000, ("q1-a",))), ("q2", Solved(0, ("q2-b",))))
    screen = desk.screen
    assert isinstance(screen, ShareScreen)
    assert screen.body is not None
    assert isinstance(screen.body.stage, ReceiptStage)
    desk.press("Ferdig")
    desk.press("Trekk svarene tilbake")
    taken = desk.room.open(desk.make_file("Velg mappe", tmp_path / "quiz")).submission
    assert taken.is_withdrawal
    assert taken.replaces == sent.response_id
    desk.press("Ferdig")
    desk.sitting.navigator.go(my_cohort("lite"))
    desk.shown()
    assert desk.row("Fristene").accessibleName() == "Fristene, Trukket tilbake"


def test_progress_by_name(desk: Desk, tmp_path: Path) -> None:
    """Every line is shown as it is typed, the name is asked for, and the file says exactly that."""
    desk.look_at(desk.room)
    desk.press("Bli med i kullet")
    desk.sitting.navigator.go(progress_file("lite"))
    desk.sitting.settle()
    screen = desk.screen
    assert isinstance(screen, ProgressScreen)
    assert screen.name.field.hasFocus()
    desk.press("Velg mappe")
    assert "Skriv navnet" in desk.words()
    QTest.keyClicks(screen.name.field, "Kari")
    QTest.keyClicks(screen.workplace.field, "Bergen")
    desk.sitting.settle()
    for said in ("Navn: Kari", "Arbeidssted: Bergen", "Dag 1: Prøve: 0 av 2 sider", "ikke oppfylt ennå"):
        assert said in desk.words()
    told = desk.room.open_progress(desk.make_file("Velg mappe", tmp_path / "navn"))
    assert (told.name, told.workplace) == ("Kari", "Bergen")
    assert "Fremdriftsfila er laget" in desk.words()


def test_everything_has_a_name_for_the_ear(desk: Desk) -> None:
    """Whatever Tab stops at on the cohort's pages says what it is."""
    desk.look_at(desk.room)
    desk.press("Bli med i kullet")
    for place in (my_cohort("lite"), share_quiz("lite", "s1", "quiz-1"), progress_file("lite")):
        desk.sitting.navigator.go(place)
        desk.sitting.settle()
        stops = [one for one in desk.sitting.all(QWidget, desk.screen) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops
        assert [one for one in stops if not (one.accessibleName() or getattr(one, "text", str)())] == []


@pytest.mark.parametrize(("zoom", "size"), [(100, (960, 600)), (200, (960, 600)), (200, (1366, 768))])
def test_it_holds_in_large_type_and_a_narrow_window(
    sit_small: Callable[[str], SitDown], tmp_path: Path, zoom: int, size: tuple[int, int]
) -> None:
    """Nothing reaches past the window on any of the pages."""
    sitting = sit_small(SESSION)(zoom=zoom, size=size)
    opened = sitting.opened()
    pages = [opened.session("s1").page(each) for each in ("skjema", "quiz-1")]
    desk = Desk(sitting, room_for(opened.course, pages, opened.bank), tmp_path)
    desk.look_at(desk.room)
    desk.press("Bli med i kullet")
    for place in (my_cohort("lite"), share_quiz("lite", "s1", "quiz-1"), progress_file("lite")):
        desk.sitting.navigator.go(place)
        desk.sitting.settle()
        for one in desk.sitting.all(QPushButton, desk.screen):
            right = one.mapTo(desk.screen, one.rect().topRight()).x()
            assert right <= desk.screen.width(), one.text()
