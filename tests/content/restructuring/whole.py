"""Reads a whole course from bytes, and tells what a participant would see of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import msgspec

from kursapp.content.assembly import Assembled, Parts, assemble
from kursapp.content.cover import read_cover
from kursapp.content.facts import read_facts
from kursapp.content.fixing import edits_with_free_ids, ids_of, repaired
from kursapp.content.parsed import ParsedSession
from kursapp.content.session import read_session
from kursapp.domain.course import Page
from kursapp.domain.page_items import blocks_of
from kursapp.domain.problem import Severity
from kursapp.domain.restructuring import FileChange, Restructuring

Files = dict[str, bytes]

COVER = "kurs.md"
_SESSION = re.compile(r"kurs:[^#\"]*#")


def read(files: Mapping[str, bytes]) -> Assembled:
    """Read a course as the worker does."""
    cover = read_cover(COVER, files[COVER])
    named = {link.file for module in cover.modules for link in module.links}
    sessions = {file: _session(file, files[file]) for file in named if file in files}
    facts = read_facts("kilder.md", files["kilder.md"])
    return assemble(Parts(cover, sessions, facts=facts, files=tuple(files)))


@lru_cache(maxsize=500)
def _session(file: str, data: bytes) -> ParsedSession:
    """Read a session once: most of a course is as it was after each step."""
    return read_session(file, data)


def errors(files: Mapping[str, bytes]) -> set[tuple[str, str]]:
    """Return the errors of a course, by file and code."""
    return {(found.file, found.code) for found in read(files).problems if found.severity is Severity.ERROR}


def with_ids(files: Files) -> Files:
    """Return a course in which every id is written, as ``check --fix`` does."""
    lacking = [found for found in read(files).problems if found.code == "no-id"]
    edits = edits_with_free_ids(lacking, ids_of(data.decode(errors="replace") for data in files.values()))
    return {file: repaired(data, edits[file]) if file in edits else data for file, data in files.items()}


def applied(files: Files, planned: Restructuring) -> Files:
    """Return the files after a restructuring; every change must begin with what is there."""
    changed = dict(files)
    for change in planned.changes:
        assert changed.get(change.file) == change.before, change.file
        changed = _one(changed, change)
    return changed


def undone(files: Files, planned: Restructuring) -> Files:
    """Return the files after a restructuring has been taken back."""
    changed = dict(files)
    for change in planned.changes:
        changed = _one(changed, FileChange(change.file, change.after, change.before))
    return changed


def _one(files: Files, change: FileChange) -> Files:
    if change.after is None:
        return {file: data for file, data in files.items() if file != change.file}
    return files | {change.file: change.after}


def pages(files: Mapping[str, bytes]) -> dict[str, Page]:
    """Return the pages of a course by id."""
    return {page.id: page for session in read(files).sessions for page in session.pages}


def items(files: Mapping[str, bytes]) -> dict[str, Any]:
    """Return what stands on the pages of a course and has an id, by id, as it is seen."""
    found = {}
    for page in pages(files).values():
        for block in blocks_of(page):
            if getattr(block, "id", "") and block.kind != "checklist":  # type: ignore[attr-defined]
                found[block.id] = seen(block)  # type: ignore[attr-defined]
    return found


def seen(value: Any) -> Any:
    """Return a page or a block as it is seen: not where it stands, nor which session a link goes through."""
    return _plain(msgspec.to_builtins(value))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items() if key != "place"}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return _SESSION.sub("kurs:#", value) if isinstance(value, str) else value
