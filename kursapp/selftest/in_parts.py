"""What is examined first: whether every part of the program is there. Needs none of them itself."""

from __future__ import annotations

import importlib
import pkgutil
import sys

import kursapp

ENTRANCE = "kursapp.__main__"
NOT_HERE = {"kursapp.worker.windows_job": "win32"}
"""Parts that load on one system only."""


def parts() -> str:
    """Load every module of the program, and with them the libraries each stands on."""
    names = [each.name for each in pkgutil.walk_packages(kursapp.__path__, "kursapp.")]
    if not names:
        raise ImportError("kursapp")
    for name in names:
        if name != ENTRANCE and NOT_HERE.get(name, sys.platform) == sys.platform:
            importlib.import_module(name)
    importlib.import_module("alembic.operations")
    return str(len(names))
