"""One person at the real program: a data folder of her own, the flagship course, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from tests.ui.conftest import tidy_on_the_screens_thread, what_stays_is_not_looked_through

NAME = "Kari"

__all__ = ["tidy_on_the_screens_thread", "what_stays_is_not_looked_through"]

Sit = Callable[[], Driver]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder as a journey."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="session")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the courses read by one journey wait for the next, which then reads nothing anew."""
    return tmp_path_factory.mktemp("cache") / "cache"


@pytest.fixture
def stranger(qapp: QApplication, read_once: Path, own_data_folder: Path) -> Iterator[Driver]:
    """Give somebody who has never opened the program; it is closed when her story is over."""
    qapp.setStyle("fusion")
    qapp.setQuitOnLastWindowClosed(False)
    if read_once.exists():
        shutil.copytree(read_once, own_data_folder / "cache")
    driver = Driver(qapp, open_program)
    yield driver
    driver.give_up()
    if paths.cache_folder().exists() and not read_once.exists():
        shutil.copytree(paths.cache_folder(), read_once)


@pytest.fixture
def kari(stranger: Driver) -> Driver:
    """Give somebody who has been through the first start and sits at Hjem."""
    stranger.open()
    begin(stranger)
    return stranger


def begin(driver: Driver) -> None:
    """Go through the first start, and wait until the courses stand on the shelf."""
    driver.push("Neste")
    hands.type_text(NAME)
    driver.push("Neste")
    driver.push("Kom i gang")
    wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
    driver.settle()
