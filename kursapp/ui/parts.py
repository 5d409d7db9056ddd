"""What ``app`` builds and hands to the screens."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.ui.actions import Actions
from kursapp.ui.courses import Courses
from kursapp.ui.desk import Desk
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Navigator
from kursapp.ui.preferences import Preferences
from kursapp.ui.previewing import MakePreview, MakeRoom
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class Parts:
    """The collaborators of the window. A screen's maker picks what that screen needs."""

    tasks: Tasks
    courses: Courses
    navigator: Navigator
    theme: Theme
    messages: Messages
    actions: Actions
    preferences: Preferences
    desk: Desk
    make_preview: MakePreview
    make_room: MakeRoom
    workbench: Workbench
    draft: OpenDraft
