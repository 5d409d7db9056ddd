"""The commands as a person runs them, and a small sound course for tests to damage."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest

from kursapp import paths
from kursapp.cli.commands import run
from kursapp.services.new_course import new_course
from tests.kept_worker import KeptWorker

SESSION = "dag-1/01-slik-skriver-du.md"
"""The session of the small course that tests write into."""

HEAVY = "[" * 3 + "![" * 9_000 + "\n"
"""A line Python-Markdown needs most of a minute for: each bracket is looked for an end to, again and again."""

PATIENCE = 10.0


@dataclass(frozen=True)
class Done:
    """How a command ended: its exit code and what it wrote."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class SmallCourse:
    """The course that ``kursapp new`` makes, in a folder of the test's own."""

    folder: Path

    def add(self, text: str, file: str = SESSION) -> int:
        """Add text to the end of a file, and return the line it begins on."""
        path = self.folder / file
        before = path.read_text(encoding="utf-8").rstrip("\n") + "\n\n"
        path.write_text(before + text, encoding="utf-8")
        return before.count("\n") + 1

    def write(self, file: str, data: bytes) -> None:
        """Put bytes in the place of a file."""
        (self.folder / file).write_bytes(data)


@pytest.fixture
def course(tmp_path: Path) -> SmallCourse:
    """Return a new small course without a finding."""
    folder = tmp_path / "lite-kurs"
    new_course(paths.assets() / "nytt-kurs", folder)
    return SmallCourse(folder)


@pytest.fixture
def command(
    capsys: pytest.CaptureFixture[str], kept_worker: KeptWorker, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Done]:
    """Return a function that runs a command in this process."""
    monkeypatch.setattr("kursapp.cli.reading.Worker", lambda: kept_worker)

    def run_here(*words: str | Path) -> Done:
        capsys.readouterr()
        code = run([str(word) for word in words])
        written = capsys.readouterr()
        return Done(code, written.out, written.err)

    return run_here


@pytest.fixture
def program(project: Path, own_data_folder: Path) -> Iterator[Callable[..., Done]]:
    """Return a function that runs ``python -m kursapp`` as a program of its own, in a given surroundings."""

    def run_program(*words: str | Path, **surroundings: str) -> Done:
        done = subprocess.run(
            [sys.executable, "-m", "kursapp", *map(str, words)],
            cwd=project,
            env={**os.environ, **surroundings},
            capture_output=True,
            timeout=120,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8"))

    yield run_program
    assert left_running(own_data_folder) == []


def left_running(data_folder: Path) -> list[int]:
    """Return the processes of this test that do not end by themselves when the command has ended."""
    deadline = time.monotonic() + PATIENCE
    while (found := _running(data_folder)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found


def _running(data_folder: Path) -> list[int]:
    """Return the other processes that were started for this test: they know its data folder."""
    found = []
    for process in psutil.process_iter():
        try:
            surroundings = process.environ()
        except psutil.Error:
            continue
        if surroundings.get("KURSAPP_DATA") == str(data_folder) and process.pid != os.getpid():
            found.append(process.pid)
    return found
