"""Sjekk: everything found in the course, with its repairs, and the time the course takes."""

from __future__ import annotations

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.author.check_findings import CheckFindings
from kursapp.ui.author.finding_words import count_words
from kursapp.ui.author.findings_work import FindingsWork
from kursapp.ui.author.no_draft import NoDraft
from kursapp.ui.author.workload_view import WorkloadView
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, draft_package, drafts, edit
from kursapp.ui.screen import Screen
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.text import label

FINDINGS, TIME = range(2)


class CheckScreen(Screen):
    """Follows the open draft while it is shown. What is found is what ``kursapp check`` finds."""

    def __init__(self, draft: OpenDraft, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._draft, self._navigator, self._messages = draft, navigator, messages
        self.state = label("", "meta")
        self.tabs = QTabBar()
        self.findings = CheckFindings(theme)
        self.time = WorkloadView(theme)
        self.work = FindingsWork(draft, self.findings.panel)
        self.nothing = NoDraft(navigator)
        self._lay_out()
        self._connect()
        theme.dress(self, "60-author")

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._all = QWidget()
        layout.addWidget(self._all)
        layout.addWidget(self.nothing)
        self.nothing.hide()
        column = QVBoxLayout(self._all)
        column.setContentsMargins(scale.S32, scale.S24, scale.S32, scale.S16)
        column.setSpacing(scale.S8)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(label(_("Sjekk"), "h1", wrap=False))
        head.addStretch(1)
        head.addWidget(self.state)
        self.tabs.addTab(_("Funn"))
        self.tabs.addTab(_("Tid"))
        self.tabs.setAccessibleName(_("Hva som vises"))
        self.tabs.setExpanding(False)
        self.tabs.setDrawBase(False)
        column.addWidget(self.tabs)
        self._stack = QStackedWidget()
        column.addWidget(self._stack, 1)
        self._stack.addWidget(self.findings)
        self._stack.addWidget(self.time)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._on_tab)
        self.findings.panel.line_wanted.connect(self._go_to)
        self.findings.done_wanted.connect(self._on_done)
        self.time.place_wanted.connect(self._go_to_place)
        self.work.told.connect(self._messages.tell)
        self._draft.problems_changed.connect(self._show)
        self._draft.opened.connect(self._show)

    def title(self) -> str:
        return _("Sjekk")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        above = [(_("Kurs"), drafts())]
        if self._draft.card is not None:
            above.append((self._draft.card.title, edit()))
        return tuple(above)

    def regions(self) -> tuple[QWidget, ...]:
        if self._draft.card is None:
            return (self.nothing,)
        return (self.tabs, self._stack)

    def first_focus(self) -> QWidget | None:
        if self._draft.card is None:
            return self.nothing
        return self.findings.first_focus() if self._stack.currentIndex() == FINDINGS else self.time

    def enter(self, location: Location) -> None:
        self._draft.enter(location.course, self._on_entered, self._on_nothing)

    def _on_entered(self) -> None:
        self.nothing.hide()
        self._all.show()
        self.title_changed.emit()
        if not self._draft.is_fresh:
            self._draft.check()
        self._show()

    def _on_nothing(self) -> None:
        self._all.hide()
        self.nothing.show()
        self.title_changed.emit()

    @Slot()
    def _show(self) -> None:
        """Show what is known now; while nobody looks, nothing is built."""
        if not self.isVisible() or self._draft.card is None:
            return
        is_known = self._draft.course is not None or self._draft.refused is not None
        self.state.setText(count_words(self._draft.problems) if is_known else _("Sjekker …"))
        self._stack.setVisible(is_known)
        if not is_known:
            return
        self.tabs.setTabText(FINDINGS, _("Funn ({n})").format(n=len(self._draft.problems)))
        course = self._draft.course.course if self._draft.course is not None and self._draft.refused is None else None
        self.findings.show_problems(self._draft.problems, course)
        self.tabs.setTabVisible(TIME, course is not None)
        if course is not None:
            self.time.show_course(course)

    @Slot(int)
    def _on_tab(self, tab: int) -> None:
        self._stack.setCurrentIndex(tab)

    @Slot(object)
    def _go_to(self, found: Problem) -> None:
        if found.file:
            self._navigator.go(edit("", found.file, found.line))

    @Slot(str, str)
    def _go_to_place(self, file: str, page: str) -> None:
        place = self._draft.course.place_of(page) if page and self._draft.course is not None else None
        self._navigator.go(edit("", *(place or (file, 1))))

    @Slot()
    def _on_done(self) -> None:
        self._navigator.go(draft_package())
