"""Pictures that are pasted, dropped or found on the disk: copied into the course, and shown where the cursor is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QObject, Qt, Slot
from PySide6.QtGui import QImage, QImageReader, QImageWriter
from PySide6.QtWidgets import QWidget

from kursapp.domain.problem import Problem
from kursapp.services.inserting import figure, kind_of_file, paragraph
from kursapp.ui.author.editor.insert_menu import put_in
from kursapp.ui.author.editor.insert_words import PICTURE
from kursapp.ui.author.editor.picture_prompt import PICTURE as THUMBNAIL
from kursapp.ui.author.editor.picture_prompt import PicturePrompt
from kursapp.ui.drafting.open_draft import OpenDraft
from kursapp.ui.i18n import _
from kursapp.ui.messages import sentence
from kursapp.ui.picking import Picker
from kursapp.ui.theme.theme import Theme

if TYPE_CHECKING:
    from kursapp.services.draft import Draft
    from kursapp.ui.author.editor.editor import MarkdownEditor

PASTED = "bilde.png"
"""What a picture without a file is called, until its name is free in the course."""


MOST_PIXELS = 16_000_000
"""A larger picture is not looked at: the course does not take it either."""


@dataclass(frozen=True, slots=True)
class _Waiting:
    """What is to be put in: a picture or where its file lies, what it is called, and what it looks like."""

    source: QImage | Path
    name: str
    picture: QImage | None = None


class Pasting(QObject):
    """Takes pictures before the text does, asks about each, and writes it where the cursor was."""

    def __init__(self, editor: MarkdownEditor, draft: OpenDraft, theme: Theme, over: QWidget | None = None) -> None:
        super().__init__(editor)
        self._editor, self._draft = editor, draft
        self._waiting: list[_Waiting] = []
        self._asked: _Waiting | None = None
        self._adding: _Waiting | None = None
        self.picker = Picker(editor)
        self.prompt = PicturePrompt(editor, theme, over)
        self.prompt.accepted.connect(self._on_accepted)
        self.prompt.closed.connect(self._on_closed)
        editor.code.take_mime = self.take

    def take(self, mime: QMimeData) -> bool:
        """Take pictures out of what is pasted or dropped; False where there is none to take."""
        found = _files_in(mime) or _image_in(mime)
        if not found:
            return False
        self._ask_about(found)
        return True

    @Slot(str)
    def find_file(self, kind: str) -> None:
        """Ask for a picture, or for a sound or film, on the disk."""
        if kind == PICTURE:
            kinds = _("Bilder ({endings})").format(endings="*.png *.jpg *.jpeg *.gif *.webp *.svg")
            self.picker.file(_("Velg et bilde"), kinds, self._on_file)
        else:
            endings = "*.mp3 *.m4a *.aac *.ogg *.oga *.opus *.wav *.flac *.mp4 *.m4v *.mov *.webm *.mkv *.ogv"
            kinds = _("Lyd og film ({endings})").format(endings=endings)
            self.picker.file(_("Velg lyd eller film"), kinds, self._on_file)

    def _on_file(self, path: Path) -> None:
        self._ask_about([_of_file(path)])

    def _ask_about(self, found: Sequence[_Waiting]) -> None:
        self._waiting += found
        if self._asked is None:
            self._ask_next()

    def _ask_next(self) -> None:
        self._asked = self._waiting.pop(0) if self._waiting else None
        if self._asked is not None:
            self.prompt.ask(self._asked.name, self._asked.picture)

    @Slot(str, str)
    def _on_accepted(self, alt: str, caption: str) -> None:
        asked, file = self._asked, self._editor.file()
        if asked is not None and asked is not self._adding:
            self._adding = asked
            work = partial(_add, asked.source, asked.name)
            self._draft.change(work, partial(self._on_added, asked, file, alt, caption), self._on_refused)

    def _on_added(self, asked: _Waiting, file: str, alt: str, caption: str, path: str) -> None:
        self._adding = None
        if file == self._editor.file():
            texts = self._editor.text().split("\n")
            made = paragraph(figure(path, alt, file, caption), texts, self._editor.line(), file=file)
            put_in(self._editor, made, _("{name} er satt inn").format(name=path))
        if asked is self._asked:
            # The next question, if there is one, takes the keyboard from the text.
            self.prompt.dismiss()

    def _on_refused(self, found: Problem) -> None:
        self._adding = None
        self.prompt.refuse(sentence(found))

    @Slot()
    def _on_closed(self) -> None:
        """Go on to the next one; closing a question leaves its picture out."""
        self._ask_next()


def _files_in(mime: QMimeData) -> list[_Waiting]:
    """Return the files of kinds a course can show; none where there is any other among them."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if not paths or len(paths) != len(mime.urls()) or not all(kind_of_file(path.name) for path in paths):
        return []
    return [_of_file(path) for path in paths]


def _of_file(path: Path) -> _Waiting:
    return _Waiting(path, path.name, _thumbnail(path) if kind_of_file(path.name) == "image" else None)


def _thumbnail(path: Path) -> QImage | None:
    """Read a small picture of a file the author chose herself; None where it cannot be read."""
    if path.suffix.lower() == ".svg":
        # Drawn by others: looked at only once the course's own reader has taken it apart.
        return None
    reader = QImageReader(str(path))
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return None
    side = 2 * THUMBNAIL
    reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _image_in(mime: QMimeData) -> list[_Waiting]:
    """Return a picture that was copied; words that come with a picture of themselves are words."""
    if not mime.hasImage() or mime.text().strip():
        return []
    image = mime.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return []
    return [_Waiting(image, PASTED, image)]


# On the files' thread ------------------------------------------------------------------------------


def _add(source: QImage | Path, name: str, draft: Draft) -> str:
    if isinstance(source, QImage):
        return draft.add_image(_png(source), name)
    return draft.add_media(source)


def _png(image: QImage) -> bytes:
    """Return a picture as a file holds it; nothing where it cannot be written as one."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())
