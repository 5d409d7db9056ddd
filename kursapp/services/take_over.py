"""A cohort on another machine: a key file handed from one coordinator to another, or the recovery sheet alone."""

from __future__ import annotations

from pathlib import Path

from kursapp.delivery import cohort_file
from kursapp.delivery.files import read_whole
from kursapp.delivery.trial import try_out
from kursapp.domain.cohort import Cohort
from kursapp.domain.problem import KursappError, refusal
from kursapp.files.writing import write_bytes
from kursapp.services.office import Held, Office
from kursapp.vault.passphrases import check_passphrase
from kursapp.vault.safe import CohortKeys, recovered_keys

LONGEST_KEY_FILE = 64 * 1024


def export_key(office: Office, held: Held, path: Path, passphrase: str) -> None:
    """Write a cohort's keys to a file under a passphrase of its own. Raises ``passphrase-short``, and as ``files``."""
    check_passphrase(passphrase)
    write_bytes(path, office.safe.export(held.id, passphrase))


def import_key(office: Office, key_file: Path, passphrase: str, file: Path, invited: int) -> Held:
    """Take a cohort over by its key file and its cohort file.

    Raises KursappError: ``passphrase-wrong``, ``key-file-…``, ``cohort-file-…``, ``cohort-key-foreign`` where the two
    files are not of one cohort, ``cohort-other-side`` where one is simulated and the safe is not,
    ``cohort-other-content`` where the collection has the cohort from another file.
    """
    cohort, data = _read(office, file)
    wrapped = read_whole(key_file, LONGEST_KEY_FILE)
    if wrapped is None:
        raise refusal("key-file-damaged", file=key_file.name, folder=key_file.parent)
    try:
        cohort_id = office.safe.import_keys(wrapped, passphrase)
    except KursappError as error:
        if not _is_left_over(office, cohort, error):
            raise
        return _take_up(office, cohort, data, office.keys(cohort.id), invited)
    try:
        if cohort_id != cohort.id:
            raise refusal("cohort-key-foreign", file=key_file.name)
        return _take_up(office, cohort, data, office.keys(cohort_id), invited)
    except BaseException:
        office.safe.destroy(cohort_id)
        raise


def recover_cohort(office: Office, file: Path, code: str, invited: int) -> Held:
    """Take a cohort up again by its cohort file and its recovery sheet: the machine is gone.

    Raises KursappError: ``recovery-code-unreadable``, ``recovery-code-foreign``, ``cohort-file-…``,
    ``key-file-exists``, ``cohort-other-side``, ``cohort-other-content``.
    """
    cohort, data = _read(office, file)
    keys = recovered_keys(code, cohort.sealed_keys)
    if not _is_recipient(cohort, keys):
        raise refusal("recovery-code-foreign")
    try:
        office.safe.add(cohort.id, keys)
    except KursappError as error:
        if not _is_left_over(office, cohort, error):
            raise
        return _take_up(office, cohort, data, office.keys(cohort.id), invited)
    try:
        return _take_up(office, cohort, data, keys, invited)
    except BaseException:
        office.safe.destroy(cohort.id)
        raise


def _is_left_over(office: Office, cohort: Cohort, error: KursappError) -> bool:
    """Say whether the keys are in the safe already and the cohort is not in the collection, which was begun anew."""
    is_there = error.problem.code == "key-file-exists" and error.problem.value("cohort") == cohort.id
    return is_there and office.collection.cohorts.get(cohort.id) is None


def _read(office: Office, file: Path) -> tuple[Cohort, bytes]:
    cohort, data = cohort_file.read(file)
    if cohort.simulated is not office.simulated:
        raise refusal("cohort-other-side", name=cohort.name)
    return cohort, data


def _take_up(office: Office, cohort: Cohort, data: bytes, keys: CohortKeys, invited: int) -> Held:
    """Keep a cohort whose keys are in the safe, once a test answer has shown that they are its."""
    if not _is_recipient(cohort, keys):
        raise refusal("cohort-key-foreign", file=cohort_file.file_name(cohort))
    try_out(data, (keys.private,))
    if office.collection.cohorts.get(cohort.id) is None:
        return office.keep(cohort, invited, published=True)
    # In a collection that several share, the other coordinator has put it there.
    held = office.held(cohort.id)
    if held.record.file != data:
        raise refusal("cohort-other-content", name=cohort.name)
    return held


def _is_recipient(cohort: Cohort, keys: CohortKeys) -> bool:
    return keys.pair.public in {recipient.public_key for recipient in cohort.recipients}
