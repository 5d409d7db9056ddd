"""Marking and noting in the text: highlights, notes and bookmarks are made, changed, thrown away and taken back."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kursapp.domain.anchoring import Place, find
from kursapp.domain.annotation import COLOURS, LONGEST_WORDS, Anchor, Annotation, AnnotationKind
from kursapp.domain.problem import refusal
from kursapp.services.changes import NOTHING, Change, Changes
from kursapp.services.clock import Clock
from kursapp.storage.participant.profile_file import ProfileFile


@dataclass(frozen=True, slots=True)
class NotedPage:
    """The page something is noted on, by its ids and the title it has now."""

    course_id: str
    session_id: str
    page_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Noted:
    """An annotation as it stands now."""

    annotation: Annotation
    changes: Changes


@dataclass(frozen=True, slots=True)
class PlacedNotes:
    """The annotations of a page: where each stands in its texts, those that are lost, and those of the page itself."""

    placed: tuple[tuple[Annotation, Place], ...] = ()
    lost: tuple[Annotation, ...] = ()
    of_page: tuple[Annotation, ...] = ()


class Annotate:
    """The annotations of one participant."""

    def __init__(self, profile: ProfileFile, clock: Clock) -> None:
        self._profile = profile
        self._clock = clock

    # Reading

    def all(self) -> tuple[Annotation, ...]:
        """Return all that are not in the bin, by course and page and in the order of the text."""
        return self._profile.notes.all()

    def removed(self) -> tuple[Annotation, ...]:
        """Return what is in the bin, what was thrown away last first."""
        return self._profile.notes.removed()

    def of_page(self, course_id: str, page_id: str) -> tuple[Annotation, ...]:
        """Return those of one page that are not in the bin, in the order of the text."""
        return self._profile.notes.of_page(course_id, page_id)

    # Writing

    def highlight(self, page: NotedPage, anchor: Anchor, colour: str = COLOURS[0], words: str = "") -> Noted:
        """Highlight words of a page, perhaps with a note to them."""
        return self._make(AnnotationKind.HIGHLIGHT, page, anchor, colour if colour in COLOURS else COLOURS[0], words)

    def note(self, page: NotedPage, words: str, anchor: Anchor | None = None) -> Noted:
        """Write a note, to words of a page or to the page itself."""
        return self._make(AnnotationKind.NOTE, page, anchor or Anchor(), "", words)

    def bookmark(self, page: NotedPage, *, wanted: bool) -> Changes:
        """Set a page's bookmark, or throw it away; what is so already stays so."""
        marks = [each for each in self.of_page(page.course_id, page.page_id) if each.kind is AnnotationKind.BOOKMARK]
        if wanted and not marks:
            return self._make(AnnotationKind.BOOKMARK, page, Anchor(), "", "").changes
        changes = NOTHING
        for each in () if wanted else marks:
            changes |= self.remove(each.id).changes
        return changes

    def write(self, note_id: str, words: str) -> Noted:
        """Keep the words of an annotation as they stand; too long ones are cut."""
        return self._keep(replace(self._get(note_id), words=words[:LONGEST_WORDS]))

    def recolour(self, note_id: str, colour: str) -> Noted:
        """Give a highlight another colour; a note to some words becomes a highlight by it."""
        found = self._get(note_id)
        if colour not in COLOURS or not found.anchor.quote:
            return Noted(found, NOTHING)
        return self._keep(replace(found, colour=colour, kind=AnnotationKind.HIGHLIGHT))

    def remove(self, note_id: str) -> Noted:
        """Put an annotation in the bin."""
        found = self._get(note_id)
        return self._keep(found if found.removed_at else replace(found, removed_at=self._clock.now()))

    def restore(self, note_id: str) -> Noted:
        """Take an annotation back from the bin."""
        return self._keep(replace(self._get(note_id), removed_at=None))

    def empty_bin(self) -> Changes:
        """Delete what is in the bin, for good."""
        ids = [each.id for each in self.removed()]
        self._profile.notes.erase_removed()
        return Changes.of(Change.NOTES, ids=ids) if ids else NOTHING

    def tell_lost(self, lost: Collection[str], found: Collection[str]) -> Changes:
        """Remember of which annotations the words were not in the text when their page was shown."""
        self._profile.notes.set_lost(lost, found)
        return Changes.of(Change.NOTES, ids=[*lost, *found]) if lost or found else NOTHING

    def _make(self, kind: AnnotationKind, page: NotedPage, anchor: Anchor, colour: str, words: str) -> Noted:
        now = self._clock.now()
        return self._keep(
            Annotation(
                uuid.uuid4().hex,
                kind,
                page.course_id,
                page.session_id,
                page.page_id,
                page.title,
                anchor,
                colour,
                words[:LONGEST_WORDS],
                now,
                now,
            )
        )

    def _keep(self, annotation: Annotation) -> Noted:
        kept = replace(annotation, updated_at=self._clock.now())
        self._profile.notes.save(kept)
        return Noted(kept, Changes.of(Change.NOTES, ids=[kept.id, kept.page_id, kept.course_id]))

    def _get(self, note_id: str) -> Annotation:
        found = self._profile.notes.get(note_id)
        if found is None:
            raise refusal("note-gone", id=note_id)
        return found


def placed(annotations: Sequence[Annotation], texts: Sequence[str]) -> PlacedNotes:
    """Find the annotations of a page in its texts. Touches no file: it may be done on any thread."""
    standing: list[tuple[Annotation, Place]] = []
    lost: list[Annotation] = []
    for each in annotations:
        place = find(each.anchor, texts)
        if place is not None:
            standing.append((each, place))
        elif each.anchor.quote:
            lost.append(each)
    of_page = tuple(each for each in annotations if not each.anchor.quote)
    return PlacedNotes(tuple(sorted(standing, key=lambda pair: pair[1])), tuple(lost), of_page)
