"""Marks in running text: they stand on the words they were set on, in every look, at every size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from kursapp.domain.course import CallOut, CallOutKind, Figure, Place, Prose, Rich
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.rich_label import RichLabel
from kursapp.ui.widgets.text_marks import LOOKS, PlainText, TextMark
from tests.ui.widgets.conftest import Show

PLACE = Place("dag-1/01.md", 1, 2)


def prose(html: str) -> Prose:
    return Prose(PLACE, Rich(html, html))


TEXT = (
    prose("<h3>Tre krav</h3><p>Smil 😀 og <a href='begrep:frist'>frist</a> 👩‍👩‍👧 på § 4-2 e\u0301n gang.</p>"),
    CallOut(PLACE, CallOutKind.LAW, Rich("<p>Loven sier det.</p>", "Loven sier det.")),
    prose("<table><tr><th>Hode</th></tr><tr><td>Celle</td></tr></table><p>Slutt שלום her.</p>"),
    Figure(PLACE, "finnes-ikke.png", "Rom", "Figurtekst"),
)


@pytest.fixture
def view(show: Show[ProseView], theme: Theme, pictures: Pictures) -> ProseView:
    return show(ProseView(TEXT, theme, pictures))


def mark(view: ProseView, words: str, look: str = "yellow", name: str = "") -> TextMark:
    start = view.plain().index(words)
    return TextMark(start, start + len(words), look, name)


def under(view: ProseView, rect: QRect) -> QImage:
    return view.grab(rect).toImage()


def has(image: QImage, colour: QColor) -> bool:
    """Say whether a colour is painted somewhere in a picture."""
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(image.height()))


def test_plain_has_a_new_line_between_paragraphs_and_plain_spaces(view: ProseView) -> None:
    """What stands in a box, a table and a caption is part of it, and bound words are as their author wrote them."""
    text = view.plain()
    for words in ("Tre krav\nSmil", "§ 4-2", "Loven sier det.", "Hode\nCelle\n", "Figurtekst"):
        assert words in text
    assert not set("\u2029\u2028\ufdd0\ufdd1\ufffc\u00a0") & set(text)


def test_places_go_forth_and_back_around_wide_letters(view: ProseView) -> None:
    """Every character has one place in Qt's counting, in order, and what is selected there is what was meant."""
    plain = PlainText(view.document())
    assert [plain.at(plain.place(at)) for at in range(len(plain.text) + 1)] == list(range(len(plain.text) + 1))
    at = plain.text.index("gang")
    cursor = view.textCursor()
    cursor.setPosition(plain.place(at))
    cursor.setPosition(plain.place(at + 4), cursor.MoveMode.KeepAnchor)
    assert cursor.selectedText() == "gang"


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("theme_name", ["light", "dark", "contrast"])
def test_a_look_is_a_tint_and_a_line(view: ProseView, theme: Theme, look: str, theme_name: str) -> None:
    """Marked words have their tint behind them and their line under them; taken away, both are gone."""
    theme.wear(Look(theme_name))
    made = mark(view, "Loven sier", look)
    view.set_marks("highlight", [made])
    rect = view.mark_rect(made)
    assert rect is not None
    assert rect.width() > 20
    rect = rect.adjusted(-2, -2, 2, 6)
    wanted = [theme.color(LOOKS[look].tint), theme.color(LOOKS[look].colour)]
    assert all(has(under(view, rect), colour) for colour in wanted)
    view.set_marks("highlight", [])
    assert not has(under(view, rect), wanted[0]) or LOOKS[look].tint == "primary_subtle"


def test_the_lines_of_the_four_colours_differ() -> None:
    """Who cannot tell the colours apart can tell the lines apart."""
    assert len({LOOKS[name].line for name in ("yellow", "green", "blue", "pink")}) == 4
    assert LOOKS["found"].line is not LOOKS["found-here"].line


def test_marks_keep_to_their_words_at_another_size(view: ProseView, theme: Theme) -> None:
    """A larger type moves the words, and their marks with them."""
    made = mark(view, "gang", "green")
    view.set_marks("highlight", [made])
    before = view.mark_rect(made)
    theme.wear(Look("light", zoom=200))
    after = view.mark_rect(made)
    assert before is not None
    assert after is not None
    assert after.height() > 1.5 * before.height()
    assert [selection.cursor.selectedText() for selection in view.extraSelections()] == ["gang"]


def test_a_mark_over_paragraphs_boxes_and_tables_is_cut_at_their_edges(view: ProseView) -> None:
    """One mark runs through everything, without marking what lies between the paragraphs."""
    text = view.plain()
    view.set_marks("highlight", [TextMark(text.index("krav"), text.index("Celle") + 5, "blue")])
    words = [selection.cursor.selectedText() for selection in view.extraSelections()]
    assert words[0] == "krav"
    assert words[-1] == "Celle"
    assert "Hode" in words
    assert "Loven sier det." in words


def test_words_written_from_right_to_left_are_marked(view: ProseView) -> None:
    """The rectangle of a word in a line that runs both ways has its width."""
    rect = view.mark_rect(mark_set(view, "שלום"))
    assert rect is not None
    assert rect.width() > 10


def mark_set(view: ProseView, words: str) -> TextMark:
    made = mark(view, words)
    view.set_marks("highlight", [made])
    return made


def test_layers_are_set_each_by_itself(view: ProseView) -> None:
    """What a search finds does not take away what the reader has marked, and lies on top of it."""
    kept = mark_set(view, "Smil")
    found = mark(view, "Smil", "found")
    view.set_marks("found", [found])
    assert (view.marks("highlight"), view.marks("found")) == ((kept,), (found,))
    assert [selection.format.background().color().name() for selection in view.extraSelections()] == [
        view._theme.color("mark_yellow").name(),
        view._theme.color("mark_found").name(),
    ]
    view.set_marks("found", [])
    assert view.marks("highlight") == (kept,)


def test_marks_outside_the_text_harm_nothing(view: ProseView) -> None:
    """A mark beyond the end, before the start or with nothing in it is not drawn, and nothing fails."""
    view.set_marks(
        "highlight", [TextMark(-5, 0, "yellow"), TextMark(10**6, 10**6 + 9, "yellow"), TextMark(9, 4, "pink")]
    )
    view.grab()
    assert view.extraSelections() == []


def test_an_unknown_layer_is_refused(view: ProseView) -> None:
    """A slip of the pen in a layer's name is found at once."""
    with pytest.raises(ValueError, match="hihglight"):
        view.set_marks("hihglight", [])


def test_a_label_is_marked_as_running_text_is(show: Show[RichLabel], theme: Theme, pictures: Pictures) -> None:
    """Tint and line on the same words at another size and in another text; they stand where they are said to."""
    label = show(RichLabel(Rich("<p>Smil 😀 og <strong>frist</strong> på 14 dager.</p>", "Smil"), theme, pictures))
    label.resize(300, 200)
    start = label.marked_text().index("frist")
    found = TextMark(start, start + 5, "found-here")
    label.set_marks("found", [found])
    for zoom in (100, 200):
        theme.wear(Look("light", zoom))
        rect = label.mark_rect(found)
        assert rect is not None
        image = label.grab(rect.adjusted(-2, -2, 2, 2)).toImage()
        assert has(image, theme.color("mark_found"))
        assert has(image, theme.color("mark_found_line"))
    assert label.marks("found") == (found,)
    label.set_marks("found", [])
    assert not has(label.grab().toImage(), theme.color("mark_found"))
    label.set_rich(Rich("<p>Kort</p>", "Kort"))
    label.set_marks("found", [found])
    assert label.mark_rect(found) is None
