"""The second and third step of the first start: a name, and how the text looks."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.choice_row import ChoiceRow
from kursapp.ui.widgets.text import label, set_role
from kursapp.ui.widgets.zoom_stepper import ZoomStepper

LONGEST_NAME = 80


def theme_options() -> tuple[tuple[str, str], ...]:
    """Return the themes one can choose, with their names."""
    return (
        ("system", _("Som på maskinen ellers")),
        ("light", _("Lyst")),
        ("dark", _("Mørkt")),
        ("contrast", _("Høy kontrast")),
    )


class NameStep(QWidget):
    """What the profile is called, and whether it is to have a passphrase."""

    changed = Signal(str)
    entered = Signal()
    protection_picked = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(name)
        self.field.setMaxLength(LONGEST_NAME)
        self.field.setAccessibleName(_("Navn på profilen"))
        self.field.textChanged.connect(self._on_text)
        self.field.returnPressed.connect(self.entered)
        self.error = label("", "error")
        self.error.hide()
        question = label(_("Navn på profilen"), "strong")
        question.setBuddy(self.field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S8)
        layout.addWidget(label(_("Hva skal profilen din hete?"), "h1"))
        lead = _("Profilen holder arbeidet ditt for seg hvis flere bruker maskinen. Fornavnet ditt er nok.")
        layout.addWidget(label(lead, "lead"))
        layout.addSpacing(scale.S8)
        for widget in (question, self.field, self.error):
            layout.addWidget(widget)
        layout.addWidget(label(_("Navnet står bare på denne maskinen."), "muted"))
        layout.addSpacing(scale.S16)
        self.protect = QCheckBox(_("Lås profilen med en passordfrase (valgfritt)"))
        self.protect.toggled.connect(self.protection_picked)
        told = label(_("Da kan ingen andre som bruker eller finner maskinen, lese det du skriver."), "muted")
        self.protect.setAccessibleDescription(told.text())
        layout.addWidget(self.protect)
        layout.addWidget(told)
        layout.addStretch(1)

    def is_answered(self) -> bool:
        """Say whether there is a name; where there is none, say so at the field."""
        if self.field.text().strip():
            return True
        self.error.setText(_("Skriv et navn, så finner du igjen arbeidet ditt."))
        self.error.show()
        set_role(self.field, "state", "error")
        self.field.setFocus()
        announce(self.field, self.error.text())
        return False

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.error.hide()
        set_role(self.field, "state", "")
        self.changed.emit(text.strip())


class LookStep(QWidget):
    """How large the text is and in which colours, with a text to see it on."""

    theme_picked = Signal(str)
    zoom_picked = Signal(int)

    def __init__(self, theme: Theme, chosen: str, per_cent: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.zoom = ZoomStepper(theme, per_cent)
        self.zoom.changed.connect(self.zoom_picked)
        self.themes = ChoiceRow(_("Farger"), theme_options(), chosen)
        self.themes.picked.connect(self.theme_picked)
        sample = Card()
        sample.body.addWidget(label(_("Slik ser en side ut"), "h3"))
        words = _("Du leder en tjeneste som møter barn på den vanskeligste dagen de har hatt. Ingen blir trygg alene.")
        sample.body.addWidget(label(words, "lead"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S16)
        layout.addWidget(label(_("Slik leser du best"), "h1"))
        layout.addWidget(label(_("Du kan endre dette når som helst under Innstillinger."), "lead"))
        for widget in (self.zoom, self.themes, sample):
            layout.addWidget(widget)
        layout.addStretch(1)
