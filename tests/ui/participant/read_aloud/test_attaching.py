"""Reading aloud is offered where there is a voice, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton

from kursapp.ui.participant.read_aloud.bar import ReadAloudBar
from kursapp.ui.participant.read_aloud.reader import Reading
from kursapp.ui.participant.read_aloud.voice import RATES
from tests.ui.participant.read_aloud.conftest import Listening

Listen = Callable[[str], Listening]


def offered(listening: Listening) -> bool:
    """Say whether the page has a button for it."""
    names = [one.accessibleName() for one in listening.sitting.all(QToolButton, listening.screen)]
    return "Les opp siden" in names


def test_without_a_voice_nothing_is_offered(listen: Listen) -> None:
    """No button, no key, no bar: nobody is shown what the machine cannot do."""
    listening = listen("svar")
    listening.attach(found=False)
    assert not offered(listening)
    assert not listening.actions.every()
    assert not listening.screen.findChildren(ReadAloudBar)


def test_a_voice_for_other_languages_is_none(listen: Listen) -> None:
    """A Norwegian text is not read by an English voice."""
    listening = listen("svar")
    listening.voice.languages = ("en",)
    listening.attach()
    assert not offered(listening)
    assert not listening.actions.at_hand()


def test_it_is_looked_for_by_itself_once_a_page_has_been_shown(listen: Listen) -> None:
    """The button is there a moment after the next page, without anybody asking."""
    listening = listen("svar")
    made = listening.attach(look=False)
    assert made.voice is None
    listening.go("s1", "arbeid")
    listening.sitting.wait_for(lambda: offered(listening), "the button")


def test_by_keyboard_from_the_first_word_to_the_last(listen: Listen) -> None:
    """The key begins, the bar takes the keyboard, and Esc stops and gives it back."""
    listening = listen("svar")
    reader = listening.attach().reader
    listening.sitting.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert listening.voice.said == ["Svar"]
    bar = listening.screen.findChildren(ReadAloudBar)[0]
    assert bar.isVisible()
    assert listening.sitting.focus() is bar.pause
    listening.sitting.key(Qt.Key.Key_Space)
    assert reader.reading is Reading.PAUSED
    assert not listening.voice.is_speaking
    assert bar.pause.text() == "Les videre"
    listening.sitting.key(Qt.Key.Key_Space)
    assert listening.voice.said == ["Svar", "Svar"]
    listening.sitting.key(Qt.Key.Key_Escape)
    assert reader.reading is Reading.SILENT
    assert not bar.isVisible()
    assert listening.sitting.focus() is listening.sitting.view().first_focus()


def test_every_control_has_a_name(listen: Listen) -> None:
    """A screen reader says what each does."""
    listening = listen("svar")
    attached = listening.attach()
    attached.toggle()
    listening.sitting.settle()
    controls = [attached.button, attached.bar.back, attached.bar.on, attached.bar.speed]
    assert all(one.accessibleName() for one in controls)
    assert attached.button.accessibleName() == "Ta en pause i opplesingen"


def test_the_buttons_step(listen: Listen) -> None:
    """The sentence after and the one before, while it reads and in a pause."""
    listening = listen("svar")
    attached = listening.attach()
    attached.toggle()
    listening.sitting.settle()
    QTest.mouseClick(attached.bar.on, Qt.MouseButton.LeftButton)
    assert listening.voice.said[-1] == "Hva gjør du først?"
    assert attached.bar.sentence.accessibleName() == "Hva gjør du først?"
    attached.bar.toggle()
    QTest.mouseClick(attached.bar.back, Qt.MouseButton.LeftButton)
    assert attached.reader.reading is Reading.PAUSED
    assert attached.bar.sentence.accessibleName() == "Svar"
    assert listening.voice.said[-1] == "Hva gjør du først?"


def test_the_speed_is_remembered(listen: Listen) -> None:
    """What was chosen last is read with; another choice counts from the same sentence, and is kept."""
    listening = listen("svar")
    attached = listening.attach()
    attached.toggle()
    assert listening.voice.rates == [RATES["fast"]]
    attached.bar.speed.set_value("slow")
    attached.bar.speed.activated.emit(attached.bar.speed.currentIndex())
    assert listening.voice.rates[-1] == RATES["slow"]
    assert listening.voice.said == ["Svar", "Svar"]
    assert [one.speech for one in listening.saved] == ["slow"]
    attached.bar.speed.setCurrentIndex(0)
    attached.bar.speed.activated.emit(0)
    assert listening.voice.rates[-1] == RATES["normal"]


def test_another_page_stops_it_and_another_window_does_not(listen: Listen) -> None:
    """One may write in another program while one listens; who turns the page has left it."""
    listening = listen("svar")
    attached = listening.attach()
    attached.toggle()
    listening.screen.leave()
    assert listening.voice.is_speaking
    view = listening.sitting.view()
    listening.go("s1", "arbeid")
    assert attached.reader.reading is Reading.SILENT
    assert not listening.voice.is_speaking
    assert listening.sitting.view() is not view
    attached.toggle()
    assert listening.voice.said[-1] == "Arbeid"


def test_a_voice_that_fails_is_told_of(listen: Listen) -> None:
    """One sentence, no mark left on the page, and it can be tried again."""
    listening = listen("svar")
    attached = listening.attach()
    attached.toggle()
    listening.voice.end(well=False)
    assert attached.reader.reading is Reading.SILENT
    assert listening.sitting.heard == ["Opplesingen stoppet: maskinens stemme svarte ikke. Prøv igjen."]
    attached.toggle()
    assert attached.reader.reading is Reading.SPEAKING
