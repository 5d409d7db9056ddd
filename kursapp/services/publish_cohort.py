"""Publishing a cohort: the recovery sheet, the test that answers can be read, the cohort file and its kullmerke."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path
from random import Random

from kursapp.delivery import cohort_file
from kursapp.delivery.answer_file import open_answers, seal
from kursapp.delivery.canonical import NotOnFormError
from kursapp.domain.cohort import Cohort
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.submission import Submission
from kursapp.files.writing import SHARED, write_bytes
from kursapp.services.cohort_cards import PublishedCohort
from kursapp.services.create_cohort import recipients_of
from kursapp.services.made_up import MadeUpPerson
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
    cohort = replace(held.cohort, recipients=recipients_of(office.keys(cohort_id).pair.public, public))
    read_back(cohort, recovery_pair(read_recovery_code(code)).private)
    office.keep(cohort, held.record.invited)
    return code


def has_recovery(office: Office, cohort_id: str) -> bool:
    """Say whether a recovery sheet has been made."""
    return office.keys(cohort_id).backup_public is not None


def publish_cohort(office: Office, cohort_id: str, folder: Path) -> PublishedCohort:
    """Write the cohort file into a folder, and lock the rules. A published one is written again as it was.

    Raises KursappError: ``cohort-without-recovery``, ``cohort-test-failed``, ``cohort-file-in-the-way`` (another file
    of its name), and as ``files.writing``.
    """
    held = office.held(cohort_id)
    if not held.record.published:
        if not has_recovery(office, cohort_id):
            raise refusal("cohort-without-recovery", name=held.cohort.name)
        read_back(held.cohort, office.keys(cohort_id).private)
    path = folder / cohort_file.file_name(held.cohort)
    _write(path, held.record.file)
    if not held.record.published:
        office.keep(held.cohort, held.record.invited, published=True)
    return PublishedCohort(path, office.mark(held.record.file))


def mark_of(office: Office, held: Held) -> tuple[str, ...]:
    """Return the kullmerke of a cohort, empty before it is published: it would change with the file."""
    return office.mark(held.record.file) if held.record.published else ()


def read_back(cohort: Cohort, private: bytes) -> None:
    """Seal a test answer to every form, open it and compare. Raises KursappError ``cohort-test-failed``."""
    tester = MadeUpPerson(Random(cohort.id), cohort.language)  # noqa: S311 - nothing of it is secret
    for form in cohort.forms:
        answers = tester.answer(form.form)
        sent = Submission(cohort.id, form.form.id, form.digest, secrets.token_hex(16), answers=answers)
        try:
            data = seal(sent, cohort)
            opened = open_answers(data, cohort, private)
        except (KursappError, NotOnFormError) as error:
            raise refusal("cohort-test-failed", form=form.form.title) from error
        if opened.submission != sent or len(data) != form.length:
            raise refusal("cohort-test-failed", form=form.form.title)


def _write(path: Path, data: bytes) -> None:
    """Write the cohort file, unless another cohort's stands there under the same name."""
    try:
        earlier = cohort_file.parse(path.read_bytes()).id if path.is_file() else ""
    except (KursappError, OSError):
        earlier = "another"
    if earlier and earlier != cohort_file.parse(data).id:
        raise refusal("cohort-file-in-the-way", file=path.name, folder=path.parent)
    write_bytes(path, data, SHARED)
