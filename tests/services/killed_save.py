"""Saves a text, and is killed at one step after another, as when the power goes; run as a program of its own.

``python -m tests.services.killed_save FOLDER``: writes, for each step it was killed at, what there is afterwards.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from kursapp import paths
from kursapp.domain.problem import KursappError
from kursapp.services.author import Author
from kursapp.services.clock import SystemClock
from kursapp.services.draft import Draft
from kursapp.services.snapshots import LATEST, Snapshots
from kursapp.worker import Worker

STEPS = ("open", "fsync", "mkdir", "rename", "replace", "rmdir", "unlink", "link", "chmod", "write", "utime")
FILE = "dag-1/økt.md"
OLD, NEW, EARLIER = ("gammel linje\n" * 3_000, "ny linje\n" * 4_000, "enda eldre\n" * 2_000)
OLDER = [f"uke gammel {number}\n" * 400 for number in range(LATEST + 5)]
STORIES = ("save", "clash", "snapshot", "prune")


class LongAgo:
    """A clock a month ago."""

    def now(self) -> datetime:
        """Return the moment."""
        return datetime.now(UTC) - timedelta(days=30)


def opened(root: Path) -> Draft:
    """Open the draft as a start of the program does."""
    author = Author(root / "data", SystemClock())
    return author.open(author.add(root / "kurs").id)


def begin(root: Path, story: str) -> None:
    """Write a course with one text, and one earlier version of it kept; or so many that some are to go."""
    shutil.rmtree(root, ignore_errors=True)
    (root / "kurs" / "dag-1").mkdir(parents=True)
    (root / "kurs" / "kurs.md").write_text("# Kurs\n")
    (root / "kurs" / FILE).write_text(OLD)
    draft = opened(root)
    if story == "prune":
        kept = Snapshots(draft.home / "snapshots", LongAgo())
        for text in OLDER:
            kept.take(FILE, text)
    else:
        draft.snapshot(FILE, EARLIER)


def killed_at_step(number: int) -> None:
    """Let the program be gone at a step of the file system."""
    steps = 0

    def counted(name: str) -> Any:
        call = getattr(os, name)

        def step(*words: Any, **more: Any) -> Any:
            nonlocal steps
            steps += 1
            if steps == number:
                os._exit(9)
            return call(*words, **more)

        return step

    for name in STEPS:
        setattr(os, name, counted(name))


def make_course(root: Path, killed_at: int) -> None:
    """Make a new course, and be gone at a step."""
    author = Author(root / "data", SystemClock())
    killed_at_step(killed_at)
    author.new(root / "nytt", "Kurset", paths.assets() / "nytt-kurs")


def made(root: Path) -> dict[str, Any]:
    """Return what there is of a new course."""
    template, folder = paths.assets() / "nytt-kurs", root / "nytt"
    wanted = [path.relative_to(template) for path in template.rglob("*") if path.is_file()]
    return {
        "is_course": (folder / "kurs.md").exists(),
        "is_whole": all((folder / path).exists() for path in wanted),
        "drafts": [card.title for card in Author(root / "data", SystemClock()).drafts() if card.folder == folder],
    }


def work(root: Path, story: str, killed_at: int) -> None:
    """Do what the story tells, and be gone at a step; beyond the last step, finish."""
    if story == "new":
        make_course(root, killed_at)
        return
    author = Author(root / "data", SystemClock())
    (card,) = author.drafts()
    draft = Draft(card.id, card.folder, root / "data" / "author" / card.id, SystemClock(), Worker())
    base = draft.read(FILE).digest
    killed_at_step(killed_at)
    with contextlib.suppress(KursappError):
        if story == "prune":
            draft.tidy()
        elif story == "snapshot":
            draft.snapshot(FILE, NEW)
        else:
            draft.save(FILE, NEW, base if story == "save" else "0" * 64)


def state(root: Path) -> dict[str, Any]:
    """Return what the next start finds: the file, every snapshot's text, and what was not saved."""
    draft = opened(root)
    names = {OLD: "old", NEW: "new", EARLIER: "earlier", **dict.fromkeys(OLDER, "older")}
    text = (root / "kurs" / FILE).read_bytes().decode()
    return {
        "file": names.get(text, "half"),
        "snapshots": sorted(names.get(draft.snapshot_text(head.id), "half") for head in draft.snapshots()),
        "unsaved": [names.get(each.text, "half") for each in draft.unsaved()],
        "files": list(draft.files()),
    }


def main(root: Path, story: str) -> None:
    """Be killed at each step in turn, until it comes through."""
    states, ended = [], 9
    while ended == 9:
        begin(root, story)
        child = os.fork()
        if not child:
            work(root, story, len(states) + 1)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        states.append(made(root) if story == "new" else state(root))
    sys.stdout.write(json.dumps(states))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
