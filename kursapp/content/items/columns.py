"""The columns of a workbook's table, and what ``kolonner`` says they hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kursapp.content.items.formula import FormulaError, read_formula
from kursapp.content.items.item import Context
from kursapp.content.items.typed_answers import spellings_of
from kursapp.content.keywords import COLUMN_KINDS, fold
from kursapp.content.nearest import nearest
from kursapp.content.settings import Setting
from kursapp.domain.question import Column, ColumnKind

MOST_STEPS = 100
"""Steps a scale may have."""

_SCALE = re.compile(
    r"(?P<name>.+?) +(?P<low>[-−]?\d{1,4}) ?(?:[-–—…]|\.{2,3}|til|to) ?(?P<high>[-−]?\d{1,4})", re.IGNORECASE
)
_NUMERIC = frozenset({ColumnKind.SCALE, ColumnKind.NUMBER, ColumnKind.COMPUTED})


class ColumnReader:
    """Gives columns their kinds from one ``kolonner`` setting."""

    def __init__(self, columns: Sequence[Column], context: Context) -> None:
        self._columns = list(columns)
        self._context = context
        self._names: dict[str, int] = {}
        for at, column in enumerate(columns):
            self._names.setdefault(fold(column.title), at)
            self._names.setdefault(fold(column.id), at)

    def read(self, setting: Setting) -> tuple[Column, ...]:
        """Return the columns with their kinds; what cannot be understood is reported and left as text."""
        self._setting = setting
        formulas = []
        for part in setting.value.split(";"):
            if "=" in part:
                formulas.append(part)
            elif part.strip():
                self._plain(part.strip())
        for part in formulas:
            self._computed(part)
        self._check_formulas()
        return tuple(self._columns)

    def _plain(self, part: str) -> None:
        name, colon, menu = part.partition(":")
        scale = _SCALE.fullmatch(part)
        if colon:
            choices = tuple(dict.fromkeys(choice for choice in spellings_of(menu.strip()) if choice))
            self._set(name, part, Column("", "", ColumnKind.MENU, choices=choices) if len(choices) > 1 else None)
        elif scale:
            low, high = (int(scale[end].replace("−", "-")) for end in ("low", "high"))
            sound = low < high <= low + MOST_STEPS
            self._set(scale["name"], part, Column("", "", ColumnKind.SCALE, low, high) if sound else None)
        else:
            name, _, word = part.rpartition(" ")
            kind = COLUMN_KINDS.find(word)
            self._set(name or part, part, Column("", "", ColumnKind(kind)) if kind and name else None)

    def _set(self, name: str, part: str, kind: Column | None) -> None:
        """Give the column of a name its kind."""
        at = self._find(name)
        if at is None:
            return
        if kind is None:
            self._report("bad-column", written=part)
            return
        self._columns[at] = replace(kind, id=self._columns[at].id, title=self._columns[at].title)

    def _find(self, name: str) -> int | None:
        at = self._names.get(fold(name))
        if at is None:
            self._report("unknown-column", written=name.strip(), nearest=nearest(fold(name), self._names))
        return at

    def _computed(self, part: str) -> None:
        name, _, text = part.partition("=")
        at = self._find(name)
        if at is None:
            return
        try:
            formula, _ = read_formula(text, {name: self._columns[at].id for name, at in self._names.items()})
        except FormulaError as error:
            if error.name:
                near = nearest(error.name, self._names)
                self._report("unknown-column", written=error.name, nearest=near)
            else:
                self._report("bad-formula", written=text.strip())
            return
        column = self._columns[at]
        self._columns[at] = Column(column.id, column.title, ColumnKind.COMPUTED, formula=formula)

    def _check_formulas(self) -> None:
        """Leave as text the computed columns that use themselves, a later computed one, or one without numbers."""
        kinds = {column.id: column.kind for column in self._columns}
        earlier: set[str] = set()
        for at, column in enumerate(self._columns):
            if column.kind is ColumnKind.COMPUTED:
                used = [part for part in column.formula.split(" ") if part in kinds]
                wrong = [one for one in used if kinds[one] not in _NUMERIC]
                late = [one for one in used if kinds[one] is ColumnKind.COMPUTED and one not in earlier]
                if wrong or late:
                    code = "formula-not-number" if wrong else "formula-order"
                    self._report(code, title=column.title, other=self._title((wrong or late)[0]))
                    self._columns[at] = Column(column.id, column.title)
                    kinds[column.id] = ColumnKind.TEXT
            earlier.add(column.id)

    def _title(self, column_id: str) -> str:
        return next(column.title for column in self._columns if column.id == column_id)

    def _report(self, code: str, **values: object) -> None:
        setting = self._setting
        self._context.report(code, setting.value_line, setting.value_column, repair=(), **values)
