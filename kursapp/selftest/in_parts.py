"""What is examined first: whether every part of the program is there. Needs none of them itself."""

from __future__ import annotations

import importlib
import pkgutil
import platform
import sys

import kursapp

ENTRANCE = "kursapp.__main__"
SPELLING, SERVER = "hunspell", "psycopg"
NOT_HERE = {"kursapp.worker.windows_job": "win32"}
"""Parts that load on one system only."""

AT_FIRST_USE = (
    "alembic.migration",
    "alembic.operations",
    "fontpkg_atkinson_hyperlegible",
    "fsrs",
    SPELLING,
    SERVER,
    "platformdirs",
    "snowballstemmer",
    "typst",
)
"""Libraries that no part loads before they are used: an installer that forgets one is found here."""


def parts() -> str:
    """Load every module of the program, and with them the libraries each stands on."""
    names = [each.name for each in pkgutil.walk_packages(kursapp.__path__, "kursapp.")]
    if not names:
        raise ImportError("kursapp")
    for name in names:
        if name != ENTRANCE and NOT_HERE.get(name, sys.platform) == sys.platform:
            importlib.import_module(name)
    libraries = [name for name in AT_FIRST_USE if is_expected(name)]
    for name in libraries:
        importlib.import_module(name)
    return f"{len(names)} + {len(libraries)}"


def is_expected(library: str) -> bool:
    """Say whether a library is to be there: one is not built for every machine, and one comes with installers only."""
    if library == SPELLING:
        return platform.machine() == "arm64" if sys.platform == "darwin" else platform.machine() != "ARM64"
    return library != SERVER or bool(getattr(sys, "frozen", False))
