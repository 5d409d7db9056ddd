"""What the coordinator is told about cohorts and rounds, and what she says when she makes one: values for screens."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from kursapp.domain.cohort import LEAST_PERSONS, Cohort
from kursapp.domain.form import Form, FormItem, FormKind
from kursapp.domain.results import Why
from kursapp.domain.submission import FileOutcome, FileState

LONGEST_TAG = 40
"""Characters of a tag on a comment; the rest is cut."""


class CohortState(enum.StrEnum):
    """How far a cohort has come: made, its recovery sheet made, published (nothing of it changes any more)."""

    DRAFT = "draft"
    READY = "ready"
    PUBLISHED = "published"


class RoundState(enum.StrEnum):
    """Whether a round still takes answers. Results exist for closed ones only."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class CourseOffer:
    """What a course has for a cohort: its forms in order, its quizzes that may be shared, its background questions."""

    forms: tuple[Form, ...]
    quizzes: tuple[Form, ...]
    backgrounds: tuple[FormItem, ...]


@dataclass(frozen=True, slots=True)
class CohortDraft:
    """What the coordinator decides about a new cohort; all of it is locked when it is published.

    ``form_ids`` are the forms and shared quizzes it has, empty for all the course's evaluation forms. ``reason`` is
    needed where ``k`` is below five. ``language`` is that of all its exports.
    """

    name: str
    starts: date
    ends: date
    keep_until: date
    invited: int
    place: str = ""
    organiser: str = ""
    language: str = "nb"
    k: int = LEAST_PERSONS
    reason: str = ""
    breakdowns: tuple[str, ...] = ()
    form_ids: tuple[str, ...] = ()
    codes: bool = False
    wants_progress: bool = False


@dataclass(frozen=True, slots=True)
class CohortCard:
    """A cohort in a list, with the ids of the forms whose rounds are closed."""

    cohort: Cohort
    state: CohortState
    invited: int
    closed: frozenset[str] = frozenset()

    @property
    def open_rounds(self) -> int:
        """Return how many of its rounds are open."""
        return len(self.cohort.forms) - len(self.closed)

    @property
    def closed_rounds(self) -> int:
        """Return how many of its rounds are closed."""
        return len(self.closed)

    @property
    def id(self) -> str:
        """Return the cohort's id."""
        return self.cohort.id


@dataclass(frozen=True, slots=True)
class PublishedCohort:
    """The cohort file that was written, and its kullmerke: four words to compare with the screen in the room."""

    path: Path
    mark: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoundCard:
    """A round as the coordinator sees it: counts of files, states and persons, nothing else.

    ``files`` counts what the collection holds of an open round by state, empty for a closed one. ``persons`` have
    handed in (and not taken it back); in a closed round, those who were let in. ``waiting`` are persons who came
    after closing, ``may_let_in`` whether they are enough to enter together, ``comments_may_enter`` whether their
    comments are too. ``shown`` says whether the persons reach the cohort's limit.
    """

    cohort_id: str
    form_id: str
    title: str
    kind: FormKind
    state: RoundState
    invited: int
    persons: int
    files: Mapping[FileState, int]
    waiting: int
    may_let_in: bool
    comments_may_enter: bool
    shown: bool

    @property
    def response_rate(self) -> float | None:
        """Return the share of the invited that handed in, 0 to 1 (more if more came); None where none is invited."""
        return self.persons / self.invited if self.invited else None


@dataclass(frozen=True)
class Collected:
    """What became of each file of one collecting, in the order given; ``cancelled`` where it was stopped before all."""

    outcomes: tuple[FileOutcome, ...]
    cancelled: bool = False

    @cached_property
    def counts(self) -> Mapping[FileState, int]:
        """Return how many files had each state."""
        return Counter(outcome.state for outcome in self.outcomes)


@dataclass(frozen=True, slots=True)
class CommentEntry:
    """A comment in the queue. ``id`` is random and says nothing of a person.

    ``text`` is as written, ``shown`` with "[…]" for every redacted place, ``redacted`` those places as (start, end).
    When a report is made the original is gone: ``text`` is then the same as ``shown``.
    """

    id: str
    item_id: str
    text: str
    shown: str
    redacted: tuple[tuple[int, int], ...] = ()
    tags: tuple[str, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class CommentQueue:
    """All comments of a round sorted by text, or why there are none to show. ``tags`` are all in use, by name."""

    entries: tuple[CommentEntry, ...]
    tags: tuple[str, ...] = ()
    hidden: Why | None = None


class ByHand(enum.StrEnum):
    """What only people can delete when a cohort is deleted; the words are ``texts.cohorts``."""

    COHORT_FILE = "cohort_file"
    ANSWER_FILES = "answer_files"
    PROGRESS_FILES = "progress_files"
    EXPORTS = "exports"
    RECOVERY_SHEET = "recovery_sheet"
    CODES = "codes"
    KEY_COPIES = "key_copies"
    OTHER_BACKUPS = "other_backups"
    DATABASE_BACKUPS = "database_backups"


@dataclass(frozen=True, slots=True)
class Deleted:
    """What was deleted with a cohort, and what people must delete by hand."""

    cohort_id: str
    name: str
    removed: tuple[Path, ...]
    by_hand: tuple[ByHand, ...]


@dataclass(frozen=True, slots=True)
class DoorState:
    """What the unlocking screen needs: whether there is a safe to open, and where the collection is.

    ``shared`` where the collection is a PostgreSQL reached by URL.
    """

    exists: bool
    shared: bool
    simulated: bool
    folder: Path = field(default_factory=Path)
