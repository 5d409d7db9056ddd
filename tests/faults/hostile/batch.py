"""Runs commands on hostile files one after another in one process: ``python -m tests.faults.hostile.batch ASK ANSWER``.

ASK is a JSON file with a list of pairs: the name of a breach (empty for none), and the commands to try with it, each a
name and its words. ANSWER gets what came of all of them, in that order. The worker is the program's own and lives
through all of it, unless one of them ends it; the memory told is the most that this process and its worker have held
together so far.
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
from tests.faults.hostile.in_line import waited

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


class Watch(threading.Thread):
    """Looks at this process and those it has started: the memory they hold together, and how long each stood in line.

    ``most`` is in bytes. What has ended (a worker killed at its limit) is remembered as it was last seen.
    """

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0
        self._waited: dict[int, float] = {}
        self._stopped = threading.Event()

    def run(self) -> None:
        while not self._stopped.wait(LOOK_EVERY):
            self._look()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self.join()

    def in_line(self) -> float:
        """Return the seconds all of them have waited for a processor so far; 0 where nobody tells."""
        self._look()
        return sum(self._waited.copy().values())

    def _look(self) -> None:
        me = psutil.Process()
        held = 0
        for each in [me, *me.children(recursive=True)]:
            with contextlib.suppress(psutil.Error):
                held += each.memory_info().rss
            self._waited[each.pid] = max(self._waited.get(each.pid, 0.0), waited(f"/proc/{each.pid}/schedstat"))
        self.most = max(self.most, held)


def run_all(wanted: list[tuple[str, list[str]]]) -> Iterator[Ran]:
    """Run the commands and yield what came of each."""
    watch = Watch()
    watch.start()
    for name, words in wanted:
        out, err = io.StringIO(), io.StringIO()
        began, in_line = time.monotonic(), watch.in_line()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = _run(words)
        # What stood in line for a processor that others had is not the program's doing.
        seconds = (time.monotonic() - began) - (watch.in_line() - in_line)
        yield Ran(name, code, out.getvalue(), err.getvalue(), seconds, watch.most)
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
    answers: list[dict[str, object]] = []
    for breach, wanted in asked:
        with BREACHES[breach]():
            worker.start()
            answers += [asdict(ran) for ran in run_all(wanted)]
    worker.end()
    Path(sys.argv[2]).write_text(json.dumps(answers), "utf-8")


if __name__ == "__main__":
    main()
