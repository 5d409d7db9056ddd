"""What passes between the program and its worker: file bytes one way, parsed values the other, all as bytes."""

from __future__ import annotations

from dataclasses import dataclass, field

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
class CourseData:
    """An assembled course in stored form; each session by itself, so that it can be read when it is asked for."""

    course: bytes
    sessions: dict[str, bytes]
    facts: bytes
    problems: bytes


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
