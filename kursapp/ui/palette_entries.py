"""What Ctrl+K can find, and how it is found."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from kursapp.domain.course import Course
from kursapp.ui.actions import keys_of
from kursapp.ui.courses import Courses
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.navigation import Location, cover, edit, edit_id, page, question_exchange, search
from kursapp.ui.parts import Parts
from kursapp.ui.workspaces import AUTHOR, PARTICIPANT

MOST_SHOWN = 50
Found = tuple[str, str, Location, bool]
"""A name, what or where it is, how to get there, and whether it is offered before anything is typed."""


@dataclass(frozen=True)
class Entry:
    """Something one can go to or do: its name, what kind of thing or where it is, and the doing.

    ``at_once`` entries are offered before anything is typed; the rest are found.
    """

    name: str
    where: str
    act: Callable[[], object]
    at_once: bool = True

    @cached_property
    def searched(self) -> tuple[str, str]:
        """The name, and name and place together, as they are searched: made once, for they are asked at every key."""
        return plain(self.name), plain(f"{self.name} {self.where}")


def entries(parts: Parts) -> list[Entry]:
    """Return everything there is to find now: the courses with all that is in them, then the commands at hand.

    In the instructor's workspace they are her drafts and what is in the open one.
    """
    go = parts.navigator.go
    writes = parts.preferences.settings.workspace == AUTHOR
    places = _draft_places(parts.draft) if writes else _shelf_places(parts.courses)
    found = [Entry(name, where, partial(go, to), at_once) for name, where, to, at_once in places]
    return found + [Entry(action.text(), keys_of(action), action.trigger) for action in parts.actions.at_hand()]


def everywhere(parts: Parts, words: str) -> list[Entry]:
    """Return the way to look for the words in everything, where a participant has typed some."""
    wanted = words.strip()
    if not wanted or parts.preferences.settings.workspace != PARTICIPANT:
        return []
    name = _("Søk etter «{words}» i alt").format(words=wanted)
    return [Entry(name, _("Tekst, ordliste og eget"), partial(parts.navigator.go, search(wanted)))]


def matching(every: Iterable[Entry], words: str) -> list[Entry]:
    """Return the entries that hold all the words, those whose name begins with them first; without words, a few."""
    wanted = plain(words).split()
    if not wanted:
        return [entry for entry in every if entry.at_once]
    found = [(rank, entry) for entry in every if (rank := _rank(entry, wanted)) is not None]
    return [entry for _rank_of, entry in sorted(found, key=_by_rank)][:MOST_SHOWN]


def plain(text: str) -> str:
    """Return a text as it is searched: lower case, without accents, but with æ, ø and å as letters of their own."""
    composed = unicodedata.normalize("NFC", text.lower())
    return "å".join(map(_without_accents, composed.split("å")))


def _without_accents(text: str) -> str:
    if text.isascii():
        return text
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def _draft_places(draft: OpenDraft) -> Iterator[Found]:
    for card in draft.cards:
        yield card.title, _("Rediger"), edit(card.id), True
    if draft.card is None:
        return
    course, draft_id = draft.course, draft.card.id
    yield _("Spørsmål inn og ut"), _("Moodle, GIFT, Aiken, oppgaveark"), question_exchange(draft_id), False
    for file in draft.files:
        if file.endswith(".md"):
            yield file, draft.card.title, edit(draft_id, file), False
    if course is None:
        return
    for module in course.course.modules:
        for head in module.sessions:
            yield head.title, module.title, edit(draft_id, head.file), False
            for each in head.pages:
                if each.title != head.title:
                    yield each.title, head.title, edit_id(draft_id, head.file, each.id), False


def _shelf_places(courses: Courses) -> Iterator[Found]:
    for opened in courses.shelf():
        yield from _places(opened.course)


def _places(course: Course) -> Iterator[Found]:
    yield course.title, _("Kurs"), cover(course.id), True
    for module in course.modules:
        if module.bank or not module.sessions:
            continue
        yield module.title, course.title, page(course.id, module.sessions[0].id), True
        for head in module.sessions:
            if head.title != module.title:
                yield head.title, module.title, page(course.id, head.id), False
            for each in head.pages:
                if each.title != head.title:
                    yield each.title, head.title, page(course.id, head.id, each.id), False


def _rank(entry: Entry, wanted: list[str]) -> int | None:
    name, everything = entry.searched
    if not all(word in everything for word in wanted):
        return None
    if name.startswith(" ".join(wanted)):
        return 0
    return 1 if all(word in name for word in wanted) else 2


def _by_rank(found: tuple[int, Entry]) -> int:
    return found[0]
