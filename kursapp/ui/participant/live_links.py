"""Where the links and the sound and film of a page that is being written or shown to a room lead."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.services.live_course import LiveCourse
from kursapp.ui.participant.page_links import Leaving

COURSE_SCHEME = "kurs"


class LiveLinks(QObject):
    """Follows what is clicked on a page of ``course`` (None before the first).

    A link within the course leads to a file and line, ``page_wanted``; what leaves the program is asked about.
    """

    page_wanted = Signal(str, int)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self.course: LiveCourse | None = None
        self.leaving = Leaving(owner)

    def media(self, source: str) -> Path | None:
        """Return the file of a picture, sound or film of the course; None for any other."""
        return self.course.media(source) if self.course is not None else None

    @Slot(str)
    def follow(self, href: str) -> None:
        """Go where a link leads."""
        scheme, _colon, rest = href.partition(":")
        if scheme != COURSE_SCHEME:
            self.leaving.ask_about_link(href)
            return
        session_id, _mark, target = rest.partition("#")
        place = self.course.place_of(target or session_id) if self.course is not None else None
        if place is not None:
            self.page_wanted.emit(*place)

    @Slot(str)
    def open_media(self, source: str) -> None:
        """Ask whether to open a sound or a film."""
        file = self.media(source)
        if file is not None:
            self.leaving.ask_about_file(file, file.name)
