"""The plan to be read again: the steps where there are any, else what stands in the course's own product."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kursapp.domain.page_items import blocks_of
from kursapp.domain.plan import NewStep
from kursapp.domain.question import Workbook
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.own_plan import OwnPlan
from kursapp.services.participant import Participant
from kursapp.storage.participant.profile_file import open_profile
from tests.kept_worker import KeptWorker

COVER = """---
id: lite
versjon: 1.0.0
språk: nb
---
# Lite kurs

## Dag 1: Prøve
1. [Økt](en.md)
{rules}"""
SESSION = """---
id: s1
---
# Økt

## Planen
<!-- id: p1 -->

### Arbeidsbok: Plan
<!-- id: wb-plan -->
| Mål <!-- kolonne: maal --> | Tiltak <!-- kolonne: tiltak --> |
|---|---|
| Første mål <!-- rad: r1 --> | |
"""


class Noon:
    def now(self) -> datetime:
        return datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture
def participant(tmp_path: Path) -> Iterator[Participant]:
    """Give a new participant."""
    made = Participant(open_profile(tmp_path / "p.db", create=True), Noon())
    yield made
    made.close()


def course(folder: Path, worker: KeptWorker, rules: str) -> OpenedCourse:
    """Write a course of one product and open it."""
    (folder / "lite").mkdir()
    (folder / "lite" / "kurs.md").write_text(COVER.format(rules=rules), "utf-8")
    (folder / "lite" / "en.md").write_text(SESSION, "utf-8")
    return CourseReader(worker, folder / "cache").open(folder / "lite")


def read(opened: OpenedCourse, participant: Participant) -> OwnPlan:
    return participant.on(opened).plan.read()


def test_the_product_is_read_until_there_are_steps(
    tmp_path: Path, kept_worker: KeptWorker, participant: Participant
) -> None:
    """Named by row and column; steps of her own then take its place."""
    opened = course(tmp_path, kept_worker, "\n## Krav\n- [Plan](en.md#wb-plan)\n")
    assert not read(opened, participant)
    page = opened.session("s1").page("p1")
    workbook = next(block for block in blocks_of(page) if isinstance(block, Workbook))
    participant.on(opened).fill.fill(workbook, "r1", "tiltak", "Lese vedtak sammen")
    plan = read(opened, participant)
    assert [(said.name, said.text) for said in plan.said] == [("Første mål, Tiltak", "Lese vedtak sammen")]
    assert plan.href == "kurs:s1#wb-plan"
    participant.plan.add("lite", NewStep("Ring naboen"))
    plan = read(opened, participant)
    assert ([step.text for step in plan.steps], plan.said) == (["Ring naboen"], ())
    opened.close()


def test_a_course_without_a_product_has_steps_all_the_same(
    tmp_path: Path, kept_worker: KeptWorker, participant: Participant
) -> None:
    """There is then no page to go to."""
    opened = course(tmp_path, kept_worker, "")
    assert not read(opened, participant)
    participant.plan.add("lite", NewStep("Ring naboen"))
    plan = read(opened, participant)
    assert (len(plan.steps), plan.href) == (1, "")
    opened.close()
