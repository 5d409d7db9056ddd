"""Ordliste: looked up by any of its languages, read, and followed to the pages that use the word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kursapp.services.open_course import OpenedCourse
from kursapp.services.search import CourseSearch
from kursapp.ui.navigation import Location, found, glossary, library, page, search
from kursapp.ui.participant.glossary.screen import GlossaryScreen
from kursapp.ui.participant.glossary.word_detail import SHOWN_AT_FIRST
from kursapp.ui.theme.theme import Look
from kursapp.ui.widgets.prose_view import ProseView
from tests.ui.participant.conftest import SitAt, SitDown
from tests.ui.participant.sitting import Sitting, write_course

PAGES = "\n".join(f"## Side {number}\n<!-- id: p{number} -->\nEt avvik skjer.\n" for number in range(1, 11))
LAST = "## Siste\n<!-- id: siste -->\nEn akuttvedtaket. Å øve er ærlig.\n"
SESSION = f"---\nid: s1\nminutter: 5\n---\n# Økt\n\n{PAGES}\n{LAST}"
GLOSSARY = """# Begreper

| Begrep | Forklaring | Nynorsk | Engelsk |
|---|---|---|---|
| øve | Gjøre igjen. | øve | practise |
| avvik | Noe ble gjort på en annen måte. | avvik | nonconformity |
| å være | Finnes. | å vere | to be |
| akuttvedtak | Vedtak som treffes straks ved avvik. | akuttvedtak | emergency decision |
| ærlig | Sier det som det er. | ærleg | honest |
| ubrukt | Står ingen steder. | | |
"""
ORDER = ["akuttvedtak", "avvik", "ubrukt", "ærlig", "øve", "å være"]


@pytest.fixture
def sit(sit_at: SitAt, tmp_path: Path) -> SitDown:
    """Sit down at two courses, the second with one word that the first explains otherwise."""
    folder = write_course(tmp_path / "kurs", [("en.md", SESSION)])
    (folder / "lite" / "begreper.md").write_text(GLOSSARY, "utf-8")
    (folder / "annet").mkdir()
    cover = (
        "---\nid: annet\nversjon: 1.0.0\nspråk: nb\n---\n# Annet kurs\n\nTil.\n\n## Dag 1: En\nEn.\n\n1. [Økt](en.md)\n"
    )
    (folder / "annet" / "kurs.md").write_text(cover, "utf-8")
    (folder / "annet" / "en.md").write_text("---\nid: a1\n---\n# Økt\n\n## En side\n<!-- id: a-p -->\nOrd.\n", "utf-8")
    table = "# Begreper\n\n| Begrep | Forklaring |\n|---|---|\n| avvik | Kort forklart. |\n| barn | Under 18. |\n"
    (folder / "annet" / "begreper.md").write_text(table, "utf-8")
    return sit_at(folder, "lite")


@pytest.fixture
def sitting(sit: SitDown) -> Iterator[Sitting]:
    """Sit down with the index made."""
    made = sit()
    index(made)
    go(made, glossary())
    return made


def index(sitting: Sitting) -> None:
    """Let the courses be indexed, on the thread that searches them."""
    done: list[object] = []
    sitting.tasks.searching(partial(_fill, sitting.shelf.shelf()), done.append)
    sitting.wait_for(lambda: bool(done), "the index")


def _fill(shelf: tuple[OpenedCourse, ...], made: CourseSearch) -> bool:
    made.take_in(shelf)
    while made.is_building:
        made.work(1.0)
    return True


def go(sitting: Sitting, location: Location) -> GlossaryScreen:
    sitting.navigator.go(location)
    sitting.settle()
    return screen(sitting)


def screen(sitting: Sitting) -> GlossaryScreen:
    shown = sitting.steering.screen
    assert isinstance(shown, GlossaryScreen)
    return shown


def words(sitting: Sitting) -> list[str]:
    rows = screen(sitting).list.words
    found_words = (rows.word(row) for row in range(rows.rowCount()))
    return [each.word for each in found_words if each is not None]


def said(sitting: Sitting) -> list[str]:
    """Return what the detail says."""
    sitting.settle()
    return [each.text() for each in screen(sitting).detail.findChildren(QLabel) if each.isVisible() and each.text()]


def uses(sitting: Sitting) -> None:
    """Wait until the pages that use the word are told."""
    sitting.wait_for(lambda: all(each.is_answered for each in screen(sitting).detail.uses), "the pages")


def test_words_stand_in_norwegian_order_under_their_letters(sitting: Sitting) -> None:
    """Of all courses; a letter is no stop for the arrow keys; the first word is explained."""
    assert words(sitting) == [*ORDER[:2], "barn", *ORDER[2:]]
    rows = screen(sitting).list.words
    letters = [rows.data(rows.index(row, 0)) for row in range(rows.rowCount()) if rows.word(row) is None]
    assert letters == ["A", "B", "U", "Æ", "Ø", "Å"]
    assert "Akuttvedtak" in said(sitting)
    screen(sitting).list.setFocus()
    for _step in range(2):
        sitting.key(Qt.Key.Key_Down)
    assert screen(sitting).list.word().word == "barn"


def test_every_language_and_the_explanation_are_looked_up(sitting: Sitting) -> None:
    """As one types; the count is told, and the best is explained at once."""
    assert sitting.focus() is screen(sitting).field
    sitting.type("emergency")
    assert words(sitting) == ["akuttvedtak"]
    assert {"Vedtak som treffes straks ved avvik.", "Engelsk: emergency decision"} <= set(said(sitting))
    screen(sitting).field.setText("avvik")
    assert words(sitting) == ["avvik", "akuttvedtak"]
    assert screen(sitting).told.text() == "2 ord"
    screen(sitting).field.setText("å vere")
    assert words(sitting) == ["å være"]
    screen(sitting).field.setText("finnes ikke her")
    assert words(sitting) == []
    assert screen(sitting).told.text().startswith("Ingen ord passer.")
    assert said(sitting) == []


def test_what_courses_say_otherwise_stands_beside_each_other(sitting: Sitting) -> None:
    """Each with its course; one course chosen has its own alone, and its words alone."""
    screen(sitting).field.setText("avvik")
    texts = said(sitting)
    assert {"Noe ble gjort på en annen måte.", "Kort forklart.", "Lite kurs", "Annet kurs"} <= set(texts)
    screen(sitting).field.clear()
    screen(sitting).course.set_value("annet")
    assert words(sitting) == ["avvik", "barn"]
    assert "Noe ble gjort på en annen måte." not in said(sitting)
    assert "Kort forklart." in said(sitting)
    assert sitting.navigator.here == glossary("annet")


def test_the_pages_that_use_a_word_are_links(sitting: Sitting) -> None:
    """The first few, then all; a link opens the page with the word marked on it."""
    screen(sitting).list.setFocus()
    sitting.key(Qt.Key.Key_Down)
    uses(sitting)
    (of_lite, of_annet) = sorted(screen(sitting).detail.uses, key=lambda each: -len(each.links))
    assert "Brukes på 10 sider" in said(sitting)
    assert "Ordet står ikke i teksten på noen side." in said(sitting)
    assert of_annet.links == []
    sitting.settle()
    assert [link.text() for link in of_lite.links if link.isVisible()] == [
        f"Side {number}" for number in range(1, SHOWN_AT_FIRST + 1)
    ]
    of_lite.more.click()
    sitting.settle()
    assert all(link.isVisible() for link in of_lite.links)
    assert sitting.focus() is of_lite.links[SHOWN_AT_FIRST]
    of_lite.links[1].click()
    assert sitting.navigator.here == page("lite", "s1", "p2", spot=found("avvik"))
    sitting.wait_for(lambda: sitting.page_view() is not None, "the page")
    sitting.settle()
    (prose,) = sitting.view().findChildren(ProseView)
    assert [prose.plain()[mark.start : mark.end] for mark in prose.marks("found")] == ["avvik"]


def test_a_word_used_nowhere_says_so(sitting: Sitting) -> None:
    """In a sentence, and there is still the search."""
    screen(sitting).field.setText("ubrukt")
    sitting.wait_for(lambda: bool(screen(sitting).detail.uses), "the word")
    uses(sitting)
    assert "Ordet står ikke i teksten på noen side." in said(sitting)
    screen(sitting).detail.everywhere.click()
    sitting.settle()
    assert sitting.navigator.here == search()
    assert sitting.steering.screen.field.text() == "ubrukt"


def test_until_the_course_is_read_the_pages_are_waited_for(sit: SitDown) -> None:
    """And they come by themselves."""
    sitting = sit()
    shown = go(sitting, glossary("lite", "avvik"))
    shown._ask_uses()
    asked: list[object] = []
    sitting.tasks.searching(lambda _index: 0, asked.append)
    sitting.wait_for(lambda: bool(asked), "an answer that comes too early")
    assert not shown.detail.uses[0].is_answered
    assert "Leser kurset …" in said(sitting)
    index(sitting)
    sitting.wait_for(lambda: screen(sitting).detail.uses[0].is_answered, "the pages")
    assert "Brukes på 10 sider" in said(sitting)


def test_a_word_one_comes_to_is_chosen(sitting: Sitting) -> None:
    """From a page or a hit: in its course, with what was typed earlier gone; one that is no word any more is none."""
    screen(sitting).field.setText("finnes ikke her")
    go(sitting, glossary("lite", "øve"))
    assert screen(sitting).list.word().word == "øve"
    assert screen(sitting).field.text() == ""
    assert screen(sitting).course.value() == "lite"
    assert sitting.focus() is screen(sitting).list
    go(sitting, glossary("lite", "borte"))
    assert screen(sitting).list.word() is not None


def test_from_the_explanation_on_a_page(sitting: Sitting) -> None:
    """A term is explained beside its word; Tab comes to the way on, and Alt+Left back to the page."""
    sitting.go("s1", "siste")
    sitting.wait_for(lambda: sitting.view().is_built, "the page")
    sitting.view().terms.open("begrep:akuttvedtak")
    popover = sitting.view().terms.popover
    assert popover.hasFocus()
    sitting.key(Qt.Key.Key_Tab)
    assert sitting.focus() is popover.more
    assert popover.isVisible()
    sitting.key(Qt.Key.Key_Return)
    assert sitting.navigator.here == glossary("lite", "akuttvedtak")
    assert screen(sitting).list.word().word == "akuttvedtak"
    assert popover.isHidden()
    sitting.navigator.back()
    assert sitting.view().ground.page.id == "siste"


def test_going_on_from_the_explanation_puts_it_away(sitting: Sitting) -> None:
    """Tab past its button leaves the box for the page."""
    sitting.go("s1", "siste")
    sitting.wait_for(lambda: sitting.view().is_built, "the page")
    sitting.view().terms.open("begrep:akuttvedtak")
    for _step in range(2):
        sitting.key(Qt.Key.Key_Tab)
    assert sitting.view().terms.popover.isHidden()


def test_where_there_is_no_room_for_both_one_is_shown(sit: SitDown) -> None:
    """At twice the size in a small window: words, then one of them, and Esc or the button back again."""
    sitting = sit(zoom=200, size=(960, 600))
    shown = go(sitting, glossary())
    assert shown.list.isVisible()
    assert not shown.detail.isVisible()
    sitting.key(Qt.Key.Key_Down)
    sitting.key(Qt.Key.Key_Return)
    assert shown.detail.isVisible()
    assert not shown.list.isVisible()
    assert "Avvik" in said(sitting)
    assert shown.detail.isAncestorOf(sitting.focus())
    sitting.key(Qt.Key.Key_Escape)
    assert shown.list.hasFocus()
    assert shown.list.word().word == "avvik"
    sitting.key(Qt.Key.Key_Return)
    shown.back.click()
    assert shown.list.isVisible()


def test_escape_and_the_keys_of_finding(sitting: Sitting) -> None:
    """Esc brings the keyboard back step by step; Ctrl+F goes to the field."""
    shown = screen(sitting)
    sitting.type("øve")
    sitting.key(Qt.Key.Key_Return)
    assert shown.detail.isAncestorOf(sitting.focus())
    sitting.key(Qt.Key.Key_Escape)
    assert shown.list.hasFocus()
    sitting.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert shown.field.hasFocus()
    sitting.key(Qt.Key.Key_Escape)
    assert shown.field.text() == ""
    assert len(words(sitting)) == 7


def test_courses_without_a_glossary_say_so(sit_small: Callable[[str], SitDown]) -> None:
    """With the way to the courses."""
    sitting = sit_small("---\nid: s1\n---\n# Økt\n\n## Side\n<!-- id: p -->\nOrd.\n")()
    shown = go(sitting, glossary())
    assert shown.empty.isVisible()
    assert not shown.field.isVisible()
    asked: list[Location] = []
    sitting.navigator.moved.disconnect(sitting.steering.show_location)
    sitting.navigator.moved.connect(asked.append)
    shown.empty.action.click()
    assert asked == [library()]


def test_everything_has_a_name(sitting: Sitting) -> None:
    """Rows are read with their other languages, links with where they lead, fields by what they are for."""
    shown = screen(sitting)
    uses(sitting)
    rows = shown.list.words
    read = [rows.data(rows.index(row, 0), Qt.ItemDataRole.AccessibleTextRole) for row in range(rows.rowCount())]
    assert "akuttvedtak (emergency decision)" in read
    assert all(link.accessibleDescription() for each in shown.detail.uses for link in each.links)
    for widget in shown.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            name = QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
            assert name or (isinstance(widget, QPushButton) and widget.text()), widget


def test_it_follows_the_theme(sitting: Sitting) -> None:
    """Drawn in the dark and at twice the size."""
    sitting.theme.wear(Look("dark", 200))
    sitting.settle()
    screen(sitting).grab()
