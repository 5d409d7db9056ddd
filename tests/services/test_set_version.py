"""Another version in the cover: one word changes, and every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.set_version import set_version, with_version
from tests.small_package import write_course


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("---\nid: a\nversjon: 1.0.0\n---\n# A\n", "---\nid: a\nversjon: 2.1\n---\n# A\n"),
        ("---\nversion:1.0.0  \n---\n# A\n", "---\nversion:2.1  \n---\n# A\n"),
        ("---\nid: a\n---\n# A\n", "---\nversjon: 2.1\nid: a\n---\n# A\n"),
        ("# A\n\nOrd.\n", "---\nversjon: 2.1\n---\n# A\n\nOrd.\n"),
        ("---\r\nversjon: 1\r\n---\r\n# A\r\n", "---\r\nversjon: 2.1\r\n---\r\n# A\r\n"),
    ],
)
def test_the_version_is_the_only_thing_that_changes(before: str, after: str) -> None:
    """In its place, as a new line, or as new front matter; line ends stay."""
    assert with_version(before, "2.1") == after
    assert with_version(after, "2.1") == after


def test_a_draft_gets_it_on_the_disk(tmp_path: Path) -> None:
    """And what is no version is refused with the file as it was."""
    folder = write_course(tmp_path / "kurs")
    author = Author(tmp_path / "data", SystemClock())
    draft = author.open(author.add(folder).id)
    set_version(draft, "kurs.md", "1.2.3")
    written = (folder / "kurs.md").read_text("utf-8")
    assert "versjon: 1.2.3" in written
    with pytest.raises(KursappError) as refused:
        set_version(draft, "kurs.md", "neste")
    assert refused.value.problem.code == "package-version-unclear"
    assert (folder / "kurs.md").read_text("utf-8") == written
    author.close()
