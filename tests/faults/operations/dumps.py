"""Everything a database holds, to be compared: whether it is what it was, or what it was to become."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sqlcipher3 import dbapi2

from kursapp.storage.inspection import COMPANIONS

_NAMED = 4

Dump = Mapping[str, object]


def dump(path: Path, key: bytes | None = None) -> Dump:
    """Return version, tables with their making and rows, and what the engine's own checks say, from a copy.

    The log beside the file is read with it, as a start would. Nothing is touched: the start comes after.
    """
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / path.name
        for companion in ("", *COMPANIONS):
            with contextlib.suppress(FileNotFoundError):
                shutil.copyfile(f"{path}{companion}", f"{copy}{companion}")
        with contextlib.closing(dbapi2.connect(str(copy), isolation_level=None)) as connection:
            if key is not None:
                connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
            return _everything(connection)


def _everything(connection: dbapi2.Connection) -> Dump:
    made = connection.execute(
        "SELECT name, type, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' AND sql IS NOT NULL ORDER BY name"
    ).fetchall()
    found: dict[str, object] = {
        "user_version": connection.execute("PRAGMA user_version").fetchone(),
        "integrity_check": connection.execute("PRAGMA integrity_check").fetchall(),
        "foreign_key_check": connection.execute("PRAGMA foreign_key_check").fetchall(),
    }
    for name, kind, sql in made:
        # SQLAlchemy keeps constraints in no order of its own.
        found[f"{kind} {name}"] = sorted(sql)
        if kind == "table":
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
            found[f"rows of {name}"] = sorted(map(repr, rows))
    return found


def difference(one: Dump, other: Dump) -> str:
    """Name the parts in which two differ, the first of them."""
    parts = sorted(part for part in {*one, *other} if one.get(part) != other.get(part))
    return ", ".join(parts[:_NAMED]) + (f" og {len(parts) - _NAMED} til" if len(parts) > _NAMED else "")
