"""What the screen of questions in and out is made of: what is under way, and what was found on the way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.draft_exchange import DraftImport
from kursapp.services.export_questions import QuestionExport
from kursapp.ui.author.finding_rows import Heading, Row
from kursapp.ui.author.finding_words import count_words, told
from kursapp.ui.author.findings_panel import FindingList
from kursapp.ui.i18n import _, n_
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.described_choice import Kind
from kursapp.ui.widgets.text import label

ROWS_SEEN = 6
PDF, MARKDOWN = "worksheet-pdf", "worksheet-md"
ENDINGS = {
    QuestionExport.MOODLE_XML.value: "xml",
    QuestionExport.GIFT.value: "gift",
    QuestionExport.AIKEN.value: "txt",
    PDF: "pdf",
    MARKDOWN: "md",
}


def export_kinds() -> tuple[Kind, ...]:
    """Return what a course's questions can be saved as."""
    return (
        Kind(QuestionExport.MOODLE_XML.value, _("Moodle XML"), _("Til Moodle, med bilder og poeng. Tar med mest.")),
        Kind(QuestionExport.GIFT.value, _("GIFT"), _("Ren tekst til Moodle og mange andre systemer.")),
        Kind(QuestionExport.AIKEN.value, _("Aiken"), _("Enkel tekst. Bare spørsmål med ett riktig svar.")),
        Kind(PDF, _("Oppgaveark, PDF"), _("Sidene til utskrift, med plass til svar og uten fasit.")),
        Kind(MARKDOWN, _("Oppgaveark, tekst"), _("Det samme som Markdown, til å arbeide videre med.")),
    )


class WorkView(Card):
    """What is under way, and a way to stop it."""

    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.words = label("", "strong")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.stop = button(_("Avbryt"))
        self.stop.clicked.connect(self.stopped)
        self.body.addWidget(self.words)
        self.body.addWidget(self.bar)
        add_button_row(self.body, self.stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that something is under way."""
        self.words.setText(words)
        self.bar.setAccessibleName(words)
        self.show()


class FoundView(QWidget):
    """Findings in a list, with the remedy of the one chosen below it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(scale.S8)
        self.counts = label("", "meta")
        self.list = FindingList(theme)
        self.remedy = label("", "muted")
        for each in (self.counts, self.list, self.remedy):
            layout.addWidget(each)
        self.list.chosen.connect(self._on_chosen)

    def show_found(self, found: Sequence[Problem]) -> None:
        """Show these findings; nothing at all where there are none."""
        self.list.show_rows(by_file(found))
        self.counts.setText(count_words(found))
        self.list.setFixedHeight(self._theme.px(scale.ROW) * min(len(found), ROWS_SEEN) + scale.S8)
        self.remedy.setText("")
        self.setVisible(bool(found))
        if found:
            self.list.choose(found[0])

    @Slot(object)
    def _on_chosen(self, found: Problem) -> None:
        self.remedy.setText(told(found).remedy)


class ImportedView(Card):
    """What came of an import: how much, where it stands now, and a way to take it back."""

    shown_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._file = ""
        self.words = label("", "strong")
        self.found = FoundView(theme)
        self.open = button(_("Se spørsmålene"))
        self.undo = button(_("Angre"), "tertiary")
        self.body.addWidget(self.words)
        self.body.addWidget(self.found)
        add_button_row(self.body, self.open, self.undo)
        self.open.clicked.connect(self._on_open)
        self.undo.clicked.connect(self.undo_wanted)
        self.hide()

    def show_import(self, done: DraftImport) -> None:
        """Show what was imported."""
        self._file = done.file
        self.words.setText(imported_words(done))
        self.found.show_found(done.imported.problems)
        self.show()

    @Slot()
    def _on_open(self) -> None:
        self.shown_wanted.emit(self._file)


class ExportedView(Card):
    """What was written, and what the format had no room for."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.words = label("", "strong")
        self.found = FoundView(theme)
        self.body.addWidget(self.words)
        self.body.addWidget(self.found)
        self.hide()

    def show_export(self, words: str, found: Sequence[Problem]) -> None:
        """Show what was exported."""
        self.words.setText(words)
        self.found.show_found(found)
        self.show()


def by_file(found: Sequence[Problem]) -> list[Row]:
    """Return findings with a heading above those of each file, where they are of more than one."""
    files = dict.fromkeys(each.file for each in found)
    if len(files) < 2:
        return list(found)
    rows: list[Row] = []
    for file in files:
        rows += [Heading(file or _("Hele kurset")), *(each for each in found if each.file == file)]
    return rows


def imported_words(done: DraftImport) -> str:
    """Return how much was imported, in one line."""
    imported = done.imported
    parts = [n_("{n} spørsmål", "{n} spørsmål", imported.questions).format(n=imported.questions)]
    if imported.texts:
        parts.append(n_("{n} tekst", "{n} tekster", imported.texts).format(n=imported.texts))
    told_of = _("Hentet {what}.").format(what=", ".join(parts))
    if imported.kept:
        kept = n_(
            "{n} kunne ikke leses som spørsmål, og står som en boks bare du ser.",
            "{n} kunne ikke leses som spørsmål, og står som bokser bare du ser.",
            imported.kept,
        )
        told_of += " " + kept.format(n=imported.kept)
    return told_of
