"""Which kind of database the collection is."""

from __future__ import annotations

from types import MappingProxyType

from kursapp.storage.collection import migrations
from kursapp.storage.collection.counted import COUNTED
from kursapp.storage.collection.tables import METADATA
from kursapp.storage.schema import Schema

CODES = MappingProxyType(
    {
        "profile-open-elsewhere": "collection-open-elsewhere",
        "profile-damaged": "collection-damaged",
        "profile-damage-met": "collection-damage-met",
        "profile-read-only": "collection-read-only",
        "profile-wrong-key": "collection-wrong-key",
        "not-a-profile": "not-a-collection",
        "database-newer": "collection-newer",
    }
)
"""What happens to a collection's file is told under these codes."""

SCHEMA = Schema(
    application_id=0x4B555253, version=1, metadata=METADATA, steps=migrations.steps, codes=CODES, counted=COUNTED
)
"""``KURS``: a coordinator's collection."""
