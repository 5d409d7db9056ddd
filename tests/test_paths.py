"""Courses, assets and the person's own data are found in a checkout, installed, and frozen."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.domain.problem import KursappError


def test_the_variable_moves_everything_of_the_persons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With KURSAPP_DATA set, nothing of the person's lies outside it."""
    monkeypatch.setenv("KURSAPP_DATA", str(tmp_path / "mitt"))
    assert paths.data_folder() == tmp_path / "mitt"
    for place in (paths.cache_folder(), paths.log_folder(), paths.settings_file(), paths.start_file()):
        assert place.parent == tmp_path / "mitt"
    assert not (tmp_path / "mitt").exists()


def test_a_relative_variable_means_a_folder_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A relative folder is made absolute, so that changing folder later does not move it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KURSAPP_DATA", "mitt")
    assert paths.data_folder() == tmp_path / "mitt"


@pytest.mark.parametrize("value", ["", "  "])
def test_without_the_variable_the_systems_local_folder(
    value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An empty variable counts as none; data and cache are the system's own places for this program."""
    monkeypatch.setenv("KURSAPP_DATA", value)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    assert paths.data_folder() == tmp_path / ".local/share/Kursapp"
    assert paths.cache_folder() == tmp_path / ".cache/Kursapp"


def test_a_checkout_finds_what_lies_beside_the_package(project: Path) -> None:
    """Developers run the program from the folder they work in."""
    assert paths.bundled_courses() == project / "courses"
    assert paths.assets() == project / "assets"
    assert paths.locale_folder() == project / "kursapp" / "locale"


@pytest.fixture
def installed(tmp_path: Path, project: Path) -> Path:
    """Lay the package out as a wheel and a frozen build do: courses and assets in the package's ``_data``."""
    package = tmp_path / "site" / "kursapp"
    (package / "domain").mkdir(parents=True)
    for name in ("__init__.py", "paths.py", "domain/__init__.py", "domain/problem.py"):
        shutil.copy(project / "kursapp" / name, package / name)
    for name in ("courses", "assets"):
        (package / "_data" / name).mkdir(parents=True)
    return package


def test_an_installed_package_brings_its_data(installed: Path) -> None:
    """The wheel's own copies are found from any folder."""
    code = "from kursapp import paths; print(paths.__file__, paths.bundled_courses(), paths.assets(), sep='\\n')"
    environment = {**os.environ, "PYTHONPATH": str(installed.parent)}
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment, cwd=installed.parent
    )
    assert run.stdout.splitlines() == [str(installed / name) for name in ("paths.py", "_data/courses", "_data/assets")]


def test_a_frozen_build_brings_its_data(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyInstaller gives modules a ``__file__`` under its own folder, though the file itself is in an archive."""
    (installed / "paths.py").unlink()
    monkeypatch.setattr(paths, "__file__", str(installed / "paths.pyc"))
    assert paths.bundled_courses() == installed / "_data" / "courses"
    assert paths.assets() == installed / "_data" / "assets"


def test_an_installation_without_its_data_says_so(installed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A broken installation is one sentence, not a traceback from somewhere else."""
    shutil.rmtree(installed / "_data" / "courses")
    monkeypatch.setattr(paths, "__file__", str(installed / "paths.py"))
    with pytest.raises(KursappError) as caught:
        paths.bundled_courses()
    assert caught.value.problem.code == "installation-incomplete"
    assert caught.value.problem.value("folder") == str(installed / "_data" / "courses")
