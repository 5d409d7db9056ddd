"""Breaks made on purpose in the writer's process, so that the kills are known to find them."""

from __future__ import annotations

from dataclasses import replace

from sqlcipher3 import dbapi2

from kursapp.storage.database import Database
from tests.faults import writer
from tests.faults.acts import Act, Hand, act
from tests.faults.writer import Say


def acknowledge_early(say: Say) -> None:
    """Say that an act is saved, and only then save it."""

    def hasty(run: str, number: int) -> Act:
        honest = act(run, number)

        def do(hand: Hand) -> object:
            say(f"ACK {run}-{number}")
            return honest.do(hand)

        return replace(honest, do=do)

    writer.act = hasty


def commit_late(_say: Say) -> None:
    """Let a transaction be committed only when the next one begins, as a program that gathers its writes would."""
    begin, close = Database._begin, Database.close

    def commit_what_waits(database: Database) -> None:
        driver: dbapi2.Connection = database.driver
        if driver.in_transaction:
            driver.execute("COMMIT")

    def begin_after(database: Database) -> None:
        commit_what_waits(database)
        begin(database)

    def close_after(database: Database) -> None:
        commit_what_waits(database)
        close(database)

    Database._commit = lambda _database: None
    Database._begin = begin_after
    Database.close = close_after
