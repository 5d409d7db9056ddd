"""A course's questions out of the house: as a bank for other systems, or as worksheets for print."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kursapp.domain.case import Case
from kursapp.domain.course import Page, SessionHead
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.page_items import blocks_of, questions_of
from kursapp.domain.problem import Problem, Severity, problem, refusal
from kursapp.domain.question import Question, Reflection, Workbook
from kursapp.domain.question_bank import BankItem
from kursapp.domain.worksheet import worksheet_of
from kursapp.files.writing import SHARED, write_bytes
from kursapp.interchange.aiken import write_aiken
from kursapp.interchange.carrying import AIKEN, GIFT, MOODLE_XML, Carried, Reach, carry
from kursapp.interchange.gift_writer import write_gift
from kursapp.interchange.moodle_xml_writer import write_moodle_xml
from kursapp.interchange.worksheet import write_worksheet
from kursapp.services.open_course import OpenedCourse


class QuestionExport(enum.StrEnum):
    """What a course's questions are written as."""

    GIFT = "gift"
    MOODLE_XML = "moodle-xml"
    AIKEN = "aiken"
    WORKSHEET = "worksheet"


PDF = ".pdf"
WORKSHEETS = frozenset({PDF, ".md", ".markdown", ".txt", ""})
"""Endings of files a worksheet can be."""

REACHES = {QuestionExport.GIFT: GIFT, QuestionExport.MOODLE_XML: MOODLE_XML, QuestionExport.AIKEN: AIKEN}


@dataclass(frozen=True, slots=True)
class Exported:
    """How many questions were written, and what the format could not hold."""

    questions: int
    problems: tuple[Problem, ...] = ()


def export_questions(
    opened: OpenedCourse,
    kind: QuestionExport,
    path: Path,
    watch: Watch | None = None,
    only: Collection[str] = (),
) -> Exported:
    """Write a course's questions, or those of ``only`` some sessions (their ids), as a file.

    A worksheet is a PDF where the file is named so, else Markdown. Each question a format has no kind for is told of by
    its place; any other loss once, with how many it touches. Raises KursappError as ``files.writing`` does, of a PDF as
    ``export.typesetting`` does, and ``export-folder-missing``, ``export-no-session``, ``export-no-questions``,
    ``worksheet-no-such-kind``.
    """
    if not path.parent.is_dir():
        raise refusal("export-folder-missing", folder=path.parent)
    known = {head.id for head in opened.course.sessions(banks=True)}
    for one in only:
        if one not in known:
            raise refusal("export-no-session", id=one)
    if kind is QuestionExport.WORKSHEET:
        return _worksheet(opened, path, watch or Unwatched(), only)
    items = list(bank_items(opened, only))
    reach = REACHES[kind]
    carried = [carry(item, reach) for item in items]
    kept = [one.item for one in carried if one.item]
    if not kept:
        raise refusal("export-no-questions", kind=kind.value)
    write_bytes(path, _written(kept, kind, opened).encode("utf-8"), SHARED)
    return Exported(len(kept), tuple(_losses(items, carried, reach, kind)) + tuple(_others(opened, kind, only)))


def _written(items: list[BankItem], kind: QuestionExport, opened: OpenedCourse) -> str:
    if kind is QuestionExport.GIFT:
        return write_gift(items)
    if kind is QuestionExport.AIKEN:
        return write_aiken(items)

    return write_moodle_xml(items, partial(_picture, opened))


def _picture(opened: OpenedCourse, source: str) -> bytes | None:
    """Return the bytes of a picture of the course, or None where it is gone."""
    media = opened.media(source)
    try:
        return media.read_bytes() if media else None
    except OSError:
        return None


def bank_items(opened: OpenedCourse, only: Collection[str] = ()) -> Iterator[BankItem]:
    """Yield every question and reflection of a course, filed under its session and page."""
    for head, page in _pages(opened, only):
        category = (opened.course.title, head.title, page.title)
        for block in blocks_of(page):
            if isinstance(block, Question | Reflection):
                yield BankItem(block, block.title, category, block.id)


def _pages(opened: OpenedCourse, only: Collection[str]) -> Iterator[tuple[SessionHead, Page]]:
    for head in opened.course.sessions(banks=True):
        if only and head.id not in only:
            continue
        for page in opened.session(head.id).pages:
            yield head, page


def _losses(items: list[BankItem], carried: list[Carried], reach: Reach, kind: QuestionExport) -> Iterator[Problem]:
    """Yield what is lost: whole questions and changed kinds one by one, the rest by what it is."""
    count: Counter[str] = Counter(lost for one in carried if one.item for lost in one.lost)
    told: set[str] = set()
    for item, one in zip(items, carried, strict=True):
        if one.item is None:
            yield _warning("export-question-left-out", item, kind, title=item.name)
        for lost in one.lost if one.item else ():
            if lost == "kind-changed":
                yield _warning("export-kind-changed", item, kind, title=item.name)
            elif lost not in told:
                told.add(lost)
                yield _warning("export-part-lost", item, kind, lost=lost, count=count[lost])


def _warning(
    code: str, item: BankItem, kind: QuestionExport, title: str = "", lost: str = "", count: int = 0
) -> Problem:
    values = {"title": title, "lost": lost, "count": count, "format": kind.value}
    pairs = tuple(sorted((name, str(value)) for name, value in values.items() if value))
    return Problem(item.block.place.file, item.block.place.first, 1, code, Severity.WARNING, values=pairs)


def _others(opened: OpenedCourse, kind: QuestionExport, only: Collection[str]) -> Iterator[Problem]:
    """Yield what else one can answer in the course, which is no question of a bank."""
    count: Counter[str] = Counter()
    for _, page in _pages(opened, only):
        for block in page.blocks:
            if isinstance(block, Workbook | Case | EvaluationItem):
                count[block.kind] += 1
    for name, number in sorted(count.items()):
        yield problem(
            "export-items-left-out", "", 0, severity=Severity.WARNING, format=kind.value, items=name, count=number
        )


def _worksheet(opened: OpenedCourse, path: Path, watch: Watch, only: Collection[str]) -> Exported:
    kind = path.suffix.lower()
    if kind not in WORKSHEETS:
        raise refusal("worksheet-no-such-kind", file=path)
    course = opened.course
    sessions = [opened.session(head.id) for head in course.sessions() if not only or head.id in only]
    sheet = worksheet_of(course.title, course.language, sessions)
    problems: list[Problem] = []
    if kind == PDF:
        # typst takes a moment to load, and is needed for paper only.
        from kursapp.export.worksheet.write import write_worksheet_pdf

        if not write_worksheet_pdf(sheet, partial(_picture, opened), path, watch):
            problems.append(problem("worksheet-without-figures", path.name, 0, severity=Severity.WARNING))
    else:
        write_bytes(path, write_worksheet(sheet).encode("utf-8"), SHARED)
    questions = sum(len(questions_of(page)) for session in sessions for page in session.pages)
    return Exported(questions, tuple(problems))
