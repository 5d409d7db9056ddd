"""A course as it is read: Course → Module → SessionHead for the cover, Session → Page → Block for reading.

Every block knows its file and lines. A block is a plain base class, so that a page can hold any kind of it; each kind
is a frozen dataclass with a ``kind`` that names it in stored form (the stored form must be readable in later versions:
names of kinds and fields are only ever added).
"""

from __future__ import annotations

import enum
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file of the course (``/`` between parts) and its first and last line, from 1."""

    file: str
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Rich:
    """A text with inline or block markup: sanitised HTML, and the same words plain for names, search and speech."""

    html: str = ""
    plain: str = ""

    def __bool__(self) -> bool:
        return bool(self.plain or self.html)


class Block:
    """Anything a page is made of. Kinds: see the dataclasses below and in ``question``, ``case``, ``evaluation``."""

    __slots__ = ()

    place: Place


@dataclass(frozen=True, slots=True)
class Prose(Block):
    """Running text: paragraphs, lists, tables, as sanitised HTML.

    A glossary term's first use on the page is ``<a href="begrep:TERM">``; a link inside the course is
    ``<a href="kurs:SESSION_ID#TARGET">`` with a resolved page or item id as TARGET; a link out is ``http(s):`` or
    ``mailto:``. Nothing else is ever a link.
    """

    place: Place
    text: Rich
    kind: str = "prose"


class CallOutKind(enum.StrEnum):
    """The call-outs of course-format §2."""

    NOTE = "note"
    TIP = "tip"
    IMPORTANT = "important"
    WARNING = "warning"
    LAW = "law"
    REFLECT = "reflect"
    GROUP = "group"
    ROLE = "role"
    INSTRUCTOR = "instructor"


@dataclass(frozen=True, slots=True)
class CallOut(Block):
    """A boxed text. ``title`` is a role's name or empty; ``minutes`` is the ``tid:`` of group work or None.

    ``workload`` is what group work counts as, where the author gives it ``minutter:`` besides the timer.
    """

    place: Place
    call_out: CallOutKind
    text: Rich
    title: str = ""
    minutes: float | None = None
    kind: str = "call_out"
    workload: float | None = None


@dataclass(frozen=True, slots=True)
class Figure(Block):
    """A picture. ``source`` is its path in the course's own file list."""

    place: Place
    source: str
    alt: str
    caption: str = ""
    kind: str = "figure"


@dataclass(frozen=True, slots=True)
class MediaCard(Block):
    """A sound or film file that the system's player opens after a question. ``media`` is ``sound`` or ``film``."""

    place: Place
    source: str
    title: str
    media: str
    kind: str = "media"


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One line of a checklist."""

    id: str
    text: Rich


@dataclass(frozen=True, slots=True)
class Checklist(Block):
    """The participant's own ticks, saved on this laptop only. ``id`` is derived from the page where none is written."""

    place: Place
    id: str
    items: tuple[CheckItem, ...]
    kind: str = "checklist"


@dataclass(frozen=True, slots=True)
class Faulty(Block):
    """A block that could not be read, shown as a box with its faults and its text as written. Never hides the rest."""

    place: Place
    codes: tuple[str, ...]
    title: str
    source: str
    kind: str = "faulty"


class PageKind(enum.StrEnum):
    """What happens on a page: reading (with practice), a graded quiz, or an evaluation form."""

    TEXT = "text"
    QUIZ = "quiz"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class ScoreBand:
    """Feedback to a result of ``low`` to ``high`` per cent, both included."""

    low: int
    high: int
    text: Rich


@dataclass(frozen=True, slots=True)
class Draw:
    """Draw ``count`` questions that say ``bank: bank``; an empty bank means the quiz page's own questions."""

    count: int
    bank: str = ""


@dataclass(frozen=True, slots=True)
class QuizSettings:
    """How a quiz is run (course-format §3). ``attempts`` and ``minutes`` None means no limit."""

    pass_percent: int = 70
    attempts: int | None = None
    draws: tuple[Draw, ...] = ()
    shuffle: bool = True
    immediate: bool = False
    minutes: float | None = None
    bands: tuple[ScoreBand, ...] = ()


class EvaluationType(enum.StrEnum):
    """When a form is filled in: before, after a day, after the course, three months later."""

    BEFORE = "before"
    DAY = "day"
    AFTER = "after"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True, slots=True)
class EvaluationSettings:
    """What kind of form a page is; ``same_as`` names the form whose items it repeats (already copied in)."""

    type: EvaluationType
    same_as: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """One idea: what stands under one ``##``. The opening page of a session has the session's own title."""

    id: str
    title: str
    place: Place
    blocks: tuple[Block, ...] = ()
    kind: PageKind = PageKind.TEXT
    quiz: QuizSettings | None = None
    evaluation: EvaluationSettings | None = None
    minutes: float | None = None


@dataclass(frozen=True, slots=True)
class Session:
    """A file that has been read: its pages in order. ``minutes`` is what the author says it takes, 0 where unsaid."""

    id: str
    file: str
    title: str
    pages: tuple[Page, ...]
    minutes: float = 0
    goals: tuple[str, ...] = ()
    prior_knowledge: str = ""

    def page(self, page_id: str) -> Page:
        """Return the page with this id; KeyError where there is none."""
        for page in self.pages:
            if page.id == page_id:
                return page
        raise KeyError(page_id)


class ItemKind(enum.StrEnum):
    """What an answerable item is, as far as progress and lists care."""

    QUESTION = "question"
    REFLECTION = "reflection"
    WORKBOOK = "workbook"
    CASE = "case"
    CHECKLIST = "checklist"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class ItemHead:
    """An item named on the outline, so that progress can be counted without reading its session."""

    id: str
    kind: ItemKind
    title: str
    bank: str = ""


@dataclass(frozen=True, slots=True)
class PageHead:
    """A page on the outline. ``workload`` is its computed minutes (course-format §2), ``reading`` those of reading.

    ``line`` is where it begins in its file.
    """

    id: str
    title: str
    kind: PageKind
    items: tuple[ItemHead, ...] = ()
    workload: float = 0
    graded: bool = False
    reading: float = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class SessionHead:
    """A session on the outline: enough for the cover, navigation and progress, without its text."""

    id: str
    file: str
    title: str
    minutes: float
    pages: tuple[PageHead, ...]
    workload: float = 0
    goals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Goal:
    """What a participant can do after a module."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Module:
    """A ``##`` of the cover: a day, a part, or what comes before or after. ``bank`` modules are never shown.

    ``day`` is the number of a day (``Dag 3: …`` → 3) or None; ``opens_after_days`` and ``reminder_weeks`` come from
    the module's settings.
    """

    id: str
    title: str
    sessions: tuple[SessionHead, ...]
    intro: Rich = Rich()
    goals: tuple[Goal, ...] = ()
    day: int | None = None
    bank: bool = False
    opens_after_days: int | None = None
    reminder_weeks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary entry."""

    term: str
    explanation: str
    nynorsk: str = ""
    english: str = ""

    def in_language(self, language: str) -> str:
        """Return the term as it is said in a course's language (``nb``, ``nn``, ``en``)."""
        return {"nn": self.nynorsk, "en": self.english}.get(language, "") or self.term


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of ``kilder.md``."""

    id: str
    text: str
    source: str
    date: str
    status: str


class RequirementKind(enum.StrEnum):
    """What the certificate can ask for."""

    QUIZ = "quiz"
    WORKBOOK = "workbook"
    REFLECTIONS = "reflections"


@dataclass(frozen=True, slots=True)
class Requirement:
    """One line of ``## Krav``: ``target`` is the quiz page's or workbook's id, empty for all reflections."""

    kind: RequirementKind
    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Course:
    """The cover and the whole outline of a course. Sessions are read one at a time (``services.open_course``)."""

    id: str
    version: str
    title: str
    modules: tuple[Module, ...]
    intro: Rich = Rich()
    language: str = "nb"
    law_date: str = ""
    hours: float = 0
    organiser: str = ""
    glossary: tuple[Term, ...] = ()
    requirements: tuple[Requirement, ...] = ()

    def sessions(self, *, banks: bool = False) -> Iterator[SessionHead]:
        """Yield the sessions in the order they are taken; those of ``## Bank`` only when asked for."""
        for module in self.modules:
            if banks or not module.bank:
                yield from module.sessions

    def session_head(self, session_id: str) -> SessionHead:
        """Return one session's head, also from a bank; KeyError where there is none."""
        for head in self.sessions(banks=True):
            if head.id == session_id:
                return head
        raise KeyError(session_id)

    def days(self) -> tuple[Module, ...]:
        """Return the modules that are days, in order: the bars of the dagsrad."""
        return tuple(module for module in self.modules if module.day is not None)
