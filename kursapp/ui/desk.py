"""The coordinator's desk: the one thread that may touch her safe and her collection, locked until she opens it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from kursapp.domain.problem import Problem, refusal
from kursapp.ui.lane import Job, Lane, hand_over
from kursapp.ui.watch import Watch

if TYPE_CHECKING:
    from kursapp.services.backups import State
    from kursapp.services.cohort_cards import DoorState
    from kursapp.services.coordinator import Coordinator
    from kursapp.services.coordinator_door import CoordinatorDoor
    from kursapp.services.coordinator_rescue import Rescue

R = TypeVar("R")
Then = Callable[[R], object] | None
Failed = Callable[[Problem], object] | None

LOCKED = "coordinator-locked"


class Drawer:
    """What the lane works on: the door, and what is behind it while it is open."""

    def __init__(self, door: CoordinatorDoor) -> None:
        self.door = door
        self._coordinator: Coordinator | None = None
        self.rescue: Rescue | None = None

    @property
    def coordinator(self) -> Coordinator:
        """What is behind the door. Raises ``coordinator-locked`` while it is shut."""
        if self._coordinator is None:
            raise refusal(LOCKED)
        return self._coordinator

    def hold(self, coordinator: Coordinator) -> None:
        """Keep what was opened, and close what was open before it."""
        self.close()
        self._coordinator = coordinator

    def close(self) -> None:
        """Shut the door."""
        before, self._coordinator, self.rescue = self._coordinator, None, None
        if before is not None:
            before.close()


class Desk(QObject):
    """Asks the coordinator's services on their thread and brings answers back to the screen's.

    ``opened`` and ``locked`` tell how the door stands, ``changed`` that something of a cohort (its id) is another,
    ``trouble`` a problem nobody asked for. ``chosen`` is the cohort last worked with, empty where there is none.
    ``get_ready`` is called once on their thread, when the first thing asked of them has been answered: for what comes
    next while a person types a passphrase.
    """

    opened = Signal()
    locked = Signal()
    changed = Signal(str)
    trouble = Signal(object)

    def __init__(
        self,
        make_door: Callable[[], CoordinatorDoor],
        parent: QObject | None = None,
        get_ready: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._get_ready = get_ready
        self._make_door = make_door
        self._lane = Lane("collection", self._make_drawer, self)
        self._lane.finished.connect(self._on_finished)
        self._is_open = False
        self._is_simulated = False
        self.chosen = ""

    @property
    def is_open(self) -> bool:
        """Say whether the safe is open."""
        return self._is_open

    @property
    def is_simulated(self) -> bool:
        """Say whether what is open is the safe of made-up cohorts."""
        return self._is_open and self._is_simulated

    def ask(self, fn: Callable[[Coordinator], R], then: Then[R] = None, failed: Failed = None) -> None:
        """Ask the coordinator's services for something; a problem is told as ``trouble`` where nobody hears it."""
        self._put(partial(_at_desk, fn), then, failed)

    def state(self, then: Callable[[DoorState], object], *, simulated: bool = False) -> None:
        """Ask whether there is a safe to open."""
        self._put(partial(_state, simulated), then)

    def create(self, passphrase: str, failed: Failed = None) -> None:
        """Make the safe, and open it."""
        self._put(partial(_create, passphrase), self._on_opened, failed)

    def open(self, passphrase: str, failed: Failed = None) -> None:
        """Open the safe."""
        self._put(partial(_open, passphrase), self._on_opened, failed)

    def open_simulated(self, failed: Failed = None) -> None:
        """Open the safe of made-up cohorts, and make it where there is none."""
        self._put(_open_simulated, self._on_simulated, failed)

    def recover(self, code: str, passphrase: str, failed: Failed = None) -> None:
        """Open the safe with the code of a recovery sheet, and give it a new passphrase."""
        self._put(partial(_recover, code, passphrase), self._on_opened, failed)

    def change_passphrase(self, old: str, new: str, then: Then[None] = None, failed: Failed = None) -> None:
        """Give the safe another passphrase."""
        self._put(partial(_change_passphrase, old, new), then, failed)

    def rescue(self, passphrase: str, then: Then[State], failed: Failed = None) -> None:
        """Open the safe alone, where the collection is damaged or gone, and ask what backups there are."""
        self._put(partial(_rescue, passphrase), then, failed)

    def restore_rescued(self, name: str, failed: Failed = None) -> None:
        """Go back to a backup of the collection that could not be opened, and open it."""
        self._put(partial(_restore_rescued, name), self._on_opened, failed)

    def begin_afresh(self, failed: Failed = None) -> None:
        """Begin with an empty collection in the place of the one that could not be opened."""
        self._put(_begin_afresh, self._on_opened, failed)

    def restore(self, name: str, failed: Failed = None) -> None:
        """Go back to a backup of the open collection; ``opened`` tells when it is done."""
        self.ask(partial(_restore, name), self._on_restored, failed)

    def lock(self) -> None:
        """Forget the keys until the passphrase is given again."""
        self._is_open = False
        self.chosen = ""
        self._put(_shut, None)
        self.locked.emit()

    def tell_changed(self, cohort_id: str) -> None:
        """Tell the other screens that something of a cohort is another."""
        self.changed.emit(cohort_id)

    def watch(self) -> Watch:
        """Return what a long job reports to, and is stopped by; quitting stops it. Delete it when the job is done."""
        return Watch(self)

    def close(self, seconds: float) -> bool:
        """Stop what is long, finish what is short, and shut the door; False when it took too long."""
        for each in self.findChildren(Watch):
            each.cancel()
        return self._lane.close(seconds)

    def _put(self, work: Callable[[Drawer], R], then: Then[R], failed: Failed = None) -> None:
        self._lane.start()
        self._lane.put(Job(work, then, failed))
        get_ready, self._get_ready = self._get_ready, None
        if get_ready is not None:
            self._lane.put(Job(partial(_ready, get_ready)))

    def _make_drawer(self) -> Drawer:
        return Drawer(self._make_door())

    @Slot(object)
    def _on_finished(self, job: Job) -> None:
        if job.found is None:
            if job.then is not None:
                hand_over(job.then, job.result)
        elif job.failed is not None:
            hand_over(job.failed, job.found)
        else:
            self.trouble.emit(job.found)

    def _on_opened(self, _nothing: None) -> None:
        self._tell_opened(simulated=False)

    def _on_restored(self, _restored: object) -> None:
        self._tell_opened(simulated=self._is_simulated)

    def _on_simulated(self, _nothing: None) -> None:
        self._tell_opened(simulated=True)

    def _tell_opened(self, *, simulated: bool) -> None:
        self._is_open, self._is_simulated = True, simulated
        self.chosen = ""
        self.opened.emit()
        self.ask(_back_up)


# On the lane's thread ------------------------------------------------------------------------------


def _at_desk(fn: Callable[[Coordinator], R], drawer: Drawer) -> R:
    return fn(drawer.coordinator)


def _ready(get_ready: Callable[[], None], _drawer: Drawer) -> None:
    get_ready()


def _back_up(coordinator: Coordinator) -> None:
    coordinator.back_up()


def _state(simulated: bool, drawer: Drawer) -> DoorState:
    return drawer.door.state(simulated=simulated)


def _create(passphrase: str, drawer: Drawer) -> None:
    drawer.hold(drawer.door.create(passphrase))


def _open(passphrase: str, drawer: Drawer) -> None:
    drawer.hold(drawer.door.open(passphrase))


def _rescue(passphrase: str, drawer: Drawer) -> State:
    drawer.rescue = drawer.door.rescue(passphrase)
    return drawer.rescue.state()


def _restore_rescued(name: str, drawer: Drawer) -> None:
    drawer.hold(_rescued(drawer).restore(name))


def _begin_afresh(drawer: Drawer) -> None:
    drawer.hold(_rescued(drawer).begin_afresh())


def _rescued(drawer: Drawer) -> Rescue:
    if drawer.rescue is None:
        raise refusal(LOCKED)
    return drawer.rescue


def _restore(name: str, coordinator: Coordinator) -> object:
    return coordinator.restore(name)


def _open_simulated(drawer: Drawer) -> None:
    drawer.hold(drawer.door.simulated())


def _recover(code: str, passphrase: str, drawer: Drawer) -> None:
    drawer.hold(drawer.door.recover(code, passphrase))


def _change_passphrase(old: str, new: str, drawer: Drawer) -> None:
    drawer.door.change_passphrase(old, new)


def _shut(drawer: Drawer) -> None:
    drawer.close()
