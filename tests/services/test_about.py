"""What is told of the program itself: its versions, its log, and the licences it is bound to show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kursapp import __version__, paths
from kursapp.domain.problem import KursappError
from kursapp.services.about import LogFile, log_files, notices, read_log, versions


def test_the_versions_of_what_one_would_ask_for() -> None:
    """The program, Python, and what encrypts the databases."""
    told = dict(versions())
    assert told["Kursapp"] == __version__
    assert {"Python", "SQLite", "SQLCipher", "OpenSSL"} <= set(told)
    assert all(version and version[0].isdigit() for version in told.values())


def test_logs_and_reports_are_listed_by_day(tmp_path: Path) -> None:
    """The reports of a day are numbered in the order they were made; what has no day is not listed."""
    for name in (
        "kursapp-2026-11-21.log",
        "kursapp-2026-11-22.log",
        "rapport-2026-11-22-090000.txt",
        "rapport-2026-11-22-080000.txt",
        "kursapp-2026-99-99.log",
        "notater.txt",
    ):
        (tmp_path / name).touch()
    today, before = date(2026, 11, 22), date(2026, 11, 21)
    assert log_files(tmp_path) == (
        LogFile(tmp_path / "rapport-2026-11-22-080000.txt", today, is_report=True, number=1),
        LogFile(tmp_path / "rapport-2026-11-22-090000.txt", today, is_report=True, number=2),
        LogFile(tmp_path / "kursapp-2026-11-22.log", today, is_report=False),
        LogFile(tmp_path / "kursapp-2026-11-21.log", before, is_report=False),
    )
    assert log_files(tmp_path / "none") == ()


def test_a_log_that_cannot_be_read_is_a_refusal(tmp_path: Path) -> None:
    """It may have been cleared away since it was listed; damaged letters are shown as such."""
    file = LogFile(tmp_path / "kursapp-2026-11-22.log", date(2026, 11, 22), is_report=False)
    with pytest.raises(KursappError) as refused:
        read_log(file)
    assert refused.value.problem.code == "file-not-read"
    file.path.write_bytes(b"a \xff b")
    assert read_log(file) == "a \N{REPLACEMENT CHARACTER} b"


def test_the_licences_are_shipped() -> None:
    """Beside the icons and faces, where every kind of installation has them."""
    assert "MIT" in notices(paths.assets())
