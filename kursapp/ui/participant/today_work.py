"""What Hjem has to do with what is due: reads it, shows it, leads there, and puts it off with a way back."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.follow_up import Due, DueKind
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, certificate, page, plan, practice
from kursapp.ui.participant.today_section import TodaySection
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.theme import Theme


class TodayWork(QObject):
    """Puts the list into ``place``, which is hidden while nothing is due; Tab comes to it from ``after``.

    ``read`` tells when it is known; ``left_empty`` that the keyboard stood on the last line, which is gone.
    """

    read = Signal()
    left_empty = Signal()

    def __init__(
        self,
        screen: QWidget,
        place: QWidget,
        after: QWidget,
        tasks: Tasks,
        courses: Courses,
        navigator: Navigator,
        messages: Messages,
    ) -> None:
        super().__init__(screen)
        self._after = after
        self._screen, self._tasks, self._courses = screen, tasks, courses
        self._navigator, self._messages = navigator, messages
        self._place = place
        place.hide()
        self._due: tuple[Due, ...] = ()
        self.section: TodaySection | None = None
        screen.installEventFilter(self)

    @property
    def due(self) -> tuple[Due, ...]:
        """What is due, as it was read last."""
        return self._due

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A laptop that was closed overnight is opened on another day.
        if event.type() is QEvent.Type.WindowActivate and self._screen.isVisible():
            self.look()
        return super().eventFilter(watched, event)

    def look(self) -> None:
        """Read what is due now; before the courses are on the shelf it is not known."""
        if self._courses.is_loaded:
            self._tasks.profile(partial(_due_today, self._courses.shelf()), self._on_read)

    def show(self, theme: Theme, *, leads: bool) -> None:
        """Show what is due; ``leads``: there is nothing more obvious to do on the screen."""
        if self.section is None:
            if not self._due:
                return
            layout = QVBoxLayout(self._place)
            layout.setContentsMargins(0, 0, 0, 0)
            self.section = TodaySection(theme, self._after)
            self.section.chosen.connect(self._on_chosen)
            self.section.put_off.connect(self._on_put_off)
            self.section.ended.connect(self._on_ended)
            self.section.left_empty.connect(self.left_empty)
            layout.addWidget(self.section)
        self.section.show_due(self._due, leads=leads)
        self._place.setVisible(bool(self._due))

    @Slot(object)
    def _on_read(self, found: tuple[Due, ...]) -> None:
        self._due = found
        self.read.emit()

    @Slot(object)
    def _on_chosen(self, due: Due) -> None:
        if due.kind is DueKind.REMINDER:
            # She looks at her plan now: this reminder has done what it was for.
            self._tasks.save(partial(_never, due))
        self._navigator.go(way_to(due))

    @Slot(object)
    def _on_put_off(self, due: Due) -> None:
        self._tasks.save(partial(_tomorrow, due))
        self._messages.undo(_("Du blir minnet på det i morgen."), partial(self._again, due))

    @Slot(object)
    def _on_ended(self, due: Due) -> None:
        self._tasks.save(partial(_never, due))
        self._messages.undo(_("Det vises ikke mer her."), partial(self._again, due))

    def _again(self, due: Due) -> None:
        self._tasks.save(partial(_again, due))


def way_to(due: Due) -> Location:
    """Return where one goes to do something about it."""
    match due.kind:
        case DueKind.CERTIFICATE:
            return certificate(due.course_id)
        case DueKind.REMINDER | DueKind.PLAN:
            return plan(due.course_id)
        case DueKind.REVIEW:
            return practice()
    return page(due.course_id, due.session_id, due.page_id)


def _due_today(shelf: Sequence[OpenedCourse], participant: Participant) -> tuple[Due, ...]:
    return participant.today.due(shelf)


def _tomorrow(due: Due, participant: Participant) -> object:
    return participant.today.tomorrow(due)


def _never(due: Due, participant: Participant) -> object:
    return participant.today.never(due)


def _again(due: Due, participant: Participant) -> object:
    return participant.today.again(due)
