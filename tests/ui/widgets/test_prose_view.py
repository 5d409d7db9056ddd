"""Running text: one document, links by mouse and keyboard, boxes and bullets, and nothing that scrolls by itself."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kursapp.domain.course import Block, CallOut, CallOutKind, Figure, Place, Prose, Rich
from kursapp.ui.theme.scale import READING_WIDTH
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.course_document import CourseDocument, blocks
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_html import prose_html, trimmed
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.rich_label import RichLabel
from tests.ui.widgets.conftest import Show

PLACE = Place("dag-1/01.md", 1, 2)


def prose(html: str) -> Prose:
    return Prose(PLACE, Rich(html, html))


def boxed(kind: CallOutKind, text: str, **more: object) -> CallOut:
    return CallOut(PLACE, kind, Rich(f"<p>{text}</p>", text), **more)  # type: ignore[arg-type]


TEXT = (
    prose(
        "<h3>Tre krav</h3>"
        '<p>Om <a href="begrep:barnets%20beste">barnets beste</a> og <a href="kurs:d1#q">frist</a>.</p>'
    ),
    boxed(CallOutKind.LAW, "Loven sier det."),
    prose("<ul><li>Hva</li><li>Når<ul><li>Straks</li></ul></li></ul><h4>Under</h4>"),
    Figure(PLACE, "finnes-ikke.png", "Fire rom for myndighet", "Figur & tekst"),
)


@pytest.fixture
def view(show: Show[ProseView], theme: Theme, pictures: Pictures) -> ProseView:
    return show(ProseView(TEXT, theme, pictures, law_date="2026-07-02"))


def test_prose_call_outs_and_figures_are_one_document(view: ProseView) -> None:
    """One selection crosses paragraphs, a call-out and a caption."""
    view.selectAll()
    words = view.textCursor().selectedText()
    for part in ("Tre krav", "Loven sier det.", "Lov, slik den lød 2. juli 2026", "Når", "Figur & tekst"):
        assert part in words


def test_terms_have_dots_below_and_links_a_line(view: ProseView) -> None:
    """A term and a link are told from each other, and from the words around them, without colour."""
    paragraph = next(block for block in blocks(view.document()) if "barnets beste" in block.text())
    lines, part = {}, paragraph.begin()
    while not part.atEnd():
        lines[part.fragment().text()] = part.fragment().charFormat().underlineStyle()
        part += 1
    kinds = QTextCharFormat.UnderlineStyle
    assert lines["barnets beste"] == kinds.DotLine
    assert lines["frist"] == kinds.SingleUnderline
    assert lines[" og "] == kinds.NoUnderline


def test_a_text_is_changed_by_nothing_once_it_is_set(theme: Theme, pictures: Pictures) -> None:
    """Dots, bullets and boxes are there from the beginning: each change of a set text would lay it out again."""
    view = ProseView(TEXT, theme, pictures)
    changes: list[tuple[int, ...]] = []
    view.document().contentsChange.connect(lambda *change: changes.append(change))
    view.set_prose(TEXT)
    assert changes[-1] == (0, 0, view.document().characterCount())


def test_a_text_is_laid_out_once_for_each_width(
    theme: Theme, pictures: Pictures, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the usual column it is made, measured and shown as it was first laid out; a narrower one is a second time."""
    widths: list[float] = []
    lay_out = CourseDocument.setTextWidth
    monkeypatch.setattr(CourseDocument, "setTextWidth", lambda it, width: (widths.append(width), lay_out(it, width)))
    view = ProseView(TEXT, theme, pictures)
    view.resize(READING_WIDTH, view.heightForWidth(READING_WIDTH))
    view.show()
    QApplication.processEvents()
    view.grab()
    assert widths == [READING_WIDTH]
    view.resize(480, view.height())
    view.grab()
    assert widths == [READING_WIDTH, 480]
    view.close()


def test_the_view_is_as_high_as_its_text(view: ProseView) -> None:
    """All of the text is shown at any width: the narrower, the higher, and never a scroll bar of its own."""
    tall = view.heightForWidth(320)
    assert tall > view.heightForWidth(680)
    assert view.height() == view.heightForWidth(view.width())
    assert not view.verticalScrollBar().isVisible()
    assert view.verticalScrollBar().maximum() == 0


@pytest.mark.parametrize("zoom", [100, 200])
@pytest.mark.parametrize("above", ["<p>Først</p>", "<h3>Først</h3>", "<ul><li>Først</li></ul>"], ids=["p", "h3", "ul"])
def test_a_table_stands_as_far_below_the_words_before_it_as_a_paragraph(
    show: Show[ProseView], theme: Theme, pictures: Pictures, above: str, zoom: int
) -> None:
    """Qt drops the space of what stands before a table; the table has its own."""
    theme.wear(Look("light", zoom=zoom))
    paragraphs = show(ProseView([prose("<p>Først</p><p>Så</p>")], theme, pictures))
    table = show(ProseView([prose(f"{above}<table><tr><th>Så</th></tr></table>")], theme, pictures))
    assert gap(table) - CELL_PADDING >= gap(paragraphs)


CELL_PADDING = 6


def gap(view: ProseView) -> float:
    """Return how far the second text of a view stands below the first, in px."""
    layout = view.document().documentLayout()
    first, second = (layout.blockBoundingRect(block) for block in blocks(view.document()) if block.text())
    return second.top() - first.bottom()


def test_links_are_followed_by_click_and_by_keyboard(view: ProseView) -> None:
    """Tab goes from link to link and Enter follows; a click on the words does the same."""
    followed: list[str] = []
    view.link_activated.connect(followed.append)
    view.setFocus()
    for _link in range(2):
        QTest.keyClick(view, Qt.Key.Key_Tab)
        QTest.keyClick(view, Qt.Key.Key_Return)
    place = view.link_rect("kurs:d1#q")
    assert place is not None
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place.center() + QPoint(8, 0))
    assert [address.partition(":")[0] for address in followed] == ["begrep", "kurs", "kurs"]
    assert view.link_rect("begrep:barnets beste") is not None
    assert view.link_rect("begrep:ukjent") is None


def test_wheel_and_page_keys_are_the_page_s(view: ProseView) -> None:
    """Reading on with the wheel or Page Down is left to the page around the text."""
    middle = view.rect().center()
    wheel = QWheelEvent(
        QPointF(middle),
        QPointF(view.mapToGlobal(middle)),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    view.wheelEvent(wheel)
    assert not wheel.isAccepted()


def test_headings_are_known_by_level_and_place(view: ProseView) -> None:
    """The outline gets the headings in order, each further down than the one before."""
    headings = view.headings()
    assert [(heading.text, heading.level) for heading in headings] == [("Tre krav", 3), ("Under", 4)]
    assert headings[0].top < headings[1].top


def test_a_figure_is_told_to_the_ear(view: ProseView) -> None:
    """The alternative text of a figure is part of what a screen reader says of the text."""
    assert "Fire rom for myndighet" in view.accessibleDescription()


def test_the_text_follows_the_theme(view: ProseView, theme: Theme) -> None:
    """Larger type makes the text higher, and the words are still there."""
    before = view.heightForWidth(680)
    theme.wear(Look("dark", zoom=200))
    QApplication.processEvents()
    assert view.heightForWidth(680) > 1.5 * before
    assert "Loven sier det." in view.toPlainText()


def test_our_bullets_take_the_place_of_qt_s(view: ProseView) -> None:
    """Lists without numbers have three marks of ours, the inner one of another shape."""
    assert [inner for _block, inner in view.bullets()] == [False, False, True]


@pytest.mark.parametrize(
    ("call_out", "title"),
    [
        (boxed(CallOutKind.NOTE, "x"), "Merk"),
        (boxed(CallOutKind.GROUP, "x", minutes=10.0), "Gruppearbeid, 10 min"),
        (boxed(CallOutKind.ROLE, "x", title="Far & <sønn>"), "Rolle: Far &amp; &lt;sønn&gt;"),
        (boxed(CallOutKind.LAW, "x"), "Lov, slik den lød 2. juli 2026"),
    ],
    ids=["note", "group", "role", "law"],
)
def test_call_outs_say_what_they_are(call_out: Block, title: str) -> None:
    """Each call-out has its kind in words above it; a name is never markup."""
    assert f"&nbsp; {title}</p>" in prose_html([call_out], "2026-07-02")


def test_only_the_last_paragraph_loses_its_space() -> None:
    """A box ends where its words end; text without paragraphs is left alone."""
    assert trimmed("<p>a</p><p>b</p>") == '<p>a</p><p class="siste">b</p>'
    assert trimmed("<p>a</p><ul><li>b</li></ul>") == "<p>a</p><ul><li>b</li></ul>"
    assert trimmed("bare ord") == "bare ord"


def test_a_label_is_clicked_and_its_links_followed(show: Show[RichLabel], theme: Theme, pictures: Pictures) -> None:
    """A click beside a link is a click on the label; a label with links is a stop for Tab, and Enter follows."""
    label = show(RichLabel(Rich('<a href="begrep:a">a</a> og <a href="http://b">b</a>', "a og b"), theme, pictures))
    clicks: list[str] = []
    label.clicked.connect(lambda: clicks.append("label"))
    label.link_activated.connect(clicks.append)
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(2, 10))
    QTest.mouseClick(label, Qt.MouseButton.LeftButton, pos=QPoint(500, 10))
    label.setFocus()
    QTest.keyClick(label, Qt.Key.Key_Right)
    QTest.keyClick(label, Qt.Key.Key_Return)
    assert clicks == ["begrep:a", "label", "http://b"]


def test_plain_words_are_never_markup(theme: Theme, pictures: Pictures) -> None:
    """A text without HTML is shown letter by letter."""
    label = RichLabel(Rich("", "<b>fet</b> & sann"), theme, pictures)
    assert label.plain() == "<b>fet</b> & sann"
    assert label.heightForWidth(400) == label.heightForWidth(4000)
    assert label.shown_text() == "<b>fet</b> & sann"
    label.deleteLater()
