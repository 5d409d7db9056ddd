"""The author's drafts: which there are, where they lie, and opening one. Her own data are under ``DATA/author``."""

from __future__ import annotations

import os
from pathlib import Path

from kursapp import paths
from kursapp.content.folder import is_text, spelt
from kursapp.domain.draft import DraftCard
from kursapp.domain.problem import Problem, refusal
from kursapp.services.clock import Clock
from kursapp.services.draft import Draft
from kursapp.services.draft_cover import find_cover
from kursapp.services.draft_list import DraftList
from kursapp.services.new_course import copy_course, new_course
from kursapp.worker import Worker


class Author:
    """The drafts of one person. Everything on one thread.

    A draft lies where she put it, also on a stick or a share; only the list of drafts, snapshots and what could not be
    saved lie in the data folder. ``worker`` reads courses for restructuring; it starts no process before it must.
    """

    def __init__(self, data_folder: Path, clock: Clock, worker: Worker | None = None) -> None:
        self._data = data_folder
        self._clock = clock
        self._worker = worker or Worker()
        self._list = DraftList(data_folder / "author", clock)
        self._open: dict[str, Draft] = {}
        self._list.tidy()

    def drafts(self) -> tuple[DraftCard, ...]:
        """Return every draft, the one opened last first. One whose folder is out of reach is ``missing``."""
        return self._list.all()

    def new(self, folder: Path, title: str, template: Path) -> DraftCard:
        """Make a course from a template in a folder that is not there yet, or empty. Raises as ``new_course``."""
        place = self._place(folder)
        new_course(template, place, title)
        return self._list.put(place)

    def add(self, folder: Path) -> DraftCard:
        """Put a course folder on the list; one that is there already, however spelt, is returned as it is.

        Raises KursappError: ``course-folder-missing``, ``course-not-a-folder``, ``not-a-course``,
        ``draft-of-the-program`` (a course that came in a package, or with the program: copy it), ``name-unreadable``.
        """
        place = self._place(folder)
        if not place.exists():
            raise refusal("course-folder-missing", folder=place)
        if not place.is_dir():
            raise refusal("course-not-a-folder", folder=place)
        if find_cover(place) is None:
            raise refusal("not-a-course", folder=place)
        return self._list.put(place)

    def copy(self, course_root: Path, folder: Path, *, new_id: str | None = None) -> DraftCard:
        """Copy a course to write in: another version of it, or with ``new_id`` a course of its own.

        Raises KursappError as ``copy_course``.
        """
        place = self._place(folder)
        copy_course(course_root, place, new_id=new_id)
        return self._list.put(place)

    def forget(self, draft_id: str) -> None:
        """Take a draft off the list. Its folder stays, and for a time what was kept of it."""
        self._open.pop(draft_id, None)
        self._list.remove(draft_id)

    def open(self, draft_id: str) -> Draft:
        """Open a draft, or return it where it is open, and remember when.

        Raises KursappError: ``draft-unknown``, ``draft-folder-missing``.
        """
        card = self._list.get(draft_id)
        if card.missing:
            raise refusal("draft-folder-missing", folder=card.folder)
        self._list.opened(card)
        if draft_id not in self._open:
            draft = Draft(draft_id, card.folder, self._list.home(draft_id), self._clock, self._worker)
            draft.tidy()
            self._open[draft_id] = draft
        return self._open[draft_id]

    def take_problems(self) -> tuple[Problem, ...]:
        """Return what was wrong with the list of drafts, once: ``draft-card-damaged``."""
        return self._list.take_problems()

    def close(self) -> None:
        """End the worker."""
        self._open.clear()
        self._worker.close()

    def _place(self, folder: Path) -> Path:
        if not is_text(str(folder)):
            raise refusal("name-unreadable", name=spelt(str(folder)))
        place = Path(os.path.normpath(folder.absolute()))
        for kept in (self._data, paths.bundled_courses()):
            if place.is_relative_to(kept) and (kept == self._data or "_data" in kept.parts):
                raise refusal("draft-of-the-program", folder=place)
        return place
