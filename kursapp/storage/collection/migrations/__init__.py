"""The steps from one version of the collection to the next, on both engines. A step, once released, never changes."""

from __future__ import annotations

from collections.abc import Mapping

from kursapp.storage.schema import Step


def steps() -> Mapping[int, Step]:
    """Return the step that leads to each version. Imports Alembic, so it is called only when one is needed."""
    from kursapp.storage.collection.migrations.v1_first import upgrade as first

    return {1: first}
