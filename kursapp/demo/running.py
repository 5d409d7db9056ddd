"""What the demo knows of the program it is handed, which is built a floor above."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QApplication

from kursapp.ui.courses import Courses
from kursapp.ui.desk import Desk
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.main_window import MainWindow
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Navigator
from kursapp.ui.steering import Steering
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workbench import Workbench


class Rest(Protocol):
    """What the program builds once its window has been painted."""

    @property
    def tasks(self) -> Tasks: ...
    @property
    def courses(self) -> Courses: ...
    @property
    def navigator(self) -> Navigator: ...
    @property
    def messages(self) -> Messages: ...
    @property
    def steering(self) -> Steering: ...
    @property
    def desk(self) -> Desk: ...
    @property
    def workbench(self) -> Workbench: ...
    @property
    def draft(self) -> OpenDraft: ...


class Running(Protocol):
    """The program with its window open; ``rest`` is None until it is loaded."""

    @property
    def window(self) -> MainWindow: ...
    @property
    def theme(self) -> Theme: ...
    @property
    def rest(self) -> Rest | None: ...
    def deleteLater(self) -> None: ...


OpenProgram = Callable[[QApplication], Running]
