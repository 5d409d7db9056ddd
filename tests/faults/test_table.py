"""The table tells what was found, and says when a broken variant was not caught."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.faults.__main__ import run_parts
from tests.faults.all_parts import PARTS
from tests.faults.parts import Length, Part, Row, Run
from tests.faults.table import BEGIN, END, put_in, table


def test_a_broken_variant_that_was_not_caught_is_said_to_be_wrong() -> None:
    """A suite that cannot fail proves nothing: a break nobody saw is itself a finding."""
    missed = Row("kvittering før lagring", rounds=3, fails_on_purpose=True)
    assert not missed.good
    assert "bruddet ble ikke sett" in table({"drap": [missed]})


def test_the_sums_leave_the_broken_variants_out() -> None:
    """What was found on purpose is no finding about the program."""
    rows = {"drap": [Row("svar", rounds=1200), Row("brudd", rounds=5, found=("tapt",), fails_on_purpose=True)]}
    assert table(rows).splitlines()[-1] == "| **I alt** |  | **1\u00a0200** | **0** | **0** | **0** |"


def test_the_table_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    """The rest of the page stays as it was written."""
    page = tmp_path / "page.md"
    page.write_text(f"Før\n{BEGIN}\ngammel\n{END}\nEtter\n", "utf-8")
    put_in(page, "| ny |\n")
    assert page.read_text("utf-8") == f"Før\n{BEGIN}\n\n| ny |\n\n{END}\nEtter\n"


def test_a_page_without_a_place_for_the_table_is_left_as_it_is(tmp_path: Path) -> None:
    """Nothing is written to a page that does not ask for it."""
    page = tmp_path / "page.md"
    page.write_text("Ingen tabell her\n", "utf-8")
    with pytest.raises(ValueError, match="no place"):
        put_in(page, "| ny |\n")
    assert page.read_text("utf-8") == "Ingen tabell her\n"


def test_the_page_tells_of_every_part_and_has_a_place_for_the_table(tmp_path: Path, project: Path) -> None:
    """Who reads the table finds what each of its parts tries, and a new part cannot be forgotten there."""
    page = shutil.copy(project / "docs" / "reliability.md", tmp_path / "page.md")
    put_in(page, "| ny |\n")
    words = page.read_text("utf-8")
    assert "| ny |" in words
    assert [part.name for part in PARTS if f"(`{part.name}`)" not in words] == []


def test_the_parts_are_told_in_their_order_each_with_a_folder_of_its_own(tmp_path: Path) -> None:
    """However long each takes; and none meets what another left."""

    def run(run: Run) -> list[Row]:
        assert not list(run.folder.iterdir())
        (run.folder / "spor").touch()
        return [Row(str(run.of(300, 3)), rounds=run.chance("drap").randrange(10**6))]

    told = run_parts([Part("b", run), Part("a", run)], Length.SHORT, tmp_path, seed=7)
    assert list(told) == ["b", "a"]
    assert told["a"] == told["b"]
    assert told["a"][0].what == "3"
