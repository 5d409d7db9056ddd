"""The system's dialogs, which are Qt's own where there is no system's."""

from __future__ import annotations

from pathlib import Path

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
