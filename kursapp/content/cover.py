"""The cover, ``kurs.md``: front matter, modules, sessions in order, bank and requirements (course-format §1)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kursapp.content.addresses import Inward, read_address
from kursapp.content.allowed import COVER_FRONT_MATTER, MODULE_KEYS
from kursapp.content.comments import take_comments
from kursapp.content.cover_lists import ListItem, Section, read_section
from kursapp.content.definitions import take_definitions
from kursapp.content.findings import Findings
from kursapp.content.front_matter import read_front_matter
from kursapp.content.keywords import COVER, SECTIONS
from kursapp.content.lines import Line, heading_of, indent_of, trimmed
from kursapp.content.markup import Markup
from kursapp.content.numbers import hours_of
from kursapp.content.parsed import ParsedCover, ParsedModule, RequirementLink, SessionLink, WrittenId
from kursapp.content.repair import Edit
from kursapp.content.settings import Settings, report_unknown, settings_under
from kursapp.content.slugs import ascii_id, shortened, slug
from kursapp.content.source import read_lines
from kursapp.domain.course import Goal, RequirementKind, Rich

LANGUAGES = {"nb": "nb", "no": "nb", "nn": "nn", "en": "en"}

_DATE = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
_DAY = re.compile(r"(?P<word>\w+) (?P<number>\d{1,3})\b")
_NUMBER = re.compile(r"\d{1,4}")


def read_cover(file: str, data: bytes) -> ParsedCover:
    """Read the cover. One whose bytes cannot be read has no title, and the problem that says why."""
    lines, problems = read_lines(file, data)
    if problems and not lines:
        return ParsedCover(file, "", "", problems=tuple(problems))
    findings = Findings(file, problems)
    return _CoverReader(findings, lines).read()


def _level(line: Line) -> int:
    heading = heading_of(line)
    return heading.level if heading else 0


class _CoverReader:
    """Holds what the sections of the cover share."""

    def __init__(self, findings: Findings, lines: Sequence[Line]) -> None:
        self._findings = findings
        self._front = read_front_matter(lines, COVER_FRONT_MATTER, findings)
        definitions, self._lines = take_definitions(lines[self._front.length :])
        self._cleaned = take_comments(self._lines)
        self._markup = Markup(definitions, findings)
        self._ids: list[WrittenId] = []

    def read(self) -> ParsedCover:
        """Read the title and every section."""
        starts = [at for at, line in enumerate(self._cleaned.lines) if _level(line) == 2]
        first = starts[0] if starts else len(self._lines)
        title, intro = self._title(first)
        course_id = self._front.id(self._findings) or self._derive_id(title)
        self._ids.append(WrittenId(course_id, self._front.line("id"), 1))
        modules: list[ParsedModule] = []
        requirements: list[RequirementLink] = []
        for start, end in pairwise([*starts, len(self._lines)]):
            heading = heading_of(self._cleaned.lines[start])
            if heading and SECTIONS.find(heading.text) == "requirements":
                requirements += self._requirements(start, end)
            elif heading:
                modules.append(self._module(heading.text, start, end))
        if not any(module.links for module in modules) and self._lines:
            self._findings.error("no-sessions", 1)
        return ParsedCover(
            self._findings.file,
            course_id,
            title,
            self._front.text("version"),
            intro,
            self._language(),
            self._law_date(),
            hours_of(self._front.text("hours"), self._front.line("hours"), self._findings),
            self._front.text("organiser"),
            tuple(modules),
            tuple(requirements),
            tuple(self._findings.problems),
            tuple(self._markup.links),
            tuple(self._markup.images),
            tuple(self._ids),
        )

    def _title(self, first: int) -> tuple[str, Rich]:
        for at in range(first):
            heading = heading_of(self._cleaned.lines[at])
            if heading and heading.level == 1 and heading.text:
                intro = trimmed(self._cleaned.lines[at + 1 : first])
                return self._markup.inline(heading.text, self._lines[at].number).plain, self._markup.block(intro)
        self._findings.error("no-title", 1)
        return self._findings.file, Rich()

    def _derive_id(self, title: str) -> str:
        written = shortened(ascii_id(title)) or "kurs"
        self._front.without_id(written, title, self._findings)
        return written

    def _language(self) -> str:
        written = self._front.text("language")
        if written and written.lower() not in LANGUAGES:
            self._findings.warning("unknown-language", self._front.line("language"), language=written)
        return LANGUAGES.get(written.lower(), "nb")

    def _law_date(self) -> str:
        written = self._front.text("law_date")
        if written and not _DATE.fullmatch(written):
            self._findings.warning("not-a-date", self._front.line("law_date"), value=written)
            return ""
        return written

    def _module(self, title: str, start: int, end: int) -> ParsedModule:
        settings, _ = settings_under(self._lines[start + 1 : end])
        report_unknown(settings, MODULE_KEYS, title, self._findings.warning)
        section = read_section(self._cleaned.lines[start + 1 : end], self._cleaned)
        plain = self._markup.inline(title, self._lines[start].number).plain
        module_id = settings.value("id") or slug(plain) or f"modul-{start}"
        self._note_id(settings)
        day = _DAY.match(plain)
        return ParsedModule(
            module_id,
            plain,
            self._lines[start].number,
            tuple(self._session_links(section.items)),
            self._markup.block(trimmed(section.prose)),
            tuple(self._goals(section, module_id)),
            int(day["number"]) if day and SECTIONS.find(day["word"]) == "day" else None,
            SECTIONS.find(title) == "bank",
            next(iter(self._numbers(settings, "opens")), None),
            tuple(self._numbers(settings, "reminds")),
        )

    def _note_id(self, settings: Settings) -> None:
        written = settings.get("id")
        if written and written.value:
            self._ids.append(WrittenId(written.value, written.value_line, written.value_column))

    def _numbers(self, settings: Settings, key: str) -> list[int]:
        """Return the whole numbers of a setting: ``90 dager`` or ``uke 2, 6, 12``."""
        found = settings.get(key)
        if not found:
            return []
        numbers = [int(number) for number in _NUMBER.findall(found.value)]
        if not numbers:
            self._findings.error("setting-without-number", found.value_line, found.value_column, key=found.name)
        return numbers

    def _goals(self, section: Section, module_id: str) -> Iterator[Goal]:
        for number, item in enumerate(section.goals, start=1):
            self._report_nested(item)
            self._note_id(item.settings)
            text = self._markup.inline(item.text, item.line).plain
            goal_id = item.settings.value("id") or self._derive_goal_id(item, module_id, number)
            yield Goal(goal_id, text)

    def _derive_goal_id(self, item: ListItem, module_id: str, number: int) -> str:
        written = f"{shortened(ascii_id(module_id))}-m{number}"
        column = len(self._lines[item.end - self._lines[0].number].text) + 1
        edit = Edit(item.end, column, column, f" <!-- id: {written} -->")
        self._findings.warning("no-id", item.line, repair=[edit], id=written, title=item.text)
        return f"{module_id}/m{number}"

    def _session_links(self, items: Sequence[ListItem]) -> Iterator[SessionLink]:
        for item in items:
            self._report_nested(item)
            link = item.link
            address = read_address(self._findings.file, link[1]) if link else None
            if link is None:
                self._findings.error("list-item-not-link", item.line, item.column, text=item.text)
            elif isinstance(address, Inward) and address.file and not address.fragment:
                yield SessionLink(self._markup.inline(link[0], item.line).plain, address.file, item.line, item.column)
            else:
                self._findings.error("not-a-session-link", item.line, item.column, target=link[1])

    def _report_nested(self, item: ListItem) -> None:
        if item.nested:
            indent = indent_of(self._lines[item.line - self._lines[0].number].text)
            outdent = Edit(item.line, 1, indent + 1, "")
            self._findings.error("nested-list-item", item.line, item.column, repair=[outdent], text=item.text)

    def _requirements(self, start: int, end: int) -> Iterator[RequirementLink]:
        for item in read_section(self._cleaned.lines[start + 1 : end], self._cleaned).items:
            self._report_nested(item)
            link = item.link
            if link:
                yield RequirementLink(self._markup.inline(link[0], item.line).plain, link[1], item.line)
            elif COVER.find(item.text.rstrip(".")) == "all_reflections":
                yield RequirementLink(item.text, "", item.line, RequirementKind.REFLECTIONS)
            else:
                self._findings.error("unknown-requirement", item.line, item.column, text=item.text)
