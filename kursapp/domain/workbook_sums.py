"""The computed columns of a workbook: whole numbers and other columns joined by ``+ - * /`` and parentheses."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, DecimalException, localcontext

from kursapp.domain.question import ColumnKind, Workbook
from kursapp.domain.typed import read_number, write_number

DEEPEST = 32
"""Parentheses within parentheses; a deeper formula gives no number."""


def row_sums(workbook: Workbook, texts: Mapping[str, str]) -> dict[str, str]:
    """Return the computed cells of one row by column id, as shown, from its cells' texts by column id.

    A cell whose formula lacks a number, or divides by nothing, is empty. Computed columns may use earlier ones.
    """
    numbers = {column: read_number(text) for column, text in texts.items()}
    found = {}
    for column in workbook.columns:
        if column.kind is ColumnKind.COMPUTED:
            numbers[column.id] = value = compute(column.formula, numbers)
            found[column.id] = "" if value is None else write_number(value)
    return found


def compute(formula: str, numbers: Mapping[str, Decimal | None]) -> Decimal | None:
    """Compute a formula from its columns' numbers by id; None where one is missing or there is no answer."""
    try:
        with localcontext() as context:
            context.prec = 28
            return _Reader(formula, numbers).whole()
    except (_NoNumberError, DecimalException):
        return None


class _NoNumberError(Exception):
    """The formula has no number: a column is empty, or it is not a formula at all."""


class _Reader:
    """Reads a formula from left to right: sums of products of numbers, names and parentheses."""

    def __init__(self, formula: str, numbers: Mapping[str, Decimal | None]) -> None:
        names = (re.escape(name) for name in sorted(numbers, key=len, reverse=True))
        pattern = "|".join([*(rf"(?<!\w){name}(?!\w)" for name in names), r"[0-9]+", r"\S"])
        self._parts = re.findall(pattern, formula)
        self._numbers = numbers
        self._at = 0
        self._depth = 0

    def whole(self) -> Decimal:
        value = self._sum()
        if self._at < len(self._parts):
            raise _NoNumberError
        return value

    def _next_is(self, *signs: str) -> str:
        sign = self._parts[self._at] if self._at < len(self._parts) else ""
        if sign not in signs:
            return ""
        self._at += 1
        return sign

    def _deeper(self, read: Callable[[], Decimal]) -> Decimal:
        if self._depth == DEEPEST:
            raise _NoNumberError
        self._depth += 1
        value = read()
        self._depth -= 1
        return value

    def _sum(self) -> Decimal:
        value = self._product()
        while sign := self._next_is("+", "-"):
            other = self._product()
            value = value + other if sign == "+" else value - other
        return value

    def _product(self) -> Decimal:
        value = self._single()
        while sign := self._next_is("*", "/"):
            other = self._single()
            value = value * other if sign == "*" else value / other
        return value

    def _single(self) -> Decimal:
        if self._next_is("-"):
            return -self._deeper(self._single)
        if self._next_is("("):
            value = self._deeper(self._sum)
            if not self._next_is(")"):
                raise _NoNumberError
            return value
        if self._at >= len(self._parts):
            raise _NoNumberError
        part = self._parts[self._at]
        self._at += 1
        number = self._numbers[part] if part in self._numbers else _whole_number(part)
        if number is None:
            raise _NoNumberError
        return number


def _whole_number(part: str) -> Decimal | None:
    return Decimal(part) if part.isascii() and part.isdigit() else None
