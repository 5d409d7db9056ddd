"""What the tables of a profile are made of: the one description they stand in, and the columns many of them have."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, MetaData, Text

from kursapp.storage.columns import Moment
from kursapp.storage.schema import NAMING

METADATA = MetaData(naming_convention=NAMING)


def text(name: str, *, primary_key: bool = False) -> Column[str]:
    """Make a column of text that is always there."""
    return Column(name, Text, nullable=False, primary_key=primary_key)


def moment(name: str, *, nullable: bool = False) -> Column[object]:
    """Make a column of moments."""
    return Column(name, Moment, nullable=nullable)


def asked(*, nullable: bool = False) -> Column[str]:
    """Make the column that names an item as it stood when it was answered."""
    return Column("asked", Text, ForeignKey("asked.fingerprint"), nullable=nullable)
