"""The settings under a heading, read and written in a file's rows."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.comments import Comment, take_comments
from kursapp.content.keywords import SETTINGS
from kursapp.content.restructuring.rows import Row
from kursapp.content.settings import Settings, parse_comment, settings_under
from kursapp.content.source import read_lines


def read_settings(rows: Sequence[Row]) -> tuple[Settings, int]:
    """Return the settings under the heading that ``rows`` begin with, and how many rows they take up under it."""
    lines, _ = read_lines("", "\n".join(row.text for row in rows).encode())
    return settings_under(lines[1:])


def with_setting(rows: Sequence[Row], key: str, value: str, language: str) -> list[Row]:
    """Return the rows of a page with one setting set; all other words stay."""
    settings, _ = read_settings(rows)
    found = settings.get(key)
    changed = list(rows)
    if found and found.value:
        at, column = found.value_line - 1, found.value_column - 1
        text = changed[at].text
        start = text.find(found.value, max(0, column - 3))
        if start >= 0:
            changed[at] = changed[at]._replace(text=text[:start] + value + text[start + len(found.value) :])
            return changed
    written = f"{SETTINGS.word(key, language)}: {value}"
    if settings.after and not found:
        at, column = settings.after[0] - 1, settings.after[1] - 1
        text = changed[at].text
        changed[at] = changed[at]._replace(text=f"{text[:column]} {written} |{text[column:]}")
    else:
        changed.insert(1, Row(f"<!-- {written} -->", rows[0].end or "\n"))
    return changed


def without_settings(rows: Sequence[Row], language: str) -> list[Row]:
    """Return the rows under a page's heading without its settings; the facts they name, and notes, are kept."""
    _, used = read_settings(rows)
    lines, _ = read_lines("", "\n".join(row.text for row in rows[1 : 1 + used]).encode())
    word = SETTINGS.word("facts", language)
    changed = list(rows[1:])
    gone: set[int] = set()
    for comment in (one for here in take_comments(lines).comments.values() for one in here):
        parts = parse_comment(comment)
        if any(part.key != "facts" for part in parts):
            facts = ", ".join(part.value for part in parts if part.key == "facts")
            gone |= _take_out(changed, comment, f"<!-- {word}: {facts} -->" if facts else "")
    return [row for at, row in enumerate(changed) if at not in gone]


def _take_out(rows: list[Row], comment: Comment, instead: str) -> set[int]:
    """Put ``instead`` in a comment's place; return the rows on which nothing is left."""
    first, last = comment.line - 1, comment.last - 1
    before, after = rows[first].text[: comment.column - 1], rows[last].text[comment.end - 1 :]
    rows[first] = rows[first]._replace(text=before + instead + after)
    empty = set() if rows[first].text.strip() else {first}
    return empty | set(range(first + 1, last + 1))
