"""What a database holds is counted without changing a byte of it, whatever its version."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import pytest

from kursapp.storage.amounts import holding_in
from kursapp.storage.participant.counted import COUNTED
from kursapp.storage.participant.profile_file import SCHEMA

DATA = Path(__file__).parent.parent / "data"
KINDS = {each.kind for each in COUNTED}


@pytest.mark.parametrize("version", [1, 2, 6])
def test_every_version_ever_written_is_counted_untouched(tmp_path: Path, version: int) -> None:
    """Tables that came later hold nothing, and the file is as it was to the byte."""
    path = tmp_path / "profil.db"
    shutil.copyfile(DATA / f"profile-{version}.db", path)
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    held = holding_in(path, None, COUNTED)
    assert set(held.counts) == KINDS
    assert held.counts["answers"] > 0
    assert held.changed_at is not None
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


def test_every_counted_table_and_column_is_there() -> None:
    """A table or column that gets another name is not silently counted as nothing."""
    for each in COUNTED:
        table = SCHEMA.metadata.tables[each.table]
        assert each.moment in table.columns
