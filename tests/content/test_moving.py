"""What stood on a line stands on another when lines have come above it, and says the same."""

from __future__ import annotations

from kursapp.content.moving import moved, moved_problem
from kursapp.content.repair import Edit, edits_of
from kursapp.content.session import read_session
from tests.content.edited_session import SESSION

ABOVE = "\n\n\n"


def test_pages_and_findings_move_with_their_lines() -> None:
    """Moving what was read gives what reading the moved text gives: every place, finding and repair."""
    head, body = SESSION.split("## Én", 1)
    before = read_session("a.md", SESSION.encode())
    after = read_session("a.md", (head + ABOVE + "## Én" + body).encode())
    line = head.count("\n") + 1
    assert [moved(page, 3) for page in before.session.pages[1:]] == list(after.session.pages[1:])
    below = [found for found in before.problems if found.line >= line]
    assert [moved_problem(found, 3) for found in below] == [found for found in after.problems if found.line >= line]
    assert len(below) > 20


def test_a_finding_about_two_things_moves_both() -> None:
    """The sentence names the line of the first, and the repair the line it mends."""
    text = "# A\n## S\n### Spørsmål: Hva?\n- [x] ja\n- [x] ja\n- [ ] nei\n"
    found = next(one for one in read_session("a.md", text.encode()).problems if one.code == "same-option")
    assert (found.line, found.value("first")) == (5, "4")
    assert (moved_problem(found, 2).line, moved_problem(found, 2).value("first")) == (7, "6")
    lacking = next(one for one in read_session("a.md", text.encode()).problems if one.code == "no-id" and one.line == 2)
    assert edits_of(moved_problem(lacking, 2)) == (Edit(4, 5, 5, "\n<!-- id: a-s -->"),)


def test_nothing_is_made_anew_where_nothing_moves() -> None:
    """What stands where it stood is the very same object."""
    page = read_session("a.md", SESSION.encode()).session.pages[1]
    assert moved(page, 0) is page
