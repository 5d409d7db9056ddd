"""What the tests of the collection call things."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from kursapp.storage.collection.collection import Collection

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
KEY = bytes(range(32))
COHORT = "0123456789abcdef0123456789abcdef"
OTHER = "fedcba9876543210fedcba9876543210"
FORM = "etter"

Opener = Callable[[], Collection]
