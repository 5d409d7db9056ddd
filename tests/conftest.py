"""What every test stands on: an own data folder, the offscreen window, and silence as the rule."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import logging
import os
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from pytestqt.qtbot import QtBot

from kursapp.ui.plain_imports import import_plainly
from tests.kept_backups import KeptBackups
from tests.kept_worker import KeptWorker
from tests.postgres import Cluster, running_cluster
from tests.ready_child import children_born_ready

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PROJECT = Path(__file__).parent.parent
PATIENCE = 60_000
"""Milliseconds."""

# As the program does, before a test brings in the window: PySide would read the source of every module.
import_plainly()

# A law holds however busy the machine is: no example fails for having been slow.
settings.register_profile("kursapp", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("kursapp")


@pytest.fixture(autouse=True)
def own_data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a data folder of its own, so that none meets the developer's or another test's."""
    folder = tmp_path / "data"
    monkeypatch.setenv("KURSAPP_DATA", str(folder))
    return folder


@pytest.fixture(autouse=True)
def every_backup_is_put_back(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeptBackups]:
    """Put every backup a test made back, once everything is closed, and fail the test where one is not whole."""
    kept = KeptBackups()
    with pytest.MonkeyPatch.context() as patch:
        kept.watch(patch)
        yield kept
    if kept.made:
        kept.put_back_all(tmp_path_factory.mktemp("tilbake"))


@pytest.fixture(autouse=True)
def no_unexpected_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that leaves a warning or worse in the log, unless it clears ``caplog`` after looking."""
    yield
    left = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not left, f"unexpected log entries: {left}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    """Fail a test of the window that leaves Qt's layout items known to Python: Qt frees them without telling.

    Another object born at the same address is then taken for the layout item, and the program ends. PySide makes such
    wrappers when a layout that already holds something is put into another; so layouts are put in place first and
    filled after.
    """
    yield
    strays = _known_layout_items()
    assert not strays, f"layouts filled before they were put in place: {strays}"


def _known_layout_items() -> list[str]:
    """Name the layout items Python knows of, each by what it holds."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None:
        return []
    known = sys.modules["shiboken6"].getAllValidWrappers()
    return [
        repr(one.widget() or one)
        for one in known
        if isinstance(one, widgets.QLayoutItem) and not isinstance(one, widgets.QLayout)
    ]


WAITS = (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed, QtBot.waitActive)


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """Return the hands and eyes of pytest-qt, which wait as long as a busy machine may need."""
    bot = QtBot(request)
    for wait in WAITS:
        setattr(bot, wait.__name__, partial(getattr(bot, wait.__name__), timeout=PATIENCE))
    return bot


@pytest.fixture
def project() -> Path:
    """Return the project's own folder, for tests of what lies beside the package."""
    return PROJECT


@pytest.fixture(scope="session", autouse=True)
def what_is_there_is_left_out() -> Iterator[None]:
    """Leave all modules and tests out of the collecting of cycles, also when a window has closed.

    A window leaves them out while it is open and puts them back when it closes; to look through them then, after each
    test of a window, took longer than most of those tests.
    """
    gc.collect()
    gc.freeze()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gc, "freeze", _leave_as_it_is)
        patch.setattr(gc, "unfreeze", _leave_as_it_is)
        yield


def _leave_as_it_is() -> None:
    """Change nothing in what is left out."""


@pytest.fixture(scope="module", autouse=True)
def ready_children() -> Iterator[None]:
    """Let the worker's children be born with their imports behind them; ``tests/worker`` starts them for real."""
    with pytest.MonkeyPatch.context() as patch:
        children_born_ready(patch)
        yield


@pytest.fixture(scope="session")
def kept_worker() -> Iterator[KeptWorker]:
    """Return the worker that reads courses for all tests."""
    worker = KeptWorker()
    yield worker
    worker.end()


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    """Start a real PostgreSQL, once for all tests that ask."""
    with running_cluster() as cluster:
        yield cluster


@pytest.fixture
def sealed() -> Callable[[Path], AbstractContextManager[None]]:
    """Give a context in which nothing can be made or changed in a folder or its files, not even by root."""
    return sealed_folder


@contextlib.contextmanager
def sealed_folder(folder: Path) -> Iterator[None]:
    """Take the write bits away, and from root (Linux) the capability to write all the same."""
    modes = {path: path.stat().st_mode for path in (folder, *folder.rglob("*"))}
    for path, mode in modes.items():
        path.chmod(mode & ~0o222)
    try:
        with _without_override() if os.geteuid() == 0 else contextlib.nullcontext():
            yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)


@contextlib.contextmanager
def _without_override() -> Iterator[None]:
    may_override = 1 << 1  # CAP_DAC_OVERRIDE
    before = _effective_capabilities()
    _set_effective_capabilities(before & ~may_override)
    try:
        yield
    finally:
        _set_effective_capabilities(before)


def _effective_capabilities() -> int:
    status = Path("/proc/thread-self/status").read_text()
    return int(status.partition("CapEff:")[2].split()[0], 16)


def _set_effective_capabilities(effective: int) -> None:
    """Call capset(2) for this thread; the permitted ones stay, so that the effective ones can be taken back."""
    status = Path("/proc/thread-self/status").read_text()
    permitted = int(status.partition("CapPrm:")[2].split()[0], 16)
    header = struct.pack("=II", 0x20080522, 0)
    low, high = 0xFFFFFFFF, 32
    data = struct.pack("=IIIIII", effective & low, permitted & low, 0, effective >> high, permitted >> high, 0)
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.capset(header, data) != 0:
        raise OSError(ctypes.get_errno(), "capset")
