"""What a round holds of sealed files, and which of them count as things are now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kursapp.domain.cohort import Cohort
from kursapp.domain.collected import Delivery
from kursapp.domain.collecting import Arrival, resolve
from kursapp.domain.problem import Problem, refusal
from kursapp.domain.submission import FileState
from kursapp.services.marks import Marks
from kursapp.storage.collection.collection import Collection

Key = tuple[bytes, bytes]
"""The marks of a delivery's response and of its body, which tell it from all others of its round."""


class RoundDeliveries:
    """The sealed files of one round, read once. Of a closed round they are those that came late."""

    def __init__(self, collection: Collection, cohort: Cohort, form_id: str, marks: Marks) -> None:
        self.closings = collection.rounds.closings(cohort.id, form_id)
        self.kept = collection.deliveries.marks(cohort.id, form_id)
        self._marks = marks
        # Its codes went with the closing, so that a late answer cannot be checked any more.
        self._unchecked = bool(self.closings) and cohort.rules.codes
        self._resolved = resolve(map(_arrival, self.kept), self._closed_ids(collection, cohort))

    @property
    def persons(self) -> frozenset[Key]:
        """Return one delivery for each person who has handed in and not taken it back; of a closed round, who waits."""
        if self._unchecked:
            return frozenset()
        return frozenset(
            (one.id, one.body) for one in self._resolved.counted if not self._marks.is_withdrawal(_delivery(one))
        )

    @property
    def waiting(self) -> frozenset[Key]:
        """Return all that goes when those who wait are let in: their files, and those in their way."""
        barred = self._resolved.barred
        return frozenset(one.key for one in self.kept if _arrival(one) not in barred)

    def counts(self) -> Mapping[FileState, int]:
        """Return how many files have each state."""
        return Counter(self.state(one)[0] for one in self.kept)

    def state(self, delivery: Delivery) -> tuple[FileState, Problem | None]:
        """Return a file's state, and why where that needs saying."""
        arrival = _arrival(delivery)
        state = self._resolved.states[arrival]
        if not self.closings:
            return state, _WHY_OPEN.get(state)
        if self._unchecked:
            return FileState.WAITING, refusal("late-code").problem
        if arrival in self._resolved.barred:
            return FileState.WAITING, refusal("late-replacement").problem
        return (FileState.WAITING if arrival in self._resolved.counted else state), _WHY_OPEN.get(state)

    def _closed_ids(self, collection: Collection, cohort: Cohort) -> frozenset[bytes]:
        if not self.closings:
            return frozenset()
        named = {mark for one in self.kept for mark in (one.response, one.replaces) if mark}
        return collection.seen.known(cohort.id, named)


_WHY_OPEN = {FileState.CONFLICT: refusal("answer-conflict").problem}


def _arrival(delivery: Delivery) -> Arrival:
    return Arrival(delivery.body, delivery.response, delivery.replaces)


def _delivery(arrival: Arrival) -> Delivery:
    return Delivery(arrival.id, arrival.replaces, arrival.body)
