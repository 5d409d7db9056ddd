"""Results of a closed round as they may be shown: what ``domain.disclosure`` let through, and nothing else.

Screens and exports are given these values only. A step is a text: ``"1"``…``"n"`` of a scale, ``"2>4"`` of before and
now, ``"=ID"`` an option, ``"=ID@2"`` an option ranked second, a number as written, ``"answered"`` a text; and for every
item ``"apart"`` ("Vet ikke") and ``"blank"`` (``domain.tally``).
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from kursapp.domain.cohort import Cohort
from kursapp.domain.form import Form


class Why(enum.StrEnum):
    """Why something is hidden to protect the participants.

    ``FEW_PERSONS``: fewer than k handed in. ``FEW_ANSWERS``: fewer than k gave the item a valid answer, somewhere in a
    breakdown or at all. ``SMALL_GROUP``: a group of the breakdown has fewer than k persons. ``OVERLAPPING``: held
    together with the breakdown that is shown, this one would leave fewer than k persons alone. ``FEW_FOR_COMMENTS``:
    fewer than ten.
    """

    FEW_PERSONS = "few_persons"
    FEW_ANSWERS = "few_answers"
    SMALL_GROUP = "small_group"
    OVERLAPPING = "overlapping"
    FEW_FOR_COMMENTS = "few_for_comments"


@dataclass(frozen=True, slots=True)
class Count:
    """How many rows of the collection are alike. ``batch`` 1 was there at closing, later ones entered together.

    ``variable`` and ``value`` are a background question and its step, empty in the rows of everybody.
    """

    item_id: str
    step: str
    count: int
    batch: int = 1
    variable: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Those who gave one answer to a background question: its step, ``"blank"`` for "ikke oppgitt"."""

    variable: str
    value: str


@dataclass(frozen=True, slots=True)
class Table:
    """One unit that is shown whole: the counts of every step in the form's order, zeros too.

    ``persons`` handed in; ``group`` None means everybody.
    """

    item_id: str
    persons: int
    counts: tuple[tuple[str, int], ...]
    group: Group | None = None

    def count(self, step: str) -> int:
        """Return the count of one step; 0 where the table has none."""
        return dict(self.counts).get(step, 0)


@dataclass(frozen=True, slots=True)
class Hidden:
    """One unit that is not shown, and why."""

    item_id: str
    why: Why


@dataclass(frozen=True, slots=True)
class Breakdown:
    """All items by one background question.

    ``groups`` are those anybody belongs to, in the order of the question's options, "ikke oppgitt" last. ``tables``
    are in the form's order: for an item the table of every group, or one ``Hidden`` for all of them. Texts and
    background questions are in no breakdown.
    """

    variable: str
    groups: tuple[Group, ...]
    tables: tuple[Table | Hidden, ...]

    def of_item(self, item_id: str) -> tuple[Table, ...]:
        """Return one item's tables, a group each; nothing where they are hidden."""
        return tuple(unit for unit in self.tables if isinstance(unit, Table) and unit.item_id == item_id)


@dataclass(frozen=True, slots=True)
class HiddenBreakdown:
    """A breakdown that is not shown at all, and why."""

    variable: str
    why: Why


@dataclass(frozen=True, slots=True)
class Comment:
    """A text somebody wrote, as it may be shown: redacted places read "[…]". ``chosen``: a quote for the report."""

    item_id: str
    text: str
    tags: tuple[str, ...] = ()
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class GatheredComment:
    """A comment as the collection holds it, before the gate: ``batch`` says when it came in, as in ``Count``."""

    batch: int
    comment: Comment


@dataclass(frozen=True, slots=True)
class Published:
    """Everything of a round that may be shown. ``tables`` in the form's order, one entry per item.

    ``comments`` are sorted by text; ``comments_hidden`` says why there are none, None where they are shown.
    ``persons`` is the number in the shown snapshot.
    """

    persons: int
    tables: tuple[Table | Hidden, ...]
    breakdowns: tuple[Breakdown | HiddenBreakdown, ...] = ()
    comments: tuple[Comment, ...] = ()
    comments_hidden: Why | None = None

    def table(self, item_id: str) -> Table | Hidden:
        """Return one item's unit; KeyError where the round has none."""
        for unit in self.tables:
            if unit.item_id == item_id:
                return unit
        raise KeyError(item_id)


@dataclass(frozen=True, slots=True)
class RoundResults:
    """A closed round of a cohort with what may be shown of it. ``invited`` is the number of participants."""

    cohort: Cohort
    form: Form
    invited: int
    published: Published
