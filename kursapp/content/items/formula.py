"""The formulas of computed columns: whole numbers and other columns joined by ``+ - * /`` and parentheses."""

from __future__ import annotations

import re

from kursapp.content.keywords import fold

DEEPEST = 16
"""Parentheses within parentheses that a formula may have."""

LONGEST = 300
"""Characters a formula may have."""

_SIGNS = str.maketrans({"×": "*", "·": "*", "⋅": "*", "÷": "/", ":": "/", "−": "-", "–": "-"})


class FormulaError(ValueError):
    """A formula that is none. ``name`` is the unknown column where that is the reason."""

    def __init__(self, name: str = "") -> None:
        super().__init__(name)
        self.name = name


def read_formula(text: str, names: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    """Return a formula over column ids, its parts one space apart, and the ids it uses.

    ``names`` holds the folded names of columns with their ids; a name may hold signs (``a-b``). FormulaError where the
    text is no formula or names an unknown column.
    """
    if len(text) > LONGEST:
        raise FormulaError
    parser = _Parser(_tokens(text.translate(_SIGNS), names))
    parser.whole()
    return " ".join(parser.written), tuple(dict.fromkeys(parser.used))


def _tokens(text: str, names: dict[str, str]) -> list[tuple[str, str]]:
    """Part a formula into ``(kind, text)``; where names could be read in two ways, the longest one that fits."""
    ids = {name.translate(_SIGNS): column for name, column in names.items() if name}
    known = "|".join(re.escape(name) for name in sorted(ids, key=len, reverse=True)) or "(?!)"
    pattern = re.compile(
        rf" ?(?:(?P<name>(?:{known})(?!\w))|(?P<number>\d{{1,9}}(?!\w))|(?P<sign>[-+*/()])|(?P<other>[^-+*/()]+))"
    )
    found = []
    for token in pattern.finditer(fold(text)):
        kind, words = str(token.lastgroup), token[0].strip()
        if kind == "other" and words:
            raise FormulaError(words)
        if words:
            found.append((kind, ids[words] if kind == "name" else words))
    return found


class _Parser:
    """Checks a formula from left to right and writes it down: sums of products of numbers, names and parentheses."""

    def __init__(self, tokens: list[tuple[str, str]]) -> None:
        self._tokens = tokens
        self._at = 0
        self._depth = 0
        self.written: list[str] = []
        self.used: list[str] = []

    def whole(self) -> None:
        self._sum()
        if self._at < len(self._tokens):
            raise FormulaError

    def _next(self, *signs: str) -> bool:
        """Take the next token where it is one of these signs."""
        if self._at < len(self._tokens) and self._tokens[self._at] in {("sign", sign) for sign in signs}:
            self.written.append(self._tokens[self._at][1])
            self._at += 1
            return True
        return False

    def _sum(self) -> None:
        self._product()
        while self._next("+", "-"):
            self._product()

    def _product(self) -> None:
        self._single()
        while self._next("*", "/"):
            self._single()

    def _single(self) -> None:
        if self._next("("):
            self._depth += 1
            if self._depth > DEEPEST:
                raise FormulaError
            self._sum()
            if not self._next(")"):
                raise FormulaError
            self._depth -= 1
            return
        if self._at >= len(self._tokens):
            raise FormulaError
        kind, text = self._tokens[self._at]
        if kind == "sign":
            raise FormulaError
        self._at += 1
        self.written.append(text)
        if kind == "name":
            self.used.append(text)
