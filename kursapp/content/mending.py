"""The edits of repairs that are not made when a file is read: a free id, or a place only the text itself shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kursapp.content.fixing import edits_with_free_ids
from kursapp.content.items.marks import option_mark
from kursapp.content.keywords import CONDITIONS, SETTINGS
from kursapp.content.lines import Line
from kursapp.content.repair import MEANT, Edit, edits_of
from kursapp.content.slugs import numbered
from kursapp.domain.problem import Problem

_ADDRESSES = frozenset({"dead-link", "missing-media", "missing-session"})
_ADDRESSED = r"(?:(?<=[(<])|(?<=: )|(?<=\( ))"
"""What stands before the address of a link or a picture."""
_APART = r"(?<![\w./#-])"
_ID_ENDS = r"(?![\w/-]|[.]\w)"
_SETTING_ENDS = re.compile(r" *(?=[|;]|-->)")
_MARKS = str.maketrans("", "", "*_`")
_OPENS = re.compile(r" {0,3}#{1,3} ")
_COMMENT = re.compile(r" *<!--.*?-->")


def edits_for(found: Problem, texts: Sequence[str], taken: set[str]) -> list[Edit]:
    """Return the edits that repair a finding in its file's lines, tabs expanded; none where there is no such repair.

    ``taken`` are the ids the course has; it grows with those given here. A finding of an older text may name lines that
    are no more: then there is none either.
    """
    if not 1 <= found.line <= len(texts):
        return []
    edits = _edits(found, texts, taken)
    return edits if all(1 <= edit.line <= len(texts) for edit in edits) else []


def _edits(found: Problem, texts: Sequence[str], taken: set[str]) -> list[Edit]:
    if found.code == "no-id":
        return edits_with_free_ids([found], taken)[found.file]
    if found.code in _NEW_ID:
        return _new_id(found, texts, taken)
    if found.code in _FROM_LINE:
        return _FROM_LINE[found.code](found, texts)
    if found.code in MEANT:
        return _meant(found, texts)
    return list(edits_of(found))


_NEW_ID = frozenset({"duplicate-id", "duplicate-part-id", "duplicate-in-form"})


def _new_id(found: Problem, texts: Sequence[str], taken: set[str]) -> list[Edit]:
    """Give a copy an id of its own; what names it within the copy follows."""
    written = found.value("id")
    place = next(_places(written, texts, found.line, found.column), None)
    if place is None:
        return []
    free = numbered(written, {*taken, written})
    taken.add(free)
    return [edit._replace(text=free) for edit in (place, *_references(written, texts, place))]


def _references(written: str, texts: Sequence[str], place: Edit) -> Iterator[Edit]:
    """Yield where links and conditions name the id that stands at a place.

    Where the file has that id elsewhere too, only those in the same item are meant: the others name the other.
    """
    definition = re.compile(rf"(?i:\bid) ?: *(?P<id>{re.escape(written)}){_ID_ENDS}")
    elsewhere = any(
        (number, found.start("id") + 1) != (place.line, place.start)
        for number, text in enumerate(texts, start=1)
        if written in text
        for found in definition.finditer(text)
    )
    first, last = _item_at(texts, place.line) if elsewhere else (1, len(texts))
    named = re.compile(rf"(?:\(#|(?P<word>[^\W\d_]+) ?: *)(?P<id>{re.escape(written)}){_ID_ENDS}")
    for number in range(first, last + 1):
        for found in named.finditer(texts[number - 1]) if written in texts[number - 1] else ():
            word = found["word"] or ""
            if word and CONDITIONS.find(word) != "chosen" and SETTINGS.find(word) != "measures":
                continue
            yield Edit(number, found.start("id") + 1, found.end("id") + 1, written)


def _item_at(texts: Sequence[str], line: int) -> tuple[int, int]:
    """Return the first and last line of the item, or else the page, that a line is in."""
    first = next((number for number in range(line, 0, -1) if _OPENS.match(texts[number - 1])), 1)
    after = range(first + 1, len(texts) + 1)
    return first, next((number - 1 for number in after if _OPENS.match(texts[number - 1])), len(texts))


def _meant(found: Problem, texts: Sequence[str]) -> list[Edit]:
    """Put what was most likely meant in the place of what is written."""
    written, meant = (found.value(name) for name in MEANT[found.code])
    if not (written and meant):
        return []
    address = found.code in _ADDRESSES
    place = next(_places(written, texts, found.line, found.column, address=address), None)
    if place is None:
        return []
    return [place._replace(text=meant[0].upper() + meant[1:] if written[0].isupper() else meant)]


def _places(written: str, texts: Sequence[str], line: int, column: int, *, address: bool = False) -> Iterator[Edit]:
    """Yield where some words stand by themselves, from a place on to the end of a file and then from its beginning."""
    before = _ADDRESSED if address else _APART
    pattern = re.compile(rf"{before}{re.escape(written)}(?![\w/-]|[.#]\w)", re.IGNORECASE)
    folded = written.casefold()
    for number in (*range(line, len(texts) + 1), *range(1, line)):
        # Most lines of a long file hold nothing of the kind, and need no closer look.
        if folded not in texts[number - 1].casefold():
            continue
        for place in pattern.finditer(texts[number - 1], column - 1 if number == line else 0):
            yield Edit(number, place.start() + 1, place.end() + 1, written)


def _fixed(found: Problem, texts: Sequence[str]) -> list[Edit]:
    """Mark an option so that it keeps its place."""
    wanted = found.value("option")
    for number in range(found.line, len(texts) + 1):
        text = texts[number - 1]
        mark = option_mark(Line(number, text))
        if mark and _COMMENT.sub("", mark.text).translate(_MARKS).strip() == wanted.translate(_MARKS):
            end = len(text.rstrip()) + 1
            return [Edit(number, end, end, " <!-- fast -->")]
    return []


def _without_setting(found: Problem, texts: Sequence[str]) -> list[Edit]:
    """Take a setting away, and what parts it from the one before: what counts is said there."""
    text, at = texts[found.line - 1], found.column - 1
    before, end = text[:at].rstrip(), _SETTING_ENDS.search(text, at)
    is_there = text[at:].casefold().startswith(found.value("key").casefold())
    if end is None or not is_there:
        return []
    if before.endswith("<!--"):
        return _without_first(found.line, text, at, end.end())
    if not before.endswith(("|", ";")):
        return []
    return [Edit(found.line, len(before[:-1].rstrip()) + 1, end.start() + 1, "")]


def _without_first(line: int, text: str, at: int, end: int) -> list[Edit]:
    """Take the first setting of a comment away: with what parts it from the next, or the comment where it is alone."""
    if text.startswith(("|", ";"), end):
        after = end + 1
        return [Edit(line, at + 1, after + len(text[after:]) - len(text[after:].lstrip()) + 1, "")]
    if text.startswith("-->", end):
        return [Edit(line, text.rindex("<!--", 0, at) + 1, end + len("-->") + 1, "")]
    return []


def _emptied(found: Problem, texts: Sequence[str]) -> list[Edit]:
    """Empty the first cell of a row, after the one that names it, that says some words."""
    cell = re.compile(rf"\| *(?P<words>{re.escape(found.value('words'))} *)(?=\||$)")
    text = texts[found.line - 1]
    place = cell.search(text, text.find("|", 1) if text.lstrip().startswith("|") else 0)
    return [Edit(found.line, place.start("words") + 1, place.end("words") + 1, "")] if place else []


_FROM_LINE = {
    "all-above-shuffled": _fixed,
    "computed-cell-with-text": _emptied,
    "scale-cell-text": _emptied,
    "setting-twice": _without_setting,
}
