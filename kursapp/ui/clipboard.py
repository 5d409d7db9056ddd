"""What was copied from a participant's screens does not outlive the open profile on the clipboard."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication

from kursapp.ui.navigation import Navigator
from kursapp.ui.workspaces import AUTHOR, COORDINATOR, workspace_of

TO_USE_ELSEWHERE = frozenset({AUTHOR, COORDINATOR})
"""The workspaces where one copies to paste elsewhere and nothing is private: a course's text, a cohort's numbers."""


class Clipboard(QObject):
    """Knows what was copied in this window last, by its digest; ``forget`` takes it away if it is there still.

    Something another program has put there since is left alone.
    """

    def __init__(self, navigator: Navigator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._navigator = navigator
        self._copied = b""
        QGuiApplication.clipboard().dataChanged.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        text = QGuiApplication.clipboard().text()
        # Not every system tells whose it is; what comes while the keyboard is in this window was copied in it.
        is_ours = QGuiApplication.clipboard().ownsClipboard() or QGuiApplication.focusWindow() is not None
        is_private = workspace_of(self._navigator.here.screen) not in TO_USE_ELSEWHERE
        self._copied = _digest(text) if text and is_ours and is_private else b""

    def forget(self) -> None:
        """Take away what was copied here: the profile is closed, or locked."""
        clipboard = QGuiApplication.clipboard()
        copied, self._copied = self._copied, b""
        if copied and _digest(clipboard.text()) == copied:
            clipboard.clear()


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
