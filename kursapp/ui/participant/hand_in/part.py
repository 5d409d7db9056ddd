"""Where a form ends: how far it is handed in, and the buttons that make, replace, take back and delete."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kursapp.domain.course import Rich
from kursapp.services.hand_in import HandInState
from kursapp.ui.i18n import _, moment
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.stage import ButtonRow
from kursapp.ui.theme import scale
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.note_box import HINT, PARTLY, RIGHT, NoteBox, NoteLook
from kursapp.ui.widgets.text import label


class WayBack(QWidget):
    """The quiet buttons of what has been handed in, or only answered: take it back, delete it here.

    ``withdraw_wanted`` tells whether the cohort uses codes.
    """

    withdraw_wanted = Signal(bool)
    forget_wanted = Signal()

    def __init__(self, state: HandInState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = state.mine.cohort.rules.codes
        buttons = [_wired(_("Slett mine svar"), "tertiary", self.forget_wanted)]
        if state.can_withdraw:
            take_back = button(_("Trekk svarene tilbake"), "tertiary")
            take_back.clicked.connect(self._on_withdraw)
            buttons.insert(0, take_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(ButtonRow(*buttons))

    @Slot()
    def _on_withdraw(self) -> None:
        self.withdraw_wanted.emit(self._codes)


class HandInPart(QWidget):
    """The end of a form, or of a quiz that may be shared, that can be handed in.

    ``note`` is what there is to tell before it, None where nothing is: a box, which reaches further out than the rest.
    ``finish_wanted``: it is done, and not handed in now (offered where ``may_finish``). The rest as ``WayBack``.
    """

    hand_in_wanted = Signal()
    finish_wanted = Signal()
    withdraw_wanted = Signal(bool)
    forget_wanted = Signal()

    def __init__(
        self, ground: PageGround, state: HandInState, *, may_finish: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scale.S8)
        told = _told(state)
        if told is None:
            column.addWidget(label(_("Svarfila lager du her. Du ser hver linje før noe blir til en fil."), "muted"))
        self.make_button = self._make_button(state)
        buttons = [self.make_button]
        if may_finish:
            buttons.append(_wired(_("Ferdig uten å levere"), "secondary", self.finish_wanted, main=True))
        column.addWidget(ButtonRow(*buttons))
        back = WayBack(state)
        back.withdraw_wanted.connect(self.withdraw_wanted)
        back.forget_wanted.connect(self.forget_wanted)
        column.addWidget(back)
        self.note: NoteBox | None = None
        if told is not None:
            title, words, look = told
            self.note = NoteBox(title, [Rich(plain=words)], ground.theme, ground.pictures, look)

    @property
    def asks(self) -> bool:
        """Say whether making a file is what comes next."""
        return bool(self.make_button.property("role") == "primary")

    def _make_button(self, state: HandInState) -> QPushButton:
        if state.handed_in_at is None or state.is_withdrawn:
            return _wired(_("Lag svarfil"), "primary", self.hand_in_wanted, main=True)
        if state.has_changed:
            return _wired(_("Lag ny svarfil"), "primary", self.hand_in_wanted, main=True)
        return _wired(_("Lag svarfila på nytt"), "secondary", self.hand_in_wanted, main=True)


def _wired(text: str, role: str, wanted: object, *, main: bool = False) -> QPushButton:
    made = button(text, role, main=main)
    made.clicked.connect(wanted)
    return made


def _told(state: HandInState) -> tuple[str, str, NoteLook] | None:
    if state.handed_in_at is None:
        return None
    when = moment(state.handed_in_at)
    if state.is_withdrawn:
        title = _("Du har laget en fil som trekker svarene tilbake ({when}).").format(when=when)
        return title, _("Lever den hvis du ikke har gjort det. Ombestemmer du deg, lager du en ny svarfil."), HINT
    if state.has_changed:
        title = _("Du har endret svar etter at du laget svarfila {when}.").format(when=when)
        return title, _("Lag en ny og lever den. Den erstatter den forrige."), PARTLY
    title = _("Du laget svarfila {when}.").format(when=when)
    return title, _("Lever den hvis du ikke har gjort det. Endrer du svar, lager du bare en ny fil."), RIGHT
