"""Statements that are put into the engine's words once, and not each time they are run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import ClauseElement
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.compiler import SQLCompiler

_Processor = Callable[[Any], Any]


class Prepared:
    """A statement for SQLite that changes something or counts, and is run often: at each answer, each pause in typing.

    SQLAlchemy looks up what it made of a statement before and builds much round every run of it, ten times the work
    the engine has with a row. This one is compiled at its first run, for the names of the values it is given there, and
    is always given the same. What it returns are the engine's own values, not those of a column's type.
    """

    def __init__(self, statement: ClauseElement) -> None:
        self._statement = statement
        self._sql = ""
        self._takes: dict[str, _Processor | None] = {}
        self._order: tuple[str, ...] = ()

    def ready(self, values: Mapping[str, Any]) -> tuple[str, tuple[Any, ...]]:
        """Return the statement in the engine's words, and the values in its order, as they stand in the file.

        Raises ValueError where they are not the ones it is made for: a column left out would quietly be empty.
        """
        if not self._sql:
            self._compile(values)
        if values.keys() != self._takes.keys():
            raise ValueError(f"made for {sorted(self._takes)}, given {sorted(values)}")
        stored = {
            name: values[name] if process is None else process(values[name]) for name, process in self._takes.items()
        }
        return self._sql, tuple(stored[name] for name in self._order)

    def _compile(self, values: Mapping[str, Any]) -> None:
        dialect = sqlite.dialect()
        compiled = self._statement.compile(dialect=dialect, column_keys=list(values))
        assert isinstance(compiled, SQLCompiler)
        self._takes = {
            name: bound.type.dialect_impl(dialect).bind_processor(dialect) for name, bound in compiled.binds.items()
        }
        self._order = tuple(compiled.positiontup or ())
        self._sql = str(compiled)
