"""One product or reflection in the workbook, to be read and written on, with room for wide tables."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from kursapp.domain.record import Position
from kursapp.services.changes import TAKEN_BACK, Change, Changes
from kursapp.services.keepsake import workbook_keepsake
from kursapp.services.participant import PageState
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _, language, n_
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, page, workbook, workbook_history
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_items import PageItems
from kursapp.ui.participant.page_links import Leaving
from kursapp.ui.participant.page_terms import PageTerms
from kursapp.ui.participant.workbook.reading import Piece, WorkReader, reflections_of
from kursapp.ui.participant.workbook.said_view import SaidView
from kursapp.ui.participant.workbook.taking import Make, TakingView
from kursapp.ui.participant.workbook.words import kind_words
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.item_card import ItemCard
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label
from kursapp.ui.widgets.workbook_view import WorkbookView

COURSE_SCHEME = "kurs"
PRODUCT_WIDTH = 1080
CARD_WIDTH = scale.READING_WIDTH + 2 * scale.S48
"""How wide a card is that holds no table, in px at 100 %."""
NARROW = 620


class ProductScreen(Screen):
    """Made anew for each item; what is typed is saved as on the item's page."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self._theme, self._messages = theme, messages
        self._reader = WorkReader(tasks, courses, self)
        self._location = Location("workbook-item")
        self._piece: Piece | None = None
        self._items: PageItems | None = None
        self._terms: PageTerms | None = None
        self._leaving = Leaving(self)
        self.card: ItemCard | None = None
        self.said: SaidView | None = None
        self._scroll = Column(theme, PRODUCT_WIDTH, self)
        self._scroll.fill(self)
        self.taking = TakingView(tasks, messages)
        self.versions = button("")
        self.to_page = button(_("Gå til siden i kurset"), "tertiary")
        self.previous = button("", "tertiary")
        self.next = button("", "tertiary")
        self._lay_out()
        self.versions.clicked.connect(self._go_to_versions)
        self.to_page.clicked.connect(self._go_to_page)
        self.previous.clicked.connect(self._go_to_previous)
        self.next.clicked.connect(self._go_to_next)
        courses.changed.connect(self._on_shelf)
        theme.changed.connect(self._fit)

    def _lay_out(self) -> None:
        column = self._scroll.column
        self._scroll.set_margins(scale.S24, scale.S24, scale.S24, scale.S48)
        self._day = label("", "overline")
        self._kind = label("", "meta")
        self._gone = label("", "muted")
        tools = Flow()
        for widget in (self.taking, self.versions, self.to_page):
            tools.add(widget)
        for part in (self._day, self._kind, tools, self._gone):
            column.addWidget(part)
        self._place = QHBoxLayout()
        column.addLayout(self._place)
        self.loose = Card()
        self.loose.hide()
        self._loose_words: SaidView | None = None
        column.addWidget(self.loose)
        self.loose.body.addWidget(label(_("Skrevet i en tidligere utgave av kurset"), "h3"))
        told = _("Kurset har ikke disse feltene lenger. Teksten er din, og kan kopieres.")
        self.loose.body.addWidget(label(told, "muted"))
        way = Flow()
        way.add(self.previous)
        way.add(self.next)
        column.addWidget(way)
        column.addStretch(1)

    def title(self) -> str:
        return _("Arbeidsbok") if self._piece is None else self._piece.item.title

    def trail(self) -> tuple[tuple[str, Location], ...]:
        return ((_("Arbeidsbok"), workbook()),)

    def first_focus(self) -> QWidget | None:
        # The card puts the keyboard where one goes on writing, once it is there (``_show``).
        return None

    def enter(self, location: Location) -> None:
        if location != self._location:
            self._put_away()
        self._location = location
        self._read()

    def leave(self) -> None:
        if self._items is not None:
            self._items.leave()

    def refresh(self, changes: Changes) -> None:
        if changes.touch(TAKEN_BACK) and changes.touch(self._location.target):
            self._read()
        elif Change.FIELDS in changes and changes.touch(self._location.target):
            # What is typed here is here already; that there are more versions now is not.
            self._reader.read_item(self._location.course, self._location.target, self._on_changed)

    @Slot()
    def _on_shelf(self) -> None:
        shown = self._piece.opened if self._piece is not None else None
        if self.isVisible() and (shown is None or shown is not self._courses.get(self._location.course)):
            self._read()

    def _read(self) -> None:
        self._reader.read_item(self._location.course, self._location.target, self._on_piece)

    # What is shown

    @Slot(object)
    def _on_piece(self, piece: Piece | None) -> None:
        if piece is None:
            if self._courses.is_loaded:
                self._navigator.replace(workbook())
                self._navigator.go(workbook())
            return
        if piece.item.item.id != self._location.target or (piece.opened is None and not self._courses.is_loaded):
            # Something else is wanted by now, or the course is still being opened.
            return
        self.leave()
        self._put_away()
        self._piece = piece
        self._show(piece)

    @Slot(object)
    def _on_changed(self, piece: Piece | None) -> None:
        if piece is not None and piece.item.item.id == self._location.target:
            self._piece = piece
            self._show_head(piece)

    def _show(self, piece: Piece) -> None:
        self._show_head(piece)
        if piece.opened is not None and piece.session is not None:
            self._show_card(piece)
        else:
            self.said = SaidView()
            self.said.show_item(piece.item.item, piece.item.parts)
            card = Card()
            card.body.addWidget(label(piece.item.title, "h2"))
            if piece.item.item.stem.plain:
                card.body.addWidget(label(piece.item.item.stem.plain, "muted"))
            card.body.addWidget(self.said)
            self._place.addWidget(card)
            self._fit()
        self._show_loose(piece)
        self.title_changed.emit()
        if self.isVisible():
            self._begin()

    def _begin(self) -> None:
        """Put the keyboard where one goes on writing, or where one can do something with what is only read."""
        if isinstance(self.card, WorkbookView | ReflectionView):
            self.card.focus_first()
        else:
            self.taking.button.setFocus(Qt.FocusReason.OtherFocusReason)
        # Where things stand is known when the layout has been done.
        QTimer.singleShot(0, self, self._show_keyboard)

    @Slot()
    def _show_keyboard(self) -> None:
        """Let what has the keyboard be seen, also where the text is large and the window small."""
        focused = QApplication.focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, scale.S24)

    def _show_head(self, piece: Piece) -> None:
        self._day.setText(" · ".join(each for each in (piece.work.title, piece.item.placed.module_title) if each))
        self._kind.setText(kind_words(piece.item))
        count = len(piece.versions)
        self.versions.setText(n_("{n} tidligere versjon", "{n} tidligere versjoner", count).format(n=count))
        self.versions.setVisible(bool(count))
        self.to_page.setVisible(piece.opened is not None)
        gone = _("Kurset er ikke på maskinen. Det du skrev, står her.")
        dropped = _("Kurset har ikke denne delen lenger. Det du skrev, står her.")
        self._gone.setText(dropped if piece.work.is_here else gone)
        self._gone.setVisible(piece.opened is None)
        self.taking.offer(piece.item.title, self._prepare)
        self._show_way(piece)

    def _show_way(self, piece: Piece) -> None:
        before, after = _beside(piece)
        self.previous.setText(_("Forrige: {title}").format(title=before[1]) if before else "")
        self.next.setText(_("Neste: {title}").format(title=after[1]) if after else "")
        self.previous.setVisible(before is not None)
        self.next.setVisible(after is not None)

    def _show_card(self, piece: Piece) -> None:
        assert piece.opened is not None
        assert piece.session is not None
        item, placed = piece.item.item, piece.item.placed
        pictures = Pictures(piece.opened.media, self._theme)
        here = piece.session.page(placed.page_id)
        ground = PageGround(self._tasks, self._messages, self._theme, pictures, piece.opened, piece.session, here)
        books = {item.id: piece.state} if piece.state is not None else {}
        state = PageState(here.id, True, Position(), {}, {}, reflections_of(piece), books, {}, {})
        self._items = PageItems(ground, state, self)
        self._items.link_activated.connect(self._on_link)
        made = self._items.make(item)
        assert isinstance(made, ItemCard)
        self.card = made
        self._terms = PageTerms(piece.opened.course, self._theme, self._scroll.viewport())
        self._place.addWidget(made)
        self._fit()

    def _show_loose(self, piece: Piece) -> None:
        if self._loose_words is not None:
            self._loose_words.hide()
            self._loose_words.deleteLater()
        self._loose_words = SaidView()
        self._loose_words.show_said(piece.item.left_over)
        self.loose.body.addWidget(self._loose_words)
        self.loose.setVisible(bool(piece.item.left_over))

    def _put_away(self) -> None:
        """Take the item shown off the screen. What was typed has been sent."""
        if self._terms is not None:
            self._terms.take_away()
        if self._items is not None:
            self._items.deleteLater()
        while (shown := self._place.takeAt(0)) is not None:
            widget = shown.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._items, self._terms, self.card, self.said, self._piece = None, None, None, None, None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Give a table all the room there is, and words no longer lines than one can read."""
        room = min(self._scroll.viewport().width() - 2 * scale.S24, self._theme.px(PRODUCT_WIDTH))
        wanted = self.card.width_wanted() if self.card is not None else 0
        width = min(room, max(wanted, self._theme.px(CARD_WIDTH)))
        # Not a widest width of the card's own: Qt would work out its height as if it had all the room.
        self._place.setContentsMargins(0, 0, room - width, 0)
        if self.card is not None:
            self.card.set_narrow(width < self._theme.px(NARROW))

    # Where one can go

    @Slot()
    def _go_to_versions(self) -> None:
        self._navigator.go(workbook_history(self._location.course, self._location.target))

    @Slot()
    def _go_to_page(self) -> None:
        if self._piece is not None:
            placed = self._piece.item.placed
            self._navigator.go(page(self._location.course, placed.session_id, placed.page_id, self._location.target))

    @Slot()
    def _go_to_previous(self) -> None:
        self._go_beside(0)

    @Slot()
    def _go_to_next(self) -> None:
        self._go_beside(1)

    def _go_beside(self, side: int) -> None:
        found = _beside(self._piece)[side] if self._piece is not None else None
        if found is not None:
            self._navigator.go(workbook(self._location.course, found[0]))

    @Slot(str)
    def _on_link(self, href: str) -> None:
        if self._terms is not None and self._terms.open(href):
            return
        scheme, _colon, rest = href.partition(":")
        opened = self._piece.opened if self._piece is not None else None
        if scheme == COURSE_SCHEME and opened is not None:
            session_id, _mark, target = rest.partition("#")
            found = opened.page_of(target)
            session_id, page_id = found if found is not None else (session_id, "")
            self._navigator.go(page(opened.course.id, session_id, page_id, target if target != page_id else ""))
        else:
            self._leaving.ask_about_link(href)

    # Taking it along

    def _prepare(self, then: Callable[[Make], object]) -> None:
        self.leave()
        course, item = self._location.course, self._location.target
        self._reader.read_item(course, item, partial(_hand_over_item, then))


def _hand_over_item(then: Callable[[Make], object], piece: Piece | None) -> None:
    if piece is not None:
        told = piece.work.language or language()
        then(partial(workbook_keepsake, [piece.work], (), piece.today, told, piece.item.item.id))


def _beside(piece: Piece) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    """Return the id and title of the item of the same kind before and after this one, None where there is none."""
    same = [each for each in piece.work.items if each.is_product == piece.item.is_product]
    at = next(number for number, each in enumerate(same) if each.item.id == piece.item.item.id)
    before = (same[at - 1].item.id, same[at - 1].title) if at else None
    after = (same[at + 1].item.id, same[at + 1].title) if at + 1 < len(same) else None
    return before, after
