"""What kind of database a file is: its mark, its version, its tables, and the steps that led there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlalchemy import MetaData

from kursapp.storage.amounts import Counted

if TYPE_CHECKING:
    from alembic.operations import Operations

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
"""How constraints are named, so that a later migration can find them."""

Step = Callable[["Operations"], None]
"""One migration: it changes the schema from the version before to its own."""


@dataclass(frozen=True, slots=True)
class Schema:
    """``application_id`` and ``version`` stand in the file's header (``user_version``).

    ``steps`` imports Alembic late: it is called only when there is something to do, and gives the step of each version
    from 1. ``key_is_certain``: a key is only given where it is known to be this file's, so that a file it does not open
    is damaged. ``codes`` are the codes such a file tells its problems under, by those of a profile; ``counted`` is what
    of it is told when backups are chosen between.
    """

    application_id: int
    version: int
    metadata: MetaData
    steps: Callable[[], Mapping[int, Step]]
    key_is_certain: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)
    counted: tuple[Counted, ...] = ()


def schema_names(schema: Schema) -> frozenset[str]:
    """Return the names of the tables and indexes every sound file of the newest version has."""
    tables = schema.metadata.tables.values()
    return frozenset(str(name) for table in tables for name in (table.name, *(index.name for index in table.indexes)))
