"""A text saved as a file: where it is, or why it is not, is said."""

from __future__ import annotations

from pathlib import Path

from kursapp.ui.text_files import save_text
from tests.ui.conftest import LONG, Room


def test_what_came_of_it_is_said(room: Room, tmp_path: Path) -> None:
    """By name where it went well, by the reason where it did not."""
    said: list[str] = []
    for path in (tmp_path / "feil.txt", tmp_path / "gone" / "feil.txt"):
        save_text(room.parts.tasks, path, "en rapport\n", said.append)
    room.qtbot.waitUntil(lambda: len(said) == 2, timeout=LONG)
    assert said[0] == "Lagret som feil.txt."
    assert "feil.txt" in said[1]
    assert (tmp_path / "feil.txt").read_bytes() == b"en rapport\n"
