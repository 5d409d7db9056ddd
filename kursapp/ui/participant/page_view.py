"""One page in its reading column: heading, body, Neste and Forrige, all scrolling together."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from kursapp.domain.course import Rich
from kursapp.domain.page_items import blocks_of
from kursapp.domain.record import Position
from kursapp.services.participant import PageState
from kursapp.ui.participant.page_anchor import PageAnchor
from kursapp.ui.participant.page_body import NavLook, PageBody
from kursapp.ui.participant.page_entries import Entry, entries_of
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.page_nav import PageNav
from kursapp.ui.participant.page_position import focus_again, keep_order, top_of, with_focus
from kursapp.ui.participant.page_terms import PageTerms
from kursapp.ui.theme.scale import H1, READING_WIDTH, S8, S16, S24, S32, S48, SEMIBOLD
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text import label

# How long building may hold the window in one go, and what is built before a page is first shown.
SLICE_MILLISECONDS = 8
PARTS_AT_ONCE = 2
END_MILLISECONDS = 1200


class PageView(QScrollArea):
    """A page. ``moved`` when the reading place has been still for a moment, ``end_seen`` when its foot has been.

    ``spot_wanted`` when one has come to a spot in its words (``navigation.of_spot`` tells what kind), ``escaped`` for
    an Esc that nothing on the page had use for.
    """

    link_activated = Signal(str)
    moved = Signal()
    end_seen = Signal()
    entries_changed = Signal()
    spot_wanted = Signal(str)
    escaped = Signal()

    def __init__(self, ground: PageGround, body: PageBody, over: str, nav: PageNav) -> None:
        super().__init__()
        self.ground = ground
        self.body = body
        self.nav = nav
        self._narrow = False
        self._width = READING_WIDTH
        self._measured = 0
        self._built = False
        self._seen_end = False
        self.was_shown = False
        self._target = ""
        self._items = [block.id for block in blocks_of(ground.page) if hasattr(block, "id")]
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(ground.page.title)
        self.setProperty("noRing", True)
        self._content = QWidget()
        self._lay_out(over)
        self.setWidget(self._content)
        self.terms = PageTerms(ground.opened.course, ground.theme, self._content)
        self._building = self._timer(0, self._build_slice)
        self.anchor = PageAnchor(self, body, self._is_done)
        self._at_end = self._timer(END_MILLISECONDS, self._on_end)
        self._connect()

    @property
    def is_built(self) -> bool:
        """Say whether every part of the page has been built."""
        return self._built

    def _is_done(self) -> bool:
        return self._built

    # Building

    def build_first(self) -> None:
        """Build what is seen first; the rest follows when the window has nothing else to do."""
        for _part in range(PARTS_AT_ONCE):
            self.body.build_next()
        self._building.start()

    def build_all(self) -> None:
        """Build all that is left, now."""
        while self.body.build_next():
            pass
        self._on_built()

    def prepare(self, size: QSize) -> None:
        """Build the page while it is hidden, dressed and measured for the size it will have."""
        self.resize(size)
        self._fit()
        self.build_first()

    @Slot()
    def _build_slice(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self.body.build_next():
            if not self.isVisible():
                self._measure()
            if clock.elapsed() >= SLICE_MILLISECONDS:
                self._building.start()
                return
        self._on_built()

    def change(self, ground: PageGround, state: PageState, over: str) -> bool:
        """Show the page as it has been written since, at the same place; False where a new view is to be made."""
        self.anchor.hold_here()
        if not self._built or not self.body.change(ground, state):
            return False
        self.ground = ground
        self._over.setText(over)
        self._items = [block.id for block in blocks_of(ground.page) if hasattr(block, "id")]
        self._measured = min(self._measured, len(self.body.parts()))
        keep_order(self, self.body, (self.nav.next_button, self.nav.previous_button))
        self.entries_changed.emit()
        return True

    def _measure(self) -> None:
        """Do now, while there is time, what showing the page would otherwise wait for."""
        parts = self.body.parts()
        for part in parts[self._measured :]:
            for widget in (part.widget, *part.widget.findChildren(QWidget)):
                widget.ensurePolished()
            part.widget.heightForWidth(max(self._width, part.widget.width()))
        self._measured = len(parts)

    def _lay_out_hidden(self) -> None:
        """Let Qt lay the whole page out while it is hidden: otherwise that waits until the page is shown."""
        self.grab(QRect(0, 0, 1, 1))

    def _on_built(self) -> None:
        if self._built:
            return
        self._built = True
        self._building.stop()
        self._show_nav()
        if not self.isVisible():
            self._lay_out_hidden()
        self._look_for_end()
        self.entries_changed.emit()

    # Showing

    def enter(self, target: str, position: Position, spot: str = "") -> None:
        """Show the page at an item, or where one last stood; then ask for the ``spot`` in its words to be shown."""
        self.was_shown = True
        self._target = target
        self._build_to(target or position.item, 0 if target else position.block)
        self.body.enter(target)
        view = self.body.item(target) if target else None
        if view is not None:
            self.anchor.hold_widget(view)
        else:
            self.anchor.hold(Position() if target else position)
        if spot:
            self.spot_wanted.emit(spot)

    def came_for(self) -> QWidget | None:
        """Return the view of the item one came for at the last entry, None where it was none, or it is not built."""
        return self.body.item(self._target) if self._target else None

    def leave(self) -> None:
        """Save what is unsaved, now."""
        self.terms.dismiss()
        self.body.leave()

    def position(self) -> Position:
        """Return the exact place: what stands at the top, and the field the keyboard is in."""
        return with_focus(self.anchor.place(), self.body, self._items)

    def first_focus(self) -> QWidget:
        """Return what gets the keyboard: the field it was in, else the body's own wish, else the page."""
        return focus_again(self.body, self.anchor.place()) or self.body.first_focus() or self

    def entries(self) -> list[Entry]:
        """Return the headings and items of the page, as far as it is built."""
        return entries_of(self.body)

    def show_entry(self, entry: Entry) -> None:
        """Bring a heading or an item to the top of the view, and the keyboard with it."""
        part = self.body.parts()[entry.part]
        self.verticalScrollBar().setValue(top_of(self, part) + entry.top - S16)
        focus_first = getattr(part.widget, "focus_first", part.widget.setFocus)
        focus_first()

    @Slot(object)
    def show_part(self, widget: QWidget) -> None:
        """Bring a part of the page that has just been put there to the top of the view."""
        self.anchor.hold_widget(widget)

    def _build_to(self, target: str, block: int) -> None:
        """Build at least down to the place that is to be shown."""
        while not self._reaches(target, block) and self.body.build_next():
            pass

    def _reaches(self, target: str, block: int) -> bool:
        if target and target in self._items:
            return self.body.item(target) is not None
        parts = self.body.parts()
        return bool(parts) and parts[-1].block >= block

    @Slot()
    def _show_nav(self) -> None:
        look = self.body.nav_look()
        self.nav.set_main(look is NavLook.NEXT)
        self._nav_row.setVisible(self._built and look is not NavLook.HIDDEN)

    # Laying out

    def _lay_out(self, over: str) -> None:
        ground = self.ground
        self._column = QVBoxLayout(self._content)
        self._column.setSpacing(S24)
        self._head = QHBoxLayout()
        self._column.addLayout(self._head)
        head = QVBoxLayout()
        self._head.addLayout(head)
        head.setSpacing(S8)
        self._over = label(over, "meta")
        self._over_row = QHBoxLayout()
        head.addLayout(self._over_row)
        self._over_row.addWidget(self._over, 1)
        self.title = RichLabel(Rich(plain=ground.page.title), ground.theme, ground.pictures, px=H1, weight=SEMIBOLD)
        head.addWidget(self.title)
        self._body_row = QHBoxLayout()
        self._column.addLayout(self._body_row)
        self._body_row.addWidget(self.body)
        self._nav_row = QWidget()
        self._foot = QHBoxLayout(self._nav_row)
        self._foot.addWidget(self.nav)
        self._nav_row.setVisible(False)
        self._column.addWidget(self._nav_row)
        self._column.addStretch(1)
        self._content.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.anchor.hold_here()
        self._fit()
        super().resizeEvent(event)

    @Slot()
    def _on_theme(self) -> None:
        self.anchor.hold_here()
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Centre a column of at most the reading width; a narrow one has narrow gutters.

        The column is as wide with a scroll bar as without, so that no text is laid out twice.
        """
        full = self.ground.theme.px(READING_WIDTH)
        bar = self.verticalScrollBar().sizeHint().width()
        room = self.width() - bar
        self._width = min(room - 2 * S8, full)
        side = max((room - self._width) // 2, S8)
        narrow = self._width < full - S48
        right = max(self.viewport().width() - side - self._width, 0)
        self._column.setContentsMargins(0, S32, 0, S48)
        inset = Reach.WORDS.inset(narrow=narrow)
        self._head.setContentsMargins(side + inset, 0, right + inset, 0)
        self._foot.setContentsMargins(side + inset, S8, right + inset, 0)
        keeps_sides = self.body.set_sides(side, right)
        self._body_row.setContentsMargins(0 if keeps_sides else side, 0, 0 if keeps_sides else right, 0)
        if narrow != self._narrow:
            self._narrow = narrow
            self.body.set_narrow(narrow)

    def add_to_head(self, *tools: QWidget) -> None:
        """Put buttons that are about the page above its title, at the right."""
        for tool in tools:
            self._over_row.addWidget(tool)

    # What happens

    def _connect(self) -> None:
        self.body.link_activated.connect(self._on_link)
        self.body.link_hovered.connect(self.terms.hover)
        self.body.nav_changed.connect(self._show_nav)
        self.body.shown_part.connect(self.show_part)
        self.anchor.moved.connect(self.moved)
        self.verticalScrollBar().valueChanged.connect(self._look_for_end)
        self.verticalScrollBar().rangeChanged.connect(self._look_for_end)
        self.ground.theme.changed.connect(self._on_theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        if event.key() == Qt.Key.Key_Escape:
            if not self.terms.dismiss():
                self.escaped.emit()
            return
        if not event.modifiers() and self._pick(event.key() - int(Qt.Key.Key_0)):
            return
        page = bar.pageStep() - S48
        upwards = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        to = {
            Qt.Key.Key_Home: bar.minimum(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + (-page if upwards else page),
            Qt.Key.Key_PageDown: bar.value() + page,
            Qt.Key.Key_PageUp: bar.value() - page,
            Qt.Key.Key_Down: bar.value() + S48,
            Qt.Key.Key_Up: bar.value() - S48,
        }.get(Qt.Key(event.key()))
        if to is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
            return
        bar.setValue(to)

    def _pick(self, number: int) -> bool:
        """Let the keys 1–9 pick an option of the first question in view, also before the keyboard is in it."""
        if not 1 <= number <= 9:
            return False
        seen = [part.widget for part in self.body.parts() if not part.widget.visibleRegion().isEmpty()]
        return any(widget.pick(number) for widget in seen if isinstance(widget, QuestionView))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.terms.dismiss()
        super().mousePressEvent(event)

    @Slot()
    def _look_for_end(self) -> None:
        bar = self.verticalScrollBar()
        if self._built and not self._seen_end and self.isVisible() and bar.value() >= bar.maximum() - S48:
            self._at_end.start()

    @Slot()
    def _on_end(self) -> None:
        bar = self.verticalScrollBar()
        if self.isVisible() and not self._seen_end and bar.value() >= bar.maximum() - S48:
            self._seen_end = True
            self.end_seen.emit()

    @Slot(str)
    def _on_link(self, href: str) -> None:
        if not self.terms.open(href):
            self.link_activated.emit(href)

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer
