"""The door of this room: a round's results written as any kind of file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from kursapp.domain.cohort import Cohort
from kursapp.domain.exporting import ExportKind, Watch
from kursapp.domain.item_analysis import QuizQuality
from kursapp.domain.results import RoundResults


def export(
    results: RoundResults, kind: ExportKind, path: Path, watch: Watch, *, made: date | None = None
) -> tuple[Path, ...]:
    """Write results to ``path`` and return every file made; ``made`` is the day printed on the report's cover.

    Raises KursappError: ``export-cancelled`` when the watch says stop, and as ``files.failure`` names what the disk
    says. Nothing is left of a file that did not become whole.
    """
    if kind is ExportKind.PDF:
        from kursapp.export.report.write import write_report

        write_report(results, path, watch, made)
        return (path,)
    return _WRITERS[kind](results, path, watch)


def _csv_excel(results: RoundResults, path: Path, watch: Watch) -> tuple[Path, ...]:
    from kursapp.export.csv_file import EXCEL_NORWEGIAN, write_csv

    write_csv(results, path, EXCEL_NORWEGIAN, watch)
    return (path,)


def _csv_rfc(results: RoundResults, path: Path, watch: Watch) -> tuple[Path, ...]:
    from kursapp.export.csv_file import RFC_4180, write_csv

    write_csv(results, path, RFC_4180, watch)
    return (path,)


def _json(results: RoundResults, path: Path, watch: Watch) -> tuple[Path, ...]:
    from kursapp.export.json_file import write_json

    write_json(results, path, watch)
    return (path,)


def _xlsx(results: RoundResults, path: Path, watch: Watch) -> tuple[Path, ...]:
    from kursapp.export.spreadsheet.write import write_workbook

    write_workbook(results, path, watch)
    return (path,)


def _sps(results: RoundResults, path: Path, watch: Watch) -> tuple[Path, ...]:
    from kursapp.export.spss.plan import plan_of
    from kursapp.export.spss.syntax import write_syntax

    return write_syntax(plan_of(results), path, watch)


def _sav(results: RoundResults, path: Path, watch: Watch) -> tuple[Path, ...]:
    from kursapp.export.spss.plan import plan_of
    from kursapp.export.spss.system_file import write_system_file

    write_system_file(plan_of(results), path, results.cohort.ends, watch)
    return (path,)


_WRITERS: dict[ExportKind, Callable[[RoundResults, Path, Watch], tuple[Path, ...]]] = {
    ExportKind.CSV: _csv_excel,
    ExportKind.CSV_RFC: _csv_rfc,
    ExportKind.JSON: _json,
    ExportKind.XLSX: _xlsx,
    ExportKind.SPS: _sps,
    ExportKind.SAV: _sav,
}


def recovery_sheet(cohort: Cohort, code: str, path: Path) -> None:
    """Write the sheet that opens a cohort's answers when passphrase or machine is lost, as a PDF to print."""
    from kursapp.export.recovery_sheet import write_recovery_sheet

    write_recovery_sheet(cohort, code, path)


def export_quality(results: RoundResults, quality: QuizQuality, path: Path, watch: Watch) -> tuple[Path, ...]:
    """Write how good the questions of a shared quiz are (``ExportKind.QUALITY``). Raises as :func:`export`."""
    from kursapp.export.quality_file import write_quality

    write_quality(results, quality, path, watch)
    return (path,)
