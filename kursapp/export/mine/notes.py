"""Highlights, notes and bookmarks, page by page, those in the bin too."""

from __future__ import annotations

from collections.abc import Iterator

from kursapp.domain.annotation import Annotation
from kursapp.domain.days import local_day
from kursapp.domain.html_markdown import opened
from kursapp.domain.own_things import OwnCourse
from kursapp.export.mine.lines import heading, meta, plain, quoted
from kursapp.texts import amounts
from kursapp.texts.notebook import NOTEBOOK
from kursapp.texts.phrases import Phrases


def notes_of(course: OwnCourse, say: Phrases, language: str) -> Iterator[str]:
    """Yield what was marked and noted in one course: the words of the page as a quote, then one's own."""
    kinds, page = Phrases(NOTEBOOK, language), ""
    for note in course.notes:
        if note.page_id != page:
            page = note.page_id
            yield from heading(3, note.page_title or note.page_id)
        yield from _note(note, say, kinds, language)


def _note(note: Annotation, say: Phrases, kinds: Phrases, language: str) -> Iterator[str]:
    binned = say("in-bin") if note.removed_at is not None else ""
    when = amounts.day(local_day(note.created_at), language)
    yield from meta(kinds(note.colour or note.kind.value), when, kinds("lost") if note.lost else "", binned)
    if note.anchor.quote:
        yield from quoted(note.anchor.quote)
    for line in note.words.splitlines():
        if line.strip():
            yield from ("", opened(plain(line)))
