"""A file that two have changed: both texts side by side, and the choice between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from kursapp.domain.draft import Clash, DiffLine
from kursapp.ui.author.difference import LEAST_HEIGHT, WIDEST, Difference
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import IconLabel, label

SIDE_BY_SIDE = 680
"""Logical pixels at 100 % from which the two texts stand beside each other."""


class ClashView(QWidget):
    """Shows a clash. Whatever is chosen, the other text is kept as a snapshot.

    ``mine_wanted`` asks that what she wrote takes the other's place, ``theirs_wanted`` that the other's stays,
    ``both_wanted`` that the other's stays and hers is shown among the earlier texts; each carries the clash.
    """

    mine_wanted = Signal(object)
    theirs_wanted = Signal(object)
    both_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._clash: Clash | None = None
        self._lines: Sequence[DiffLine] = ()
        self.title = label("", "h2")
        self.words = label("")
        self.difference = Difference(theme)
        self.text = QPlainTextEdit()
        self.mine = button("", "primary")
        self.theirs = button("")
        self.both = button(_("Behold begge"))
        self.kept = label("", "muted")
        self._lay_out()
        self.mine.clicked.connect(self._on_mine)
        self.theirs.clicked.connect(self._on_theirs)
        self.both.clicked.connect(self._on_both)
        # It comes while she is typing: a space meant for the text must press no button.
        self.setFocusProxy(self.difference)
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(scale.S24, scale.S16, scale.S24, scale.S16)
        outer.setSpacing(scale.S8)
        part = Column(self._theme, WIDEST)
        part.set_margins(0, 0, 0, 0)
        outer.addWidget(part, 1)
        column = part.column
        column.setSpacing(scale.S8)
        row = QHBoxLayout()
        column.addLayout(row)
        row.setSpacing(scale.S8)
        row.addWidget(IconLabel(self._theme, "triangle-alert", "warning", 24), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.title, 1)
        column.addWidget(self.words)
        column.addWidget(self.difference, 1)
        column.addWidget(self.text, 1)
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Din tekst"))
        column.addWidget(self.kept)
        add_button_row(outer, self.mine, self.theirs, self.both)

    def show_clash(self, clash: Clash, lines: Sequence[DiffLine] = ()) -> None:
        """Show a clash; ``lines`` compare hers with the other's (``services.compare_texts.clash_diff``)."""
        self._clash, self._lines = clash, lines
        gone = clash.theirs is None
        self.title.setText(_("Fila er borte") if gone else _("Fila er endret to steder"))
        self.words.setText(_words(clash))
        self.mine.setText(_("Skriv fila på nytt") if gone else _("Behold min"))
        self.theirs.setText(_("La den være borte") if gone else _("Bruk den andre"))
        self.both.setVisible(not gone)
        self.kept.setText(
            _("Din tekst blir tatt vare på under «Tidligere versjoner» uansett hva du velger.")
            if gone
            else _(
                "Teksten du ikke velger, blir tatt vare på under «Tidligere versjoner». "
                "«Behold begge» lar den andre stå, og viser deg din der."
            )
        )
        self.text.setVisible(gone)
        self.difference.setVisible(not gone)
        self.setFocusProxy(self.text if gone else self.difference)
        if gone:
            self.text.setPlainText(clash.mine)
        else:
            self._show_difference()
        announce(self, f"{self.title.text()}. {self.words.text()}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._clash is not None and self._clash.theirs is not None and self._wide() != self.difference.text.two:
            self._show_difference()

    @Slot()
    def _on_theme(self) -> None:
        self.text.setMinimumHeight(self._theme.px(LEAST_HEIGHT))

    def _show_difference(self) -> None:
        heads = (_("Din tekst"), _("Teksten fra det andre programmet"))
        wide = self._wide()
        counts = "" if wide else _("← er din tekst, → er teksten fra det andre programmet.")
        self.difference.show_lines(self._lines, counts, heads, two=wide)

    def _wide(self) -> bool:
        return self.width() >= self._theme.px(SIDE_BY_SIDE)

    @Slot()
    def _on_mine(self) -> None:
        self.mine_wanted.emit(self._clash)

    @Slot()
    def _on_theirs(self) -> None:
        self.theirs_wanted.emit(self._clash)

    @Slot()
    def _on_both(self) -> None:
        self.both_wanted.emit(self._clash)


def _words(clash: Clash) -> str:
    if clash.theirs is None:
        words = _("«{file}» ble fjernet fra mappa mens du skrev i den. Det du har skrevet, er ikke borte.")
    else:
        words = _("«{file}» ble endret av et annet program mens du skrev i den. Ingenting er overskrevet.")
    return words.format(file=clash.file)
