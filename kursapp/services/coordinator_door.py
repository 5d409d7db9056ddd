"""The coordinator's door: making the safe and opening it, for real and for simulated cohorts, which never meet."""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.services.clock import Clock
from kursapp.services.cohort_cards import DoorState
from kursapp.services.coordinator import Coordinator

SIMULATED_PASSPHRASE = "demo"  # noqa: S105 - made-up people need no secret
URL_VARIABLE = "KURSAPP_COLLECTION_URL"


class CoordinatorDoor:
    """What stands before the collection. ``folder`` is the data folder; ``url`` a PostgreSQL, empty for a file.

    The one that opens it owns the ``Coordinator`` and its thread.
    """

    def __init__(self, folder: Path, clock: Clock, url: str = "") -> None:
        self._folder = folder / "coordinator"
        self._clock = clock
        self._url = url

    def state(self, *, simulated: bool = False) -> DoorState:
        """Say whether there is a safe yet."""
        return DoorState(False, bool(self._url), simulated, self._folder)

    def create(self, passphrase: str, *, simulated: bool = False) -> Coordinator:
        """Make the safe and the collection, and open them. Raises ``passphrase-short``, ``passphrase-demo``."""
        raise refusal("collection-unbuilt")

    def open(self, passphrase: str, *, simulated: bool = False) -> Coordinator:
        """Open the safe and the collection. Raises ``passphrase-wrong`` (slow on purpose, no lock-out)."""
        raise refusal("collection-unbuilt")

    def recover(self, code: str, passphrase: str) -> Coordinator:
        """Open the safe with the code of any recovery sheet, and give it a new passphrase."""
        raise refusal("collection-unbuilt")

    def change_passphrase(self, old: str, new: str) -> None:
        """Give the safe another passphrase."""
        raise refusal("collection-unbuilt")
