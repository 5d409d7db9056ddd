"""What goes into the workbook as a file: every word that is written, under its headings, and nothing that is not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kursapp.domain.course import Place, Rich
from kursapp.domain.keepsake import PieceKind
from kursapp.domain.plan import NewStep, StepStatus
from kursapp.domain.portfolio import CourseWork, Placed, WorkItem
from kursapp.domain.problem import KursappError
from kursapp.domain.product import Said
from kursapp.domain.question import Column, Workbook, WorkbookKind
from kursapp.services.keepsake import (
    KeepsakeKind,
    keepsake_html,
    plan_keepsake,
    workbook_keepsake,
    write_calendar,
    write_keepsake,
)
from kursapp.services.participant import Participant
from kursapp.services.portfolio import Shelved

DAY = date(2026, 11, 22)


def works(world) -> tuple[CourseWork, ...]:
    items = (world.reflection, world.workbook, world.boxes, world.text)
    placed = tuple(Placed(item, "Dag 1", "d1-1", "arbeid") for item in items)
    return Participant(world.profile, world.clock).portfolio.work([Shelved(world.course, placed)])


def outline(pieces: Iterable) -> list[tuple[str, int]]:
    return [(piece.text, piece.level) for piece in pieces if piece.kind is PieceKind.HEADING]


def test_all_that_is_written_stands_under_its_day(world) -> None:
    """Plan first, then day by day; what is empty is left out; sums are worked out."""
    world.desk.take.enrol()
    fill = world.desk.fill
    fill.fill(world.workbook, "r1", "sannsynlighet", "3")
    fill.fill(world.workbook, "r1", "konsekvens", "4")
    fill.check(world.boxes, "b2", True)
    fill.reflect(world.reflection, "Barnets stemme\n\nblir borte")
    fill.finish(world.workbook)
    plan = Participant(world.profile, world.clock).plan
    plan.add(world.course.id, NewStep("Lese ti vedtak", "leder", date(2026, 12, 1)))
    made = workbook_keepsake(works(world), plan.all(), DAY, "nb")
    assert made.title == "Arbeidsbok: God barnevernledelse"
    assert made.lead == "Skrevet ut 22.\u00a0november 2026. Bare for den som har skrevet den."
    assert outline(made.pieces) == [("Planen", 2), ("Dag 1", 2), ("Hva blir borte?", 3), ("Risiko", 3), ("Bokser", 3)]
    tables = [piece.rows for piece in made.pieces if piece.kind is PieceKind.TABLE]
    assert tables[0][1] == ("Lese ti vedtak", "leder", "1.\u00a0desember 2026", "Ikke begynt")
    assert tables[1] == (("Fare", "Sannsynlighet", "Konsekvens", "Risiko"), ("Trusler", "3", "4", "12"))
    notes = [piece.text for piece in made.pieces if piece.kind is PieceKind.NOTE]
    assert notes == ["Refleksjon", "Arbeidsbok · Ferdig 9.\u00a0mars 2026", "Arbeidsbok · Påbegynt"]
    (ticks,) = (piece.rows for piece in made.pieces if piece.kind is PieceKind.TICKS)
    assert ticks == (("Ett", ""), ("To", "x"))


def test_one_product_alone_has_its_own_title(world) -> None:
    """Nothing else of the workbook is in it, the plan neither."""
    world.desk.take.enrol()
    world.desk.fill.write(world.text, "notat")
    world.desk.fill.reflect(world.reflection, "annet")
    step = Participant(world.profile, world.clock).plan.add(world.course.id, NewStep("steg")).step
    made = workbook_keepsake(works(world), [step], DAY, "nb", only="wb-notat")
    assert made.title == "Notat"
    assert [piece.text for piece in made.pieces if piece.kind is PieceKind.TEXT] == ["notat"]
    assert not [piece for piece in made.pieces if piece.kind in (PieceKind.TABLE, PieceKind.HEADING)]


def test_several_courses_stand_under_their_names() -> None:
    """One level further down; a course without words is not there."""
    first = CourseWork("a", "Kurs A", "nb", True, (_item("a", "x"),))
    empty = CourseWork("b", "Kurs B", "nb", True, (_item("b", ""),))
    made = workbook_keepsake([first, empty], [], DAY, "nb")
    assert made.title == "Arbeidsbok"
    assert outline(made.pieces) == [("Kurs A", 2), ("Dag 1", 3), ("Notat", 4)]


def _item(course: str, text: str, **changes: object) -> WorkItem:
    item = Workbook("wb-notat", "Notat", Place("", 0, 0), WorkbookKind.TEXT, stem=Rich("<p>Skriv</p>", "Skriv"))
    return WorkItem(course, Placed(item, "Dag 1"), {"": text}, **changes)  # type: ignore[arg-type]


def test_what_the_course_has_dropped_is_in_it_and_said_so() -> None:
    """Whole parts under a heading of their own, loose words at their product."""
    over = _item("a", "x", left_over=(Said("r1/c", "Trusler", "Tiltak", "Låse døra"),))
    gone = WorkItem("a", Placed(over.item), {"": "borte"}, gone=True)
    made = workbook_keepsake([CourseWork("a", "Kurs", "nb", True, (over, gone))], [], DAY, "nb")
    assert outline(made.pieces)[-2:] == [("Fra tidligere utgaver", 2), ("Notat", 3)]
    assert [piece.rows for piece in made.pieces if piece.kind is PieceKind.ENTRIES] == [
        (("Trusler, Tiltak", "Låse døra"),)
    ]
    notes = [piece.text for piece in made.pieces if piece.kind is PieceKind.NOTE]
    assert "Kurset har ikke denne delen lenger. Dette skrev du." in notes


def test_a_wide_table_stands_row_by_row(world) -> None:
    """Six columns side by side are no table on A4."""
    more = tuple(Column(f"k{at}", f"Kolonne {at}") for at in range(4))
    cells = world.workbook.rows[0].cells
    wide = replace(
        world.workbook,
        columns=world.workbook.columns + more,
        rows=tuple(replace(row, cells=(*row.cells, *([cells[1]] * 4))) for row in world.workbook.rows),
    )
    item = WorkItem("a", Placed(wide, "Dag 1"), {"r1/k2": "Bredt", "r1/konsekvens": "2"})
    made = workbook_keepsake([CourseWork("a", "Kurs", "nb", True, (item,))], [], DAY, "nb")
    (entries,) = (piece for piece in made.pieces if piece.kind is PieceKind.ENTRIES)
    assert (entries.text, entries.rows) == ("Trusler", (("Konsekvens", "2"), ("Kolonne 2", "Bredt")))


def test_nothing_written_is_said_in_a_sentence(world, tmp_path: Path) -> None:
    """An empty file helps nobody."""
    world.desk.take.enrol()
    for make in (lambda: workbook_keepsake(works(world), [], DAY, "nb"), lambda: plan_keepsake("Kurs", [], DAY, "nb")):
        with pytest.raises(KursappError) as caught:
            make()
        assert caught.value.problem.code == "keepsake-empty"


@pytest.mark.parametrize("kind", list(KeepsakeKind))
def test_files_are_written_where_there_is_a_folder(tmp_path: Path, kind: KeepsakeKind) -> None:
    """A stick that was pulled out is one sentence."""
    made = workbook_keepsake([CourseWork("a", "Kurs", "nb", True, (_item("a", "x"),))], [], DAY, "nb")
    path = tmp_path / f"bok.{kind.value}"
    assert write_keepsake(made, kind, path) == path
    assert path.read_bytes()[:2] in (b"%P", b"PK")
    with pytest.raises(KursappError) as caught:
        write_keepsake(made, kind, tmp_path / "borte" / "bok")
    assert caught.value.problem.code == "export-folder-missing"
    assert "<h1>" in keepsake_html(made)


def test_the_plan_alone_and_in_other_languages(world) -> None:
    """The words around it are in the language asked for."""
    plan = Participant(world.profile, world.clock).plan
    step = plan.add("a", NewStep("Read", "", date(2026, 12, 1))).step
    plan.set_status(step.id, StepStatus.PUT_ASIDE)
    made = plan_keepsake("Course", plan.steps("a"), DAY, "en")
    assert made.title == "The plan: Course"
    assert made.pieces[0].rows == (("Step", "Who", "When", "Status"), ("Read", "", "1\u00a0December 2026", "Put aside"))


def test_the_calendar_has_open_steps_with_a_day_only(world, tmp_path: Path) -> None:
    """Done steps remind nobody; without any there is a sentence, not a file."""
    plan = Participant(world.profile, world.clock).plan
    now = datetime(2026, 3, 9, tzinfo=UTC)
    steps = [plan.add("a", NewStep(word, due=DAY)).step for word in ("gjort", "igjen")]
    plan.add("a", NewStep("uten dag"))
    plan.set_status(steps[0].id, StepStatus.DONE)
    path = tmp_path / "plan.ics"
    assert write_calendar("Kurs", plan.steps("a"), path, "nb", now) == 1
    assert b"igjen" in path.read_bytes()
    assert b"gjort" not in path.read_bytes()
    path.unlink()
    plan.set_status(steps[1].id, StepStatus.PUT_ASIDE)
    with pytest.raises(KursappError) as caught:
        write_calendar("Kurs", plan.steps("a"), path, "nb", now)
    assert caught.value.problem.code == "calendar-empty"
    assert not path.exists()
    with pytest.raises(KursappError) as caught:
        write_calendar("Kurs", plan.steps("a"), tmp_path / "borte" / "plan.ics", "nb", now)
    assert caught.value.problem.code == "export-folder-missing"
