"""Fetches what a page needs: its session from the course, and what was answered on it from the profile."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from shiboken6 import isValid

from kursapp.domain.course import Session
from kursapp.domain.problem import Problem
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import PageState, Participant
from kursapp.ui.messages import Messages
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_trail import Stop
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.pictures import Pictures

Then = Callable[[Stop, PageGround, PageState], object]
Failed = Callable[[Stop, Problem], object]


class PageLoader(QObject):
    """Loads the pages of one course. Sessions are kept once they have been read."""

    def __init__(self, opened: OpenedCourse, tasks: Tasks, theme: Theme, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self.opened = opened
        self._tasks = tasks
        self._theme = theme
        self._messages = messages
        self._pictures = Pictures(opened.media, theme)
        self._sessions: dict[str, Session] = {}

    def load(self, stop: Stop, then: Then, failed: Failed) -> None:
        """Call ``then`` with everything the page is built from, or ``failed`` where its session cannot be read."""
        _Loading(self, stop, then, failed).begin()

    def session(self, session_id: str) -> Session | None:
        """Return a session that has been read already."""
        return self._sessions.get(session_id)

    def read_session(
        self, session_id: str, then: Callable[[Session], object], failed: Callable[[Problem], object]
    ) -> None:
        """Read a session on the reading thread."""
        opened = self.opened

        def read(_reader: CourseReader) -> Session:
            return opened.session(session_id)

        self._tasks.reading(read, then, failed)

    def keep(self, session: Session) -> None:
        """Keep a session that has been read."""
        self._sessions[session.id] = session

    def read_state(self, ground: PageGround, then: Callable[[PageState], object]) -> None:
        """Read what was answered on a page, on the profile's thread."""

        def read(participant: Participant) -> PageState:
            return participant.on(ground.opened).page_state(ground.page)

        self._tasks.profile(read, then)

    def ground(self, session: Session, page_id: str) -> PageGround:
        """Return what a page is built on; KeyError where the session has no such page."""
        page = session.page(page_id)
        return PageGround(self._tasks, self._messages, self._theme, self._pictures, self.opened, session, page)


class _Loading:
    """One page on its way."""

    def __init__(self, loader: PageLoader, stop: Stop, then: Then, failed: Failed) -> None:
        self._loader = loader
        self._stop = stop
        self._then = then
        self._failed = failed
        self._ground: PageGround | None = None

    def begin(self) -> None:
        session = self._loader.session(self._stop.session.id)
        if session is not None:
            self._on_session(session)
        else:
            self._loader.read_session(self._stop.session.id, self._on_session, self._on_failed)

    def _is_awaited(self) -> bool:
        """Say whether whoever asked is still there: the window may have been closed while the page was read."""
        owner = getattr(self._then, "__self__", None)
        return isValid(self._loader) and (not isinstance(owner, QObject) or isValid(owner))

    def _on_session(self, session: Session) -> None:
        if not self._is_awaited():
            return
        self._loader.keep(session)
        self._ground = self._loader.ground(session, self._stop.page.id)
        self._loader.read_state(self._ground, self._on_state)

    def _on_state(self, state: PageState) -> None:
        if not self._is_awaited():
            return
        assert self._ground is not None
        self._then(self._stop, self._ground, state)

    def _on_failed(self, found: Problem) -> None:
        if self._is_awaited():
            self._failed(self._stop, found)
