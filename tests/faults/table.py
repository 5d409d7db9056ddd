"""The table a run ends with, and its place in the page about reliability."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.faults.parts import Row

BEGIN, END = "<!-- tabell: begynner -->", "<!-- tabell: slutter -->"
_HEAD = ("Del", "Hva", "Runder", "Tilstander", "Filer inn", "Funnet")


def table(rows: Mapping[str, Sequence[Row]]) -> str:
    """Return the rows of every part as a Markdown table, the sums of the honest ones last."""
    lines = [_line(_HEAD), _line(["---", "---", *["---:"] * 4])]
    honest: list[Row] = []
    for part, each in rows.items():
        for row in each:
            lines.append(_line([part, row.what, *_numbers(row), _found(row)]))
            if not row.fails_on_purpose:
                honest.append(row)
    sums = (sum(row.rounds for row in honest), sum(row.states for row in honest), sum(row.inputs for row in honest))
    found = sum(len(row.found) for row in honest)
    lines.append(_line(["**I alt**", "", *(f"**{_thousands(number)}**" for number in (*sums, found))]))
    return "\n".join(lines) + "\n"


def put_in(page: Path, words: str) -> None:
    """Put a table where the page has its last one. Raises ValueError where the page has no place for it."""
    text = page.read_text("utf-8")
    before, begins, rest = text.partition(BEGIN)
    _, ends, after = rest.partition(END)
    if not begins or not ends:
        raise ValueError(f"no place for a table: {page}")
    page.write_text(f"{before}{BEGIN}\n\n{words}\n{END}{after}", "utf-8")


def _numbers(row: Row) -> list[str]:
    return [_thousands(number) if number else "" for number in (row.rounds, row.states, row.inputs)]


def _found(row: Row) -> str:
    if not row.fails_on_purpose:
        return str(len(row.found))
    return f"{len(row.found)} (skal finnes)" if row.found else "**0: bruddet ble ikke sett**"


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", "\u00a0")


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
