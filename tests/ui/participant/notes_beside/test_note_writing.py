"""A note being written is made once, and everything typed while it was made is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from kursapp.services.annotate import NotedPage
from kursapp.ui.participant.notes_beside.note_writing import NoteWriting


class Card(QObject):
    """Stands for a note's card."""

    note_id = ""

    def take_id(self, note_id: str) -> None:
        self.note_id = note_id


@dataclass
class HandTasks:
    """Stands for the lanes: what is to be saved waits until it is done by hand."""

    jobs: list[tuple[Any, Callable[[object], object] | None]] = field(default_factory=list)

    def save(self, fn: Any, then: Callable[[object], object] | None = None) -> None:
        self.jobs.append((fn, then))

    def hold(self, _source: object) -> None: ...

    def release(self, _source: object) -> None: ...


def test_what_is_typed_while_the_note_is_made_is_written_to_it(qapp: QApplication) -> None:
    """It is made with the first words; the later ones follow as soon as it has an id, and no second note is made."""
    owner, card, tasks = QObject(), Card(), HandTasks()
    writing = NoteWriting(tasks, owner)  # type: ignore[arg-type]
    writing.begin_new(card, NotedPage("kurs", "s1", "p1", "Side"))  # type: ignore[arg-type]
    for words in ("Ta", "Ta opp", "Ta opp på møtet"):
        writing.touch(card, words)  # type: ignore[arg-type]
        writing.flush()
    ((_made, then),) = tasks.jobs
    assert then is not None
    then(SimpleNamespace(annotation=SimpleNamespace(id="n1")))
    assert card.note_id == "n1"
    assert tasks.jobs[-1][0].args == ("n1", "Ta opp på møtet")
    writing.touch(card, "Ta opp på møtet i dag")  # type: ignore[arg-type]
    writing.flush()
    assert tasks.jobs[-1][0].args == ("n1", "Ta opp på møtet i dag")
    assert len(tasks.jobs) == 3
