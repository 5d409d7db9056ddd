"""A hard stop is told of at the next start, once, without anybody's folders; a good end leaves nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kursapp.trouble.hard_stop import NAME, HardStop, fault_of

DIES = """
import ctypes, sys
from pathlib import Path
from kursapp.trouble.dumps import no_core_dumps
from kursapp.trouble.hard_stop import HardStop
no_core_dumps()
stop = HardStop(Path(sys.argv[1]))
stop.watch()
stop.watch()
HOW
"""
WRITTEN = """Fatal Python error: Segmentation fault

Thread 0x00007f (most recent call first):
  File "/home/kari/kursapp/hemmelig.py", line 3 in run

Current thread 0x00007f (most recent call first):
  File "PACKAGE/ui/lane.py", line 12 in Lane._run
  File "<frozen importlib._bootstrap>", line 1176 in _find_and_load
  File "/usr/lib/python3/dist-packages/gi/x.py", line 1 in <module>

Extension modules: kari (total: 1)
"""


def run(folder: Path, how: str) -> int:
    """Start a process that watches, and let it end in some way."""
    done = subprocess.run([sys.executable, "-c", DIES.replace("HOW", how), folder], capture_output=True, check=False)
    return done.returncode


@pytest.mark.skipif(sys.platform == "win32", reason="another kind of end there")
def test_a_hard_stop_is_told_of_once(tmp_path: Path) -> None:
    """A process that falls over in a library leaves where it was, and the next start takes it."""
    assert run(tmp_path, "ctypes.string_at(0)") < 0
    after = HardStop(tmp_path)
    fault = after.take()
    assert fault is not None
    assert fault.trace[0] == "hard stopp: Segmentation fault"
    assert any("python/ctypes/__init__.py" in line for line in fault.trace)
    assert not (tmp_path / NAME).exists()
    assert after.take() is None


@pytest.mark.parametrize("how", ["stop.end()", "sys.exit(1)", "import os; os.kill(os.getpid(), 9)"])
def test_other_ends_are_no_hard_stop(tmp_path: Path, how: str) -> None:
    """A good end leaves nothing; one from outside (a kill, a power cut) leaves a file that says nothing."""
    run(tmp_path, how)
    assert (tmp_path / NAME).exists() is (how != "stop.end()")
    assert HardStop(tmp_path).take() is None


def test_where_there_is_no_folder_nobody_watches(tmp_path: Path) -> None:
    """And nothing is made in its place."""
    stop = HardStop(tmp_path / "gone")
    stop.watch()
    stop.end()
    assert stop.take() is None
    assert not (tmp_path / "gone").exists()


def test_folders_are_left_out(project: Path) -> None:
    """What is told is relative to what it belongs to, the thread it happened on first, and without Python's imports."""
    fault = fault_of(WRITTEN.replace("PACKAGE", str(project / "kursapp")))
    assert fault is not None
    assert fault.trace[2:] == (
        "den tråden som stoppet:",
        "  kursapp/ui/lane.py:12 Lane._run",
        "  gi/x.py:1 <module>",
        "en annen tråd:",
        "  (utenfor programmet):3 run",
    )
    assert "kari" not in "\n".join(fault.trace)
