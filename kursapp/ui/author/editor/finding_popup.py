"""A finding beside its line: what is the matter, why it matters, and the repair where one step is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea

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

    def __init__(self, editor: MarkdownEditor, draft: OpenDraft, theme: Theme) -> None:
        super().__init__(theme, editor, WIDTH)
        self._editor, self._draft = editor, draft
        self._found: tuple[Problem, ...] = ()
        self._at = 0
        self.detail = FindingDetail(theme, goes_to_line=False)
        self.count = label("", "meta", wrap=False)
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
        head = QHBoxLayout()
        self.column.addLayout(head)
        for part in (self.back, self.count, self.on):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.shut)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setProperty("look", "plain")
        self.area.setWidget(self.detail)
        self.column.addWidget(self.area, 1)

    def wanted_height(self, width: int) -> int:
        margins = self.column.contentsMargins()
        inner = width - margins.left() - margins.right()
        head = self.shut.sizeHint().height() + self.column.spacing()
        return head + self.detail.heightForWidth(inner) + margins.top() + margins.bottom() + 4

    @Slot(object)
    def open_at(self, chosen: Problem) -> None:
        """Show a finding of the file at its line, and the others of that line behind it."""
        line = next((n for n in self._editor.code.findings.lines() if self._has(n, chosen)), 0)
        self._found = self._editor.code.findings.at(line) or (chosen,)
        self._at = self._found.index(chosen) if chosen in self._found else 0
        if line:
            self._editor.go_to(line)
        self._show()
        self.open_beside(cursor_place(self._editor.code, self._editor), self._first_button())

    def _has(self, line: int, chosen: Problem) -> bool:
        return chosen in self._editor.code.findings.at(line)

    def _first_button(self) -> QPushButton | IconButton:
        return self.shut if self.detail.repair.isHidden() else self.detail.repair

    def _show(self) -> None:
        found = self._found[self._at]
        several = len(self._found) > 1
        self.detail.show_finding(found, self._draft.problems)
        self.count.setText(_("{n} av {total} på linja").format(n=self._at + 1, total=len(self._found)))
        for part in (self.back, self.count, self.on):
            part.setVisible(several)
        words = f"{self.detail.message.text()} {self.detail.remedy.text()}".strip()
        self.setAccessibleName(words)
        self.detail.adjustSize()
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
