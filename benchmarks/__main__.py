"""``python -m benchmarks [NAME …]``: measure, print the table, exit 1 where a mark is missed."""

from __future__ import annotations

import importlib
import sys

NAMES = (
    *("first_window", "stalls", "opening", "pages", "memory", "checking", "collection", "desk", "exports"),
    *("interchange", "typing", "author", "review", "search", "notebook", "notes", "unlocking"),
)


def main(arguments: list[str]) -> int:
    """Run the named benchmarks, or all of them."""
    missed = 0
    for name in arguments or NAMES:
        module = importlib.import_module(f"benchmarks.{name}")
        for figure in module.measure():
            print(figure.row(), flush=True)
            missed += not figure.met
    print(f"\n{missed} marks missed" if missed else "\nall marks met")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
