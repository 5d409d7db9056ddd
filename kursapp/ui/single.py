"""One window at a time: a second start raises the first window instead of opening another."""

from __future__ import annotations

import contextlib
import secrets
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE = 1000
"""Milliseconds a second start waits for the first window to answer; a crashed one never does."""

SHORTEST_NAME, LONGEST_NAME = 8, 64
LONGEST_PATH = 32 * 1024


class FirstWindow(QObject):
    """Listens for second starts, on a socket of this machine and this person only.

    ``file_asked`` carries the file a second start was given.

    ``marker`` is a small file with the socket's name; it is there as long as the window is.
    """

    raise_asked = Signal()
    file_asked = Signal(str)

    def __init__(self, marker: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marker = marker
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)
        self._name = ""

    @property
    def is_listening(self) -> bool:
        """Say whether second starts can find the way here."""
        return self._server.isListening()

    def listen(self) -> bool:
        """Begin to listen, and say whether second starts can find the way here; a second time nothing changes."""
        if self._server.isListening():
            return True
        name = f"kursapp-{secrets.token_hex(8)}"
        if not self._server.listen(name):
            return False
        try:
            # At the very first start nothing has been kept yet.
            self._marker.parent.mkdir(parents=True, exist_ok=True)
            self._marker.write_text(name, encoding="ascii")
        except OSError:
            # A folder that can only be read: then the profile itself tells a second start that it is open.
            self._server.close()
            return False
        self._name = name
        return True

    def close(self) -> None:
        """Stop listening and take the marker away, unless another window has put its own there since."""
        if self._server.isListening():
            self._server.close()
            with contextlib.suppress(OSError, ValueError):
                if self._marker.read_text(encoding="ascii") == self._name:
                    self._marker.unlink()

    @Slot()
    def _on_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Caller(socket, self).file_told.connect(self.file_asked)
            self.raise_asked.emit()


class _Caller(QObject):
    """One second start: it says which file it was given, if any, and goes."""

    file_told = Signal(str)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST_PATH)
        socket.disconnected.connect(self._on_gone)
        if socket.state() is QLocalSocket.LocalSocketState.UnconnectedState:
            self._on_gone()

    @Slot()
    def _on_gone(self) -> None:
        told = bytes(self._socket.readAll().data()).decode("utf-8", "surrogateescape")
        self._socket.disconnected.disconnect(self._on_gone)
        if told:
            QTimer.singleShot(0, partial(self._tell, told))
        else:
            self.deleteLater()

    def _tell(self, told: str) -> None:
        self.file_told.emit(told)
        self.deleteLater()


def raise_first(marker: Path, file: Path | None = None) -> bool:
    """Ask the window that ``marker`` names to come to the front, and to open ``file`` where there is one.

    False where there is no window that answers.
    """
    try:
        name = marker.read_text(encoding="ascii")
    except (OSError, ValueError):
        return False
    if not name.startswith("kursapp-") or not SHORTEST_NAME < len(name) <= LONGEST_NAME:
        return False
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(PATIENCE):
        return False
    if file is not None:
        socket.write(str(file.absolute()).encode("utf-8", "surrogateescape"))
        socket.waitForBytesWritten(PATIENCE)
    socket.disconnectFromServer()
    return True
