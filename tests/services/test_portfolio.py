"""Everything one has made: of courses on the machine, of parts they have dropped, and of courses that are gone."""

from __future__ import annotations

from dataclasses import replace

from kursapp.domain.course import Session
from kursapp.domain.portfolio import Placed, WorkState
from kursapp.domain.question import Cell, Column, Row
from kursapp.services.participant import Participant
from kursapp.services.portfolio import Shelved, shelved


class Read:
    """A course that has been read: its outline, and a session with two pages."""

    def __init__(self, world) -> None:
        self.course = world.course
        self._session = Session("d1-1", "dag-1/01.md", "Hvorfor finnes vi?", (world.reading, world.work))
        self.asked: list[str] = []

    def session(self, session_id: str) -> Session:
        self.asked.append(session_id)
        return self._session


def on_shelf(world, *items) -> Shelved:
    return Shelved(world.course, tuple(Placed(item, "Dag 1: Samfunnsoppdraget", "d1-1", "arbeid") for item in items))


def portfolio(world):
    return Participant(world.profile, world.clock).portfolio


def test_a_course_is_read_for_its_products_and_reflections(world) -> None:
    """In their order, with the day and page they stand on; sessions without items are not even read."""
    opened = Read(world)
    found = shelved(opened)
    assert [each.item.id for each in found.placed] == ["r-hverdag", "wb-risiko", "wb-bokser", "wb-notat"]
    assert {(each.module_title, each.session_id) for each in found.placed} == {("Dag 1: Samfunnsoppdraget", "d1-1")}
    assert {each.module_id for each in found.placed} == {"dag-1"}
    assert [each.page_id for each in found.placed] == ["lesing", "arbeid", "arbeid", "arbeid"]
    assert opened.asked == ["d1-1"]


def test_what_is_not_open_yet_is_left_out_unless_it_is_written_in(world) -> None:
    """The follow-up's tables wait for the follow-up; words are never hidden."""
    world.desk.take.enrol()
    world.desk.fill.write(world.text, "skrevet likevel")
    later = tuple(Placed(item, "Oppfølging", "o1", "o1", "", "oppfolging") for item in (world.boxes, world.text))
    (work,) = portfolio(world).work([Shelved(world.course, (Placed(world.reflection, "Dag 1"), *later))])
    assert [each.item.id for each in work.without({"oppfolging"}).items] == ["r-hverdag", "wb-notat"]
    assert work.without(()) == work


def test_each_says_how_far_it_is(world) -> None:
    """Empty, begun, finished; with how much of it is filled in, and when it was last written."""
    fill = world.desk.fill
    world.desk.take.enrol()
    fill.fill(world.workbook, "r1", "konsekvens", "4")
    fill.write(world.text, "notat")
    fill.finish(world.text)
    (work,) = portfolio(world).work([on_shelf(world, world.reflection, world.workbook, world.boxes, world.text)])
    states = [(each.state, each.filled, each.fields) for each in work.items]
    assert states == [
        (WorkState.EMPTY, 0, 1),
        (WorkState.BEGUN, 1, 4),
        (WorkState.EMPTY, 0, 2),
        (WorkState.FINISHED, 1, 1),
    ]
    assert work.items[1].updated_at == world.clock.now()
    assert work.is_here
    assert work.find("wb-notat") is work.items[3]
    assert work.find("ukjent") is None


def test_courses_nobody_has_begun_are_left_out(world) -> None:
    """A shelf full of courses is not her work."""
    assert portfolio(world).work([on_shelf(world, world.text)]) == ()
    world.desk.take.enrol()
    assert [work.course_id for work in portfolio(world).work([on_shelf(world, world.text)])] == [world.course.id]


def test_a_part_the_course_has_dropped_stands_last_as_it_was(world) -> None:
    """The words are there with the table they were written in; what was never written in is not."""
    fill = world.desk.fill
    world.desk.take.enrol()
    fill.fill(world.workbook, "r1", "konsekvens", "4")
    fill.reflect(world.reflection, "")
    fill.tick(world.checklist, "s1", True)
    (work,) = portfolio(world).work([on_shelf(world, world.text)])
    assert [(each.item.id, each.gone) for each in work.items] == [("wb-notat", False), ("wb-risiko", True)]
    assert work.items[1].item.columns == world.workbook.columns
    assert work.items[1].placed.module_title == ""


def test_a_course_that_is_gone_keeps_its_name_and_words(world) -> None:
    """Nothing on the shelf: all is shown from what was kept."""
    world.desk.take.enrol()
    world.desk.fill.reflect(world.reflection, "Barnets stemme")
    (work,) = portfolio(world).work([])
    assert (work.title, work.is_here, work.language) == (world.course.title, False, "")
    (item,) = work.items
    assert (item.title, item.gone, item.parts) == (world.reflection.title, True, {"": "Barnets stemme"})


def test_words_without_any_item_are_not_lost(world) -> None:
    """Even where nobody knows any more what was asked."""
    world.desk.take.enrol()
    world.desk.fill.write(world.text, "mine ord")
    world.profile._database.driver.execute("UPDATE field SET asked = NULL")
    (work,) = portfolio(world).work([])
    assert [(each.title, each.parts) for each in work.items] == [("wb-notat", {"": "mine ord"})]


def test_a_row_the_course_has_dropped_is_left_over_with_its_name(world) -> None:
    """The new version has other rows; what stood in the old one is called as it was then."""
    world.desk.take.enrol()
    world.desk.fill.fill(world.workbook, "r1", "konsekvens", "4")
    cells = tuple(Cell(field=True) for _ in world.workbook.columns)
    other = replace(world.workbook, rows=(Row("ny", cells),))
    (work,) = portfolio(world).work([on_shelf(world, other)])
    (said,) = work.items[0].left_over
    assert (said.name, said.text) == ("Trusler, Konsekvens", "4")
    unknown = replace(other, columns=(Column("x", "X"),), rows=())
    world.profile._database.driver.execute("UPDATE field SET asked = NULL")
    (work,) = portfolio(world).work([on_shelf(world, unknown)])
    assert work.items[0].left_over[0].name == "r1/konsekvens"
