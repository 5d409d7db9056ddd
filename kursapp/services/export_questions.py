"""A course's questions out of the house: as a bank for other systems, or as worksheets for print."""

from __future__ import annotations

import enum
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.case import Case
from kursapp.domain.course import Page, SessionHead
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.page_items import blocks_of
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


REACHES = {QuestionExport.GIFT: GIFT, QuestionExport.MOODLE_XML: MOODLE_XML, QuestionExport.AIKEN: AIKEN}


@dataclass(frozen=True, slots=True)
class Exported:
    """How many questions were written, and what the format could not hold."""

    questions: int
    problems: tuple[Problem, ...] = ()


def export_questions(opened: OpenedCourse, kind: QuestionExport, path: Path) -> Exported:
    """Write a course's questions as a file. Raises KursappError as ``files.writing`` does, and for no questions.

    Each question a format has no kind for is told of by its place; any other loss once, with how many it touches.
    """
    if not path.parent.is_dir():
        raise refusal("export-folder-missing", folder=path.parent)
    if kind is QuestionExport.WORKSHEET:
        return _worksheet(opened, path)
    items = list(bank_items(opened))
    reach = REACHES[kind]
    carried = [carry(item, reach) for item in items]
    kept = [one.item for one in carried if one.item]
    if not kept:
        raise refusal("export-no-questions", kind=kind.value)
    write_bytes(path, _written(kept, kind, opened).encode("utf-8"), SHARED)
    return Exported(len(kept), tuple(_losses(items, carried, reach, kind)) + tuple(_others(opened, kind)))


def _written(items: list[BankItem], kind: QuestionExport, opened: OpenedCourse) -> str:
    if kind is QuestionExport.GIFT:
        return write_gift(items)
    if kind is QuestionExport.AIKEN:
        return write_aiken(items)

    def load(image: str) -> bytes | None:
        media = opened.media(image)
        return media.read_bytes() if media and media.is_file() else None

    return write_moodle_xml(items, load)


def bank_items(opened: OpenedCourse) -> Iterator[BankItem]:
    """Yield every question and reflection of a course, filed under its session and page."""
    for head, page in _pages(opened):
        category = (opened.course.title, head.title, page.title)
        for block in blocks_of(page):
            if isinstance(block, Question | Reflection):
                yield BankItem(block, block.title, category, block.id)


def _pages(opened: OpenedCourse) -> Iterator[tuple[SessionHead, Page]]:
    for head in opened.course.sessions(banks=True):
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


def _others(opened: OpenedCourse, kind: QuestionExport) -> Iterator[Problem]:
    """Yield what else one can answer in the course, which is no question of a bank."""
    count: Counter[str] = Counter()
    for _, page in _pages(opened):
        for block in page.blocks:
            if isinstance(block, Workbook | Case | EvaluationItem):
                count[block.kind] += 1
    for name, number in sorted(count.items()):
        yield problem(
            "export-items-left-out", "", 0, severity=Severity.WARNING, format=kind.value, items=name, count=number
        )


def _worksheet(opened: OpenedCourse, path: Path) -> Exported:
    course = opened.course
    sessions = [opened.session(head.id) for head in course.sessions()]
    sheet = worksheet_of(course.title, course.language, sessions)
    write_bytes(path, write_worksheet(sheet).encode("utf-8"), SHARED)
    return Exported(sum(isinstance(block, Question) for head, page in _pages(opened) for block in page.blocks))
