"""Where a file or folder lies, on as many lines as it takes."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtWidgets import QLabel, QWidget

from kursapp.ui.widgets.early import PLAIN_TEXT, put

_AFTER = re.compile(r"(?<=[/\\_.-])")
BREAK = "\N{ZERO WIDTH SPACE}"


class PathLabel(QLabel):
    """A path that may be broken after each of its parts, so that a long one never widens what it stands in."""

    def __init__(self, path: Path | None = None, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        put(self, PLAIN_TEXT)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)
        if path is not None:
            self.show_path(path)

    def show_path(self, path: Path) -> None:
        """Show another path. A screen reader is told it as it is written."""
        self.setText(_AFTER.sub(BREAK, str(path)))
        self.setAccessibleName(str(path))
