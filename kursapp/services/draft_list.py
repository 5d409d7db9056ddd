"""The list of drafts: a folder each among the author's own data, with a small card that says where the draft lies.

There is no file for the list as a whole, so a damaged card costs one draft its place in the list and nothing else.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from kursapp.domain.draft import DraftCard
from kursapp.domain.problem import KursappError, Problem, refusal
from kursapp.files.failure import write_failure
from kursapp.files.folder import make_private_folder
from kursapp.files.folders import remove_folder
from kursapp.files.set_aside import move_aside
from kursapp.files.writing import write_text
from kursapp.services.clock import Clock
from kursapp.services.draft_cover import CoverWords, cover_words
from kursapp.services.patience import within

CARD = "draft.json"
FORGOTTEN = timedelta(days=7)
"""How long what was kept of a draft stays after it was taken off the list."""

PATIENCE = 3.0
"""Seconds that a folder is given to answer; one that does not is out of reach for now."""

_FORMAT = 1
_LARGEST = 65_536
_LONGEST = 500
_ID = re.compile(r"[0-9a-f]{16}")


def draft_id(folder: Path) -> str:
    """Return the id of the draft in a folder (absolute)."""
    return hashlib.blake2b(str(folder).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


class DraftList:
    """The drafts under a folder that is made with the first of them."""

    def __init__(self, folder: Path, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock
        self._problems: list[Problem] = []

    def home(self, draft_id: str) -> Path:
        """Return where what belongs to a draft is kept."""
        return self._folder / draft_id

    def all(self) -> tuple[DraftCard, ...]:
        """Return every draft, the one opened last first, with what its cover says now."""
        found = [card for path in sorted(self._folder.glob(f"*/{CARD}")) if (card := self._read(path))]
        return tuple(sorted(_looked_at(*found), key=lambda card: (card.opened_at, card.id), reverse=True))

    def get(self, draft_id: str) -> DraftCard:
        """Return one draft. Raises KursappError: ``draft-unknown``."""
        path = self.home(draft_id) / CARD
        card = self._read(path) if _ID.fullmatch(draft_id) and path.exists() else None
        if card is None:
            raise refusal("draft-unknown")
        return _looked_at(card)[0]

    def put(self, folder: Path) -> DraftCard:
        """Put a folder on the list, or return its card where it is there, under whatever name."""
        for card in self.all():
            if card.folder == folder or (not card.missing and _same(card.folder, folder)):
                return card
        card = DraftCard(draft_id(folder), folder, "", "", "", self._clock.now())
        return self._write(_looked_at(card)[0])

    def opened(self, card: DraftCard) -> DraftCard:
        """Remember that a draft was opened now. In a data folder that can only be read this is left undone."""
        try:
            return self._write(replace(card, opened_at=self._clock.now()))
        except KursappError as error:
            self._problems.append(error.problem)
            return card

    def remove(self, draft_id: str) -> None:
        """Take a draft off the list; one that is not on it is no error."""
        path = self.home(draft_id) / CARD
        if not _ID.fullmatch(draft_id):
            return
        try:
            path.unlink(missing_ok=True)
            if path.parent.is_dir():
                # Its time counts from now.
                os.utime(path.parent)
        except OSError as error:
            raise write_failure(error, path) from error

    def tidy(self) -> None:
        """Remove what was kept of drafts that are not on the list any more, after a time and if all of it was saved."""
        limit = (self._clock.now() - FORGOTTEN).timestamp()
        with contextlib.suppress(OSError):
            for home in self._folder.iterdir():
                if _ID.fullmatch(home.name) and _is_forgotten(home) and _last_touched(home) < limit:
                    remove_folder(home)

    def take_problems(self) -> tuple[Problem, ...]:
        """Return what was wrong with cards that were read, once."""
        found, self._problems = tuple(self._problems), []
        return found

    def _write(self, card: DraftCard) -> DraftCard:
        home = self.home(card.id)
        make_private_folder(home)
        said = {
            "format": _FORMAT,
            "folder": str(card.folder),
            "title": card.title[:_LONGEST],
            "version": card.version[:_LONGEST],
            "course_id": card.course_id[:_LONGEST],
            "opened_at": card.opened_at.astimezone(UTC).isoformat(),
        }
        write_text(home / CARD, json.dumps(said, ensure_ascii=False, indent=2) + "\n")
        return card

    def _read(self, path: Path) -> DraftCard | None:
        """Read a card; one that is damaged is set aside and told."""
        try:
            with path.open("rb") as source:
                return _card(path.parent.name, source.read(_LARGEST + 1))
        except OSError:
            return None
        except (ValueError, RecursionError):
            kept = path.name
            with contextlib.suppress(KursappError):
                kept = move_aside(path, self._clock.now()).name
            self._problems.append(refusal("draft-card-damaged", file=f"{path.parent.name}/{kept}").problem)
            return None


def _is_forgotten(home: Path) -> bool:
    return not (home / CARD).exists() and not any((home / "unsaved").glob("*"))


def _last_touched(home: Path) -> float:
    return max(path.stat().st_mtime for path in (home, *home.rglob("*")))


def _card(name: str, data: bytes) -> DraftCard:
    said = json.loads(data.decode("utf-8"))
    if len(data) > _LARGEST or not isinstance(said, dict) or said.get("format") != _FORMAT:
        raise ValueError
    texts = [said.get(key) for key in ("folder", "title", "version", "course_id", "opened_at")]
    if not all(isinstance(text, str) and "\0" not in text for text in texts):
        raise ValueError
    folder, title, version, course_id, opened_at = map(str, texts)
    place = Path(folder)
    if not place.is_absolute() or draft_id(place) != name:
        raise ValueError
    opened = datetime.fromisoformat(opened_at).astimezone(UTC)
    return DraftCard(name, place, title[:_LONGEST], version[:_LONGEST], course_id[:_LONGEST], opened)


def _looked_at(*cards: DraftCard) -> tuple[DraftCard, ...]:
    """Return cards with what the covers say now; a folder out of reach, or too slow, keeps what its said last."""
    answers = within(PATIENCE, {card.id: partial(_words, card.folder) for card in cards})
    return tuple(_with_words(card, answers.get(card.id)) for card in cards)


def _words(folder: Path) -> CoverWords | None:
    """Return what a folder's cover says; None for a folder that is gone, or empty as where a stick was taken out."""
    try:
        return cover_words(folder) if next(folder.iterdir(), None) is not None else None
    except OSError:
        return None


def _with_words(card: DraftCard, words: CoverWords | None) -> DraftCard:
    if words is not None and any(words):
        return replace(card, title=words.title or card.folder.name, version=words.version, course_id=words.course_id)
    return replace(card, title=card.title or card.folder.name, missing=words is None)


def _same(one: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return one.samefile(other)
    return False
