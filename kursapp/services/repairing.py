"""One-step repairs in the text an author is writing: the edits that findings ask for, where the text stands now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from kursapp.content.fixing import as_written, ids_of
from kursapp.content.mending import edits_for
from kursapp.content.repair import Edit, apply_edits
from kursapp.content.source import TAB_STOP
from kursapp.domain.problem import Problem, refusal

__all__ = ["Edit", "alike", "ids_of", "outcome", "repaired", "repairs"]

MOST_LINES = 4
"""Lines of a repair that are shown beforehand."""


def alike(found: Iterable[Problem], like: Problem) -> tuple[Problem, ...]:
    """Return the findings of the same kind as one that can be repaired as it can, in their order."""
    return tuple(each for each in found if each.code == like.code and each.fixable)


def repairs(
    found: Iterable[Problem], checked: Mapping[str, str], now: Mapping[str, str], taken: Iterable[str] = ()
) -> dict[str, tuple[Edit, ...]]:
    """Return by file the edits that repair findings.

    ``checked`` holds the texts the findings are about and ``now`` the same files as they stand in the editor. ``taken``
    are the ids that the course has already (``ids_of``), so that no new one is called the same.

    A finding whose lines have been changed since the check is left out, and so is one whose edits would meet those of
    another: both are found again by the next check. Raises KursappError ``repair-outdated`` where none is left.
    """
    wanted = [each for each in found if each.fixable]
    made: dict[str, _Repairs] = {}
    given = set(taken)
    for each in wanted:
        file = each.file
        if file not in checked or file not in now:
            continue
        if file not in made:
            made[file] = _Repairs(checked[file], now[file])
        made[file].add(each, given)
    edits = {file: there for file, gathered in made.items() if (there := gathered.edits())}
    if wanted and not edits:
        raise refusal("repair-outdated", file=wanted[0].file)
    return edits


def repaired(text: str, edits: Iterable[Edit]) -> str:
    """Return a text with edits made."""
    lines = text.split("\n")
    return "\n".join(apply_edits(lines, [as_written(lines[edit.line - 1], edit) for edit in edits]))


def outcome(found: Problem, text: str) -> tuple[str, ...]:
    """Return the lines that the repair of a finding changes, as they become; no more than the first few.

    ``text`` is that of its file as it was checked. None where it cannot be repaired.
    """
    lines = text.split("\n")
    changed: list[str] = []
    edits = sorted(edits_for(found, _expanded(lines), set())) if found.fixable else []
    for number, on_line in groupby(edits, lambda edit: edit.line):
        made = [as_written(lines[number - 1], edit)._replace(line=1) for edit in on_line]
        changed += apply_edits([lines[number - 1]], made)
    return tuple(changed[:MOST_LINES])


def _expanded(lines: Sequence[str]) -> Sequence[str]:
    return [line.expandtabs(TAB_STOP) if "\t" in line else line for line in lines]


class _Repairs:
    """Gathers the edits of one file, each moved to where its line is now."""

    def __init__(self, checked: str, now: str) -> None:
        self._edits: dict[int, list[Edit]] = {}
        self._was, self._is = checked.split("\n"), now.split("\n")
        self._read = _expanded(self._was)
        self._before = _equal(self._was, self._is)
        most = min(len(self._was), len(self._is)) - self._before
        self._after = min(most, _equal(self._was[::-1], self._is[::-1])) if checked != now else 0

    def edits(self) -> tuple[Edit, ...]:
        """Return the edits, by line and column."""
        return tuple(sorted(edit for on_line in self._edits.values() for edit in on_line))

    def add(self, found: Problem, taken: set[str]) -> None:
        """Take a finding's edits, all of them or none."""
        edits = edits_for(found, self._read, taken)
        moved = [self._moved(edit) for edit in edits]
        here = [edit for edit in moved if edit is not None]
        if len(here) == len(edits) and not any(self._meets(edit) for edit in here):
            for edit in here:
                self._edits.setdefault(edit.line, []).append(edit)

    def _meets(self, edit: Edit) -> bool:
        """Say whether an edit touches characters that another one does, or inserts at the same place."""
        return any(edit.start <= old.end and old.start <= edit.end for old in self._edits.get(edit.line, ()))

    def _moved(self, edit: Edit) -> Edit | None:
        """Return an edit on the line's place now, or None where the line has been changed."""
        at = edit.line - 1
        if at >= self._before:
            if at < len(self._was) - self._after:
                return None
            at += len(self._is) - len(self._was)
        return edit._replace(line=at + 1)


def _equal(some: Sequence[str], others: Sequence[str]) -> int:
    """Return how many lines two texts have in common at their beginning."""
    count = 0
    for one, other in zip(some, others, strict=False):
        if one != other:
            break
        count += 1
    return count
