"""Sharing the answers to a quiz: what it is for, what is sent, the file, the receipt."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.services.hand_in import HandInState
from kursapp.services.participant import PageState
from kursapp.ui.i18n import _, quoted
from kursapp.ui.messages import sentence
from kursapp.ui.participant.hand_in.handing_in import HandingIn
from kursapp.ui.participant.hand_in.part import HandInPart, WayBack
from kursapp.ui.participant.page_body import NavLook
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.participant.staged_body import StagedBody
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.text import label


class ShareStart(Stage):
    """What sharing means, and how far it is; where there is nothing to share yet, the way to the quiz."""

    hand_in_wanted = Signal()
    withdraw_wanted = Signal(bool)
    forget_wanted = Signal()
    quiz_wanted = Signal()

    def __init__(
        self, ground: PageGround, state: HandInState | None, *, has_attempt: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(ground, parent)
        self._focus: QPushButton | None = None
        self.add(label(_("Del quizsvarene dine"), "h2"))
        self.add(label(quoted(ground.page.title), "lead"))
        points = [
            (
                "lightbulb",
                _("Svarene viser kursholderen hvilke spørsmål som er for lette, for vanskelige eller uklare."),
            ),
            (
                "lock",
                _("Det er frivillig og konfidensielt. Navn er ikke med, og tallene regnes ut for alle under ett."),
            ),
            (
                "file-text",
                _(
                    "Bare det første forsøket er med. Svarene får en fil for seg, som ikke kan knyttes til "
                    "evalueringene dine. Legg den i en annen mappe enn dem."
                ),
            ),
        ]
        self.add(PointList(points, ground.theme), Reach.BOX)
        if state is None or state.obstacle is not None:
            told = _("Du er ikke med i noe kull i kurset.") if state is None else _told(state)
            self.add(label(told, "strong"))
            if state is not None and state.can_withdraw:
                back = WayBack(state)
                back.withdraw_wanted.connect(self.withdraw_wanted)
                back.forget_wanted.connect(self.forget_wanted)
                self.add(back)
        elif not has_attempt:
            self.add(label(_("Du har ikke tatt quizen ennå, så det er ingenting å dele."), "strong"))
            self._add_way_to_quiz()
        else:
            self._add_part(state)

    def first_focus(self) -> QWidget | None:
        """Return what comes next."""
        return self._focus

    def spoken(self) -> str:
        """Say what the page is."""
        return _("Del quizsvarene dine")

    def _add_way_to_quiz(self) -> None:
        self._focus = button(_("Til quizen"), "primary", main=True)
        self._focus.clicked.connect(self.quiz_wanted)
        self.add(ButtonRow(self._focus))

    def _add_part(self, state: HandInState) -> None:
        part = HandInPart(self.ground, state, may_finish=False)
        part.hand_in_wanted.connect(self.hand_in_wanted)
        part.withdraw_wanted.connect(self.withdraw_wanted)
        part.forget_wanted.connect(self.forget_wanted)
        if part.note is not None:
            self.add(part.note, Reach.BOX)
        self.add(part)
        self._focus = part.make_button


class ShareBody(StagedBody):
    """The stages of sharing one quiz's answers. ``quiz_wanted``: go and take it."""

    quiz_wanted = Signal()

    def __init__(self, ground: PageGround, state: PageState, parent: QWidget | None = None) -> None:
        super().__init__(ground, state, parent)
        self._handing_in = HandingIn(self)
        self._handing_in.over.connect(self.begin)
        self._handing_in.forgotten.connect(self.begin)

    @Slot()
    def begin(self) -> None:
        """Read how far it is, and show it."""
        page = self.ground.page
        self.ask(lambda desk: (desk.hand_in.state(page), bool(desk.quiz.overview(page).attempts)), self._show_start)

    @Slot(object)
    def _show_start(self, found: tuple[HandInState | None, bool]) -> None:
        state, has_attempt = found
        stage = ShareStart(self.ground, state, has_attempt=has_attempt)
        stage.hand_in_wanted.connect(self._handing_in.begin)
        stage.withdraw_wanted.connect(self._handing_in.withdraw)
        stage.forget_wanted.connect(self._handing_in.forget)
        stage.quiz_wanted.connect(self.quiz_wanted)
        self.show_stage(stage, NavLook.HIDDEN)


def _told(state: HandInState) -> str:
    assert state.obstacle is not None
    return sentence(state.obstacle)
