"""Runs the fault suite and prints its table: ``python -m tests.faults [--short] [--seed N] [--page FILE] [PART …]``.

Exits with 0 when everything held and every broken variant was caught, else 1. ``--page`` puts the table in a page.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.faults.all_parts import PARTS
from tests.faults.parts import Length, Part, Row, Run
from tests.faults.table import put_in, table


def main() -> int:
    options = _options()
    chosen = [part for part in PARTS if not options.parts or part.name in options.parts]
    length = Length.SHORT if options.short else Length.LONG
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        rows = run_parts(chosen, length, Path(folder), options.seed)
    words = table(rows)
    print(f"\n{words}")
    wrong = [f"{part}: {row.what}: {line}" for part, each in rows.items() for row in each for line in _wrong(row)]
    print(*wrong, sep="\n")
    if options.page is not None and not wrong:
        put_in(options.page, words)
    return 1 if wrong else 0


def run_parts(parts: Iterable[Part], length: Length, folder: Path, seed: int) -> Mapping[str, Sequence[Row]]:
    """Run the parts, as many at a time as there are cores, and return the rows of each, in the order of the parts."""

    def run(part: Part) -> Sequence[Row]:
        own = folder / part.name
        own.mkdir()
        began = time.monotonic()
        rows = part.run(Run(length, own, seed))
        bad = sum(not row.good for row in rows)
        print(f"{part.name}: {time.monotonic() - began:.0f} s, {bad or 'nothing'} wrong", flush=True)
        return rows

    parts = list(parts)
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return dict(zip([part.name for part in parts], pool.map(run, parts), strict=True))


def _wrong(row: Row) -> Sequence[str]:
    if row.good:
        return ()
    return row.found or ("the broken variant was not caught",)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="Makes faults on purpose.")
    parser.add_argument("parts", nargs="*", choices=[[], *[part.name for part in PARTS]], metavar="PART")
    parser.add_argument("--short", action="store_true", help="a minute instead of half an hour")
    parser.add_argument("--seed", type=int, default=int(time.time()), help="chance, repeatable")
    parser.add_argument("--page", type=Path, help="put the table in this page when all is well")
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    return options


if __name__ == "__main__":
    sys.exit(main())
