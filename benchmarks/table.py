"""The table a run ends with: on the terminal, and in the page about speed."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks import history
from benchmarks.figure import Figure
from benchmarks.history import Earlier, Measured

BEGIN, END = "<!-- table: begins -->", "<!-- table: ends -->"
HEAD = ("Part", "What", "Median", "Spread", "Rounds", "Mark", "", "Since last", "")
_NUMBERS = {2, 3, 4, 5, 7}
SLOWER = "SLOWER"


def cells(part: str, figure: Figure, before: Earlier | None) -> list[str]:
    """Return the line of one figure."""
    mark, verdict = "", ""
    if figure.mark is not None:
        mark, verdict = f"{'≥' if figure.at_least else '≤'} {number(figure.mark)}", "met" if figure.met else "OVER"
    value = f"{number(figure.value)} {figure.unit}".strip() if figure.is_measured else "–"
    spread = f"{number(figure.low)}–{number(figure.high)}" if figure.low is not None and figure.high is not None else ""
    rounds = str(figure.rounds) if figure.rounds > 1 else ""
    return [part, figure.name, value, spread, rounds, mark, verdict, since(figure, before), figure.note]


def since(figure: Figure, before: Earlier | None) -> str:
    """Return how much worse (+) or better (-) a figure is than the last time."""
    worse = history.change(figure, before) if before is not None else None
    if before is None or worse is None:
        return ""
    told = f"{worse * 100:+.0f} %"
    return f"{told} {SLOWER}" if history.is_regression(figure, before) else told


def lines(measured: Measured, earlier: Mapping[str, Earlier]) -> list[list[str]]:
    """Return every line of the table, without its head."""
    return [
        cells(part, figure, earlier.get(history.key(part, figure)))
        for part, each in measured.items()
        for figure in each
    ]


def plain(rows: Sequence[Sequence[str]]) -> str:
    """Return lines in columns, for the terminal."""
    rows = [HEAD, *rows]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    aligned = (
        "  ".join(
            cell.rjust(width) if column in _NUMBERS else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join(aligned) + "\n"


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """Return lines as a Markdown table, for the page; the change since the last run is for the terminal alone."""
    kept = [place for place, name in enumerate(HEAD) if name != "Since last"]
    below = ["---:" if place in _NUMBERS else "---" for place in kept]
    body = [[row[place] for place in kept] for row in rows]
    head = [HEAD[place] for place in kept]
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, below, *body)) + "\n"


def put_in(page: Path, words: str) -> None:
    """Put a table where the page has its last one. Raises ValueError where the page has no place for it."""
    text = page.read_text("utf-8")
    before, begins, rest = text.partition(BEGIN)
    _, ends, after = rest.partition(END)
    if not begins or not ends:
        raise ValueError(f"no place for a table: {page}")
    page.write_text(f"{before}{BEGIN}\n\n{words}\n{END}{after}", "utf-8")


def number(value: float) -> str:
    """Return a number with as many digits as mean anything."""
    if not math.isfinite(value):
        return "–"
    if abs(value) >= 1000:
        return f"{value:,.0f}".replace(",", "\u00a0")
    if abs(value) >= 100 or value == round(value):
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}"
