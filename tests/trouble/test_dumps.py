"""A process that falls over leaves no image of its memory, and the worker cannot be looked into."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kursapp.worker import Worker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="core files as Linux makes them")

FALLS = """
import os, resource, sys
hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))
from kursapp.trouble.dumps import no_core_dumps
if sys.argv[1] == "off":
    no_core_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE)[0], flush=True)
os.abort()
"""


def falls_over(folder: Path, dumps: str) -> tuple[int, bool]:
    """Let a process abort; return its limit, and whether the kernel made an image of it."""
    with (folder / "said").open("wb") as said:
        child = subprocess.Popen([sys.executable, "-c", FALLS, dumps], cwd=folder, stdout=said)
        _pid, status = os.waitpid(child.pid, 0)
        child.returncode = status
    return int((folder / "said").read_text()), os.WCOREDUMP(status)


def test_no_image_of_the_memory_is_made(tmp_path: Path) -> None:
    """No core file beside it, and to the kernel no dump at all: the limit also turns off what collects them."""
    assert falls_over(tmp_path, "off") == (1, False)
    assert [path.name for path in tmp_path.iterdir()] == ["said"]


def test_without_it_there_may_be_one(tmp_path: Path) -> None:
    """So the test above can fail, on a machine that makes them."""
    limit, dumped = falls_over(tmp_path, "on")
    if limit == 0 or not dumped:
        pytest.skip("this machine makes no core files")
    assert dumped


def test_the_worker_has_neither_dumps_nor_onlookers() -> None:
    """What reads strangers' files is bound the same way, and other programs of the user cannot look into it."""
    with Worker() as worker:
        assert worker.call("tests.worker.jobs:core_limit") == b"1 0"
