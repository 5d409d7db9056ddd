"""Run as a program: shows texts of the flagship course, each as the page does and in a bare browser, by turns."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable

from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication, QTextBrowser

from benchmarks.flagship import HEIGHT, flagship
from benchmarks.in_window import Paint
from benchmarks.scale import of
from kursapp import paths
from kursapp.app.start import STYLE
from kursapp.domain.course import Block
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.ui.theme.scale import READING, READING_WIDTH
from kursapp.ui.theme.theme import Look, Theme
from kursapp.ui.widgets.pictures import Pictures
from kursapp.ui.widgets.prose_html import is_prose, prose_css, prose_html
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.worker import Worker

PAGES, TIMES = of(40, 4), of(7, 2)


def run() -> dict[str, list[float]]:
    """Return seconds from what is read to what is painted, for each page: as the program does, and bare."""
    application = QApplication(["kursapp", *STYLE])
    theme = Theme(application, paths.assets(), Look("light"))
    theme.dress_application()
    theme.wake()
    with Worker() as worker:
        opened = CourseReader(worker, paths.cache_folder()).open(flagship())
    pictures = Pictures(opened.media, theme)
    told: dict[str, list[float]] = {"own": [], "bare": []}
    for blocks in _texts(opened)[:PAGES]:
        turns = [(_own(blocks, theme, pictures), _bare(blocks, theme, pictures)) for _ in range(TIMES)]
        # The first of each reads the page's pictures.
        told["own"].append(statistics.median(own for own, _ in turns[1:]))
        told["bare"].append(statistics.median(bare for _, bare in turns[1:]))
    opened.close()
    return told


def _texts(opened: OpenedCourse) -> list[list[Block]]:
    """Return the running text of every page that is nothing else."""
    pages = (page for head in opened.course.sessions() for page in opened.session(head.id).pages)
    return [list(page.blocks) for page in pages if page.blocks and all(is_prose(block) for block in page.blocks)]


def _own(blocks: list[Block], theme: Theme, pictures: Pictures) -> float:
    return _shown(lambda: ProseView(blocks, theme, pictures))


def _bare(blocks: list[Block], theme: Theme, pictures: Pictures) -> float:
    html, css = prose_html(blocks, ""), prose_css(theme, 0)

    def make() -> QTextBrowser:
        browser = _Bare(pictures)
        browser.document().setDefaultFont(theme.font(READING, 400))
        browser.document().setDefaultStyleSheet(css)
        browser.setHtml(html)
        return browser

    return _shown(make)


class _Bare(QTextBrowser):
    """Has the same pictures, for a text without them is laid out otherwise."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures

    def loadResource(self, kind: int, url: object) -> object:
        is_picture = kind == QTextDocument.ResourceType.ImageResource.value
        return self._pictures.image(url.path()) if is_picture else None  # type: ignore[attr-defined]


def _shown(make: Callable[[], QTextBrowser]) -> float:
    start = time.perf_counter()
    view = make()
    view.resize(READING_WIDTH, HEIGHT)
    view.show()
    paint = Paint(view.viewport())
    while not paint.seen:
        QApplication.processEvents()
    took = time.perf_counter() - start
    view.close()
    view.deleteLater()
    QApplication.processEvents()
    return took


if __name__ == "__main__":
    print(json.dumps(run()))
