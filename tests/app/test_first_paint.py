"""The first paint waits for as little as possible."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

LATE = ("sqlalchemy", "alembic", "markdown", "msgspec", "nacl", "sqlcipher3", "nh3", "platformdirs", "multiprocessing")

PAINTED = """
import json, sys
from kursapp.app import program
application = program.make_application()
opened = program.open_program(application)
opened.window.painted.disconnect(opened._load)
found = []
def note():
    found.extend(sorted({name.partition(".")[0] for name in sys.modules}))
    application.quit()
opened.window.painted.connect(note)
application.exec()
print(json.dumps(found))
"""


def modules_at_first_paint(data: Path) -> set[str]:
    """Return the names of the packages loaded when the first window has been painted."""
    outcome = subprocess.run(
        [sys.executable, "-c", PAINTED], capture_output=True, text=True, check=True, env=_environment(data)
    )
    found: set[str] = set(__import__("json").loads(outcome.stdout.splitlines()[-1]))
    return found


def _environment(data: Path) -> dict[str, str]:
    import os

    return {**os.environ, "KURSAPP_DATA": str(data), "QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("name", LATE)
def test_heavy_libraries_are_not_loaded_at_first_paint(name: str, loaded: set[str]) -> None:
    """What only the files and the courses need is imported when the window is on the screen."""
    assert name not in loaded


def test_the_instructors_first_paint_waits_for_no_more(tmp_path: Path) -> None:
    """Her list is painted before there is anything to list: neither editor nor drafts are loaded for it."""
    (tmp_path / "settings.json").write_text('{"version": 1, "workspace": "author"}', encoding="utf-8")
    assert not modules_at_first_paint(tmp_path) & set(LATE)


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Start the program once and look."""
    return modules_at_first_paint(tmp_path_factory.mktemp("data"))
