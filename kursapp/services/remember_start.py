"""What "Fortsett" shows at the very first paint, and where it leads, before any database is open: a small file.

The course, the page and how far each day is; nothing else about the person. The standard library reads it, so that it
is there at once.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from kursapp.domain.course import Course
    from kursapp.domain.progress import Progress, Target

# The card is read before the first paint; what only writing needs is imported there.

VERSION = 1
LARGEST = 16_384
"""Bytes: a file larger than this was not written by this program."""

LONGEST = 300
MOST_DAYS = 60


class StartCard(NamedTuple):
    """The card "Fortsett". ``days`` is the fill of the dagsrad's bars, 0 to 1.

    ``session_id`` and ``page_id`` are of the page it leads to; empty, as ``page_title``, where it leads to none.
    """

    course_id: str
    title: str
    page_title: str
    days: tuple[float, ...]
    session_id: str = ""
    page_id: str = ""


def card_for(course: Course, progress: Progress, target: Target | None) -> StartCard:
    """Make the card of a course from how far one is and where "Fortsett" leads."""
    pages = {page.id: page.title for head in course.sessions() for page in head.pages}
    page_title = pages.get(target.page_id, "") if target else ""
    card = StartCard(
        course.id[:LONGEST],
        course.title[:LONGEST],
        page_title[:LONGEST],
        tuple(round(share.fill, 3) for share in progress.days)[:MOST_DAYS],
    )
    return card._replace(session_id=target.session_id, page_id=target.page_id) if target and page_title else card


def write_start(path: Path, card: StartCard) -> bool:
    """Write the card, and say whether it could be. Nothing of a person's work hangs on it, so failing is no error."""
    import json

    from kursapp.domain.problem import KursappError
    from kursapp.files.folder import make_private_folder
    from kursapp.files.writing import write_text

    try:
        make_private_folder(path.parent)
        write_text(path, json.dumps({"version": VERSION, **card._asdict()}, ensure_ascii=False))
    except KursappError:
        return False
    return True


def read_start(path: Path) -> StartCard | None:
    """Read the card; None where there is none, or anything at all is wrong with it."""
    with contextlib.suppress(OSError, ValueError, RecursionError):
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
        if len(data) <= LARGEST:
            import json

            return _card(json.loads(data.decode("utf-8")))
    return None


def forget_start(path: Path) -> None:
    """Remove the card: when a profile with a passphrase is opened, or the last profile is gone."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _card(read: object) -> StartCard | None:
    if not isinstance(read, dict) or read.get("version") != VERSION:
        return None
    texts = [read.get(name, "") for name in ("course_id", "title", "page_title", "session_id", "page_id")]
    days = read.get("days")
    if not all(isinstance(text, str) and len(text) <= LONGEST for text in texts) or not isinstance(days, list):
        return None
    if len(days) > MOST_DAYS or not all(type(day) in (int, float) and 0 <= day <= 1 for day in days):
        return None
    if not texts[0] or not texts[1]:
        return None
    course, title, page_title, session, page = map(str, texts)
    return StartCard(course, title, page_title, tuple(float(day) for day in days), session, page)
