"""What a term means, told beside the word: on click, on Enter, or when the mouse rests on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from kursapp.domain.course import Term
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button, icon_button
from kursapp.ui.widgets.text import label

WIDTH = 360
GAP = 6


class GlossaryPopover(QFrame):
    """A small box over the page. Opened by click or Enter it takes the keyboard, and Esc gives it back.

    Opened by the mouse alone it takes nothing, and goes when the mouse does. ``more_wanted`` asks for the whole of what
    there is on a term, where somebody offers it (``offer_more``).
    """

    closed = Signal()
    more_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._theme = theme
        self._before: QWidget | None = None
        self.setProperty("look", "popover")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._term = label("", "strong")
        self._explanation = label()
        self._others = label("", "meta")
        self._close = icon_button(theme, "x", _("Lukk forklaringen"))
        # Esc closes it; a click on the cross must not count as going elsewhere.
        self._close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._close.clicked.connect(self.dismiss)
        self._name = ""
        self.more = button(_("Se i ordlista"), "tertiary")
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.more.installEventFilter(self)
        self.more.clicked.connect(self._on_more)
        self.more.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 8, 16)
        column.setSpacing(4)
        head = QHBoxLayout()
        column.addLayout(head)
        head.addWidget(self._term, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self._explanation)
        column.addWidget(self._others)
        more = QHBoxLayout()
        column.addLayout(more)
        more.setContentsMargins(0, 4, 0, 0)
        more.addWidget(self.more)
        more.addStretch(1)
        self.hide()

    def offer_more(self) -> None:
        """Offer the glossary from now on."""
        self.more.show()

    def term(self) -> str:
        """Return the term explained now, empty while nothing is shown."""
        return "" if self.isHidden() else self._term.text()

    def explain(self, term: Term, beside: QRect, *, hold: bool) -> None:
        """Show a term beside ``beside`` (in the parent's coordinates); ``hold``: keep it until it is dismissed."""
        self._name = term.term
        self._term.setText(term.term[:1].upper() + term.term[1:])
        self._explanation.setText(term.explanation)
        others = [_("Nynorsk: {word}").format(word=term.nynorsk)] if term.nynorsk else []
        others += [_("Engelsk: {word}").format(word=term.english)] if term.english else []
        self._others.setText(" · ".join(others))
        self._others.setVisible(bool(others))
        words = f"{term.term}: {term.explanation}"
        self.setAccessibleName(words)
        self._close.setVisible(hold)
        self._place(beside)
        self.show()
        self.raise_()
        if hold:
            self._hold(words)

    def is_held(self) -> bool:
        """Say whether it was opened by click or Enter and waits to be dismissed."""
        return not self.isHidden() and not self._close.isHidden()

    def dismiss(self) -> None:
        """Close it, and give the keyboard back to what had it."""
        if self.isHidden():
            return
        before, self._before = self._before, None
        self.hide()
        if before is not None:
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.dismiss()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._let_go()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.more and event.type() is QEvent.Type.FocusOut:
            self._let_go()
        return super().eventFilter(watched, event)

    def _let_go(self) -> None:
        """Go when the keyboard has gone elsewhere; from the box to its button it is still here."""
        new = QApplication.focusWidget()
        if new is None or (new is not self and not self.isAncestorOf(new)):
            self._before = None
            self.dismiss()

    @Slot()
    def _on_more(self) -> None:
        self.dismiss()
        self.more_wanted.emit(self._name)

    def _hold(self, words: str) -> None:
        self._before = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        announce(self, words)

    def _place(self, beside: QRect) -> None:
        over = self._over
        width = min(self._theme.px(WIDTH), over.width() - 2 * GAP)
        layout = self.layout()
        assert layout is not None
        height = layout.totalHeightForWidth(width)
        self.resize(width, height)
        left = max(GAP, min(beside.left(), over.width() - width - GAP))
        below = beside.bottom() + GAP
        above = beside.top() - GAP - height
        top = below if below + height <= over.height() or above < 0 else above
        self.move(QPoint(left, top))
