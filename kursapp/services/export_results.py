"""Results out of the house: a file of the kind asked for, after which redacted words are gone for good."""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.days import local_day
from kursapp.domain.exporting import ExportKind, Watch
from kursapp.domain.form import FormKind
from kursapp.domain.problem import refusal
from kursapp.services.comments import forget_redacted
from kursapp.services.office import Held, Office
from kursapp.services.results import quiz_quality, results


def export_results(
    office: Office, held: Held, form_id: str, kind: ExportKind, path: Path, watch: Watch
) -> tuple[Path, ...]:
    """Write a round's results and return the files written. Raises KursappError as ``results`` and ``export.exports``.

    The files are made of what may be shown only. Cancelled, nothing is left of them (``export-cancelled``).
    """
    # What is written with takes a moment to load, and is needed by those who export only.
    from kursapp.export.exports import export, export_quality

    shown = results(office, held, form_id)
    if not path.parent.is_dir():
        raise refusal("export-folder-missing", folder=path.parent)
    if kind is ExportKind.QUALITY:
        if shown.form.kind is not FormKind.QUIZ:
            raise refusal("quality-not-a-quiz", form=shown.form.title)
        return export_quality(shown, quiz_quality(office, held, form_id), path, watch)
    written = export(shown, kind, path, watch, made=local_day(office.clock.now()))
    forget_redacted(office, held, form_id)
    return written


def write_recovery_sheet(held: Held, code: str, path: Path) -> None:
    """Write the recovery sheet as a PDF."""
    from kursapp.export.exports import recovery_sheet

    recovery_sheet(held.cohort, code, path)
