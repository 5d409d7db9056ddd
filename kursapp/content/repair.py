"""A one-step repair as a value: the places of a file where other words should stand."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kursapp.domain.problem import Problem

VALUE = "repair"
"""The name of the problem's value that holds its repair."""


MEANT: dict[str, tuple[str, str]] = {
    "dead-link": ("target", "nearest"),
    "dotted-number": ("written", "thousands"),
    "missing-media": ("target", "nearest"),
    "missing-session": ("target", "nearest"),
    "same-as-unknown": ("form", "nearest"),
    "unknown-axis": ("axis", "nearest"),
    "unknown-choice": ("written", "nearest"),
    "unknown-column": ("written", "nearest"),
    "unknown-fact": ("id", "nearest"),
    "unknown-label": ("written", "nearest"),
    "unknown-measure": ("id", "nearest"),
}
"""The codes whose repair puts one value in the place of another, wherever that stands in the text."""


FROM_TEXT = frozenset(
    {
        "all-above-shuffled",
        "computed-cell-with-text",
        "duplicate-id",
        "duplicate-in-form",
        "duplicate-part-id",
        "scale-cell-text",
        "setting-twice",
    }
)
"""The codes whose repair is always found in the text itself (``content.mending``)."""


class Edit(NamedTuple):
    """Put ``text`` in place of the characters from column ``start`` up to before column ``end`` of a line.

    Columns count from 1 and are those of the line as ``source.read_lines`` gives it: tabs and byte order mark are
    already gone. A text may hold line ends; ``start == end`` inserts.
    """

    line: int
    start: int
    end: int
    text: str


def is_repairable(code: str, values: Mapping[str, object]) -> bool:
    """Say whether a finding can be repaired in one step: it carries its edits, or says what was meant instead."""
    return VALUE in values or bool(code in MEANT and values.get(MEANT[code][1])) or code in FROM_TEXT


def write_edits(edits: Iterable[Edit]) -> str:
    """Return edits as the text a problem carries."""
    return json.dumps([list(edit) for edit in edits], ensure_ascii=False)


def edits_of(problem: Problem) -> tuple[Edit, ...]:
    """Return the edits a problem carries; none where it cannot be repaired in one step."""
    written = problem.value(VALUE)
    return tuple(Edit(*edit) for edit in json.loads(written)) if written else ()


def apply_edits(texts: Sequence[str], edits: Iterable[Edit]) -> list[str]:
    """Return the lines of a file with the edits made. Edits that overlap an earlier one are left out."""
    changed = list(texts)
    before: dict[int, int] = {}
    for edit in sorted(edits, key=lambda edit: (edit.line, edit.start, edit.end), reverse=True):
        line = changed[edit.line - 1]
        if edit.end > before.get(edit.line, len(line) + 1):
            continue
        changed[edit.line - 1] = line[: edit.start - 1] + edit.text + line[edit.end - 1 :]
        before[edit.line] = edit.start
    return [part for line in changed for part in line.split("\n")]
