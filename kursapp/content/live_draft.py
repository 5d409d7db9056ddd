"""A draft as the worker keeps it: its files as they were read, and the course they last made."""

from __future__ import annotations

import hashlib
from typing import TypeVar

from kursapp.content.addresses import Inward, read_address
from kursapp.content.assembly import Assembly, Parts
from kursapp.content.assembly_memory import AssemblyMemory
from kursapp.content.codec import decode, encode
from kursapp.content.cover import read_cover
from kursapp.content.exchange import LiveAsk, LiveData, LiveFile, LivePageData, LiveParts, Neighbour
from kursapp.content.facts import read_facts
from kursapp.content.glossary import read_glossary
from kursapp.content.one_page import OnePage, PageName, read_one_page
from kursapp.content.outline import page_head
from kursapp.content.page_memory import PageMemory
from kursapp.content.parsed import ParsedCover, ParsedFacts, ParsedGlossary, ParsedSession
from kursapp.content.remembering import Remembered
from kursapp.content.session import read_session
from kursapp.domain.course import Page, Session
from kursapp.domain.page_items import blocks_of

T = TypeVar("T")

_NAME_BYTES = 16


class LiveDraft:
    """Reads what is new, and joins it with what it has read before."""

    def __init__(self) -> None:
        self._kept: dict[str, object] = {}
        self._pages: dict[str, PageMemory] = {}
        self._memory = AssemblyMemory()
        self._assembly: Assembly | None = None
        self._stored: Remembered[Session, tuple[str, bytes]] = Remembered()
        self._places: Remembered[Page, tuple[tuple[str, int], ...]] = Remembered()
        self._given: set[str] = set()

    # Reading

    def read_cover(self, sent: LiveFile) -> ParsedCover:
        """Read the cover, and keep it."""
        return self._keep(sent, read_cover(sent.file, sent.data))

    def read_glossary(self, sent: LiveFile) -> ParsedGlossary:
        """Read the glossary, and keep it."""
        return self._keep(sent, read_glossary(sent.file, sent.data))

    def read_facts(self, sent: LiveFile) -> ParsedFacts:
        """Read the facts, and keep them."""
        return self._keep(sent, read_facts(sent.file, sent.data))

    def read_session(self, sent: LiveFile) -> ParsedSession:
        """Read what is new in a session file, and keep the whole."""
        memory = self._pages.setdefault(sent.file, PageMemory())
        return self._keep(sent, read_session(sent.file, sent.data, memory))

    def keep(self, sent: LiveFile, kind: type[object]) -> None:
        """Keep a file of a kind that has been read already."""
        self._keep(sent, decode(sent.data, kind))

    def _keep(self, sent: LiveFile, value: T) -> T:
        self._kept[sent.key] = value
        return value

    # Joining

    def assemble(self, sent: LiveParts) -> LiveData:
        """Join the files of these keys. What no key names any more is forgotten."""
        optional = [key for key in (sent.glossary, sent.facts) if key is not None]
        keys = [sent.cover, *sent.sessions.values(), *optional]
        missing = tuple(key for key in keys if key not in self._kept)
        if missing:
            return LiveData(missing=missing)
        self._kept = {key: self._kept[key] for key in keys}
        self._pages = {file: memory for file, memory in self._pages.items() if file in sent.sessions}
        parts = Parts(
            self._get(sent.cover, ParsedCover),
            {file: self._get(key, ParsedSession) for file, key in sent.sessions.items()},
            self._get(sent.glossary, ParsedGlossary) if sent.glossary else ParsedGlossary(),
            self._get(sent.facts, ParsedFacts) if sent.facts else ParsedFacts(),
            sent.files,
            sent.bad_images,
            sent.problems,
        )
        self._assembly = Assembly(parts, self._memory)
        whole = self._assembly.run()
        self._stored.turn()
        self._places.turn()
        stored = {session.id: self._stored.of(session, _stored) for session in whole.sessions}
        fresh = {name: data for name, data in stored.values() if name not in self._given}
        self._given = {name for name, _ in stored.values()}
        return LiveData(
            course=encode(whole.course),
            facts=encode(whole.facts),
            problems=encode(whole.problems),
            sessions={session_id: name for session_id, (name, _) in stored.items()},
            fresh=fresh,
            lines=self._lines(parts.cover, whole.sessions),
        )

    def _get(self, key: str, kind: type[T]) -> T:
        found = self._kept[key]
        assert isinstance(found, kind)
        return found

    def _lines(self, cover: ParsedCover, sessions: tuple[Session, ...]) -> dict[str, int]:
        found: dict[str, int] = {}
        for session in sessions:
            found.setdefault(session.id, 1)
            for page in session.pages:
                for each, line in self._places.of(page, _places):
                    found.setdefault(each, line)
        for module in cover.modules:
            found.setdefault(module.id, module.line)
        return found

    # One page

    def page(self, asked: LiveAsk) -> LivePageData:
        """Read the page at a line, and show it in the course as it was joined last."""
        assembly = self._assembly
        if assembly is None:
            return LivePageData(lost=True)
        memory = self._pages.setdefault(asked.file, PageMemory())
        found = read_one_page(asked.file, asked.data, asked.line, memory)
        session, problems = assembly.show(found.parsed)
        addresses = (read_address(asked.file, image.target) for image in found.parsed.images)
        return LivePageData(
            session=encode(session),
            problems=encode(problems),
            number=found.number,
            count=found.count,
            workload=page_head(session.pages[0]).workload,
            before=_beside(found.before, found) or _in_other(assembly, asked.file, -1),
            after=_beside(found.after, found) or _in_other(assembly, asked.file, 1),
            images=tuple(address.file for address in addresses if isinstance(address, Inward)),
        )


def _stored(session: Session) -> tuple[str, bytes]:
    data = encode(session)
    return hashlib.blake2b(data, digest_size=_NAME_BYTES).hexdigest(), data


def _places(page: Page) -> tuple[tuple[str, int], ...]:
    """Return the ids of a page and of what stands on it, each with its first line."""
    # The items of a form that repeats another stand in that one's file.
    own = (block for block in blocks_of(page) if block.place.file == page.place.file)
    items = ((str(getattr(block, "id", "")), block.place.first) for block in own)
    return ((page.id, page.place.first), *((item_id, line) for item_id, line in items if item_id))


def _beside(name: PageName | None, found: OnePage) -> Neighbour | None:
    """Return a page of the same file."""
    session = found.parsed.session
    return Neighbour(session.file, name.line, session.id, session.title, name.id, name.title) if name else None


def _in_other(assembly: Assembly, file: str, step: int) -> Neighbour | None:
    """Return the last page of the session before (``step`` -1), or the first of the one after (1)."""
    files = assembly.shown_files()
    at = files.index(file) + step if file in files else -1
    other = assembly.parsed(files[at]) if 0 <= at < len(files) else None
    if other is None:
        return None
    page = other.session.pages[-1 if step < 0 else 0]
    return Neighbour(other.session.file, page.place.first, other.session.id, other.session.title, page.id, page.title)
