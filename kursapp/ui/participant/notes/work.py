"""What Mine notater asks of the profile's and the reading thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from kursapp.domain.annotation import Annotation
from kursapp.services.annotate import Noted
from kursapp.services.changes import Changes
from kursapp.services.notebook import NoteRow, Outlines, note_rows
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant

Gathered = tuple[tuple[Annotation, ...], tuple[Annotation, ...], Mapping[str, str]]
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass
class Held:
    """All notes in the order of the courses, and what lies in the bin, thrown away last first."""

    rows: list[NoteRow] = field(default_factory=list)
    thrown: list[NoteRow] = field(default_factory=list)

    def put(self, note: Annotation) -> NoteRow | None:
        """Take note of what has become of one that is held, and return its row; None where it is to be read afresh."""
        at = next((number for number, row in enumerate(self.rows) if row.note.id == note.id), -1)
        if at < 0:
            return None
        row = replace(self.rows[at], note=note)
        if note.removed_at is None:
            self.rows[at] = row
        else:
            del self.rows[at]
            self.thrown.insert(0, row)
        return row


def gather(participant: Participant) -> Gathered:
    """Return all notes, what lies in the bin, and the titles of the courses begun."""
    titles = {taken.enrolment.course_id: taken.enrolment.title for taken in participant.courses()}
    return participant.notes.all(), participant.notes.removed(), titles


def in_order(gathered: Gathered, shelf: Sequence[OpenedCourse], outlines: Outlines) -> Held:
    """Return the notes as they are shown."""
    notes, removed, titles = gathered
    thrown = note_rows(removed, shelf, titles, outlines)
    return Held(
        list(note_rows(notes, shelf, titles, outlines)),
        sorted(thrown, key=lambda row: row.note.removed_at or _LONG_AGO, reverse=True),
    )


def find(words: str, participant: Participant) -> frozenset[str]:
    """Return the ids of the notes some words are found in."""
    return frozenset(participant.search.notes(words))


def remove(note_id: str, participant: Participant) -> Noted:
    """Put a note in the bin."""
    return participant.notes.remove(note_id)


def restore(note_id: str, participant: Participant) -> Noted:
    """Take a note back from the bin."""
    return participant.notes.restore(note_id)


def recolour(note_id: str, colour: str, participant: Participant) -> Noted:
    """Give a highlight another colour."""
    return participant.notes.recolour(note_id, colour)


def write(note_id: str, words: str, participant: Participant) -> Noted:
    """Keep a note's words."""
    return participant.notes.write(note_id, words)


def empty_bin(participant: Participant) -> Changes:
    """Delete what is in the bin, for good."""
    return participant.notes.empty_bin()
