"""Run as a program: ``python -m benchmarks.exports_run WHAT ROWS FOLDER`` writes rows and prints what it cost.

``csv`` and ``xlsx`` are the program's own; ``csv-alone`` and ``xlsx-alone`` hand the same rows to Python's csv module
and to XlsxWriter. ``cancel-csv``, ``cancel-xlsx`` stop halfway, and while the file is put together; ``stall-csv`` and
``stall-xlsx`` write in a thread while a screen's thread ticks.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import psutil

from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.export.csv_file import EXCEL_NORWEGIAN, write_rows
from kursapp.export.long_table import COLUMNS, Row

MEBIBYTE = 1024 * 1024
ITEMS, STEPS = 2000, 100
TICK = 0.002


def generated(count: int) -> Iterator[Row]:
    """Yield rows as results give them: the words of an item come back for each of its steps."""
    made = 0
    for cohort in range(1, 10**9):
        name = f"Kull {cohort}, Hamar"
        for item in range(ITEMS):
            first = (
                "tall",
                name,
                "Tjue utsagn, før og nå",
                f"Tema {item % 6}",
                f"u{item}",
                f"Hvor godt mestrer du dette? Utsagn {item}",
                None,
                None,
            )
            for step in range(STEPS):
                if made == count:
                    return
                made += 1
                share = round((step * 7 % 24) / 24, 4)
                yield (*first, f"{step}", f"Steg {step} av skalaen", step * 7 % 24, share, None, None)


class Watch:
    """Counts looks, and says stop from when it is told to."""

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.done = 0

    def progress(self, done: int, total: int) -> None:
        """Keep how far it is."""
        self.done = done

    def cancelled(self) -> bool:
        """Say whether to stop."""
        return self.stop.is_set()


def csv_own(rows: int, path: Path, watch: Watch | Unwatched) -> None:
    """Write as the program does."""
    write_rows(path, COLUMNS, generated(rows), EXCEL_NORWEGIAN, watch, rows)


def csv_alone(rows: int, path: Path, watch: Watch | Unwatched) -> None:
    """Write with Python's csv module and nothing else."""
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";", lineterminator="\r\n")
        writer.writerow(COLUMNS)
        writer.writerows(generated(rows))


def xlsx_own(rows: int, path: Path, watch: Watch | Unwatched) -> None:
    """Write as the program does."""
    from benchmarks.export_results import results
    from kursapp.export.spreadsheet.book import writing
    from kursapp.export.spreadsheet.count_sheet import write_counts

    with writing(results(), path, watch) as book:
        write_counts(book, "Tall", COLUMNS, generated(rows), rows)


def xlsx_alone(rows: int, path: Path, watch: Watch | Unwatched) -> None:
    """Write with XlsxWriter and nothing else."""
    from xlsxwriter import Workbook

    workbook = Workbook(path, {"constant_memory": True, "tmpdir": str(path.parent)})
    sheet = workbook.add_worksheet("Tall")
    share = workbook.add_format({"num_format": "0 %"})
    for column, name in enumerate(COLUMNS):
        sheet.write_string(0, column, name)
    for number, row in enumerate(generated(rows), start=1):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif isinstance(cell, float):
                sheet.write_number(number, column, cell, share)
            elif cell is not None:
                sheet.write_number(number, column, cell)
    workbook.close()


WRITERS: dict[str, Callable[[int, Path, Watch | Unwatched], None]] = {
    "csv": csv_own,
    "csv-alone": csv_alone,
    "xlsx": xlsx_own,
    "xlsx-alone": xlsx_alone,
}


def cost(what: str, rows: int, path: Path) -> dict[str, float]:
    """Write once and return seconds of processor, and memory above what the process had before."""
    # What is imported at first use belongs to the process, not to the rows.
    WRITERS[what](10, path, Unwatched())
    before, seconds = psutil.Process().memory_info().rss, time.process_time()
    peak = Peak()
    WRITERS[what](rows, path, Unwatched())
    spent = time.process_time() - seconds - peak.end()
    return {"seconds": spent, "memory": max(0, peak.highest - before) / MEBIBYTE}


class Peak:
    """Follows the process's memory in a thread of its own, and counts what that cost."""

    def __init__(self) -> None:
        self.highest = 0
        self._spent = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._follow)
        self._thread.start()

    def end(self) -> float:
        """Stop following; return the seconds of processor it took."""
        self._over.set()
        self._thread.join()
        return self._spent

    def _follow(self) -> None:
        process = psutil.Process()
        while not self._over.wait(0.02):
            self.highest = max(self.highest, process.memory_info().rss)
        self._spent = time.thread_time()


def cancelled(what: str, rows: int, path: Path) -> dict[str, float]:
    """Stop the work at several moments; return the longest it went on."""
    whole = time.perf_counter()
    WRITERS[what](rows, path, Watch())
    whole = time.perf_counter() - whole
    longest = 0.0
    for part in (0.02, 0.25, 0.5, 0.75, 0.85, 0.95):
        watch = Watch()
        outcome: list[float] = []
        thread = threading.Thread(target=_until_stopped, args=(what, rows, path, watch, outcome))
        thread.start()
        time.sleep(whole * part)
        asked = time.perf_counter()
        watch.stop.set()
        thread.join()
        if outcome:
            longest = max(longest, outcome[0] - asked)
    return {"longest": longest * 1000, "whole": whole}


def _until_stopped(what: str, rows: int, path: Path, watch: Watch, outcome: list[float]) -> None:
    try:
        WRITERS[what](rows, path, watch)
    except KursappError:
        outcome.append(time.perf_counter())


def stalled(what: str, rows: int, path: Path) -> dict[str, float]:
    """Write in a thread while a screen's thread ticks; return the longest gap between two ticks."""
    from PySide6.QtCore import QCoreApplication, QTimer

    application = QCoreApplication(sys.argv)
    ticks = [time.perf_counter()]
    timer = QTimer(interval=int(TICK * 1000))
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    thread = threading.Thread(target=WRITERS[what], args=(rows, path, Unwatched()))
    timer.start()
    thread.start()
    while thread.is_alive():
        application.processEvents()
        time.sleep(TICK / 2)
    gaps = [later - earlier for earlier, later in pairwise(ticks)]
    return {"longest": max(gaps) * 1000}


def main(what: str, rows: str, folder: str) -> None:
    """Do one thing and print it."""
    path = Path(folder) / f"rader-{os.getpid()}"
    if what.startswith("cancel-"):
        told = cancelled(what.removeprefix("cancel-"), int(rows), path)
    elif what.startswith("stall-"):
        told = stalled(what.removeprefix("stall-"), int(rows), path)
    else:
        told = cost(what, int(rows), path)
    print(json.dumps(told))


if __name__ == "__main__":
    main(*sys.argv[1:])
