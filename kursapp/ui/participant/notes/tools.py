"""What one can do with the notes shown, and the way to the bin; and what stands where there are none."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.ui.i18n import _, n_
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.empty import EmptyState
from kursapp.ui.widgets.flow import Flow
from kursapp.ui.widgets.text import label


class Tools(Flow):
    """How many notes there are; print, two kinds of file, the bin."""

    def __init__(self) -> None:
        super().__init__()
        self.count = label("", "muted", wrap=False)
        self.print = button(_("Skriv ut"))
        self.pdf = button(_("Lagre som PDF"))
        self.markdown = button(_("Lagre som Markdown"))
        self.empty_bin = button(_("Tøm papirkurven"))
        self.bin = button("", "tertiary")
        for each in (self.count, self.print, self.pdf, self.markdown, self.empty_bin, self.bin):
            self.add(each)

    def show_state(self, shown: int, every: int, thrown: int, *, in_bin: bool) -> None:
        """Offer what can be done with the notes ``shown`` of ``every`` one, and with those ``thrown`` away."""
        told = n_("{n} notat", "{n} notater", shown).format(n=shown)
        self.count.setText(told if shown == every else _("{shown} av {n}").format(shown=told, n=every))
        self.count.setVisible(every > 0)
        for tool in (self.print, self.pdf, self.markdown):
            tool.setVisible(shown > 0 and not in_bin)
        self.empty_bin.setVisible(in_bin and thrown > 0)
        words = n_("Papirkurv ({n})", "Papirkurv ({n})", thrown).format(n=thrown)
        self.bin.setText(_("Tilbake til notatene") if in_bin else words)
        self.bin.setVisible(in_bin or thrown > 0)


def nothing_noted() -> EmptyState:
    """Say what will stand here."""
    text = _(
        "Her samles alt du merker og noterer i kursene. Marker noen ord på en side, og velg en farge eller "
        "skriv et notat. Notatene ligger bare på denne maskinen, og du kan låse dem med en passordfrase under "
        "Innstillinger."
    )
    return EmptyState(_("Ingen notater ennå"), text, _("Gå til kursene"))


def nothing_chosen() -> EmptyState:
    """Say that the choice lets nothing through."""
    return EmptyState(_("Ingen notater i dette utvalget"), _("Velg noe annet, eller vis alle."), _("Vis alle"))


def nothing_thrown() -> EmptyState:
    """Say that the bin is empty."""
    return EmptyState(_("Papirkurven er tom"), _("Det du sletter, ligger her til du tømmer den."))


def at_top(widget: QWidget) -> QWidget:
    """Let an empty state stand below the heading, not in the middle of what is left."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    column.addStretch(1)
    return holder
