"""``kursapp open``: a course in the window as it is, and nothing of the person's own touched."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.services.new_course import new_course
from tests.small_package import write_course, write_kurs


def try_course(course: Path, project: Path, *words: str, **surroundings: str) -> tuple[int, str, str]:
    """Run the command as a program of its own."""
    own = {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(project), **surroundings}
    command = [sys.executable, "-m", "kursapp", "open", str(course), *words]
    done = subprocess.run(command, env=os.environ | own, capture_output=True, text=True, timeout=120, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def own(tmp_path: Path) -> dict[str, str]:
    """Return surroundings in which everything a program may leave behind can be seen."""
    for name in ("data", "tmp"):
        (tmp_path / name).mkdir()
    (tmp_path / "data/settings.json").write_text("ikke noe", "utf-8")
    return {"KURSAPP_DATA": str(tmp_path / "data"), "TMPDIR": str(tmp_path / "tmp")}


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "package"])
def test_a_course_is_shown_and_nothing_is_left(
    tmp_path: Path, project: Path, own: dict[str, str], packed: bool
) -> None:
    """No profile, no installed course, no temporary file; damaged settings are neither read nor set aside."""
    course = write_course(tmp_path / "kurs")
    if packed:
        course = write_kurs(course, tmp_path / "kurs.kurs")
    before = sorted(tmp_path.rglob("*"))
    assert try_course(course, project, "--quit-after", "1", **own) == (0, "", "")
    left = [path for path in sorted(tmp_path.rglob("*")) if path not in before]
    assert [path for path in left if "cache" not in path.parts] == []
    assert (tmp_path / "data/settings.json").read_text("utf-8") == "ikke noe"


def test_what_is_no_course_is_told_without_a_window(tmp_path: Path, project: Path, own: dict[str, str]) -> None:
    """One sentence, and exit 2."""
    code, said, told = try_course(tmp_path / "ingen", project, "--quit-after", "1", **own)
    assert (code, said) == (2, "")
    assert "finnes ikke" in told
    assert len(told.splitlines()) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="there is always a screen elsewhere")
def test_without_a_screen_it_says_so(tmp_path: Path, project: Path, own: dict[str, str]) -> None:
    """Nobody would see the window, and nobody could close it."""
    new_course(paths.assets() / "nytt-kurs", tmp_path / "kurs")
    nowhere = {"QT_QPA_PLATFORM": "", "DISPLAY": "", "WAYLAND_DISPLAY": ""}
    code, _said, told = try_course(tmp_path / "kurs", project, **own | nowhere)
    assert code == 2
    assert "ingen skjerm" in told
    assert try_course(tmp_path / "kurs", project, "--quit-after", "0", **own | nowhere)[0] == 0


@pytest.mark.parametrize("seconds", ["-1", "nan", "1e9", "snart"])
def test_seconds_that_cannot_be_are_refused(tmp_path: Path, project: Path, own: dict[str, str], seconds: str) -> None:
    """In a sentence, before anything is opened."""
    code, _said, told = try_course(tmp_path, project, f"--quit-after={seconds}", **own)
    assert code == 2
    assert "Traceback" not in told
