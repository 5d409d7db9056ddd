"""Comments are tagged, redacted and chosen, all by keyboard, and shown only when enough people handed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QTextCursor
from PySide6.QtWidgets import QApplication, QListWidgetItem, QWidget

from kursapp.ui.coordinator import comments_list
from kursapp.ui.coordinator.comments import CommentsScreen
from kursapp.ui.navigation import collecting, comments
from tests.ui.coordinator.conftest import Office

Show = Callable[[QWidget], QWidget]


@pytest.fixture
def screen(office: Office, show: Show) -> CommentsScreen:
    """Show the comments of the latest cohort."""
    made = _screen(office)
    show(made)
    office.visit(made, comments())
    return made


def _screen(office: Office) -> CommentsScreen:
    return CommentsScreen(office.desk, office.navigator, office.theme, office.messages, office.actions)


def _press(office: Office, key: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the keyboard is: a letter, or the name of a key."""
    widget = QApplication.focusWidget()
    assert widget is not None
    office.qtbot.keyClick(widget, key if len(key) == 1 else getattr(Qt.Key, key), modifier)
    office.settle()


def _texts(screen: CommentsScreen) -> list[str]:
    return [screen.queue.item(row).text().split("\n")[0] for row in range(screen.queue.count())]


def test_the_queue_is_sorted_by_text(screen: CommentsScreen) -> None:
    """All comments stand there, by text and by nothing that tells who wrote them."""
    texts = [entry.shown for entry in screen._entries.values()]
    assert len(texts) == 12
    assert texts == sorted(texts)


def test_everything_works_by_keyboard(office: Office, screen: CommentsScreen) -> None:
    """A tag is made and worn by three comments, one is a quote and a name is taken out, without a mouse."""
    screen.queue.setFocus()
    _press(office, "t", Qt.KeyboardModifier.ControlModifier)
    assert screen.detail.tags.field.hasFocus()
    office.qtbot.keyClicks(screen.detail.tags.field, "Casene")
    _press(office, "Key_Return")
    screen.queue.setFocus()
    _press(office, "Key_Down", Qt.KeyboardModifier.AltModifier)
    _press(office, "1")
    _press(office, "u", Qt.KeyboardModifier.ControlModifier)
    _press(office, "Key_Down", Qt.KeyboardModifier.AltModifier)
    _press(office, "1")
    _press(office, "1")
    by_id = {entry.id: entry for entry in office.coordinator.entries}
    first, second, third = (by_id[entry_id] for entry_id in list(screen._entries)[:3])
    assert (first.tags, second.tags, third.tags) == (("Casene",), ("Casene",), ())
    assert (first.chosen, second.chosen) == (False, True)


def test_a_name_is_taken_out_where_it_is_marked(office: Office, screen: CommentsScreen) -> None:
    """What is marked by keyboard goes, emoji and all before and after it stay, and the words can be had back."""
    wanted = next(entry for entry in screen._entries.values() if "😀" in entry.text)
    screen.queue.setCurrentRow(list(screen._entries).index(wanted.id))
    text = screen.detail.text
    text.setFocus()
    start = wanted.text.index("Kari")
    cursor = text.textCursor()
    cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.KeepAnchor, len("Kari Nordmann"))
    text.setTextCursor(cursor)
    _press(office, "r", Qt.KeyboardModifier.ControlModifier)
    # The word at the caret, after a sign that Qt counts as two.
    cursor = text.textCursor()
    cursor.setPosition(wanted.text.index("tid") + 1)
    text.setTextCursor(cursor)
    _press(office, "r", Qt.KeyboardModifier.ControlModifier)
    kept = next(entry for entry in office.coordinator.entries if entry.id == wanted.id)
    assert kept.shown == wanted.text.replace("Kari Nordmann", "[…]").replace("tid", "[…]")
    assert screen.detail.shown.text() == kept.shown
    assert len(text.extraSelections()) == 2
    cursor.setPosition(start)
    text.setTextCursor(cursor)
    _press(office, "R", Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    kept = next(entry for entry in office.coordinator.entries if entry.id == wanted.id)
    assert kept.shown == wanted.text.replace("tid", "[…]")


def test_nothing_happens_where_nothing_is_marked(office: Office, screen: CommentsScreen) -> None:
    """At the end of a text there is no word to take out."""
    cursor = screen.detail.text.textCursor()
    cursor.movePosition(QTextCursor.MoveOperation.End)
    screen.detail.text.setTextCursor(cursor)
    screen.detail.redact.click()
    office.settle()
    assert office.coordinator.asked == []


@pytest.mark.parametrize("width", [500, 900, 1300])
def test_no_comment_is_cut_in_the_queue(office: Office, screen: CommentsScreen, width: int) -> None:
    """Every row is as high as its words need at the width there is."""
    screen.resize(width, 700)
    QApplication.processEvents()
    queue = screen.queue
    for row in range(queue.count()):
        inside = queue.visualItemRect(queue.item(row)).adjusted(8, 4, -8, -4)
        needed = queue.fontMetrics().boundingRect(inside, int(Qt.TextFlag.TextWordWrap), queue.item(row).text())
        assert needed.height() <= inside.height()


def test_the_sieve_shows_some_of_them(office: Office, screen: CommentsScreen) -> None:
    """Those without a tag, the quotes, those with a tag; the counts beside them are true."""
    screen.detail.tags.ticked.emit("Økonomi", True)
    office.settle()
    labels = [screen.sieve.itemText(index) for index in range(screen.sieve.count())]
    assert labels == ["Alle", "Uten merkelapp (11)", "Sitater (0)", "Med […] (0)", "Økonomi (1)"]
    screen.sieve.set_value("tagged:Økonomi")
    assert screen.queue.count() == 1
    screen.sieve.set_value("untagged")
    assert screen.queue.count() == 11
    screen.sieve.set_value("chosen")
    assert screen.queue.count() == 0


def test_what_cannot_be_written_is_said_and_not_shown(office: Office, screen: CommentsScreen) -> None:
    """A locked database: one sentence, and the comment is as it was."""
    office.coordinator.refuse = "disk-full"
    screen.detail.quote.click()
    office.settle()
    assert [message.about for message in office.told] == ["disk-full"]
    assert not screen.detail.quote.isChecked()


def test_few_persons_hide_all_comments(open_office: Callable[..., Office], show: Show) -> None:
    """Nine handed in: none is shown, and it says why."""
    office = open_office(9)
    screen = _screen(office)
    show(screen)
    office.visit(screen, comments())
    assert screen._entries == {}
    assert screen.nothing.isVisible()
    assert screen.nothing.accessibleName() == "Skjult for å verne deltakerne"
    assert "minst 10" in screen.nothing.accessibleDescription()


def test_an_open_round_leads_to_collecting(office: Office, screen: CommentsScreen) -> None:
    """Nothing of an open round is shown; the one action goes where it is closed."""
    office.visit(screen, comments("k03", "eval-dag"))
    assert screen.nothing.accessibleName() == "Runden er åpen"
    screen.nothing.chosen.emit()
    assert office.navigator.here == collecting("k03")


def test_another_round_is_picked_in_the_menu(office: Office, screen: CommentsScreen) -> None:
    """The menus go to a place of its own, so that Alt+Left leads back."""
    screen.picker.cohorts.set_value("k05")
    assert office.navigator.here == comments("k05", "eval-etter")


def test_what_is_done_to_a_comment_measures_that_one_alone(
    office: Office, screen: CommentsScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A tag gives one row its height anew, not the whole queue: with a thousand comments every key would be late."""
    measured: list[str] = []
    give = comments_list._give_height

    def counted(metrics: QFontMetrics, room: QRect, item: QListWidgetItem) -> None:
        measured.append(item.text())
        give(metrics, room, item)

    monkeypatch.setattr(comments_list, "_give_height", counted)
    entry = next(iter(screen._entries.values()))
    screen._on_tagged(replace(entry, tags=("Casene",)))
    office.settle()
    assert [text.split("\n")[-1] for text in measured] == ["Casene"]
    assert all(screen.queue.item(row).sizeHint().isValid() for row in range(screen.queue.count()))
