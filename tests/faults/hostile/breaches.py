"""The program broken on purpose, to see that the suite can fail. Nothing of this is in the program."""

from __future__ import annotations

import contextlib
import hashlib
import importlib
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from pathlib import Path
from unittest import mock

import markdown

from kursapp.content.package import Manifest
from kursapp.content.processor import Processor
from kursapp.worker import Worker
from tests.small_package import ID, TITLE

_REFUSED = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, ValueError)


@contextlib.contextmanager
def nothing() -> Iterator[None]:
    """Leave the program as it is."""
    yield


@contextlib.contextmanager
def extractall() -> Iterator[None]:
    """Unpack packages as any zip, with what the library does by itself."""

    def unpack(path: Path, folder: Path) -> Manifest:
        with contextlib.suppress(*_REFUSED), zipfile.ZipFile(path) as package:
            package.extractall(folder)
        return _as_is(folder)

    with mock.patch("kursapp.services.course_package.unpack", unpack):
        yield


@contextlib.contextmanager
def joined_names() -> Iterator[None]:
    """Write every entry of a package where its name says."""

    def unpack(path: Path, folder: Path) -> Manifest:
        with contextlib.suppress(*_REFUSED), zipfile.ZipFile(path) as package:
            for entry in package.infolist():
                with contextlib.suppress(OSError, ValueError):
                    target = folder / entry.filename
                    target.parent.mkdir(parents=True, exist_ok=True)
                    target.write_bytes(package.read(entry))
        return _as_is(folder)

    with mock.patch("kursapp.services.course_package.unpack", unpack):
        yield


@contextlib.contextmanager
def raw_html() -> Iterator[None]:
    """Let Markdown keep its HTML, write addresses as they stand, and clean nothing; all in this process."""

    def made(self: Processor, *_: object, **_more: object) -> None:
        self._markdown = markdown.Markdown(extensions=["tables", "def_list", "sane_lists"])
        self._references = {}

    def as_it_is(text: str) -> str:
        return text

    patches = (
        mock.patch.object(Processor, "__init__", made),
        mock.patch("kursapp.content.markup.clean", as_it_is),
        mock.patch.object(Worker, "call", _called_here),
        mock.patch.object(Worker, "start"),
    )
    with contextlib.ExitStack() as stack:
        for patch in patches:
            stack.enter_context(patch)
        yield


def _called_here(_worker: Worker, job: str, payload: bytes = b"", _seconds: float = 0) -> bytes:
    module, _, function = job.partition(":")
    answer = getattr(importlib.import_module(module), function)(payload)
    assert isinstance(answer, bytes)
    return answer


def _as_is(folder: Path) -> Manifest:
    """Return what a package whose list nobody reads says of itself; its course is found wherever it went."""
    inside = folder / "kurs"
    if (inside / "kurs.md").is_file():
        for path in sorted(inside.iterdir()):
            path.replace(folder / path.name)
    digest = hashlib.sha256(b"").hexdigest()
    return Manifest(ID, "1.0.0", TITLE, "", {"kurs.md": digest})


BREACHES: Mapping[str, Callable[[], AbstractContextManager[None]]] = {
    "": nothing,
    "extractall": extractall,
    "joined-names": joined_names,
    "raw-html": raw_html,
}
