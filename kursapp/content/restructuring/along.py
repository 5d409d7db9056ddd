"""What goes along with pages into another file: the footnotes, link addresses and abbreviations they use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kursapp.content.addresses import read_address
from kursapp.content.definitions import places_of
from kursapp.content.restructuring.rows import Row, Sheet
from kursapp.content.slugs import numbered
from kursapp.content.source import read_lines

_ADDRESS = re.compile(r"\]: *<?(?P<address>[^\s<>]+)")


@dataclass(frozen=True, slots=True)
class Definition:
    """A definition with its rows. ``kind`` is ``note``, ``short`` (an abbreviation) or ``link``."""

    kind: str
    name: str
    rows: tuple[Row, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What another definition of the same thing has too: names of links mean the same in any case."""
        return self.kind, " ".join(self.name.lower().split()) if self.kind == "link" else self.name

    def used_in(self, text: str) -> bool:
        """Say whether a text uses it."""
        if self.kind == "note":
            return f"[^{self.name}]" in text
        if self.kind == "short":
            return re.search(rf"(?<!\w){re.escape(self.name)}(?!\w)", text) is not None
        words = r"\s+".join(map(re.escape, self.name.split()))
        return re.search(rf"\[{words}\](?![(:])", text, re.IGNORECASE) is not None


def definitions_of(file: str, sheet: Sheet) -> tuple[Definition, ...]:
    """Return the definitions of a file."""
    lines, _ = read_lines(file, sheet.data())
    return tuple(Definition(one.kind, one.name, tuple(sheet.rows[one.first : one.end])) for one in places_of(lines))


def bring_along(
    moved: Sequence[Row], source: tuple[str, Sheet], rest: Sequence[Row], target: tuple[str, Sheet]
) -> tuple[list[Row], list[Row]]:
    """Return the rows that move with all they use, and what has to stay behind of them for the ``rest`` of the file.

    ``source`` and ``target`` are the files' names and rows before the move. A name that means something else in the
    target gets a number.
    """
    known = definitions_of(*source)
    within = {row.line for row in moved}
    own = [one for one in known if one.rows[0].line in within]
    words, others = _text(moved, known), _text(rest, known)
    stays = [one for one in own if one.used_in(others)]
    without = {row.line for one in stays if not one.used_in(words) for row in one.rows}
    rows = [row for row in moved if row.line not in without]
    extra = [one for one in known if one not in own and one.used_in(words)]
    rows = _added(rows, [row for one in extra for row in one.rows], target[1])
    rows = _settled(rows, [*(one for one in own if one.used_in(words) or one not in stays), *extra], source, target)
    return rows, [row for one in stays for row in one.rows]


def _text(rows: Iterable[Row], known: Iterable[Definition]) -> str:
    """Return the words of some rows but for their abbreviations' and links' definitions; notes may use others."""
    names = {row.line for one in known if one.kind != "note" for row in one.rows}
    first = {one.rows[0].line: one for one in known if one.kind == "note"}
    found = []
    for row in rows:
        if row.line in names:
            continue
        note = first.get(row.line)
        found.append(row.text.partition("]:")[2] if note else row.text)
    return "\n".join(found)


def _added(rows: list[Row], extra: Sequence[Row], target: Sheet) -> list[Row]:
    return [*rows, *target.new(""), *extra] if extra else rows


def _settled(
    rows: list[Row], brought: Iterable[Definition], source: tuple[str, Sheet], target: tuple[str, Sheet]
) -> list[Row]:
    """Settle the names that the target knows already: the same thing is not said twice, another gets another name."""
    there = {one.key: one for one in definitions_of(*target)}
    taken = {name for _, name in there} | {one.name for one in brought}
    for one in brought:
        same = there.get(one.key)
        if same is None:
            continue
        if one.kind == "short" or _means(one, source[0]) == _means(same, target[0]):
            gone = {row.line for row in one.rows}
            rows = [row for row in rows if row.line not in gone]
        else:
            new = numbered(one.name, taken)
            taken.add(new)
            rows = [row._replace(text=_renamed(row.text, one, new)) for row in rows]
    while rows and rows[-1].blank:
        rows.pop()
    return rows


def _means(one: Definition, file: str) -> object:
    text = "\n".join(row.text.strip() for row in one.rows)
    found = _ADDRESS.search(text) if one.kind == "link" else None
    return read_address(file, found["address"]) if found else text


def _renamed(text: str, one: Definition, new: str) -> str:
    if one.kind == "note":
        return text.replace(f"[^{one.name}]", f"[^{new}]")
    words = re.escape(one.name)
    text = re.sub(rf"^( {{0,3}}\[){words}(\]:)", lambda found: found[1] + new + found[2], text, flags=re.IGNORECASE)
    text = re.sub(rf"(\]\[){words}(\])", lambda found: found[1] + new + found[2], text, flags=re.IGNORECASE)
    return re.sub(
        rf"(?<!\])\[({words})\](?:\[\]|(?![\[(:]))", lambda found: f"[{found[1]}][{new}]", text, flags=re.IGNORECASE
    )
