"""The recovery code, shown once; then a group of it is asked for, since only who has written it down can say it."""

from __future__ import annotations

import secrets
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.ui.file_names import file_name
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.picking import Picker
from kursapp.ui.protecting import Protecting
from kursapp.ui.theme import scale
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.entry import Entry
from kursapp.ui.widgets.error_line import ErrorLine
from kursapp.ui.widgets.text import label


class CodePane(Card):
    """``shown_to_have`` tells that she has the code, ``left`` that she stops here: nothing has changed then."""

    shown_to_have = Signal()
    left = Signal()

    def __init__(self, protecting: Protecting, go: str) -> None:
        super().__init__()
        self._protecting = protecting
        self._code, self._asked = "", 0
        self.body.setSpacing(scale.S16)
        self.picker = Picker(self)
        self._showing, self._checking = Card(margin=0), Card(margin=0)
        self._lay_out_code()
        self._lay_out_check(go)
        for part in (self._showing, self._checking):
            part.setProperty("look", "plain")
            part.body.setSpacing(scale.S16)
            self.body.addWidget(part)
        self._checking.hide()

    def _lay_out_code(self) -> None:
        body = self._showing.body
        body.addWidget(label(_("Skriv ned gjenopprettingskoden"), "h3"))
        told = _(
            "Koden låser opp profilen hvis du glemmer passordfrasen. Den vises bare nå. "
            "Ta vare på den et annet sted enn på maskinen."
        )
        body.addWidget(label(told))
        self.code = label("", "code")
        flags = Qt.TextInteractionFlag
        self.code.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.code.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        body.addWidget(self.code)
        self.saved = label("", "muted")
        self.saved.hide()
        self.error = ErrorLine()
        body.addWidget(self.saved)
        body.addWidget(self.error)
        self.next = button(_("Jeg har skrevet ned koden"), "primary", main=True)
        self.save = button(_("Lagre som PDF"), main=True)
        self.stop = button(_("Avbryt"), "tertiary", main=True)
        body.addWidget(ButtonRow(self.next, self.save, self.stop))
        self.next.clicked.connect(self._on_next)
        self.save.clicked.connect(self._on_save)
        self.stop.clicked.connect(self.left)

    def _lay_out_check(self, go: str) -> None:
        body = self._checking.body
        body.addWidget(label(_("Vis at du har koden"), "h3"))
        self._question = label("")
        self.group = Entry(_("Fire tegn"))
        self.group.field.setMaxLength(8)
        body.addWidget(self._question)
        body.addWidget(self.group)
        self.go = button(go, "primary", main=True)
        self.back = button(_("Vis koden igjen"), main=True)
        body.addWidget(ButtonRow(self.go, self.back))
        self.go.clicked.connect(self._on_go)
        self.back.clicked.connect(self._on_back)
        self.group.entered.connect(self._on_go)

    def show_code(self, code: str) -> None:
        """Begin with a code."""
        self._code = code
        self.code.setText(code)
        self.code.setAccessibleName(_("Gjenopprettingskode: {code}").format(code=code))
        self.saved.hide()
        self.error.say("")
        self._on_back()

    def first(self) -> QWidget:
        """Return what gets the keyboard."""
        return self.next if self._checking.isHidden() else self.group.field

    def forget(self) -> None:
        """Forget the code: it stands nowhere but on her paper."""
        self._code = ""
        self.code.clear()
        self.code.setAccessibleName("")
        self.group.field.clear()

    def show_problem(self, found: Problem) -> None:
        """Say why it did not go through."""
        self.group.show_error(sentence(found))

    @Slot()
    def _on_next(self) -> None:
        self._asked = secrets.randbelow(len(self._code.split("-")))
        question = _("Koden har sju grupper. Skriv gruppe nummer {n}, regnet fra venstre.")
        self._question.setText(question.format(n=self._asked + 1))
        self.group.field.setAccessibleDescription(self._question.text())
        self.group.field.clear()
        self.group.show_error("")
        self._showing.hide()
        self._checking.show()
        self.group.field.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self._checking.hide()
        self._showing.show()
        self.next.setFocus()

    @Slot()
    def _on_go(self) -> None:
        said = self.group.text().upper().translate({ord("O"): "0", ord("I"): "1", ord("L"): "1"})
        if said != self._code.split("-")[self._asked]:
            self.group.show_error(_("Det står noe annet i den gruppa. Se på arket, eller vis koden igjen."))
            return
        self.shown_to_have.emit()

    @Slot()
    def _on_save(self) -> None:
        name = file_name(_("Gjenopprettingskode {name}").format(name=self._protecting.name), ".pdf")
        self.picker.save(_("Lagre gjenopprettingskoden"), name, _("PDF (*.pdf)"), self._on_path)

    def _on_path(self, path: Path) -> None:
        self._saving = path
        self.error.say("")
        self._protecting.sheet(self._code, path, self._on_saved, self._on_not_saved)

    @Slot(object)
    def _on_saved(self, _nothing: object) -> None:
        self.saved.setText(_("Arket ligger i {file}. Skriv det ut, og slett fila.").format(file=self._saving))
        self.saved.show()
        announce(self, self.saved.text())

    @Slot(object)
    def _on_not_saved(self, found: Problem) -> None:
        self.error.say(sentence(found))
