"""What every use case of the coordinator works with: the open safe, the open collection, and the cohorts in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kursapp.delivery import cohort_file, kullmerke
from kursapp.domain.cohort import Cohort
from kursapp.domain.collected import CohortRecord
from kursapp.domain.problem import refusal
from kursapp.services.clock import Clock
from kursapp.storage.collection.collection import Collection
from kursapp.vault.safe import CohortKeys, Safe


@dataclass(frozen=True, slots=True)
class Held:
    """A cohort as the coordinator holds it: its file read, and her record of it."""

    cohort: Cohort
    record: CohortRecord

    @property
    def id(self) -> str:
        """Return the cohort's id."""
        return self.cohort.id


@dataclass(slots=True)
class Office:
    """The coordinator's rooms. ``folder`` holds the safe; ``simulated`` where everybody in them is made up."""

    safe: Safe
    collection: Collection
    clock: Clock
    folder: Path
    simulated: bool
    _read: dict[bytes, Cohort] = field(default_factory=dict)
    _marks: dict[bytes, tuple[str, ...]] = field(default_factory=dict)

    def held(self, cohort_id: str) -> Held:
        """Return one cohort. Raises KursappError ``cohort-unknown``."""
        record = self.collection.cohorts.get(cohort_id)
        if record is None:
            raise refusal("cohort-unknown", cohort=cohort_id)
        return self._held(record)

    def all(self) -> tuple[Held, ...]:
        """Return every cohort, the one that starts last first.

        In a collection that several share, those of others are none of hers: without their keys she can do nothing.
        """
        records = self.collection.cohorts.all()
        if self.collection.shared:
            own = set(self.safe.cohorts())
            records = tuple(record for record in records if record.id in own)
        held = [self._held(record) for record in records]
        return tuple(sorted(held, key=lambda one: (one.cohort.starts, one.cohort.name, one.id), reverse=True))

    def keys(self, cohort_id: str) -> CohortKeys:
        """Return a cohort's keys. Raises KursappError as ``Safe.get``."""
        return self.safe.get(cohort_id)

    def keep(self, cohort: Cohort, invited: int, *, published: bool = False) -> Held:
        """Keep a cohort as it is now."""
        record = CohortRecord(cohort.id, cohort_file.write(cohort), invited, published)
        self.collection.cohorts.save(record)
        return self._held(record)

    def mark(self, file: bytes) -> tuple[str, ...]:
        """Return the kullmerke of a cohort file. Slow on purpose, so each is made once."""
        if file not in self._marks:
            self._marks[file] = kullmerke.words(file)
        return self._marks[file]

    def _held(self, record: CohortRecord) -> Held:
        # A file is read once: forms are long, and everything asked for begins with its cohort.
        if record.file not in self._read:
            self._read[record.file] = cohort_file.parse(record.file)
        return Held(self._read[record.file], record)
