"""The whole way: asked from anywhere, found in the courses and in one's own words, opened, and back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from kursapp.services.open_course import OpenedCourse
from kursapp.services.search import CourseSearch
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.search.screen import SearchScreen
from tests.ui.participant.conftest import SitDown
from tests.ui.participant.sitting import Sitting

FILL = "\n\n".join(f"Avsnitt {number}. " + "Dette fyller linjen. " * 12 for number in range(30))
SESSION = f"""---
id: s1
minutter: 10
---
# Økt

## Først
<!-- id: forst -->
Her står ingenting.

## Klokkene
<!-- id: klokkene -->
{FILL}

Meldefristene løper fra den dagen meldingen kom.

### Refleksjon: Hva tenker du?
<!-- id: r1 -->
Skriv.
"""
SECRET = "Spesialordet"


@pytest.fixture
def sitting(sit_small: Callable[[str], SitDown]) -> Iterator[Sitting]:
    """Sit down at the course with the index made."""
    made = sit_small(SESSION)()
    done: list[object] = []
    made.tasks.searching(partial(_fill, made.shelf.shelf()), done.append)
    made.wait_for(lambda: bool(done), "the index")
    made.go("s1", "forst")
    return made


def _fill(shelf: tuple[OpenedCourse, ...], index: CourseSearch) -> bool:
    index.take_in(shelf)
    while index.is_building:
        index.work(1.0)
    return True


def ask(sitting: Sitting, words: str) -> SearchScreen:
    """Press Ctrl+Shift+F, type, and wait for hits."""
    sitting.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    screen = sitting.steering.screen
    assert isinstance(screen, SearchScreen)
    assert sitting.focus() is screen.field
    sitting.focus().setText(words)
    sitting.wait_for(lambda: bool(screen.list.found.hits), "hits")
    return screen


def test_a_word_form_is_found_opened_marked_and_left_again(sitting: Sitting) -> None:
    """Typed as one says it, found as it is written, on its page with the words in view; Alt+Left has the hits."""
    screen = ask(sitting, "meldefrist")
    assert screen.list.hit().page_id == "klokkene"
    sitting.key(Qt.Key.Key_Return)
    sitting.wait_for(lambda: sitting.page_view() is not None, "the page")
    sitting.settle()
    page_screen = sitting.steering.screen
    assert isinstance(page_screen, PageScreen)
    place = page_screen.finder.here()
    assert place is not None
    assert place.surface.text()[slice(*place.span)] == "Meldefristene"
    view, widget = sitting.view(), place.surface.widget
    sitting.wait_for(lambda: view.is_built, "the whole page")
    sitting.settle()
    assert view.viewport().rect().contains(widget.mapTo(view.viewport(), place.surface.rect(place.span).center()))
    sitting.navigator.back()
    sitting.settle()
    assert screen.list.hasFocus()
    assert screen.list.hit().page_id == "klokkene"


def test_ones_own_words_are_found_where_they_were_written(sitting: Sitting) -> None:
    """As soon as they are saved."""
    sitting.go("s1", "klokkene")
    sitting.wait_for(lambda: sitting.view().is_built, "the whole page")
    field = sitting.view().body.item("r1").findChild(QPlainTextEdit)
    field.setFocus()
    sitting.type(SECRET)
    sitting.view().leave()
    sitting.settle()
    screen = ask(sitting, SECRET.lower())
    sitting.key(Qt.Key.Key_Return)
    sitting.wait_for(lambda: sitting.page_view() is not None, "the page")
    sitting.settle()
    assert sitting.view().ground.page.id == "klokkene"
    assert screen.list.hit().target_id == "r1"


def test_what_is_looked_for_is_written_nowhere(sitting: Sitting, tmp_path: Path) -> None:
    """Not in the profile, not in the cache, not beside them; also not what is found on a page."""
    screen = ask(sitting, "meldefrist")
    screen.field.setText(SECRET)
    sitting.wait_for(lambda: screen._asking.is_settled, "the answer")
    sitting.go("s1", "forst")
    sitting.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    sitting.focus().setText(SECRET)
    sitting.settle()
    sitting.close()
    for file in (file for file in tmp_path.rglob("*") if file.is_file()):
        held = file.read_bytes().lower()
        for coding in ("utf-8", "utf-16-le", "utf-16-be"):
            assert SECRET.lower().encode(coding) not in held, file
