"""Deleting a cohort: its keys first, then every trace the program has, and a list of what only people can delete."""

from __future__ import annotations

from kursapp.services.cohort_cards import ByHand, Deleted
from kursapp.services.known_folders import KnownFolders, remove_copies
from kursapp.services.office import Held, Office


def delete_cohort(office: Office, cohort_id: str) -> Deleted:
    """Delete a cohort for good. Raises KursappError ``cohort-unknown``, and as ``Collection.delete_cohort``.

    The keys go first: whatever is left where nothing reaches it, nobody can open any more. Before that it is on the
    list of deleted cohorts, so that what is stopped half-way is done when the collection is opened again.
    """
    held = office.held(cohort_id)
    folders = KnownFolders(office.folder)
    office.collection.bury(cohort_id)
    office.safe.destroy(cohort_id)
    office.collection.delete_cohort(cohort_id, office.clock.now())
    removed = remove_copies(cohort_id, folders.of_cohort(cohort_id))
    folders.forget(cohort_id)
    return Deleted(cohort_id, held.cohort.name, removed, _by_hand(office, held))


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
