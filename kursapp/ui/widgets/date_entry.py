"""A day to be typed, as one writes it."""

from __future__ import annotations

from datetime import date

from kursapp.domain.typed import read_date
from kursapp.ui.i18n import _, day
from kursapp.ui.widgets.entry import Entry


class DateEntry(Entry):
    """A day, typed as one writes it."""

    def __init__(self, question: str, hint: str = "") -> None:
        super().__init__(question, "", hint)
        self.field.setMaxLength(40)

    def value(self) -> date | None:
        """Return the day, None where what stands there is none."""
        return read_date(self.text())

    def show_day(self, value: date) -> None:
        """Put a day on the line."""
        self.field.setText(day(value))

    def is_answered(self) -> bool:
        """Say whether there is a day; where there is none, say how one is written."""
        missing = "" if self.value() is not None else _("Skriv en dato, for eksempel 9. mars 2026.")
        self.show_error(missing)
        return not missing
