"""The syntax file: whatever people wrote, it says what it should and runs nothing else."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from pathlib import Path

import pytest

from kursapp.domain.exporting import ExportKind, Unwatched
from kursapp.domain.results import RoundResults
from kursapp.export.exports import export
from kursapp.export.spss.plan import plan_of
from kursapp.export.spss.syntax import cut
from tests.export.made_up import results

COMMANDS = {
    "PRESERVE",
    "SET",
    "GET",
    "RESTORE",
    "FILE",
    "ADD",
    "VARIABLE",
    "VALUE",
    "MISSING",
    "WEIGHT",
    "EXECUTE",
}


def commands(syntax: str) -> list[str]:
    """Return the first word of every command, strings taken out as SPSS reads them."""
    plain = re.sub(r"'(?:[^'\n]|'')*'", "''", "\n".join(line for line in syntax.splitlines() if line[:1] != "*"))
    assert "'" not in plain.replace("''", ""), "a string that never ends"
    return [part.split()[0] for part in re.split(r"\.\s*$", plain, flags=re.MULTILINE) if part.split()]


def test_the_data_lie_beside_it_and_are_weighted(full: RoundResults, tmp_path: Path) -> None:
    """Two files are made, named to the caller; the counts are the weight."""
    syntax, data = export(full, ExportKind.SPS, tmp_path / "tall.sps", Unwatched())
    assert (syntax.name, data.name) == ("tall.sps", "tall-data.csv")
    text = syntax.read_text(encoding="utf-8")
    assert "/FILE='tall-data.csv'" in text
    assert "WEIGHT BY antall." in text
    with data.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    plan = plan_of(full)
    assert [int(row["antall"]) for row in rows] == [row.count for row in plan.rows]
    assert list(rows[0]) == [variable.name for variable in plan.variables]


def test_missing_values_and_labels_are_told(full: RoundResults, tmp_path: Path) -> None:
    """99 is missing, and each step has its words."""
    text = export(full, ExportKind.SPS, tmp_path / "tall.sps", Unwatched())[0].read_text(encoding="utf-8")
    assert "MISSING VALUES t1_trygg (99)." in text
    assert "MISSING VALUES enig (98, 99)." in text
    assert "  5 'Svært trygg'" in text


@pytest.mark.parametrize(
    "name",
    ["Kull'.\nERASE FILE='alt.sav'.\n", "Kull ''.", "Kull\u2028SHELL.", '"Kull".', "Kull. ", "x" * 400 + "'"],
)
def test_no_word_of_anybodys_becomes_a_command(name: str, tmp_path: Path) -> None:
    """Quotes, full stops and line ends in names and labels stay inside their strings."""
    shown = results()
    items = tuple(replace(item, text=name, steps=tuple(name for _ in item.steps)) for item in shown.form.items)
    hostile = replace(
        shown,
        cohort=replace(shown.cohort, name=name, place=name),
        form=replace(shown.form, title=name, items=items),
    )
    text = export(hostile, ExportKind.SPS, tmp_path / "tall.sps", Unwatched())[0].read_text(encoding="utf-8")
    assert set(commands(text)) <= COMMANDS


def test_labels_are_cut_between_characters() -> None:
    """A label too long for SPSS ends before a letter, not within one."""
    assert cut("ææææ", 5) == "ææ"
    assert cut("a\nb\x00c", 9) == "a b c"
