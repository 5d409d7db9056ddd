"""One file of a course by itself: what is wrong in it, and what its pages become."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kursapp.content.folder import COVERS, DEEPEST_PATH, is_markdown, is_text, spelt
from kursapp.content.media import media_kind
from kursapp.content.page_html import page_html
from kursapp.content.source import LARGEST_FILE
from kursapp.content.unreadable import stands_in
from kursapp.domain.course import Course, SessionHead
from kursapp.domain.problem import KursappError, Problem, Severity, refusal
from kursapp.files.regular import open_regular
from kursapp.services.open_course import CourseReader, OpenedCourse


def is_page_file(path: Path) -> bool:
    """Say whether a path is meant as a Markdown file, by its name."""
    return is_markdown(path.name) and not path.is_dir()


def is_picture(path: Path) -> bool:
    """Say whether a path is meant as an image, by its name."""
    return media_kind(path.name) == "image" and not path.is_dir()


def check_file(reader: CourseReader, file: Path) -> tuple[Problem, ...]:
    """Return the findings of one Markdown file: as part of its course where it is in one, otherwise by itself.

    Raises KursappError: ``file-not-read``, and as ``CourseReader.open`` where the course around it cannot be read.
    """
    with _opened(reader, file) as here:
        return here.problems()


def render_file(reader: CourseReader, file: Path) -> Iterator[str]:
    """Yield each page of one Markdown file as sanitised HTML, its links and images resolved where a course has them.

    Raises KursappError as ``check_file``, and whatever keeps the file as a whole from being read.
    """
    with _opened(reader, file) as here:
        if here.head is None:
            yield from _cover_parts(here.course.course)
            return
        session = here.course.session(here.head.id)
        if stands_in(session):
            raise KursappError(next(found for found in here.problems() if found.severity is Severity.ERROR))
        yield from map(page_html, session.pages)


def check_picture(reader: CourseReader, file: Path) -> tuple[Problem, ...]:
    """Return what keeps an image from being shown, or what it does without. Raises KursappError: ``file-not-read``."""
    return reader.picture_problems(file.name, _read(file, LARGEST_FILE))


@dataclass(frozen=True, slots=True)
class _Here:
    """A file in its course: what it is called there, and which session it is; None for the cover."""

    course: OpenedCourse
    name: str
    head: SessionHead | None

    def problems(self) -> tuple[Problem, ...]:
        return tuple(found for found in self.course.problems if found.file == self.name)


@contextmanager
def _opened(reader: CourseReader, file: Path) -> Iterator[_Here]:
    """Open the course a file is a session or the cover of, or the file alone."""
    if not is_text(str(file)):
        raise refusal("name-unreadable", name=spelt(str(file)))
    data = _read(file, LARGEST_FILE)
    here = _in_course(reader, file)
    if here is None:
        lone = reader.open_lone(file, data)
        here = _Here(lone, file.name, next(lone.course.sessions()))
    try:
        yield here
    finally:
        here.course.close()


def _in_course(reader: CourseReader, file: Path) -> _Here | None:
    root = _course_around(file)
    if root is None:
        return None
    opened = reader.open(root)
    name = unicodedata.normalize("NFC", file.absolute().relative_to(root).as_posix())
    if name.casefold() in COVERS:
        return _Here(opened, name, None)
    for head in opened.course.sessions(banks=True):
        if head.file == name:
            return _Here(opened, name, head)
    opened.close()
    return None


def _course_around(file: Path) -> Path | None:
    """Return the nearest folder above a file that has a cover, if any."""
    above = file.absolute().parents[: DEEPEST_PATH + 1]
    return next((folder for folder in above if any((folder / cover).is_file() for cover in COVERS)), None)


def _cover_parts(course: Course) -> Iterator[str]:
    texts = (course.intro, *(module.intro for module in course.modules))
    yield from (text.html for text in texts if text)


def _read(file: Path, most: int) -> bytes:
    with open_regular(file) as source:
        return source.read(most + 1)
