"""Lets the worker parse what is new in a course and join it all. Nothing an author wrote is parsed in this process."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kursapp.content.addresses import Inward, read_address
from kursapp.content.codec import decode, encode
from kursapp.content.contents import Contents
from kursapp.content.course_data import CourseData
from kursapp.content.exchange import FileData, ImageReport, PartsData, RejoinData, RejoinReport
from kursapp.content.images import HEADER_BYTES
from kursapp.content.media import media_kind
from kursapp.content.parsed import Address, ParsedCover
from kursapp.content.reading_time import JOINING_SPARE, ReadingTime, honest_joining, honest_reading
from kursapp.content.unreadable import unreadable
from kursapp.domain.problem import KursappError, Problem, Severity, problem, refusal
from kursapp.trouble.traces import Code
from kursapp.worker import Worker, WorkerJobError, WorkerLimitError

JOBS = "kursapp.content.jobs"
GLOSSARY = "begreper.md"
FACTS = "kilder.md"
SESSION = "parse_session"
FILE_SECONDS = 5.0
COURSE_SECONDS = 60.0

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Images:
    """The part of a parsed file that says which images it uses."""

    images: tuple[Address, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A parsed file in stored form, and the key it is kept under."""

    key: str
    data: bytes


class Parsing:
    """One reading of a course that is new or has changed.

    ``parsed`` is what ``earlier`` should be the next time; ``lasting`` is False where a file met a limit and may do
    better another day. ``media`` are the files that may be shown, with their paths on disk; ``figures`` is the
    rewritten text of those that are SVG.
    """

    def __init__(self, contents: Contents, worker: Worker, earlier: Mapping[str, bytes]) -> None:
        self._contents = contents
        self._worker = worker
        self._jobs = JOBS
        self.earlier = earlier
        self._problems: list[Problem] = [*contents.listing.problems, *contents.problems]
        self._bad_images: dict[str, str] = {}
        self._time = ReadingTime()
        self._failed: set[str] = set()
        self.parsed: dict[str, bytes] = {}
        self.lasting = not contents.problems
        self.media: dict[str, str] = {}
        self.figures: dict[str, str] = {}

    def course(self) -> CourseData:
        """Parse and join. Raises KursappError where the cover cannot be read, or the whole meets a limit."""
        cover_file = self._contents.listing.cover
        cover_data = self._parse("parse_cover", cover_file)
        if cover_data is None:
            raise KursappError(next(found for found in self._problems if found.file == cover_file))
        cover = decode(cover_data, ParsedCover)
        if not cover.title:
            raise KursappError(cover.problems[0])
        sessions = {file: self._session(file) for file in self._listed(cover)}
        images = [(file, decode(data, _Images).images) for file, data in sessions.items()]
        self._look_at([(cover_file, cover.images), *images])
        parts = PartsData(
            cover_data,
            sessions,
            self._parse("parse_glossary", GLOSSARY),
            self._parse("parse_facts", FACTS),
            tuple(self._contents.listing.files),
            self._bad_images,
            tuple(self._problems),
        )
        size = sum(map(len, self.parsed.values()))
        try:
            honest = honest_joining(size)
            with self._time.spend(honest, min(COURSE_SECONDS, honest + JOINING_SPARE)) as seconds:
                return self._join(parts, seconds)
        except WorkerLimitError as error:
            raise refusal("course-too-heavy", folder=self._contents.listing.root, limit=error.reason) from error
        except WorkerJobError as error:
            _log.warning("assemble_course failed", exc_info=error)
            raise refusal("course-not-understood", folder=self._contents.listing.root) from error

    def session(self, file: str) -> ParsedFile | None:
        """Parse one session file; None where that cannot be done."""
        data = self._parse(SESSION, file)
        return ParsedFile(self._key(SESSION, file), data) if data is not None else None

    def rejoin(self, file: str, data: RejoinData) -> RejoinReport | None:
        """Join one session with a course that is as it was; None where it met a limit: then the whole will tell."""
        honest = honest_joining(len(data.parsed))
        try:
            with self._time.spend(honest, honest + JOINING_SPARE) as seconds:
                return decode(self._worker.call(f"{JOBS}:rejoin_session", encode(data), seconds), RejoinReport)
        except WorkerLimitError:
            return None
        except WorkerJobError as error:
            _log.warning("rejoin_session failed on a file", exc_info=error)
            return None

    @property
    def bad_images(self) -> frozenset[str]:
        """The files that pages show and that cannot be shown."""
        return frozenset(self._bad_images)

    def picture_problems(self, file: str) -> tuple[Problem, ...]:
        """Return what keeps one image from being shown, or what it has to do without."""
        code = self._image_problem(file)
        if code and not self._problems:
            self._problems.append(problem(code, file, 1, target=file))
        return tuple(self._problems)

    def _listed(self, cover: ParsedCover) -> Iterator[str]:
        """Yield the files of the sessions the cover names that there are, each once."""
        named = dict.fromkeys(link.file for module in cover.modules for link in module.links)
        yield from (file for file in named if file in self._contents.listing.files)

    def _session(self, file: str) -> bytes:
        """Return a parsed session; one that cannot be parsed says so itself."""
        parsed = self._parse(SESSION, file)
        if parsed is not None:
            return parsed
        return self._unreadable(file, [found for found in self._problems if found.file == file])

    def _unreadable(self, file: str, problems: list[Problem]) -> bytes:
        """Return what stands for a session that cannot be parsed."""
        return encode(unreadable(file, problems))

    def _parse(self, job: str, file: str) -> bytes | None:
        """Return a parsed file, from earlier where it is the same; None (and a problem) where there is none."""
        if file not in self._contents.listing.files:
            return None
        key = self._key(job, file)
        found = self.parsed.get(key) or self.earlier.get(key)
        if found is None and self._contents.hash(file) and key not in self._failed:
            found = self._call(job, file, key)
        if found is not None:
            self.parsed[key] = found
        return found

    def _key(self, job: str, file: str) -> str:
        return f"{job} {file} {self._contents.hash(file)}"

    def _call(self, job: str, file: str, key: str) -> bytes | None:
        try:
            if self._time.is_used_up:
                raise WorkerLimitError(job, "time")
            data = self._contents.data(file, HEADER_BYTES)
            # A busy machine may take seconds over starting the worker: that is not this file's doing.
            self._worker.prepare(self._jobs)
            with self._time.spend(honest_reading(len(data)), FILE_SECONDS) as seconds:
                return self._run(job, FileData(file, data), key, seconds)
        except OSError as error:
            self._problems.append(problem("file-unreadable", file, 1, reason=error.strerror))
        except WorkerLimitError as error:
            self._problems.append(problem("file-too-heavy", file, 1, limit=error.reason))
        except WorkerJobError as error:
            _log.warning("%s failed on a file", Code(job), exc_info=error)
            self._problems.append(problem("file-not-understood", file, 1))
        self.lasting = False
        self._failed.add(key)
        return None

    def _run(self, job: str, file: FileData, key: str, seconds: float) -> bytes:
        """Let the worker read a file in so many seconds. ``key`` is what it is remembered by."""
        return self._worker.call(f"{JOBS}:{job}", encode(file), seconds)

    def _join(self, parts: PartsData, seconds: float) -> CourseData:
        """Let the worker join what has been parsed in so many seconds."""
        return decode(self._worker.call(f"{JOBS}:assemble_course", encode(parts), seconds), CourseData)

    def _look_at(self, images: Iterable[tuple[str, tuple[Address, ...]]]) -> None:
        """Find out which of the files that pages show can be shown."""
        for file in dict.fromkeys(_paths(images)):
            if file not in self._contents.listing.files:
                continue
            kind = media_kind(file)
            code = self._image_problem(file) if kind == "image" else "" if kind else "not-an-image"
            if code:
                self._bad_images[file] = code
            else:
                self.media[file] = self._contents.listing.written.get(file, file)

    def _image_problem(self, file: str) -> str:
        """Let the worker look at an image; keep the figure it makes of an SVG. Return why it cannot be shown, if so."""
        data = self._parse("look_at_image", file)
        if data is None:
            return "image-unreadable"
        report = decode(data, ImageReport)
        if report.svg:
            self.figures[file] = report.svg
        if report.dropped:
            names = ", ".join(report.dropped)
            self._problems.append(problem("svg-simplified", file, 1, severity=Severity.WARNING, elements=names))
        return report.problem


def _paths(images: Iterable[tuple[str, tuple[Address, ...]]]) -> Iterator[str]:
    for file, addresses in images:
        for address in addresses:
            read = read_address(file, address.target)
            if isinstance(read, Inward):
                yield read.file
