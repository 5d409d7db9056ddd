"""The front matter of a session, read and written in its rows."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.allowed import SESSION_FRONT_MATTER
from kursapp.content.findings import Findings
from kursapp.content.front_matter import FrontMatter, read_front_matter
from kursapp.content.keywords import FRONT_MATTER
from kursapp.content.restructuring.rows import Row
from kursapp.content.source import read_lines


def read_front(rows: Sequence[Row]) -> FrontMatter:
    """Return the front matter that rows begin with."""
    lines, _ = read_lines("", "\n".join(row.text for row in rows).encode())
    return read_front_matter(lines, SESSION_FRONT_MATTER, Findings("", []))


def with_text(rows: Sequence[Row], key: str, text: str, language: str) -> list[Row]:
    """Return the rows with one key saying ``text``; the key is added where it is missing."""
    front = read_front(rows)
    changed = list(rows)
    end = rows[0].end if rows and rows[0].end else "\n"
    written = f"{FRONT_MATTER.word(key, language)}: {text}"
    if key in front.fields:
        at, column = front.fields[key].line - 1, front.fields[key].column - 1
        changed[at] = changed[at]._replace(text=changed[at].text[:column].rstrip() + " " + text)
    elif front.length:
        changed.insert(front.length - 1, Row(written, end))
    else:
        changed[:0] = [Row("---", end), Row(written, end), Row("---", end)]
    return changed


def with_goals(rows: Sequence[Row], goals: Sequence[str], language: str) -> list[Row]:
    """Return the rows with further goals named; those that are named already are not named twice."""
    front = read_front(rows)
    new = [goal for goal in goals if goal not in front.values("goals")]
    if not new:
        return list(rows)
    field = front.fields.get("goals")
    if field and field.text and not field.items:
        return with_text(rows, "goals", ", ".join([field.text, *new]), language)
    changed = list(rows) if field else with_text(rows, "goals", "", language)
    front = read_front(changed)
    field = front.fields["goals"]
    end = changed[0].end or "\n"
    at = field.line + len(field.items)
    changed[field.line - 1] = changed[field.line - 1]._replace(text=changed[field.line - 1].text.rstrip())
    changed[at:at] = [Row(f"  - {goal}", end) for goal in new]
    return changed


def new_front(values: Sequence[tuple[str, str]], language: str, end: str) -> list[Row]:
    """Return a front matter of these keys."""
    lines = [f"{FRONT_MATTER.word(key, language)}: {text}" for key, text in values]
    return [Row(text, end) for text in ("---", *lines, "---")]
