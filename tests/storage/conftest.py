"""The small worlds the tests of storage stand in."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from kursapp.storage.participant.profile_file import ProfileFile, open_profile

HERE = Path(__file__).parent


@pytest.fixture
def now() -> datetime:
    """Return the moment tests happen at."""
    return datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def small() -> ModuleType:
    """Return ``small_schema``, the module that the killed programs import too."""
    specification = importlib.util.spec_from_file_location("small_schema", HERE / "small_schema.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[ProfileFile]:
    """Open a new profile."""
    opened = open_profile(tmp_path / "profil.db", create=True)
    yield opened
    opened.close()


@pytest.fixture
def deaths(tmp_path: Path) -> Callable[[str], list[Path]]:
    """Return what a piece of work leaves behind when it is killed at each of its statements in turn.

    The world before is ``tmp_path / "0"``; the last of the folders is where the work came to its end.
    """

    def run(work: str) -> list[Path]:
        arguments = [sys.executable, str(HERE / "killed.py"), work, str(tmp_path)]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        died = int(done.stdout)
        assert died > 0
        return [tmp_path / str(number) / "a.db" for number in range(1, died + 2)]

    return run
