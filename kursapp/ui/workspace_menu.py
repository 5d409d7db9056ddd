"""The list of workspaces one can change to."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workspaces import workspace, workspaces


class WorkspaceMenu(QMenu):
    """One line for each workspace, the present one ticked. ``chosen`` tells where the chosen one begins."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, present: str, parent: QWidget) -> None:
        super().__init__(_("Arbeidsrom"), parent)
        group = QActionGroup(self)
        for each in workspaces():
            action = QAction(theme.icon(each.icon, "text"), each.name, self)
            action.setObjectName(f"workspace-{each.id}")
            action.setData(each.id)
            action.setCheckable(True)
            action.setChecked(each.id == present)
            group.addAction(action)
            self.addAction(action)
        self.triggered.connect(self._on_triggered)
        self.aboutToHide.connect(self.deleteLater)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(workspace(str(action.data())).start)
