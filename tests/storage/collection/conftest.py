"""Collections in a file and on a server, with a cohort in each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.collected import CohortRecord
from kursapp.storage.collection.collection import Collection, open_collection
from tests.storage.collection.places import AT, COHORT, KEY, Opener


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Path | str:
    """Return where a new collection is: a file, or a database of a real server."""
    if request.param == "sqlite":
        return tmp_path / "samling.db"
    made: str = request.getfixturevalue("postgres").new_database()
    return made


@pytest.fixture
def opener(place: Path | str, tmp_path: Path) -> Iterator[Opener]:
    """Open the same collection again and again; what is open at the end is closed."""
    made: list[Collection] = []

    def open_again() -> Collection:
        collection = open_collection(place, KEY, at=AT, tombstones=tmp_path / "slettet")
        made.append(collection)
        return collection

    yield open_again
    for collection in made:
        collection.close()


@pytest.fixture
def collection(opener: Opener) -> Collection:
    """Open a new collection with one cohort."""
    opened = opener()
    opened.cohorts.save(CohortRecord(COHORT, b"kullfil", 24, published=True))
    return opened
