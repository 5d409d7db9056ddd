"""What the databases are read and written with is told by the driver itself."""

from __future__ import annotations

from kursapp.storage.versions import driver_versions


def test_engine_encryption_and_cryptography_are_told() -> None:
    """Three names, three versions."""
    told = driver_versions()
    assert [name for name, _version in told] == ["SQLite", "SQLCipher", "OpenSSL"]
    assert all(version.count(".") >= 2 for _name, version in told)
