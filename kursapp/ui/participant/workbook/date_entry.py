"""A day: typed as people in Norway type it, or picked in a calendar."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from kursapp.domain.days import local_day
from kursapp.domain.typed import read_date
from kursapp.services.clock import SystemClock
from kursapp.ui import i18n
from kursapp.ui.i18n import _, day
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import icon_button
from kursapp.ui.widgets.text import label, set_role

_LOCALES = {"nb": "nb_NO", "nn": "nn_NO", "en": "en_GB"}


class _Line(QLineEdit):
    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class DateEntry(QWidget):
    """``picked`` tells the day when it is another, None where it is taken away; what cannot be read is said."""

    picked = Signal(object)

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._day: date | None = None
        self.field = _Line()
        self.field.setPlaceholderText(_("dd.mm.åååå"))
        self.open = icon_button(theme, "calendar", "")
        self.error = label("", "error")
        self.error.hide()
        self._menu: QMenu | None = None
        self.calendar: QCalendarWidget | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S4)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(scale.S4)
        row.addWidget(self.field, 1)
        row.addWidget(self.open)
        column.addWidget(self.error)
        self.rename(name)
        self.field.left.connect(self._take)
        self.field.returnPressed.connect(self._take)
        self.field.textEdited.connect(self._on_edited)
        self.open.clicked.connect(self.open_calendar)

    def rename(self, name: str) -> None:
        """Call the field what it is the day of."""
        self.field.setAccessibleName(name)
        self.open.rename(_("Velg i kalender: {name}").format(name=name))

    def day(self) -> date | None:
        """Return the day that stands; the last that could be read."""
        return self._day

    def set_day(self, value: date | None) -> None:
        """Show a day, without telling anyone."""
        self._day = value
        self.field.setText("" if value is None else day(value))
        self._say("")

    @Slot()
    def open_calendar(self) -> None:
        """Show a month to pick from; Esc puts it away."""
        self._make_calendar()
        assert self._menu is not None
        assert self.calendar is not None
        shown = self._day or local_day(SystemClock().now())
        self.calendar.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self._menu.popup(self.open.mapToGlobal(self.open.rect().bottomLeft()))
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _make_calendar(self) -> None:
        calendar = QCalendarWidget()
        calendar.setLocale(QLocale(_LOCALES.get(i18n.language(), "nb_NO")))
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        calendar.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames)
        calendar.setAccessibleName(self.field.accessibleName())
        calendar.setMinimumSize(self._theme.px(320), self._theme.px(280))
        self._dress(calendar)
        calendar.activated.connect(self._on_activated)
        calendar.clicked.connect(self._on_activated)
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = QMenu(self)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(calendar)
        self._menu.addAction(action)
        self.calendar = calendar

    def _dress(self, calendar: QCalendarWidget) -> None:
        """Let weekends and arrows be in the theme's colours, not in Qt's own red and black."""
        words = QTextCharFormat()
        words.setForeground(self._theme.color("text"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, words)
        self._dress_arrow(calendar, "qt_calendar_prevmonth", "chevron-left", _("Forrige måned"))
        self._dress_arrow(calendar, "qt_calendar_nextmonth", "chevron-right", _("Neste måned"))

    def _dress_arrow(self, calendar: QCalendarWidget, name: str, icon: str, words: str) -> None:
        arrow = calendar.findChild(QToolButton, name)
        if arrow is not None:
            arrow.setIcon(self._theme.icon(icon, "text"))
            arrow.setAccessibleName(words)
            arrow.setToolTip(words)

    @Slot(QDate)
    def _on_activated(self, chosen: QDate) -> None:
        if self._menu is not None:
            self._menu.hide()
        value = date(chosen.year(), chosen.month(), chosen.day())
        self.field.setFocus()
        self.field.setText(day(value))
        self._take()

    @Slot()
    def _on_edited(self) -> None:
        self._say("")

    @Slot()
    def _take(self) -> None:
        text = self.field.text().strip()
        value = read_date(text) if text else None
        if text and value is None:
            self._say(_("Skriv en dato, for eksempel 9. mars 2026."))
            return
        if value is not None:
            self.field.setText(day(value))
        self._say("")
        if value != self._day:
            self._day = value
            self.picked.emit(value)

    def _say(self, words: str) -> None:
        if words and words != self.error.text():
            announce(self, words)
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.field.setAccessibleDescription(words)
        set_role(self.field, "state", "error" if words else "")
