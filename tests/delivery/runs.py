"""The search for what ties two files of one laptop together: runs of bytes that only they have."""

from __future__ import annotations

from itertools import combinations

from kursapp.delivery import answer_file, progress_file
from kursapp.delivery.envelope import Addressed, open_sealed
from kursapp.domain.cohort import Cohort
from kursapp.vault.keys import Opener
from tests.delivery.small_cohort import Keys

RUN = 16


def runs(data: bytes, length: int = RUN) -> set[bytes]:
    """Return every run of so many bytes."""
    return {data[at : at + length] for at in range(len(data) - length + 1)}


def own_runs(data: bytes, another: bytes) -> set[bytes]:
    """Return the runs of a file that are, by half at least, not in another laptop's file of the same kind.

    Half, since a single letter may be alike by chance, and sixteen with what stands around it.
    """
    common, own = runs(another, RUN // 2), [True] * len(data)
    for at in range(len(data)):
        if data[at : at + RUN // 2] in common:
            own[at : at + RUN // 2] = [False] * (RUN // 2)
    return {data[at : at + RUN] for at in range(len(data) - RUN + 1) if sum(own[at : at + RUN]) >= RUN // 2}


def shared(files: dict[str, bytes], others: dict[str, bytes]) -> set[bytes]:
    """Return the runs that two files of one laptop share and that are not simply what every laptop writes."""
    found: set[bytes] = set()
    for one, two in combinations(files, 2):
        found |= own_runs(files[one], others[one]) & runs(files[two])
    return found


def brought_to_light(data: bytes, cohort: Cohort, keys: Keys) -> bytes:
    """Return a file's header and its opened body, without the filling: all there is in it."""
    kind = progress_file.KIND if data.startswith(progress_file.KIND.magic) else answer_file.KIND
    outside = answer_file.header(data) if kind is answer_file.KIND else progress_file.header(data)
    addressed = Addressed(cohort.id, outside.about, cohort.recipients, len(data))
    _, content = open_sealed(kind, data, addressed, Opener(keys.coordinator.private))
    return data[: outside.size] + content
