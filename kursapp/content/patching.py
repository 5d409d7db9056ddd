"""Opens a course of which only the insides of some sessions have been edited: those are read, the rest is as it was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kursapp.content.cache import Edit, StoredCourse
from kursapp.content.codec import decode, encode
from kursapp.content.contents import Contents
from kursapp.content.exchange import RejoinData
from kursapp.content.findings import in_order
from kursapp.content.folder import LEFT_OUT
from kursapp.content.parsing import Parsing
from kursapp.domain.course import SessionHead
from kursapp.domain.problem import Problem

MOST_EDITS = 8
"""Sessions that may be kept beside the course they were edited in: with more, the whole is joined and kept anew."""


def patched(kept: StoredCourse, contents: Contents, parsing: Parsing) -> StoredCourse | None:
    """Return the course as it is now; None where the whole must be joined to know."""
    files = _edited(kept, contents)
    if not files or not kept.data.joints.keys() >= {*files} or len({*kept.edits, *files}) > MOST_EDITS:
        return None
    patch = _Patch(kept, contents, parsing)
    return patch.stored() if all(patch.add(file) for file in files) else None


def _edited(kept: StoredCourse, contents: Contents) -> Sequence[str]:
    """Return the files that hold something else than they did; none where there are others than there were."""
    before, now = kept.snapshot.files, contents.snapshot.files
    if contents.problems or before.keys() != now.keys():
        return ()
    return [file for file, known in now.items() if known.hash != before[file].hash]


class _Patch:
    """Collects what is new of the edited sessions."""

    def __init__(self, kept: StoredCourse, contents: Contents, parsing: Parsing) -> None:
        self._kept = kept
        self._contents = contents
        self._parsing = parsing
        self._course = kept.outline()
        self._heads: dict[str, SessionHead] = {}
        self._ids = {head.file: head.id for head in self._course.sessions(banks=True)}
        self._before = set(decode(kept.data.problems, tuple[Problem, ...]))
        self._problems = self._before
        self._sessions = dict(kept.data.sessions)
        self._edits = dict(kept.edits)

    def add(self, file: str) -> bool:
        """Read a session and join it; say whether it could be joined alone."""
        if {found for found in self._problems if found.code in LEFT_OUT} != {*self._contents.listing.problems}:
            return False
        parsed = self._parsing.session(file)
        report = parsed and self._parsing.rejoin(file, self._data(file, parsed.data))
        if not parsed or not report or not report.head:
            return False
        self._heads[file] = report.head
        self._sessions[report.head.id] = report.session
        self._problems = {found for found in self._problems if found.file != file}.union(report.problems)
        self._edits[file] = Edit(report.head.id, report.session, parsed.key, parsed.data)
        return True

    def stored(self) -> StoredCourse:
        """Return the course with what is new in it."""
        modules = tuple(
            replace(module, sessions=tuple(self._new(head) for head in module.sessions))
            for module in self._course.modules
        )
        course = replace(self._course, modules=modules)
        problems = self._kept.data.problems
        if self._problems != self._before:
            problems = encode(in_order(self._problems, self._contents.listing.cover, self._ids))
        data = replace(
            self._kept.data,
            course=self._spliced() or encode(course),
            sessions=self._sessions,
            problems=problems,
        )
        return replace(self._kept, snapshot=self._contents.snapshot, data=data, edits=self._edits, decoded=course)

    def _spliced(self) -> bytes:
        """Return the outline in stored form, made from the one there is; empty where that cannot be told.

        A value's stored form stands in that of the whole just as it is by itself. Storing the whole anew takes longer
        than everything else here in a course of a thousand sessions.
        """
        stored = self._kept.data.course
        for head in self._course.sessions():
            if head.file in self._heads:
                before = encode(head)
                if stored.count(before) != 1:
                    return b""
                stored = stored.replace(before, encode(self._heads[head.file]))
        return stored

    def _new(self, head: SessionHead) -> SessionHead:
        return self._heads.get(head.file, head)

    def _data(self, file: str, parsed: bytes) -> RejoinData:
        return RejoinData(
            parsed,
            self._kept.data.joints[file],
            self._sessions[self._ids[file]],
            self._kept.data.facts,
            self._course.glossary,
            self._course.language,
            tuple(found.value("term") for found in self._problems if found.code == "term-never-used"),
        )
