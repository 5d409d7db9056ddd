"""The steps from one version of a profile to the next. A step, once released, is never changed."""

from __future__ import annotations

from collections.abc import Mapping

from kursapp.storage.schema import Step


def steps() -> Mapping[int, Step]:
    """Return the step that leads to each version. Imports Alembic, so it is called only when one is needed."""
    from kursapp.storage.participant.migrations.v1_first import upgrade as first
    from kursapp.storage.participant.migrations.v2_handing_in import upgrade as handing_in
    from kursapp.storage.participant.migrations.v3_notes import upgrade as notes
    from kursapp.storage.participant.migrations.v4_review import upgrade as review
    from kursapp.storage.participant.migrations.v5_workbook import upgrade as workbook
    from kursapp.storage.participant.migrations.v6_search import upgrade as search

    return {1: first, 2: handing_in, 3: notes, 4: review, 5: workbook, 6: search}
