"""Looking for something in every file of a draft, on the thread of its files."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from kursapp.services.draft import Draft
from kursapp.services.replace_everywhere import rewrite_everywhere, texts_of
from kursapp.ui.author.editor.places import in_characters
from kursapp.ui.author.editor.searching import Everywhere, Search, replaced

MOST = 2_000
"""Places that are told of at most."""
_BEFORE, _AFTER = 40, 120


class Hit(NamedTuple):
    """A place in a file: its line and column from 1, and the words around it on its line."""

    file: str
    line: int
    column: int
    words: str


def look_everywhere(wanted: Everywhere, draft: Draft) -> tuple[Hit, ...]:
    """Return where it stands, file by file. Raises KursappError as ``Search`` and ``texts_of``."""
    search = Search(wanted.query)
    hits: list[Hit] = []
    for file, text in texts_of(draft):
        hits += islice(_hits(file, text, search), MOST - len(hits))
    return tuple(hits)


def _hits(file: str, text: str, search: Search) -> Iterator[Hit]:
    line, counted = 1, 0
    for start in in_characters(text, [place.start for place in search.places(text)]):
        line += text.count("\n", counted, start)
        counted = start
        begin = text.rfind("\n", 0, start) + 1
        yield Hit(file, line, start - begin + 1, _around(text, begin, start))


def put_everywhere(wanted: Everywhere, draft: Draft) -> tuple[str, ...]:
    """Put the replacement everywhere, as one step that can be taken back, and return the files that changed.

    Raises KursappError as ``look_everywhere`` and ``rewrite_everywhere``; then nothing has changed.
    """
    search = Search(wanted.query)

    def rewritten(text: str) -> str:
        return replaced(text, tuple(search.places(text, wanted.instead or "")))

    return rewrite_everywhere(draft, rewritten, wanted.query.text)


def _around(text: str, begin: int, start: int) -> str:
    end = text.find("\n", start)
    first = max(begin, start - _BEFORE)
    last = min(end if end >= 0 else len(text), start + _AFTER)
    return ("…" if first > begin else "") + text[first:last].strip()
