"""``python -m benchmarks [PART …]``: measure, print the table, keep it in the history.

Exits with 0 when every mark is met and nothing is slower than the last time, else 1.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import time
import traceback
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks import history, machine, scale, table
from benchmarks.all_parts import PARTS
from benchmarks.figure import Figure, missing


def main() -> int:
    options = _options()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    if options.quick:
        scale.run_quickly()
    about = machine.about()
    print(machine.sentence(about), flush=True)
    earlier = history.last(options.history, about["machine"], quick=about["quick"])
    began = time.monotonic()
    measured = {part: _measured(part) for part in options.parts or PARTS}
    print(f"measured in {(time.monotonic() - began) / 60:.0f} min", flush=True)
    history.append(options.history, about, measured)
    rows = table.lines(measured, earlier)
    print(f"\n{machine.sentence(about)}\n\n{table.plain(rows)}")
    if options.page is not None:
        table.put_in(options.page, f"{machine.sentence(about)}\n\n{table.markdown(rows)}")
    return _verdict(measured, rows)


def _measured(part: str) -> Sequence[Figure]:
    """Measure a part, telling how far it is; one that breaks down is a line of the table, and the others go on."""
    figures: list[Figure] = []
    for module in PARTS[part]:
        began = time.monotonic()
        try:
            for figure in importlib.import_module(f"benchmarks.{module}").measure():
                figures.append(figure)
                _tell(figure)
        except Exception:  # noqa: BLE001 - whatever it was, the rest is still worth measuring
            traceback.print_exc()
            figures.append(missing(module, BROKE_DOWN))
        print(f"{part}: {module}, {time.monotonic() - began:.0f} s", flush=True)
    return figures


BROKE_DOWN = "BROKE DOWN, see above the table"


def _tell(figure: Figure) -> None:
    verdict = "" if figure.mark is None else " met" if figure.met else " OVER"
    print(f"  {figure.name}: {table.number(figure.value)} {figure.unit}{verdict}", flush=True)


def _verdict(measured: history.Measured, rows: Iterable[Sequence[str]]) -> int:
    figures = [figure for each in measured.values() for figure in each]
    over = sum(not figure.met for figure in figures)
    slower = sum(table.SLOWER in row[table.HEAD.index("Since last")] for row in rows)
    broken = sum(figure.note == BROKE_DOWN for figure in figures)
    judged = sum(figure.mark is not None for figure in figures)
    print(f"{judged} marks, {over} missed; {slower} slower than the last time; {broken} broke down")
    return 1 if over or slower or broken else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measures how fast Kursapp is.")
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small amounts, for trying only")
    parser.add_argument("--history", type=Path, default=history.FILE, help="the file earlier runs are kept in")
    parser.add_argument("--page", type=Path, help="put the table in this page")
    options = parser.parse_args()
    if options.page is not None and (options.quick or options.parts):
        parser.error("--page: only a whole run, not --quick and not of some parts, can be put in a page")
    return options


if __name__ == "__main__":
    sys.exit(main())
