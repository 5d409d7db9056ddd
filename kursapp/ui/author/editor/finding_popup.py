"""A finding beside its line: what is the matter, why it matters, and the repair where one step is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QPushButton, QWidget

from kursapp.domain.problem import Problem
from kursapp.services.repairing import alike
from kursapp.ui.author.editor.around import cursor_place
from kursapp.ui.author.finding_detail import FindingDetail
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.announce import announce
from kursapp.ui.widgets.buttons import IconButton, icon_button
from kursapp.ui.widgets.popover import Popover
from kursapp.ui.widgets.text import label

if TYPE_CHECKING:
    from kursapp.ui.author.editor.editor import MarkdownEditor

WIDTH = 440


class FindingPopup(Popover):
    """Opened by a click in the margin or by a key at the line; where there are several, one goes to the next."""

    def __init__(self, editor: MarkdownEditor, draft: OpenDraft, theme: Theme, over: QWidget | None = None) -> None:
        super().__init__(theme, over or editor, WIDTH)
        self._editor, self._draft = editor, draft
        self._found: tuple[Problem, ...] = ()
        self._at = 0
        self.detail = FindingDetail(theme, goes_to_line=False)
        self.count = label("", "strong", wrap=False)
        self.back = icon_button(theme, "chevron-left", _("Forrige funn på linja"))
        self.on = icon_button(theme, "chevron-right", _("Neste funn på linja"))
        self.shut = icon_button(theme, "x", _("Lukk funnet"))
        self._lay_out()
        self.back.clicked.connect(self._go_back)
        self.on.clicked.connect(self._go_on)
        self.shut.clicked.connect(self.dismiss)
        self.detail.repair_wanted.connect(self._repair)
        self.detail.repair_alike_wanted.connect(self._repair_alike)
        editor.finding_chosen.connect(self.open_at)
        editor.code.typed.connect(self.dismiss)
        editor.code.verticalScrollBar().valueChanged.connect(self.dismiss)

    def _lay_out(self) -> None:
        for part in (self.back, self.count, self.on):
            self.head.addWidget(part)
        self.head.addStretch(1)
        self.head.addWidget(self.shut)
        self.column.addWidget(self.detail)

    @Slot(object)
    def open_at(self, chosen: Problem) -> None:
        """Show a finding of the file at its line, and the others of that line behind it."""
        line = next((n for n in self._editor.code.findings.lines() if self._has(n, chosen)), 0)
        self._found = self._editor.code.findings.at(line) or (chosen,)
        self._at = self._found.index(chosen) if chosen in self._found else 0
        if line:
            self._editor.go_to(line)
        self._show()
        self._make_room()
        self.open_beside(cursor_place(self._editor.code, self.over), self._first_button())

    def _make_room(self) -> None:
        """Move the text up where the popup would cover the line it is about."""
        code = self._editor.code
        line = cursor_place(code, self.over)
        if not self.has_room_beside(line):
            code.verticalScrollBar().setValue(code.textCursor().block().firstLineNumber() - 1)

    def _has(self, line: int, chosen: Problem) -> bool:
        return chosen in self._editor.code.findings.at(line)

    def _first_button(self) -> QPushButton | IconButton:
        return self.shut if self.detail.repair.isHidden() else self.detail.repair

    def _show(self) -> None:
        found = self._found[self._at]
        several = len(self._found) > 1
        self.detail.show_finding(found, self._draft.problems)
        place = _("{n} av {total} funn på linja").format(n=self._at + 1, total=len(self._found))
        self.count.setText(place if several else _("Funn på linja"))
        for part in (self.back, self.on):
            part.setVisible(several)
        words = f"{self.detail.message.text()} {self.detail.remedy.text()}".strip()
        self.setAccessibleName(words)
        announce(self, words)
        if not self.isHidden():
            self.place()

    @Slot()
    def _go_on(self) -> None:
        self._at = (self._at + 1) % len(self._found)
        self._show()

    @Slot()
    def _go_back(self) -> None:
        self._at = (self._at - 1) % len(self._found)
        self._show()

    @Slot(object)
    def _repair(self, found: Problem) -> None:
        self.dismiss()
        self._draft.repair(found)

    @Slot(object)
    def _repair_alike(self, found: Problem) -> None:
        self.dismiss()
        self._draft.repair(*alike(self._draft.problems, found))
