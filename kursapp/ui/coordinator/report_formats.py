"""The kinds of file one can choose among, each with what it is for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from kursapp.domain.exporting import ExportKind
from kursapp.ui.coordinator.report_words import Format
from kursapp.ui.i18n import _
from kursapp.ui.widgets.described_choice import DescribedChoice, Kind


class FormatChoice(DescribedChoice):
    """The formats results can be saved as."""

    def __init__(self, formats: Sequence[Format], chosen: ExportKind, parent: QWidget | None = None) -> None:
        kinds = [Kind(each.kind.value, each.name, each.use) for each in formats]
        super().__init__(_("Lagre som"), kinds, chosen.value, parent)
        self._formats = {each.kind.value: each for each in formats}

    def chosen(self) -> Format:
        """Return the format chosen."""
        return self._formats[self.value()]
