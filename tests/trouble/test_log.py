"""The log holds wordings of the code, codes and numbers; it stays small, goes by itself, and is never a fault."""

from __future__ import annotations

import ast
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.problem import refusal
from kursapp.trouble.log import (
    HIDDEN,
    LARGEST,
    Log,
    day_of,
    file_of,
    level_of,
    line_of,
    logs_and_reports,
    start_log,
    stop_log,
    thin,
)
from kursapp.trouble.traces import Code

SECRET = "Hemmelig notat om Kari"
TODAY = date(2026, 11, 22)
CALLS = {"debug", "info", "warning", "error", "exception", "critical"}


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Log]:
    """Keep a log in a folder that is not there yet."""
    started = start_log(lambda: tmp_path / "log", {})
    yield started
    stop_log(started)


def written(folder: Path) -> str:
    """Return all that was written."""
    return "".join(path.read_text("utf-8") for path in sorted(folder.glob("*.log")))


def test_numbers_codes_and_kinds_are_written_and_nothing_else(log: Log, tmp_path: Path) -> None:
    """What somebody may have typed becomes a dot row, also where it is called a code."""
    ours = logging.getLogger("kursapp.anything")
    ours.warning(
        "%d of %s, %s, %s after %s", 3, Code("profile"), SECRET, Code(SECRET), refusal("disk-full", name=SECRET)
    )
    text = written(tmp_path / "log")
    kind = "kursapp.domain.problem.KursappError disk-full"
    assert text.rstrip().endswith(f"WARNING kursapp.anything: 3 of profile, {HIDDEN}, {HIDDEN} after {kind}")
    assert list(log.tail) == text.splitlines()


def test_values_given_by_name_are_not_written_either(log: Log, tmp_path: Path) -> None:
    """The wording stands there as it does in the code."""
    logging.getLogger("kursapp.anything").warning("about %(who)s", {"who": SECRET})
    text = written(tmp_path / "log")
    assert text.endswith("about %(who)s\n")
    assert SECRET not in text


@pytest.mark.skipif(sys.platform == "win32", reason="there the folder's own permissions are inherited")
def test_nobody_else_may_read_it(log: Log, tmp_path: Path) -> None:
    """Neither the folder nor the day's file."""
    before = os.umask(0)
    try:
        logging.getLogger("kursapp.anything").warning("something")
    finally:
        os.umask(before)
    (path,) = (tmp_path / "log").iterdir()
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_what_a_library_warns_of_is_not_on_the_error_stream(tmp_path: Path) -> None:
    """Where nobody else listens; desktops keep that stream in a file."""
    script = (
        "import logging, pathlib, sys; from kursapp.trouble.log import start_log\n"
        "start_log(lambda: pathlib.Path(sys.argv[1]), {})\n"
        "logging.getLogger('sqlalchemy').error(sys.argv[2])"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "log"), SECRET]
    assert SECRET not in subprocess.run(command, capture_output=True, text=True, check=True).stderr


def test_an_error_is_written_without_its_words(log: Log, tmp_path: Path) -> None:
    """Its kind and its way through the code, indented below."""
    try:
        raise ValueError(SECRET)
    except ValueError as error:
        logging.getLogger("kursapp.anything").error("failed", exc_info=error)
    text = written(tmp_path / "log")
    assert "\n  ValueError\n" in text
    assert SECRET not in text


def test_only_the_program_itself_is_written_about(log: Log, tmp_path: Path) -> None:
    """What a library says may quote anything."""
    logging.getLogger("sqlalchemy.engine").error("INSERT %s", SECRET)
    logging.getLogger("kursapp.x").info("begun")
    assert SECRET not in written(tmp_path / "log")
    assert "begun" in written(tmp_path / "log")


def test_without_a_log_faults_are_heard_of_all_the_same(tmp_path: Path) -> None:
    """What tells of faults listens to the same loggers."""
    heard: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            heard.append(record.getMessage())

    log, listener = start_log(lambda: tmp_path / "log", {"KURSAPP_LOG": "off"}), Listener(logging.ERROR)
    ours = logging.getLogger("kursapp")
    ours.addHandler(listener)
    logging.getLogger("kursapp.x").error("failed")
    ours.removeHandler(listener)
    stop_log(log)
    assert heard == ["failed"]
    assert not (tmp_path / "log").exists()


def test_who_listens_is_as_before_when_it_is_stopped(tmp_path: Path) -> None:
    """Levels and handlers, so that nothing of one run is left to the next."""
    ours = logging.getLogger("kursapp")
    before = ours.level, list(ours.handlers), list(logging.root.handlers)
    stop_log(start_log(lambda: tmp_path, {"KURSAPP_LOG": "debug"}))
    assert (ours.level, list(ours.handlers), list(logging.root.handlers)) == before


@given(
    st.lists(st.one_of(st.text(), st.dictionaries(st.text(), st.text()), st.binary(), st.lists(st.text())), max_size=4)
)
def test_no_value_of_any_kind_gets_through(values: list[object]) -> None:
    """Texts, bytes and what holds them; and wordings that asked for something else do not fail."""
    marked = [f"{SECRET}{value}" for value in values]
    for wording in (" ".join(["%s"] * len(marked)), "%d", "nothing asked for"):
        record = logging.LogRecord("kursapp.x", logging.INFO, "x.py", 1, wording, tuple(marked), None)
        assert SECRET not in line_of(record)


def test_wordings_stand_in_the_code(project: Path) -> None:
    """Every call of the log in the program has its words in the code, where nothing typed can be part of them."""
    calls = 0
    for path in (project / "kursapp").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
                owner = node.func.value
                if isinstance(owner, ast.Name) and owner.id in {"log", "_log", "logging"}:
                    calls += 1
                    words = node.args[0]
                    assert isinstance(words, ast.Constant), f"{path}:{node.lineno}"
                    assert isinstance(words.value, str), f"{path}:{node.lineno}"
    assert calls > 10


def test_a_day_writes_so_much_and_no_more(log: Log, tmp_path: Path) -> None:
    """A fault that repeats itself does not fill the disk, and what could not be written stays in memory."""
    ours = logging.getLogger("kursapp.anything")
    path = file_of(tmp_path / "log", date.today())
    path.parent.mkdir()
    path.write_bytes(b"\n" * (LARGEST - 100))
    for number in range(3):
        ours.warning("again and again and again and again %d", number)
    assert path.stat().st_size < LARGEST + 100
    assert path.read_text("utf-8").endswith("\nthe log is full for today\n")
    assert len(log.tail) == 3


def test_the_log_is_never_a_fault(tmp_path: Path, sealed: Callable[[Path], AbstractContextManager[None]]) -> None:
    """Without a folder to lie in nothing is made and nothing raised, nor where one may not write."""
    gone = tmp_path / "stick"
    log = start_log(lambda: gone / "log", {})
    ours = logging.getLogger("kursapp.anything")
    ours.info("one")
    assert not gone.exists()
    gone.mkdir()
    with sealed(gone):
        ours.info("two")
    ours.info("three")
    stop_log(log)
    assert "three" in written(gone / "log")
    assert "two" not in written(gone / "log")


def test_what_is_old_goes_and_so_does_what_is_dated_ahead(tmp_path: Path) -> None:
    """Fourteen days; a clock once wrong leaves nothing for ever; what is not of the log is not touched."""
    names = {
        "kursapp-2026-11-22.log": True,
        "kursapp-2026-11-08.log": True,
        "kursapp-2026-11-07.log": False,
        "kursapp-9999-01-01.log": False,
        "rapport-2026-11-07-101500.txt": False,
        "rapport-2026-11-21-101500-2.txt": True,
        "rapport-2026-99-99-101500.txt": True,
        "notater-2020-01-01.txt": True,
    }
    for name in names:
        (tmp_path / name).touch()
    gone = thin(tmp_path, TODAY)
    assert {path.name for path in gone} == {name for name, stays in names.items() if not stays}
    assert {path.name for path in tmp_path.iterdir()} == {name for name, stays in names.items() if stays}
    assert thin(tmp_path / "none", TODAY) == ()


def test_the_newest_stands_first(tmp_path: Path) -> None:
    """Logs and reports together, by their day."""
    for back in (0, 1, 2):
        file_of(tmp_path, TODAY - timedelta(days=back)).touch()
    (tmp_path / "rapport-2026-11-21-101500.txt").touch()
    days = [day_of(path) for path in logs_and_reports(tmp_path)]
    assert days == sorted(days, reverse=True)
    assert len(days) == 4


@pytest.mark.parametrize(
    ("wanted", "level"),
    [
        ("", logging.INFO),
        ("debug", logging.DEBUG),
        (" Warning ", logging.WARNING),
        ("nonsense", logging.INFO),
        ("off", logging.CRITICAL + 1),
    ],
)
def test_how_much_is_written_is_the_machines_to_say(wanted: str, level: int) -> None:
    """By ``KURSAPP_LOG``; what it cannot mean is as if it were not set."""
    assert level_of({"KURSAPP_LOG": wanted}) == level
