"""A report says where in the code, on which system, after what; each has a file of its own."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from kursapp.domain.problem import refusal
from kursapp.trouble.report import MOST_OF_A_SECOND, Fault, text_of, write_report

NOW = datetime(2026, 11, 22, 14, 30, 5, tzinfo=UTC)


def test_a_report_says_where_and_on_what() -> None:
    """And that nobody's words are in it."""
    fault = Fault.of(refusal("disk-full", folder="/home/kari"), "profile")
    text = text_of(fault, {"Kursapp": "1.0"}, ["14:30 INFO kursapp: begun"], NOW)
    assert fault.code == "disk-full"
    for line in (
        "Kursapp: 1.0",
        "Tråd: profile",
        "kursapp.domain.problem.KursappError disk-full",
        "Tid: 2026-11-22T14:30:05+00:00",
    ):
        assert line in text.splitlines()
    assert text.splitlines()[-1] == "14:30 INFO kursapp: begun"
    assert "kari" not in text


def test_equal_traces_are_one_fault() -> None:
    """Wherever they are told."""
    assert Fault.of(ValueError("a"), "screen").trace == Fault.of(ValueError("b"), "profile").trace


def test_each_report_has_a_name_of_its_own(tmp_path: Path) -> None:
    """Also in one second, up to a number; no report is written over another."""
    folder = tmp_path / "log"
    made = [write_report(folder, f"{number}", NOW) for number in range(MOST_OF_A_SECOND + 1)]
    assert made[0] == folder / "rapport-2026-11-22-143005.txt"
    assert made[1] == folder / "rapport-2026-11-22-143005-2.txt"
    assert made[-1] is None
    assert [path.read_text() for path in made[:-1] if path] == [str(number) for number in range(MOST_OF_A_SECOND)]
    assert made[0] is not None
    assert made[0].stat().st_mode & 0o077 == 0


def test_where_nothing_can_be_written_nothing_is(tmp_path: Path) -> None:
    """A report is not worth a fault of its own."""
    assert write_report(tmp_path / "gone" / "log", "", NOW) is None
