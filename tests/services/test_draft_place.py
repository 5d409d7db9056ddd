"""One begins where one was last."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp import paths
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.draft import Draft
from kursapp.services.draft_place import Place, keep_place, last_place
from kursapp.services.retitle import retitle

QUIZ = "dag-1/quiz.md"


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """Open a draft made of the template."""
    author = Author(tmp_path / "data", SystemClock())
    return author.open(author.new(tmp_path / "kurs", "Kurs", paths.assets() / "nytt-kurs").id)


def test_a_place_is_remembered(draft: Draft) -> None:
    """File and line, outside the course."""
    before = draft.digests()
    keep_place(draft, Place(QUIZ, 7))
    assert last_place(draft) == Place(QUIZ, 7)
    assert draft.digests() == before


@pytest.mark.parametrize(
    "held", ["", "{}", "[1, 2]", '["dag-1/quiz.md", 0]', '["dag-1/quiz.md", true]', '["borte.md", 3]']
)
def test_a_place_that_cannot_be_is_none(draft: Draft, held: str) -> None:
    """A damaged file, or a file of the course that is gone, costs nothing."""
    assert last_place(draft) is None
    keep_place(draft, Place(QUIZ, 7))
    (draft.home / "place.json").write_text(held, "utf-8")
    assert last_place(draft) is None


def test_a_course_is_called_something_else(draft: Draft) -> None:
    """The first heading of the cover is another; not a byte besides."""
    before = draft.read("kurs.md").text
    retitle(draft, "  Samtalen \n først ")
    assert draft.read("kurs.md").text == before.replace("# Kurs\n", "# Samtalen først\n", 1)
    retitle(draft, "\\1 og \\g<0>")
    assert "# \\1 og \\g<0>\n" in draft.read("kurs.md").text
