"""A draft as it is written: the course with texts that are not saved yet, and the page at a line."""

from __future__ import annotations

import contextlib
import hashlib
import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from kursapp.content.cache import CourseCache, StoredCourse, reader_version
from kursapp.content.codec import decode, encode
from kursapp.content.contents import Contents, Snapshot
from kursapp.content.course_checks import KNOWN_FILES
from kursapp.content.exchange import LiveAsk, LivePageData, Neighbour
from kursapp.content.folder import COVERS, Listing, is_markdown, list_files
from kursapp.content.live_parsing import LIVE_JOBS, LiveParsing, LostError
from kursapp.content.page_marks import page_mark
from kursapp.content.parsing import FILE_SECONDS
from kursapp.content.source import LARGEST_FILE
from kursapp.domain.course import Page, Session
from kursapp.domain.problem import KursappError, Problem, problem
from kursapp.services.open_course import OpenedCourse
from kursapp.worker import Worker, WorkerJobError, WorkerLimitError

LiveStop = Neighbour
"""A page one can go to from another: its title and session, and where its heading stands."""

MOST_TRIES = 3
"""How often a look is begun anew where the worker was lost meanwhile, before the whole counts as too heavy."""

_log = logging.getLogger(__name__)


class LiveCourse(OpenedCourse):
    """A course as its texts have it now, with where in the texts everything stands.

    ``lines`` gives the first line of each session, page and item by its id: in the file of its session; and of each
    module in the cover.
    """

    def __init__(self, root: Path, stored: StoredCourse, cache: CourseCache, lines: Mapping[str, int]) -> None:
        super().__init__(root, stored, cache)
        self.lines = lines

    def place_of(self, target_id: str) -> tuple[str, int] | None:
        """Return the file and line of a session, page or item; None where the course has none of this id."""
        found = self.page_of(target_id)
        if found is None:
            return None
        return self.course.session_head(found[0]).file, self.lines.get(target_id, 1)

    def page_at(self, file: str, line: int) -> tuple[str, str] | None:
        """Return the session and page a line of a file is on; None where the file is no session."""
        for head in self.course.sessions(banks=True):
            if head.file == file:
                at = max((n for n, page in enumerate(head.pages) if self.lines.get(page.id, 1) <= line), default=0)
                return head.id, head.pages[at].id
        return None

    @cached_property
    def pictures_mark(self) -> str:
        """What is equal as long as every picture the course shows is the same."""
        held = [f"{file} {self._stored.snapshot.files[file].hash}" for file in sorted(self._stored.media)]
        return hashlib.sha256("\n".join(held).encode(errors="surrogateescape")).hexdigest()

    def mark_of(self, page: Page) -> str:
        """Return what is equal as long as a participant sees the same on a page."""
        return page_mark(page, {file: known.hash for file, known in self._stored.snapshot.files.items()})


@dataclass(frozen=True, slots=True)
class LivePage:
    """One page as the texts have it now.

    ``opened`` is the course around it, where the page is as new as here and the rest may be a moment older; ``session``
    holds this page alone. ``mark`` is equal as long as a participant would see the same. ``number`` of ``count`` is the
    page's place in its session, ``line`` the line it was asked for at, ``workload`` what it takes in minutes.
    """

    opened: LiveCourse
    session: Session
    page: Page
    mark: str
    line: int
    number: int
    count: int
    workload: float = 0
    before: LiveStop | None = None
    after: LiveStop | None = None

    @property
    def session_id(self) -> str:
        """Return the id of the session the page is in."""
        return self.session.id

    @property
    def page_id(self) -> str:
        """Return the page's id."""
        return self.page.id


@dataclass(slots=True)
class _Draft:
    """What is remembered of a draft from one look to the next; ``stored`` is the course as it was seen last."""

    root: Path
    snapshot: Snapshot | None = None
    parsed: dict[str, bytes] = field(default_factory=dict)
    sessions: dict[str, bytes] = field(default_factory=dict)
    refused: dict[str, Problem] = field(default_factory=dict)
    stored: StoredCourse | None = None
    bad_images: frozenset[str] = frozenset()
    lines: Mapping[str, int] = field(default_factory=dict)

    def forget(self) -> None:
        """Remember nothing of what the worker had given."""
        self.sessions, self.stored = {}, None


class Looking:
    """Looks at drafts while they are written. Everything runs on the thread that made it; no draft is written to.

    ``texts`` are the files being written, by their paths in the course, with what they hold in the editor now; all
    other files are as they are on the disk. What has not changed since the last look is neither read nor joined again.
    """

    def __init__(self, cache_folder: Path, worker: Worker | None = None) -> None:
        self._worker = worker or Worker()
        self.cache_folder = cache_folder
        self._draft: _Draft | None = None

    def start(self) -> None:
        """Start the worker now, so that the first look need not wait for it."""
        self._worker.start()

    def course(self, folder: Path, texts: Mapping[str, str]) -> LiveCourse:
        """Return the whole course with everything wrong with it. Raises KursappError as ``CourseReader.open``."""
        draft = self._of(folder)
        for _try in range(MOST_TRIES):
            try:
                stored = self._look(draft, texts)
                return LiveCourse(draft.root, stored, self._cache(draft), draft.lines)
            except LostError:
                draft.forget()
        raise KursappError(problem("course-too-heavy", "", 0, 0, folder=draft.root, limit="died"))

    def page(self, folder: Path, texts: Mapping[str, str], file: str, line: int) -> LivePage | None:
        """Return the page at a line of a file; None where the file can be no session, or is not there.

        The rest of the course is as it was at the last look. Raises KursappError as ``course``, and ``file-too-heavy``
        where the file meets a limit.
        """
        if not is_markdown(file) or file.casefold() in KNOWN_FILES.union(COVERS):
            return None
        data = texts[file].encode() if file in texts else _read(list_files(folder), file)
        if data is None:
            return None
        draft = self._of(folder)
        for _try in range(MOST_TRIES):
            if draft.stored is None:
                self.course(folder, texts)
            found = self._ask(LiveAsk(str(draft.root), file, line, data))
            if found.lost:
                draft.forget()
            elif self._has_new_images(draft, found):
                draft.stored = None
            else:
                return self._live(draft, found, line)
        raise KursappError(problem("file-too-heavy", file, 1, limit="died"))

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def _of(self, folder: Path) -> _Draft:
        root = folder.absolute()
        if self._draft is None or self._draft.root != root:
            self._draft = _Draft(root)
            self._draft.parsed = self._cache(self._draft).parsed()
        return self._draft

    def _cache(self, draft: _Draft) -> CourseCache:
        """Return where rewritten figures are kept, and the parsed files for the next time the draft is opened."""
        return CourseCache(self.cache_folder, draft.root)

    def _look(self, draft: _Draft, texts: Mapping[str, str]) -> StoredCourse:
        held = {file: text.encode() for file, text in texts.items()}
        contents = Contents(list_files(draft.root), draft.snapshot, time.time_ns(), held)
        parsing = LiveParsing(contents, self._worker, draft.parsed, draft.sessions, draft.refused)
        data = parsing.course()
        if draft.stored is None and parsing.parsed.keys() - draft.parsed.keys():
            self._cache(draft).keep_parsed(parsing.parsed)
        root = str(contents.listing.root)
        stored = StoredCourse(reader_version(), root, contents.snapshot, data, parsing.media, parsing.figures)
        draft.snapshot, draft.parsed = contents.snapshot, parsing.parsed
        draft.stored, draft.lines, draft.bad_images = stored, parsing.lines, parsing.bad_images
        return stored

    def _ask(self, asked: LiveAsk) -> LivePageData:
        try:
            return decode(self._worker.call(f"{LIVE_JOBS}:page", encode(asked), FILE_SECONDS), LivePageData)
        except WorkerLimitError as error:
            raise KursappError(problem("file-too-heavy", asked.file, 1, limit=error.reason)) from error
        except WorkerJobError as error:
            _log.warning("a page of a draft was not understood", exc_info=error)
            raise KursappError(problem("file-not-understood", asked.file, 1)) from error

    def _has_new_images(self, draft: _Draft, found: LivePageData) -> bool:
        """Say whether the page shows a file that was not there, or that no page showed, at the last look."""
        assert draft.stored is not None
        known = draft.bad_images.union(draft.stored.media)
        return any(file not in known and (draft.root / file).is_file() for file in found.images)

    def _live(self, draft: _Draft, found: LivePageData, line: int) -> LivePage:
        assert draft.stored is not None
        session = decode(found.session, Session)
        data = draft.stored.data
        around = replace(data, problems=found.problems, sessions={**data.sessions, session.id: found.session})
        opened = LiveCourse(draft.root, replace(draft.stored, data=around), self._cache(draft), draft.lines)
        page = session.pages[0]
        return LivePage(
            opened,
            session,
            page,
            opened.mark_of(page),
            line,
            found.number,
            found.count,
            found.workload,
            found.before,
            found.after,
        )


def _read(listing: Listing, file: str) -> bytes | None:
    with contextlib.suppress(OSError, KeyError):
        return listing.read(file, LARGEST_FILE)
    return None
