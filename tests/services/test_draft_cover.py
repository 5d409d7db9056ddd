"""What a cover says, read at a glance."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kursapp.services.draft_cover import CoverWords, cover_words, find_cover, words_of


def test_a_cover_says_its_title_version_and_id() -> None:
    """In every language of the format, with or without a byte order mark, whatever its line ends."""
    text = "---\nid: mitt-kurs\nversjon: 1.2\n---\n\n# Å lede <!-- x -->\n\n## Dag 1\n"
    for data in (text.encode(), text.encode("utf-8-sig"), text.replace("\n", "\r\n").encode()):
        assert words_of(data)._replace(title="") == CoverWords("", "1.2", "mitt-kurs")
    assert words_of(b"---\nversion: 2\n---\n# A *good* course\n") == CoverWords("A *good* course", "2", "")


def test_a_heading_in_a_fence_is_no_title() -> None:
    """Only what is structure counts."""
    assert words_of(b"```\n# Nei\n```\n# Ja\n").title == "Ja"


@given(st.binary(max_size=300))
def test_any_bytes_can_be_looked_at(data: bytes) -> None:
    """What cannot be read says nothing."""
    assert isinstance(words_of(data), CoverWords)


def test_the_cover_is_found_in_any_case_of_letters(tmp_path: Path) -> None:
    """And in English; a folder of that name is none."""
    assert find_cover(tmp_path / "ingen") is None
    (tmp_path / "kurs.md").mkdir()
    assert find_cover(tmp_path) is None
    (tmp_path / "Course.MD").write_text("# Course\n")
    assert cover_words(tmp_path).title == "Course"


def test_markdown_is_not_loaded_for_it() -> None:
    """Somebody else's text is parsed in the worker only."""
    asked = "import sys, kursapp.services.author; print('markdown' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout == "False\n"
