"""Answers collected, a round closed for good, and a cohort deleted."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kursapp.files.shelf import Shelf
from kursapp.services.cohort_cards import RoundState
from kursapp.services.coordinator import Coordinator
from kursapp.services.delete_cohort import finish_deleting
from kursapp.services.office import Office
from kursapp.storage.backup import backups
from kursapp.storage.collection.collection import open_collection
from kursapp.storage.inspection import look
from kursapp.vault.safe import Safe
from tests.faults.operations.operation import NEW, OLD
from tests.services.coordinator.office_world import AFTER, PASSPHRASE, HandClock, OfficeWorld

PERSONS = 6


@contextlib.contextmanager
def _office(world: Path) -> Iterator[Office]:
    """Open the coordinator's safe and collection, as a start does."""
    safe = Safe.open(Shelf(world / "safe"), PASSPHRASE)
    clock = HandClock()
    collection = open_collection(
        world / "samling.db", safe.database_key(), at=clock.now(), tombstones=world / "kursapp.slettet"
    )
    try:
        office = Office(safe, collection, clock, world / "safe", simulated=False)
        finish_deleting(office)
        yield office
    finally:
        collection.close()


@dataclass
class Collecting:
    """Six answer files collected. They lie outside the world: one that cannot be read is told by itself."""

    name: str = "innsamling av svarfiler"
    cohort: str = ""

    def prepare(self, world: Path) -> None:
        """Publish a cohort and let its people hand in."""
        office = OfficeWorld(world)
        cohort = office.publish()
        self.cohort = cohort.id
        office.hand_in(cohort, count=PERSONS)
        office.close()
        office.inbox.rename(world.parent / "innboks")

    def do(self, world: Path) -> None:
        """Collect them."""
        with _office(world) as office:
            coordinator = Coordinator(office)
            coordinator.collect(self.cohort, coordinator.files_in(world.parent / "innboks"))

    def state(self, world: Path) -> str:
        """Count the answers: none, or everybody's."""
        with _office(world) as office:
            card = Coordinator(office).round(self.cohort, AFTER)
        if (card.state, card.persons) == (RoundState.OPEN, 0):
            return OLD
        return NEW if card.persons == PERSONS else f"{card.persons} av {PERSONS} svar"


@dataclass
class Closing(Collecting):
    """A round of six closed."""

    name: str = "lukking av runde"

    def prepare(self, world: Path) -> None:
        """Collect, so that there is something to close."""
        super().prepare(world)
        super().do(world)

    def do(self, world: Path) -> None:
        """Close the round; one that is closed is left as it is."""
        with _office(world) as office:
            coordinator = Coordinator(office)
            if coordinator.round(self.cohort, AFTER).state is RoundState.OPEN:
                coordinator.close_round(self.cohort, AFTER)

    def state(self, world: Path) -> str:
        """Say whether the round is open with everybody's files, or closed with everybody counted and no file left."""
        with _office(world) as office:
            coordinator = Coordinator(office)
            card = coordinator.round(self.cohort, AFTER)
            files = len(office.collection.deliveries.marks(self.cohort, AFTER))
            counted = office.collection.tallies.counts(self.cohort, AFTER)
            rows = office.collection.tallies.recount(self.cohort, AFTER)
            key = office.safe.database_key()
        if not all(look(backup.path, key).sound for backup in backups(world / "samling.db")):
            return "en skadet sikkerhetskopi"
        if card.state is RoundState.OPEN:
            return OLD if (card.persons, files, counted) == (PERSONS, PERSONS, ()) else "en halvveis åpen runde"
        return NEW if (card.persons, files) == (PERSONS, 0) and counted == rows else "en halvveis lukket runde"


@dataclass
class Deleting(Closing):
    """A cohort deleted, with its keys, its rows and what backups hold of it."""

    name: str = "sletting av kull"

    def do(self, world: Path) -> None:
        """Delete it where it is there."""
        with _office(world) as office:
            if any(record.id == self.cohort for record in office.collection.cohorts.all()):
                Coordinator(office).delete(self.cohort)

    def state(self, world: Path) -> str:
        """Say whether all of it is there, or nothing: neither rows nor keys."""
        with _office(world) as office:
            here = any(record.id == self.cohort for record in office.collection.cohorts.all())
            keys = self.cohort in office.safe.cohorts()
        if here:
            return super().state(world) if keys else "kullet er der uten nøkler"
        return NEW if not keys else "kullet er borte, nøklene er igjen"


def collectings() -> tuple[Collecting, ...]:
    """Return what a coordinator does that is all or nothing."""
    return (Collecting(), Closing(), Deleting())
