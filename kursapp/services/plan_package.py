"""Before a course is packed: what is other than in the last package, and what the version should say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from kursapp.content.change_note import write_change_note
from kursapp.content.page_marks import item_mark
from kursapp.domain.correction import key_of
from kursapp.domain.course_changes import CourseChanges
from kursapp.domain.packing import CourseMarks, PackedBefore, changes_between, rekeyed, suggested_version
from kursapp.domain.page_items import questions_of
from kursapp.domain.problem import Severity
from kursapp.domain.question import Question
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.pack_course import Packed, pack_course
from kursapp.services.pack_history import PackHistory


@dataclass(frozen=True, slots=True)
class NamedQuestion:
    """A question by its id and its heading."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class PackPlan:
    """What there is to know before packing.

    ``version`` is what the course says now and ``suggested`` what it might. ``last`` is the newest package made here,
    None where there is none, and ``changes`` what is other since; ``titles`` names the pages that are there now.
    ``rekeyed`` are questions whose key is another than in any package since it was first packed: they may be corrected.
    ``carried`` are those of them that an earlier package corrected; who skipped that one needs them in this too.
    """

    version: str
    suggested: str
    errors: int
    warnings: int
    history: tuple[PackedBefore, ...] = ()
    changes: CourseChanges = CourseChanges()
    titles: Mapping[str, str] = field(default_factory=dict)
    rekeyed: tuple[NamedQuestion, ...] = ()
    carried: tuple[str, ...] = ()
    marks: CourseMarks = CourseMarks()

    @property
    def last(self) -> PackedBefore | None:
        """Return the newest package made here."""
        return self.history[-1] if self.history else None


def plan_package(opened: OpenedCourse, history: PackHistory) -> PackPlan:
    """Look at a course as it is now, and at what was packed of it."""
    packed = history.all()
    questions = _questions(opened)
    marks = _marks(opened, questions)
    before = packed[-1].marks if packed else marks
    corrected_before = {name for each in packed for name in each.corrections}
    changed = rekeyed(before, marks)
    # Who has any of the earlier versions may have answered by another key, though the last package has this one.
    ever_changed = {name for each in packed for name in rekeyed(each.marks, marks)}
    keyed = [name for name in questions if name in ever_changed or name in corrected_before]
    changes = changes_between(before, marks)
    present = opened.course.version
    return PackPlan(
        present,
        suggested_version(present, packed[-1].version if packed else "", changes, keys_changed=bool(changed)),
        sum(found.severity is Severity.ERROR for found in opened.problems),
        sum(found.severity is Severity.WARNING for found in opened.problems),
        packed,
        changes,
        {page.id: page.title for head in opened.course.sessions() for page in head.pages},
        tuple(NamedQuestion(name, questions[name].title) for name in keyed),
        tuple(name for name in keyed if name in corrected_before),
        marks,
    )


def pack_planned(
    reader: CourseReader,
    folder: Path,
    target: Path,
    words: str,
    corrections: Sequence[str],
    history: PackHistory,
    at: datetime,
) -> Packed:
    """Pack a draft and remember what was packed. Raises KursappError as ``pack_course``; then nothing is remembered."""
    opened = reader.open(folder)
    try:
        marks = _marks(opened, _questions(opened))
        note = write_change_note(words, corrections, opened.course.language)
        version = opened.course.version
    finally:
        opened.close()
    packed = pack_course(reader, folder, target, note)
    history.add(PackedBefore(version, at, words.strip(), tuple(corrections), marks))
    return packed


def _questions(opened: OpenedCourse) -> dict[str, Question]:
    """Return every question of a course, those only drawn too, by id in the order of the course."""
    pages = (page for head in opened.course.sessions(banks=True) for page in opened.session(head.id).pages)
    return {question.id: question for page in pages for question in questions_of(page)}


def _marks(opened: OpenedCourse, questions: Mapping[str, Question]) -> CourseMarks:
    return CourseMarks(
        opened.page_marks(),
        opened.bank_marks(),
        opened.term_marks(),
        {name: item_mark(key_of(question)) for name, question in questions.items()},
    )
