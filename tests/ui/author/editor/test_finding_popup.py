"""A finding beside its line, with its reason and its repair."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.ui.author.editor.writing import Writing

PAGE = """---
id: svaret
minutter: 5
---
# T

## Side
<!-- id: s -->
Tekst.

### Spørsmål: Hva nå?
<!-- id: q -->
-[x] A <!-- id: qa -->
- [ ] B <!-- id: qb -->
"""


def show(writing: Writing, text: str = PAGE) -> None:
    """Write a text with something wrong in it, and wait until the check has found it."""
    writing.write(text)
    writing.draft.check()
    writing.until(lambda: writing.draft.is_fresh and bool(writing.editor.code.findings.at(13)))


def test_a_finding_is_told_beside_its_line(writing: Writing) -> None:
    """What is the matter, what to do, and why it matters; Escape gives the keyboard back to the text."""
    show(writing)
    popup = writing.aids.finding
    writing.editor.go_to(13)
    writing.editor.choose_finding()
    assert popup.isVisible()
    assert popup.detail.message.text()
    assert popup.detail.message.text() in popup.accessibleName()
    assert popup.detail.why.text()
    assert writing.editor.rect().contains(popup.geometry())
    writing.press(Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert writing.editor.code.hasFocus()


def test_the_repair_is_one_key_away(writing: Writing) -> None:
    """The button has the keyboard; pressed, the line is mended and the popup gone."""
    show(writing)
    writing.editor.go_to(13)
    writing.editor.choose_finding()
    assert writing.aids.finding.detail.repair.hasFocus()
    writing.press(Qt.Key.Key_Space)
    writing.until(lambda: "\n- [x] A" in writing.editor.text())
    assert not writing.aids.finding.isVisible()


def test_several_findings_of_a_line_follow_each_other(writing: Writing) -> None:
    """One goes from each to the next, and round."""
    show(writing, PAGE.replace("-[x] A <!-- id: qa -->", "-[x] A <!-- id: qa | tull: ja -->"))
    popup = writing.aids.finding
    count = len(writing.editor.code.findings.at(13))
    assert count > 1
    writing.editor.go_to(13)
    writing.editor.choose_finding()
    first = popup.detail.message.text()
    assert popup.count.isVisible()
    popup.on.click()
    assert popup.detail.message.text() != first
    popup.back.click()
    assert popup.detail.message.text() == first
    popup.back.click()
    assert popup.count.text().startswith(str(count))


def test_writing_on_puts_it_away(writing: Writing) -> None:
    """What it was about is no longer as it was."""
    show(writing)
    writing.editor.go_to(13)
    writing.editor.choose_finding()
    writing.editor.code.setFocus()
    writing.type("x")
    assert not writing.aids.finding.isVisible()
