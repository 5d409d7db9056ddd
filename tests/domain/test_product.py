"""What is written in one item, field by field."""

from __future__ import annotations

from kursapp.domain.course import Place, Rich
from kursapp.domain.product import REMOVED, field_changes, has_words, left_over, loses_much, said_in
from kursapp.domain.question import Cell, Column, ColumnKind, Reflection, Row, Workbook, WorkbookKind

HERE = Place("dag-1/01.md", 1, 9)
FIELD = Cell(field=True)


def say(words: str) -> Rich:
    return Rich(words, words)


TABLE = Workbook(
    "plan",
    "Plan",
    HERE,
    WorkbookKind.TABLE,
    columns=(
        Column("maal", "Mål"),
        Column("tiltak", "Tiltak"),
        Column("tall", "Tall", ColumnKind.NUMBER),
        Column("sum", "Sum", ColumnKind.COMPUTED, formula="tall * 2"),
    ),
    rows=(
        Row("r1", (Cell(say("Første mål")), FIELD, FIELD, FIELD)),
        Row("r2", (Cell(say("Andre mål")), FIELD, Cell(none=True), FIELD)),
    ),
    growing=True,
)
BOXES = Workbook("b", "B", HERE, WorkbookKind.BOXES, items=(("b1", say("Ett")), ("b2", say("To"))))
TEXT = Workbook("t", "T", HERE, WorkbookKind.TEXT)
REFLECTION = Reflection("r", "R", HERE)
PARTS = {
    "r2/tiltak": "b",
    "r1/tiltak": "a",
    "r1/tall": " ",
    "egen-2": "",
    "egen-2/maal": "Mitt eget\nmål",
    "egen-2/tiltak": "c",
    "egen-1": REMOVED,
    "egen-1/tiltak": "i kurven",
    "r9/tiltak": "raden er borte",
    "r1/borte": "kolonnen er borte",
}


def test_what_is_written_stands_in_the_items_order() -> None:
    """The author's rows first, then one's own; blank fields and rows in the bin are left out."""
    assert [(said.row, said.column, said.text) for said in said_in(TABLE, PARTS)] == [
        ("Første mål", "Tiltak", "a"),
        ("Andre mål", "Tiltak", "b"),
        ("", "Mål", "Mitt eget\nmål"),
        ("Mitt eget mål", "Tiltak", "c"),
    ]
    assert said_in(TABLE, PARTS)[0].name == "Første mål, Tiltak"


def test_one_text_and_boxes_are_said_too() -> None:
    """Each shape in its own way."""
    assert [said.text for said in said_in(TEXT, {"": "notat"})] == ["notat"]
    assert [said.text for said in said_in(REFLECTION, {"": "tanke"})] == ["tanke"]
    assert [said.name for said in said_in(BOXES, {"b2": "x", "b1": ""})] == ["To"]


def test_words_without_a_field_are_not_lost() -> None:
    """The course has dropped the row or the column; the words are found by their part. Rows in the bin are no such."""
    assert left_over(TABLE, PARTS) == ("r1/borte", "r9/tiltak")
    assert left_over(TEXT, {"": "a", "r1/x": "b"}) == ("r1/x",)


def test_only_what_differs_is_told() -> None:
    """Changed, new, emptied, and rows that came and went; blanks at the ends are no difference."""
    after = {
        **PARTS,
        "r1/tiltak": "a2",
        "r2/tiltak": "b ",
        "r1/tall": "4",
        "egen-2": REMOVED,
        "egen-1": "",
        "r9/tiltak": "",
    }
    assert [(each.name, each.before, each.after) for each in field_changes(TABLE, PARTS, after)] == [
        ("Første mål, Tiltak", "a", "a2"),
        ("Første mål, Tall", " ", "4"),
        ("Tiltak", "", "i kurven"),
        ("Mål", "Mitt eget\nmål", ""),
        ("Mitt eget mål, Tiltak", "c", ""),
        ("r9/tiltak", "raden er borte", ""),
    ]
    assert field_changes(TABLE, PARTS, PARTS) == ()


def test_there_are_words_only_outside_the_bin() -> None:
    """A row that was thrown away is not something one has written."""
    assert not has_words({"egen-1": REMOVED, "egen-1/maal": "a", "r1/maal": "  "})
    assert has_words({"egen-1": "", "egen-1/maal": "a"})
    assert has_words({"": "a"})


def test_much_is_lost_when_a_long_text_becomes_short() -> None:
    """A word taken out is not much, nor is a short text."""
    long = "ord " * 20
    assert loses_much({"": long}, "", "ord")
    assert not loses_much({"": long}, "", long[:60])
    assert not loses_much({"": "kort"}, "", "")
