"""What the tour of a whole course does with it, found in the course's own structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from kursapp.domain.case import Case, Ending
from kursapp.domain.course import CallOut, Course, Figure, Module, Page, PageKind, RequirementKind, SessionHead
from kursapp.domain.page_items import blocks_of
from kursapp.domain.path import follow
from kursapp.domain.question import ChoiceQuestion, Question, Reflection, Workbook
from kursapp.domain.record import CaseStep

QUESTIONS = 2
"""How many questions of a chapter are pictured."""
PLAIN = str.maketrans({"æ": "ae", "ø": "o", "å": "a"})
TEXT, FIGURE, REFLECTION, WORKBOOK, CASE = "tekst", "figur", "refleksjon", "arbeidsbok", "case"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A part of a course with pictures of its own, which begin with ``name``: a day, or a course of no days.

    ``opens_later``: the part before it does not lead here.
    """

    name: str
    sessions: tuple[SessionHead, ...]
    opens_later: bool = False


def chapters(course: Course) -> tuple[Chapter, ...]:
    """Return the modules in order, days by their number; a course of one day or none is one chapter before that."""
    shown = [module for module in course.modules if not module.bank and module.sessions]
    if len(course.days()) >= 2:
        return tuple(Chapter(_name(module), module.sessions, _opens_later(module)) for module in shown)
    itself = tuple(head for module in shown if not _opens_later(module) for head in module.sessions)
    later = (Chapter(f"{course.id}-{_name(module)}", module.sessions, True) for module in shown if _opens_later(module))
    return (Chapter(course.id, itself), *later)


def _opens_later(module: Module) -> bool:
    return module.opens_after_days is not None


def _name(module: Module) -> str:
    """Return what the files of a module's pictures begin with, in letters that every system takes."""
    return module.id.translate(PLAIN) if module.day is None else f"dag-{module.day}"


def products(course: Course) -> frozenset[str]:
    """Return the workbooks the certificate asks for."""
    wanted = (line for line in course.requirements if line.kind is RequirementKind.WORKBOOK)
    return frozenset(line.target for line in wanted)


def kind_of(question: Question) -> str:
    """Return the kind of a question: its variant where it is a choice."""
    return str(question.choice) if isinstance(question, ChoiceQuestion) else str(getattr(question, "kind", ""))


def motifs(pages: Sequence[Page], wanted: Collection[str], seen: Counter[str]) -> dict[str, str]:
    """Choose what is pictured in a chapter: the id of a page or an item, and what its picture is called.

    One of each kind, and of the questions those whose kind has been ``seen`` least, which then counts them. Of the
    workbooks one that is ``wanted``, where there is one.
    """
    reading = [page for page in pages if page.kind is PageKind.TEXT]
    found: dict[str, str] = {}
    _choose(found, (page.id for page in reading if _has(page, Figure)), FIGURE)
    _choose(found, (page.id for page in reading if _has(page, CallOut)), TEXT)
    blocks = [block for page in reading for block in page.blocks]
    _choose(found, (block.id for block in blocks if isinstance(block, Reflection)), REFLECTION)
    workbooks = [block.id for block in blocks if isinstance(block, Workbook)]
    _choose(found, sorted(workbooks, key=lambda workbook: workbook not in wanted), WORKBOOK)
    _choose(found, (block.id for block in blocks if isinstance(block, Case)), CASE)
    questions = [block for block in blocks if isinstance(block, Question)]
    for _one in range(min(QUESTIONS, len(questions))):
        rarest = min(questions, key=lambda question: seen[kind_of(question)])
        questions.remove(rarest)
        seen[kind_of(rarest)] += 1
        found[rarest.id] = f"sporsmal-{kind_of(rarest).replace('_', '-')}"
    return found


def routes(case: Case) -> Iterator[tuple[str, ...]]:
    """Yield the choices that lead to every scene with something to answer, last to an ending, a good one if it has any.

    Every route begins at the first scene.
    """
    ways = _shortest_ways(case)
    endings = [scene for scene in case.scenes if not scene.choices and scene.id in ways]
    last = min(endings, key=lambda scene: (scene.ending is not Ending.GOOD, len(ways[scene.id])))
    on_the_way = {scene_id for scene_id, way in ways.items() if way == ways[last.id][: len(way)]}
    for scene in case.scenes:
        asks = any(isinstance(block, Question | Reflection | Workbook) for block in scene.blocks)
        if asks and scene.id in ways and scene.id not in on_the_way:
            yield ways[scene.id]
    yield ways[last.id]


def _shortest_ways(case: Case) -> dict[str, tuple[str, ...]]:
    """Return a shortest way to each scene one can come to, whatever the conditions on the way."""
    ways: list[tuple[CaseStep, ...]] = [()]
    found: dict[str, tuple[str, ...]] = {}
    met: set[tuple[object, ...]] = set()
    for way in ways:
        path = follow(case, way)
        stands = (path.scene.id, tuple(axis.value for axis in path.axes), path.choices)
        if stands not in met:
            met.add(stands)
            found.setdefault(path.scene.id, tuple(step.choice_id for step in way))
            ways += [(*way, CaseStep(path.scene.id, choice.id, datetime.min)) for choice in path.choices]
    return found


def _has(page: Page, kind: type[Figure | CallOut]) -> bool:
    return any(isinstance(block, kind) for block in blocks_of(page))


def _choose(found: dict[str, str], fitting: Iterable[str], name: str) -> None:
    """Take the first that is not taken already, if there is one."""
    free = next((each for each in fitting if each not in found), None)
    if free is not None:
        found[free] = name
