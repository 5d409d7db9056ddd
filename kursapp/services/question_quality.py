"""How good a course's questions are: files from coordinators taken in, kept, and held against the course as it is."""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from kursapp.domain.forms import quiz_item
from kursapp.domain.item_analysis import QuestionQuality
from kursapp.domain.page_items import questions_of
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.quality_report import JudgedQuestion, KeptReport, QualityReport
from kursapp.domain.question import Question
from kursapp.files.failure import read_failure, write_failure
from kursapp.files.folder import make_private_folder
from kursapp.files.writing import write_bytes
from kursapp.interchange.quality_file import LARGEST, read_quality
from kursapp.services.open_course import OpenedCourse

FOLDER = "quality"
MOST = 100
"""Reports kept of one draft; beyond these the oldest are forgotten."""


class QualityReports:
    """The reports taken in for one draft, as copies in the draft's folder of the instructor's own data.

    A report holds counts of a cohort, as the coordinator's program let them out; nobody's answers.
    """

    def __init__(self, home: Path) -> None:
        self._folder = home / FOLDER

    def take(self, path: Path) -> KeptReport:
        """Read a file, and keep a copy of it; one that was taken in before stays one.

        Raises KursappError: ``quality-no-file``, ``file-not-read``, as ``read_quality`` and as ``files.writing``.
        """
        return self.keep(_read(path), path.name)

    def keep(self, data: bytes, name: str) -> KeptReport:
        """Keep a file's bytes, called ``name`` where they are refused. Raises KursappError as ``take``."""
        report = read_quality(data, name)
        kept = KeptReport(hashlib.blake2b(data, digest_size=8).hexdigest(), report)
        make_private_folder(self._folder)
        write_bytes(self._path(kept.id), data)
        for old in self._files()[MOST:]:
            with contextlib.suppress(OSError):
                old.unlink()
        return kept

    def all(self) -> tuple[KeptReport, ...]:
        """Return the reports, the one taken in last first. A spoilt copy is left out: the file can be had anew."""
        return tuple(self._kept())

    def forget(self, report_id: str) -> bytes:
        """Take a report away, and return its bytes; none where there is no such report.

        Raises KursappError as ``files.failure.write_failure``.
        """
        path = self._path(report_id)
        if path not in self._files():
            return b""
        try:
            data = path.read_bytes()
            path.unlink()
        except OSError as error:
            raise write_failure(error, path) from error
        return data

    def _kept(self) -> Iterator[KeptReport]:
        for path in self._files():
            with contextlib.suppress(KursappError):
                yield KeptReport(path.stem, read_quality(_read(path), path.name))

    def _files(self) -> list[Path]:
        def taken(path: Path) -> tuple[int, str]:
            with contextlib.suppress(OSError):
                return -path.stat().st_mtime_ns, path.name
            return 0, path.name

        return sorted(self._folder.glob("*.json"), key=taken)

    def _path(self, report_id: str) -> Path:
        return self._folder / f"{report_id}.json"


def judged(report: QualityReport, opened: OpenedCourse | None) -> tuple[JudgedQuestion, ...]:
    """Return a report's questions in its order, each with its place in the course; without one, none has a place."""
    now = _questions(opened, {one.item.id for one in report.quality.questions}) if opened is not None else {}
    return tuple(_judged(one, now.get(one.item.id)) for one in report.quality.questions)


def _judged(quality: QuestionQuality, now: Question | None) -> JudgedQuestion:
    if now is None:
        return JudgedQuestion(quality)
    asked, item = quiz_item(now), quality.item
    # A hidden question came without its options, so that only its words can be compared.
    changed = asked.text != item.text or (quality.hidden is None and asked.options != item.options)
    return JudgedQuestion(quality, now.place.file, now.place.first, changed)


def _questions(opened: OpenedCourse, wanted: set[str]) -> dict[str, Question]:
    """Return the wanted questions of a course by id; only the sessions that hold one are decoded."""
    found: dict[str, Question] = {}
    for head in opened.course.sessions(banks=True):
        for page in head.pages:
            if any(item.id in wanted for item in page.items):
                held = questions_of(opened.session(head.id).page(page.id))
                found.update((question.id, question) for question in held if question.id in wanted)
    return found


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as source:
            return source.read(LARGEST + 1)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise refusal("quality-no-file", file=path.name) from error
    except OSError as error:
        raise read_failure(error, path) from error
