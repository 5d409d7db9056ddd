"""A whole course as it is stored. Apart from what else passes to and from the worker: the window reads this alone."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CourseData:
    """An assembled course in stored form; each session by itself, so that it can be read when it is asked for.

    ``joints`` say how sessions hang in it, by file: of those that can be joined anew alone (``rejoining``).
    """

    course: bytes
    sessions: dict[str, bytes]
    facts: bytes
    problems: bytes
    joints: dict[str, bytes] = field(default_factory=dict)
