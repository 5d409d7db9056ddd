"""Numbers stay whole and with what belongs to them, on the screen only."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextBlock

from kursapp.domain.course import Place, Prose, Rich
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.bound_words import bound
from kursapp.ui.widgets.course_document import CourseDocument, blocks
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_html import label_css
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.rich_label import RichLabel
from tests.ui.widgets.conftest import Show

WORDS = "Etter loven § 1-4 brukte de 14 200 kroner, 17 % av budsjettet på 1 000 000, altså kr 500 og 3 prosent."
WHOLE = ("§ 1-4", "14 200 kroner", "17 %", "1 000 000", "kr 500", "3 prosent")


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("14 200 innbyggere", "14~200 innbyggere"),
        ("1 000 000 kroner", "1~000~000~kroner"),
        ("§ 1-4 og §§ 3 og 4", "§~1-4 og §§~3 og 4"),
        ("17 % av 3,5 prosent", "17~% av 3,5~prosent"),
        ("<strong>14 200</strong> kroner", "<strong>14~200</strong>~kroner"),
        ('<a href="begrep:§ 4">§</a> 4', '<a href="begrep:§ 4">§</a>~4'),
        ("14\n200", "14~200"),
        ("kr 500, kr. 20", "kr~500, kr.~20"),
        ("i 2019 116 kommuner", "i 2019 116 kommuner"),
        ("12 2000 og 5 20", "12 2000 og 5 20"),
        ("<p>14</p>\n<p>200</p>", "<p>14</p>\n<p>200</p>"),
        ("<li>20</li> <li>kroner</li>", "<li>20</li> <li>kroner</li>"),
        ("20 kroniske og 3 krav", "20 kroniske og 3 krav"),
    ],
)
def test_what_belongs_together_is_bound(written: str, shown: str) -> None:
    """Thousands, paragraphs and units are bound, through bold and links too; nothing else is, and no attribute."""
    assert bound(written) == shown.replace("~", "\u00a0")


@given(st.text(alphabet="12 3\n§%<>/abprkosent=\"'.,-", max_size=60))
def test_nothing_but_spaces_is_ever_changed(text: str) -> None:
    """Whatever stands there, the same letters stand there afterwards, and binding twice changes nothing more."""
    assert re.sub(r"\s", " ", bound(text)) == re.sub(r"\s", " ", text)
    assert bound(bound(text)) == bound(text)


@pytest.mark.parametrize("width", range(130, 620, 30))
def test_no_line_ends_inside_a_number(theme: Theme, pictures: Pictures, width: int) -> None:
    """At any width each number stands on one line with its sign and its unit."""
    document = CourseDocument(theme, pictures)
    document.render(f"<p>{WORDS}</p>", label_css(theme, 18), 18)
    document.setTextWidth(width)
    document.size()
    lines = [line.replace("\u00a0", " ") for block in blocks(document) for line in lines_of(block)]
    for whole in WHOLE:
        assert any(whole in line for line in lines), lines


def lines_of(block: QTextBlock) -> list[str]:
    laid = block.layout()
    spans = [(laid.lineAt(at).textStart(), laid.lineAt(at).textLength()) for at in range(laid.lineCount())]
    return [block.text()[start : start + length] for start, length in spans]


def test_the_text_is_copied_heard_and_listed_as_it_was_written(
    show: Show[ProseView], theme: Theme, pictures: Pictures
) -> None:
    """What is read out of a text on the screen has plain spaces: the clipboard, a label's words, the outline."""
    view = show(ProseView([Prose(Place("a.md", 1, 1), Rich(f"<h3>{WORDS}</h3>", WORDS))], theme, pictures))
    view.selectAll()
    assert view.createMimeDataFromSelection().text() == WORDS
    assert view.toPlainText() == WORDS
    assert [heading.text for heading in view.headings()] == [WORDS]
    label = RichLabel(Rich("", WORDS), theme, pictures)
    assert label.plain() == label.shown_text() == WORDS
    label.deleteLater()
