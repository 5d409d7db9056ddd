"""What the databases are read and written with."""

from __future__ import annotations

from sqlcipher3 import dbapi2


def driver_versions() -> tuple[tuple[str, str], ...]:
    """Return name and version of the database engine, its encryption, and the cryptography that is built on."""
    connection = dbapi2.connect(":memory:")
    try:
        cipher = str(connection.execute("PRAGMA cipher_version").fetchone()[0])
        # Only an encrypted database knows what encrypts it.
        connection.execute("PRAGMA key = 'x'")
        provider = str(connection.execute("PRAGMA cipher_provider_version").fetchone()[0])
    finally:
        connection.close()
    name, _blank, version = provider.partition(" ")
    return (
        ("SQLite", dbapi2.sqlite_version),
        ("SQLCipher", cipher.partition(" ")[0]),
        (name, version.partition(" ")[0]),
    )
