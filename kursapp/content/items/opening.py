"""From a heading to an item: its keyword, its level, its settings, and the lines it may take."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.comments import take_comments
from kursapp.content.items.heading import Keyword, keyword_of, question_without_colon
from kursapp.content.items.item import Context, Item
from kursapp.content.items.marks import has_key, looks_answered
from kursapp.content.keywords import EVALUATION_ITEMS, ITEMS, VARIANTS
from kursapp.content.lines import Heading, Line, heading_of, is_rule
from kursapp.content.repair import Edit
from kursapp.content.settings import Settings, gather, is_settings, settings_under

UNKNOWN = "?"
"""The variant of a question whose variant is no known word."""

_LEVELS = {"case": (3, 3), "scene": (4, 4)}
_QUESTION_LEVELS = (3, 5)
_EVALUATION_LEVELS = (3, 3)
_MEANT_WITH_DASH = frozenset({"reflection", "workbook", "scale", "before_now", "multiple", "ranking", "text"})


def open_item(lines: Sequence[Line], at: int, context: Context, *, in_case: bool = False) -> Item | None:
    """Return the item the line at ``at`` opens, or None where it is an ordinary heading or none at all.

    Slips in the heading itself are reported and read as they were meant. ``in_case``: scenes are looked for.
    """
    opening = _opening(lines, at, context, in_case)
    if opening is None:
        return None
    line, heading, keyword = opening
    _report_slips(line, heading, keyword, context)
    level = heading.level if keyword.name in _LEVELS else max(heading.level, _QUESTION_LEVELS[0])
    under = tuple(lines[at + 1 : _end(lines, at + 1, level, keyword.name)])
    settings, used = settings_under(under)
    settings = _with_heading_settings(line, settings, context)
    variant = _variant(line, heading, keyword, context)
    return Item(heading.level, keyword.name, variant, keyword.title, line, settings, under[used:], line.number + used)


def is_item(line: Line, *, on_evaluation_page: bool) -> bool:
    """Say whether a heading opens an item and is written as it should be."""
    heading = heading_of(line)
    if heading is None:
        return False
    keyword = keyword_of(heading.text, on_evaluation_page=on_evaluation_page)
    return keyword is not None and not keyword.slip and heading.level >= _QUESTION_LEVELS[0]


def _opening(lines: Sequence[Line], at: int, context: Context, in_case: bool) -> tuple[Line, Heading, Keyword] | None:
    line = lines[at]
    clean = take_comments((line,)).lines[0]
    heading = heading_of(clean) or _glued(clean)
    if heading is None or heading.level == 1:
        return None
    keyword = keyword_of(heading.text, on_evaluation_page=context.on_evaluation_page)
    if keyword is None:
        meant = question_without_colon(heading.text)
        return (line, heading, meant) if meant and has_key(_own_lines(lines, at + 1)) else None
    scene = in_case and keyword.name == "scene"
    if not scene and not _meant(lines, at, heading, keyword, context):
        return None
    return line, heading, keyword


def _glued(line: Line) -> Heading | None:
    """Return the heading meant where the space after its marks is missing."""
    text = line.text.lstrip(" ")
    marks = len(text) - len(text.lstrip("#"))
    if not 2 <= marks <= 6 or line.fenced or line.hidden or len(line.text) - len(text) > 3:
        return None
    return Heading(marks, text[marks:].strip(), len(line.text) - len(text) + marks + 1)


def _meant(lines: Sequence[Line], at: int, heading: Heading, keyword: Keyword, context: Context) -> bool:
    """Say whether a heading that is nearly an item was meant to be one."""
    if keyword.slip in ("dash", "bare") and keyword.name != "question":
        if keyword.slip == "dash" and keyword.name in _MEANT_WITH_DASH and heading.level > 2:
            context.report(
                "looks-like-item",
                lines[at].number,
                heading.column,
                repair=[_colon(lines[at].number, heading, keyword)],
                item=_word(keyword.name),
                title=keyword.title,
            )
        return False
    if heading.level > 2:
        return keyword.slip != "bare" or looks_answered(_own_lines(lines, at + 1))
    own = _own_lines(lines, at + 1)
    if keyword.slip in ("bare", "dash") or looks_answered(own):
        return looks_answered(own)
    inner = _until_page(lines, at + 1 + len(own))
    return keyword.name == "case" or not any(
        is_item(line, on_evaluation_page=context.on_evaluation_page) for line in inner
    )


def _own_lines(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """Return the lines before the next heading."""
    at = start
    while at < len(lines) and heading_of(lines[at]) is None:
        at += 1
    return lines[start:at]


def _until_page(lines: Sequence[Line], start: int) -> Sequence[Line]:
    """Return the lines before the next heading of a page."""
    at = start
    while at < len(lines):
        heading = heading_of(lines[at])
        if heading and heading.level <= 2:
            break
        at += 1
    return lines[start:at]


def _end(lines: Sequence[Line], start: int, level: int, name: str) -> int:
    """Return where an item's lines end. Scenes stay in their case, whatever their level."""
    for at in range(start, len(lines)):
        if is_rule(lines[at]):
            return at
        heading = heading_of(lines[at])
        if heading and heading.level <= level and not (name == "case" and _is_scene(heading)):
            return at
    return len(lines)


def _is_scene(heading: Heading) -> bool:
    keyword = keyword_of(heading.text, on_evaluation_page=False)
    return keyword is not None and keyword.name == "scene" and not keyword.slip


def _report_slips(line: Line, heading: Heading, keyword: Keyword, context: Context) -> None:
    words = _word(keyword.name)
    if keyword.slip == "misspelt":
        start = heading.column + keyword.start
        edit = Edit(line.number, start, heading.column + keyword.stop, words.capitalize())
        written = heading.text[keyword.start : keyword.stop]
        meant = words.capitalize()
        context.report("misspelt-keyword", line.number, start, repair=[edit], written=written, keyword=meant)
    elif keyword.slip:
        edit = _colon(line.number, heading, keyword)
        item = words.capitalize()
        context.report("no-colon", line.number, edit.start, repair=[edit], item=item, title=keyword.title)
    low, high = _levels(keyword.name)
    right = min(max(heading.level, low), high)
    if right != heading.level or heading_of(line) is None:
        marks = line.text.index("#") + 1
        context.report(
            "item-level",
            line.number,
            marks,
            repair=[Edit(line.number, marks, heading.column, "#" * right + " ")],
            item=words.capitalize(),
            level=heading.level,
            right="#" * right,
        )


def _levels(name: str) -> tuple[int, int]:
    if name in EVALUATION_ITEMS.names():
        return _EVALUATION_LEVELS
    return _LEVELS.get(name, _QUESTION_LEVELS)


def _colon(number: int, heading: Heading, keyword: Keyword) -> Edit:
    """Return the edit that puts a colon where the title begins."""
    before = heading.text[: keyword.end]
    start = len(before.rstrip(" -–—"))
    return Edit(number, heading.column + start, heading.column + keyword.end, ": " if keyword.title else ":")


def _word(name: str) -> str:
    return (EVALUATION_ITEMS if name in EVALUATION_ITEMS.names() else ITEMS).word(name)


def _variant(line: Line, heading: Heading, keyword: Keyword, context: Context) -> str:
    """Return the variant's name; one that is no known word is reported, and so is one where none belongs."""
    written = keyword.variant.strip()
    if not written:
        return ""
    column = heading.column + heading.text.index(f"({keyword.variant})") + 1
    if keyword.name != "question":
        before = len(line.text[: column - 2].rstrip(" ")) + 1
        repair = [Edit(line.number, before, column + len(keyword.variant) + 1, "")]
        context.report(
            "variant-not-here", line.number, column, repair=repair, written=written, item=_word(keyword.name)
        )
        return ""
    found = VARIANTS.find(written)
    if found:
        return found
    near = VARIANTS.nearest(written)
    repair = [Edit(line.number, column, column + len(keyword.variant), near)] if near else []
    context.report("unknown-variant", line.number, column, repair=repair, written=written, nearest=near)
    return UNKNOWN


def _with_heading_settings(line: Line, settings: Settings, context: Context) -> Settings:
    """Add what a comment on the heading's own line sets: it is read, but belongs below."""
    comments = [comment for comment in take_comments((line,)).on(line.number) if is_settings(comment)]
    found = gather(comments)
    if not found or all(entry.key == "facts" for entry in found):
        return settings
    comment = comments[0]
    end = len(line.text) + 1
    before = len(line.text[: comment.column - 1].rstrip(" ")) + 1
    edits = [Edit(line.number, before, comment.end, "")]
    if not settings and len(comments) == 1:
        written = line.text[comment.column - 1 : comment.end - 1]
        edits.append(Edit(line.number, end, end, "\n" + written))
    else:
        edits = []
    context.report("misplaced-settings", line.number, comment.column, repair=edits, key=found.entries[0].name)
    return Settings(settings.entries + found.entries, settings.after or found.after)
