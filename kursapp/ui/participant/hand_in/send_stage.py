"""Before a file is made: every line that is in it, and the button that asks for a folder."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.domain.form import FormKind
from kursapp.services.hand_in import Letter
from kursapp.ui.i18n import _
from kursapp.ui.participant.hand_in import words
from kursapp.ui.participant.hand_in.letter_view import LetterView
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.text import label

LONGEST_CODE = 32


class OutStage(Stage):
    """What making any file has in common: the code where the cohort uses codes, a button, and the way back.

    ``folder_wanted`` carries the code as typed.
    """

    folder_wanted = Signal(str)
    back_wanted = Signal()

    def __init__(self, ground: PageGround, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self.code: Entry | None = None
        self.make_button: QPushButton
        self.error = label("", "error")
        self.error.hide()

    def add_code(self) -> None:
        """Ask for the code drawn on paper."""
        hint = _(
            "Den står på lappen du trakk, ved navnet på skjemaet: hvert skjema har sin kode. Leverer du dette på nytt, "
            "bruker du den samme. Store og små bokstaver er det samme."
        )
        self.code = Entry(_("Koden for dette skjemaet"), hint=hint)
        self.code.field.setMaxLength(LONGEST_CODE)
        self.code.entered.connect(self._on_make)
        self.add(self.code)

    def add_buttons(self, make: str) -> None:
        """Put the button that makes the file, and the one that goes back."""
        self.add(self.error)
        self.make_button = button(make, "primary", main=True)
        self.make_button.clicked.connect(self._on_make)
        back = button(_("Tilbake"), "secondary", main=True)
        back.clicked.connect(self.back_wanted)
        self.add(ButtonRow(self.make_button, back))

    def show_error(self, text: str) -> None:
        """Say why there is no file."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            announce(self, text)

    @Slot()
    def _on_make(self) -> None:
        code = self.code.text() if self.code is not None else ""
        if self.code is not None and not code:
            self.code.show_error(_("Skriv koden for dette skjemaet fra lappen du trakk."))
            return
        self.show_error("")
        self.folder_wanted.emit(code)


class SendStage(OutStage):
    """Shows a letter and makes a file of it."""

    def __init__(self, ground: PageGround, letter: Letter, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self.letter = letter
        self.add(label(_("Dette sendes"), "h2"))
        given, total = len(letter.submission.answers), len(letter.form.items)
        lead = _("{given} av {total} punkter er besvart. Les gjennom. Fila inneholder bare det som står her.")
        if letter.form.kind is FormKind.QUIZ:
            lead = _("{given} av {total} spørsmål er med, fra det første forsøket ditt. Fila inneholder bare dette.")
        self.add(label(lead.format(given=given, total=total), "lead"))
        self.lines = LetterView(letter)
        self.add(self.lines, Reach.BOX)
        self.add(label(_("Dette følger med"), "h3"))
        self.add(PointList(words.besides(letter), ground.theme), Reach.BOX)
        if letter.replaces:
            self.add(label(_("Den nye fila erstatter den forrige. Du telles én gang."), "strong"))
        if letter.mine.cohort.rules.codes:
            self.add_code()
        self.add_buttons(_("Velg mappe og lag svarfila"))

    def first_focus(self) -> QWidget | None:
        """Return the lines themselves: they are read before anything is done."""
        return self.lines

    def spoken(self) -> str:
        """Say what the page is."""
        return _("Dette sendes")


class WithdrawStage(OutStage):
    """Says what taking back means, and makes the file that does it."""

    def __init__(self, ground: PageGround, *, codes: bool, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self.add(label(_("Trekk svarene tilbake"), "h2"))
        points = [
            ("file-text", _("Kursapp lager en svarfil uten svar. Den tar plassen til den du leverte.")),
            ("users", _("Lever fila på samme måte som den forrige. Den virker bare til runden er lukket.")),
            ("save", _("Svarene blir på denne maskinen. Du kan levere dem på nytt, eller slette dem.")),
        ]
        self.add(PointList(points, ground.theme), Reach.BOX)
        if codes:
            self.add_code()
        self.add_buttons(_("Velg mappe og lag fila"))

    def first_focus(self) -> QWidget | None:
        """Return the first thing there is to do."""
        return self.code.field if self.code is not None else self.make_button

    def spoken(self) -> str:
        """Say what the page is."""
        return _("Trekk svarene tilbake")
