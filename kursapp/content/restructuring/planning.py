"""Grants a wish on paper: from the files of a course as they are to the changes that make them as wished."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

import msgspec

from kursapp.content.restructuring import (
    copying,
    making,
    merging,
    moving,
    putting_back,
    removing,
    renaming,
    splitting,
)
from kursapp.content.restructuring.desk import Desk
from kursapp.content.restructuring.outcome import Outcome
from kursapp.content.restructuring.relinking import relink
from kursapp.content.session import read_session
from kursapp.domain.problem import refusal
from kursapp.domain.restructuring import (
    DuplicatePage,
    DuplicateSession,
    FileChange,
    ListSession,
    MergePage,
    MergeSession,
    MoveModule,
    MovePage,
    MoveSession,
    NewModule,
    NewPage,
    NewSession,
    PutBackPage,
    PutBackSession,
    RemoveModule,
    RemovePage,
    RemoveSession,
    RenameFile,
    RenameModule,
    RenamePage,
    RenameSession,
    Restructuring,
    SplitPage,
    SplitSession,
    Wish,
)

_GRANTS: dict[type[Any], Callable[[Desk, Any], Outcome]] = {
    MoveModule: moving.move_module,
    MoveSession: moving.move_session,
    MovePage: moving.move_page,
    RenameModule: renaming.rename_module,
    RenameSession: renaming.rename_session,
    RenamePage: renaming.rename_page,
    RenameFile: renaming.rename_file,
    SplitPage: splitting.split_page,
    SplitSession: splitting.split_session,
    MergePage: merging.merge_page,
    MergeSession: merging.merge_session,
    NewModule: making.new_module,
    NewSession: making.new_session,
    NewPage: making.new_page,
    ListSession: making.list_session,
    DuplicatePage: copying.duplicate_page,
    DuplicateSession: copying.duplicate_session,
    RemoveModule: removing.remove_module,
    RemoveSession: removing.remove_session,
    RemovePage: removing.remove_page,
    PutBackPage: putting_back.put_back_page,
    PutBackSession: putting_back.put_back_session,
}


_WISHES = {kind.__name__: kind for kind in _GRANTS}


def wish_of(kind: str, values: Mapping[str, str | int]) -> Wish:
    """Return a wish by the name of its class and its values by name."""
    return cast(Wish, msgspec.convert(dict(values), _WISHES[kind]))


def plan_changes(cover: str, files: Mapping[str, bytes], others: Iterable[str], wish: Wish) -> Restructuring:
    """Return the changes that grant a wish. ``files`` are the course's Markdown, ``others`` the names of the rest.

    Raises KursappError where it cannot be granted; then nothing is to be changed.
    """
    desk = Desk(cover, files, others)
    outcome = _GRANTS[type(wish)](desk, wish)
    loose = relink(desk)
    changes = tuple(sorted(_changes(desk), key=lambda change: change.file))
    if not changes:
        raise refusal("restructure-nothing")
    line = _line(desk, outcome)
    return Restructuring(outcome.title, outcome.name, changes, outcome.file, line, loose, outcome.kept)


def _changes(desk: Desk) -> Iterable[FileChange]:
    for file, sheet in desk.sheets.items():
        before, after = desk.before.get(file), sheet.data() if sheet is not None else None
        if before != after:
            yield FileChange(file, before, after)
    if desk.moved:
        yield from (FileChange(desk.moved[0], b"", None), FileChange(desk.moved[1], None, b""))


def _line(desk: Desk, outcome: Outcome) -> int:
    """Return the line to look at in the file as it is then."""
    sheet = desk.sheets.get(outcome.file)
    if sheet is None:
        return 1
    if outcome.row is not None:
        texts = [row.text for row in sheet.rows]
        return texts.index(outcome.row.text) + 1 if outcome.row.text in texts else 1
    pages = read_session(outcome.file, sheet.data()).session.pages if outcome.page else ()
    return next((page.place.first for page in pages if page.id == outcome.page), 1)
