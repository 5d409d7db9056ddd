"""All products and reflections of a participant, of the courses on the machine and of those that are no longer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from kursapp.domain.course import Course, Place, Session
from kursapp.domain.page_items import blocks_of
from kursapp.domain.portfolio import CourseWork, Placed, WorkItem
from kursapp.domain.product import Item, Said, left_over, said_in
from kursapp.domain.question import Reflection, Workbook
from kursapp.domain.record import Field
from kursapp.services.fill_in import workbook_state
from kursapp.storage.participant.profile_file import ProfileFile


class ReadableCourse(Protocol):
    """A course whose sessions can be read (``services.open_course.OpenedCourse``)."""

    @property
    def course(self) -> Course:
        """The cover and the outline."""
        ...

    def session(self, session_id: str) -> Session:
        """Return a session."""
        ...


@dataclass(frozen=True, slots=True)
class Shelved:
    """A course on the machine and its products and reflections in their order."""

    course: Course
    placed: tuple[Placed, ...]


def shelved(opened: ReadableCourse) -> Shelved:
    """Read a course's products and reflections. It may read every session, so it belongs on a thread for reading."""
    return Shelved(opened.course, tuple(_placed(opened)))


def _placed(opened: ReadableCourse) -> Iterator[Placed]:
    for module in opened.course.modules:
        if module.bank:
            continue
        for head in module.sessions:
            if not any(page.items for page in head.pages):
                continue
            for page in opened.session(head.id).pages:
                for block in blocks_of(page):
                    if isinstance(block, Workbook | Reflection):
                        yield Placed(block, module.title, head.id, page.id, page.title, module.id)


Finished = Mapping[str, datetime]


class Portfolio:
    """Reads what one participant has made. What is written goes through ``FillIn``."""

    def __init__(self, profile: ProfileFile) -> None:
        self._profile = profile

    def work(self, shelf: Iterable[Shelved]) -> tuple[CourseWork, ...]:
        """Return the work of every course begun or written in, the course opened last first."""
        here = {each.course.id: each for each in shelf}
        return tuple(self._work(course_id, here.get(course_id)) for course_id in self._courses())

    def of_course(self, shelved_course: Shelved) -> CourseWork:
        """Return the work of one course on the machine."""
        return self._work(shelved_course.course.id, shelved_course)

    def _courses(self) -> Sequence[str]:
        begun = [enrolment.course_id for enrolment in self._profile.enrolments.all()]
        return list(dict.fromkeys([*begun, *sorted(self._profile.fields.courses())]))

    def _work(self, course_id: str, here: Shelved | None) -> CourseWork:
        fields: dict[str, list[Field]] = {}
        for field in self._profile.fields.of_course(course_id):
            fields.setdefault(field.item_id, []).append(field)
        finished = self._profile.products.finished(course_id)
        placed = here.placed if here is not None else ()
        items = [self._item(course_id, each, fields.pop(each.item.id, []), finished) for each in placed]
        items += self._gone(course_id, fields, finished)
        enrolment = self._profile.enrolments.get(course_id)
        title = here.course.title if here is not None else enrolment.title if enrolment is not None else course_id
        return CourseWork(course_id, title, here.course.language if here else "", here is not None, tuple(items))

    def _item(
        self, course_id: str, placed: Placed, fields: Sequence[Field], finished: Mapping[str, datetime]
    ) -> WorkItem:
        parts = {field.part: field.value for field in fields}
        item = placed.item
        filled, count = _counted(item, parts)
        return WorkItem(
            course_id,
            placed,
            parts,
            max((field.updated_at for field in fields), default=None),
            finished.get(item.id),
            filled,
            count,
            left_over=self._left_over(item, parts, fields),
        )

    def _gone(
        self, course_id: str, fields: dict[str, list[Field]], finished: Mapping[str, datetime]
    ) -> Iterator[WorkItem]:
        """Yield what was written in items the course has no more, as they stood then."""
        newest = {
            item_id: max((field for field in each if field.asked), key=lambda field: field.updated_at, default=None)
            for item_id, each in fields.items()
        }
        asked = self._profile.asked.many(field.asked for field in newest.values() if field is not None)
        for item_id, each in fields.items():
            field = newest[item_id]
            item = asked.get(field.asked) if field is not None else None
            if item is None:
                # Nobody knows what it was; the words are hers all the same.
                item = Reflection(item_id, item_id, Place("", 0, 0))
            if isinstance(item, Workbook | Reflection):
                found = self._item(course_id, Placed(item), each, finished)
                if found.has_words:
                    yield replace(found, gone=True)

    def _left_over(self, item: Item, parts: dict[str, str], fields: Sequence[Field]) -> tuple[Said, ...]:
        """Return words that the item has no field for, called as they were when they were written."""
        loose = left_over(item, parts)
        if not loose:
            return ()
        written_in = {field.part: field.asked for field in fields if field.part in loose}
        asked = self._profile.asked.many(mark for mark in written_in.values() if mark)
        found = []
        for part in loose:
            earlier = asked.get(written_in[part])
            words = parts[part]
            known = said_in(earlier, {part: words}) if isinstance(earlier, Workbook | Reflection) else ()
            found.append(known[0] if known else Said(part, "", part, words))
        return tuple(found)


def _counted(item: Item, parts: dict[str, str]) -> tuple[int, int]:
    """Return how many fields of an item have words, and how many there are."""
    if isinstance(item, Reflection):
        return (1 if parts.get("", "").strip() else 0), 1
    state = workbook_state(item, parts, None)
    return state.filled, state.fields
