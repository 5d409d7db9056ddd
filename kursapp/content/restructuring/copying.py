"""Copies of pages and sessions, with ids of their own: a copy never takes the answers of what it is a copy of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kursapp.content.parsed import WrittenId
from kursapp.content.restructuring.cover_edits import item_row, put_item
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.front_rows import with_text
from kursapp.content.restructuring.naming import free_file
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.rows import Part, Row
from kursapp.content.restructuring.titles import heading_row, retitled
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import DuplicatePage, DuplicateSession

_COPY = {"nb": "kopi", "nn": "kopi", "en": "copy"}
_WORD = r"(?<![\w.-]){id}(?![\w-]|\.\w)"


def duplicate_page(desk: Desk, wish: DuplicatePage) -> Outcome:
    """Put a copy of a page after it."""
    desk.write_ids(wish.file)
    at, page = desk.page(wish.file, wish.page)
    source = desk.session_sheet(wish.file)
    if source.opening and at == 0:
        raise refusal("opening-stays", title=page.title)
    part = source.parts[at]
    ids = desk.parsed(wish.file).ids
    definitions = desk.definition_lines(wish.file)
    kept = [row for row in part.rows if row.line not in definitions]
    fresh = _fresh(desk, [one for one in ids if page.place.first <= one.line <= page.place.last])
    rows = with_ids(kept, fresh)
    title = f"{page.title} ({_COPY[desk.language]})"
    rows[0] = retitled(rows[0], title, page.title) if page.title in rows[0].text else rows[0]
    copy = Part.of([row._replace(line=0) for row in rows])
    parts = [*source.parts[: at + 1], copy._replace(gap=part.gap), *source.parts[at + 1 :]]
    desk.put(wish.file, source.with_parts(parts))
    return Outcome("duplicate-page", page.title, wish.file, fresh.get(page.id, page.id))


def duplicate_session(desk: Desk, wish: DuplicateSession) -> Outcome:
    """Put a copy of a session after it in its list, in the same folder: its links lead where they led."""
    module, at = desk.cover_sheet().find(wish.file)
    desk.write_ids(wish.file)
    parsed = desk.parsed(wish.file)
    title = f"{parsed.session.title} ({_COPY[desk.language]})"
    file = free_file(desk, wish.file.rpartition("/")[0], title)
    fresh = _fresh(desk, parsed.ids)
    rows = with_ids(desk.sheet(wish.file).rows, fresh)
    if parsed.session.id in fresh:
        rows = with_text(rows, "id", fresh[parsed.session.id], desk.language)
    first = heading_row(rows, 1)
    if first >= 0:
        rows[first] = retitled(rows[first], title)
    desk.put(file, desk.sheet(wish.file).with_rows([row._replace(line=0) for row in rows]))
    put_item(desk, [item_row(desk, title, file)], module, at + 1)
    return Outcome("duplicate-session", parsed.session.title, file)


def _fresh(desk: Desk, ids: Iterable[WrittenId]) -> dict[str, str]:
    """Return a new id for each id; those of a form's items and rows mean the same on another page, and are kept."""
    return {one.id: desk.free_id(one.id) for one in ids if not one.form}


def with_ids(rows: Sequence[Row], fresh: Mapping[str, str]) -> list[Row]:
    """Return rows with other ids, where they are written and where a comment or a ``#`` link names them."""
    if not fresh:
        return list(rows)
    one = re.compile("|".join(_WORD.format(id=re.escape(old)) for old in sorted(fresh, key=len, reverse=True)))
    places = re.compile(r"<!--.*?(?:-->|$)|(?<=\]\(#)[^)\s]+|(?<=\]: #)\S+|^\s*id:.*$")
    changed = []
    inside = False
    for row in rows:
        if inside:
            end = row.text.find("-->")
            part = row.text if end < 0 else row.text[:end]
            text = one.sub(lambda found: fresh[found[0]], part) + row.text[len(part) :]
        else:
            text = places.sub(lambda place: one.sub(lambda found: fresh[found[0]], place[0]), row.text)
        opened = row.text.rfind("<!--")
        inside = (opened > row.text.rfind("-->")) if opened >= 0 else inside and "-->" not in row.text
        changed.append(row._replace(text=text))
    return changed
