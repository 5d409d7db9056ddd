"""Findings by line, and the margin that shows them."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from kursapp.domain.problem import Severity, problem
from kursapp.ui.author.editor.editor import MarkdownEditor
from kursapp.ui.author.editor.marks import Marks
from kursapp.ui.theme.theme import Look, Theme

MILD = problem("no-id", "a.md", 5, severity=Severity.WARNING, id="x", title="T")
GRAVE = problem("no-key", "a.md", 5, title="T")


def test_the_worst_finding_of_a_line_counts() -> None:
    """And comes first."""
    marks = Marks()
    marks.show([MILD, GRAVE])
    assert marks.worst(5) is Severity.ERROR
    assert marks.at(5) == (GRAVE, MILD)
    assert marks.worst(4) is None
    assert len(marks.words(5).splitlines()) == 2


def test_a_finding_without_a_line_stands_at_the_first() -> None:
    """It belongs to the file."""
    marks = Marks()
    marks.show([problem("unreadable", "a.md", 0)])
    assert marks.lines() == (1,)


def test_findings_move_with_their_lines() -> None:
    """Past lines that came; and to the line where theirs was taken away."""
    marks = Marks()
    marks.show([GRAVE])
    marks.shift(2, 3)
    assert marks.lines() == (8,)
    marks.shift(8, 4)
    assert marks.lines() == (8,)
    marks.shift(2, -20)
    assert marks.lines() == (2,)


def test_the_margin_grows_with_the_numbers_and_the_text(editor: MarkdownEditor, theme: Theme) -> None:
    """Every number has room at every size of the text."""
    editor.set_text("a\n" * 10)
    narrow = editor.code.margin.width()
    editor.set_text("a\n" * 20_000)
    assert editor.code.margin.width() > narrow
    wide = editor.code.margin.width()
    theme.wear(Look("light", 200))
    assert editor.code.margin.width() > wide
    theme.wear(Look("light"))


def test_the_margin_marks_the_line_and_says_what_is_wrong(editor: MarkdownEditor, theme: Theme) -> None:
    """The mark has a shape of its own: it is told by more than colour."""
    editor.set_text("a\n" * 10)
    box = next(box for block, box in editor.code.lines_on_screen() if block.blockNumber() == 4)

    def inks() -> set[str]:
        picture = editor.code.margin.grab().toImage()
        return {
            picture.pixelColor(QPoint(x, y)).name() for x in range(4, 4 + 16) for y in range(box.top(), box.bottom())
        }

    bare = inks()
    editor.set_findings([GRAVE])
    assert len(inks()) > len(bare)
    assert "T" in editor.code.findings.words(5)
