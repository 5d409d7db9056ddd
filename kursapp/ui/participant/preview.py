"""The preview beside the editor: the participant's own page, to be answered and thrown away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from kursapp.domain.course import PageKind
from kursapp.services.live_course import LivePage
from kursapp.services.participant import PageState, Participant
from kursapp.services.trial import Trial
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.participant.live_links import LiveLinks
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_making import over_title, view_between
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.participant.preview_page import (
    as_questions,
    follow,
    is_same,
    is_same_frame,
    item_at,
    kept_apart,
    stops_around,
    without_outdated,
)
from kursapp.ui.previewing import PreviewPane
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme.scale import S4, S8, S16
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.elided_label import ElidedLabel
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.text import label


class Preview(PreviewPane):
    """Shows one page at a time. A new version is built behind the one shown, and takes its place when it is whole.

    ``tasks`` has a trial profile: what is answered here is kept as a participant's answers, until the window closes.
    """

    def __init__(self, tasks: Tasks, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self.tasks = tasks
        self._theme = theme
        self._messages = messages
        self._live: LivePage | None = None
        self._shown: LivePage | None = None
        self._view: PageView | None = None
        self._coming: PageView | None = None
        self._asked = 0
        self._awaited = False
        self._takes_quiz = False
        self._is_stale = False
        self.links = LiveLinks(self)
        self.links.page_wanted.connect(self.page_wanted)
        self._pictures = Pictures(self.links.media, theme)
        self._pictures_of = ""
        self._lay_out()
        theme.dress(self, "30-page", "40-flows")

    # What the editor asks

    def show_page(self, live: LivePage) -> None:
        before, self._live = self._live, live
        self.links.course = live.opened
        if before is not None and before.opened.root != live.opened.root:
            self._forget()
        if before is None or before.page_id != live.page_id:
            self._takes_quiz = False
        if self._shown is not None and is_same(self._shown, live) and self._view is not None:
            self._cancel()
            self._shown = live
            self._stack.setCurrentWidget(self._view)
            self._show_bar()
            self._follow(self._view, live)
        else:
            self._build()

    def show_nothing(self, reason: str) -> None:
        self._live = None
        self._shown = None
        self._cancel()
        self._reason.setText(reason)
        self._stack.setCurrentWidget(self._notice)
        self._drop(self._view)
        self._view = None
        self._show_bar()

    @Slot()
    def forget_answers(self) -> None:
        self._forget()
        self._build()

    @property
    def is_settled(self) -> bool:
        """Say whether what was asked for last is what is shown."""
        return not self._awaited and self._coming is None

    @property
    def shown(self) -> LivePage | None:
        """The look at the page that is on the screen, None where none is."""
        return self._shown

    def view(self) -> PageView | None:
        """Return the page shown now, None where there is none."""
        return self._view

    # Building

    def _forget(self) -> None:
        self._shown = None
        self.tasks.profile(_forget)

    def _build(self) -> None:
        """Build the page behind the one shown, once what is typed in that one is on its way."""
        live = self._live
        self._cancel()
        self._is_stale = not self.isVisible()
        if live is None or self._is_stale:
            return
        if self._view is not None:
            self._view.leave()
        ground = self._ground(live)
        self._awaited = True
        self.tasks.profile(partial(_state, ground), partial(self._on_state, self._asked, live, ground))

    def _ground(self, live: LivePage) -> PageGround:
        if live.opened.pictures_mark != self._pictures_of:
            self._pictures = Pictures(self.links.media, self._theme)
            self._pictures_of = live.opened.pictures_mark
        page, opened = live.page, live.opened
        if page.kind is PageKind.QUIZ:
            if self._takes_quiz:
                opened = kept_apart(opened, live.mark)
            else:
                page = as_questions(page)
        return PageGround(
            self.tasks,
            self._messages,
            self._theme,
            self._pictures,
            opened,
            live.session,
            page,
            for_author=True,
            begin_at=item_at(live),
        )

    def _on_state(self, asked: int, live: LivePage, ground: PageGround, state: PageState) -> None:
        if asked != self._asked:
            return
        self._awaited = False
        state = without_outdated(state)
        if self._is_changed(live, ground, state):
            return
        before, here, after = stops_around(live)
        view = view_between(here, before, after, ground, state)
        view.entries_changed.connect(self._on_built)
        view.link_activated.connect(self.links.follow)
        view.body.media_wanted.connect(self.links.open_media)
        view.nav.next_wanted.connect(self._on_next)
        view.nav.previous_wanted.connect(self._on_previous)
        self._coming = view
        self._stack.addWidget(view)
        view.prepare(self._stack.size())

    def _is_changed(self, live: LivePage, ground: PageGround, state: PageState) -> bool:
        """Exchange what is new in the page shown, where that is little; False where a page must be built."""
        view, shown = self._view, self._shown
        if view is None or shown is None or not is_same_frame(shown, live):
            return False
        if not view.change(ground, state, over_title(stops_around(live)[1])):
            return False
        self._shown = live
        self._follow(view, live)
        return True

    @Slot()
    def _on_built(self) -> None:
        """Let the new version take the old one's place, at the same place of the page."""
        view, live = self._coming, self._live
        if view is None or live is None or self.sender() is not view:
            return
        old, self._view, self._coming = self._view, view, None
        is_later = old is not None and self._shown is not None and self._shown.page_id == live.page_id
        place = old.position() if old is not None and is_later else view.position()
        had_keyboard = _has_keyboard(old)
        self._shown = live
        self._stack.setCurrentWidget(view)
        view.enter("", place)
        self._drop(old)
        self._show_bar()
        if had_keyboard:
            view.first_focus().setFocus(Qt.FocusReason.OtherFocusReason)
        self._follow(view, live)

    def _follow(self, view: PageView, live: LivePage) -> None:
        """Keep what is being written in view, unless somebody is at work in the page itself."""
        if not _has_keyboard(view):
            follow(view, live)

    def _cancel(self) -> None:
        """Want no page that is on its way any more."""
        self._asked += 1
        self._awaited = False
        self._drop(self._coming)
        self._coming = None

    def _drop(self, view: PageView | None) -> None:
        if view is not None:
            view.leave()
            self._stack.removeWidget(view)
            view.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._build()

    # Leading elsewhere

    @Slot()
    def _on_next(self) -> None:
        if self._shown is not None and self._shown.after is not None:
            self.page_wanted.emit(self._shown.after.file, self._shown.after.line)

    @Slot()
    def _on_previous(self) -> None:
        if self._shown is not None and self._shown.before is not None:
            self.page_wanted.emit(self._shown.before.file, self._shown.before.line)

    # The frame

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._bar = QWidget()
        column.addWidget(self._bar)
        row = QHBoxLayout(self._bar)
        row.setContentsMargins(S16, S4, S8, S4)
        row.setSpacing(S8)
        said = ElidedLabel("meta")
        said.show_text(_("Slik deltakeren ser siden"))
        row.addWidget(said, 1)
        self.quiz_button = button("", "tertiary")
        self.forget_button = button(_("Tøm svarene"), "tertiary")
        row.addWidget(self.quiz_button)
        row.addWidget(self.forget_button)
        self.quiz_button.clicked.connect(self._on_quiz)
        self.forget_button.clicked.connect(self.forget_answers)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._notice = QWidget()
        notice = QVBoxLayout(self._notice)
        notice.setContentsMargins(S16, S16, S16, S16)
        self._reason = label("", "muted")
        notice.addWidget(self._reason)
        notice.addStretch(1)
        self._stack.addWidget(self._notice)
        self._show_bar()

    def _show_bar(self) -> None:
        self._bar.setVisible(self._shown is not None)
        is_quiz = self._shown is not None and self._shown.page.kind is PageKind.QUIZ
        self.quiz_button.setVisible(is_quiz)
        self.quiz_button.setText(_("Vis alle spørsmålene") if self._takes_quiz else _("Prøv quizen"))

    @Slot()
    def _on_quiz(self) -> None:
        """Take the quiz as a participant does, or go back to seeing its questions."""
        self._takes_quiz = not self._takes_quiz
        self._shown = None
        self._build()


# On the profile's thread ---------------------------------------------------------------------------


def _state(ground: PageGround, participant: Participant) -> PageState:
    return participant.on(ground.opened).page_state(ground.page)


def _forget(participant: Participant) -> None:
    assert isinstance(participant, Trial)
    participant.forget()


def _has_keyboard(view: QObject | None) -> bool:
    focused = QApplication.focusWidget()
    return isinstance(view, PageView) and focused is not None and view.isAncestorOf(focused)
