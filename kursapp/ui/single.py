"""One window at a time: a second start raises the first window instead of opening another."""

from __future__ import annotations

import contextlib
import secrets
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1000
"""Milliseconds a second start waits for the first window to answer; a crashed one never does."""

SHORTEST_NAME, LONGEST_NAME = 8, 64


class FirstWindow(QObject):
    """Listens for second starts, on a socket of this machine and this person only.

    ``marker`` is a small file with the socket's name; it is there as long as the window is.
    """

    raise_asked = Signal()

    def __init__(self, marker: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marker = marker
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self) -> bool:
        """Begin to listen, and say whether second starts can find the way here; a second time nothing changes."""
        if self._server.isListening():
            return True
        name = f"kursapp-{secrets.token_hex(8)}"
        if not self._server.listen(name):
            return False
        try:
            self._marker.write_text(name, encoding="ascii")
        except OSError:
            # A folder that can only be read: then the profile itself tells a second start that it is open.
            self._server.close()
            return False
        return True

    def close(self) -> None:
        """Stop listening and take the marker away."""
        if self._server.isListening():
            self._server.close()
            with contextlib.suppress(OSError):
                self._marker.unlink(missing_ok=True)

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnectFromServer()
            socket.deleteLater()
            self.raise_asked.emit()


def raise_first(marker: Path) -> bool:
    """Ask the window that ``marker`` names to come to the front; False where there is none that answers."""
    try:
        name = marker.read_text(encoding="ascii")
    except (OSError, ValueError):
        return False
    if not name.startswith("kursapp-") or not SHORTEST_NAME < len(name) <= LONGEST_NAME:
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    return socket.waitForConnected(PATIENCE)
