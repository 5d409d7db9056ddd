"""An error is told by its kind and its way through the code, never by its words or anybody's folders."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from kursapp.domain.problem import refusal
from kursapp.files.writing import write_bytes
from kursapp.trouble.traces import ELSEWHERE, Code, is_code, kind_of, place_of, told
from kursapp.worker import WorkerJobError

SECRET = "Hemmelig notat om Kari"
PACKAGE = Path(__file__).resolve().parent.parent.parent / "kursapp"


def caught(work: object, *values: object) -> Exception:
    """Return what a call raises."""
    try:
        work(*values)  # type: ignore[operator]
    except Exception as error:  # noqa: BLE001 - whatever it is
        return error
    raise AssertionError("nothing was raised")


def test_an_error_is_its_kind_and_its_places_and_none_of_its_words() -> None:
    """The words quote what could not be read; the places are relative to Python and to the program."""
    error = caught(json.loads, SECRET)
    lines = told(error)
    assert lines[0] == "json.decoder.JSONDecodeError"
    assert any(line.startswith("  python/json/decoder.py:") for line in lines)
    assert lines[1].startswith(f"  {ELSEWHERE}:"), "the test itself belongs to nothing that is installed"
    assert not [line for line in lines if SECRET in line or str(Path.home()) in line]


def test_the_programs_own_places_are_told_by_file_line_and_function(tmp_path: Path) -> None:
    """Whoever mends it finds the line."""
    lines = told(caught(write_bytes, tmp_path / "gone" / SECRET, b""))
    assert any(line.startswith("  kursapp/files/writing.py:") and line.endswith(" write_bytes") for line in lines)
    assert not [line for line in lines if SECRET in line or str(tmp_path) in line]


def test_causes_are_told_too_but_not_those_that_were_put_away() -> None:
    """Each with its own kind; a chain that bites its tail comes to an end."""

    def fails() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError as error:
            raise ValueError(SECRET) from error

    def hides() -> None:
        try:
            raise KeyError(SECRET)
        except KeyError:
            raise ValueError(SECRET) from None

    assert [line for line in told(caught(fails)) if not line.startswith(" ")] == ["ValueError", "etter KeyError"]
    assert "etter KeyError" not in told(caught(hides))
    ring = ValueError()
    ring.__cause__ = other = KeyError()
    other.__cause__ = ring
    assert len(told(ring)) == 2


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (OSError(errno.ENOSPC, "No space", SECRET), "OSError ENOSPC"),
        (PermissionError(errno.EACCES, "denied", SECRET), "PermissionError EACCES"),
        (refusal("disk-full", folder=SECRET), "kursapp.domain.problem.KursappError disk-full"),
        (ValueError(SECRET), "ValueError"),
        (OSError(SECRET), "OSError"),
    ],
)
def test_codes_are_told(error: Exception, kind: str) -> None:
    """The system's and the program's own; they say what went wrong without saying to whom."""
    assert kind_of(error) == kind


def test_a_job_of_the_worker_brings_its_own_way_through_the_code() -> None:
    """As it was told over there, without words."""
    lines = told(WorkerJobError("ValueError\n  kursapp/content/x.py:3 f"))
    assert "    kursapp/content/x.py:3 f" in lines


@pytest.mark.parametrize(
    ("file", "place"),
    [
        (str(PACKAGE / "ui" / "lane.py"), "kursapp/ui/lane.py"),
        ("kursapp/ui/lane.py", "kursapp/ui/lane.py"),
        ("/home/kari/venv/lib/python3.11/site-packages/sqlalchemy/engine/base.py", "sqlalchemy/engine/base.py"),
        ("C:\\Users\\Kari\\venv\\Lib\\site-packages\\nh3\\x.py", "nh3/x.py"),
        (json.__file__, "python/json/__init__.py"),
        ("<frozen importlib._bootstrap>", "<frozen importlib._bootstrap>"),
        ("<kari>", ELSEWHERE),
        ("/home/kari/kursapp/notater.py", ELSEWHERE),
        ("/home/kari/hemmelig.py", ELSEWHERE),
    ],
)
def test_a_place_is_relative_to_what_it_belongs_to(file: str, place: str) -> None:
    """And what belongs to nothing that is installed is not named."""
    assert place_of(file) == place


@pytest.mark.parametrize(("word", "is_one"), [("disk-full", True), ("", False), ("to ord", False), ("år", False)])
def test_a_code_looks_like_one(word: str, is_one: bool) -> None:
    """What could be a sentence or a name in Norwegian is none."""
    assert is_code(Code(word)) is is_one
