"""Runs one piece of work on copies of a folder and dies by SIGKILL at its first, second, third … statement.

Usage: ``killed.py WORK FOLDER``. ``FOLDER/0`` is the world before; ``FOLDER/1``, ``FOLDER/2`` … are what each death
left. The work runs once more without dying at the end, in the last folder. Prints how many times it died.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from small_schema import VERSION_1, VERSION_2
from sqlalchemy import text
from sqlcipher3 import dbapi2

from kursapp.domain.collected import Person
from kursapp.storage import backup, connection, opening
from kursapp.storage.collection.collection import open_collection

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
LATER = datetime(2026, 3, 9, 13, tzinfo=UTC)


def migrate(path: Path) -> None:
    """Open a version 1 file with a program that knows version 2."""
    opening.open_database(path, VERSION_2, at=AT).database.close()


def create(path: Path) -> None:
    """Make a new file."""
    opening.open_database(path, VERSION_1, create=True, at=AT).database.close()


def write(path: Path) -> None:
    """Make one transaction of two inserts."""
    database = opening.open_database(path, VERSION_1, at=AT).database
    with database.transaction():
        database.run(text("INSERT INTO parent VALUES (7, 'sju')"))
        database.run(text("INSERT INTO child VALUES (70, 7, 'barn av sju')"))
    database.close()


def back_up(path: Path) -> None:
    """Make a backup."""
    database = opening.open_database(path, VERSION_1, at=AT).database
    backup.back_up(database.driver, path, None, AT)
    database.close()


def close_round(path: Path) -> None:
    """Close the one round of a collection and tidy up after it."""
    opened = open_collection(path, bytes(range(32)), at=AT)
    (cohort,) = opened.cohorts.all()
    people = (Person([("a", str(each.response[0]))]) for each in opened.deliveries.sealed(cohort.id, "etter"))
    opened.rounds.close(cohort.id, "etter", people)
    opened.tidy(LATER)
    opened.close()


WORKS: dict[str, Callable[[Path], None]] = {
    "migrate": migrate,
    "create": create,
    "write": write,
    "back_up": back_up,
    "close_round": close_round,
}


def die_at(number: int) -> None:
    """Count the statements of every connection from now on, and die at one of them."""
    seen = 0
    real = dbapi2.connect

    def count(_: str) -> None:
        nonlocal seen
        seen += 1
        if seen == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def connect(*arguments: object, **settings: object) -> dbapi2.Connection:
        made = real(*arguments, **settings)
        made.set_trace_callback(count)
        return made

    connection.dbapi2.connect = connect  # type: ignore[attr-defined]


def main() -> None:
    """Fork once for each death; a fork costs a hundredth of a new start."""
    work, folder = WORKS[sys.argv[1]], Path(sys.argv[2])
    for number in range(1, 1000):
        shutil.copytree(folder / "0", folder / str(number))
        child = os.fork()
        if child == 0:
            die_at(number)
            work(folder / str(number) / "a.db")
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if not os.WIFSIGNALED(status):
            assert os.waitstatus_to_exitcode(status) == 0
            sys.stdout.write(f"{number - 1}\n")
            return


if __name__ == "__main__":
    main()
