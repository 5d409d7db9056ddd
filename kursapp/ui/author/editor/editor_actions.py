"""The editor's commands, with their keys: they stand on the Hurtigtaster page and in Ctrl+K."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence

from kursapp.ui.actions import Actions
from kursapp.ui.author.editor.at_cursor import AtCursor
from kursapp.ui.author.editor.line_commands import copy_lines, move_lines, toggle_mark
from kursapp.ui.i18n import _

if TYPE_CHECKING:
    from kursapp.ui.author.editor.editor import MarkdownEditor


class EditorCommands(QObject):
    """What the keys do to the line under the cursor."""

    def __init__(self, editor: MarkdownEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    @Slot()
    def bold(self) -> None:
        """Make what is chosen bold, or not."""
        self._do(partial(toggle_mark, mark="**"))

    @Slot()
    def italic(self) -> None:
        """Make what is chosen italic, or not."""
        self._do(partial(toggle_mark, mark="*"))

    @Slot()
    def line_up(self) -> None:
        """Move the lines chosen up."""
        self._do(partial(move_lines, step=-1))

    @Slot()
    def line_down(self) -> None:
        """Move the lines chosen down."""
        self._do(partial(move_lines, step=1))

    @Slot()
    def copy_line(self) -> None:
        """Write the lines chosen once more."""
        self._do(copy_lines)

    def _do(self, command: Callable[[AtCursor], object]) -> None:
        code = self._editor.code
        if not code.isReadOnly():
            code.sheet.finish()
            command(AtCursor(code))


def add_editor_actions(editor: MarkdownEditor, actions: Actions) -> None:
    """Give an editor its keys."""
    group, bar, commands = _("Skrive"), editor.find_bar, EditorCommands(editor)
    keys = QKeySequence.StandardKey
    rows: tuple[tuple[str, str, str | QKeySequence.StandardKey, Callable[[], object]], ...] = (
        ("editor-find", _("Finn i fila"), keys.Find, bar.open_to_find),
        ("editor-replace", _("Erstatt i fila"), "Ctrl+H", bar.open_to_replace),
        ("editor-find-everywhere", _("Finn i alle filer"), "Ctrl+Shift+F", bar.look_everywhere),
        ("editor-find-next", _("Neste treff"), "F3", bar.go_on),
        ("editor-find-before", _("Forrige treff"), "Shift+F3", bar.go_back),
        ("editor-line", _("Gå til linje"), "Ctrl+G", editor.line_bar.ask),
        ("editor-finding-next", _("Neste funn"), "F8", editor.next_finding),
        ("editor-finding-before", _("Forrige funn"), "Shift+F8", editor.finding_before),
        ("editor-finding", _("Vis funnet på linja"), "Alt+Return", editor.choose_finding),
        ("editor-bold", _("Halvfet"), "Ctrl+B", commands.bold),
        ("editor-italic", _("Kursiv"), "Ctrl+I", commands.italic),
        ("editor-up", _("Flytt linja opp"), "Alt+Up", commands.line_up),
        ("editor-down", _("Flytt linja ned"), "Alt+Down", commands.line_down),
        ("editor-copy-line", _("Skriv linja en gang til"), "Ctrl+D", commands.copy_line),
    )
    for name, text, key, slot in rows:
        actions.add(editor, name, text, key, slot, group)
