"""Deleting a cohort: its keys first, then every trace the program has, and a list of what only people can delete."""

from __future__ import annotations

import contextlib
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.services.cohort_cards import ByHand, Deleted
from kursapp.services.known_folders import KnownFolders, remove_copies
from kursapp.services.office import Held, Office


def delete_cohort(office: Office, cohort_id: str) -> Deleted:
    """Delete a cohort for good. Raises KursappError ``cohort-unknown``, and as ``Collection.delete_cohort``.

    The keys go first: whatever is left where nothing reaches it, nobody can open any more. Before that it is on the
    list of deleted cohorts, so that what is stopped half-way is done when the collection is opened again.
    """
    held = office.held(cohort_id)
    office.collection.bury(cohort_id)
    office.safe.destroy(cohort_id)
    office.collection.delete_cohort(cohort_id, office.clock.now())
    removed = _forget(office, cohort_id)
    return Deleted(cohort_id, held.cohort.name, removed, _by_hand(office, held))


def finish_deleting(office: Office) -> None:
    """Destroy what is left of cohorts whose deleting was stopped half-way: their keys, and copies that are known.

    Done at every opening, when the collection has buried its part. What cannot be done now is done the next time.
    """
    keys, folders = office.safe.cohorts(), KnownFolders(office.folder)
    for cohort_id in sorted(office.collection.cohorts.deleted()):
        with contextlib.suppress(KursappError):
            if cohort_id in keys:
                office.safe.destroy(cohort_id)
            if folders.of_cohort(cohort_id):
                _forget(office, cohort_id)


def _forget(office: Office, cohort_id: str) -> tuple[Path, ...]:
    """Remove the known copies of a cohort's files, and return them."""
    folders = KnownFolders(office.folder)
    removed = remove_copies(cohort_id, folders.of_cohort(cohort_id))
    folders.forget(cohort_id)
    return removed


def _by_hand(office: Office, held: Held) -> tuple[ByHand, ...]:
    """Return what there may be of the cohort outside the program, most important first."""
    if not held.record.published:
        return (ByHand.RECOVERY_SHEET,)
    found = [ByHand.ANSWER_FILES, ByHand.EXPORTS, ByHand.RECOVERY_SHEET, ByHand.KEY_COPIES, ByHand.COHORT_FILE]
    if held.cohort.wants_progress:
        found.append(ByHand.PROGRESS_FILES)
    if held.cohort.rules.codes:
        found.append(ByHand.CODES)
    if office.collection.shared:
        found.append(ByHand.DATABASE_BACKUPS)
    # The keys lie on this machine wherever the collection is.
    found.append(ByHand.OTHER_BACKUPS)
    return tuple(found)
