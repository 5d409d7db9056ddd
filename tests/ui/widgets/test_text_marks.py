"""Marks in running text stand on the words they were set on, at every size of the type."""

from __future__ import annotations

import pytest

from kursapp.domain.course import Place, Prose, Rich
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.text_marks import LAYERS, TextMark
from tests.ui.widgets.conftest import Show

HTML = "<p>Først 🙂 én setning.</p><p>Så <a href='kurs:x'>en til</a> her.</p><ul><li>Og et punkt</li></ul>"


@pytest.fixture
def view(show: Show[ProseView], theme: Theme, pictures: Pictures) -> ProseView:
    return show(ProseView((Prose(Place("a.md", 1, 2), Rich(HTML, "")),), theme, pictures))


def mark(view: ProseView, words: str, look: str = "yellow") -> TextMark:
    """Return a mark on the first place some words stand."""
    start = view.plain().index(words)
    return TextMark(start, start + len(words), look)


def marked(view: ProseView) -> list[str]:
    """Return the words Qt tints, in order."""
    return [each.cursor.selectedText() for each in view.extraSelections()]


def test_marks_count_in_the_plain_words(view: ProseView) -> None:
    """An emoji before them, a link within them and the end of a paragraph move nothing."""
    view.set_marks("highlight", [mark(view, "én setning"), mark(view, "en til her"), mark(view, "her.\nOg et")])
    assert marked(view) == ["én setning", "en til her", "her.", "Og et"]


def test_layers_are_set_by_themselves(view: ProseView) -> None:
    """What is found goes away again without touching what is highlighted; an unknown layer is a fault."""
    view.set_marks("highlight", [mark(view, "Først")])
    view.set_marks("found", [mark(view, "punkt", "found")])
    assert marked(view) == ["Først", "punkt"]
    view.set_marks("found", [])
    assert marked(view) == ["Først"]
    assert {layer: len(view.marks(layer)) for layer in LAYERS} == {"highlight": 1, "spoken": 0, "found": 0}
    with pytest.raises(ValueError, match="other"):
        view.set_marks("other", [])


def test_marks_stay_when_the_text_is_laid_out_anew(view: ProseView, theme: Theme) -> None:
    """Another size and another theme keep the marks on their words."""
    one = mark(view, "en til")
    view.set_marks("highlight", [one])
    before = view.mark_rect(one)
    theme.wear(Look("dark", 200))
    assert marked(view) == ["en til"]
    after = view.mark_rect(one)
    assert before is not None
    assert after is not None
    assert after.height() > before.height() * 1.5
    theme.wear(Look("light"))


def test_a_place_is_found_past_letters_qt_counts_twice(view: ProseView) -> None:
    """Python counts an emoji as one character, Qt as two."""
    at = view.plain().index("én")
    assert view.place_of(at) == at + 1
    assert view.place_of(0) == 0
    assert view.mark_rect(TextMark(5, 5, "yellow")) is None
