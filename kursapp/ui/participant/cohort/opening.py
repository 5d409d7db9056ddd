"""The button that opens a cohort file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from kursapp.ui.i18n import _
from kursapp.ui.navigation import Navigator, cohort_file
from kursapp.ui.participant.file_opening import FileOpening


class CohortOpening(FileOpening):
    """Asks which cohort file, and goes to it."""

    def __init__(self, window: QWidget, navigator: Navigator) -> None:
        super().__init__(window, navigator, _("Velg kullfila du har fått"), _("Kullfil (*.kull)"), cohort_file)
