"""The tables of the index of courses, and opening the file they are in, whatever is the matter with it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

from kursapp.storage.connection import connect, connect_memory
from kursapp.storage.full_text import NAMES, WORDS
from kursapp.storage.inspection import COMPANIONS

VERSION = 1
"""Raised whenever words are cut, folded or stemmed in another way: an index of another version is thrown away."""

_APPLICATION = 0x4B555253
"""``KURS``: an index of courses."""

_NO_CONTENT = "content = '', contentless_delete = 1"
"""Stems alone, not the words they were made of: they are found again in the text."""

_TABLES = f"""
CREATE TABLE course (id TEXT PRIMARY KEY, mark TEXT NOT NULL, title TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE session (
    course TEXT NOT NULL, id TEXT NOT NULL, place INTEGER NOT NULL, title TEXT NOT NULL, module TEXT NOT NULL,
    mark TEXT NOT NULL, PRIMARY KEY (course, id)
) WITHOUT ROWID;
CREATE TABLE text (
    id INTEGER PRIMARY KEY, course TEXT NOT NULL, session TEXT NOT NULL, page TEXT NOT NULL, target TEXT NOT NULL,
    kind TEXT NOT NULL, title TEXT NOT NULL, page_title TEXT NOT NULL, body TEXT NOT NULL
);
CREATE INDEX text_session ON text (course, session);
CREATE TABLE used (
    course TEXT NOT NULL, term TEXT NOT NULL, session TEXT NOT NULL, place INTEGER NOT NULL, page TEXT NOT NULL,
    title TEXT NOT NULL, PRIMARY KEY (course, term, session, place)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE names USING {NAMES.removesuffix(")")}, {_NO_CONTENT});
CREATE VIRTUAL TABLE words USING {WORDS.removesuffix(")")}, {_NO_CONTENT});
PRAGMA application_id = {_APPLICATION};
PRAGMA user_version = {VERSION};
"""
_VOCABULARY = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab('main', 'words', 'row')"


class IndexLostError(Exception):
    """The file cannot be used any more: damaged, taken away, no room. All that is in it can be made again."""


@contextlib.contextmanager
def lost() -> Iterator[None]:
    """Tell whatever the engine cannot do with the file as ``IndexLostError``."""
    try:
        yield
    except (dbapi2.DatabaseError, OSError) as error:
        raise IndexLostError from error


def open_file(path: Path) -> dbapi2.Connection:
    """Open the index in its file; one that is of no use is thrown away and begun anew.

    Raises IndexLostError where none can be made there either.
    """
    with contextlib.suppress(IndexLostError):
        return _opened(path)
    remove(path)
    return _opened(path)


def open_memory() -> dbapi2.Connection:
    """Begin an index that lasts until it is closed."""
    connection = connect_memory()
    connection.executescript(_TABLES)
    connection.execute(_VOCABULARY)
    return connection


def remove(path: Path) -> None:
    """Throw the file away, with what lies beside it."""
    for ending in ("", *COMPANIONS, "-shm"):
        with contextlib.suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def _opened(path: Path) -> dbapi2.Connection:
    with lost():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        connection = connect(path)
        try:
            # Nothing is lost with it: it need not survive a power cut, nor hide what was deleted.
            connection.execute("PRAGMA synchronous = OFF").fetchall()
            connection.execute("PRAGMA secure_delete = OFF").fetchall()
            if _number(connection, "user_version") == 0 == _number(connection, "application_id"):
                connection.executescript(_TABLES)
            if (_number(connection, "application_id"), _number(connection, "user_version")) != (_APPLICATION, VERSION):
                raise dbapi2.DatabaseError("another version")
            connection.execute(_VOCABULARY)
        except BaseException:
            connection.close()
            raise
        return connection


def _number(connection: dbapi2.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
