"""``kursapp new``: where it writes, and where it does not."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Done

Command = Callable[..., Done]


def test_it_says_where_the_course_is(command: Command, tmp_path: Path) -> None:
    """And what to do next."""
    folder = tmp_path / "kurset"
    done = command("new", folder)
    assert done == Done(0, f"Kurset ligger i {folder}. Sjekk det med «kursapp check {folder}».\n", "")
    assert command("check", "--strict", folder).code == 0


def test_an_empty_folder_is_filled(command: Command, tmp_path: Path) -> None:
    """A folder made beforehand is as good as none."""
    assert command("new", tmp_path / "ny" / "dypere").code == 0
    (tmp_path / "tom").mkdir()
    assert command("new", tmp_path / "tom").code == 0


def test_it_can_be_given_a_title(command: Command, tmp_path: Path) -> None:
    """Otherwise it is called after its folder."""
    assert command("new", tmp_path / "kurset", "--title", "Å lede godt").code == 0
    assert "# Å lede godt\n" in (tmp_path / "kurset" / "kurs.md").read_text("utf-8")
    assert command("check", "--strict", tmp_path / "kurset").code == 0


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_a_folder_with_something_in_it_is_left_alone(command: Command, tmp_path: Path, language: str) -> None:
    """Nobody's file is written over, and the sentence names the folder."""
    (tmp_path / "notat.txt").write_text("mitt", encoding="utf-8")
    done = command("new", tmp_path, "--language", language)
    assert (done.code, done.out) == (2, "")
    assert str(tmp_path) in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["notat.txt"]


def test_a_file_in_the_way_is_left_alone(command: Command, tmp_path: Path) -> None:
    """A file is no folder to write in."""
    (tmp_path / "kurs").write_text("mitt", encoding="utf-8")
    assert command("new", tmp_path / "kurs").code == 2
    assert (tmp_path / "kurs").read_text(encoding="utf-8") == "mitt"


def test_a_place_that_cannot_be_written_is_told(
    command: Command, tmp_path: Path, sealed: Callable[[Path], object]
) -> None:
    """One sentence with the place in it, and nothing made."""
    place = tmp_path / "bare-lesing"
    place.mkdir()
    with sealed(place):
        done = command("new", place / "kurs")
    assert (done.code, done.out) == (2, "")
    assert str(place) in done.err
    assert len(done.err.splitlines()) == 1
    assert list(place.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="file names are any bytes there only")
def test_a_folder_whose_name_is_no_text_is_refused(command: Command, tmp_path: Path) -> None:
    """A course made there could never be opened."""
    folder = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bl\xe5"))
    done = command("new", folder)
    assert (done.code, done.out) == (2, "")
    assert "bl\\xe5" in done.err
    assert not folder.exists()


def test_below_a_file_is_told(command: Command, tmp_path: Path) -> None:
    """A path through a file can be no folder."""
    (tmp_path / "fil").write_text("", encoding="utf-8")
    done = command("new", tmp_path / "fil" / "kurs")
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
