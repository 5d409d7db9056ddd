"""What ``hvis`` says: ``barnet >= 0 og valgt: c1`` as a condition over axes, choices and scenes."""

from __future__ import annotations

import re

from kursapp.content.keywords import CONDITIONS
from kursapp.domain.case import Clause, Condition, Operator

LONGEST = 400
"""Characters a condition may have."""

_COMPARISON = re.compile(
    r"(?P<axis>[^\s<>=≤≥:][^<>=≤≥:]*?) ?(?P<operator><=|>=|==|≤|≥|<|>|=) ?(?P<number>[-−–]?\d{1,6})"
)
_CHOSEN = re.compile(r"(?P<word>[^\W\d_]+) ?: ?(?P<id>\S+)")
_OPERATORS = {"≤": "<=", "≥": ">=", "==": "="}
_MINUS = str.maketrans({"−": "-", "–": "-"})


class ConditionError(ValueError):
    """A condition that cannot be read; ``mixed`` where it joins with both words."""

    def __init__(self, *, mixed: bool = False) -> None:
        super().__init__("mixed" if mixed else "unreadable")
        self.mixed = mixed


def read_condition(text: str) -> Condition:
    """Read a condition; axes and ids are as written, not looked up yet. ConditionError where it is none."""
    words = text.split()
    if not words or len(text) > LONGEST:
        raise ConditionError
    clauses: list[Clause] = []
    joiners: set[str] = set()
    part: list[str] = []
    for word in words:
        joiner = CONDITIONS.find(word)
        clause = _clause(" ".join(part)) if joiner in ("and", "or") else None
        if clause is None:
            part.append(word)
            continue
        clauses.append(clause)
        joiners.add(joiner or "")
        part = []
    last = _clause(" ".join(part))
    if last is None:
        raise ConditionError
    if len(joiners) > 1:
        raise ConditionError(mixed=True)
    return Condition((*clauses, last), joiners != {"or"})


def _clause(text: str) -> Clause | None:
    found = _COMPARISON.fullmatch(text)
    if found:
        operator = _OPERATORS.get(found["operator"], found["operator"])
        number = int(found["number"].translate(_MINUS))
        return Clause(found["axis"], Operator(operator), number)
    chosen = _CHOSEN.fullmatch(text)
    if chosen and CONDITIONS.find(chosen["word"]) == "chosen":
        return Clause(chosen=chosen["id"])
    return None
