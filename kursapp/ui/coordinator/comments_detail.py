"""One comment of the queue, and all one can do to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from kursapp.services.cohort_cards import CommentEntry
from kursapp.ui.coordinator.comments_state import with_place, with_tag, without_place
from kursapp.ui.coordinator.comments_tags import TagPanel
from kursapp.ui.coordinator.comments_text import CommentText
from kursapp.ui.i18n import _
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

DETAIL_WIDTH = 640


class CommentDetail(Column):
    """Shows a comment; ``tagged``, ``redacted`` and ``chosen`` carry it as it has become."""

    tagged = Signal(object)
    redacted = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, DETAIL_WIDTH, parent)
        self._entry: CommentEntry | None = None
        self.question = label("", "muted")
        self.text = CommentText(theme)
        self.redact = button(_("Fjern det markerte"))
        self.redact.clicked.connect(self.redact_marked)
        self.restore = button(_("Ta fram igjen"), "tertiary")
        self.restore.clicked.connect(self.restore_place)
        self.shown_head = label(_("Slik står den i rapporten"), "strong")
        self.shown = label("", "comment")
        self.quote = QCheckBox(_("Bruk som sitat i rapporten"))
        self.quote.clicked.connect(self._on_quote)
        self.tags = TagPanel()
        self.tags.ticked.connect(self._on_tag)
        self._lay_out()

    def _lay_out(self) -> None:
        self.set_margins(scale.S16, 0, scale.S8, scale.S8)
        self.column.addWidget(self.question)
        self.column.addWidget(self.text)
        tools = QVBoxLayout()
        self.column.addLayout(tools)
        tools.setSpacing(scale.S8)
        add_button_row(tools, self.redact, self.restore)
        note = _(
            "Marker det som kan vise hvem noen er, og fjern det. Da står det […] i stedet. "
            "Når rapporten lages, slettes det du har fjernet, for godt."
        )
        tools.addWidget(label(note, "meta"))
        for widget in (self.shown_head, self.shown, self.quote, self.tags):
            self.column.addWidget(widget)
        self.column.addStretch(1)

    def sizeHint(self) -> QSize:
        # It takes what room there is and scrolls: it never asks for more, or the page would scroll as well.
        return QSize(self._theme.px(360), self._theme.px(240))

    def show_entry(self, entry: CommentEntry, question: str, tags: Sequence[str]) -> None:
        """Show a comment, the words it answers, and all tags in use."""
        self._entry = entry
        self.question.setText(question)
        self.text.show_entry(entry)
        self.shown.setText(entry.shown)
        for widget in (self.shown_head, self.shown):
            widget.setVisible(entry.shown != entry.text)
        self.restore.setVisible(bool(entry.redacted))
        self.quote.setChecked(entry.chosen)
        self.tags.show_tags(tags, entry.tags)

    @Slot()
    def redact_marked(self) -> None:
        """Take out what is marked, or the word at the caret."""
        if self._entry is None:
            return
        start, end = self.text.marked()
        if start == end:
            announce(self, _("Ingenting er markert"))
            self.text.setFocus()
            return
        self.text.unmark()
        self.redacted.emit(with_place(self._entry, start, end))
        announce(self, _("Fjernet. I rapporten står det […]"))

    @Slot()
    def restore_place(self) -> None:
        """Show the place at the caret again, or the last one taken out."""
        if self._entry is not None and self._entry.redacted:
            self.redacted.emit(without_place(self._entry, self.text.caret_character()))
            announce(self, _("Teksten er tatt fram igjen"))

    @Slot()
    def toggle_quote(self) -> None:
        """Choose the comment as a quote, or not."""
        self.quote.click()

    @Slot(bool)
    def _on_quote(self, on: bool) -> None:
        if self._entry is not None:
            self.chosen.emit(replace(self._entry, chosen=on))

    @Slot(str, bool)
    def _on_tag(self, tag: str, on: bool) -> None:
        if self._entry is not None:
            self.tagged.emit(with_tag(self._entry, tag, on))
