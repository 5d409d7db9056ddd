"""What everything on one page of a course is built on."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.course import Page, Session
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.messages import Messages
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures


@dataclass(frozen=True, slots=True)
class PageGround:
    """The page itself and the collaborators of what is shown on it.

    ``for_author``: it is shown to who writes it, with what is meant for the instructor, and never takes the keyboard
    from where she writes. ``begin_at`` is the item a form is to be opened at, empty for where one would begin.
    """

    tasks: Tasks
    messages: Messages
    theme: Theme
    pictures: Pictures
    opened: OpenedCourse
    session: Session
    page: Page
    for_author: bool = False
    begin_at: str = ""
