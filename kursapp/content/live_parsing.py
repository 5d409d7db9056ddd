"""Lets the worker read a draft again and again: it keeps what it has read, and gives back what is new in it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from kursapp.content.codec import decode, encode
from kursapp.content.contents import Contents
from kursapp.content.course_data import CourseData
from kursapp.content.exchange import FileData, LiveData, LiveFile, LiveParts, PartsData
from kursapp.content.parsing import FACTS, FILE_SECONDS, GLOSSARY, Parsing
from kursapp.domain.problem import Problem
from kursapp.worker import Worker, WorkerLimitError

LIVE_JOBS = "kursapp.content.live_jobs"
LASTING = frozenset({"file-too-heavy", "file-not-understood"})
"""What a file is refused for as long as it holds what it does."""

_HASH_BYTES = 16
_COVER, _SESSION = "parse_cover", "parse_session"


class LostError(Exception):
    """The worker has been started anew while it was asked, and has not all that was sent."""


class LiveParsing(Parsing):
    """One reading of a draft: what the worker has not read, or lacks of what was read before, is sent to it.

    ``sessions`` are the stored forms of sessions given so far, by the names the worker gives them: ``course`` puts in
    what is new and takes out what is no longer used. ``refused`` are the files that have taken the worker down, by what
    they held then: they are not tried again. ``lines`` says afterwards where sessions, pages and items begin.
    """

    def __init__(
        self,
        contents: Contents,
        worker: Worker,
        earlier: Mapping[str, bytes],
        sessions: dict[str, bytes],
        refused: dict[str, Problem],
    ) -> None:
        super().__init__(contents, worker, earlier)
        self._jobs = LIVE_JOBS
        self._refused = refused
        self._root = str(contents.listing.root)
        self._sessions = sessions
        self._stand_ins: dict[str, str] = {}
        self.lines: dict[str, int] = {}

    def _call(self, job: str, file: str, key: str) -> bytes | None:
        if key in self._refused:
            self._problems.append(self._refused[key])
            return None
        found = super()._call(job, file, key)
        if found is None and self._problems[-1].code in LASTING:
            self._refused[key] = self._problems[-1]
        return found

    def _run(self, job: str, file: FileData, key: str, seconds: float) -> bytes:
        if job == "look_at_image":
            return super()._run(job, file, key, seconds)
        return self._worker.call(f"{LIVE_JOBS}:{job}", encode(LiveFile(self._root, key, file.file, file.data)), seconds)

    def _unreadable(self, file: str, problems: list[Problem]) -> bytes:
        stand_in = super()._unreadable(file, problems)
        key = f"{_SESSION} {file} {hashlib.blake2b(stand_in, digest_size=_HASH_BYTES).hexdigest()}"
        self._stand_ins[file] = key
        self.parsed[key] = stand_in
        return stand_in

    def _join(self, parts: PartsData, seconds: float) -> CourseData:
        kept = LiveParts(
            self._root,
            self._key(_COVER, self._contents.listing.cover),
            {file: self._stand_ins.get(file) or self._key(_SESSION, file) for file in parts.sessions},
            None if parts.glossary is None else self._key("parse_glossary", GLOSSARY),
            None if parts.facts is None else self._key("parse_facts", FACTS),
            parts.files,
            parts.bad_images,
            parts.problems,
        )
        data = self._assemble(kept, seconds)
        if data.missing:
            # Read another day, or by a process that is gone.
            for key in data.missing:
                self._send(key)
            data = self._assemble(kept, seconds)
        if data.missing or not {*data.sessions.values()} <= {*self._sessions, *data.fresh}:
            raise LostError
        self._sessions.update(data.fresh)
        for name in self._sessions.keys() - data.sessions.values():
            del self._sessions[name]
        self.lines = data.lines
        sessions = {session_id: self._sessions[name] for session_id, name in data.sessions.items()}
        return CourseData(data.course, sessions, data.facts, data.problems)

    def _assemble(self, kept: LiveParts, seconds: float) -> LiveData:
        return decode(self._worker.call(f"{LIVE_JOBS}:assemble", encode(kept), seconds), LiveData)

    def _send(self, key: str) -> None:
        kept = LiveFile(self._root, key, "", self.parsed[key])
        try:
            self._worker.call(f"{LIVE_JOBS}:keep", encode(kept), FILE_SECONDS)
        except WorkerLimitError as error:
            raise LostError from error
