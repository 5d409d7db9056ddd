"""The list of deleted cohorts beside the collection, so that a restored copy of it does not bring them back.

Ids of cohorts say nothing of anybody, so the list stands in the clear.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kursapp.files.writing import write_text

_ID = re.compile(r"[0-9a-f]{32}")


def read_tombstones(path: Path) -> frozenset[str]:
    """Return the ids in the list; lines that are none are passed over, and no list is an empty one."""
    try:
        lines = path.read_text("utf-8", errors="replace").split()
    except OSError:
        return frozenset()
    return frozenset(line for line in lines if _ID.fullmatch(line))


def add_tombstones(path: Path, cohort_ids: Iterable[str]) -> None:
    """Add ids to the list, durably. Raises KursappError as ``files.writing.write_text`` does."""
    before = read_tombstones(path)
    after = before | set(cohort_ids)
    if after != before:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, "".join(f"{cohort_id}\n" for cohort_id in sorted(after)))
