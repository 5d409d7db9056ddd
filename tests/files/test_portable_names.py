"""Names that mean the same on every system."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.files.portable_names import is_safe_name, meeting_point, path_problem


@pytest.mark.parametrize(
    "path", ["kurs.md", "dag-1/01 – Hvorfor finnes vi.md", "media/Bilde å.PNG", "ord/conference.md", "a/b.c.d"]
)
def test_an_ordinary_name_is_one(path: str) -> None:
    """Spaces, dashes, Norwegian letters and several dots are all right."""
    assert path_problem(path, 200, 8) == ""


def test_the_limits_are_those_given() -> None:
    """As many characters and parts as are allowed, and not one more."""
    assert path_problem("a/b/c", 5, 3) == ""
    assert path_problem("a/b/c", 4, 3) == "path-too-long"
    assert path_problem("a/b/c", 5, 2) == "path-too-long"


@given(st.text(min_size=1))
def test_what_is_let_through_stays_in_its_folder(path: str) -> None:
    """On Linux, macOS and Windows alike, as Python's own rules for each have it."""
    if path_problem(path, 200, 8):
        return
    for kind in (PurePosixPath, PureWindowsPath):
        read = kind(path)
        assert not read.is_absolute()
        assert not read.drive
        assert not read.root
        assert ".." not in read.parts
        assert list(read.parts) == path.split("/")
    assert unicodedata.normalize("NFC", path) == path
    assert path.isprintable()


@given(st.text())
def test_names_that_differ_only_in_case_meet(name: str) -> None:
    """As they do on Windows and macOS, and letters written in two ways on macOS."""
    assert meeting_point(name) == meeting_point(unicodedata.normalize("NFD", name))
    assert meeting_point(name.lower()) == meeting_point(name.lower().casefold())


def test_devices_are_no_names_whatever_follows_the_dot() -> None:
    """Windows reads all of these as the device."""
    for name in ("nul", "NUL.md", "Aux.tar.gz", "com9", "lpt¹.txt", "con .md"):
        assert not is_safe_name(name)
    for name in ("null", "com", "com10", "consul", "lpt"):
        assert is_safe_name(name)
