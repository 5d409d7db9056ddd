"""The commands as programs of their own: what a shell, a pipe and a script meet."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from kursapp import __version__
from tests.cli.conftest import HEAVY, SESSION, Done, SmallCourse, left_running

Program = Callable[..., Done]


def test_version_and_help(program: Program) -> None:
    """Both are on standard output, and nothing has gone wrong."""
    assert program("--version") == Done(0, f"Kursapp {__version__}\n", "")
    told = program("--help")
    assert (told.code, told.err) == (0, "")
    assert all(verb in told.out for verb in ("check", "new", "outline", "demo"))


@pytest.mark.parametrize("verb", ["check", "new", "outline", "demo"])
def test_every_verb_tells_its_exit_codes(program: Program, verb: str) -> None:
    """A script's author need not guess."""
    told = program(verb, "--help")
    assert told.code == 0
    assert "Avslutter med 0" in told.out


def test_a_command_not_understood_is_told_on_standard_error(program: Program) -> None:
    """Exit 2, and nothing where a machine would read: how the command is written, and one sentence."""
    done = program("check")
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("bruk: kursapp check ")
    assert done.err.endswith(
        "Kommandoen mangler MAPPE. «kursapp check --help» forteller hva som skal stå der." + os.linesep
    )


def test_a_course_is_made_checked_and_shown(program: Program, tmp_path: Path) -> None:
    """The three verbs, one after another, as README says; no worker outlives any of them."""
    folder = tmp_path / "mitt kurs"
    assert program("new", folder).code == 0
    assert program("check", "--strict", folder) == Done(0, "Ingen funn.\n", "")
    assert program("outline", folder).out.startswith("Mitt kurs (mitt-kurs 0.1.0)\n")


def test_nothing_is_left_running_after_a_refusal(program: Program, tmp_path: Path) -> None:
    """The worker goes also where the course could not be read."""
    (tmp_path / "kurs.md").write_bytes("# Kurs på æøå\n".encode("latin-1"))
    assert program("check", tmp_path).code == 2


def test_the_output_is_utf_8_whatever_the_system_says(program: Program, course: SmallCourse) -> None:
    """A redirect on a system with a code page of its own loses no letter."""
    course.add("### Refleksjon: Hva gjør vi på fredag?\n")
    done = program("check", course.folder, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert "«Hva gjør vi på fredag?»" in done.out


def test_a_pipe_that_closes_early_ends_it_quietly(course: SmallCourse, project: Path, own_data_folder: Path) -> None:
    """``kursapp check … | head -1`` shows one line and no trace."""
    for number in range(400):
        course.add(
            f"### Refleksjon: Hva nå, for {number}. gang?\n", f"dag-1/{'quiz' if number % 2 else 'evaluering'}.md"
        )
    checking = subprocess.Popen(
        [sys.executable, "-m", "kursapp", "check", str(course.folder), "--format", "json"],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert checking.stdout is not None
    assert checking.stderr is not None
    assert checking.stdout.readline() == b"[\n"
    checking.stdout.close()
    assert checking.stderr.read() == b""
    checking.stderr.close()
    assert checking.wait(60) == 2
    assert left_running(own_data_folder) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_ends_it_quietly_and_takes_the_worker_along(
    course: SmallCourse, project: Path, own_data_folder: Path
) -> None:
    """Ctrl+C in the middle of a slow file: exit 2, no trace, nothing left running."""
    course.add(HEAVY)
    checking = subprocess.Popen(
        [sys.executable, "-m", "kursapp", "check", str(course.folder)],
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # Where the tests themselves run in the background, Ctrl+C is ignored and that would be inherited.
        preexec_fn=_heed_interrupts,
    )
    deadline = time.monotonic() + 60
    while not psutil.Process(checking.pid).children() and time.monotonic() < deadline:
        time.sleep(0.01)
    os.killpg(checking.pid, signal.SIGINT)
    out, err = checking.communicate(timeout=60)
    assert (checking.returncode, out, err) == (2, b"", b"")
    assert left_running(own_data_folder) == []


def test_json_goes_through_a_real_pipe_whole(program: Program, course: SmallCourse) -> None:
    """What a machine reads of a course with many findings parses, whatever its length."""
    course.add("".join(f"### Refleksjon: Spørsmål nummer {number}\n\n" for number in range(300)))
    found = json.loads(program("check", course.folder, "--format", "json").out)
    assert [one["code"] for one in found].count("no-id") == 300
    assert {one["file"] for one in found} == {SESSION}


def _heed_interrupts() -> None:
    signal.signal(signal.SIGINT, signal.SIG_DFL)
