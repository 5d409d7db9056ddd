"""The files of a course as they lie on the desk while one wish is granted: as they were, and as they become."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from kursapp.content.addresses import Inward, read_address
from kursapp.content.cover import read_cover
from kursapp.content.definitions import places_of
from kursapp.content.fixing import edits_with_free_ids, ids_of, repaired
from kursapp.content.parsed import ParsedCover, ParsedSession
from kursapp.content.repair import Edit, edits_of
from kursapp.content.restructuring.cover_sheet import CoverSheet, part_cover
from kursapp.content.restructuring.rows import Sheet, read_sheet
from kursapp.content.restructuring.session_sheet import SessionSheet, part_session
from kursapp.content.session import read_session
from kursapp.content.slugs import numbered
from kursapp.content.source import read_lines
from kursapp.domain.course import Page
from kursapp.domain.problem import refusal


class Desk:
    """Holds what the steps of a restructuring share.

    ``before`` are the files on disk, ``base`` the same with the ids written that a wish needs; every row says which
    line of ``base`` it is. ``sheets`` are the files as they become, None for one that is taken away. ``went`` says
    where the pages of a file that is gone, or called something else, are now: a file, and the page that was its first.
    ``gone`` are files whose pages are no more. ``renamed`` gives the written id of a page by its file and derived one,
    ``heirs`` the page that one that is no more has become a part of, or is called now. ``moved`` is a picture or the
    like that gets another path.
    """

    def __init__(self, cover: str, before: Mapping[str, bytes], others: Iterable[str] = ()) -> None:
        self.cover_file = cover
        self.before = dict(before)
        self.base = dict(before)
        self.names = {*before, *others}
        self.sheets: dict[str, Sheet | None] = {}
        self.went: dict[str, tuple[str, str]] = {}
        self.gone: set[str] = set()
        self.renamed: dict[tuple[str, str], str] = {}
        self.heirs: dict[str, str] = {}
        self.moved: tuple[str, str] | None = None
        self._sessions: dict[str, ParsedSession] = {}
        self._cover: ParsedCover | None = None
        self._taken: set[str] | None = None

    @property
    def cover(self) -> ParsedCover:
        """The cover as it was, parsed."""
        if self._cover is None:
            self._cover = read_cover(self.cover_file, self.base[self.cover_file])
        return self._cover

    def cover_sheet(self) -> CoverSheet:
        """Return the cover as it is now, parted into its modules and lists."""
        return part_cover(self.cover_file, self.sheet(self.cover_file))

    def sheet(self, file: str) -> Sheet:
        """Return a file's rows as they are now. Refuses one that is not there, or cannot be read."""
        found = self.sheets.get(file)
        if found is not None:
            return found
        if file not in self.base or file in self.sheets:
            raise refusal("restructure-gone", file=file)
        lines, problems = read_lines(file, self.base[file])
        if problems and not lines:
            raise refusal("restructure-unreadable", file=file)
        return read_sheet(file, self.base[file])

    def put(self, file: str, sheet: Sheet) -> None:
        """Let a file become this."""
        self.sheets[file] = sheet
        self.names.add(file)

    def lay(self, file: str, sheet: Sheet, was: str) -> None:
        """Lay a text beside the course whose rows go into it; links out of it are those of the file it was in."""
        self.base[file] = sheet.data()
        self.sheets[file] = None
        self.went[file] = (was, "")

    def drop(self, file: str) -> None:
        """Take a file away."""
        self.sheets[file] = None

    def parsed(self, file: str) -> ParsedSession:
        """Return a session as it was, ids written."""
        if file not in self._sessions:
            self.sheet(file)
        return self.parsed_before(file)

    def parsed_before(self, file: str) -> ParsedSession:
        """Return a session as it was, ids written, also of a file that is gone by now."""
        if file not in self._sessions:
            self._sessions[file] = read_session(file, self.base[file])
        return self._sessions[file]

    def session_sheet(self, file: str) -> SessionSheet:
        """Return a session's file as it was, parted into pages."""
        return part_session(read_sheet(file, self.base[file]), self.parsed(file).session)

    def page(self, file: str, page_id: str) -> tuple[int, Page]:
        """Return where in its session a page is, from 0, and the page. Refuses one that is not there.

        A page may be named by the id it had before its ids were written.
        """
        page_id = self.renamed.get((file, page_id), page_id)
        for at, page in enumerate(self.parsed(file).session.pages):
            if page.id == page_id:
                return at, page
        raise refusal("restructure-gone", file=file)

    def first_page(self, file: str) -> str:
        """Return the id that the first page of a session of before has now."""
        page = self.parsed_before(file).session.pages[0].id
        return self.heirs.get(page, page)

    @property
    def language(self) -> str:
        """The course's language: new keywords are written in it."""
        return self.cover.language

    def definition_lines(self, file: str) -> set[int]:
        """Return the lines of a file of before that define footnotes, link addresses and abbreviations."""
        lines, _ = read_lines(file, self.base[file])
        return {lines[at].number for one in places_of(lines) for at in range(one.first, one.end)}

    @property
    def taken(self) -> set[str]:
        """Everything that may be a written id, anywhere in the course."""
        if self._taken is None:
            self._taken = ids_of(data.decode(errors="replace") for data in self.base.values())
        return self._taken

    def free_id(self, wanted: str) -> str:
        """Return an id nothing in the course has, and keep it taken."""
        found = numbered(wanted, self.taken)
        self.taken.add(found)
        return found

    def write_ids(self, file: str) -> list[Edit]:
        """Write the ids a session lacks, so that what hangs on them stays whatever moves. Return what was written."""
        lacking = [found for found in self.parsed(file).problems if found.code == "no-id" and edits_of(found)]
        edits = edits_with_free_ids(lacking, self.taken).get(file, [])
        if edits:
            before = self.parsed(file).session.pages
            self.write_base(file, repaired(self.base[file], edits))
            after = self.parsed(file).session.pages
            self.renamed |= {(file, old.id): new.id for old, new in zip(before, after, strict=True)}
        return edits

    def write_base(self, file: str, data: bytes) -> None:
        """Let this be the file as it was, for what has to be written before a wish is granted."""
        self.base[file] = data
        self.put(file, read_sheet(file, data))
        self._sessions.pop(file, None)
        if file == self.cover_file:
            self._cover = None

    def requires(self, files: Container[str]) -> dict[str, str]:
        """Return the quiz page that each plain link to one of ``files`` under ``## Krav`` means, by the file."""
        found: dict[str, str] = {}
        for link in self.cover.requirements:
            address = read_address(self.cover_file, link.target) if link.target else None
            if not isinstance(address, Inward) or address.fragment or address.file not in files:
                continue
            if address.file in self.base:
                quizzes = [page.id for page in self.parsed_before(address.file).session.pages if page.quiz]
                found |= {address.file: quizzes[0]} if quizzes else {}
        return found
