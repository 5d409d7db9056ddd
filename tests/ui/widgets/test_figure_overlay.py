"""A figure that opens on its own: by click and by key, larger than on the page, and closed again in every way."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMainWindow, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from kursapp.domain.course import Figure, Place, Prose, Rich
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.figure_overlay import LARGEST, SMALLEST, FigureOverlay
from kursapp.ui.widgets.pictures import LARGEST_PIXELS, Pictures
from kursapp.ui.widgets.prose_view import ProseView

PLACE = Place("dag-1/01.md", 1, 2)
ALT = "Fire rom for myndighet & ansvar"
WORDS = Prose(PLACE, Rich('<p>Se på <a href="begrep:figur">figuren</a>.</p>', "Se på figuren."))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{}" height="{}"><rect width="99" height="99" fill="#0e5a64"/></svg>'
)


class Page(QMainWindow):
    """A window with a text of a course, and something else one can write in."""

    def __init__(self, text: ProseView) -> None:
        super().__init__()
        self.text = text
        self.other = QLineEdit()
        ground = QWidget()
        self.setCentralWidget(ground)
        column = QVBoxLayout(ground)
        column.addWidget(text)
        column.addWidget(self.other)
        column.addStretch(1)

    def overlay(self) -> FigureOverlay | None:
        """Return the figure that stands over the window, None where none does."""
        found = [one for one in self.findChildren(FigureOverlay) if one.isVisible()]
        return found[0] if found else None

    def open(self) -> FigureOverlay:
        """Go to the figure with the keyboard, and open it."""
        self.text.setFocus()
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        for _link in range(2):
            QTest.keyClick(self.text, Qt.Key.Key_Tab)
        QTest.keyClick(self.text, Qt.Key.Key_Return)
        shown = self.overlay()
        assert shown is not None
        return shown


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, pictures: Pictures, tmp_path: Path) -> Iterator[Page]:
    draw(tmp_path, "figur.svg", 600, 300)
    blocks = (WORDS, Figure(PLACE, "figur.svg", ALT, "Rommene"), Figure(PLACE, "borte.svg", "Borte"))
    window = Page(ProseView(blocks, theme, pictures))
    window.resize(960, 600)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def draw(folder: Path, name: str, width: int, height: int) -> None:
    media = folder / "media"
    media.mkdir(exist_ok=True)
    (media / name).write_text(SVG.format(width, height), encoding="utf-8")


def test_enter_opens_a_figure_and_esc_gives_the_keyboard_back(page: Page) -> None:
    """Tab reaches the figure, Enter shows it over all of the window by its alternative text, Esc is where one was."""
    followed: list[str] = []
    page.text.link_activated.connect(followed.append)
    overlay = page.open()
    assert overlay.geometry() == page.rect()
    focused = QApplication.focusWidget()
    assert focused is overlay.area
    assert {one.accessibleName() for one in (overlay, focused, overlay.picture)} == {ALT}
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert page.overlay() is None
    assert QApplication.focusWidget() is page.text
    assert page.text.textCursor().charFormat().anchorHref() == "figur:1"
    assert followed == []


def test_a_click_on_the_figure_opens_it(page: Page) -> None:
    """The mouse opens a figure where it stands, and a click beside it closes it."""
    place = page.text.link_rect("figur:1")
    assert place is not None
    QTest.mouseClick(page.text.viewport(), Qt.MouseButton.LeftButton, pos=place.center() + QPoint(20, 0))
    overlay = page.overlay()
    assert overlay is not None
    QTest.mouseClick(overlay.picture, Qt.MouseButton.LeftButton)
    assert page.overlay() is overlay
    QTest.mouseClick(overlay.area.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert page.overlay() is None


@pytest.mark.parametrize("zoom", [100, 200])
def test_a_figure_is_at_least_as_large_as_the_words_are(page: Page, theme: Theme, zoom: int) -> None:
    """Opened, it fills the window, or grows with the text zoom where that is more, and is drawn with all its pixels."""
    theme.wear(Look("light", zoom=zoom))
    QApplication.processEvents()
    overlay = page.open()
    seen = overlay.area.maximumViewportSize()
    shown = overlay.picture.size()
    assert shown.width() >= theme.px(600)
    assert shown.width() >= seen.width() - 1 or shown.height() >= seen.height() - 1
    assert overlay.picture.pixmap().deviceIndependentSize().toSize() == shown
    assert overlay.scale() >= zoom / 100


def test_the_keys_make_it_larger_and_smaller_within_bounds(page: Page) -> None:
    """Plus and minus, and their buttons, change the size until an end; the size is told in per cent."""
    overlay = page.open()
    before = overlay.picture.width()
    QTest.keyClicks(overlay.area, "+")
    assert overlay.picture.width() > before
    QTest.mouseClick(overlay.smaller, Qt.MouseButton.LeftButton)
    assert overlay.picture.width() == before
    assert overlay.words.text() == f"{round(100 * overlay.scale())} %"
    for button, end in ((overlay.larger, LARGEST), (overlay.smaller, SMALLEST)):
        for _press in range(20):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert overlay.scale() == end


def test_tab_stays_with_the_figure(page: Page) -> None:
    """The keyboard goes round between the figure and its buttons, both ways, and Enter on the cross closes it."""
    overlay = page.open()
    stops = [overlay.area, overlay.smaller, overlay.larger, overlay.cross]
    for stop in (*stops[1:], *stops[:1]):
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        assert focus() is stop
    QTest.keyClick(focus(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is overlay.cross
    assert all(button.accessibleName() for button in overlay.findChildren(QToolButton))
    QTest.keyClick(focus(), Qt.Key.Key_Space)
    assert page.overlay() is None


def focus() -> QWidget:
    focused = QApplication.focusWidget()
    assert focused is not None
    return focused


def test_it_goes_with_the_page_it_belongs_to(page: Page) -> None:
    """When another page is shown, or the keyboard goes elsewhere in the window, the figure does not stay in the way."""
    page.open()
    page.other.setFocus()
    QApplication.processEvents()
    assert page.overlay() is None
    assert QApplication.focusWidget() is page.other
    page.open()
    page.text.hide()
    assert page.overlay() is None


def test_it_stays_under_what_opens_over_it(page: Page) -> None:
    """A search over the window takes the keyboard for a while and gives it back to the figure, by way of the page."""
    overlay = page.open()
    over = QLineEdit(page)
    over.show()
    over.setFocus()
    QApplication.processEvents()
    assert page.overlay() is overlay
    over.hide()
    page.other.setFocus()
    overlay.area.setFocus()
    QApplication.processEvents()
    assert page.overlay() is overlay
    assert QApplication.focusWidget() is overlay.area


def test_it_follows_the_window_and_the_theme(page: Page, theme: Theme) -> None:
    """A larger window and another theme are filled and worn while the figure is open."""
    overlay = page.open()
    before = overlay.picture.width()
    light = overlay.picture.pixmap().toImage().pixelColor(4, 4).name()
    page.resize(1300, 900)
    QApplication.processEvents()
    assert overlay.geometry() == page.rect()
    assert overlay.picture.width() > before
    theme.wear(Look("dark"))
    assert overlay.picture.pixmap().toImage().pixelColor(4, 4).name() != light


def test_a_picture_that_is_not_there_opens_nothing(page: Page) -> None:
    """A figure whose file is missing shows no empty window."""
    page.text.anchorClicked.emit("figur:2")
    assert page.overlay() is None


def test_an_enlarged_picture_never_takes_more_memory_than_any_other(
    pictures: Pictures, theme: Theme, tmp_path: Path
) -> None:
    """What would need too many pixels is drawn with fewer, at the size asked for; a photograph is enlarged too."""
    draw(tmp_path, "figur.svg", 600, 300)
    pictures.image("figur.svg").save(str(tmp_path / "media" / "foto.png"))
    for source in ("figur.svg", "foto.png"):
        size = pictures.size(source) * 8
        image = pictures.enlarged(source, size, 3.0)
        assert image.width() * image.height() <= LARGEST_PIXELS
        assert abs(image.deviceIndependentSize().width() - size.width()) < 1
    assert pictures.size("finnes-ikke.svg").isEmpty()
    assert pictures.enlarged("finnes-ikke.svg", size, 1.0).width() == 1
