"""How Rediger is laid out: outline, text with its findings, and preview, as far as there is room for them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from kursapp.ui.author.pane_tabs import PaneTabs
from kursapp.ui.i18n import _
from kursapp.ui.preferences import Preferences
from kursapp.ui.theme import scale
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.buttons import button, icon_button
from kursapp.ui.widgets.elided_label import ElidedLabel
from kursapp.ui.widgets.text import label

OUTLINE, FINDINGS = "author-outline", "author-findings"
ACROSS, DOWN = "author-edit", "author-edit-findings"
"""What settings call the two splitters."""
SIDE_BY_SIDE = 1040
"""Logical pixels at 100 % from which the preview stands beside the text."""
OUTLINE_FROM = 760
"""Logical pixels at 100 % from which there is room for the outline."""
SIZES: Mapping[str, tuple[int, ...]] = MappingProxyType({ACROSS: (230, 500, 420), DOWN: (440, 180)})
TEXT, PREVIEW = "text", "preview"


class Panes(NamedTuple):
    """The parts, as they stand from the left and from above."""

    outline: QWidget
    text: QWidget
    findings: QWidget
    preview: QWidget


class EditFrame(QWidget):
    """Four parts around the text. What one folds away stays folded; how wide each is, is remembered."""

    preview_shown = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, panes: Panes) -> None:
        super().__init__()
        self._theme, self._preferences = theme, preferences
        self._outline, self._text, self._findings, self._preview = panes
        self._outline_asked_for = False
        self._count = 0
        self.outline_button = icon_button(theme, "panel-left", _("Vis eller skjul oversikten"))
        self.name = ElidedLabel("strong")
        self.findings_button = button("", "tertiary")
        self._clean = label(_("Kurset leses …"), "muted", wrap=False)
        self.tabs = PaneTabs(((TEXT, _("Tekst")), (PREVIEW, _("Forhåndsvisning"))))
        self._lay_out()
        self.outline_button.clicked.connect(self.toggle_outline)
        self.findings_button.clicked.connect(self.toggle_findings)
        self.tabs.chosen.connect(self._fold)
        self._across.splitterMoved.connect(self._keep_across)
        self._down.splitterMoved.connect(self._keep_down)
        theme.changed.connect(self._fold)
        self.show_count(0)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        bar = QWidget()
        layout.addWidget(bar)
        self._tools = QHBoxLayout(bar)
        self._tools.setContentsMargins(scale.S12, scale.S4, scale.S12, scale.S4)
        self._tools.setSpacing(scale.S8)
        self._tools.addWidget(self.outline_button)
        self._tools.addWidget(self.name, 1)
        self._tools.addStretch(0)
        self._tools.addWidget(self._clean)
        self._tools.addWidget(self.findings_button)
        self._tools.addWidget(self.tabs)
        self._across = QSplitter(Qt.Orientation.Horizontal)
        layout.addWidget(self._across, 1)
        self._down = QSplitter(Qt.Orientation.Vertical)
        self._across.addWidget(self._outline)
        self._across.addWidget(self._down)
        self._across.addWidget(self._preview)
        self._down.addWidget(self._text)
        self._down.addWidget(self._findings)
        for splitter, name, growing in ((self._across, ACROSS, 1), (self._down, DOWN, 0)):
            splitter.setChildrenCollapsible(False)
            splitter.setStretchFactor(growing, 1)
            kept = self._preferences.settings.splitters.get(name, ())
            splitter.setSizes(list(kept if len(kept) == len(SIZES[name]) else SIZES[name]))
        self._across.setStretchFactor(2, 1)

    def add_tool(self, tool: QWidget) -> None:
        """Put a button into the row above the text."""
        self._tools.insertWidget(self._tools.indexOf(self._clean), tool)

    # What is seen ------------------------------------------------------------------------------

    def show_name(self, name: str) -> None:
        """Say which file is shown."""
        self.name.show_text(name)

    def show_count(self, count: int) -> None:
        """Say how much is found in the file; where nothing is, the list takes no room."""
        self._count = count
        self.findings_button.setText(_("Ett funn") if count == 1 else _("{count} funn").format(count=count))
        self.findings_button.setVisible(count > 0)
        self._clean.setText(_("Ingen funn"))
        self._clean.setVisible(count == 0 and self._has_room())
        shown = _("Skjul funnene") if self._shows_findings() else _("Vis funnene")
        self.findings_button.setAccessibleDescription(shown)
        self.findings_button.setToolTip(shown)
        self._findings.setVisible(self._shows_findings())

    def show_reading(self) -> None:
        """Say that nothing is known of the findings yet."""
        self.show_count(0)
        self._clean.setText(_("Kurset leses …"))

    def is_wide(self) -> bool:
        """Say whether text and preview stand side by side."""
        return self.width() >= self._theme.px(SIDE_BY_SIDE)

    def regions(self) -> tuple[QWidget, ...]:
        """Return the parts that are seen, from the left."""
        every = (self._outline, self._text, self._findings, self._preview)
        return tuple(each for each in every if each.isVisible())

    @Slot()
    def toggle_outline(self) -> None:
        """Fold the outline away, or take it out again."""
        shown = self._outline.isVisible()
        self._outline_asked_for = not shown
        self._fold_away(OUTLINE, shown)
        self._fold()

    @Slot()
    def toggle_findings(self) -> None:
        """Fold the findings away, or take them out again."""
        self._fold_away(FINDINGS, self._shows_findings())
        self.show_text()
        self._fold()

    @Slot()
    def toggle_preview(self) -> None:
        """Change between text and preview, where they do not stand side by side."""
        self.tabs.choose(TEXT if self.tabs.value == PREVIEW else PREVIEW)

    @Slot()
    def show_text(self) -> None:
        """Bring the text to the front where there is room for one only."""
        self.tabs.choose(TEXT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    @Slot()
    def _fold(self) -> None:
        wide = self.is_wide()
        folded = self._preferences.settings.folded
        has_room = self._has_room()
        self.tabs.setVisible(not wide)
        self.name.setVisible(has_room)
        self._clean.setVisible(has_room and self._count == 0)
        shows_text = wide or self.tabs.value == TEXT
        self._outline.setVisible(OUTLINE not in folded and (has_room or self._outline_asked_for))
        self._down.setVisible(shows_text)
        self._findings.setVisible(self._shows_findings())
        had_preview = self._preview.isVisibleTo(self)
        self._preview.setVisible(wide or not shows_text)
        if not had_preview and self._preview.isVisibleTo(self):
            self.preview_shown.emit()

    def _has_room(self) -> bool:
        return self.width() >= self._theme.px(OUTLINE_FROM)

    def _shows_findings(self) -> bool:
        return self._count > 0 and FINDINGS not in self._preferences.settings.folded

    # What is remembered ------------------------------------------------------------------------

    def _fold_away(self, name: str, folded: bool) -> None:
        before = self._preferences.settings.folded
        self._preferences.change(folded=before | {name} if folded else before - {name})

    @Slot()
    def _keep_across(self) -> None:
        self._keep(ACROSS, self._across)

    @Slot()
    def _keep_down(self) -> None:
        self._keep(DOWN, self._down)

    def _keep(self, name: str, splitter: QSplitter) -> None:
        """Remember the sizes of parts that are seen; one that is folded away keeps the size it had."""
        before = self._preferences.settings.splitters
        known = before.get(name, SIZES[name])
        sizes = tuple(new or old for new, old in zip(splitter.sizes(), known, strict=True))
        self._preferences.change(splitters=MappingProxyType({**before, name: sizes}))
