"""The way from answers to a file: what is asked of the services, and which stage the body shows meanwhile."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from kursapp.domain.problem import Problem
from kursapp.services.changes import Changes
from kursapp.services.hand_in import Letter, Receipt
from kursapp.services.participant import CourseDesk
from kursapp.ui.asking import Asking
from kursapp.ui.i18n import _, quoted
from kursapp.ui.messages import sentence
from kursapp.ui.participant.hand_in.receipt_stage import ReceiptStage
from kursapp.ui.participant.hand_in.send_stage import OutStage, SendStage, WithdrawStage
from kursapp.ui.participant.page_body import NavLook
from kursapp.ui.participant.staged_body import StagedBody
from kursapp.ui.picking import Picker


class HandingIn(QObject):
    """Shows the stages of handing in on a body. ``over``: the body may go back to what it showed before."""

    over = Signal()
    forgotten = Signal()

    def __init__(self, body: StagedBody) -> None:
        super().__init__(body)
        self._body = body
        self._code = ""
        self._picker = Picker(body)
        self._asking = Asking(body)

    @Slot()
    def begin(self) -> None:
        """Show what would be sent now, or say what stands in the way."""
        page = self._body.ground.page
        self._body.ask(lambda desk: desk.hand_in.letter(page), self._show_letter, self._on_not_ready)

    @Slot(bool)
    def withdraw(self, codes: bool) -> None:
        """Show what taking back means; ``codes``: the cohort uses codes."""
        self._show(WithdrawStage(self._body.ground, codes=codes))

    @Slot()
    def forget(self) -> None:
        """Ask whether the answers are to be deleted from this laptop."""
        title = _("Vil du slette svarene dine på {form}?").format(form=quoted(self._body.ground.page.title))
        told = _(
            "De fjernes fra denne maskinen og sikkerhetskopiene her. Har du levert, teller det du leverte, fortsatt, "
            "men du kan ikke lenger endre det eller trekke det tilbake."
        )
        self._asking.ask(title, told, _("Slett mine svar"), self._on_forget)

    @Slot(object)
    def _show_letter(self, letter: Letter) -> None:
        self._show(SendStage(self._body.ground, letter))

    def _show(self, stage: OutStage) -> None:
        stage.folder_wanted.connect(self._on_folder_wanted)
        stage.back_wanted.connect(self.over)
        self._body.show_stage(stage, NavLook.HIDDEN)

    @Slot(object)
    def _on_not_ready(self, found: Problem) -> None:
        self._body.ground.messages.problem(found)
        self.over.emit()

    @Slot(str)
    def _on_folder_wanted(self, code: str) -> None:
        self._code = code
        self._picker.folder(_("Velg mappe eller minnepinne"), self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        page, code = self._body.ground.page, self._code
        if isinstance(self._body.stage, WithdrawStage):
            self._body.ask(lambda desk: desk.hand_in.withdraw(page, folder, code), self._show_receipt, self._on_failed)
        elif isinstance(self._body.stage, SendStage):
            self._body.ask(lambda desk: desk.hand_in.send(page, folder, code), self._show_receipt, self._on_failed)

    @Slot(object)
    def _show_receipt(self, receipt: Receipt) -> None:
        stage = ReceiptStage(self._body.ground, receipt)
        stage.done_wanted.connect(self.over)
        self._body.show_stage(stage, NavLook.QUIET)

    @Slot(object)
    def _on_failed(self, found: Problem) -> None:
        """Say at the button itself why there is no file; the answers and the page stay as they are."""
        if isinstance(self._body.stage, OutStage):
            self._body.stage.show_error(sentence(found))

    def _on_forget(self) -> None:
        page = self._body.ground.page

        def forget(desk: CourseDesk) -> Changes:
            return desk.hand_in.forget(page)

        self._body.save(forget, self._on_forgotten)

    @Slot(object)
    def _on_forgotten(self, _changes: object) -> None:
        self._body.ground.messages.tell(_("Svarene er slettet fra denne maskinen."))
        self.forgotten.emit()
