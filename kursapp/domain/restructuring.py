"""Restructuring a course: what an instructor wishes for, and the changes to its files that make it so."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.course import PageKind


@dataclass(frozen=True, slots=True)
class MoveModule:
    """Put a module where another stands. Both are counted from 0 as ``Course.modules`` does."""

    module: int
    at: int


@dataclass(frozen=True, slots=True)
class MoveSession:
    """Put a session into a module; ``at`` counts the module's sessions from 0, this one taken out."""

    file: str
    module: int
    at: int


@dataclass(frozen=True, slots=True)
class MovePage:
    """Put a page into a session; ``at`` counts its pages from 0, this one taken out. Opening pages stay first."""

    file: str
    page: str
    to_file: str
    at: int


@dataclass(frozen=True, slots=True)
class RenameModule:
    """Give a module another title."""

    module: int
    title: str


@dataclass(frozen=True, slots=True)
class RenameSession:
    """Give a session another title, in its file and on the cover. The file keeps its name."""

    file: str
    title: str


@dataclass(frozen=True, slots=True)
class RenamePage:
    """Give a page another heading; the keyword of a quiz or a form stays."""

    file: str
    page: str
    title: str


@dataclass(frozen=True, slots=True)
class RenameFile:
    """Give a file of the course another path; links, pictures and the cover follow."""

    file: str
    to: str


@dataclass(frozen=True, slots=True)
class SplitPage:
    """Let a new page begin at a line: at the block the line stands in. An empty title takes the heading there."""

    file: str
    line: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class SplitSession:
    """Let a new session begin with the page a line stands on. An empty title takes that page's."""

    file: str
    line: int
    title: str = ""


@dataclass(frozen=True, slots=True)
class MergePage:
    """Let a page go on from the one before it."""

    file: str
    page: str


@dataclass(frozen=True, slots=True)
class MergeSession:
    """Put the pages of a session at the end of the one before it in its module."""

    file: str


@dataclass(frozen=True, slots=True)
class NewModule:
    """Open a module before the one at ``at``; at the end of the modules where there is none."""

    title: str
    at: int


@dataclass(frozen=True, slots=True)
class NewSession:
    """Put a new session with one page into a module; ``at`` as in ``MoveSession``. ``kind`` is what the page is."""

    title: str
    module: int
    at: int
    kind: PageKind = PageKind.TEXT


@dataclass(frozen=True, slots=True)
class NewPage:
    """Put a new page into a session; ``at`` counts its pages from 0."""

    title: str
    file: str
    at: int
    kind: PageKind = PageKind.TEXT


@dataclass(frozen=True, slots=True)
class ListSession:
    """Take a file that stands in no list into a module; ``at`` as in ``MoveSession``."""

    file: str
    module: int
    at: int


@dataclass(frozen=True, slots=True)
class DuplicatePage:
    """Put a copy of a page, with ids of its own, after it."""

    file: str
    page: str


@dataclass(frozen=True, slots=True)
class DuplicateSession:
    """Put a copy of a session, with ids of its own, after it."""

    file: str


@dataclass(frozen=True, slots=True)
class RemoveModule:
    """Take a module out, with its sessions."""

    module: int


@dataclass(frozen=True, slots=True)
class RemoveSession:
    """Take a session out and its file away."""

    file: str


@dataclass(frozen=True, slots=True)
class RemovePage:
    """Take a page out of its session."""

    file: str
    page: str


@dataclass(frozen=True, slots=True)
class PutBackPage:
    """Put a page that was removed last in a session. ``text`` is its lines, ``was`` the file they stood in."""

    file: str
    text: str
    was: str


@dataclass(frozen=True, slots=True)
class PutBackSession:
    """Put a session that was removed back as a file, last in a module. ``text`` is all of it."""

    file: str
    text: str
    module: int


Wish = (
    MoveModule
    | MoveSession
    | MovePage
    | RenameModule
    | RenameSession
    | RenamePage
    | RenameFile
    | SplitPage
    | SplitSession
    | MergePage
    | MergeSession
    | NewModule
    | NewSession
    | NewPage
    | ListSession
    | DuplicatePage
    | DuplicateSession
    | RemoveModule
    | RemoveSession
    | RemovePage
    | PutBackPage
    | PutBackSession
)
"""Anything the outline can ask for."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """One file of a course before and after. ``before`` None: it is made; ``after`` None: it is taken away."""

    file: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class Restructuring:
    """The changes that grant one wish, all of them or none.

    ``title`` is a code (``move-page``) and ``name`` the title of what it is about: what *Undo* says. ``file`` and
    ``line`` are where to look afterwards. ``loose`` is how many links lose what they led to and become plain words.
    ``kept`` is the text of a page that is taken out.
    """

    title: str
    name: str
    changes: tuple[FileChange, ...]
    file: str = ""
    line: int = 1
    loose: int = 0
    kept: str = ""
