"""What PySide brings of its own Python code inside a library: it would be unpacked and compiled anew at every start."""

from __future__ import annotations

import compileall
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

FOLDER = "files.dir"
"""Where PySide looks for the code before it unpacks it; ``SBK_EMBED=0`` asks it to put it there."""


def write_support(package: Path) -> Path:
    """Write the code, compiled, into the ``shiboken6`` of a bundle, and return where.

    PySide puts it beside itself: so a copy is asked, and the one that is installed here stays as it is.
    """
    found = find_spec("shiboken6")
    assert found is not None
    assert found.origin is not None
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "shiboken6"
        shutil.copytree(Path(found.origin).parent, copy, symlinks=True)
        environment = os.environ | {"SBK_EMBED": "0", "PYTHONPATH": folder}
        subprocess.run([sys.executable, "-c", "import shiboken6.Shiboken"], check=True, env=environment)
        target = package / FOLDER / "shibokensupport"
        shutil.copytree(copy / FOLDER / "shibokensupport", target, ignore=shutil.ignore_patterns("__pycache__"))
    if not compileall.compile_dir(target, quiet=1, legacy=True, stripdir=str(package)):
        raise OSError(f"{target.name} could not be compiled")
    for source in target.rglob("*.py"):
        source.unlink()
    return target
