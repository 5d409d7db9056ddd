"""The insert menu: everything a course can hold, written where the cursor is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kursapp.services.inserting import KINDS
from kursapp.ui.author.editor.insert_words import MEDIA, PICTURE, groups, name_of
from tests.ui.author.editor.writing import FILE, Writing

PAGE = "---\nid: svaret\nminutter: 5\n---\n# T\n\n## Side\n<!-- id: s -->\nTekst.▮\n"


def test_everything_is_in_the_menu_once() -> None:
    """Each kind has a name, in one group."""
    kinds = [kind for _title, kinds in groups() for kind, _name in kinds]
    assert sorted(kinds) == sorted([*KINDS, PICTURE, MEDIA])
    assert len({name_of(kind) for kind in kinds}) == len(kinds)


def test_the_menu_writes_and_chooses_the_first_words(writing: Writing) -> None:
    """One step to undo, with what is to be written over chosen, so that typing replaces it."""
    writing.write(PAGE)
    before = writing.editor.text()
    part = next(each for each in writing.aids.insert_menu.menu.actions() if each.text() == "Spørsmål").menu()
    next(each for each in part.actions() if each.text() == "Ett riktig svar").trigger()
    writing.until(lambda: "### Spørsmål: Skriv spørsmålet her" in writing.editor.text())
    writing.type("Hva gjør du?")
    assert "### Spørsmål: Hva gjør du?\n<!-- id: spoersmaal-1 -->\n" in writing.editor.text()
    while writing.editor.text() != before:
        assert writing.editor.code.document().isUndoAvailable()
        writing.editor.code.undo()


def test_ids_are_free_in_all_files(writing: Writing) -> None:
    """An id in another file of the draft is not given again."""
    (writing.folder / "dag-1" / "annet.md").write_text("# A\n\n## B\n<!-- id: refleksjon-1 -->\n", "utf-8")
    writing.write(PAGE)
    writing.aids.insert_menu.insert("reflection")
    writing.until(lambda: "<!-- id: refleksjon-2 -->" in writing.editor.text())


def test_what_belongs_elsewhere_is_refused_in_a_sentence(writing: Writing) -> None:
    """Nothing is written, and it is said where it belongs."""
    writing.write(PAGE)
    before = writing.editor.text()
    writing.aids.insert_menu.insert("scale")
    writing.until(lambda: bool(writing.said))
    assert "evalueringsside" in writing.said[-1].text
    assert writing.editor.text() == before


def test_the_key_opens_the_menu(writing: Writing) -> None:
    """Without the mouse, under its button; where that is not seen, at the cursor."""
    writing.aids.insert_menu.menu.aboutToShow.connect(lambda: writing.said.append("open"))
    writing.aids.insert_button.hide()
    writing.aids.insert_menu.open()
    writing.until(lambda: "open" in writing.said)
    QTest.keyClick(writing.aids.insert_menu.menu, Qt.Key.Key_Escape)


def test_another_file_meanwhile_is_left_alone(writing: Writing) -> None:
    """What was asked for in one file is not written into the next."""
    writing.write(PAGE)
    writing.aids.insert_menu.insert("note")
    writing.editor.open("kurs.md", "# Kurs\n")
    writing.settle()
    assert writing.editor.text() == "# Kurs\n"
    writing.editor.open(FILE, PAGE)
