"""When the program fails with private words in its hands, neither log nor report holds any of them, nor who she is."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.app.crashes import Crashes
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.services.participant import Participant
from kursapp.trouble import log as log_module
from kursapp.trouble.log import logs_and_reports
from kursapp.worker import Worker
from tests.leaks.marks import ALL, found_in, write_everywhere

NAME = "Kari"
ours = logging.getLogger("kursapp.tests")


@pytest.fixture(autouse=True)
def no_unexpected_log() -> None:
    """Let faults be logged: they are made on purpose."""


@pytest.fixture
def crashes(monkeypatch: pytest.MonkeyPatch, qapp: QApplication, own_data_folder: Path) -> Iterator[Crashes]:
    """Watch as the program does when it is started, at the level that says most."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setenv("KURSAPP_LOG", "debug")
    own_data_folder.mkdir(parents=True, exist_ok=True)
    made = Crashes(qapp)
    made.start()
    yield made
    made.end()
    made.deleteLater()


def fail_with_everything(words: str) -> None:
    """Raise an error that quotes all there is, through a library that quotes what it is given."""
    try:
        int(words)
    except ValueError as error:
        raise RuntimeError(f"could not use {words}") from error


def on_the_lane(me: Participant) -> None:
    """Fail with all that is in her profile."""
    ours.debug("holds %s", list(ALL))
    everything = repr([list(rows) for _name, rows in me.profile.everything.tables()])
    fail_with_everything(f"{everything} {ALL} {NAME}")


def fall_over_everywhere(driver: Driver, crashes: Crashes) -> None:
    """Fail on every kind of thread there is: the lanes, the worker, and the screen's own."""
    crashes.watch(driver.program)  # type: ignore[arg-type]
    heard: list[object] = []
    driver.rest.tasks.profile(on_the_lane, heard.append, heard.append)
    driver.rest.tasks.reading(lambda _reader: fail_with_everything(str(ALL)), heard.append, heard.append)
    with Worker() as worker:
        job = "tests.worker.jobs:quote_in_error"
        driver.rest.tasks.making(lambda: worker.call(job, str(ALL).encode()), heard.append, heard.append)
        wait_until(lambda: len(heard) == 3, "three failures")
    try:
        fail_with_everything(str(ALL))
    except RuntimeError as error:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    wait_until(lambda: crashes.dialog is not None, "the dialog")
    assert crashes.dialog is not None
    crashes.dialog.report.click()
    wait_until(lambda: crashes.report is not None, "the report")
    assert crashes.report is not None
    shown = crashes.report.text.toPlainText()
    assert not [word for word in ALL if word in shown]
    crashes.report.accept()
    crashes.dialog.accept()


def test_no_private_word_gets_into_the_log_or_a_report(
    kari: Driver, crashes: Crashes, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whichever thread fails, and with whatever in its hands; nor her name, nor where her folders lie."""
    write_everywhere(kari)
    fall_over_everywhere(kari, crashes)
    written = logs_and_reports(paths.log_folder())
    assert len([path for path in written if path.suffix == ".txt"]) == 4, "a report for each thread"
    assert found_in([paths.log_folder()], (*ALL, NAME, str(Path.home()), str(paths.data_folder()))) == {}
    text = "".join(path.read_text("utf-8") for path in written)
    for sign in (
        "RuntimeError",
        "etter ValueError",
        "Tråd: profile",
        "Tråd: reading",
        "Tråd: making",
        "WorkerJobError",
    ):
        assert sign in text
    told = "".join(capfd.readouterr())
    assert not [word for word in ALL if word in told], "what a desktop keeps of the error stream"


def test_a_log_that_let_values_through_would_be_found(crashes: Crashes, monkeypatch: pytest.MonkeyPatch) -> None:
    """So the test above can fail."""
    assert crashes.dialog is None
    monkeypatch.setattr(log_module, "_shown", lambda value: value)
    ours.debug("holds %s", list(ALL))
    assert len(found_in([paths.log_folder()], ALL)) == 1
