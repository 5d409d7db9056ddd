"""Opens a course folder: what has not changed comes from the cache, the rest from the worker."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp.content.cache import CourseCache, StoredCourse, reader_version
from kursapp.content.contents import Contents
from kursapp.content.folder import list_files

# Most courses are as they were: nothing that parses is imported before one is not.
if TYPE_CHECKING:
    from kursapp.worker import Worker


def open_course(folder: Path, worker: Worker, cache: CourseCache) -> StoredCourse:
    """Return a course folder's content as it is on disk now.

    Raises ``KursappError`` where there is no course to show (see ``folder.list_files``), or its cover cannot be read.
    """
    listing = list_files(folder)
    kept = cache.course()
    if kept and kept.snapshot.proves_all(listing.files):
        return kept
    contents = Contents(listing, kept.snapshot if kept else None, time.time_ns())
    if kept and contents.snapshot.holds_the_same(kept.snapshot):
        stored = replace(kept, snapshot=contents.snapshot)
        cache.keep_again(stored)
        return stored
    from kursapp.content.parsing import Parsing
    from kursapp.content.patching import patched

    parsing = Parsing(contents, worker, {})
    edited = patched(kept, contents, parsing) if kept else None
    if edited is not None:
        cache.keep_again(edited)
        return edited
    # Read only now: it is as large as the course, and an edit seldom needs it.
    parsing.earlier = {**cache.parsed(), **(kept.edited_files() if kept else {})}
    data = parsing.course()
    stored = StoredCourse(reader_version(), str(listing.root), contents.snapshot, data, parsing.media, parsing.figures)
    if parsing.lasting:
        cache.keep(stored, parsing.parsed)
    return stored
