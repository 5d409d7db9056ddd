"""Errors as they may be written down: their kind, and where in the code. Never their words, which may quote anybody.

A place is a file of the program or of a library, relative to where that is installed: a person's folders are named
after the person.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

MOST_CAUSES = 8
MOST_FRAMES = 60

ELSEWHERE = "(utenfor programmet)"
"""Stands for a file that is neither the program's, nor a library's, nor Python's."""

_PACKAGE = Path(__file__).resolve().parent.parent
_LIBRARY = re.compile(r"/(?:site|dist)-packages/([\w/.-]+)$")
_FROZEN = re.compile(r"<frozen [\w.]+>$")
_CODE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:+-]{0,79}$")


class Code(str):
    """A word of the program's own that may be written down: a code, the name of a thread, of a job, of a form.

    Whoever makes one says that nobody typed it. What could be a sentence is not written down all the same.
    """

    __slots__ = ()


def is_code(word: str) -> bool:
    """Say whether a word looks like one of the program's own: short, and without blanks or letters beyond ASCII."""
    return _CODE.match(word) is not None


def told(error: BaseException) -> tuple[str, ...]:
    """Return an error as lines: its kind and the places it came through, outermost first, causes after it."""
    lines: list[str] = []
    for number, each in enumerate(_chain(error)):
        lines.append(kind_of(each) if number == 0 else f"etter {kind_of(each)}")
        lines += [f"  {place}" for place in _places(each.__traceback__)]
        lines += [f"  {line}" for line in getattr(each, "trace", ())]
    return tuple(lines)


def kind_of(error: BaseException) -> str:
    """Return what kind of error it is, with the codes it carries: a problem's, the system's, the database's."""
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"
    return " ".join([name, *_codes(error)])


def _codes(error: BaseException) -> Iterator[str]:
    if isinstance(error, OSError) and error.errno is not None:
        yield errno.errorcode.get(error.errno, str(error.errno))
    if isinstance(error, ImportError) and error.name and is_code(error.name):
        yield error.name
    carried = getattr(error, "problem", None), error
    for owner, name in zip(carried, ("code", "sqlite_errorname"), strict=True):
        code = getattr(owner, name, None)
        if isinstance(code, str) and is_code(code):
            yield code


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: list[BaseException] = []
    following: BaseException | None = error
    while following is not None and following not in seen and len(seen) < MOST_CAUSES:
        yield following
        seen.append(following)
        hidden = following.__suppress_context__
        following = following.__cause__ or (None if hidden else following.__context__)


def _places(trace: TracebackType | None) -> list[str]:
    found = []
    while trace is not None:
        code = trace.tb_frame.f_code
        place = place_of(code.co_filename)
        if not is_import(place):
            found.append(f"{place}:{trace.tb_lineno} {code.co_qualname}")
        trace = trace.tb_next
    return found[-MOST_FRAMES:]


def is_import(place: str) -> bool:
    """Say whether a place is Python's own importing: six lines of it for each module on the way say nothing."""
    return place.startswith("<frozen importlib.")


def place_of(file: str) -> str:
    """Return a file of code, relative to what it belongs to."""
    path = file.replace("\\", "/")
    if _FROZEN.match(path) or path.startswith(f"{_PACKAGE.name}/"):
        return path
    found = _LIBRARY.search(path)
    if found:
        return found[1]
    for name, home in _homes():
        if path.startswith(f"{home}/"):
            return f"{name}{path.removeprefix(home)}"
    return ELSEWHERE


def _homes() -> Iterator[tuple[str, str]]:
    """Yield what code belongs to, and the folder it is installed in."""
    # Only at an error: the first paint waits for every import.
    import sysconfig

    yield _PACKAGE.name, _PACKAGE.as_posix()
    yield "python", sysconfig.get_path("stdlib").replace("\\", "/").rstrip("/")
