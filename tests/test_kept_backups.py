"""The watch over the backups of other tests sees one that is not whole."""

from __future__ import annotations

import contextlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kursapp.domain.record import Draft
from kursapp.storage import backup
from kursapp.storage.connection import connect_plainly
from kursapp.storage.participant.profile_file import open_profile
from tests.kept_backups import KeptBackups

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)


def test_a_whole_backup_is_put_back(tmp_path: Path, every_backup_is_put_back: KeptBackups) -> None:
    """It is noted when it is made, and holds what was there."""
    with contextlib.closing(open_profile(tmp_path / "profil.db", create=True)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "mitt", AT))
        made = profile.back_up(AT)
    assert list(every_backup_is_put_back.made) == [made]
    every_backup_is_put_back.put_back_all(tmp_path / "prove")


def test_a_backup_that_lacks_something_fails_its_test(
    tmp_path: Path, every_backup_is_put_back: KeptBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A copy made of half of the database is sound, and is caught all the same."""
    real = backup._copy

    def halve(source: object, temporary: Path, *more: object) -> None:
        real(source, temporary, *more)  # type: ignore[arg-type]
        with contextlib.closing(connect_plainly(temporary)) as copy:
            copy.execute("DELETE FROM draft")

    with contextlib.closing(open_profile(tmp_path / "profil.db", create=True)) as profile:
        profile.drafts.save(Draft("kurs", "notat", "mitt", AT))
        monkeypatch.setattr(backup, "_copy", halve)
        profile.back_up(AT)
    with pytest.raises(AssertionError, match="does not hold"):
        every_backup_is_put_back.put_back_all(tmp_path / "prove")
    every_backup_is_put_back.made.clear()
