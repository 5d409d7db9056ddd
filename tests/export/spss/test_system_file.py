"""The system file as pyreadstat reads it."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pyreadstat
import pytest

from kursapp.domain.exporting import ExportKind
from kursapp.domain.results import RoundResults
from kursapp.export.spss.plan import plan_of
from tests.export.made_up import hidden_results, results

Write = Callable[[RoundResults, ExportKind], Path]


def test_another_reader_finds_values_labels_and_missing_values(full: RoundResults, write: Write) -> None:
    """Names, labels, value labels, missing 99, levels of measurement and every cell are as planned."""
    plan = plan_of(full)
    data, meta = pyreadstat.read_sav(str(write(full, ExportKind.SAV)), output_format="dict", user_missing=True)
    assert meta.column_names == [variable.name for variable in plan.variables]
    assert meta.file_encoding == "UTF-8"
    for variable in plan.variables:
        assert meta.column_names_to_labels[variable.name] == variable.label
        assert meta.variable_value_labels.get(variable.name, {}) == dict(variable.labels)
        ranges = [one["lo"] for one in meta.missing_ranges.get(variable.name, [])]
        assert ranges == list(variable.missing)
        assert meta.variable_measure[variable.name] == variable.measure
    for place, variable in enumerate(plan.variables):
        read = [None if value != value else value for value in data[variable.name]]
        assert read == [plan.cells(row)[place] for row in plan.rows]


def test_the_file_knows_its_weight(full: RoundResults, write: Write) -> None:
    """The header names the first variable as the weight (PSPP developers' guide, file header record)."""
    header = write(full, ExportKind.SAV).read_bytes()[:176]
    assert header[:4] == b"$FL2"
    layout, size, compressed, weight, cases = struct.unpack("<5i", header[64:84])
    plan = plan_of(full)
    assert (layout, size, compressed, weight, cases) == (2, len(plan.variables), 0, 1, len(plan.rows))


def test_the_documentation_says_what_it_is(full: RoundResults, write: Write) -> None:
    """The facts stand in the file itself, in whole words."""
    _, meta = pyreadstat.read_sav(str(write(full, ExportKind.SAV)), output_format="dict")
    told = " ".join(" ".join(meta.notes).split())
    assert "Simulert: Ja" in told
    assert "Skjult: Jeg har brukt varslingsveien. Færre enn 5 har svart på dette." in told


@pytest.mark.parametrize("shown", [hidden_results(), results(comments=())])
def test_a_file_without_rows_or_comments_is_read_too(shown: RoundResults, write: Write) -> None:
    """Nothing to show is no error."""
    _, meta = pyreadstat.read_sav(str(write(shown, ExportKind.SAV)), output_format="dict")
    assert meta.number_rows == len(plan_of(shown).rows)
