"""After a file has been made: where it is, what it was, and what to do with it. No id of any kind."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kursapp.domain.course import Rich
from kursapp.services.hand_in import Receipt
from kursapp.ui.i18n import _, quoted
from kursapp.ui.participant.page_ground import PageGround
from kursapp.ui.participant.point_list import PointList
from kursapp.ui.participant.stage import ButtonRow, Stage
from kursapp.ui.widgets.buttons import button
from kursapp.ui.widgets.item_card import Reach
from kursapp.ui.widgets.note_box import RIGHT, NoteBox
from kursapp.ui.widgets.text import label


class ReceiptStage(Stage):
    """The receipt."""

    done_wanted = Signal()

    def __init__(self, ground: PageGround, receipt: Receipt, parent: QWidget | None = None) -> None:
        super().__init__(ground, parent)
        self.receipt = receipt
        self.add(label(_("Kvittering"), "h2"))
        box = NoteBox(self._made(), self._told(), ground.theme, ground.pictures, RIGHT)
        self.add(box, Reach.BOX)
        self.add(label(_("Nå gjør du dette"), "h3"))
        self.add(PointList(self._next(), ground.theme), Reach.BOX)
        self.done_button = button(_("Ferdig"), "primary", main=True)
        self.done_button.clicked.connect(self.done_wanted)
        self.add(ButtonRow(self.done_button))

    def first_focus(self) -> QWidget | None:
        """Return the button that ends it."""
        return self.done_button

    def spoken(self) -> str:
        """Say that the file has been made."""
        return self._made()

    def _made(self) -> str:
        if self.receipt.is_withdrawal:
            return _("Fila som trekker svarene tilbake, er laget.")
        return _("Svarfila er laget.")

    def _told(self) -> list[Rich]:
        receipt = self.receipt
        told = [
            _("Fil: {name}").format(name=receipt.path.name),
            _("Mappe: {folder}").format(folder=receipt.path.parent),
            _("Skjema: {title}").format(title=receipt.title),
            _("Kull: {name} (kullmerke {mark})").format(
                name=receipt.mine.cohort.name, mark=" ".join(receipt.mine.mark)
            ),
        ]
        if not receipt.is_withdrawal:
            told.append(_("{given} av {total} punkter besvart").format(given=receipt.given, total=receipt.total))
        return [Rich(plain=each) for each in told]

    def _next(self) -> list[tuple[str, str]]:
        receipt = self.receipt
        points = [
            (
                "users",
                _(
                    "Lever fila slik kursholderen har sagt, for eksempel på en felles minnepinne. Leverer du på "
                    "e-post, kan den som har nøkkelen, vite at fila er din."
                ),
            )
        ]
        if receipt.replaced:
            points.append(("refresh-cw", _("Lever også denne, selv om du har levert før. Den nyeste teller.")))
        if not receipt.is_withdrawal:
            again = _("Du kan endre svarene og lage en ny fil til runden er lukket. {title} ligger her.")
            points.append(("pencil", again.format(title=quoted(receipt.title))))
        return points
