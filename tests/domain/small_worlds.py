"""Every small cohort there can be, and an adversary who knows the rules, who is in which group, and who came late.

A *class* is persons nothing tells apart: same batch, same groups. A *world* says how many of each class gave each
answer. The adversary sees every publication of a history and holds it up against all worlds there can be; what is the
same in every world that looks like this, is known to her.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, combinations, combinations_with_replacement, product

from kursapp.domain.cohort import Cohort, Rules
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.results import Count
from kursapp.domain.tally import BLANK

K = 3
STEPS = ("1", "2", BLANK)

Answers = tuple[str, ...]
Gate = Callable[["Setting", Sequence["World"], int], object]
"""What is published of a world after so many batches; ``worlds`` are one per item."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """A class: how many they are, the batch they came in, and what they said of themselves."""

    size: int
    batch: int = 1
    x: str = ""
    y: str = ""


Setting = tuple[Crowd, ...]
World = tuple[Answers, ...]
"""The answers to one item of each class, sorted."""


def item(name: str, **more: object) -> FormItem:
    return FormItem(name, AnswerKind.SCALE, name, theme="T", steps=("Nei", "Ja"), **more)  # type: ignore[arg-type]


def background(name: str) -> FormItem:
    options = tuple(FormOption(value, value) for value in "abcd")
    return FormItem(name, AnswerKind.CHOICE, name, options=options, background=True)


FORM = Form("f", "F", FormKind.EVALUATION, "c", "1", (background("x"), background("y"), item("i0"), item("i1")))


def cohort(**rules: object) -> Cohort:
    """Return a cohort that may show what concerns three persons."""
    told = {"k": K, "reason": "Få deltakere", "breakdowns": ("x", "y"), **rules}
    return Cohort(
        "0" * 32, "Kull", "c", "1", "Kurs", "", date(2026, 1, 1), date(2026, 2, 1), "", "", "nb",
        Rules(date(2027, 1, 1), **told), (), (), b"",  # type: ignore[arg-type]
    )  # fmt: skip


def every_setting(size: int, batches: int, xs: Sequence[str], ys: Sequence[str] = ("",)) -> Iterator[Setting]:
    """Yield every way to part so many persons into batches and groups, once where only the groups' names differ."""
    cells = list(product(range(1, batches + 1), xs, ys))
    seen = set()
    for parts in _parts(size, len(cells)):
        sizes = dict(zip(cells, parts, strict=True))
        alike = tuple(sorted(tuple(sizes[batch, x, y] for batch in range(1, batches + 1) for y in ys) for x in xs))
        if alike not in seen and any(sizes[1, x, y] for x in xs for y in ys):
            seen.add(alike)
            yield tuple(Crowd(many, *cell) for cell, many in sizes.items() if many)


def _parts(size: int, many: int) -> Iterator[tuple[int, ...]]:
    if many == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in _parts(size - first, many - 1):
            yield (first, *rest)


def worlds(setting: Setting, steps: Sequence[str] = STEPS) -> Iterator[World]:
    """Yield every world of a setting, for one item."""
    yield from product(*(combinations_with_replacement(steps, crowd.size) for crowd in setting))


def persons(setting: Setting, batches: int) -> list[int]:
    """Return how many came in each batch."""
    return [sum(crowd.size for crowd in setting if crowd.batch == batch) for batch in range(1, batches + 1)]


def counts(setting: Setting, answered: Sequence[World], batches: int) -> list[Count]:
    """Return the rows of the collection after so many batches."""
    rows: Counter[tuple[str, str, int, str, str]] = Counter()
    for place, crowd in enumerate(setting):
        if crowd.batch > batches:
            continue
        values = {name: f"={value}" if value else BLANK for name, value in (("x", crowd.x), ("y", crowd.y))}
        given = {f"i{number}": world[place] for number, world in enumerate(answered)}
        given |= {name: (value,) * crowd.size for name, value in values.items()}
        for name, answers in given.items():
            for step in answers:
                rows[name, step, crowd.batch, "", ""] += 1
                for variable, value in values.items():
                    if variable != name:
                        rows[name, step, crowd.batch, variable, value] += 1
    return [
        Count(name, step, count, batch, variable, value) for (name, step, batch, variable, value), count in rows.items()
    ]


def leaks(setting: Setting, gate: Gate, items: int = 1, steps: Sequence[str] = STEPS) -> list[str]:
    """Return what the adversary gets to know of too few, one line each; nothing where the gate holds."""
    batches = max(crowd.batch for crowd in setting)
    alike: dict[object, list[tuple[World, ...]]] = defaultdict(list)
    for answered in product(worlds(setting, steps), repeat=items):
        history = tuple(gate(setting, answered, until) for until in range(1, batches + 1))
        alike[history].append(answered)
    found = []
    for candidates in alike.values():
        for number in range(items):
            held = [answered[number] for answered in candidates]
            found += [f"item {number}: {known}" for known in _known(setting, held)]
    return found


def _known(setting: Setting, candidates: Sequence[World]) -> Iterator[str]:
    agreed: set[int] = set()
    for union in _unions(setting):
        if _size(setting, union) >= K and _agree(union, candidates):
            agreed.update(union)
    for union in _unions(setting):
        if set(union) <= agreed:
            continue
        answers = {_together(union, world) for world in candidates}
        if len(answers) == 1 and _is_few(setting, union, next(iter(answers))):
            yield f"{[setting[place] for place in union]} answered {next(iter(answers))}"


def _is_few(setting: Setting, union: Sequence[int], answers: Answers) -> bool:
    valid = sum(step != BLANK for step in answers)
    return _size(setting, union) < K or 0 < valid < K


def _agree(union: Sequence[int], candidates: Sequence[World]) -> bool:
    """Say whether all of them gave one and the same answer in every world: if all agree, all know."""
    return len({step for world in candidates for step in _together(union, world) if step != BLANK}) == 1 or (
        {step for world in candidates for step in _together(union, world)} == {BLANK}
    )


def _together(union: Sequence[int], world: World) -> Answers:
    return tuple(sorted(chain.from_iterable(world[place] for place in union)))


def _unions(setting: Setting) -> Iterator[tuple[int, ...]]:
    for many in range(1, len(setting) + 1):
        yield from combinations(range(len(setting)), many)


def _size(setting: Setting, union: Sequence[int]) -> int:
    return sum(setting[place].size for place in union)


def tables(rows: Sequence[Count], variable: str = "") -> Mapping[tuple[str, str], dict[str, int]]:
    """Return plain tables ``(item, group) → step → count`` for gates that are built wrong."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for row in rows:
        if row.variable == variable and row.item_id.startswith("i"):
            cell = found[row.item_id, row.value]
            cell[row.step] = cell.get(row.step, 0) + row.count
    return found
