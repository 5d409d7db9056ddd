"""Steps out of the rows of plan products: what the columns say, and what has been taken already."""

from __future__ import annotations

from datetime import date

from kursapp.domain.course import Place, Rich
from kursapp.domain.plan_rows import is_plan, plan_rows
from kursapp.domain.question import Cell, Column, ColumnKind, Row, Workbook, WorkbookKind

HERE = Place("dag-6/05.md", 1, 9)


def table(name: str, *columns: Column, rows: tuple[str, ...] = ("Første mål", "Andre mål")) -> Workbook:
    cells = tuple(Cell(field=True) for _ in columns[1:])
    made = tuple(Row(f"r{at}", (Cell(Rich(title, title)), *cells)) for at, title in enumerate(rows, start=1))
    return Workbook(f"wb-{name}", name, HERE, WorkbookKind.TABLE, columns=columns, rows=made, growing=True)


PLAN = table(
    "90-dagersplan",
    Column("maal", "Mål"),
    Column("hva", "Hva skal bli bedre, for hvem?"),
    Column("tiltak", "Tiltak"),
    Column("skritt", "Første skritt, med klokkeslett"),
    Column("eier", "Eier (rolle)"),
)
AHEAD = table(
    "veien-videre",
    Column("naar", "Når"),
    Column("planen", "Dette ser jeg på i planen"),
    Column("hvem", "Med hvem (rolle)"),
    Column("dato", "Dato", ColumnKind.DATE),
)
RISK = table(
    "risiko",
    Column("verdi", "Verdi"),
    Column("tiltak", "Tiltak"),
    Column("konsekvens", "Konsekvens", ColumnKind.SCALE, 1, 5),
)
AGREED = table(
    "partsplan",
    Column("tema", "Tema"),
    Column("avtale", "Vi er enige om"),
    Column("eier", "Eier"),
    Column("frist", "Ferdig innen"),
)


def steps(*written: tuple[Workbook, dict[str, str]], used: tuple[str, ...] = ()) -> list[tuple[object, ...]]:
    return [(each.text, each.owner, each.due) for rows in plan_rows(written, used) for each in rows.steps]


def test_each_row_gives_its_first_step_and_its_measure() -> None:
    """The small step stands first; both have the row's owner, found in the column of owners and in no other."""
    parts = {
        "r1/hva": "Barn ser sin egen mening",
        "r1/tiltak": "En linje i malen",
        "r1/skritt": "Tirsdag kl. 9: lese ti vedtak",
        "r1/eier": "avdelings-\nleder",
    }
    assert steps((PLAN, parts)) == [
        ("Tirsdag kl. 9: lese ti vedtak", "avdelings- leder", None),
        ("En linje i malen", "avdelings- leder", None),
    ]


def test_a_row_without_such_columns_is_called_what_it_is_called() -> None:
    """What stands at the row and the first of its words; a date as it was typed becomes a day."""
    parts = {"r2/planen": "Har to lest vedtakene?", "r2/hvem": "makker", "r2/dato": "9. mars 2027", "r1/dato": "snart"}
    assert steps((AHEAD, parts)) == [("Andre mål: Har to lest vedtakene?", "makker", date(2027, 3, 9))]


def test_a_day_in_a_column_of_words_is_found_too() -> None:
    """Where it can be read as one."""
    parts = {"r1/avtale": "Svare samme dag", "r1/eier": "leder", "r1/frist": "1.4.2027"}
    assert steps((AGREED, parts)) == [("Svare samme dag", "leder", date(2027, 4, 1))]


def test_rows_of_ones_own_count_and_empty_rows_do_not() -> None:
    """She may have written a row more."""
    parts = {"egen-1": "", "egen-1/tiltak": "Øve på telefonen", "r1/eier": "leder"}
    assert steps((PLAN, parts)) == [("Øve på telefonen", "", None)]


def test_what_became_a_step_is_not_offered_again() -> None:
    """A step is known by the field it came from."""
    parts = {"r1/tiltak": "a", "r1/skritt": "b"}
    assert steps((PLAN, parts), used=("wb-90-dagersplan/r1/tiltak",)) == [("b", "", None)]


def test_plans_stand_first() -> None:
    """The 90-day plan before other plans, these before other tables with owners and days."""
    found = plan_rows([(AHEAD, {"r1/planen": "x"}), (AGREED, {"r1/avtale": "y"}), (PLAN, {"r1/tiltak": "z"})])
    assert [rows.title for rows in found] == ["90-dagersplan", "partsplan", "veien-videre"]


def test_a_table_that_says_neither_who_nor_when_is_no_plan() -> None:
    """«Konsekvens» does not speak of who, though there is a word in it that would; nor are texts and boxes plans."""
    assert not is_plan(RISK)
    assert not is_plan(Workbook("wb-plan", "Plan", HERE, WorkbookKind.TEXT))
    assert is_plan(PLAN)
    assert is_plan(AHEAD)
