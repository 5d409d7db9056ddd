"""Finding things in the window as a screen reader does: by role and name, among what is shown."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from kursapp.demo.waiting import StuckError

Role = QAccessible.Role


def name_of(widget: QWidget) -> str:
    """Return what a screen reader calls a widget."""
    if widget.accessibleName():
        # On Linux Qt tells the entry chosen for the name of a menu; elsewhere it tells this.
        return widget.accessibleName()
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def role_of(widget: QWidget) -> QAccessible.Role:
    """Return what kind of thing a screen reader says a widget is."""
    return QAccessible.queryAccessibleInterface(widget).role()


def shown(root: QWidget) -> Iterator[QWidget]:
    """Give everything in ``root`` that is shown, in the order it was made."""
    return (widget for widget in root.findChildren(QWidget) if widget.isVisibleTo(root) and root.isVisible())


def all_with(root: QWidget, role: QAccessible.Role, name: str = "") -> list[QWidget]:
    """Return everything shown of a role whose name begins like ``name``."""
    return [widget for widget in shown(root) if role_of(widget) == role and name_of(widget).startswith(name)]


def find(root: QWidget, role: QAccessible.Role, name: str) -> QWidget:
    """Return the one thing of a role with this name, or the one whose name begins so. Raises StuckError."""
    found = all_with(root, role, name)
    exact = [widget for widget in found if name_of(widget) == name]
    for some in (exact, found):
        if len(some) == 1:
            return some[0]
    there = sorted({name_of(widget) for widget in all_with(root, role)})
    raise StuckError(f"{len(found)} × {role.name} «{name}»; there is {there}")


def words(root: QWidget) -> str:
    """Return all that is said in ``root``, a widget a line."""
    said = (name_of(widget) for widget in shown(root))
    return "\n".join(line for line in said if line)
