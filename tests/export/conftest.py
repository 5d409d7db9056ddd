"""Results to export, watches that say stop, and a disk that is full."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from kursapp.domain.exporting import ExportKind, Unwatched
from kursapp.domain.results import RoundResults
from kursapp.export.exports import export
from tests.export.made_up import results

KINDS = tuple(kind for kind in ExportKind if kind is not ExportKind.QUALITY)


@dataclass
class Stopwatch:
    """A watch that says stop when it is looked at for the ``after``-th time, and keeps what it was told."""

    after: int = 1
    looks: int = 0
    told: list[tuple[int, int]] = field(default_factory=list)

    def progress(self, done: int, total: int) -> None:
        """Keep what was told."""
        self.told.append((done, total))

    def cancelled(self) -> bool:
        """Say stop at the given look and ever after."""
        self.looks += 1
        return self.looks >= self.after


@pytest.fixture(scope="session")
def full() -> RoundResults:
    """Results with every kind of item, one of them hidden, and hostile comments."""
    return results()


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write results as a kind of file and return its path."""

    def written(shown: RoundResults, kind: ExportKind) -> Path:
        path = tmp_path / f"rapport.{kind.value}"
        export(shown, kind, path, Unwatched())
        return path

    return written


@pytest.fixture
def small_disk() -> Callable[[int], AbstractContextManager[None]]:
    """Make every file end at a number of bytes, as on a full disk."""
    if sys.platform == "win32":
        pytest.skip("no limit on file sizes to set")
    import resource

    @contextmanager
    def limited(size: int) -> Iterator[None]:
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    return limited
