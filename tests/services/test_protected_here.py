"""Key files are found where they are written, wherever a profile's folder is."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kursapp.services.protected_here import is_any_protected
from kursapp.storage.key_file import key_files, write_key_file
from kursapp.storage.profiles import ProfileList


def test_either_key_file_is_seen(tmp_path: Path) -> None:
    """The one beside the database, and its copy beside the backups."""
    assert not is_any_protected(tmp_path)
    profiles = ProfileList(tmp_path)
    for number in (0, 1):
        profile = profiles.create("Kari", datetime(2026, 3, 9, tzinfo=UTC))
        assert not is_any_protected(tmp_path)
        path = key_files(profiles.database(profile.id))[number]
        write_key_file(path, b"{}")
        assert is_any_protected(tmp_path)
        path.unlink()
