"""What is noted on one page: read when the page has been built, found in its words, and marked there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from kursapp.domain.anchoring import Place
from kursapp.domain.annotation import COLOURS, Annotation, AnnotationKind
from kursapp.services.annotate import NotedPage, PlacedNotes, placed
from kursapp.services.changes import Changes
from kursapp.services.participant import Participant
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.tasks import Tasks
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.text_marks import TextMark

HIGHLIGHT = "highlight"


class Standing(NamedTuple):
    """Where an annotation stands on the page now."""

    prose: ProseView
    mark: TextMark


class PageNotes(QObject):
    """The annotations of a page. ``changed`` when they have been read anew and are marked.

    They are read where the profile is and found in the text where courses are read: a page of many changed passages
    takes a while, and neither saving nor the screen waits for it.
    """

    changed = Signal()

    def __init__(self, view: PageView, tasks: Tasks) -> None:
        super().__init__(view)
        self._view = view
        self._tasks = tasks
        self._texts: list[ProseView] = []
        self._by_id: dict[str, Annotation] = {}
        self.notes = PlacedNotes()
        self.is_read = False
        view.entries_changed.connect(self.read)
        self.read()

    @property
    def page(self) -> NotedPage:
        """Which page it is."""
        ground = self._view.ground
        return NotedPage(ground.opened.course.id, ground.session.id, ground.page.id, ground.page.title)

    @property
    def is_bookmarked(self) -> bool:
        """Say whether the page has a bookmark."""
        return any(each.kind is AnnotationKind.BOOKMARK for each in self.notes.of_page)

    def get(self, note_id: str) -> Annotation | None:
        """Return an annotation of the page, None where it has none of this id."""
        return self._by_id.get(note_id)

    def texts(self) -> list[ProseView]:
        """Return the running texts of the page, as far as it is built, from the top."""
        return running_texts(self._view)

    def standing(self, note_id: str) -> Standing | None:
        """Return where an annotation is marked, None where it is not in the text."""
        for text in self._texts:
            if isValid(text):
                for mark in text.marks(HIGHLIGHT):
                    if mark.id == note_id:
                        return Standing(text, mark)
        return None

    @Slot()
    def read(self) -> None:
        """Read the annotations and find them in the words, once the page stands whole."""
        if not self._view.is_built:
            return
        page, texts = self.page, self.texts()
        words = [text.plain() for text in texts]
        self._tasks.profile(partial(_of_page, page), partial(self._on_read, texts, words))

    def _on_read(self, texts: list[ProseView], words: list[str], found: Sequence[Annotation]) -> None:
        if not found:
            self._on_placed(texts, PlacedNotes())
            return
        self._tasks.reading(partial(_placed, found, words), partial(self._on_placed, texts))

    def _on_placed(self, texts: list[ProseView], notes: PlacedNotes) -> None:
        self.notes = notes
        self._by_id = {each.id: each for each in (*(pair[0] for pair in notes.placed), *notes.lost, *notes.of_page)}
        self._mark(texts)
        self._tell_lost()
        self.is_read = True
        self.changed.emit()

    def _mark(self, texts: list[ProseView]) -> None:
        """Mark what stands in each text; texts that have come instead since are looked at by the next reading."""
        marks: list[list[TextMark]] = [[] for _text in texts]
        for annotation, place in self.notes.placed:
            marks[place.part].append(_mark_of(annotation, place))
        self._texts = texts
        for text, its in zip(texts, marks, strict=True):
            if isValid(text):
                text.set_marks(HIGHLIGHT, its)

    def _tell_lost(self) -> None:
        """Remember which of them are not in the text any more, and which are there again."""
        lost = tuple(each.id for each in self.notes.lost if not each.lost)
        found = tuple(each.id for each, _place in self.notes.placed if each.lost)
        if lost or found:
            self._tasks.save(partial(_tell_lost, lost, found))


def running_texts(view: PageView) -> list[ProseView]:
    """Return the running texts of a page, as far as it is built, from the top."""
    return [part.widget for part in view.body.parts() if isinstance(part.widget, ProseView)]


def _mark_of(annotation: Annotation, place: Place) -> TextMark:
    return TextMark(place.start, place.end, annotation.colour or COLOURS[0], annotation.id)


def _of_page(page: NotedPage, participant: Participant) -> tuple[Annotation, ...]:
    return participant.notes.of_page(page.course_id, page.page_id)


def _placed(found: Sequence[Annotation], words: list[str], _reader: object) -> PlacedNotes:
    return placed(found, words)


def _tell_lost(lost: tuple[str, ...], found: tuple[str, ...], participant: Participant) -> Changes:
    return participant.notes.tell_lost(lost, found)
