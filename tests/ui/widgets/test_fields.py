"""What only one kind of answer has: moving items, typed lines, gaps in running text, steps of a scale."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from kursapp.domain.response import Filled, Matched, Ordered, Typed
from kursapp.domain.scoring import score
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.gaps_field import GapsField
from kursapp.ui.widgets.match_field import MatchField
from kursapp.ui.widgets.order_field import OrderField
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.scale_row import APART, ScaleRow
from kursapp.ui.widgets.typed_field import TypedField
from kursapp.ui.widgets.verdict import VerdictLine
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.questions import DATE, GAPS, MATCH, NUMBER, ORDER, SHORT

FIRST = ("v", "m", "u")


def order_field(show: Show[OrderField], theme: Theme, pictures: Pictures) -> OrderField:
    return show(OrderField(ORDER, theme, pictures, order=FIRST))


def test_buttons_move_an_item_and_the_keyboard_goes_with_it(
    show: Show[OrderField], theme: Theme, pictures: Pictures
) -> None:
    """The arrow button moves its item one place and keeps the keyboard, so that it can be pressed again."""
    field = order_field(show, theme, pictures)
    item = field.rows()[0]
    QTest.mouseClick(item.down, Qt.MouseButton.LeftButton)
    assert field.response() == Ordered(("m", "v", "u"))
    assert QApplication.focusWidget() is item.down
    QTest.keyClick(item.down, Qt.Key.Key_Space)
    assert field.response() == Ordered(("m", "u", "v"))


def test_alt_and_arrows_move_and_arrows_alone_walk(show: Show[OrderField], theme: Theme, pictures: Pictures) -> None:
    """Alt+Up carries the item along; Up and Down only walk between items."""
    field = order_field(show, theme, pictures)
    field.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert field.response() == Ordered(FIRST)
    assert QApplication.focusWidget() is field.rows()[1].down
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert field.response() == Ordered(("m", "v", "u"))


def test_an_item_can_be_dragged_as_an_extra(
    show: Show[OrderField], theme: Theme, pictures: Pictures, qtbot: QtBot
) -> None:
    """Pulling the first item below the last one puts it last."""
    field = order_field(show, theme, pictures)
    row, last = field.rows()[0], field.rows()[2]
    start = QPoint(row.width() // 2, row.height() // 2)
    QTest.mousePress(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    target = row.mapFrom(field, last.geometry().bottomLeft() + QPoint(start.x(), -2))
    QTest.mouseMove(row, target)
    qtbot.waitUntil(lambda: field.response() == Ordered(("m", "u", "v")))
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert [item.part_id for item in field.rows()] == ["m", "u", "v"]


def test_the_end_of_the_list_is_the_end(show: Show[OrderField], theme: Theme, pictures: Pictures) -> None:
    """The first item's up button is there and does no harm."""
    field = order_field(show, theme, pictures)
    QTest.mouseClick(field.rows()[0].up, Qt.MouseButton.LeftButton)
    assert field.response() == Ordered(FIRST)


def test_ties_are_told_as_a_span(show: Show[OrderField], theme: Theme, pictures: Pictures) -> None:
    """Where the first two may stand either way, the key of each says 1–2."""
    tied = replace(ORDER, items=tuple(replace(item, rank=max(item.rank - 1, 1)) for item in ORDER.items))
    field = show(OrderField(tied, theme, pictures, order=("v", "m", "u")))
    field.mark(score(tied, Ordered(())), reveal=True)
    QApplication.processEvents()
    said = [line.words() for line in field.findChildren(VerdictLine)]
    assert any("1–2" in words for words in said)


def test_a_menu_leaves_the_wheel_to_the_page(show: Show[MatchField], theme: Theme, pictures: Pictures) -> None:
    """Scrolling over an answer never changes it."""
    field = show(MatchField(MATCH, theme, pictures))
    menu = field.menus()[0]
    QTest.keyClick(menu, Qt.Key.Key_Down)
    before = field.response()
    assert before == Matched((("l1", "r1"),))
    middle = QPointF(menu.rect().center())
    wheel = QWheelEvent(
        middle,
        QPointF(menu.mapToGlobal(menu.rect().center())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(menu, wheel)
    assert field.response() == before
    assert not wheel.isAccepted()


def test_matching_asks_for_every_row(show: Show[MatchField], theme: Theme, pictures: Pictures) -> None:
    """One row left open is said before the answer goes out; the menu names the text it answers."""
    field = show(MatchField(MATCH, theme, pictures))
    field.show_response(Matched((("l1", "r1"),)))
    assert field.missing()
    assert field.menus()[1].accessibleName() == "Svar til: Omsorgsovertakelse"
    field.show_response(Matched((("l1", "r1"), ("l2", "r1"))))
    assert field.missing() == ""


def test_numbers_and_dates_are_read_before_they_are_sent(show: Show[TypedField], theme: Theme) -> None:
    """What cannot be read as a number or a date is asked for with an example."""
    number, day = show(TypedField(NUMBER, theme)), show(TypedField(DATE, theme))
    number.show_response(Typed(("seks",)))
    day.show_response(Typed(("i morgen",)))
    assert "tall" in number.missing()
    assert "dato" in day.missing()
    number.show_response(Typed(("6,5 uker",)))
    day.show_response(Typed(("22. januar 2026",)))
    assert number.missing() == day.missing() == ""


def test_each_of_several_short_answers_is_marked(show: Show[TypedField], theme: Theme) -> None:
    """Two lines that say the same thing are one right answer, and the key is told only when it may be."""
    field = show(TypedField(SHORT, theme))
    same = Typed(("vekt", "vekten"))
    field.show_response(same)
    field.mark(score(SHORT, same), reveal=False)
    QApplication.processEvents()
    said = [line.words() for line in field.findChildren(VerdictLine) if line.isVisible()]
    assert said == ["Riktig", "Ikke riktig"]
    field.mark(score(SHORT, same), reveal=True)
    QApplication.processEvents()
    said = [line.words() for line in field.findChildren(VerdictLine) if line.isVisible()]
    assert said[-1].startswith("Riktig svar")


def test_gaps_stand_in_the_text_and_wrap_with_it(show: Show[GapsField], theme: Theme, pictures: Pictures) -> None:
    """Each gap is a native field inside the text; in a narrow window no gap lies over another or leaves the text."""
    field = show(GapsField(GAPS, theme, pictures))
    typed, menu = field.gap("g1"), field.gap("g2")
    assert isinstance(typed, QLineEdit)
    assert isinstance(menu, QComboBox)
    for width in (680, 320):
        field.window().resize(width, 600)
        QApplication.processEvents()
        text = typed.parentWidget()
        assert text is not None
        assert text.rect().contains(typed.geometry())
        assert text.rect().contains(menu.geometry())
        assert not typed.geometry().intersects(menu.geometry())
    assert typed.accessibleName() == "Hull 1 av 2"


def test_gaps_left_empty_are_left_out(show: Show[GapsField], theme: Theme, pictures: Pictures) -> None:
    """Only what is filled is answered, and the rest is asked for."""
    field = show(GapsField(GAPS, theme, pictures))
    assert field.response() is None
    QTest.keyClicks(field.gap("g1"), "mening")
    assert field.response() == Filled((("g1", "mening"),))
    assert field.missing()


def test_a_scale_is_a_radio_group_named_by_question_and_step(show: Show[ScaleRow], theme: Theme) -> None:
    """Each step says the question and its label; arrows move the choice; the one apart is 0."""
    row = show(ScaleRow(["Uenig", "Enig"], theme, name="Relevant", apart="Vet ikke"))
    told: list[object] = []
    row.changed.connect(told.append)
    assert [button.accessibleName() for button in row.buttons()] == [
        "Relevant: Uenig",
        "Relevant: Enig",
        "Relevant: Vet ikke",
    ]
    row.buttons()[0].setFocus()
    QTest.keyClick(row.buttons()[0], Qt.Key.Key_Space)
    QTest.keyClick(row.buttons()[0], Qt.Key.Key_Right)
    assert row.value() == 2
    row.set_value(APART)
    assert row.value() == 0
    row.set_value(None)
    assert row.value() is None
    assert told == [1, 2]
