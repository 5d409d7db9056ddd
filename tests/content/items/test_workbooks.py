"""Workbooks and reflections: products and thoughts the participant writes down."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kursapp.domain.course import Checklist, Faulty, Prose
from kursapp.domain.question import ColumnKind, Reflection, Workbook, WorkbookKind

RISK = """\
### Arbeidsbok: Risikobildet vårt
<!-- id: wb-risiko | minutter: 20 -->
<!-- kolonner: sannsynlighet 1–5; konsekvens 1–5; risiko = sannsynlighet × konsekvens;
     frist dato; status: åpen / ferdig -->
Skriv roller, ikke navn.

#### Slik gjør du
Begynn med det dere vet.

| Hendelse <!-- kolonne: h --> | Sannsynlighet | Konsekvens | Risiko | Frist | Status |
|---|---|---|---|---|---|
| Frist brytes <!-- rad: r1 --> | | | | | – |
| <!-- rad: r2 --> | | | | | |
| | | | | | |

> **Eksempel:** Slik kan det se ut.
"""


def test_a_table_with_every_kind_of_column(read: Callable) -> None:
    """Empty cells are fields, a dash asks for nothing, an empty last row lets the participant add more."""
    workbook = read(RISK).block
    assert isinstance(workbook, Workbook)
    assert (workbook.shape, workbook.growing, workbook.minutes) == (WorkbookKind.TABLE, True, 20)
    kinds = [(column.id, column.kind) for column in workbook.columns]
    assert kinds == [
        ("h", ColumnKind.TEXT),
        ("sannsynlighet", ColumnKind.SCALE),
        ("konsekvens", ColumnKind.SCALE),
        ("risiko", ColumnKind.COMPUTED),
        ("frist", ColumnKind.DATE),
        ("status", ColumnKind.MENU),
    ]
    assert workbook.columns[1].low, workbook.columns[1].high == (1, 5)
    assert workbook.columns[3].formula == "sannsynlighet * konsekvens"
    assert workbook.columns[5].choices == ("åpen", "ferdig")
    first, second = workbook.rows
    assert (first.id, second.id) == ("r1", "r2")
    assert [cell.field for cell in first.cells] == [False, True, True, False, True, False]
    assert first.cells[0].text.plain == "Frist brytes"
    assert first.cells[5].none
    assert "Slik gjør du" in workbook.stem.plain
    assert workbook.example.plain == "Slik kan det se ut."


def test_the_repair_names_the_columns(read: Callable) -> None:
    """Every column where something can be written gets an id that lasts; a second reading has no findings."""
    again = read(read(RISK).repaired("no-id"))
    assert again.problems == ()
    assert [column.id for column in again.block.columns] == [column.id for column in read(RISK).block.columns]


def test_boxes_and_texts(read: Callable) -> None:
    """A task list makes boxes to tick; prose alone makes one text field."""
    boxes = read("### Arbeidsbok: Sjekk\n<!-- id: wb -->\nFør møtet:\n\n- [ ] En <!-- id: wb-1 -->\n- [ ] To\n").block
    assert (boxes.shape, [item for item, _ in boxes.items]) == (WorkbookKind.BOXES, ["wb-1", "wb/to"])
    text = read("### Arbeidsbok: Plan\n<!-- id: wb -->\nSkriv planen.\n\n#### Del 1\nMer.\n").block
    assert (text.shape, text.stem.plain.split()[-1]) == (WorkbookKind.TEXT, "Mer.")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("- [ ] a\n\n| x | y |\n|---|---|\n| | |\n", "two-shapes"),
        ("| x | y |\n|---|---|\n| a | |\n\n| x | y |\n|---|---|\n| a | |\n", "two-tables"),
        ("- [ ] a\n  - b\n", "option-block"),
    ],
)
def test_workbooks_of_two_minds(read: Callable, body: str, code: str) -> None:
    """A workbook has one shape."""
    found = read(f"### Arbeidsbok: X\n<!-- id: wb -->\n{body}")
    assert isinstance(found.block, Faulty)
    assert found.block.codes == (code,)


def test_a_ticked_box(read: Callable) -> None:
    """A box the author has ticked is an error with a repair; the box stands."""
    found = read("### Arbeidsbok: X\n<!-- id: wb -->\n- [x] a\n- [ ] b\n")
    assert found.codes == ["key-in-workbook"]
    assert "- [ ] a" in found.repaired("key-in-workbook")


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ("fare 1–5", "unknown-column"),
        ("a 5–1", "bad-column"),
        ("a noe", "bad-column"),
        ("a: bare", "bad-column"),
        ("c = a ×", "bad-formula"),
        ("a 1–5; c = a × fare", "unknown-column"),
        ("c = a × b", "formula-not-number"),
        ("c = c + 1", "formula-order"),
        ("a 1-5; b = c + 1; c = a + 1", "formula-order"),
    ],
)
def test_columns_that_cannot_be_understood(read: Callable, columns: str, code: str) -> None:
    """What ``kolonner`` gets wrong is an error at its value, and the column is left as text."""
    found = read(f"### Arbeidsbok: X\n<!-- id: wb | kolonner: {columns} -->\n| a | b | c |\n|---|---|---|\n| | x | |\n")
    assert code in found.codes
    assert found.found(code).line == 2
    assert isinstance(found.block, Workbook)


def test_column_settings_right_above_the_table(read: Callable) -> None:
    """Column settings may stand above the table they belong to."""
    found = read(
        "### Arbeidsbok: X\n<!-- id: wb -->\nTekst.\n\n<!-- kolonner: b tall -->\n| a | b |\n|---|---|\n| x | |\n"
    )
    assert found.block.columns[1].kind is ColumnKind.NUMBER
    assert found.codes == []


def test_words_in_a_computed_cell(read: Callable) -> None:
    """A computed column's cells are computed, whatever stands in them."""
    found = read(
        "### Arbeidsbok: X\n<!-- id: wb | kolonner: a tall; b = a + 1 -->\n| a | b |\n|---|---|\n| | 3 |\n| | – |\n"
    )
    assert found.codes == ["computed-cell-with-text"]
    assert [row.cells[1].field for row in found.block.rows] == [False, False]


def test_column_ids_are_never_numbers(read: Callable) -> None:
    """A column headed ``1`` gets an id a formula cannot take for the number."""
    found = read("### Arbeidsbok: X\n<!-- id: wb -->\n| | 1 | 2 |\n|---|---|---|\n| a | | |\n")
    assert [column.id for column in found.block.columns] == ["kolonne-1", "kolonne-2", "kolonne-3"]


def test_prose_after_the_table_belongs_to_the_page(page: Callable) -> None:
    """After the table and its quotes, prose closes the workbook."""
    blocks, _ = page(RISK + "\nVidere.\n")
    assert [type(block) for block in blocks] == [Workbook, Prose]


def test_a_reflection(page: Callable) -> None:
    """A reflection is its prose, an example shown afterwards and a hint; a checklist after it is the page's own."""
    blocks, _ = page(
        "### Refleksjon: Det stille stedet\n<!-- id: r1 | minutter: 6 | mål: d1-m2 -->\nHvor stopper det?\n\n"
        "> **Hint:** Se på mandagen.\n\n> **Eksempel:** «Hos oss …»\n\n- [ ] Spør om listen <!-- id: c1 -->\n"
    )
    reflection, checklist = blocks
    assert isinstance(reflection, Reflection)
    assert (reflection.id, reflection.minutes, reflection.goals) == ("r1", 6, ("d1-m2",))
    assert reflection.stem.plain == "Hvor stopper det?"
    assert (reflection.hint.plain, reflection.example.plain) == ("Se på mandagen.", "«Hos oss …»")
    assert isinstance(checklist, Checklist)


def test_nothing_is_right_in_a_reflection(read: Callable) -> None:
    """Riktig and Feil have no place under a reflection."""
    found = read("### Refleksjon: X\n<!-- id: r -->\nTekst.\n\n> **Riktig:** Ja.\n")
    assert found.codes == ["label-not-here"]
