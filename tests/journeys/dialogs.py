"""What comes from outside the window: the system's dialogs (Qt's own where there is none), and files dropped on it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from kursapp.demo.driver import Driver
from kursapp.demo.waiting import let_go, wait_until


def choose_path(driver: Driver, path: Path) -> None:
    """Choose a file or folder in the dialog that is open."""
    dialog = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible())
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(str(path))
    field = dialog.findChild(QLineEdit)
    assert field is not None
    field.setText(path.name)
    dialog.accept()
    back_in_window(driver)


def back_in_window(driver: Driver) -> None:
    """Be where one was before the dialog: without a screen no window manager brings one back."""
    let_go()
    driver.window.activateWindow()
    wait_until(driver.window.isActiveWindow, "the window in front")
    driver.settle()


def drop(driver: Driver, *paths: Path) -> None:
    """Drop files on the window."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    how = Qt.DropAction.CopyAction, carried, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    where = QPoint(200, 200)
    for event in (QDragEnterEvent(where, *how), QDragMoveEvent(where, *how), QDropEvent(QPointF(where), *how)):
        event.ignore()
        QApplication.sendEvent(driver.window, event)
        if not event.isAccepted():
            break
    driver.settle()
