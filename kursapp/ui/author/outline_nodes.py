"""The lines of the outline as values, and what each can be asked for: no widgets here."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kursapp.domain.course import Course, Module, PageHead, PageKind, SessionHead
from kursapp.domain.restructuring import (
    DuplicatePage,
    DuplicateSession,
    ListSession,
    MergePage,
    MergeSession,
    MoveModule,
    MovePage,
    MoveSession,
    RemoveModule,
    RemovePage,
    RemoveSession,
    RenameModule,
    RenamePage,
    RenameSession,
    Wish,
)
from kursapp.ui.i18n import _

OPENING = "start"
"""What the id of a page ends in that stands under the title of its session, and has no heading of its own."""


class Kind(enum.Enum):
    """What a line is."""

    FILE = "file"
    MODULE = "module"
    SESSION = "session"
    PAGE = "page"
    ITEM = "item"
    GROUP = "group"
    LOOSE = "loose"


@dataclass(frozen=True, slots=True)
class Node:
    """One line: what it is, its title, and what it stands for.

    ``id`` is the page's or item's; ``module`` the number of its module and ``at`` its place among its sisters, from 0.
    Where in the file it stands is no part of it: that changes at every key.
    """

    kind: Kind
    title: str
    file: str = ""
    id: str = ""
    module: int = -1
    at: int = 0
    children: tuple[Node, ...] = ()
    page_kind: PageKind = PageKind.TEXT

    @property
    def key(self) -> tuple[str, str, str]:
        """What stays the same when the course is shown anew: what was open stays open."""
        own = self.id or (self.title if self.kind in (Kind.MODULE, Kind.GROUP) else "")
        return self.kind.value, self.file if self.kind is not Kind.MODULE else "", own


def shape_of(course: Course) -> tuple[object, ...]:
    """Return what the outline shows of a course, quick to make and to compare: a course is read anew at every pause."""
    return tuple(
        (
            module.id,
            module.title,
            tuple(
                (
                    head.id,
                    head.file,
                    head.title,
                    tuple(
                        (page.id, page.title, page.kind, tuple((item.id, item.title) for item in page.items))
                        for page in head.pages
                    ),
                )
                for head in module.sessions
            ),
        )
        for module in course.modules
    )


def nodes_of(course: Course, cover: str) -> Iterator[Node]:
    """Yield the cover and the modules of a course, with all that is in them."""
    yield Node(Kind.FILE, _("Forside"), cover)
    for number, module in enumerate(course.modules):
        yield _module(number, module, cover)


def _module(number: int, module: Module, cover: str) -> Node:
    sessions = tuple(_session(number, at, head) for at, head in enumerate(module.sessions))
    return Node(Kind.MODULE, module.title, cover, module.id, number, number, sessions)


def _session(module: int, at: int, head: SessionHead) -> Node:
    pages = tuple(_page(module, number, head, page) for number, page in enumerate(head.pages))
    return Node(Kind.SESSION, head.title, head.file, head.id, module, at, pages)


def _page(module: int, at: int, head: SessionHead, page: PageHead) -> Node:
    items = tuple(
        Node(Kind.ITEM, item.title, head.file, item.id, module, number) for number, item in enumerate(page.items)
    )
    # The opening page has the session's own title: twice the same line tells nobody anything.
    title = _("Åpning") if page.id == f"{head.id}/{OPENING}" else page.title
    return Node(Kind.PAGE, title, head.file, page.id, module, at, items, page.kind)


def page_at(course: Course, places: Mapping[str, int], file: str, line: int) -> tuple[SessionHead, PageHead] | None:
    """Return the session and page a line of a file is on; None where the file is no session."""
    for head in course.sessions(banks=True):
        if head.file == file and head.pages:
            before = [page for page in head.pages if places.get(page.id, 1) <= line]
            return head, (before or head.pages)[-1 if before else 0]
    return None


def moved_up(course: Course, node: Node) -> Wish | None:
    """Return the wish that puts a line above its sister, or last in what comes before; None where it is first."""
    if node.kind is Kind.MODULE:
        return MoveModule(node.module, node.module - 1) if node.module else None
    if node.kind is Kind.SESSION:
        if node.at:
            return MoveSession(node.file, node.module, node.at - 1)
        above = node.module - 1
        return MoveSession(node.file, above, len(course.modules[above].sessions)) if above >= 0 else None
    if node.kind is Kind.PAGE:
        if node.at:
            return MovePage(node.file, node.id, node.file, node.at - 1)
        above_session = _beside(course, node.file, -1)
        return MovePage(node.file, node.id, above_session.file, len(above_session.pages)) if above_session else None
    return None


def moved_down(course: Course, node: Node) -> Wish | None:
    """Return the wish that puts a line below its sister, or first in what comes next; None where it is last."""
    if node.kind is Kind.MODULE:
        return MoveModule(node.module, node.module + 1) if node.module + 1 < len(course.modules) else None
    if node.kind is Kind.SESSION:
        if node.at + 1 < len(course.modules[node.module].sessions):
            return MoveSession(node.file, node.module, node.at + 1)
        return MoveSession(node.file, node.module + 1, 0) if node.module + 1 < len(course.modules) else None
    if node.kind is Kind.PAGE:
        head = next(head for head in course.sessions(banks=True) if head.file == node.file)
        if node.at + 1 < len(head.pages):
            return MovePage(node.file, node.id, node.file, node.at + 1)
        below = _beside(course, node.file, 1)
        return MovePage(node.file, node.id, below.file, 0) if below else None
    return None


def _beside(course: Course, file: str, step: int) -> SessionHead | None:
    heads = list(course.sessions(banks=True))
    at = next(number for number, head in enumerate(heads) if head.file == file) + step
    return heads[at] if 0 <= at < len(heads) else None


def moved_to(course: Course, node: Node, target: Node) -> Wish | None:
    """Return the wish that puts a line last in another module or session."""
    if node.kind is Kind.SESSION and target.kind is Kind.MODULE:
        count = len(course.modules[target.module].sessions) - (target.module == node.module)
        return MoveSession(node.file, target.module, count)
    if node.kind is Kind.PAGE and target.kind is Kind.SESSION:
        count = len(target.children) - (target.file == node.file)
        return MovePage(node.file, node.id, target.file, count)
    if node.kind is Kind.LOOSE and target.kind is Kind.MODULE:
        return ListSession(node.file, target.module, len(course.modules[target.module].sessions))
    return None


def dropped(course: Course, node: Node, target: Node, *, after: bool, on: bool) -> Wish | None:
    """Return the wish behind a line dropped before, after or on another; None where it cannot lie there."""
    if on:
        return moved_to(course, node, target)
    if node.kind is Kind.MODULE and target.kind is Kind.MODULE:
        at = target.module + after
        return MoveModule(node.module, at - (at > node.module))
    if node.kind in (Kind.SESSION, Kind.LOOSE) and target.kind is Kind.SESSION:
        at = target.at + after
        if node.kind is Kind.LOOSE:
            return ListSession(node.file, target.module, at)
        same = node.module == target.module
        return MoveSession(node.file, target.module, at - (same and at > node.at))
    if node.kind is Kind.PAGE and target.kind is Kind.PAGE:
        at = target.at + after
        same = node.file == target.file
        return MovePage(node.file, node.id, target.file, at - (same and at > node.at))
    return None


def renamed(node: Node, title: str) -> Wish | None:
    """Return the wish for another title."""
    if node.kind is Kind.MODULE:
        return RenameModule(node.module, title)
    if node.kind is Kind.SESSION:
        return RenameSession(node.file, title)
    return RenamePage(node.file, node.id, title) if node.kind is Kind.PAGE else None


def duplicated(node: Node) -> Wish | None:
    """Return the wish for a copy."""
    if node.kind is Kind.SESSION:
        return DuplicateSession(node.file)
    return DuplicatePage(node.file, node.id) if node.kind is Kind.PAGE else None


def merged(node: Node) -> Wish | None:
    """Return the wish to join a line with its sister above."""
    if node.kind is Kind.SESSION:
        return MergeSession(node.file)
    return MergePage(node.file, node.id) if node.kind is Kind.PAGE else None


def removed(node: Node) -> Wish | None:
    """Return the wish to take a line out."""
    if node.kind is Kind.MODULE:
        return RemoveModule(node.module)
    if node.kind is Kind.SESSION:
        return RemoveSession(node.file)
    return RemovePage(node.file, node.id) if node.kind is Kind.PAGE else None
