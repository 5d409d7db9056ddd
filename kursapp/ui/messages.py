"""What the program has to say to the person, as sentences in the bar above the screen."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.ui.i18n import _, language

SHOWN_SECONDS = 6


class MessageKind(enum.StrEnum):
    """How a message looks."""

    NOTE = "note"
    DONE = "done"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Message:
    """One sentence, and at most one thing to do about it. ``seconds`` 0 means: until it is put away.

    Two messages with the same ``about`` are one: the later takes the earlier's place.
    """

    text: str
    kind: MessageKind = MessageKind.NOTE
    seconds: int = SHOWN_SECONDS
    action: str = ""
    act: Callable[[], object] | None = None
    about: str = ""


class Messages(QObject):
    """Takes messages from screens and hands them to the bar."""

    shown = Signal(object)
    withdrawn = Signal(str)
    spoken = Signal(str)

    def tell(self, text: str, about: str = "") -> None:
        """Say that something has been done; it goes by itself."""
        self.shown.emit(Message(text, MessageKind.DONE, about=about))

    def note(self, text: str) -> None:
        """Say what is good to know; it goes by itself."""
        self.shown.emit(Message(text))

    def warn(self, text: str, action: str = "", act: Callable[[], object] | None = None, about: str = "") -> None:
        """Say something that stays until it is put away, with a button where there is something to do."""
        self.shown.emit(Message(text, MessageKind.PROBLEM, 0, action, act, about))

    def undo(self, text: str, act: Callable[[], object]) -> None:
        """Say that something was removed, with six seconds to take it back."""
        self.shown.emit(Message(text, MessageKind.NOTE, SHOWN_SECONDS, _("Angre"), act))

    def withdraw(self, about: str) -> None:
        """Take away what is no longer so."""
        self.withdrawn.emit(about)

    def say(self, text: str) -> None:
        """Say something for the ear only."""
        self.spoken.emit(text)

    @Slot(object)
    def problem(self, found: Problem) -> None:
        """Put a problem into words; it stays until it is put away."""
        self.warn(sentence(found), about=found.code)


def sentence(found: Problem) -> str:
    """Return a problem as one sentence with its remedy, in the window's language."""
    # Three languages of sentences: loaded at the first problem, not before the first paint.
    from kursapp.texts.problems import tell

    return str(tell(found, language()))
