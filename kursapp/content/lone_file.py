"""A Markdown file without a course around it, read as the only session of one."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp.content.cache import StoredCourse, reader_version
from kursapp.content.codec import decode, encode
from kursapp.content.contents import NOT_ON_DISK, Contents
from kursapp.content.folder import COVERS, Listing
from kursapp.content.parsing import Parsing
from kursapp.domain.problem import Problem

if TYPE_CHECKING:
    from kursapp.worker import Worker

SESSION = "side.md"
"""What the file is called while it is read: a name on the disk may be anything."""

_COVER = f"---\nid: {SESSION.partition('.')[0]}\n---\n# –\n\n## –\n\n1. [–]({SESSION})\n"
_OF_COURSES = frozenset(
    {"dead-link", "link-to-no-page", "missing-media", "no-id", "path-out-of-course", "unknown-fact"}
)
"""What is only wrong where the rest of the course lacks it too."""


def read_lone(file: Path, data: bytes, worker: Worker) -> StoredCourse:
    """Return a file's bytes as a course of one session; nothing else on the disk is looked at.

    The findings are the file's own, under its own name, without those that only a course around it could decide. Raises
    KursappError where reading it meets a limit as a whole.
    """
    texts = {COVERS[0]: _COVER.encode(), SESSION: data}
    listing = Listing(file.parent, COVERS[0], dict.fromkeys(texts, NOT_ON_DISK), {})
    contents = Contents(listing, None, time.time_ns(), texts)
    course = Parsing(contents, worker, {}).course()
    found = decode(course.problems, tuple[Problem, ...])
    own = (replace(one, file=file.name) for one in found if one.file == SESSION and one.code not in _OF_COURSES)
    told = replace(course, problems=encode(tuple(own)))
    return StoredCourse(reader_version(), str(file.parent), contents.snapshot, told, {}, {})


def picture_problems(name: str, data: bytes, worker: Worker) -> tuple[Problem, ...]:
    """Return what is wrong with an image's bytes, as the findings of a course that shows it."""
    texts = {name: data}
    listing = Listing(Path(), "", {name: NOT_ON_DISK}, {})
    return Parsing(Contents(listing, None, time.time_ns(), texts), worker, {}).picture_problems(name)
