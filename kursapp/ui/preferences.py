"""The person's settings as the window sees them: read at once, changed in one place, kept on the disk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from kursapp.domain.problem import KursappError
from kursapp.settings import Settings
from kursapp.ui.messages import Messages


class Preferences(QObject):
    """Holds the settings; every change is written and told by the names of what changed."""

    changed = Signal(frozenset)

    def __init__(
        self,
        settings: Settings,
        save: Callable[[Settings], None],
        messages: Messages,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._save = save
        self._messages = messages

    @property
    def settings(self) -> Settings:
        """What is chosen now."""
        return self._settings

    def change(self, **values: Any) -> None:
        """Choose something else; what cannot be written still counts until the program ends, and the person is told."""
        wanted = self._settings._replace(**values)
        names = frozenset(name for name in values if getattr(wanted, name) != getattr(self._settings, name))
        if not names:
            return
        self._settings = wanted
        try:
            self._save(wanted)
        except KursappError as error:
            self._messages.problem(error.problem)
        self.changed.emit(names)
