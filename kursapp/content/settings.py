"""What comments set: ``<!-- id: d1-frist | poeng: 2 -->`` as keys and values that know where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kursapp.content.comments import Comment, take_comments
from kursapp.content.keywords import SETTINGS
from kursapp.content.lines import Line
from kursapp.content.repair import Edit

FLAGS = frozenset({"fixed", "shuffle", "certainty", "multiple", "exact", "reversed", "required", "background"})
"""Keys that may stand without a value, which means yes."""

Report = Callable[..., None]
"""``report(code, line, column=1, *, repair=(), **values)``, as ``items.Context`` has it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One part of a comment. ``key`` is the canonical key or empty where ``name`` is no known one.

    ``line`` and ``column`` say where the name begins; ``value_line`` and ``value_column`` where the value does.
    """

    key: str
    name: str
    value: str
    line: int
    column: int
    value_line: int
    value_column: int


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one heading, option or row, in the order they are written.

    ``after`` is the line and column right after the first ``<!--``, where one more setting can be put in, or None.
    ``separator`` is what parts them: ``|``, or ``;`` inside a table.
    """

    entries: tuple[Setting, ...] = ()
    after: tuple[int, int] | None = None
    separator: str = "|"

    def get(self, key: str) -> Setting | None:
        """Return the first setting of this canonical key, or None."""
        for entry in self.entries:
            if entry.key == key:
                return entry
        return None

    def value(self, key: str, default: str = "") -> str:
        """Return a setting's text, or ``default`` where it is not set."""
        found = self.get(key)
        return found.value if found else default

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def __bool__(self) -> bool:
        return bool(self.entries)

    def __iter__(self) -> Iterator[Setting]:
        return iter(self.entries)


# A comment is read by whoever looks for settings, for ids and for facts; a long session has thousands.
@lru_cache(maxsize=16384)
def parse_comment(comment: Comment, separator: str = "|") -> tuple[Setting, ...]:
    """Return the parts of a comment, or nothing where it is the author's own note.

    A note is a comment without any known key.
    """
    found = [_part(comment, start, end) for start, end in _spans(comment.text, separator)]
    return tuple(part for part in found if part.name) if any(part.key for part in found) else ()


def _spans(text: str, separator: str) -> Iterator[tuple[int, int]]:
    start = 0
    for part in text.split(separator):
        yield start, start + len(part)
        start += len(part) + 1


def _part(comment: Comment, start: int, end: int) -> Setting:
    head, colon, tail = comment.text[start:end].partition(":")
    name = head.strip()
    key = (SETTINGS.find(name) or "") if len(name) <= _LONGEST_NAME else ""
    if not colon and key not in FLAGS:
        key = ""
    line, column = _place(comment, start + len(head) - len(head.lstrip()))
    value_at = start + len(head) + 1 + len(tail) - len(tail.lstrip()) if tail.strip() else start + len(head.rstrip())
    return Setting(key, name, " ".join(tail.split()), line, column, *_place(comment, value_at))


_LONGEST_NAME = 40


def _place(comment: Comment, offset: int) -> tuple[int, int]:
    """Return the line and column of a character of a comment's text."""
    before = comment.text[:offset]
    lines = before.count("\n")
    if not lines:
        return comment.line, comment.begins + offset
    return comment.line + lines, offset - before.rindex("\n")


def is_settings(comment: Comment) -> bool:
    """Say whether a comment sets something (``fakta`` included) and is not the author's own note."""
    return bool(parse_comment(comment) or parse_comment(comment, ";"))


def facts_of(comment: Comment) -> tuple[tuple[str, int, int], ...]:
    """Return the fact ids a comment names, each with its line and column."""
    parts = parse_comment(comment)
    return tuple(
        (name, part.value_line, part.value_column)
        for part in parts
        if part.key == "facts"
        for name in names(part.value)
    )


def names(value: str) -> tuple[str, ...]:
    """Return the parts of a value between commas, without empty ones."""
    return tuple(part.strip() for part in value.split(",") if part.strip())


def gather(comments: Iterable[Comment], separator: str = "|") -> Settings:
    """Return the settings of several comments as one; notes and comments that only name facts add nothing."""
    entries: list[Setting] = []
    after = None
    for comment in comments:
        parts = parse_comment(comment, separator)
        if parts and not _only_facts(parts):
            after = after or (comment.line, comment.begins)
        entries += parts
    return Settings(tuple(entries), after, separator)


def _only_facts(parts: Sequence[Setting]) -> bool:
    return all(part.key == "facts" for part in parts)


def settings_under(lines: Sequence[Line]) -> tuple[Settings, int]:
    """Read the settings on the first non-blank lines under a heading, from all the lines under it.

    Return them and how many lines they, and notes beside them, take up: where the text begins.
    """
    cleaned = take_comments(lines[: _settings_end(lines)])
    comments: list[Comment] = []
    used = 0
    while used < len(cleaned.lines) and cleaned.lines[used].blank and not cleaned.lines[used].fenced:
        comments += cleaned.on(lines[used].number)
        used += 1
    return gather(comments), used if comments else 0


def _settings_end(lines: Sequence[Line]) -> int:
    """Return where the lines that can only be blank or hold comments end, so that no more than these are looked at."""
    at = 0
    while at < len(lines) and (lines[at].blank or lines[at].hidden or lines[at].text.lstrip(" ").startswith("<!")):
        at += 1
    return at


def report_unknown(settings: Settings, allowed: Iterable[str], what: str, report: Report) -> None:
    """Report keys that are unknown, set twice, or without a meaning where they stand (``what``: the keyword)."""
    seen: set[str] = set()
    for entry in settings:
        if not entry.key:
            _report_unknown_key(entry, report)
        elif entry.key in seen:
            report("setting-twice", entry.line, entry.column, key=entry.name)
        elif entry.key != "facts" and entry.key not in allowed:
            report("setting-not-here", entry.line, entry.column, key=entry.name, item=what)
        seen.add(entry.key)


def _report_unknown_key(entry: Setting, report: Report) -> None:
    near = SETTINGS.nearest(entry.name)
    repair = [Edit(entry.line, entry.column, entry.column + len(entry.name), near)] if near else []
    report("unknown-key", entry.line, entry.column, repair=repair, key=entry.name, nearest=near)
