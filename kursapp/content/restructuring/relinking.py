"""Lets every link and picture lead where it led before, after pages and files have moved (course-format §2)."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from kursapp.content.addresses import Inward, read_address
from kursapp.content.folder import is_markdown
from kursapp.content.lines import Line
from kursapp.content.links import find_target
from kursapp.content.parsed import ParsedSession, Target
from kursapp.content.restructuring.cover_sheet import part_cover
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.link_spots import Spot, has_addresses, spots_of
from kursapp.content.restructuring.rows import Row, Sheet, read_sheet
from kursapp.content.session import read_session
from kursapp.content.source import read_lines, refuse_bytes

_QUOTED = str.maketrans({letter: f"%{ord(letter):02X}" for letter in ' %()<>#?\\"'})


class _Goal(NamedTuple):
    """Where a link is to lead now: a file, and the page or item in it (empty: the file itself)."""

    file: str
    name: str = ""


_LOST = _Goal("")
_MARK = "\0"
"""Stands before a definition whose address is gone, until it is taken away."""
_GONE = re.compile(rf"{_MARK} {{0,3}}\[(?P<name>[^\]]+)\]:")


def relink(desk: Desk) -> int:
    """Mend the links of the whole course; return how many had to become plain words."""
    return _Relinking(desk).run()


class _Relinking:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._touched = {*desk.sheets, *desk.went, *desk.gone} - {desk.cover_file}
        self._old: dict[str, tuple[Target, ...]] = {}
        self._new = {file: self._read(file, sheet) for file, sheet in desk.sheets.items() if sheet is not None}
        self._homes = dict(self._find_homes())
        self._required = desk.requires(self._touched)
        self._loose = 0

    def run(self) -> int:
        if self._touched:
            self._drop_requirements()
            for file in [*self._desk.base, *(made for made in self._desk.sheets if made not in self._desk.base)]:
                self._mend(file)
        return self._loose

    def _read(self, file: str, sheet: Sheet) -> ParsedSession | None:
        return read_session(file, sheet.data()) if is_markdown(file) and file != self._desk.cover_file else None

    def _find_homes(self) -> Iterator[tuple[str, str]]:
        """Yield every page and item of the files that changed, and the file it is in now."""
        for file, parsed in self._new.items():
            for target in parsed.targets if parsed else ():
                yield target.item or target.page, file
                yield target.page, file

    def _targets(self, file: str) -> tuple[Target, ...]:
        """Return what a touched file offered before."""
        if file not in self._old:
            known = file in self._desk.base and is_markdown(file) and not self._unreadable(file)
            self._old[file] = self._desk.parsed_before(file).targets if known else ()
        return self._old[file]

    def _unreadable(self, file: str) -> bool:
        return refuse_bytes(file, self._desk.base[file]) is not None

    def _mend(self, file: str) -> None:
        """Write the addresses of one file anew where they no longer lead where they did."""
        sheet = self._desk.sheets.get(file)
        if sheet is None:
            sheet = self._concerned(file) if file not in self._desk.sheets else None
        if sheet is None:
            return
        lines, _ = read_lines(file, sheet.data())
        krav = self._requirement_rows(file, sheet)
        rows = [
            self._mended(row, file, line.number, list(spots_of(row.text, line)), line.number - 1 in krav)
            for row, line in zip(sheet.rows, lines, strict=True)
        ]
        rows = self._without_definitions(rows)
        if [row.text for row in rows] != [row.text for row in sheet.rows]:
            self._desk.put(file, sheet.with_rows(rows))

    def _without_definitions(self, rows: list[Row]) -> list[Row]:
        """Take away the definitions of addresses that are gone; the links by their names become plain words."""
        gone = {found["name"] for row in rows if (found := _GONE.match(row.text))}
        if not gone:
            return rows
        kept = [row for row in rows if not _GONE.match(row.text)]
        for name in gone:
            label = r"\s+".join(map(re.escape, name.split()))
            link = re.compile(
                rf"\[(?P<words>[^\[\]]*)\]\[{label}\]|\[(?P<same>{label})\](?:\[\]|(?![\[(:]))", re.IGNORECASE
            )
            kept = [row._replace(text=link.sub(_plain_words, row.text)) for row in kept]
        return kept

    def _concerned(self, file: str) -> Sheet | None:
        """Return the rows of a file that has not changed where it has an address of one that has."""
        data = self._desk.base[file]
        if not is_markdown(file) or not has_addresses(data.decode(errors="replace")) or self._unreadable(file):
            return None
        sheet = read_sheet(file, data)
        for row in sheet.rows:
            for spot in spots_of(row.text, Line(row.line, row.text)):
                read = read_address(file, spot.address)
                if isinstance(read, Inward) and read.file in self._touched:
                    return sheet
        return None

    def _mended(self, row: Row, file: str, line: int, spots: Sequence[Spot], required: bool) -> Row:
        if not row.line:
            return row
        text = row.text
        for spot in reversed(spots):
            goal = self._goal(row, spot.address, required)
            if goal is None:
                continue
            if goal is _LOST and spot.definition:
                text = _MARK + text
                self._loose += 1
            elif goal is _LOST:
                if spot.opens >= 0 and not spot.picture:
                    words = text[spot.opens + 1 : text.rindex("](", 0, spot.start + 1)]
                    text = text[: spot.opens] + words + text[spot.closes :]
                    self._loose += 1
            elif not self._leads(file, line, spot.address, goal, required):
                text = text[: spot.start] + self._address(file, line, spot.address, goal, required) + text[spot.end :]
        return row._replace(text=text)

    def _goal(self, row: Row, address: str, required: bool) -> _Goal | None:
        """Return where an address is to lead now; None where nothing is known of it, ``_LOST`` where it is gone."""
        read = read_address(row.file, address)
        if not isinstance(read, Inward):
            return None
        file = read.file or row.file
        if file not in self._desk.names and file not in self._desk.went:
            return None
        if file not in self._touched or not is_markdown(file):
            return _Goal(self._desk.went.get(file, (file, ""))[0], _Raw(read.fragment))
        if not read.fragment:
            return self._goal_of_file(file, required)
        target = find_target(self._targets(file), read.fragment, row.line if not read.file else 0)
        if target is None:
            return _LOST if file in self._desk.gone else _Goal(self._now(file), _Raw(read.fragment))
        page = self._desk.heirs.get(target.page, target.page)
        name = next((name for name in (target.item or page, page) if name in self._homes), "")
        return _Goal(self._homes[name], name) if name else _LOST

    def _goal_of_file(self, file: str, required: bool) -> _Goal:
        quiz = self._required.get(file, "") if required else ""
        if quiz:
            return _Goal(self._homes[quiz], quiz) if quiz in self._homes else _LOST
        if file in self._desk.gone:
            return _LOST
        return _Goal(*self._desk.went.get(file, (file, "")))

    def _now(self, file: str) -> str:
        return self._desk.went.get(file, (file, ""))[0]

    def _leads(self, file: str, line: int, address: str, goal: _Goal, required: bool) -> bool:
        """Say whether an address as it is written leads to its goal."""
        read = read_address(file, address)
        if not isinstance(read, Inward) or (read.file or file) != goal.file:
            return False
        if isinstance(goal.name, _Raw):
            return True
        if not read.fragment:
            return not goal.name or (required and self._first_quiz(goal.file) == goal.name)
        return self._finds(goal, read.fragment, line if not read.file else 0)

    def _first_quiz(self, file: str) -> str:
        parsed = self._new.get(file)
        return next((page.id for page in parsed.session.pages if page.quiz), "") if parsed else ""

    def _finds(self, goal: _Goal, fragment: str, line: int) -> bool:
        parsed = self._new.get(goal.file)
        found = find_target(parsed.targets, fragment, line) if parsed else None
        return found is not None and (found.item or found.page) == goal.name

    def _address(self, file: str, line: int, written: str, goal: _Goal, required: bool) -> str:
        """Return an address that leads from ``file`` to the goal: by the same words where they do, else by the id."""
        read = read_address(file, written)
        fragment = read.fragment if isinstance(read, Inward) else ""
        own = goal.file == file and not (isinstance(read, Inward) and read.file == file)
        path = "" if own else posixpath.relpath(goal.file, posixpath.dirname(file) or ".").translate(_QUOTED)
        if isinstance(goal.name, _Raw):
            return path + ("#" + goal.name.translate(_QUOTED) if goal.name else "")
        if not goal.name or (required and self._first_quiz(goal.file) == goal.name):
            return path
        names = [fragment, *self._slugs(goal), goal.name]
        name = next((name for name in names if name and self._finds(goal, name, line if own else 0)), goal.name)
        return f"{path}#{name.translate(_QUOTED)}"

    def _slugs(self, goal: _Goal) -> Iterable[str]:
        """Return the heading of the goal as a link may name it."""
        parsed = self._new.get(goal.file)
        found = [one for one in parsed.targets if (one.item or one.page) == goal.name] if parsed else []
        return [one.name for one in found if one.rank == 1][:1]

    def _requirement_rows(self, file: str, sheet: Sheet) -> set[int]:
        """Return the rows of the cover that say what the certificate needs."""
        if file != self._desk.cover_file:
            return set()
        sections = part_cover(file, sheet).sections
        return {row for one in sections if one.kind == "requirements" for row in range(one.first, one.end)}

    def _drop_requirements(self) -> None:
        """Take away the requirements whose page or workbook is gone."""
        cover = self._desk.cover_sheet()
        lost: set[int] = set()
        for section in cover.sections:
            for item in section.items if section.kind == "requirements" else ():
                row = cover.sheet.rows[item.first]
                written = item.file + (f"#{item.fragment}" if item.fragment else "")
                goal = self._goal(row._replace(file=self._desk.cover_file), written, required=True)
                if goal is _LOST:
                    lost |= set(range(item.first, item.end))
                    self._loose += 1
        if lost:
            rows = [row for at, row in enumerate(cover.sheet.rows) if at not in lost]
            self._desk.put(self._desk.cover_file, cover.sheet.with_rows(rows))


def _plain_words(found: re.Match[str]) -> str:
    return found["words"] if found["words"] is not None else found["same"]


class _Raw(str):
    """A fragment as it is written, of a file nothing is known of."""
