"""The list of deleted cohorts beside the collection, so that a restored copy of it does not bring them back.

Ids of cohorts say nothing of anybody, so the list stands in the clear.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable
from pathlib import Path

from kursapp.files.failure import read_failure
from kursapp.files.folder import make_folder
from kursapp.files.writing import write_text

_ID = re.compile(r"[0-9a-f]{32}")


def read_tombstones(path: Path) -> frozenset[str]:
    """Return the ids in the list; lines that are none are passed over, and no list is an empty one."""
    with contextlib.suppress(OSError):
        return _read(path)
    return frozenset()


def add_tombstones(path: Path, cohort_ids: Iterable[str]) -> None:
    """Add ids to the list, durably. Raises KursappError ``file-not-read``, and as ``files.writing.write_text`` does."""
    try:
        before = _read(path)
    except OSError as error:
        # A list that cannot be read for a moment must not be written over with only the new ones.
        raise read_failure(error, path) from error
    after = before | set(cohort_ids)
    if after != before:
        make_folder(path.parent)
        write_text(path, "".join(f"{cohort_id}\n" for cohort_id in sorted(after)))


def _read(path: Path) -> frozenset[str]:
    """Return the ids in the list. Raises OSError where it is there and cannot be read."""
    try:
        lines = path.read_text("utf-8", errors="replace").split()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line for line in lines if _ID.fullmatch(line))
