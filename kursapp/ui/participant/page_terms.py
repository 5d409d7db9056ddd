"""Glossary terms on a page: what opens their explanation, and where it stands."""

from __future__ import annotations

from urllib.parse import unquote

from PySide6.QtCore import QObject, QPoint, QRect, QTimer, Signal, Slot
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QApplication, QWidget

from kursapp.domain.course import Course, Term
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.course_document import TERM_SCHEME
from kursapp.ui.widgets.glossary_popover import GlossaryPopover
from kursapp.ui.widgets.prose_view import ProseView

REST_MILLISECONDS = 350
GONE_MILLISECONDS = 250


def term_of(course: Course, href: str) -> Term | None:
    """Return the glossary entry an address ``begrep:TERM`` names, None for other addresses and unknown terms."""
    scheme, _colon, name = href.partition(":")
    if scheme != TERM_SCHEME:
        return None
    wanted = unquote(name).casefold()
    return next((term for term in course.glossary if term.term.casefold() == wanted), None)


class PageTerms(QObject):
    """Explains the terms of one page in a box over ``content``, the part of the page that scrolls.

    ``more_wanted`` asks for the whole of what there is on a term, where somebody offers it (``offer_more``).
    """

    more_wanted = Signal(str)

    def __init__(self, course: Course, theme: Theme, content: QWidget) -> None:
        super().__init__(content)
        self._course = course
        self._content = content
        self._theme = theme
        self._offers_more = False
        self._box: GlossaryPopover | None = None
        self._hovered = ""
        self._rest = self._timer(REST_MILLISECONDS, self._show_hovered)
        self._gone = self._timer(GONE_MILLISECONDS, self._hide_hovered)

    @property
    def popover(self) -> GlossaryPopover:
        """The box, made when it is first needed: on most pages nobody asks for a term."""
        if self._box is None:
            self._box = GlossaryPopover(self._theme, self._content)
            self._box.more_wanted.connect(self.more_wanted)
            if self._offers_more:
                self._box.offer_more()
        return self._box

    def offer_more(self) -> None:
        """Offer the glossary in the box."""
        self._offers_more = True

    def open(self, href: str) -> bool:
        """Explain a term that was clicked, or followed by Enter; False for an address that is no term."""
        term = term_of(self._course, href)
        if term is None:
            return False
        self._rest.stop()
        self.popover.explain(term, self._beside(href), hold=True)
        return True

    @Slot(str)
    def hover(self, href: str) -> None:
        """Take note of what the mouse rests on; an empty address when it has left."""
        self._hovered = href
        if term_of(self._course, href) is not None:
            self._gone.stop()
            self._rest.start()
        else:
            self._rest.stop()
            self._gone.start()

    def dismiss(self) -> bool:
        """Close the explanation; say whether one was open."""
        if self._box is None or self._box.isHidden():
            return False
        self._box.dismiss()
        return True

    def take_away(self) -> None:
        """Close the explanation for good: ``content`` goes on to show something else."""
        self.dismiss()
        if self._box is not None:
            self._box.deleteLater()
        self.deleteLater()

    @Slot()
    def _show_hovered(self) -> None:
        term = term_of(self._course, self._hovered)
        if term is not None and not self.popover.is_held():
            self.popover.explain(term, self._beside(self._hovered), hold=False)

    @Slot()
    def _hide_hovered(self) -> None:
        box = self._box
        if box is not None and not box.is_held() and not box.underMouse():
            box.dismiss()

    def _beside(self, href: str) -> QRect:
        """Return where the term stands, in the content's coordinates: its link, else what has the keyboard or mouse."""
        for view in self._content.findChildren(ProseView):
            place = view.link_rect(href)
            if place is not None:
                return QRect(view.mapTo(self._content, place.topLeft()), place.size())
        focused = QApplication.focusWidget()
        if focused is not None and self._content.isAncestorOf(focused):
            return QRect(focused.mapTo(self._content, QPoint(0, 0)), focused.size())
        return QRect(self._content.mapFromGlobal(QCursor.pos()), self._content.mapFromGlobal(QCursor.pos()))

    def _timer(self, milliseconds: int, slot: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer
