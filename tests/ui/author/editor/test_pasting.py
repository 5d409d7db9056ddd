"""Pictures: pasted, dropped or found, asked about, copied into the course and shown where the cursor is."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QColor, QImage

from kursapp.ui.author.editor.insert_words import MEDIA, PICTURE
from tests.ui.author.editor.writing import Writing

PAGE = "---\nid: svaret\nminutter: 5\n---\n# T\n\n## Side\n<!-- id: s -->\nTekst.▮\n\nMer.\n"


def picture(colour: str = "red") -> QImage:
    """Return a small picture."""
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def pasted(image: QImage | None = None, paths: tuple[Path, ...] = (), text: str = "") -> QMimeData:
    """Return what a clipboard holds."""
    mime = QMimeData()
    if image is not None:
        mime.setImageData(image)
    if paths:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        mime.setText(text)
    return mime


def saved(path: Path, colour: str = "red") -> Path:
    """Write a picture to the disk and return where."""
    assert picture(colour).save(str(path))
    return path


def answer(writing: Writing, alt: str, caption: str = "") -> None:
    """Say what the picture shows, and press Enter."""
    prompt = writing.aids.pasting.prompt
    assert prompt.isVisible()
    prompt.alt.field.setText(alt)
    prompt.caption.field.setText(caption)
    prompt.alt.field.setFocus()
    writing.press(Qt.Key.Key_Return)


def test_a_picture_is_copied_into_the_course(writing: Writing) -> None:
    """The file lies in media, and a figure with its words stands after the paragraph."""
    writing.write(PAGE)
    writing.editor.code.insertFromMimeData(pasted(picture()))
    answer(writing, "En rød rute", "Rødt")
    writing.until(lambda: "bilde.png" in writing.editor.text())
    assert 'Tekst.\n\n![En rød rute](../media/bilde.png "Rødt")\n\nMer.' in writing.editor.text()
    assert QImage(str(writing.folder / "media" / "bilde.png")).size() == picture().size()
    assert not writing.aids.pasting.prompt.isVisible()
    assert writing.editor.code.hasFocus()


def test_words_are_asked_for(writing: Writing) -> None:
    """Without them nothing is put in; the prompt says so and stays."""
    writing.write(PAGE)
    writing.aids.pasting.take(pasted(picture()))
    answer(writing, "  ")
    assert writing.aids.pasting.prompt.alt.error.isVisible()
    writing.settle()
    assert not (writing.folder / "media" / "bilde.png").exists()


def test_escape_leaves_everything_as_it_was(writing: Writing) -> None:
    """No file and no line."""
    writing.write(PAGE)
    before = writing.editor.text()
    writing.aids.pasting.take(pasted(picture()))
    writing.press(Qt.Key.Key_Escape)
    writing.settle()
    assert not writing.aids.pasting.prompt.isVisible()
    assert writing.editor.text() == before
    assert not (writing.folder / "media" / "bilde.png").exists()


def test_dropped_files_are_asked_about_one_by_one(writing: Writing, tmp_path: Path) -> None:
    """Each with its own name; one that is left out does not stop the rest."""
    writing.write(PAGE)
    paths = tuple(saved(tmp_path / name, colour) for name, colour in (("a.png", "red"), ("b.png", "blue")))
    writing.aids.pasting.take(pasted(paths=(*paths, saved(tmp_path / "Kart over.png", "green"))))
    answer(writing, "Rødt")
    writing.until(lambda: writing.aids.pasting.prompt.name.text() == "b.png")
    writing.press(Qt.Key.Key_Escape)
    writing.until(lambda: writing.aids.pasting.prompt.name.text() == "Kart over.png")
    answer(writing, "Grønt")
    writing.until(lambda: "Grønt" in writing.editor.text())
    assert "![Rødt](../media/a.png)" in writing.editor.text()
    assert "![Grønt](../media/kart-over.png)" in writing.editor.text()
    assert "b.png" not in writing.editor.text()


def test_what_is_no_picture_is_told_and_can_be_left(writing: Writing, tmp_path: Path) -> None:
    """What was written stays at the prompt; nothing is put in."""
    false = tmp_path / "falsk.png"
    false.write_bytes(b"ikke et bilde")
    writing.write(PAGE)
    before = writing.editor.text()
    writing.aids.pasting.take(pasted(paths=(false,)))
    answer(writing, "Noe")
    prompt = writing.aids.pasting.prompt
    writing.until(prompt.alt.error.isVisible)
    assert "falsk.png" in prompt.alt.error.text()
    assert prompt.alt.text() == "Noe"
    assert writing.editor.text() == before


def test_text_is_text(writing: Writing, tmp_path: Path) -> None:
    """Words with a picture of themselves, and files of other kinds, go the usual way."""
    other = tmp_path / "notat.docx"
    other.write_bytes(b"x")
    assert not writing.aids.pasting.take(pasted(picture(), text="A1\tB1"))
    assert not writing.aids.pasting.take(pasted(text="ord"))
    assert not writing.aids.pasting.take(pasted(paths=(saved(tmp_path / "a.png"), other)))
    writing.write(PAGE)
    writing.editor.code.insertFromMimeData(pasted(picture(), text=" og ord"))
    assert "Tekst. og ord" in writing.editor.text()


def test_a_picture_is_found_on_the_disk(writing: Writing, tmp_path: Path) -> None:
    """The menu asks for a file; what is chosen is asked about as if it had been dropped."""
    writing.write(PAGE)
    writing.aids.insert_menu.insert(PICTURE)
    dialog = writing.aids.pasting.picker.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(saved(tmp_path / "kart.png"))])
    dialog.done(1)
    answer(writing, "Et kart")
    writing.until(lambda: "![Et kart](../media/kart.png)" in writing.editor.text())
    writing.aids.insert_menu.insert(MEDIA)
    dialog = writing.aids.pasting.picker.dialog
    assert dialog is not None
    assert "*.mp3" in dialog.nameFilters()[0]
    sound = tmp_path / "Opptak.mp3"
    sound.write_bytes(b"ID3 lyd")
    dialog.filesSelected.emit([str(sound)])
    dialog.done(1)
    answer(writing, "Et opptak")
    writing.until(lambda: "![Et opptak](../media/opptak.mp3)" in writing.editor.text())


def test_enter_twice_puts_in_one(writing: Writing) -> None:
    """While it is being copied, a second Enter does nothing."""
    writing.write(PAGE)
    writing.aids.pasting.take(pasted(picture()))
    answer(writing, "Rødt")
    writing.press(Qt.Key.Key_Return)
    writing.settle()
    assert writing.editor.text().count("![Rødt]") == 1
