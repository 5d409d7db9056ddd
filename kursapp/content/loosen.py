"""Makes the Markdown people write into the stricter Markdown that Python-Markdown reads.

Other viewers let a list or a table follow a paragraph without a blank line, and nest lists by two or three spaces;
Python-Markdown wants the blank line and four spaces. What is read here is what those viewers show.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from kursapp.content.lines import indent_of

STEP = "    "

_ITEM = re.compile(r"(?P<mark>[-+*]|\d{1,9}[.)])(?P<gap> +)(?=\S)")
_HEADING = re.compile(r" {0,3}#{1,6}(?: |$)")
_RULE = re.compile(r" {0,3}([-*_])(?: *\1){2,} *$")
_DELIMITERS = re.compile(r" {0,3}\|? *:?-+:? *(?:\| *:?-+:? *)*\|? *$")


def loosen(texts: Iterable[str]) -> list[str]:
    """Return lines with the blank lines and indentation that Python-Markdown needs, and no other change."""
    loosener = _Loosener()
    for text in texts:
        loosener.add(text)
    return loosener.lines


class _Loosener:
    """Follows the open list items: ``_open`` holds, for each, its mark and the column where its text begins."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self._open: list[tuple[str, int]] = []
        self._in_list = False

    def add(self, text: str) -> None:
        if not text.strip():
            self.lines.append("")
        elif _HEADING.match(text) or _RULE.match(text):
            self._open.clear()
            self.lines += ["", text.strip(), ""]
        else:
            item = _ITEM.match(text, indent_of(text))
            if item and self._may_begin(item["mark"]):
                self._add_item(item)
            else:
                self._add_text(text)

    @property
    def _after_blank(self) -> bool:
        return not self.lines or not self.lines[-1]

    def _may_begin(self, mark: str) -> bool:
        """Say whether an item may stand here: within a paragraph, a numbered list must begin with 1."""
        return self._after_blank or bool(self._open) or not mark[0].isdigit() or mark[:-1] == "1"

    def _add_item(self, item: re.Match[str]) -> None:
        """Add an item, after a blank line where it follows a paragraph or another kind of list."""
        mark = "1." if item["mark"][0].isdigit() else "-"
        goes_on = self._in_list
        while self._open and item.start() < self._open[-1][1]:
            goes_on = self._in_list and self._open[-1][0] == mark
            self._open.pop()
        if not goes_on and not self._after_blank:
            self.lines.append("")
        self.lines.append(STEP * len(self._open) + item["mark"].replace(")", ".") + " " + item.string[item.end() :])
        self._open.append((mark, item.start("mark") + len(item["mark"]) + min(len(item["gap"]), 4)))
        self._in_list = True

    def _add_text(self, text: str) -> None:
        if self._after_blank:
            while self._open and indent_of(text) < self._open[-1][1]:
                self._open.pop()
            self._in_list = False
        elif "|" in text and _DELIMITERS.match(text):
            self._part_table()
        self.lines.append(STEP * len(self._open) + text.lstrip(" "))

    def _part_table(self) -> None:
        """Put a blank line before a table's heading row where a paragraph stands right above it."""
        if len(self.lines) > 1 and self.lines[-2] and "|" in self.lines[-1]:
            self.lines.insert(-1, "")
