"""Reflections, workbooks, checklists, media, faulty blocks, glossary and the column they stand in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from kursapp.domain.course import (
    CallOut,
    CallOutKind,
    CheckItem,
    Checklist,
    Faulty,
    MediaCard,
    Place,
    Prose,
    Rich,
    Term,
)
from kursapp.domain.problem import problem
from kursapp.domain.question import Cell, Column, ColumnKind, Reflection, Row, Workbook, WorkbookKind
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.block_column import BlockColumn
from kursapp.ui.widgets.checklist_view import ChecklistView
from kursapp.ui.widgets.faulty_box import FaultyBox, problems_of
from kursapp.ui.widgets.glossary_popover import GlossaryPopover
from kursapp.ui.widgets.media_card import MediaCardView
from kursapp.ui.widgets.note_box import NoteBox
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.saved_text import LONGEST, SavedText
from kursapp.ui.widgets.workbook_view import WorkbookView
from tests.ui.widgets.conftest import Show
from tests.ui.widgets.questions import CHOICE, PLACE

FIELD = Cell(field=True)
REFLECTION = Reflection("r1", "Hva svarer du?", PLACE, example=Rich("", "Slik kunne det vært."), hint=Rich("", "Tenk."))
TABLE = Workbook(
    "wb",
    "Risiko",
    PLACE,
    WorkbookKind.TABLE,
    columns=(
        Column("hva", "Hendelse"),
        Column("s", "Sannsynlighet", ColumnKind.SCALE, 1, 5),
        Column("n", "Antall", ColumnKind.NUMBER),
        Column("hvem", "Eier", ColumnKind.MENU, choices=("Leder", "Alle")),
        Column("r", "Risiko", ColumnKind.COMPUTED, formula="s*n"),
    ),
    rows=(Row("r1", (Cell(Rich("", "Trussel")), FIELD, FIELD, FIELD, FIELD)),),
    growing=True,
)


def heard(signal: Any) -> list[tuple[Any, ...]]:
    said: list[tuple[Any, ...]] = []
    signal.connect(lambda *values: said.append(values))
    return said


# What one writes


def test_a_text_grows_with_its_words_and_tells_each_change(show: Show[SavedText], theme: Theme) -> None:
    """The field is as high as its words; every key is told, and that she has gone elsewhere."""
    field = show(SavedText(theme, name="Svar", lines=2))
    other = QLineEdit(field.window())
    other.show()
    before, edited, left = field.height(), heard(field.edited), heard(field.left)
    field.setFocus()
    QTest.keyClicks(field, "ab")
    for _line in range(5):
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert edited[:2] == [("a",), ("ab",)]
    assert field.height() > before
    QTest.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "ab\n\n\n\n\n"
    assert QApplication.focusWidget() is other
    assert left == [()]


def test_showing_a_text_tells_nobody(show: Show[SavedText], theme: Theme) -> None:
    """What was written before comes back without counting as a change, with the caret where it was."""
    field = show(SavedText(theme, name="Svar"))
    edited = heard(field.edited)
    field.set_text("Midt i en setning")
    field.set_caret(4)
    field.set_caret(field.caret())
    assert (field.text(), field.caret(), edited) == ("Midt i en setning", 4, [])
    field.set_caret(999)
    assert field.caret() == len("Midt i en setning")


def test_a_text_ends_at_the_longest_that_is_kept(show: Show[SavedText], theme: Theme) -> None:
    """Pasting a book keeps its beginning."""
    field = show(SavedText(theme, name="Svar"))
    edited = heard(field.edited)
    QApplication.clipboard().setText("å" * (LONGEST + 50))
    field.paste()
    assert len(field.text()) == LONGEST
    assert edited == [("å" * LONGEST,)]


def test_the_example_comes_after_one_s_own_words(show: Show[ReflectionView], theme: Theme, pictures: Pictures) -> None:
    """Asked for too early, the example asks for words instead and puts the keyboard in the field."""
    view = show(ReflectionView(REFLECTION, theme, pictures))
    QTest.mouseClick(view.example_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert not view.findChildren(NoteBox)
    assert QApplication.focusWidget() is view.field
    edited = heard(view.edited)
    QTest.keyClicks(view.field, "Vi")
    QTest.mouseClick(view.example_button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert [box.title() for box in view.findChildren(NoteBox)] == ["Eksempel på et svar"]
    assert edited == [("r1", "V"), ("r1", "Vi")]


def test_a_reflection_says_that_it_stays_here(show: Show[ReflectionView], theme: Theme, pictures: Pictures) -> None:
    """The promise stands under the field."""
    view = show(ReflectionView(REFLECTION, theme, pictures))
    assert any("forlater aldri maskinen" in label.text() for label in view.findChildren(QLabel))


# Workbooks


def test_every_field_tells_its_row_and_column(show: Show[WorkbookView], theme: Theme, pictures: Pictures) -> None:
    """Typing, choosing and stepping are told with the field's own key; showing what stood there is not."""
    view = show(WorkbookView(TABLE, theme, pictures))
    assert view.table is not None
    edited = heard(view.edited)
    view.show_texts("r1", {"s": "2", "n": "3", "hvem": "Alle", "r": "6"})
    assert edited == []
    assert [view.table.field("r1", column).text() for column in ("s", "n", "hvem", "r")] == ["2", "3", "Alle", "6"]
    scale, number, menu = (view.table.field("r1", column) for column in ("s", "n", "hvem"))
    QTest.keyClick(scale.findChildren(QWidget)[0].window().focusWidget() or scale, Qt.Key.Key_Tab)
    scale.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    number.focus_first()
    QTest.keyClicks(QApplication.focusWidget(), "4")
    menu.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert edited == [("wb", "r1/s", "1"), ("wb", "r1/n", "34"), ("wb", "r1/hvem", "Leder")]


def test_fields_are_named_by_row_and_column(show: Show[WorkbookView], theme: Theme, pictures: Pictures) -> None:
    """A screen reader hears which row and which column a field belongs to."""
    view = show(WorkbookView(TABLE, theme, pictures))
    names = {widget.accessibleName() for widget in view.findChildren(QWidget)}
    assert {"Trussel, Antall", "Trussel, Eier", "Trussel, Sannsynlighet: 3"} <= names


def test_what_is_no_number_is_kept_and_marked_in_words(
    show: Show[WorkbookView], theme: Theme, pictures: Pictures
) -> None:
    """On leaving, a field that wants a number says so; the words stay as they are."""
    view = show(WorkbookView(TABLE, theme, pictures))
    assert view.table is not None
    field = view.table.field("r1", "n")
    field.focus_first()
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    QTest.keyClicks(line, "mange")
    line.clearFocus()
    assert (field.text(), line.property("state")) == ("mange", "error")
    assert "tall" in line.accessibleDescription()


def test_a_table_without_room_is_laid_out_row_by_row(
    show: Show[WorkbookView], theme: Theme, pictures: Pictures
) -> None:
    """With little room each field stands under its own column's name; short ones share a line where they fit."""
    view = show(WorkbookView(TABLE, theme, pictures))
    assert view.table is not None
    view.show_texts("r1", {"n": "3"})
    room = view.window()
    scale, number = view.table.field("r1", "s"), view.table.field("r1", "n")
    seen = []
    for width in (900, 480, 330):
        room.resize(width, 800)
        QApplication.processEvents()
        names = [one for one in view.findChildren(QLabel) if one.text() == "Antall" and one.isVisible()]
        assert len(names) == 1
        assert names[0].y() < number.y()
        seen.append((names[0].x() == number.x(), scale.y() == number.y()))
    assert [together for _, together in seen] == [True, True, False]
    assert all(under for under, _ in seen)
    assert view.minimumSizeHint().width() <= 420
    assert number.text() == "3"


def test_a_dash_is_shown_in_its_column_only(show: Show[WorkbookView], theme: Theme, pictures: Pictures) -> None:
    """Where each row stands by itself, a cell that asks for nothing is left out."""
    dash = Cell(Rich("–", "–"), none=True)
    view = show(
        WorkbookView(
            replace(TABLE, rows=(Row("r1", (Cell(Rich("", "Trussel")), FIELD, dash, dash, FIELD)),)), theme, pictures
        )
    )
    seen = []
    for width in (900, 330):
        view.window().resize(width, 800)
        QApplication.processEvents()
        seen.append(sum(one.isVisible() and one.plain() == "–" for one in view.findChildren(RichLabel)))
    assert seen == [2, 0]


def test_an_example_of_a_workbook_is_shown_when_asked_for(
    show: Show[WorkbookView], theme: Theme, pictures: Pictures
) -> None:
    """Also before anything is written; where the author gave none there is nothing to press."""
    view = show(WorkbookView(replace(TABLE, example=Rich("<p>Trussel: 3</p>", "Trussel: 3")), theme, pictures))
    QTest.mouseClick(view.example_button, Qt.MouseButton.LeftButton)
    assert [box.title() for box in view.findChildren(NoteBox)] == ["Slik kan det se ut"]
    assert not view.example_button.isVisible()
    assert not show(WorkbookView(TABLE, theme, pictures)).example_button.isVisible()


def test_rows_of_one_s_own_come_and_go(show: Show[WorkbookView], theme: Theme, pictures: Pictures) -> None:
    """The button asks for a row; a row of one's own has a button that asks to remove it, the author's has none."""
    view = show(WorkbookView(TABLE, theme, pictures))
    assert view.table is not None
    removed = heard(view.row_removed)
    view.show_own_rows(["egen-1", "egen-2"])
    QApplication.processEvents()
    removers = [w for w in view.findChildren(QWidget) if w.accessibleName() == "Fjern raden"]
    QTest.mouseClick(removers[1], Qt.MouseButton.LeftButton)
    view.show_own_rows(["egen-1"])
    assert view.table.row_ids() == ["r1", "egen-1"]
    assert removed == [("wb", "egen-2")]


def test_finishing_is_said_and_can_be_taken_back(show: Show[WorkbookView], theme: Theme, pictures: Pictures) -> None:
    """The button says what it does now, and the line beside it tells how it stands."""
    view = show(WorkbookView(TABLE, theme, pictures))
    wanted = heard(view.finish_wanted)
    view.show_filled(1, 4, None)
    QTest.mouseClick(view.finish_button, Qt.MouseButton.LeftButton)
    view.show_filled(1, 4, datetime(2026, 3, 9, tzinfo=UTC))
    QTest.mouseClick(view.finish_button, Qt.MouseButton.LeftButton)
    assert wanted == [("wb", True), ("wb", False)]
    assert any("9. mars 2026" in label.text() for label in view.findChildren(QLabel))


@pytest.mark.parametrize("shape", [WorkbookKind.BOXES, WorkbookKind.TEXT])
def test_the_other_shapes_tell_their_changes(
    shape: WorkbookKind, show: Show[WorkbookView], theme: Theme, pictures: Pictures
) -> None:
    """Boxes tell which item, one text has an empty part."""
    workbook = replace(TABLE, shape=shape, columns=(), rows=(), growing=False, items=(("i1", Rich("", "Sendt")),))
    view = show(WorkbookView(workbook, theme, pictures))
    ticked, edited = heard(view.ticked), heard(view.edited)
    view.focus_first()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert ticked + edited == [("wb", "i1", True) if shape is WorkbookKind.BOXES else ("wb", "", " ")]


# The rest of a page


def test_a_checklist_is_ticked_by_its_words(show: Show[ChecklistView], theme: Theme, pictures: Pictures) -> None:
    """Clicking the words ticks the box and tells which; what was ticked before is shown silently."""
    view = show(ChecklistView(Checklist(PLACE, "c", (CheckItem("a", Rich("", "Ring")),)), theme, pictures))
    ticked = heard(view.ticked)
    view.set_ticks({"a"})
    QTest.mouseClick(view.rows[0].findChildren(QLabel)[0], Qt.MouseButton.LeftButton)
    assert ticked == [("c", "a", False)]


def test_a_film_asks_for_its_player(show: Show[MediaCardView], theme: Theme) -> None:
    """The card only asks; whoever listens opens the file."""
    view = show(MediaCardView(MediaCard(PLACE, "media/a.mp4", "Samtalen", "film"), theme))
    wanted = heard(view.open_wanted)
    QTest.mouseClick(view.play_button, Qt.MouseButton.LeftButton)
    assert wanted == [("media/a.mp4",)]


def test_a_faulty_block_names_file_line_and_text(show: Show[FaultyBox], theme: Theme) -> None:
    """What could not be read is shown with its faults and as it was written; other problems are not its affair."""
    faulty = Faulty(Place("dag-1/01.md", 10, 14), ("no-key",), "Hva nå?", "### Spørsmål: Hva nå?")
    found = [problem("no-key", "dag-1/01.md", 10, title="Hva nå?"), problem("no-key", "dag-1/02.md", 10, title="x")]
    assert problems_of(faulty, found) == found[:1]
    words = " ".join(label.text() for label in show(FaultyBox(faulty, found, theme)).findChildren(QLabel))
    assert "dag-1/01.md, linje 10" in words
    assert "### Spørsmål: Hva nå?" in words


def test_an_explanation_takes_the_keyboard_and_gives_it_back(show: Show[QWidget], theme: Theme) -> None:
    """Opened to stay, it has the keyboard until Esc; opened by the mouse alone it takes nothing."""
    room = show(QWidget())
    room.setMinimumSize(600, 400)
    line = QLineEdit(room)
    line.show()
    line.setFocus()
    popover = GlossaryPopover(theme, room)
    term = Term("nemnd", "Avgjør saker om tvang.", "nemnd", "tribunal")
    popover.explain(term, QRect(20, 20, 60, 20), hold=False)
    assert QApplication.focusWidget() is line
    popover.explain(term, QRect(560, 390, 30, 10), hold=True)
    assert QApplication.focusWidget() is popover
    assert room.rect().contains(popover.geometry())
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert popover.term() == ""
    assert QApplication.focusWidget() is line


def test_an_explanation_offers_more_only_where_there_is_more(show: Show[QWidget], theme: Theme) -> None:
    """Where nobody leads to the glossary there is no button; offered, it tells the term and goes."""
    room = show(QWidget())
    room.setMinimumSize(600, 400)
    popover = GlossaryPopover(theme, room)
    wanted: list[str] = []
    popover.more_wanted.connect(wanted.append)
    term = Term("nemnd", "Avgjør saker om tvang.")
    popover.explain(term, QRect(20, 20, 60, 20), hold=True)
    assert not popover.more.isVisible()
    popover.offer_more()
    popover.explain(term, QRect(20, 20, 60, 20), hold=True)
    QTest.mouseClick(popover.more, Qt.MouseButton.LeftButton)
    assert wanted == ["nemnd"]
    assert popover.isHidden()


def test_a_column_joins_running_text_and_hides_the_instructor_s(
    show: Show[BlockColumn], theme: Theme, pictures: Pictures
) -> None:
    """Adjacent prose and call-outs are one part; a call-out for the instructor is no part at all."""
    blocks = (
        Prose(PLACE, Rich("<p>a</p>", "a")),
        CallOut(PLACE, CallOutKind.INSTRUCTOR, Rich("<p>hemmelig</p>", "hemmelig")),
        CallOut(PLACE, CallOutKind.NOTE, Rich("<p>b</p>", "b")),
        CHOICE,
        Prose(PLACE, Rich("<p>c</p>", "c")),
    )
    made: list[Any] = []

    def make(block: Any) -> QWidget:
        made.append(block)
        return QLabel("spørsmålet")

    column = show(BlockColumn(blocks, make, theme, pictures))
    assert column.build_next()
    assert not column.is_built
    column.build_all()
    texts = [part.widget.toPlainText() for part in column.parts() if isinstance(part.widget, ProseView)]
    assert [part.block for part in column.parts()] == [0, 3, 4]
    assert made == [CHOICE]
    assert "b" in texts[0]
    assert "hemmelig" not in "".join(texts)


def test_only_wide_tables_leave_the_reading_column(show: Show[BlockColumn], theme: Theme, pictures: Pictures) -> None:
    """A workbook with many columns uses the room at the sides; everything else keeps to the column."""
    wide = replace(TABLE, columns=tuple(Column(f"c{n}", f"Kolonne {n}") for n in range(5)), rows=(), growing=False)

    def make(block: Any) -> QWidget:
        return WorkbookView(block, theme, pictures)

    column = show(BlockColumn((Prose(PLACE, Rich("<p>a</p>", "a")), wide), make, theme, pictures))
    column.build_all()
    column.window().resize(1000, 800)
    column.set_sides(160, 160)
    QApplication.processEvents()
    text, table = (part.widget for part in column.parts())
    assert (text.x(), text.width()) == (160, 680)
    assert table.width() > 680
    assert table.x() >= 16
    theme.wear(Look("light"))


def test_a_faulty_block_never_says_more_than_can_be_read(show: Show[FaultyBox], theme: Theme) -> None:
    """Of many faults the first, of a long text its beginning, and where there is no text no empty box for it."""
    place = Place("a.md", 1, 9_000)
    found = [problem("no-key", "a.md", line) for line in range(1, 9_000)]
    box = show(FaultyBox(Faulty(place, ("no-key",), "Hva?", "ord " * 9_000), found, theme))
    shown = [label.text() for label in box.findChildren(QLabel)]
    assert len(shown) < 20
    assert max(map(len, shown)) < 3_000
    empty = show(FaultyBox(Faulty(place, ("no-key",), "Hva?", ""), found[:1], theme))
    assert empty.findChild(QLabel, "source") is None
    assert not any("Slik er teksten" in label.text() for label in empty.findChildren(QLabel))
