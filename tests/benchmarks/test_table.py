"""The table on the terminal and in the page, and the parts a run may be asked for."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks import scale, table
from benchmarks.all_parts import PARTS
from benchmarks.figure import Figure, median_of, missing
from benchmarks.history import Earlier

PAGE = Path(__file__).parents[2] / "docs/performance.md"
SLOW = median_of("first window", [1.4, 1.5, 1.6], "×", 1.25, "240 ms and 160 ms")


def test_a_line_tells_value_spread_mark_verdict_and_change() -> None:
    """All that is needed to judge it stands in it."""
    line = table.cells("start", SLOW, Earlier(1.0, 0.9, 1.1))
    assert line == [
        "start", "first window", "1.50 ×", "1.40–1.60", "3", "≤ 1.25", "OVER", "+50 % SLOWER", "240 ms and 160 ms",
    ]  # fmt: skip


def test_what_is_not_judged_and_not_there_has_no_verdict() -> None:
    """And a first run has nothing to be compared with."""
    assert table.cells("start", missing("bundle", "none here"), None)[2:] == ["–", "", "", "", "", "", "none here"]
    assert table.cells("start", Figure("memory", 41.0, "MiB"), None)[5:8] == ["", "", ""]


def test_every_line_of_the_terminal_has_the_same_columns() -> None:
    """What stands in a column stands under its head."""
    rows = table.lines({"start": [SLOW, Figure("x", 123456.0, "rows")]}, {"start: first window": Earlier(1.0)})
    told = table.plain(rows).splitlines()
    assert len(told) == 3
    assert told[0].index("Median") > told[0].index("What")
    assert "+50 % SLOWER" in told[1]
    assert "123\u00a0456 rows" in told[2]


def test_the_table_is_put_in_the_place_it_has_in_the_page(tmp_path: Path) -> None:
    """What stands around it stays, and so does the place."""
    page = tmp_path / "page.md"
    page.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n", "utf-8")
    for words in ("new\n", "newer\n"):
        table.put_in(page, words)
    assert page.read_text("utf-8") == f"before\n{table.BEGIN}\n\nnewer\n\n{table.END}\nafter\n"


def test_a_page_without_a_place_is_left_as_it_is(tmp_path: Path) -> None:
    """Nothing is written at random into somebody's page."""
    page = tmp_path / "page.md"
    page.write_text("only words\n", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        table.put_in(page, "new\n")
    assert page.read_text("utf-8") == "only words\n"


def test_the_page_about_speed_has_a_place_for_the_table() -> None:
    """``make bench`` fills it."""
    words = PAGE.read_text("utf-8")
    assert 0 < words.index(table.BEGIN) < words.index(table.END)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_its_modules_and_stands_in_the_page(part: str) -> None:
    """A part one can ask for is there, and the page says what it measures."""
    for module in PARTS[part]:
        assert importlib.util.find_spec(f"benchmarks.{module}") is not None
    assert f"**{part}**" in PAGE.read_text("utf-8")


@pytest.mark.parametrize("less", [["--quick"], ["start"]])
def test_only_a_whole_run_is_put_in_a_page(less: list[str], tmp_path: Path) -> None:
    """A table of some parts would push out the others, and one of small amounts would say what is not so."""
    page = tmp_path / "page.md"
    page.write_text(f"{table.BEGIN}\nold\n{table.END}\n", "utf-8")
    asked = [sys.executable, "-m", "benchmarks", *less, "--page", str(page)]
    done = subprocess.run(asked, cwd=PAGE.parents[1], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "whole run" in done.stderr
    assert "old" in page.read_text("utf-8")


def test_a_quick_run_is_small_also_in_the_programs_it_starts(monkeypatch: pytest.MonkeyPatch) -> None:
    """They are told by the environment."""
    monkeypatch.delenv(scale.VARIABLE, raising=False)
    assert scale.of(1_000, 5) == 1_000
    monkeypatch.setenv(scale.VARIABLE, "whole")
    assert scale.of(1_000, 5) == 1_000
    scale.run_quickly()
    assert scale.of(1_000, 5) == 5


@pytest.mark.parametrize(
    ("value", "said"), [(0.0, "0"), (1.234, "1.23"), (12.34, "12.3"), (123.4, "123"), (12345.6, "12\u00a0346")]
)
def test_a_number_has_the_digits_that_mean_something(value: float, said: str) -> None:
    """No more than three of them."""
    assert table.number(value) == said
