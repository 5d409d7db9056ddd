"""What is known of each file before the whole course is: the values that the cache keeps and ``assembly`` joins.

In a parsed file links and images are stand-ins (``lenke:3``, ``bilde:0``) that count into ``links`` and ``images``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.course import Fact, Goal, RequirementKind, Rich, Session, Term
from kursapp.domain.problem import Problem


@dataclass(frozen=True, slots=True)
class Address:
    """A link's or image's address as written, and where. ``words`` is an image's alternative text.

    ``number`` is that of the stand-in which holds its place in the HTML.
    """

    target: str
    line: int
    words: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Target:
    """Something a link may name: an id (``rank`` 0), a heading's slug (1), or its slug without the keyword (2).

    ``page`` is the page it is on and ``item`` the item it is in, if any.
    """

    name: str
    rank: int
    line: int
    page: str
    item: str = ""


@dataclass(frozen=True, slots=True)
class WrittenId:
    """An id the author wrote. ``form`` is the evaluation page it is on, where others may repeat it; else empty."""

    id: str
    line: int
    column: int
    form: str = ""


@dataclass(frozen=True, slots=True)
class FactUse:
    """A fact named in a comment, and the page it is named on."""

    fact: str
    line: int
    column: int
    page: str


@dataclass(frozen=True, slots=True)
class ParsedSession:
    """A session file by itself."""

    session: Session
    problems: tuple[Problem, ...] = ()
    links: tuple[Address, ...] = ()
    images: tuple[Address, ...] = ()
    targets: tuple[Target, ...] = ()
    ids: tuple[WrittenId, ...] = ()
    facts: tuple[FactUse, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionLink:
    """A list item of the cover that names a session."""

    title: str
    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class RequirementLink:
    """A list item of ``## Krav``; ``kind`` is known at once only for what is no link."""

    text: str
    target: str
    line: int
    kind: RequirementKind | None = None


@dataclass(frozen=True, slots=True)
class ParsedModule:
    """A ``##`` of the cover."""

    id: str
    title: str
    line: int
    links: tuple[SessionLink, ...] = ()
    intro: Rich = Rich()
    goals: tuple[Goal, ...] = ()
    day: int | None = None
    bank: bool = False
    opens_after_days: int | None = None
    reminder_weeks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedCover:
    """``kurs.md`` by itself."""

    file: str
    id: str
    title: str
    version: str = ""
    intro: Rich = Rich()
    language: str = "nb"
    law_date: str = ""
    hours: float = 0
    organiser: str = ""
    modules: tuple[ParsedModule, ...] = ()
    requirements: tuple[RequirementLink, ...] = ()
    problems: tuple[Problem, ...] = ()
    links: tuple[Address, ...] = ()
    images: tuple[Address, ...] = ()
    ids: tuple[WrittenId, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedGlossary:
    """``begreper.md`` by itself. ``lines`` says where each term stands."""

    file: str = ""
    terms: tuple[Term, ...] = ()
    lines: tuple[int, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFacts:
    """``kilder.md`` by itself."""

    file: str = ""
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
