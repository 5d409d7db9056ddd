"""Importing the window reads no sources."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).parents[2]

STARTED = """
import json, linecache, os, sys
end = os._exit

def tell(code):
    print(json.dumps({"modules": len(sys.modules), "read": sorted(linecache.cache)}), flush=True)
    end(code)

os._exit = tell
from kursapp.__main__ import main
main(["--quit-after-first-paint"])
"""


def test_the_program_starts_without_reading_its_own_sources(tmp_path: Path) -> None:
    """Of all modules there at the first paint no source has been read: PySide's look at each of them is put away."""
    surroundings = {**os.environ, "KURSAPP_DATA": str(tmp_path), "PYTHONPATH": str(PROJECT)}
    done = subprocess.run([sys.executable, "-c", STARTED], capture_output=True, text=True, env=surroundings, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    assert told["modules"] > 200
    assert [name for name in told["read"] if Path(name).is_relative_to(PROJECT / "kursapp")] == []
