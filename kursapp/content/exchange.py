"""What passes between the program and its worker: file bytes one way, parsed values the other, all as bytes."""

from __future__ import annotations

from dataclasses import dataclass, field

from kursapp.domain.course import SessionHead, Term
from kursapp.domain.problem import Problem
from kursapp.domain.restructuring import Restructuring


@dataclass(frozen=True, slots=True)
class FileData:
    """One file of a course and its bytes."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class ImageReport:
    """What was found of an image: ``problem`` is the code that says why it cannot be shown, or empty.

    ``svg`` is the rewritten figure where it is one, and ``dropped`` the elements it had to do without.
    """

    problem: str = ""
    svg: str = ""
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PartsData:
    """All parsed files of a course in stored form, the names of all its files, and what is wrong so far.

    ``bad_images`` says of each image that cannot be shown why, as a code.
    """

    cover: bytes
    sessions: dict[str, bytes]
    glossary: bytes | None = None
    facts: bytes | None = None
    files: tuple[str, ...] = ()
    bad_images: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class LiveFile:
    """A file of the draft at ``root`` for the worker to read and keep under ``key``."""

    root: str
    key: str
    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class LiveParts:
    """As ``PartsData``, of files that the worker has kept: each by its key."""

    root: str
    cover: str
    sessions: dict[str, str]
    glossary: str | None
    facts: str | None
    files: tuple[str, ...]
    bad_images: dict[str, str]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class LiveData:
    """As ``CourseData``, but of each session a name for its stored form: ``fresh`` has those not given before.

    ``lines`` says where each session, page and item begins. ``missing`` are the keys of files that are not kept: then
    the rest is empty.
    """

    missing: tuple[str, ...] = ()
    course: bytes = b""
    facts: bytes = b""
    problems: bytes = b""
    sessions: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, bytes] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LiveAsk:
    """A wish for the page at a line of a session file that holds ``data``."""

    root: str
    file: str
    line: int
    data: bytes


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page one can go to from another."""

    file: str
    line: int
    session_id: str
    session_title: str
    page_id: str
    title: str


@dataclass(frozen=True, slots=True)
class LivePageData:
    """A session in stored form with one page in it: page ``number`` of ``count``; ``workload`` is in minutes.

    ``images`` are the files it shows. ``lost``: the course is not there any more, and the rest is empty.
    """

    lost: bool = False
    session: bytes = b""
    problems: bytes = b""
    number: int = 0
    count: int = 0
    workload: float = 0
    before: Neighbour | None = None
    after: Neighbour | None = None
    images: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Joint:
    """How a session hangs in its course. ``outside`` is equal as long as all that others may depend on is.

    ``links`` say where its links into other files lead, ``images`` which files it shows: by the address as written.
    """

    outside: bytes
    links: dict[str, str]
    images: dict[str, str]


@dataclass(frozen=True, slots=True)
class RejoinData:
    """A session that has been edited, in stored forms: as it is ``parsed`` now, its joint, and as it was ``before``.

    The rest is what it needs of its course; ``unused`` are the terms that no session uses.
    """

    parsed: bytes
    joint: bytes
    before: bytes
    facts: bytes
    terms: tuple[Term, ...]
    language: str
    unused: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RejoinReport:
    """A session joined anew, in stored form, with its row of the outline and everything wrong with its file.

    All is empty where the whole course must be joined.
    """

    session: bytes = b""
    head: SessionHead | None = None
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class SentWish:
    """A wish in stored form: the name of its class and its values by name."""

    kind: str
    values: dict[str, str | int]


@dataclass(frozen=True, slots=True)
class PlanData:
    """A course's Markdown, the names of its other files, and what is wished for."""

    cover: str
    files: dict[str, bytes]
    others: tuple[str, ...]
    wish: SentWish


@dataclass(frozen=True, slots=True)
class PlanReport:
    """The changes that grant a wish, or why it is not granted."""

    planned: Restructuring | None = None
    refused: Problem | None = None
