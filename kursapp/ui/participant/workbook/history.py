"""The earlier versions of a product or reflection: by time, what differs from now, and the way back to one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kursapp.domain.product import Item, ProductVersion, field_changes
from kursapp.services.changes import Change, Changes
from kursapp.services.history import Restored
from kursapp.services.participant import Participant
from kursapp.ui.asking import Asking
from kursapp.ui.courses import Courses
from kursapp.ui.i18n import _
from kursapp.ui.messages import Messages
from kursapp.ui.navigation import Location, Navigator, workbook
from kursapp.ui.participant.workbook.reading import Piece, WorkReader
from kursapp.ui.participant.workbook.said_view import SaidView
from kursapp.ui.participant.workbook.words import reason_words, version_words
from kursapp.ui.screen import Screen
from kursapp.ui.tasks import Tasks
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import add_button_row, button
from kursapp.ui.widgets.card import Card
from kursapp.ui.widgets.row_button import RowButton
from kursapp.ui.widgets.scroll import Column
from kursapp.ui.widgets.text import label

HISTORY_WIDTH = 760


class VersionCard(Card):
    """One version: when, why, and unfolded what was other than now."""

    restore_wanted = Signal(int)

    def __init__(self, theme: Theme, version: ProductVersion, piece: Piece, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=scale.S8)
        self._version, self._piece = version, piece
        self.head = RowButton(theme, version_words(version), "chevron-right")
        self.head.clicked.connect(self._toggle)
        self.body.addWidget(self.head)
        self.inside: QWidget | None = None
        self._is_open = False
        self.restore = button(_("Hent fram denne versjonen"), "primary")
        self.restore.setAccessibleName(f"{self.restore.text()}: {version_words(version)}")
        self.restore.clicked.connect(self._ask_restore)
        self.compare = button(_("Vis alt som sto der"), "tertiary")
        self.compare.clicked.connect(self._show_all)
        self._show_head()

    @property
    def is_open(self) -> bool:
        """Say whether what the version says is shown."""
        return self._is_open

    def _show_head(self) -> None:
        icon = "chevron-down" if self._is_open else "chevron-right"
        self.head.set_state(icon, "muted", reason_words(self._version))
        folded = _("foldet ut") if self._is_open else _("foldet sammen")
        self.head.setAccessibleName(f"{self.head.accessibleName()}, {folded}")

    @Slot()
    def _toggle(self) -> None:
        self._is_open = not self._is_open
        if self._is_open and self.inside is None:
            self._unfold()
        assert self.inside is not None
        self.inside.setVisible(self._is_open)
        self._show_head()

    def _unfold(self) -> None:
        inside = Card(look="", margin=scale.S12)
        inside.body.setSpacing(scale.S12)
        self.inside = inside
        self.said = SaidView()
        item = self._piece.item
        changes = field_changes(item.item, self._version.parts, item.parts)
        self.said.show_changes(changes)
        told = _("Dette er annerledes enn nå:") if changes else _("Ordene er de samme som nå.")
        inside.body.addWidget(label(told, "muted"))
        inside.body.addWidget(self.said)
        add_button_row(inside.body, self.restore, self.compare)
        self.restore.setVisible(not item.gone and self._piece.opened is not None)
        self.body.addWidget(inside)

    @Slot()
    def _show_all(self) -> None:
        assert self.inside is not None
        layout = self.inside.layout()
        assert layout is not None
        whole = SaidView()
        whole.show_item(self._piece.item.item, self._version.parts)
        layout.replaceWidget(self.said, whole)
        self.said.hide()
        self.said.deleteLater()
        self.said = whole
        self.compare.hide()
        self.restore.setFocus()

    @Slot()
    def _ask_restore(self) -> None:
        self.restore_wanted.emit(self._version.id)


class HistoryScreen(Screen):
    """The newest version first."""

    def __init__(self, tasks: Tasks, courses: Courses, navigator: Navigator, theme: Theme, messages: Messages) -> None:
        super().__init__()
        self._tasks, self._courses, self._navigator = tasks, courses, navigator
        self._theme, self._messages = theme, messages
        self._reader = WorkReader(tasks, courses, self)
        self._location = Location("workbook-history")
        self._piece: Piece | None = None
        self.asking = Asking(self)
        self.cards: list[VersionCard] = []
        self._scroll = Column(theme, HISTORY_WIDTH, self)
        self._scroll.fill(self)
        self._heading = label("", "h1")
        self._told = label("", "muted")
        self.forget = button(_("Slett alle tidligere versjoner"), "tertiary")
        self._lay_out()
        self.forget.clicked.connect(self._ask_forget)
        courses.changed.connect(self._on_shelf)

    def _lay_out(self) -> None:
        column = self._scroll.column
        column.addWidget(self._heading)
        column.addWidget(self._told)
        self._place = QWidget()
        self._list = QVBoxLayout(self._place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(scale.S12)
        column.addWidget(self._place)
        add_button_row(column, self.forget)
        column.addStretch(1)

    def title(self) -> str:
        return _("Tidligere versjoner")

    def trail(self) -> tuple[tuple[str, Location], ...]:
        above = (_("Arbeidsbok"), workbook())
        if self._piece is None:
            return (above,)
        return (above, (self._piece.item.title, workbook(self._location.course, self._location.target)))

    def first_focus(self) -> QWidget | None:
        return self.cards[0].head if self.cards else self.forget

    def enter(self, location: Location) -> None:
        if location != self._location:
            self._show_cards(())
        self._location = location
        self._read()

    def refresh(self, changes: Changes) -> None:
        if Change.FIELDS in changes and changes.touch(self._location.target):
            self._read()

    @Slot()
    def _on_shelf(self) -> None:
        shown = self._piece.opened if self._piece is not None else None
        if self.isVisible() and (shown is None or shown is not self._courses.get(self._location.course)):
            self._read()

    def _read(self) -> None:
        self._reader.read_item(self._location.course, self._location.target, self._on_piece)

    @Slot(object)
    def _on_piece(self, piece: Piece | None) -> None:
        if piece is None or piece.item.item.id != self._location.target:
            return
        if piece.opened is None and not self._courses.is_loaded:
            # The course is still being opened.
            return
        self._piece = piece
        self._heading.setText(piece.item.title)
        none = _("Ingen tidligere versjoner.")
        kept = _(
            "Kursapp tar vare på en versjon når du har skrevet i ti minutter, når du går videre, og når du merker noe "
            "som ferdig. Henter du fram en versjon, blir den som står nå, tatt vare på først."
        )
        self._told.setText(kept if piece.versions else none)
        self._show_cards(piece.versions)
        self.forget.setVisible(bool(piece.versions))
        self.title_changed.emit()
        if self.isVisible() and self.cards:
            self.cards[0].head.setFocus()

    def _show_cards(self, versions: tuple[ProductVersion, ...]) -> None:
        for card in self.cards:
            self._list.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = []
        for version in versions:
            assert self._piece is not None
            card = VersionCard(self._theme, version, self._piece)
            card.restore_wanted.connect(self._restore)
            self._list.addWidget(card)
            self.cards.append(card)

    # Going back

    @Slot(int)
    def _restore(self, version_id: int) -> None:
        if self._piece is not None:
            self._take_back(self._location.course, self._piece.item.item, version_id, self._on_restored)

    def _take_back(
        self, course_id: str, item: Item, version_id: int, then: Callable[[Restored], object] | None = None
    ) -> None:
        def run(participant: Participant) -> Restored:
            return participant.history(course_id).restore(item, version_id)

        self._tasks.save(run, then)

    @Slot(object)
    def _on_restored(self, restored: Restored) -> None:
        assert self._piece is not None
        undo = partial(self._take_back, self._location.course, self._piece.item.item, restored.before.id)
        self._messages.undo(_("Versjonen er hentet fram."), undo)
        self._navigator.go(workbook(self._location.course, self._location.target))

    # Deleting

    @Slot()
    def _ask_forget(self) -> None:
        self.asking.ask(
            _("Vil du slette alle tidligere versjoner?"),
            _("Det som står i arbeidsboka nå, blir stående. Versjonene kan ikke hentes tilbake."),
            _("Slett versjonene"),
            self._forget,
        )

    def _forget(self) -> None:
        course_id, item_id = self._location.course, self._location.target
        self._tasks.save(lambda participant: participant.history(course_id).forget(item_id))
        self._messages.tell(_("Versjonene er slettet."))
