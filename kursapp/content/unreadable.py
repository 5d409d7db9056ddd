"""What stands in for a session file that cannot be read, so that the rest of the course can."""

from __future__ import annotations

from collections.abc import Iterable

from kursapp.content.parsed import ParsedSession
from kursapp.content.slugs import slug
from kursapp.domain.course import Faulty, Page, Place, Session
from kursapp.domain.problem import Problem


def session_id_of(file: str) -> str:
    """Return the id a session has while none is written: its path, each part as a slug."""
    return "/".join(slug(part) for part in file.rpartition(".")[0].split("/"))


def unreadable(file: str, problems: Iterable[Problem]) -> ParsedSession:
    """Return a session of one page that shows what is wrong with its file."""
    found = tuple(problems)
    place = Place(file, 1, 1)
    name = file.rpartition("/")[2]
    session_id = session_id_of(file)
    page = Page(f"{session_id}/start", name, place, (Faulty(place, tuple(one.code for one in found), name, ""),))
    return ParsedSession(Session(session_id, file, name, (page,)), found)


def stands_in(session: Session) -> bool:
    """Say whether a session is what stands in for a file that cannot be read."""
    name = session.file.rpartition("/")[2]
    blocks = session.pages[0].blocks
    codes = blocks[0].codes if blocks and isinstance(blocks[0], Faulty) else ()
    return session.title == name and blocks == (Faulty(Place(session.file, 1, 1), codes, name, ""),)
