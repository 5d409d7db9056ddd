"""Backups to choose between: when each was made, what it holds, and what going back to it costs."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.backup import KeptBackup
from kursapp.texts.backups import holding_words, lost_words, occasion_words
from kursapp.ui.i18n import _, language, moment
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.text import label


class BackupCard(Card):
    """One backup, and the button that goes back to it; one that is damaged has none. ``leads``: it is the next step."""

    wanted = Signal(str)

    def __init__(self, backup: KeptBackup, *, leads: bool = False) -> None:
        super().__init__(margin=scale.S16)
        self._name = backup.name
        when = moment(backup.made_at)
        self.body.addWidget(label(when, "strong"))
        self.body.addWidget(label(occasion_words(backup.occasion, language()), "muted"))
        self.holds = label(holding_words(backup.holding, language()), "" if backup.can_be_used else "error")
        self.body.addWidget(self.holds)
        changed = backup.holding.changed_at if backup.holding is not None else None
        if changed is not None:
            self.body.addWidget(label(_("Sist endret {when}.").format(when=moment(changed)), "muted"))
        self.lost = label(lost_words(backup, language()))
        self.lost.setVisible(bool(self.lost.text()))
        self.body.addWidget(self.lost)
        self.use = button(_("Hent denne kopien"), "primary" if leads else "secondary")
        self.use.setAccessibleName(_("Hent kopien fra {when}").format(when=when))
        self.use.clicked.connect(self._on_use)
        add_button_row(self.body, self.use)
        self.use.setVisible(backup.can_be_used)

    @Slot()
    def _on_use(self) -> None:
        self.wanted.emit(self._name)


class BackupList(QWidget):
    """The newest first, in the order they are given."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[BackupCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scale.S12)

    def show_backups(self, backups: Sequence[KeptBackup], *, leads: bool = False) -> None:
        """Show these instead of those before. With ``leads`` the newest that can be used is the next step."""
        newest = next((each for each in backups if each.can_be_used), None) if leads else None
        for card in self.cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [BackupCard(each, leads=each is newest) for each in backups]
        for card in self.cards:
            card.wanted.connect(self.wanted)
            self._column.addWidget(card)

    def first(self) -> QWidget | None:
        """Return the button of the newest backup that can be used."""
        return next((card.use for card in self.cards if not card.use.isHidden()), None)
