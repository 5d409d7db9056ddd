"""What a database holds is counted without changing a byte of it, whatever its version."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kursapp.domain.backup import KeptBackup, Occasion
from kursapp.domain.record import Field
from kursapp.storage.amounts import Counted, holding_in, holding_of
from kursapp.storage.backup import backups
from kursapp.storage.participant.counted import COUNTED
from kursapp.storage.participant.profile_file import SCHEMA, open_profile

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
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


def kept(path: Path) -> KeptBackup:
    """Return the newest backup of a profile as it is listed."""
    newest = backups(path)[0]
    held = holding_in(newest.path, None, COUNTED)
    return KeptBackup(newest.path.name, newest.made_at, Occasion.DAILY, 1, held)


def test_what_came_after_a_backup_is_what_it_lacks(tmp_path: Path) -> None:
    """New and changed texts count, also where as many were removed; what was there before does not."""
    path = tmp_path / "profil.db"
    with contextlib.closing(open_profile(path, create=True)) as profile:
        for item in "ab":
            profile.fields.save(Field("kurs", item, "", "først", AT))
        profile.back_up_before(Occasion.IMPORT, AT)
        (nothing,) = profile.compare((kept(path),))
        profile.fields.save(Field("kurs", "a", "", "", AT + HOUR))
        profile.fields.save(Field("kurs", "b", "", "endret", AT + HOUR))
        profile.fields.save(Field("kurs", "c", "", "ny", AT + HOUR))
        (lacks,) = profile.compare((kept(path),))
    assert nothing.lost is not None
    assert not any(nothing.lost.values())
    assert lacks.lost is not None
    assert {kind: number for kind, number in lacks.lost.items() if number} == {"texts": 2}


def test_a_damaged_backup_is_compared_with_nothing(tmp_path: Path) -> None:
    """Nobody can tell what it lacks."""
    with contextlib.closing(open_profile(tmp_path / "profil.db", create=True)) as profile:
        damaged = KeptBackup("a.db", AT, Occasion.DAILY, 1, None)
        assert profile.compare((damaged,)) == (damaged,)


def test_a_moment_no_calendar_has_is_none() -> None:
    """A number that a damaged row holds keeps nobody from the list."""
    with contextlib.closing(dbapi2.connect(":memory:")) as driver:
        driver.execute("CREATE TABLE t (at)")
        driver.execute("INSERT INTO t VALUES (?)", (1 << 62,))
        assert holding_of(driver, (Counted("t", "t", moment="at"),)).changed_at is None
