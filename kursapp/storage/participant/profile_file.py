"""A profile's database and its stores."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from kursapp.domain.backup import KeptBackup, Occasion
from kursapp.domain.problem import refusal
from kursapp.storage.amounts import compared
from kursapp.storage.backup import back_up, copy_out, rewrite
from kursapp.storage.database import Database
from kursapp.storage.inspection import look
from kursapp.storage.key_file import is_locked
from kursapp.storage.opening import open_database
from kursapp.storage.participant import migrations
from kursapp.storage.participant.asked import Asked
from kursapp.storage.participant.cases import Cases
from kursapp.storage.participant.counted import COUNTED
from kursapp.storage.participant.evaluations import Evaluations
from kursapp.storage.participant.everything import Everything
from kursapp.storage.participant.follow_up import Certificates, PutOffs
from kursapp.storage.participant.forgetting import forget_form
from kursapp.storage.participant.handing_in import Deliveries, JoinedCohorts
from kursapp.storage.participant.metadata import METADATA
from kursapp.storage.participant.notes import Notes
from kursapp.storage.participant.own_index import OwnIndex
from kursapp.storage.participant.plan import PlanSteps
from kursapp.storage.participant.quizzes import Answers, Attempts
from kursapp.storage.participant.reading import Enrolments, Pages, Places
from kursapp.storage.participant.review_cards import ReviewCards
from kursapp.storage.participant.review_log import ReviewLog, ReviewSetup
from kursapp.storage.participant.versions import Versions
from kursapp.storage.participant.writing import Drafts, Fields, Products
from kursapp.storage.rekeying import keep_log
from kursapp.storage.schema import Schema

SCHEMA = Schema(
    application_id=0x4B555250,
    version=6,
    metadata=METADATA,
    steps=migrations.steps,
    key_is_certain=True,
    counted=COUNTED,
)
"""``KURP``: a participant's file."""


class ProfileFile:
    """One participant's work, open. Everything is called on the thread that opened it."""

    def __init__(self, database: Database, *, changed: bool) -> None:
        self._database = database
        self._changed = changed
        self.asked = Asked(database)
        self.enrolments = Enrolments(database)
        self.places = Places(database)
        self.pages = Pages(database)
        self.attempts = Attempts(database, self.asked)
        self.answers = Answers(database, self.asked)
        self.own_index = OwnIndex(database, self.asked)
        self.fields = Fields(database, self.asked)
        self.products = Products(database)
        self.drafts = Drafts(database)
        self.notes = Notes(database)
        self.cases = Cases(database, self.asked)
        self.evaluations = Evaluations(database, self.asked)
        self.cohorts = JoinedCohorts(database)
        self.deliveries = Deliveries(database)
        self.review_cards = ReviewCards(database)
        self.review_log = ReviewLog(database, self.asked)
        self.review_setup = ReviewSetup(database)
        self.put_offs = PutOffs(database)
        self.certificates = Certificates(database)
        self.plan_steps = PlanSteps(database)
        self.versions = Versions(database, self.asked)
        self.everything = Everything(database)

    @property
    def path(self) -> Path:
        """Return where the file is."""
        return self._database.path

    @property
    def key(self) -> bytes | None:
        """Return the key it is under; None where it has none."""
        return self._database.key

    @property
    def read_only(self) -> bool:
        """Say whether nothing can be saved, since the file or its folder cannot be written to."""
        return self._database.read_only

    def transaction(self) -> contextlib.AbstractContextManager[None]:
        """Make one of several writes: all are durable when the block ends, or none is."""
        return self._database.transaction()

    def back_up(self, at: datetime) -> Path | None:
        """Make a backup, once after opening, where the file has changed since the newest; None where it has not.

        Raises KursappError: ``disk-full``, ``folder-unwritable``, ``backup-failed``.
        """
        if self.read_only or not self._changed:
            return None
        made = back_up(self._database.driver, self.path, self._database.key, at)
        self._changed = False
        return made

    def copy_to(self, path: Path) -> None:
        """Copy the file as it stands to one that is not there yet.

        Raises KursappError: ``disk-full``, ``backup-failed``. Whoever calls throws a failed copy away.
        """
        copy_out(self._database.driver, path, self._database.key)

    def back_up_before(self, occasion: Occasion, at: datetime) -> Path | None:
        """Make a backup whatever has changed, before much is changed at once; None where nothing can be saved.

        Raises KursappError as ``back_up``.
        """
        if self.read_only:
            return None
        return back_up(self._database.driver, self.path, self._database.key, at, occasion=occasion)

    def back_up_and_empty(self, at: datetime) -> None:
        """Make a backup whatever has changed, and leave no log beside the file: another is to take its place."""
        self.back_up_before(Occasion.IMPORT, at)
        self._database.empty_log()

    def keep_log(self) -> None:
        """Let the log be written over, and not only removed, when the file is closed to be put under a key."""
        keep_log(self.path)

    def compare(self, kept: Sequence[KeptBackup]) -> tuple[KeptBackup, ...]:
        """Say of each backup what of this file it lacks."""
        return compared(self._database.driver, COUNTED, kept)

    def forget_form(self, course_id: str, form_id: str) -> None:
        """Take what was answered and handed in on a form out of the log and out of every backup.

        What the file itself holds of it has been changed before. Raises KursappError: ``disk-full``, ``backup-failed``.
        """
        self._database.empty_log()
        rewrite(self.path, self._database.key, partial(forget_form, course_id=course_id, form_id=form_id))

    def close(self) -> None:
        """Close the file, so that it can be opened again or copied."""
        self._database.close()


def open_profile(path: Path, *, create: bool = False, key: bytes | None = None) -> ProfileFile:
    """Open a profile's database, made first where there is none and ``create`` says so.

    Raises KursappError as ``storage.opening.open_database`` names it, and ``profile-locked`` (name: its folder's) where
    one that has a ``key`` is opened without: it must not be taken for damaged. In a folder that can only be read the
    profile opens ``read_only``.
    """
    if key is None and is_locked(path):
        raise refusal("profile-locked", name=path.parent.name)
    opened = open_database(path, SCHEMA, create=create, key=key, at=datetime.now(UTC))
    return ProfileFile(opened.database, changed=opened.changed)


def version_of(path: Path, key: bytes | None = None) -> int:
    """Return the version of a profile's database that nobody has open; 0 where it is damaged, or none at all."""
    found = look(path, key)
    return found.version if found.sound and found.application_id == SCHEMA.application_id else 0
