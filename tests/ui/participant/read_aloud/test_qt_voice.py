"""The system's voices: which are taken, when a sentence is over, and that none is none."""

from __future__ import annotations

import enum
import sys
from collections.abc import Iterator
from types import SimpleNamespace

import PySide6
import pytest
from PySide6.QtCore import QLocale, QObject, Signal
from pytestqt.qtbot import QtBot

from kursapp.ui.participant.read_aloud import engine
from kursapp.ui.participant.read_aloud.qt_voice import NO_VOICE, QtVoice, find_voice


class State(enum.Enum):
    """The states of ``QTextToSpeech``."""

    Ready = 0
    Speaking = 1
    Paused = 2
    Error = 3
    Synthesizing = 4


class Engine(QObject):
    """Behaves as ``QTextToSpeech`` does, with states the test sets."""

    stateChanged = Signal(object)  # noqa: N815 - Qt's name
    locales: dict[str, tuple[str, ...]] = {}  # noqa: RUF012 - set by each test

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.now, self.said, self.rate = name, State.Ready, [], 0.0
        self._locale = QLocale("en_GB")

    def state(self) -> State:
        """Return an error for an engine that cannot be reached."""
        return State.Error if self.name == "broken" else self.now

    def availableLocales(self) -> list[QLocale]:
        """Return the locales of this engine."""
        return [QLocale(name) for name in self.locales.get(self.name, ())]

    def locale(self) -> QLocale:
        """Return the one set."""
        return self._locale

    def setLocale(self, locale: QLocale) -> None:
        """Set another."""
        self._locale = locale

    def setRate(self, rate: float) -> None:
        """Set the pace."""
        self.rate = rate

    def say(self, words: str) -> None:
        """Keep the words."""
        self.said.append(words)

    def stop(self) -> None:
        """Do nothing: the test tells when the engine has stopped."""

    def be(self, state: State) -> None:
        """Come to a state."""
        self.now = state
        self.stateChanged.emit(state)


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Put a speech module in Qt's place."""
    text_to_speech = type("QTextToSpeech", (Engine,), {"State": State, "availableEngines": staticmethod(list)})
    made = SimpleNamespace(QTextToSpeech=text_to_speech)
    monkeypatch.setattr(engine, "speech", made)
    return made


def engines(speech: SimpleNamespace, monkeypatch: pytest.MonkeyPatch, **locales: tuple[str, ...]) -> None:
    """Say which engines there are, and the locales of each."""
    monkeypatch.setattr(Engine, "locales", locales)
    speech.QTextToSpeech.availableEngines = staticmethod(lambda: list(locales))


def test_without_the_extra_there_is_no_voice(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program installed without ``opplesing`` looks no further."""
    monkeypatch.setattr(engine, "speech", None)
    assert find_voice(QObject()) is None


def test_a_module_that_cannot_be_loaded_is_no_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the extra is lacking, or a library of the system's that it needs, there is nothing to speak with."""
    monkeypatch.delattr(PySide6, "QtTextToSpeech", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtTextToSpeech", None)
    assert engine._found() is None


def test_the_first_engine_with_a_norwegian_voice_is_taken(
    qtbot: QtBot, speech: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Engines that cannot be reached, that speak other languages, or that are for tests are passed by."""
    engines(speech, monkeypatch, mock=("nb_NO",), broken=("nb_NO",), english=("en_GB",), sapi=("en_US", "nb_NO"))
    owner = QObject()
    voice = find_voice(owner)
    assert voice is not None
    assert voice._engine.name == "sapi"
    assert [voice.speaks(language) for language in ("nb", "nn", "en", "fi", "")] == [True, True, True, False, False]


def test_no_norwegian_voice_is_no_voice(qtbot: QtBot, speech: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> None:
    """Norwegian read by an English voice helps nobody."""
    engines(speech, monkeypatch, sapi=("en_US", "sv_SE"))
    assert find_voice(QObject()) is None
    engines(speech, monkeypatch)
    assert find_voice(QObject()) is None


@pytest.fixture
def voice(qtbot: QtBot, speech: SimpleNamespace, monkeypatch: pytest.MonkeyPatch) -> Iterator[QtVoice]:
    """A voice with an engine the test leads."""
    engines(speech, monkeypatch, sapi=("en_US", "nn_NO", "nb_NO"))
    owner = QObject()
    found = find_voice(owner, "sapi")
    assert found is not None
    yield found
    owner.deleteLater()


def test_each_language_has_its_own_voice(voice: QtVoice) -> None:
    """Bokmål, nynorsk and English, at the pace asked for."""
    for language, name in (("nb", "nb_NO"), ("nn", "nn_NO"), ("en", "en_US")):
        voice.say("ord", language, 0.3, lambda _well: None)
        assert (voice._engine.locale().name(), voice._engine.rate) == (name, 0.3)


def test_a_sentence_is_over_when_it_has_been_said(voice: QtVoice) -> None:
    """Once, and not before it has begun."""
    told: list[bool] = []
    voice.say("én", "nb", 0.0, told.append)
    voice._engine.be(State.Ready)
    assert told == []
    for state in (State.Synthesizing, State.Speaking, State.Ready, State.Ready):
        voice._engine.be(state)
    assert told == [True]


def test_the_end_of_what_was_stopped_is_not_the_end_of_what_follows(voice: QtVoice) -> None:
    """Some engines tell that they have stopped only after the next words were given to them."""
    first: list[bool] = []
    second: list[bool] = []
    voice.say("én", "nb", 0.0, first.append)
    voice._engine.be(State.Speaking)
    voice.say("to", "nb", 0.0, second.append)
    voice._engine.be(State.Ready)
    assert (first, second) == ([], [])
    voice._engine.be(State.Speaking)
    voice._engine.be(State.Ready)
    assert (first, second) == ([], [True])


def test_silence_is_not_an_end(voice: QtVoice) -> None:
    """Nobody is told of words that were stopped."""
    told: list[bool] = []
    voice.say("én", "nb", 0.0, told.append)
    voice._engine.be(State.Speaking)
    voice.stop()
    voice._engine.be(State.Ready)
    assert told == []


def test_an_error_is_told_of(voice: QtVoice) -> None:
    """Also one that comes before a word has been said."""
    told: list[bool] = []
    voice.say("én", "nb", 0.0, told.append)
    voice._engine.be(State.Error)
    assert told == [False]


@pytest.mark.skipif(engine.speech is None, reason="the extra opplesing is not installed")
def test_qts_own_engine_for_tests_says_a_sentence(qtbot: QtBot) -> None:
    """The real module: its silent engine speaks Norwegian, and tells when it is done."""
    owner = QObject()
    voice = find_voice(owner, NO_VOICE)
    assert voice is not None
    told: list[bool] = []
    voice.say("Hei på deg.", "nb", 0.0, told.append)
    qtbot.waitUntil(lambda: told == [True], timeout=30_000)
    voice.say("Hei på deg igjen.", "nn", 0.6, told.append)
    voice.stop()
    assert told == [True]
