"""Texts save themselves within a second of a key, in the order they were typed, and never over somebody else's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.ui.drafting.buffers import Buffer, Buffers
from kursapp.ui.drafting.orders import Order
from kursapp.ui.saving import SavingState
from kursapp.ui.workbench import Workbench

if TYPE_CHECKING:
    from kursapp.services.author import Author
    from kursapp.services.draft import Draft

SAVE_AFTER = 1000
"""Milliseconds from the first key that is not saved: a crash in the middle of a sentence costs no more than these."""
AGAIN_AFTER = 5000
"""Milliseconds until what could not be saved is tried again."""


class Saving(QObject):
    """Sends the texts of one draft to the disk. ``state_changed`` tells how it stands, ``saved`` that a file is."""

    state_changed = Signal(object)
    saved = Signal(str)
    clashed = Signal(object)
    refused = Signal(object)

    def __init__(self, workbench: Workbench, buffers: Buffers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._buffers = workbench, buffers
        self._draft: Draft | None = None
        self._orders: dict[str, Order] = {}
        self._state = SavingState.SAVED
        self._soon = _timer(self, SAVE_AFTER, self.flush)
        self._again = _timer(self, AGAIN_AFTER, self.flush)

    @property
    def state(self) -> SavingState:
        """Whether every text is on the disk."""
        return self._state

    def work_on(self, draft: Draft | None) -> None:
        """Save the texts of another draft from now on."""
        self._soon.stop()
        self._again.stop()
        self._draft = draft
        self._orders.clear()
        self.tell_state()

    def touched(self) -> None:
        """Take note that a text is to be saved. The timer is not begun anew: typing on must not put saving off."""
        if not self._soon.isActive():
            self._soon.start()
        self.tell_state()

    @Slot()
    def flush(self) -> tuple[Order, ...]:
        """Send everything unsaved now, and return what is on its way. What clashes is only kept until it is settled."""
        self._soon.stop()
        draft = self._draft
        if draft is not None:
            for buffer in self._buffers.unsaved():
                under_way = self._orders.get(buffer.file)
                if under_way is None or under_way.turn != buffer.turn:
                    self._send(draft, buffer)
        self.tell_state()
        return tuple(self._orders.values())

    def send_now(self, seconds: float) -> bool:
        """Send everything, and wait until it is written or kept; True when nothing would be lost with the window."""
        orders = self.flush()
        return self._workbench.wait_until_written(seconds) and all(each.is_safe for each in orders)

    def tell_state(self) -> None:
        """Tell how it stands, where that is something else than before."""
        unsaved = self._buffers.unsaved()
        if any(each.clash is not None or each.trouble is not None for each in unsaved):
            state = SavingState.FAILED
        elif unsaved:
            state = SavingState.SAVING
        else:
            state = SavingState.SAVED
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _send(self, draft: Draft, buffer: Buffer) -> None:
        if buffer.clash is not None and buffer.kept:
            return
        order = Order(buffer.file, buffer.text(), buffer.turn, buffer.base, self._orders.get(buffer.file))
        self._orders[buffer.file] = order
        work = _carry_out if buffer.clash is None else _keep
        self._workbench.ask(
            partial(work, order, draft), partial(self._on_tried, draft), partial(self._on_shut, draft, order)
        )

    def _on_tried(self, draft: Draft, order: Order) -> None:
        buffer = self._buffers.get(order.file)
        if draft is not self._draft or buffer is None:
            return
        if self._orders.get(order.file) is order:
            del self._orders[order.file]
        if order.found is not None:
            buffer.settle(order.found, order.turn)
            self.saved.emit(order.file)
        else:
            self._take_refusal(buffer, order)
        self.tell_state()

    def _take_refusal(self, buffer: Buffer, order: Order) -> None:
        buffer.kept = order.kept and order.turn == buffer.turn
        if order.clash is not None and buffer.clash is None:
            buffer.clash = order.clash
            self.clashed.emit(order.clash)
        elif order.trouble is not None:
            is_new, buffer.trouble = buffer.trouble is None, order.trouble
            self._again.start()
            if is_new:
                self.refused.emit(order.trouble)

    def _on_shut(self, draft: Draft, order: Order, found: Problem) -> None:
        order.trouble = found
        self._on_tried(draft, order)


def _timer(owner: QObject, milliseconds: int, slot: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(slot)
    return timer


# On the files' thread ------------------------------------------------------------------------------


def _carry_out(order: Order, draft: Draft, _author: Author) -> Order:
    return order.carry_out(draft)


def _keep(order: Order, draft: Draft, _author: Author) -> Order:
    return order.keep(draft)
