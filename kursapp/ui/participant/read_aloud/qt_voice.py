"""A voice of the system's, by Qt."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, QObject, Slot

from kursapp.ui.participant.read_aloud.voice import Over

NO_VOICE = "mock"
"""Qt's engine for tests: it speaks all languages and says nothing."""

_LANGUAGES = {"nb": ("nb", "no", "nn"), "nn": ("nn", "nb", "no"), "en": ("en",)}
"""Which voices read a text in a language, the best first: a bokmål voice reads nynorsk well enough to listen to."""


class QtVoice(QObject):
    """One engine (``QTextToSpeech``) and the locales it has voices for."""

    def __init__(self, speech: Any, engine: Any, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._states = speech.QTextToSpeech.State
        self._engine = engine
        self._over: Over | None = None
        self._begun = False
        self._locales: dict[str, QLocale] = {}
        for locale in engine.availableLocales():
            self._locales.setdefault(locale.name().partition("_")[0], locale)
        engine.setParent(self)
        engine.stateChanged.connect(self._on_state)

    def speaks(self, language: str) -> bool:
        """Say whether there is a voice for a language."""
        return self._locale(language) is not None

    def say(self, words: str, language: str, rate: float, over: Over) -> None:
        """Say words."""
        self.stop()
        locale = self._locale(language)
        if locale is not None and self._engine.locale() != locale:
            self._engine.setLocale(locale)
        self._engine.setRate(rate)
        self._over, self._begun = over, False
        self._engine.say(words)

    def stop(self) -> None:
        """Be silent."""
        self._over = None
        self._engine.stop()

    @Slot(object)
    def _on_state(self, state: object) -> None:
        if state in (self._states.Speaking, self._states.Synthesizing):
            self._begun = True
            return
        failed = state == self._states.Error
        # Ready before it has begun is the end of what was stopped: some engines tell of it afterwards.
        if self._over is None or not (failed or (self._begun and state == self._states.Ready)):
            return
        over, self._over = self._over, None
        over(not failed)

    def _locale(self, language: str) -> QLocale | None:
        known = (self._locales.get(each) for each in _LANGUAGES.get(language, ()))
        return next((each for each in known if each is not None), None)


def find_voice(parent: QObject, wanted: str = "") -> QtVoice | None:
    """Return a voice that reads Norwegian, None where the machine has none. ``wanted`` names one engine."""
    from kursapp.ui.participant.read_aloud.engine import speech

    if speech is None:
        return None
    kinds = [wanted] if wanted else [kind for kind in speech.QTextToSpeech.availableEngines() if kind != NO_VOICE]
    for kind in kinds:
        engine = speech.QTextToSpeech(kind)
        if engine.state() != speech.QTextToSpeech.State.Error:
            voice = QtVoice(speech, engine, parent)
            if voice.speaks("nb"):
                return voice
            voice.deleteLater()
    return None
