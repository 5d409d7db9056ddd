"""What is said when the program has failed in a way nobody foresaw: calmly, and with a way on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QScrollArea, QVBoxLayout, QWidget

from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.text import label

WIDTH = 560
LEAST = 64
"""Height of the words that is always there, in px at 100 %."""


class CrashDialog(QDialog):
    """Says what happened, whether what is typed is saved, and that nothing is sent.

    ``is_kept`` tells that everything typed is on the disk. Esc goes on, as «Fortsett» does.
    """

    quit_asked = Signal()
    report_asked = Signal()

    def __init__(self, theme: Theme, *, is_kept: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle("Kursapp")
        self.go_on = button(_("Fortsett"), "primary")
        self.quit = button(_("Avslutt Kursapp"))
        self.report = button(_("Vis rapporten"), "tertiary")
        self.go_on.clicked.connect(self.accept)
        self.quit.clicked.connect(self._on_quit)
        self.report.clicked.connect(self.report_asked)
        self.words = label("\n\n".join(_sentences(is_kept=is_kept)))
        # With large letters on a small screen the words scroll; the buttons are always there.
        self._area = QScrollArea()
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.words)
        column = QVBoxLayout(self)
        column.setContentsMargins(scale.S32, scale.S32, scale.S32, scale.S24)
        column.setSpacing(scale.S16)
        column.addWidget(label(_("Noe gikk galt i Kursapp"), "h2"))
        column.addWidget(self._area)
        add_button_row(column, self.go_on, self.quit, self.report)
        self.setAccessibleDescription(self.words.text())
        self.go_on.setDefault(True)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        room = self.screen().availableSize()
        width = min(self._theme.px(WIDTH), room.width() - scale.S64)
        self._area.setFixedHeight(0)
        column = self.layout()
        assert column is not None
        rest = column.totalHeightForWidth(width)
        height = self.words.heightForWidth(width - 2 * scale.S32)
        self._area.setFixedHeight(min(height, max(room.height() - scale.S64 - rest, self._theme.px(LEAST))))
        self.setFixedWidth(width)
        self.adjustSize()
        self.go_on.setFocus()

    @Slot()
    def _on_quit(self) -> None:
        self.accept()
        self.quit_asked.emit()


def _sentences(*, is_kept: bool) -> tuple[str, str, str]:
    kept = (
        _("Det er en feil i programmet, ikke noe du gjorde. Alt du har skrevet, er lagret.")
        if is_kept
        else _(
            "Det er en feil i programmet, ikke noe du gjorde. Det siste du skrev, er kanskje ikke lagret. "
            "Velg «Fortsett» og ta en kopi av det før du avslutter."
        )
    )
    return (
        kept,
        _("Du kan fortsette. Går noe fortsatt galt, hjelper det å avslutte Kursapp og åpne det igjen."),
        _(
            "Kursapp har laget en rapport om hvor i programmet feilen var. Ingenting du har skrevet, står i den, "
            "og den blir ikke sendt til noen. Vil du hjelpe dem som lager Kursapp, kan du sende den selv."
        ),
    )
