"""Every version of a profile ever written can be opened, and a new one is like one that grew."""

from __future__ import annotations

import contextlib
import re
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kursapp.domain.annotation import Anchor, AnnotationKind
from kursapp.domain.certificate import CertificateWords
from kursapp.domain.course import Block
from kursapp.domain.evaluation_answer import Picked, RatedTwice, Written
from kursapp.domain.follow_up import PutOff
from kursapp.domain.plan import StepStatus
from kursapp.domain.product import KeptBecause
from kursapp.domain.question import Workbook
from kursapp.domain.record import (
    CaseStep,
    Enrolment,
    JoinedCohort,
    KeptDelivery,
    PageProgress,
    Position,
    ReadingPlace,
)
from kursapp.domain.response import Chosen, Typed
from kursapp.domain.review import CardKind, Grade, ReviewSettings, SeenDay
from kursapp.domain.submission import Solved
from kursapp.storage.inspection import look
from kursapp.storage.opening import create_database, open_database
from kursapp.storage.participant.profile_file import SCHEMA, ProfileFile, open_profile
from kursapp.storage.participant.search_tables import OWN_NAMES, OWN_WORDS
from kursapp.storage.schema import Schema
from kursapp.storage.snapshot import fingerprint

AT = datetime(2026, 3, 9, 12, tzinfo=UTC)
DAY = date(2026, 3, 9)
NEW_IN_6 = ("note", "review_card", "review_log", "review_course", "review_settings", "product_version", "plan_step")
NEW_IN_6 += ("put_off", "certificate", "own_text", "own_stale", OWN_NAMES, OWN_WORDS)


def made_with(path: Path) -> dict[str, list[str]]:
    """Return the words every table and index was made with, without the order SQLAlchemy lists constraints in."""
    with contextlib.closing(dbapi2.connect(str(path))) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    return {name: sorted(re.split(r",\s*\n\s*", re.sub(r"\s*\)\s*$", "", sql))) for name, sql in rows}


def facts(path: Path) -> dict[str, list[object]]:
    """Return what SQLite itself knows of columns, keys and indexes."""
    with contextlib.closing(dbapi2.connect(str(path))) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {
            name: [
                connection.execute(f"PRAGMA table_xinfo('{name}')").fetchall(),
                connection.execute(f"PRAGMA foreign_key_list('{name}')").fetchall(),
                # SQLAlchemy keeps a table's indexes in a set: which is made first is no difference.
                sorted(row[1:] for row in connection.execute(f"PRAGMA index_list('{name}')")),
            ]
            for name in sorted(names)
        }


def test_a_new_profile_is_like_one_that_was_migrated(tmp_path: Path) -> None:
    """All steps from an empty file lead to exactly the tables that a new file is given at once."""
    create_database(tmp_path / "ny.db", SCHEMA)
    nothing = Schema(SCHEMA.application_id, 0, type(SCHEMA.metadata)(), SCHEMA.steps)
    create_database(tmp_path / "gammel.db", nothing)
    with contextlib.closing(dbapi2.connect(str(tmp_path / "gammel.db"))) as empty:
        empty.execute("CREATE TABLE start (a)")
    open_database(tmp_path / "gammel.db", SCHEMA, at=AT).database.close()
    with contextlib.closing(dbapi2.connect(str(tmp_path / "gammel.db"))) as migrated:
        migrated.execute("DROP TABLE start")
    assert made_with(tmp_path / "gammel.db") == made_with(tmp_path / "ny.db")
    assert facts(tmp_path / "gammel.db") == facts(tmp_path / "ny.db")
    # The indexes of one's own words are the engine's own tables, with what it keeps them in.
    ours = {name for name in facts(tmp_path / "ny.db") if not name.startswith((OWN_NAMES, OWN_WORDS))}
    assert ours == set(SCHEMA.metadata.tables)
    assert look(tmp_path / "gammel.db") == look(tmp_path / "ny.db")


def test_there_is_a_step_for_every_version() -> None:
    """A version without the way to it would lock people out of their work."""
    assert sorted(SCHEMA.steps()) == list(range(1, SCHEMA.version + 1))


@pytest.fixture
def specimen(project: Path, tmp_path: Path) -> Iterator[ProfileFile]:
    """Open a copy of the profile that version 1 wrote."""
    shutil.copy(project / "tests" / "data" / "profile-1.db", tmp_path / "profil.db")
    profile = open_profile(tmp_path / "profil.db")
    yield profile
    profile.close()


def test_the_specimen_is_of_version_1(project: Path) -> None:
    """It was written by the first version and is never written again."""
    with contextlib.closing(
        sqlite3.connect(f"file:{project / 'tests/data/profile-1.db'}?immutable=1", uri=True)
    ) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (1,)
        assert file.execute("PRAGMA application_id").fetchone() == (SCHEMA.application_id,)


def test_a_profile_of_version_1_has_everything(specimen: ProfileFile, items: dict[str, Block]) -> None:
    """Everything the first version kept is read by this one."""
    assert specimen.enrolments.all() == (Enrolment("kurs", "1.10", "God barnevernledelse", "/kurs", AT, AT),)
    assert specimen.places.last("kurs") == ReadingPlace(
        "kurs", "okt-1", "side-1", AT, Position(3, 0.25, "tenk", "", 17)
    )
    assert specimen.pages.of_course("kurs") == {"side-1": PageProgress("kurs", "side-1", AT, AT, AT)}
    (attempt,) = specimen.attempts.of_course("kurs")
    assert (attempt.number, attempt.form, attempt.seconds_left, attempt.points, attempt.passed) == (1, "A", 60, 2, True)
    assert [(each.question_id, each.order) for each in attempt.drawn] == [("valg", ("b", "a")), ("tall", ())]
    assert specimen.attempts.flagged(attempt.id) == {"tall"}
    in_quiz = specimen.answers.in_attempt(attempt.id)
    assert {key: (each.response, each.right) for key, each in in_quiz.items()} == {
        "valg": (Chosen(("a",)), True),
        "tall": (Typed(("12",)), None),
    }
    practice = specimen.answers.last("kurs", ["valg"])["valg"]
    assert (practice.response, practice.points, practice.maximum, practice.certainty) == (Chosen(("b",)), 0, 2.5, 3)
    assert specimen.asked.get(practice.asked) is not None
    assert specimen.fields.of_items("kurs", ["tenk", "kart"]) == {
        "tenk": {"": "Jeg tror …\n«ja»"},
        "kart": {"r1/s": "3"},
    }
    assert specimen.products.finished("kurs") == {"kart": AT}
    assert specimen.drafts.of_course("kurs") == {"side-1/tenk": "Midt i en set"}
    (run,) = specimen.cases.runs("kurs", "sak")
    assert (run.steps, run.finished_at) == ((CaseStep("sak", "c1", AT),), AT)
    kept = specimen.evaluations.of_form("kurs", "eval-dag-1")["relevans"]
    assert kept.answer == RatedTwice(2, 4)
    assert kept.asked == fingerprint(items["evaluation_item"])
    assert specimen.evaluations.finished("kurs") == {"eval-dag-1": AT}


def test_a_profile_of_version_1_takes_new_work(specimen: ProfileFile, items: dict[str, Block]) -> None:
    """Going on in an old file is like going on in a new one."""
    assert specimen.pages.seen("kurs", "side-2", AT)
    run = specimen.cases.start("kurs", "2.0", items["case"], AT)  # type: ignore[arg-type]
    assert run.number == 2


def test_a_profile_of_version_1_can_join_a_cohort(specimen: ProfileFile) -> None:
    """What version 2 brought works in a file that version 1 made, and nothing was joined before."""
    assert specimen.cohorts.all() == ()
    joined = JoinedCohort("0f" * 16, "kurs", b"kull", ("elg", "bro"), AT.date(), AT)
    specimen.cohorts.save(joined)
    delivery = KeptDelivery(joined.cohort_id, "eval-dag-1", "ab" * 16, "", (("relevans", RatedTwice(2, 4)),), AT)
    specimen.deliveries.save(delivery)
    assert specimen.cohorts.all() == (joined,)
    assert specimen.deliveries.of_cohort(joined.cohort_id) == (delivery,)


@pytest.fixture
def second(project: Path, tmp_path: Path) -> Iterator[ProfileFile]:
    """Open a copy of the profile that version 2 wrote."""
    shutil.copy(project / "tests" / "data" / "profile-2.db", tmp_path / "profil.db")
    profile = open_profile(tmp_path / "profil.db")
    yield profile
    profile.close()


def test_the_second_specimen_is_of_version_2(project: Path) -> None:
    """It was written by the second version and is never written again."""
    with contextlib.closing(
        sqlite3.connect(f"file:{project / 'tests/data/profile-2.db'}?immutable=1", uri=True)
    ) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (2,)


def test_a_profile_of_version_2_knows_what_was_handed_in(second: ProfileFile) -> None:
    """The cohort, the ids that the next files are to replace or use, and what was deleted."""
    assert second.enrolments.all()[0].title == "God barnevernledelse"
    mark = ("elg", "bro", "kano", "lys")
    assert second.cohorts.all() == (JoinedCohort("0f" * 16, "kurs", b"\x00kull\xff", mark, date(2026, 12, 31), AT),)
    answers = (("relevans", RatedTwice(2, 4)), ("best", Picked(("annet",), "Æ")), ("mer", Written("=2+3")))
    assert second.deliveries.of_cohort("0f" * 16) == (
        KeptDelivery("0f" * 16, "eval-dag-1", "ab" * 16, "", answers, AT),
        KeptDelivery("0f" * 16, "eval-dag-2", reserved="cd" * 16),
        KeptDelivery("0f" * 16, "eval-dag-3", forgotten=True),
        KeptDelivery("0f" * 16, "quiz-dag-1", "ef" * 16, "", (("q1", Solved(500, ("a",))),), AT),
    )


@pytest.fixture
def sixth(project: Path, tmp_path: Path) -> Iterator[ProfileFile]:
    """Open a copy of the profile that version 6 wrote."""
    shutil.copy(project / "tests" / "data" / "profile-6.db", tmp_path / "profil.db")
    profile = open_profile(tmp_path / "profil.db")
    yield profile
    profile.close()


def test_the_third_specimen_is_of_version_6(project: Path, tmp_path: Path) -> None:
    """It was written by the sixth version, with something in every table that came since the second."""
    shutil.copy(project / "tests" / "data" / "profile-6.db", tmp_path / "profil.db")
    with contextlib.closing(dbapi2.connect(str(tmp_path / "profil.db"))) as file:
        assert file.execute("PRAGMA user_version").fetchone() == (6,)
        counts = {name: file.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in NEW_IN_6}
    assert all(counts.values()), counts


def test_a_profile_of_version_6_has_its_notes(sixth: ProfileFile) -> None:
    """A highlight, a note whose words are gone, one to the page, a bookmark, and one in the bin."""
    marked, lost, noted, bookmark = sorted(sixth.notes.all(), key=lambda each: each.created_at)
    assert (marked.kind, marked.colour, marked.words) == (AnnotationKind.HIGHLIGHT, "green", "Husk æøå 😀")
    assert marked.anchor == Anchor(
        "senest innen én uke", "En melding skal gjennomgås snarest, og ", ".", part=0, start=39
    )
    assert (marked.course_id, marked.session_id, marked.page_id, marked.page_title) == (
        "kurs",
        "okt-1",
        "frister",
        "Frister",
    )
    assert (lost.lost, lost.anchor) == (True, Anchor("Ord som ikke står der", "foran ", " etter", 1, 7))
    assert (noted.kind, noted.words, noted.lost) == (AnnotationKind.NOTE, "Om siden", False)
    assert bookmark.kind is AnnotationKind.BOOKMARK
    assert [(each.words, each.removed_at) for each in sixth.notes.removed()] == [
        ("I papirkurven", AT + timedelta(minutes=4))
    ]


def test_a_profile_of_version_6_goes_on_practising(sixth: ProfileFile) -> None:
    """The cards with what is remembered, every answer with what the card was before it, the setup and the pause."""
    cards = sixth.review_cards.of_course("kurs")
    assert {name: (card.kind, card.times, card.lapses, card.run) for name, card in cards.items()} == {
        "q1": (CardKind.QUESTION, 2, 1, 0),
        "q2": (CardKind.QUESTION, 0, 0, 0),
        "fredag": (CardKind.CASE, 1, 0, 1),
    }
    assert cards["q1"].memory is not None
    assert cards["q1"].memory.day == DAY + timedelta(days=2)
    assert (cards["q2"].memory, cards["q2"].due, cards["q2"].goals) == (None, DAY + timedelta(days=1), ("m1",))
    first, second = sixth.review_log.of_item("kurs", "q1")
    assert (first.response, first.right, first.knew, first.was_new) == (Chosen(("q1-a",)), True, False, True)
    assert (first.grade, first.before) == (Grade.HARD, None)
    assert (second.response, second.right, second.grade) == (Chosen(("q1-b",)), False, Grade.AGAIN)
    assert second.before is not None
    assert second.before.day == DAY + timedelta(days=1)
    assert sixth.asked.get(second.asked) is not None
    assert sixth.review_setup.settings() == ReviewSettings(5, 25, cases=True, paused_on=DAY + timedelta(days=2))
    assert sixth.review_setup.seen() == SeenDay(DAY + timedelta(days=2), DAY + timedelta(days=2))
    assert all(sixth.review_setup.taken_in("kurs"))


def test_a_profile_of_version_6_has_its_workbook_and_plan(sixth: ProfileFile) -> None:
    """What a product said earlier, with the product as it was; the steps, done, open and thrown away."""
    versions = sixth.versions.of_item("kurs", "wb-notat")
    assert [(each.reason, dict(each.parts), each.kept_at) for each in versions] == [
        (KeptBecause.FINISHED, {"": "Først, og så mer"}, AT + timedelta(minutes=11)),
        (KeptBecause.CHANGED, {"": "Først"}, AT),
        (KeptBecause.BEGUN, {}, AT),
    ]
    assert all(isinstance(sixth.asked.get(each.asked), Workbook) for each in versions)
    steps = {step.text: step for step in sixth.plan_steps.all()}
    assert list(steps) == ["Lese ti vedtak sammen", "Øve på telefonen", "Bort"]
    first, second, gone = steps.values()
    assert (first.owner, first.due, first.status) == ("leder", date(2026, 3, 20), StepStatus.NOT_BEGUN)
    assert (first.place, first.source, first.created_at) == (1, "wb/p1/tiltak", AT)
    assert (second.status, second.done_at, second.removed_at) == (StepStatus.DONE, AT, None)
    assert gone.removed_at == AT


def test_a_profile_of_version_6_knows_its_follow_up(sixth: ProfileFile) -> None:
    """What was put off, and what stands on the certificate."""
    assert set(sixth.put_offs.all()) == {
        PutOff("kurs", "plan:2026-03-20", AT),
        PutOff("kurs", "reminder:oppfolging:2", AT, for_good=True),
    }
    assert sixth.certificates.get("kurs") == CertificateWords(
        "Kari Nordmann", date(2026, 3, 2), date(2026, 3, 9), made_at=AT
    )


def test_a_profile_of_version_6_is_searched(sixth: ProfileFile) -> None:
    """What was indexed then is found now, and what had changed since is indexed first."""
    assert sixth.own_index.refresh(100) is False
    steps = {step.text: step.id for step in sixth.plan_steps.all()}
    assert sixth.own_index.keys("vedtak", "plan_step") == (steps["Lese ti vedtak sammen"],)
    assert sixth.own_index.keys("sammen", "plan_step") == (steps["Lese ti vedtak sammen"],)
    assert sixth.own_index.keys("telefon", "plan_step") == (steps["Øve på telefonen"],)
    assert sixth.own_index.keys("papirkurv", "note") == ()
    assert len(sixth.own_index.keys("husk", "note")) == 1
    assert sixth.own_index.keys("fristene", "field") == ("tenk",)
