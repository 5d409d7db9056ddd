"""The coordinator's collection is damaged or gone, and her safe is not: its backups, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable

from kursapp.services.backups import Backups, State
from kursapp.services.coordinator import Coordinator


class Rescue:
    """What her passphrase opens where the collection itself cannot be opened.

    ``enter`` opens the collection, and makes an empty one where it is told to.
    """

    def __init__(self, backups: Backups, enter: Callable[[bool], Coordinator]) -> None:
        self._backups, self._enter = backups, enter

    def state(self) -> State:
        """Say what there is to go back to."""
        return self._backups.state()

    def restore(self, name: str) -> Coordinator:
        """Go back to a backup and open it. Raises KursappError as ``Backups.restore``, and as opening does."""
        self._backups.restore(name)
        return self._enter(False)

    def begin_afresh(self) -> Coordinator:
        """Begin with an empty collection; what was set aside stays. The keys of the cohorts are where they were."""
        return self._enter(True)
