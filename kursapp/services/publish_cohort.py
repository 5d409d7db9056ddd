"""Publishing a cohort: the recovery sheet, the test that answers can be read, the cohort file and its kullmerke."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from kursapp.delivery import cohort_file
from kursapp.delivery.trial import try_out
from kursapp.domain.problem import KursappError, refusal
from kursapp.files.writing import SHARED, write_bytes
from kursapp.services.cohort_cards import PublishedCohort
from kursapp.services.create_cohort import recipients_of
from kursapp.services.office import Held, Office
from kursapp.vault.recovery import read_recovery_code, recovery_pair


def make_recovery(office: Office, cohort_id: str) -> str:
    """Make a cohort's backup key and return its code, kept nowhere. Raises ``cohort-published`` when it is too late.

    The code is read back and opens a test answer before it is given out.
    """
    held = office.held(cohort_id)
    if held.record.published:
        raise refusal("cohort-published", name=held.cohort.name)
    code, public = office.safe.new_recovery(cohort_id)
    keys = office.keys(cohort_id)
    cohort = replace(
        held.cohort,
        recipients=recipients_of(keys.pair.public, public),
        sealed_keys=office.safe.sealed_to_backup(cohort_id),
    )
    try_out(cohort_file.write(cohort), (keys.private, recovery_pair(read_recovery_code(code)).private))
    office.keep(cohort, held.record.invited)
    return code


def has_recovery(held: Held) -> bool:
    """Say whether a recovery sheet has been made, to which the cohort's file lets answers be sealed."""
    return bool(held.cohort.sealed_keys)


def publish_cohort(office: Office, cohort_id: str, folder: Path) -> PublishedCohort:
    """Write the cohort file into a folder, and lock the rules. A published one is written again as it was.

    Raises KursappError: ``cohort-without-recovery``, ``cohort-file-trial``, and as ``files.writing``.
    """
    held = office.held(cohort_id)
    if not held.record.published:
        if not has_recovery(held):
            raise refusal("cohort-without-recovery", name=held.cohort.name)
        try_out(held.record.file, (office.keys(cohort_id).private,))
    path = _place(folder, held)
    write_bytes(path, held.record.file, SHARED)
    if not held.record.published:
        office.keep(held.cohort, held.record.invited, published=True)
    return PublishedCohort(path, office.mark(held.record.file))


def mark_of(office: Office, held: Held) -> tuple[str, ...]:
    """Return the kullmerke of a cohort, empty before it is published: it would change with the file."""
    return office.mark(held.record.file) if held.record.published else ()


def _place(folder: Path, held: Held) -> Path:
    """Return where the cohort's file is to be: under its name, with a number where something else has that already."""
    first = folder / cohort_file.file_name(held.cohort)
    path, number = first, 2
    while path.exists() and not _is_of(path, held.id):
        path, number = first.with_name(f"{first.stem}-{number}{first.suffix}"), number + 1
    return path


def _is_of(path: Path, cohort_id: str) -> bool:
    try:
        return cohort_file.read(path)[0].id == cohort_id
    except KursappError:
        return False
