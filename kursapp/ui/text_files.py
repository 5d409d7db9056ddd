"""A text saved as a file somewhere she chose, off the screen's thread; what came of it is said."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from kursapp.domain.problem import Problem
from kursapp.files.writing import write_text
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.tasks import Tasks

Say = Callable[[str], object]


def save_text(tasks: Tasks, path: Path, text: str, say: Say) -> None:
    """Write ``text`` to ``path`` and say where it is, or why it is not."""
    tasks.making(partial(write_text, path, text), partial(_saved, path, say), partial(_failed, say))


def _saved(path: Path, say: Say, _done: None) -> None:
    say(_("Lagret som {file}.").format(file=path.name))


def _failed(say: Say, found: Problem) -> None:
    say(sentence(found))
