"""Run as a program: one piece of a coordinator's work, and what it cost, as JSON. The data folder is KURSAPP_DATA.

``settle COUNT`` · ``collect COHORT`` · ``insert COHORT`` · ``grow ANSWERS [URL]``
"""

from __future__ import annotations

import contextlib
import json
import resource
import secrets
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

from sqlalchemy import Executable, Table, insert, select

from benchmarks.coordinator import FORM, coordinator, settle_in
from benchmarks.measure import best, seconds
from kursapp import paths
from kursapp.domain.collected import CohortRecord, Person
from kursapp.files.shelf import Shelf
from kursapp.services.coordinator_door import DATABASE, SIMULATED_PASSPHRASE
from kursapp.storage.collection.collection import Collection, open_collection
from kursapp.storage.collection.tables import ANSWER, COMMENT, DELIVERY, GROUP_ANSWER, SEEN
from kursapp.storage.statements import insert_new
from kursapp.storage.transactions import Transactions
from kursapp.vault.safe import Safe

COHORT = "0" * 32
ITEMS = 20
FILES_AT_ONCE, ROWS_AT_ONCE = 64, 8192
"""As many as the program itself writes in one go."""

Found = dict[str, Any]
Rows = list[dict[str, Any]]


def settle(count: str) -> Found:
    """Make a cohort and the answer files of so many people."""
    return {"cohort": settle_in(paths.data_folder(), _answers(), int(count))}


def collect(cohort_id: str) -> Found:
    """Collect a folder, collect it again, close the round, and ask for the results."""
    with coordinator(paths.data_folder()) as made:
        files = made.files_in(_answers())
        return {
            "files": len(files),
            "collect": seconds(lambda: made.collect(cohort_id, files)),
            "again": seconds(lambda: made.collect(cohort_id, files)),
            "close": seconds(lambda: made.close_round(cohort_id, FORM)),
            "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            "results": best(lambda: made.results(cohort_id, FORM), rounds=5),
        }


class Inserting:
    """Inserts rows through the statements the program uses, and counts the seconds that takes and nothing else."""

    def __init__(self, database: Transactions) -> None:
        self._database = database
        self.seconds = 0.0
        self.rows = 0

    @contextlib.contextmanager
    def transaction(self) -> Iterator[None]:
        """Begin and commit on the clock."""
        open_one = contextlib.ExitStack()
        self.seconds += seconds(lambda: open_one.enter_context(self._database.transaction()))
        yield
        self.seconds += seconds(open_one.close)

    def insert(self, statement: Executable, rows: Rows) -> None:
        """Insert rows that are ready."""
        self.rows += len(rows)
        self.seconds += seconds(lambda: self._database.run(statement, rows))


def insert_alone(cohort_id: str) -> Found:
    """Insert what ``collect`` has left in the collection, and the files, into a new one, and do nothing else."""
    rooms = paths.data_folder() / "coordinator" / "simulert"
    key = Safe.open(Shelf(rooms), SIMULATED_PASSPHRASE).database_key()
    source, target = _opened(rooms / DATABASE, key), _opened(paths.data_folder() / "bare.db", key)
    target.cohorts.save(CohortRecord(cohort_id, b"", 0))
    target.deliveries.add(cohort_id, FORM, [])
    inserting = Inserting(target._database)
    files = sorted(_answers().iterdir())
    for start in range(0, len(files), FILES_AT_ONCE):
        lot = files[start : start + FILES_AT_ONCE]
        sealed = [_delivery(path) for path in lot]
        # Of each file its own mark, and at closing those of its response and its body.
        marks = [{"cohort_id": cohort_id, "mark": secrets.token_bytes(32)} for _ in range(3 * len(lot))]
        with inserting.transaction():
            inserting.insert(insert_new(DELIVERY), sealed)
            inserting.insert(insert_new(SEEN), marks)
    with inserting.transaction():
        for table in (ANSWER, GROUP_ANSWER, COMMENT):
            for rows in _portions(source, table):
                inserting.insert(insert(table), rows)
    source.close()
    target.close()
    return {"seconds": inserting.seconds, "rows": inserting.rows}


def grow(answers: str, url: str = "") -> Found:
    """Close a round of so many answers, and count it by the bare SQL, by the program's own, and from its tally."""
    now = datetime.now(UTC)
    made = open_collection(url, at=now) if url else _opened(paths.data_folder() / "grown.db", bytes(32))
    made.cohorts.save(CohortRecord(COHORT, b"", 0))
    people = list(_people(int(answers) // ITEMS))
    closing = seconds(lambda: made.rounds.close(COHORT, FORM, people))
    tidying = seconds(lambda: made.tidy(now))
    driver = made._database.driver  # type: ignore[attr-defined]
    bare = "SELECT batch, item_id, step, count(*) FROM answer WHERE round_id = 1 GROUP BY batch, item_id, step"
    # By turns, so that whatever else the machine does meets both.
    turns = [
        (seconds(lambda: driver.execute(bare).fetchall()), seconds(lambda: made.tallies.recount(COHORT, FORM)))
        for _ in range(7)
    ]
    found = {
        "close": closing,
        "tidy": tidying,
        "bare": min(turn[0] for turn in turns),
        "recount": min(turn[1] for turn in turns),
        "counts": best(lambda: made.tallies.counts(COHORT, FORM), 15),
    }
    made.close()
    return found


def _answers() -> Path:
    return paths.data_folder() / "answers"


def _opened(path: Path, key: bytes) -> Collection:
    return open_collection(path, key, at=datetime.now(UTC))


def _delivery(path: Path) -> dict[str, Any]:
    marks = {"response": secrets.token_bytes(32), "body": secrets.token_bytes(32), "replaces": b""}
    return {"round_id": 1, **marks, "sealed": path.read_bytes()}


def _portions(source: Collection, table: Table) -> Iterator[Rows]:
    """Yield a table's rows under new keys, so that they are as much out of order as they once came."""
    after = b""
    while rows := source._database.rows(
        select(table).where(table.c.key > after).order_by(table.c.key).limit(ROWS_AT_ONCE)
    ):
        after = rows[-1].key
        yield [{**row._mapping, "key": secrets.token_bytes(16), "round_id": 1} for row in rows]


def _people(count: int) -> Iterator[Person]:
    rnd = Random(7)
    items: Sequence[str] = [f"relevans-{item}" for item in range(ITEMS)]
    for _ in range(count):
        yield Person([(item, str(step)) for item, step in zip(items, rnd.choices(range(1, 6), k=ITEMS), strict=True)])


WORKS = {"settle": settle, "collect": collect, "insert": insert_alone, "grow": grow}

if __name__ == "__main__":
    print(json.dumps(WORKS[sys.argv[1]](*sys.argv[2:])))
