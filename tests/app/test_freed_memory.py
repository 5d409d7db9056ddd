"""What was freed is given back."""

from __future__ import annotations

import subprocess
import sys

import pytest

MEBIBYTE = 1024 * 1024

FREED = """
import sys
from pathlib import Path
from kursapp.app.freed_memory import give_back_what_is_freed

def held():
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096

if sys.argv[1] == "ask":
    give_back_what_is_freed()
# The first large block that is freed teaches the C library to keep such blocks.
first = b"x" * 8_000_000
del first
before = held()
large, small = [], []
for _ in range(40):
    large.append(b"x" * 1_000_000)
    small.append(b"x" * 30_000)
large.clear()
print(held() - before)
"""


def _left_behind(how: str) -> int:
    done = subprocess.run([sys.executable, "-c", FREED, how], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="asked of glibc alone")
def test_large_blocks_between_small_ones_leave_nothing_behind() -> None:
    """Forty megabytes come and go while small things stay: without asking they would still be the program's."""
    if _left_behind("not") < 20 * MEBIBYTE:
        pytest.skip("this C library gives back by itself")
    assert _left_behind("ask") < 4 * MEBIBYTE
