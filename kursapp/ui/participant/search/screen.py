"""The Søk screen: what is typed is looked for at once, and a hit opens at the very place."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from kursapp.domain.search_hit import Found, Hit
from kursapp.services.changes import Changes
from kursapp.ui.actions import Actions
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, n_
from kursapp.ui.navigation import Location, Navigator, search
from kursapp.ui.participant.search.asking import Asking, Query
from kursapp.ui.participant.search.hit_list import ROWS_A_PAGE, WIDEST, HitList, spoken
from kursapp.ui.participant.search.hit_words import Group, groups, place_of
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.list_keys import ListKeys
from kursapp.ui.widgets.menu_box import MenuBox
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

LONGEST = 500
WIDE = 4000
LOW = 400
"""The screen's height, at 100 %, below which its heading is left out: the bar above says it too."""
SPOKEN_AFTER_MILLISECONDS = 700


class SearchScreen(Screen):
    """A line to type on, what to narrow it to, and what was found. What is looked for is written nowhere."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, actions: Actions) -> None:
        super().__init__()
        self._courses, self._navigator, self._theme = courses, navigator, theme
        self._asking = Asking(tasks, courses, self)
        self._asking.answered.connect(self._on_answer)
        self._groups = groups()
        self._is_new = True
        self._is_back = False
        self.field = QLineEdit()
        self.kinds = QButtonGroup(self)
        self.course = MenuBox((), _("Kurs"), _("Alle kurs"))
        self.told = label("", "muted")
        self.list = HitList(theme)
        self.nothing = QWidget()
        self.widen = button(_("Søk i alt"))
        self._spoken = QTimer(self)
        self._spoken.setSingleShot(True)
        self._spoken.setInterval(SPOKEN_AFTER_MILLISECONDS)
        self._spoken.timeout.connect(self._speak)
        self._lay_out()
        self._connect()
        theme.dress(self, "35-search")
        actions.add(self, "search-find", _("Endre søket"), QKeySequence.StandardKey.Find, self._to_field, _("Søk"))

    # What the window asks

    def title(self) -> str:
        return _("Søk")

    def enter(self, location: Location) -> None:
        self._show_courses()
        if location.target:
            # The path remembers that one was here, not what for.
            self._navigator.replace(search())
            self._widen()
            self.field.setText(location.target)
        self._ask(is_new=False)

    def leave(self) -> None:
        """Nothing is typed here that is to be saved."""

    def refresh(self, changes: Changes) -> None:
        self._ask(is_new=False)

    def regions(self) -> tuple[QWidget, ...]:
        return (self._head, self.list)

    def first_focus(self) -> QWidget | None:
        if not self.list.isHidden() and self.list.hit() is not None and self._is_back:
            return self.list
        return self.field

    # Asking

    def query(self) -> Query:
        """Return what is looked for."""
        return Query(self.field.text()[:LONGEST], self._group().kinds, self.course.value())

    def _group(self) -> Group:
        return self._groups[max(self.kinds.checkedId(), 0)]

    @property
    def is_settled(self) -> bool:
        """Say whether nothing more will come to what is looked for now."""
        return self._asking.is_settled

    @Slot()
    def _on_query(self) -> None:
        self._is_back = False
        self._ask(is_new=True)

    def _ask(self, *, is_new: bool) -> None:
        self._is_new = self._is_new or is_new
        query = self.query()
        self._asking.ask(query)
        if not query.asks:
            self._is_new = True
            self.list.show_hits((), keep=False)
            self._tell("")
            self._show_state(Found(), asked=False)

    @Slot(object)
    def _on_answer(self, found: Found) -> None:
        keep, self._is_new = not self._is_new, False
        self.list.show_hits(found.hits, keep=keep)
        self._tell(self._count(found))
        self._show_state(found, asked=True)

    def _count(self, found: Found) -> str:
        shown, total = len(found.hits), found.total
        if not total:
            told = "" if found.complete and self._asking.is_settled else _("Leter …")
        elif total > shown:
            told = _("De {shown} beste av {total} treff").format(shown=shown, total=total)
        else:
            told = n_("{n} treff", "{n} treff", total).format(n=total)
        if found.complete:
            return told
        still = _("Kursene leses første gang, {n} % er lest. Flere treff kan komme.").format(
            n=round(found.indexed * 100)
        )
        return f"{told}. {still}" if total else still

    def _show_state(self, found: Found, *, asked: bool) -> None:
        """Show the hits, that there are none, or what one can find here."""
        none = asked and not found.hits and found.complete and self._asking.is_settled
        self.list.setVisible(bool(found.hits))
        self.nothing.setVisible(none)
        self._help.setVisible(not asked)
        self._rest.setVisible(not found.hits)
        if none:
            self._none_title.setText(_("Ingen treff på «{words}»").format(words=self.field.text().strip()[:60]))
            self.widen.setVisible(self.query() != Query(self.query().words))

    # What is said

    def _tell(self, told: str) -> None:
        self.told.setText(told)
        self.told.setVisible(bool(told))
        self._spoken.start()

    @Slot()
    def _speak(self) -> None:
        """Say how it went once the typing rests."""
        if self.isVisible():
            announce(self.field, self.told.text() if not self.nothing.isVisible() else self._none_title.text())

    # Going

    @Slot(object)
    def _open(self, hit: Hit) -> None:
        self._is_back = True
        self._navigator.go(place_of(hit, self._is_here))

    def _is_here(self, course_id: str) -> bool:
        return self._courses.get(course_id) is not None

    @Slot()
    def _to_field(self) -> None:
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    @Slot()
    def _widen(self) -> None:
        """Look in everything again."""
        first = self.kinds.button(0)
        first.setChecked(True)
        self.course.set_value("")
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _show_courses(self) -> None:
        chosen = self.course.value()
        shelf = [opened.course for opened in self._courses.shelf()]
        self.course.blockSignals(True)
        self.course.show_entries([(course.id, course.title) for course in shelf])
        self.course.set_value(chosen)
        self.course.blockSignals(False)
        self.course.setVisible(len(shelf) > 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if self.field.hasFocus():
                self.field.clear()
            self._to_field()
        else:
            super().keyPressEvent(event)

    @Slot(int)
    def _on_step(self, rows: int) -> None:
        self.list.step(rows)
        hit = self.list.hit()
        if hit is not None:
            announce(self.list, spoken(hit))

    # The frame

    def _lay_out(self) -> None:
        self._head = QWidget()
        head = QVBoxLayout(self._head)
        head.setContentsMargins(scale.S32, scale.S24, scale.S32, scale.S8)
        head.setSpacing(scale.S12)
        self._heading = label(_("Søk"), "h1")
        head.addWidget(self._heading)
        self.field.setMaxLength(LONGEST)
        self.field.setPlaceholderText(_("Skriv det du leter etter"))
        self.field.setAccessibleName(_("Søk i kursene, ordlista og det du selv har skrevet"))
        head.addWidget(self.field)
        row = QHBoxLayout()
        head.addLayout(row)
        row.setSpacing(scale.S12)
        row.addWidget(self._make_kinds(), 3)
        row.addWidget(self.course, 2)
        head.addWidget(self.told)
        # As wide as the screen, so that it begins where the heading does.
        self._rest = Column(self._theme, WIDE)
        self._rest.set_margins(scale.S32, scale.S8, scale.S32, scale.S24)
        self._help = self._make_help()
        self._make_nothing()
        self._rest.column.addWidget(self._help)
        self._rest.column.addWidget(self.nothing)
        self._rest.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self.list, 1)
        column.addWidget(self._rest, 1)

    def _make_kinds(self) -> Flow:
        flow = Flow()
        for number, group in enumerate(self._groups):
            choice = QToolButton()
            choice.setText(group.name)
            choice.setCheckable(True)
            choice.setChecked(number == 0)
            choice.setProperty("look", "framed")
            choice.setAccessibleName(_("Vis bare: {kind}").format(kind=group.name) if number else _("Vis alt"))
            self.kinds.addButton(choice, number)
            flow.add(choice)
        return flow

    def _make_help(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        column.addWidget(label(_("Her finner du igjen det du har lest og skrevet"), "h3"))
        for words in (
            _("Det søkes i kurstekstene, ordlista, notatene dine, refleksjonene, arbeidsboka og planen."),
            _("Du trenger ikke skrive hele ordet: «frist» finner også «fristen» og «meldefristen»."),
            _("Sett hermetegn rundt ord som skal stå sammen: «barnets beste»."),
            _("Det du har skrevet, og det du søker etter, forlater aldri maskinen."),
        ):
            column.addWidget(label(words, "muted"))
        return made

    def _make_nothing(self) -> None:
        column = QVBoxLayout(self.nothing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        self._none_title = label("", "h3")
        column.addWidget(self._none_title)
        column.addWidget(label(_("Prøv færre ord, eller bare begynnelsen av et ord."), "muted"))
        add_button_row(column, self.widen)
        self.nothing.hide()

    def _connect(self) -> None:
        keys = ListKeys(self.field, ROWS_A_PAGE)
        keys.stepped.connect(self._on_step)
        keys.taken.connect(self.list.open_chosen)
        self.field.textChanged.connect(self._on_query)
        self.kinds.idToggled.connect(self._on_kind)
        self.course.currentIndexChanged.connect(self._on_query)
        self.list.opened.connect(self._open)
        self.widen.clicked.connect(self._widen)
        self._courses.changed.connect(self._show_courses)
        self._rest.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._rest.setAccessibleName(_("Om søket"))
        self._theme.changed.connect(self._fit)
        self._fit()

    @Slot(int, int)
    def _on_range(self, _least: int, most: int) -> None:
        """Let the keyboard come to what is said, where all of it cannot be seen at once."""
        self._rest.setFocusPolicy(Qt.FocusPolicy.TabFocus if most else Qt.FocusPolicy.NoFocus)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Keep lines short enough to read; where the window is low the hits need the room the heading takes."""
        widest = self._theme.px(WIDEST)
        self._head.setMaximumWidth(widest + 2 * scale.S32)
        self._help.setMaximumWidth(widest)
        self.nothing.setMaximumWidth(widest)
        self._heading.setVisible(self.height() >= self._theme.px(LOW))

    @Slot(int, bool)
    def _on_kind(self, _number: int, chosen: bool) -> None:
        if chosen:
            self._on_query()
