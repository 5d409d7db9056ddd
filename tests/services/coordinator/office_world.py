"""A coordinator at work: a course with a form of every kind of item and a quiz, a real safe, a real collection."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from random import Random

from kursapp.delivery import cohort_file
from kursapp.delivery.answer_file import seal
from kursapp.domain.cohort import Cohort
from kursapp.domain.course import (
    Course,
    EvaluationSettings,
    EvaluationType,
    Module,
    Page,
    PageHead,
    PageKind,
    Place,
    QuizSettings,
    Rich,
    Session,
    SessionHead,
)
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, EvaluationOption, Statement
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option, Question, QuestionSettings
from kursapp.domain.submission import FileState, Submission
from kursapp.files.shelf import Shelf
from kursapp.services.cohort_cards import CohortDraft, Collected
from kursapp.services.coordinator import Coordinator
from kursapp.services.made_up import MadeUpPerson
from kursapp.services.office import Office
from kursapp.storage.collection.collection import Collection, open_collection
from kursapp.vault.passphrases import LIGHT
from kursapp.vault.safe import Safe

HERE = Place("dag-1/01.md", 1, 9)
LIKERT = ("Svært uenig", "Uenig", "Verken eller", "Enig", "Svært enig")
PASSPHRASE = "to harde plommer"
AFTER, BEFORE, QUIZ = "eval-etter", "eval-for", "quiz-1"


def say(words: str) -> Rich:
    return Rich(f"<p>{words}</p>", words)


def item(name: str, kind: EvaluationKind, **more: object) -> EvaluationItem:
    return EvaluationItem(name, f"Om {name}?", HERE, kind, theme="Kurset", **more)  # type: ignore[arg-type]


def options(*names: str, other: str = "") -> tuple[EvaluationOption, ...]:
    return tuple(EvaluationOption(name, say(name.title()), name == other) for name in names)


def rows(*names: str) -> tuple[Statement, ...]:
    return tuple(Statement(name, say(f"Jeg kan {name}")) for name in names)


ROLE = item("rolle", EvaluationKind.CHOICE, options=options("leder", "annet"), background=True)
AFTER_ITEMS = (
    ROLE,
    item("nytte", EvaluationKind.SCALE, steps=LIKERT, apart="Vet ikke", statements=rows("relevans", "tempo")),
    item("fornaa", EvaluationKind.BEFORE_NOW, steps=LIKERT, statements=rows("frister", "vedtak")),
    item("mer", EvaluationKind.MULTIPLE, options=options("jus", "ledelse", "noe-annet", other="noe-annet")),
    item("viktigst", EvaluationKind.RANKING, options=options("barna", "ansatte")),
    item("karakter", EvaluationKind.NUMBER, low=0, high=10),
    item("bra", EvaluationKind.TEXT),
)
BEFORE_ITEMS = (item("mestring", EvaluationKind.SCALE, steps=LIKERT, statements=rows("frister", "vedtak")),)


def question(name: str, *, bank: str = "") -> ChoiceQuestion:
    offered = tuple(Option(f"{name}-{letter}", say(letter), letter == "a", say(letter)) for letter in "abc")
    settings = QuestionSettings(bank=bank)
    return ChoiceQuestion(name, f"Spørsmål {name}", HERE, ChoiceKind.SINGLE, offered, settings=settings)


PAGES = (
    Page(
        BEFORE,
        "Før kurset",
        HERE,
        BEFORE_ITEMS,
        PageKind.EVALUATION,
        evaluation=EvaluationSettings(EvaluationType.BEFORE),
    ),
    Page(QUIZ, "Quiz", HERE, tuple(question(f"q{n}") for n in (1, 2, 3)), PageKind.QUIZ, QuizSettings()),
    Page(
        AFTER,
        "Etter kurset",
        HERE,
        AFTER_ITEMS,
        PageKind.EVALUATION,
        evaluation=EvaluationSettings(EvaluationType.AFTER),
    ),
)
SESSION = Session("d1", "dag-1/01.md", "Dag 1", PAGES)
HEADS = tuple(PageHead(page.id, page.title, page.kind) for page in PAGES)
COURSE = Course(
    "lede",
    "1.2.0",
    "Å lede",
    (Module("dag-1", "Dag 1", (SessionHead("d1", "dag-1/01.md", "Dag 1", 30, HEADS),), day=1),),
    organiser="KS",
)


@dataclass
class OfferedPages:
    """A course that has been read."""

    course: Course = COURSE
    digest: str = "ab" * 32
    banks: dict[str, tuple[Question, ...]] = field(default_factory=dict)
    read: Session = SESSION
    root: Path = Path("courses/lede")

    def session(self, session_id: str) -> Session:
        assert session_id == self.read.id
        return self.read

    def bank(self, bank: str) -> tuple[Question, ...]:
        return self.banks.get(bank, ())


@dataclass
class HandClock:
    """A clock that stands still until it is moved."""

    time: datetime = datetime(2026, 3, 9, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time


def draft(**more: object) -> CohortDraft:
    """Return what a coordinator may decide, all of it allowed."""
    said: dict[str, object] = {
        "name": "Vår 2026",
        "starts": date(2026, 3, 2),
        "ends": date(2026, 6, 1),
        "keep_until": date(2026, 12, 1),
        "invited": 24,
        "form_ids": (BEFORE, AFTER, QUIZ),
    }
    return CohortDraft(**{**said, **more})  # type: ignore[arg-type]


class OfficeWorld:
    """A coordinator with a published cohort, and the people who hand in to it."""

    def __init__(self, folder: Path, where: Path | str | None = None, *, simulated: bool = False) -> None:
        self.folder = folder
        self.inbox = folder / "innboks"
        self.inbox.mkdir()
        self.where = folder / "samling.db" if where is None else where
        self.clock = HandClock()
        self.simulated = simulated
        self.safe = Safe.create(Shelf(folder / "safe"), PASSPHRASE, LIGHT)
        self.collection = self.open_collection()
        self.office = self.office_with(self.collection)
        self.coordinator = Coordinator(self.office)
        self.course = OfferedPages()
        self._random = Random(7)
        self._others = 0

    def open_collection(self, schema: str = "kursapp") -> Collection:
        """Open the coordinator's collection, or another one beside it."""
        where = self.where if isinstance(self.where, str) or schema == "kursapp" else self.folder / f"{schema}.db"
        beside = self.folder / f"{schema}.slettet"
        return open_collection(where, self.safe.database_key(), at=self.clock.now(), schema=schema, tombstones=beside)

    def another_collection(self) -> Collection:
        """Open a collection that is empty."""
        self._others += 1
        return self.open_collection(f"k{self._others}")

    def office_with(self, collection: Collection) -> Office:
        return Office(self.safe, collection, self.clock, self.folder / "safe", self.simulated)

    def publish(self, **more: object) -> Cohort:
        """Make and publish a cohort."""
        card = self.coordinator.create(draft(**more), self.course)
        self.coordinator.recovery_code(card.id)
        published = self.coordinator.publish(card.id, self.folder)
        return cohort_file.read(published.path)[0]

    def submission(
        self,
        cohort: Cohort,
        form_id: str = AFTER,
        *,
        replaces: str = "",
        response_id: str = "",
        answers: Mapping[str, EvaluationAnswer] | None = None,
        code: str = "",
    ) -> Submission:
        """Return what somebody hands in: made-up answers where none are given."""
        form = cohort.form(form_id)
        given = MadeUpPerson(self._random, "nb").answer(form.form) if answers is None else tuple(answers.items())
        return Submission(cohort.id, form_id, form.digest, response_id or secrets.token_hex(16), replaces, given, code)

    def write(self, cohort: Cohort, submission: Submission) -> Path:
        """Seal something handed in to a file."""
        path = self.inbox / f"{secrets.token_hex(8)}.svar"
        path.write_bytes(seal(submission, cohort))
        return path

    def hand_in(self, cohort: Cohort, form_id: str = AFTER, *, count: int = 1, **more: object) -> list[Path]:
        """Let so many people hand in, each her own file."""
        return [self.write(cohort, self.submission(cohort, form_id, **more)) for _ in range(count)]  # type: ignore[arg-type]

    def collect(self, cohort: Cohort, *files: Path) -> Collected:
        """Collect files, or all in the inbox."""
        return self.coordinator.collect(cohort.id, files or self.coordinator.files_in(self.inbox))

    def states(self, cohort: Cohort, *files: Path) -> list[FileState]:
        """Collect files and return what became of each."""
        return [outcome.state for outcome in self.collect(cohort, *files).outcomes]

    def close(self) -> None:
        self.collection.close()
