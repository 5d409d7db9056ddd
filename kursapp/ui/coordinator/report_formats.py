"""The kinds of file one can choose among, each with what it is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.exporting import ExportKind
from kursapp.ui.coordinator.report_words import Format
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.widgets.choice_row import Radio
from kursapp.ui.widgets.text import label

INDENT = scale.S32


class FormatChoice(QWidget):
    """Native radio buttons by name; what each kind is for stands below it and wraps, which a button's words do not."""

    def __init__(self, formats: Sequence[Format], chosen: ExportKind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._formats = tuple(formats)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S4)
        layout.addWidget(label(_("Lagre som"), "strong"))
        self.radios = tuple(Radio(each.kind.value, each.name, self) for each in formats)
        kinds = {each.kind for each in formats}
        for radio, each in zip(self.radios, formats, strict=True):
            radio.setAccessibleName(f"{_('Lagre som')}: {each.name}")
            radio.setAccessibleDescription(each.use)
            radio.setChecked(each.kind is (chosen if chosen in kinds else formats[0].kind))
            use = label(each.use, "muted")
            use.setContentsMargins(INDENT, 0, 0, scale.S4)
            layout.addWidget(radio)
            layout.addWidget(use)

    def chosen(self) -> Format:
        """Return the kind chosen."""
        marked = next(number for number, radio in enumerate(self.radios) if radio.isChecked())
        return self._formats[marked]

    def choose(self, kind: ExportKind) -> None:
        """Choose another kind."""
        for radio, each in zip(self.radios, self._formats, strict=True):
            if each.kind is kind:
                radio.setChecked(True)
