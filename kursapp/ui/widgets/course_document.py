"""The document behind every text of a course: it can load nothing but the course's own pictures."""

from __future__ import annotations

import re
from typing import Any

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QImage, QTextBlock, QTextDocument, QTextOption

from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.bound_words import bound
from kursapp.ui.widgets.pictures import Pictures, nothing

ICON_SCHEME = "ikon"
TERM_SCHEME = "begrep"
FIGURE_SCHEME = "figur"
_TERM = re.compile(rf'href="{TERM_SCHEME}:[^"]*"')


class CourseDocument(QTextDocument):
    """A text of a course laid out by the theme.

    Pictures come from ``pictures`` and icons of our own from the theme; every other wish is answered with a 1×1
    picture, so that no course can make the program open a file or an address.
    """

    def __init__(self, theme: Theme, pictures: Pictures, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pictures = pictures
        self.setDocumentMargin(0)
        self.setUndoRedoEnabled(False)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setDefaultTextOption(option)

    def render(self, html: str, css: str, px: int, weight: int = 400) -> None:
        """Set the text: sanitised HTML of the course, dressed by ``css``, body type ``px`` high at 100 %."""
        if not self.isEmpty():
            # Icons and pictures of another look are forgotten with the text they stood in.
            self.clear()
        self.setDefaultFont(self._theme.font(px, weight))
        self.setIndentWidth(self._theme.px(24))
        self.setDefaultStyleSheet(css)
        self.setHtml(_dotted(bound(html)))

    def loadResource(self, kind: int, url: QUrl | str) -> Any:
        """Answer with a picture, whatever is asked for; never None, which would let Qt look for a file itself."""
        address = QUrl(url)
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return ""
        image = self._icon(address) if address.scheme() == ICON_SCHEME else self._listed(address)
        self.addResource(kind, address, image)
        return image

    def _listed(self, address: QUrl) -> QImage:
        if address.scheme() or address.host():
            return nothing()
        return self._pictures.image(address.path())

    def _icon(self, address: QUrl) -> QImage:
        name, _, token = address.path().partition("/")
        return self._theme.pixmap(name, token or "text").toImage()


def _dotted(html: str) -> str:
    """Return HTML whose glossary terms are underlined with dots, so that they are told from links without colour.

    Each change of a text that has been set lays some of it out again, and from a style sheet Qt does not take this.
    """
    return _TERM.sub(r'\g<0> style="text-underline-style: dotted"', html)


def links(document: QTextDocument) -> list[tuple[int, int, str]]:
    """Return the links of a document in order: first position, end position, address."""
    found: list[tuple[int, int, str]] = []
    for block in blocks(document):
        part = block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            href = fragment.charFormat().anchorHref()
            start, end = fragment.position(), fragment.position() + fragment.length()
            if href and found and found[-1][1:] == (start, href):
                found[-1] = (found[-1][0], end, href)
            elif href:
                found.append((start, end, href))
            part += 1
    return found


def blocks(document: QTextDocument) -> list[QTextBlock]:
    """Return all text blocks of a document in order."""
    found = []
    block = document.begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found
