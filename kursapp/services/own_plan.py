"""A participant's own plan of a course, to be read again: its steps, or the product it was written in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kursapp.domain.course import Course, Session
from kursapp.domain.days import local_day
from kursapp.domain.follow_up import place_of, plan_product
from kursapp.domain.page_items import blocks_of
from kursapp.domain.plan import PlanStep
from kursapp.domain.product import Said, said_in
from kursapp.domain.question import Workbook
from kursapp.services.clock import Clock
from kursapp.services.plan import Plan
from kursapp.storage.participant.profile_file import ProfileFile


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


class ReadPlan:
    """Reads one participant's plan of one course; ``session`` reads a session of it."""

    def __init__(
        self, profile: ProfileFile, course: Course, session: Callable[[str], Session], plan: Plan, clock: Clock
    ) -> None:
        self._profile = profile
        self._course = course
        self._session = session
        self._plan = plan
        self._clock = clock

    def read(self) -> OwnPlan:
        """Return the plan as it stands."""
        today = local_day(self._clock.now())
        product = plan_product(self._course)
        head, page_id = place_of(self._course, product)
        href = f"kurs:{head.id}#{product}" if head else ""
        steps = self._plan.steps(self._course.id)
        if steps or head is None:
            return OwnPlan(today, steps, (), href)
        parts = self._profile.fields.of_items(self._course.id, [product]).get(product, {})
        page = self._session(head.id).page(page_id)
        items = (block for block in blocks_of(page) if isinstance(block, Workbook) and block.id == product)
        return OwnPlan(today, (), tuple(said for item in items for said in said_in(item, parts)), href)
