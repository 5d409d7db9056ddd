"""Runs commands on hostile files one after another in one process: ``python -m tests.faults.hostile.batch ASK ANSWER``.

ASK is a JSON file with ``commands`` (a name and the words of each) and the name of the ``breach`` to try them with, if
any; ANSWER gets what came of each. The worker is the program's own and lives through all of it, unless one of them ends
it; the memory told is the most that this process and its worker have held together so far.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from kursapp.cli import commands, reading
from kursapp.worker import Worker
from tests.faults.hostile.breaches import BREACHES

LOOK_EVERY = 0.02


@dataclass(frozen=True)
class Ran:
    """How one command ended. ``memory`` is in bytes, ``seconds`` what it took."""

    name: str
    code: int
    out: str
    err: str
    seconds: float
    memory: int


class KeptWorker(Worker):
    """The worker of every command of the batch."""

    def close(self) -> None:
        """Live on."""

    def end(self) -> None:
        """End with the batch."""
        super().close()


class MemoryWatch(threading.Thread):
    """Sees how much memory this process and those it has started hold together; ``most`` is in bytes."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._stopped = threading.Event()

    def run(self) -> None:
        me = psutil.Process()
        while not self._stopped.wait(LOOK_EVERY):
            self.most = max(self.most, held_by(me))

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self.join()


def held_by(process: psutil.Process) -> int:
    """Return the memory a process and those below it hold, in bytes."""
    held = 0
    for each in [process, *process.children(recursive=True)]:
        with contextlib.suppress(psutil.Error):
            held += each.memory_info().rss
    return held


def run_all(wanted: list[tuple[str, list[str]]]) -> Iterator[Ran]:
    """Run the commands and yield what came of each."""
    watch = MemoryWatch()
    watch.start()
    for name, words in wanted:
        out, err = io.StringIO(), io.StringIO()
        began = time.monotonic()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = _run(words)
        yield Ran(name, code, out.getvalue(), err.getvalue(), time.monotonic() - began, watch.most)
    watch.stop()


def _run(words: list[str]) -> int:
    try:
        return commands.run(words)
    except Exception as error:  # noqa: BLE001 - a crash is what the suite looks for
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return -1


def main() -> None:
    """Read what is asked, do it, and answer."""
    asked = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    worker = KeptWorker()
    reading.Worker = lambda: worker  # type: ignore[assignment,misc]
    with BREACHES[asked["breach"]]():
        worker.start()
        answers = [asdict(ran) for ran in run_all(asked["commands"])]
    worker.end()
    Path(sys.argv[2]).write_text(json.dumps(answers), "utf-8")


if __name__ == "__main__":
    main()
