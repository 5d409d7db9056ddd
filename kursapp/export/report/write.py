"""The report as a PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kursapp.domain.exporting import Watch
from kursapp.domain.results import RoundResults
from kursapp.export.portions import stop_if_cancelled
from kursapp.export.report.document import report_values
from kursapp.export.typesetting import typeset
from kursapp.files.writing import write_bytes


def write_report(results: RoundResults, path: Path, watch: Watch, made: date | None) -> None:
    """Write a round's report. Raises as ``export.exports.export``."""
    stop_if_cancelled(watch)
    watch.progress(0, 2)
    pdf = typeset("report", report_values(results, made), watch)
    watch.progress(1, 2)
    write_bytes(path, pdf)
    watch.progress(2, 2)
