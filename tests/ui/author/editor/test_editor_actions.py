"""The editor's commands by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Severity, problem
from kursapp.ui.actions import Actions, keys_of
from kursapp.ui.author.editor.editor import MarkdownEditor
from tests.ui.author.editor.conftest import Hands, put

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
BOLD, ITALIC = (Qt.Key.Key_B, CTRL), (Qt.Key.Key_I, CTRL)
UP, DOWN, COPY = (Qt.Key.Key_Up, ALT), (Qt.Key.Key_Down, ALT), (Qt.Key.Key_D, CTRL)


@pytest.mark.parametrize(
    ("text", "key", "becomes"),
    [
        ("et ¦ord¦ her", BOLD, "et **ord¦** her"),
        ("et or¦d her", BOLD, "et **ord¦** her"),
        ("et ¦ord¦ her", ITALIC, "et *ord¦* her"),
        ("et **¦ord¦** her", BOLD, "et ord¦ her"),
        ("en\nt¦o\ntre", UP, "t¦o\nen\ntre"),
        ("en\nt¦o\ntre", DOWN, "en\ntre\nt¦o"),
        ("¦en\nto¦\ntre", DOWN, "tre\nen\nto¦"),
        ("e¦n\nto", UP, "e¦n\nto"),
        ("en\nt¦o", DOWN, "en\nt¦o"),
        ("😀\nt¦o", UP, "t¦o\n😀"),
        ("en\nt¦o\ntre", COPY, "en\nto\nt¦o\ntre"),
        ("¦en\nto¦\ntre", COPY, "en\nto\nen\nto¦\ntre"),
        ("- [ ] a¦ <!-- id: a -->", COPY, "- [ ] a <!-- id: a -->\n- [ ] a¦"),
        ("- a¦ <!-- id: a | fast -->", COPY, "- a <!-- id: a | fast -->\n- a¦ <!-- fast -->"),
        ("- a¦ <!-- fast | id: a -->", COPY, "- a <!-- fast | id: a -->\n- a¦ <!-- fast -->"),
    ],
)
def test_a_key_changes_its_lines(hands: Hands, text: str, key: object, becomes: str) -> None:
    """The cursor stays at its words; a copy has no id of the original's."""
    assert hands(text, key) == becomes


def test_moving_a_line_is_one_step(editor: MarkdownEditor, hands: Hands) -> None:
    """Undone at once."""
    hands("en\nt¦o\ntre", UP)
    editor.code.undo()
    assert editor.text() == "en\nto\ntre"


def test_every_command_can_be_found_by_name_and_key(editor: MarkdownEditor, actions: Actions) -> None:
    """On the Hurtigtaster page and in Ctrl+K; no key does two things here."""
    keys = [keys_of(action) for action in actions.at_hand()]
    assert "Ctrl+F" in keys
    assert all(keys)
    assert len(keys) == len(set(keys))


def test_going_to_a_line(editor: MarkdownEditor) -> None:
    """Enter goes there, Esc goes back; what is no number goes nowhere."""
    put(editor, "¦en\nto\ntre")
    QTest.keyClick(editor.code, Qt.Key.Key_G, CTRL)
    bar = editor.line_bar
    assert bar.isVisible()
    assert bar.field.accessibleName() == "Linje 1–3"
    QTest.keyClicks(bar.field, "3")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert (editor.line(), bar.isVisible(), editor.code.hasFocus()) == (3, False, True)
    bar.ask()
    QTest.keyClicks(bar.field, "to")
    QTest.keyClick(bar.field, Qt.Key.Key_Return)
    assert editor.line() == 3
    bar.ask()
    QTest.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_from_finding_to_finding(editor: MarkdownEditor, qtbot: QtBot) -> None:
    """F8 goes on, around the end; Alt+Enter chooses the one of the line."""
    put(editor, "¦en\nto\ntre\nfire")
    found = [problem("no-id", "a.md", 2, severity=Severity.WARNING), problem("no-key", "a.md", 4)]
    editor.set_findings(found)
    lines = []
    for _step in range(3):
        QTest.keyClick(editor.code, Qt.Key.Key_F8)
        lines.append(editor.line())
    assert lines == [2, 4, 2]
    QTest.keyClick(editor.code, Qt.Key.Key_F8, SHIFT)
    assert editor.line() == 4
    with qtbot.waitSignal(editor.finding_chosen) as told:
        QTest.keyClick(editor.code, Qt.Key.Key_Return, ALT)
    assert told.args == [found[1]]


def test_without_findings_the_key_stays_where_it_is(editor: MarkdownEditor) -> None:
    """Nothing is chosen either."""
    put(editor, "en\n¦to")
    editor.next_finding()
    editor.choose_finding()
    assert editor.line() == 2
