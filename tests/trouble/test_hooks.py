"""Errors nobody caught arrive from every thread, once; what takes them may fail itself."""

from __future__ import annotations

import io
import logging
import sys
import threading
from collections.abc import Iterator

import pytest

from kursapp.trouble.hooks import Hooks

SECRET = "Hemmelig notat om Kari"
Taken = list[tuple[str, str]]


@pytest.fixture
def taken(monkeypatch: pytest.MonkeyPatch) -> Iterator[Taken]:
    """Install the hooks around a list; give Python its own back afterwards."""
    heard: Taken = []

    def take(error: BaseException, where: str) -> None:
        heard.append((type(error).__name__, where))
        if isinstance(error, LookupError):
            raise ValueError(SECRET)

    for owner, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(owner, name, getattr(owner, name))
    hooks = Hooks(take)
    hooks.install()
    yield heard
    hooks.remove()


class Terminal(io.StringIO):
    """An error stream that says whether somebody sits at it."""

    def __init__(self, *, is_one: bool) -> None:
        super().__init__()
        self._is_one = is_one

    def isatty(self) -> bool:
        """Say so."""
        return self._is_one


@pytest.mark.parametrize("somebody_sits_there", [False, True])
def test_an_error_on_the_screens_thread_arrives(
    taken: Taken, monkeypatch: pytest.MonkeyPatch, somebody_sits_there: bool
) -> None:
    """Its words are said only to somebody at a terminal: any other stream may be kept in a file."""
    stream = Terminal(is_one=somebody_sits_there)
    monkeypatch.setattr(sys, "stderr", stream)
    error = ValueError(SECRET)
    sys.excepthook(ValueError, error, None)
    assert taken == [("ValueError", "MainThread")]
    assert (SECRET in stream.getvalue()) is somebody_sits_there
    assert "ValueError" in stream.getvalue()


def test_without_an_error_stream_it_arrives_all_the_same(taken: Taken, monkeypatch: pytest.MonkeyPatch) -> None:
    """A window program on Windows has none."""
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(ValueError, ValueError(), None)
    assert len(taken) == 1


def test_an_error_on_another_thread_arrives(taken: Taken, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the thread's name."""
    monkeypatch.setattr(sys, "stderr", Terminal(is_one=False))
    thread = threading.Thread(target=lambda: 1 // 0, name="making")
    thread.start()
    thread.join()
    assert taken == [("ZeroDivisionError", "making")]


def test_what_a_thread_says_in_the_log_arrives(taken: Taken) -> None:
    """A lane goes on after an error and says so with the error; what is only said to be wrong is nobody's fault."""
    ours = logging.getLogger("kursapp.x")
    ours.error("failed", exc_info=KeyError(SECRET))
    ours.error("failed")
    ours.warning("odd", exc_info=ValueError(SECRET))
    logging.getLogger("sqlalchemy").error("failed", exc_info=ValueError(SECRET))
    assert taken == [("KeyError", "MainThread")]


def test_what_takes_an_error_may_fail(taken: Taken, monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it is logged, and the next error arrives as before."""
    monkeypatch.setattr(sys, "stderr", Terminal(is_one=False))
    for kind in (LookupError, ValueError):
        sys.excepthook(kind, kind(), None)
    assert [name for name, _where in taken] == ["LookupError", "ValueError"]


def test_an_interrupt_is_pythons_own(taken: Taken, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl+C at a terminal is no fault of the program."""
    monkeypatch.setattr(sys, "stderr", Terminal(is_one=False))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert taken == []


def test_what_fails_while_it_is_destroyed_is_logged_only(taken: Taken, caplog: pytest.LogCaptureFixture) -> None:
    """Nothing she did can have failed by it."""

    class Fragile:
        def __del__(self) -> None:
            raise ValueError(SECRET)

    made = Fragile()
    del made
    assert "destroyed" in caplog.text
    assert taken == []
