"""A participant's own plan of a course, to be read again: its steps, or the product it was written in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kursapp.domain.follow_up import plan_product
from kursapp.domain.page_items import blocks_of
from kursapp.domain.plan import PlanStep
from kursapp.domain.product import Said, said_in
from kursapp.domain.question import Workbook
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """``steps`` of the plan in their order; where there are none, ``said`` is what stands in the course's own product.

    ``href`` leads to that product on its page; empty where the course has none. ``today`` is the day it is read.
    """

    today: date
    steps: tuple[PlanStep, ...] = ()
    said: tuple[Said, ...] = ()
    href: str = ""

    def __bool__(self) -> bool:
        return bool(self.steps or self.said)


def own_plan(opened: OpenedCourse, participant: Participant) -> OwnPlan:
    """Read the plan of a course, on the profile's thread."""
    course_id, today = opened.course.id, participant.today.day()
    product = plan_product(opened.course)
    place = opened.page_of(product) if product else None
    href = f"kurs:{place[0]}#{product}" if place else ""
    steps = participant.plan.steps(course_id)
    if steps or place is None:
        return OwnPlan(today, steps, (), href)
    parts = participant.profile.fields.of_items(course_id, [product]).get(product, {})
    page = opened.session(place[0]).page(place[1])
    items = (block for block in blocks_of(page) if isinstance(block, Workbook) and block.id == product)
    return OwnPlan(today, (), tuple(said for item in items for said in said_in(item, parts)), href)
