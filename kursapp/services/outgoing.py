"""Files that leave the laptop: written where a person says, and never two kinds of them in one folder.

Answers to a form, shared quiz answers and named progress side by side would tell whose the answers are.
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kursapp.domain.cohort import Cohort
from kursapp.domain.form import FormKind
from kursapp.domain.problem import KursappError, refusal

MOST_LOOKED_AT = 2000
"""Files of a folder that are looked at: more than any course's."""
ENOUGH_FOR_HEADER = 1024


class Outgoing(enum.StrEnum):
    """The kinds of files that leave the laptop."""

    ANSWERS = "answers"
    QUIZ = "quiz"
    PROGRESS = "progress"


SUFFIXES = {Outgoing.ANSWERS: ".svar", Outgoing.QUIZ: ".svar", Outgoing.PROGRESS: ".fremdrift"}


def put_out(folder: Path, data: bytes, kind: Outgoing, cohort: Cohort) -> Path:
    """Write a file with a random name into a folder, durably, and return where it is.

    Raises KursappError: ``hand-in-folder-taken`` (folder, kind: what lies there already), ``hand-in-folder-gone``,
    ``hand-in-no-room``, ``hand-in-not-written`` (folder). What is left then is no half file.
    """
    from kursapp.delivery.files import write_unmarked

    refuse_mixed(folder, kind, cohort)
    try:
        return write_unmarked(folder, data, SUFFIXES[kind])
    except KursappError as error:
        raise _not_put_out(error, folder) from error


def refuse_mixed(folder: Path, kind: Outgoing, cohort: Cohort) -> None:
    """Raise ``hand-in-folder-taken`` where a folder holds another kind of file for the same cohort."""
    if not folder.is_dir():
        raise refusal("hand-in-folder-gone", folder=folder)
    other = next((found for found in _kinds_in(folder, cohort) if found is not kind), None)
    if other is not None:
        raise refusal("hand-in-folder-taken", folder=folder, kind=other.value)


def _kinds_in(folder: Path, cohort: Cohort) -> Iterator[Outgoing]:
    kinds = {form.digest: form.form.kind for form in cohort.forms}
    try:
        for path in islice(folder.iterdir(), MOST_LOOKED_AT):
            if path.suffix == SUFFIXES[Outgoing.PROGRESS]:
                yield Outgoing.PROGRESS
            elif path.suffix == SUFFIXES[Outgoing.ANSWERS]:
                kind = kinds.get(_form_of(path, cohort))
                if kind is not None:
                    yield Outgoing.QUIZ if kind is FormKind.QUIZ else Outgoing.ANSWERS
    except OSError as error:
        raise refusal("hand-in-folder-gone", folder=folder) from error


def _form_of(path: Path, cohort: Cohort) -> str:
    """Return the digest of the form an answer file of this cohort belongs to, empty for any other file."""
    from kursapp.delivery.answer_file import header

    try:
        with path.open("rb") as file:
            outside = header(file.read(ENOUGH_FOR_HEADER))
    except (OSError, KursappError):
        return ""
    return outside.about if outside.cohort_id == cohort.id else ""


def _not_put_out(error: KursappError, folder: Path) -> KursappError:
    if not folder.is_dir():
        return refusal("hand-in-folder-gone", folder=folder)
    if error.problem.code == "disk-full":
        return refusal("hand-in-no-room", folder=folder)
    return refusal("hand-in-not-written", folder=folder, reason=error.problem.value("reason"))
