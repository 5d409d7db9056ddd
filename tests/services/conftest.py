"""The smallest living world for the use cases: a clock, a participant's real file, a course of one of everything."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from kursapp.domain.case import Axis, Case, Choice, Effect, Ending, Scene
from kursapp.domain.course import (
    Block,
    CheckItem,
    Checklist,
    Course,
    Draw,
    EvaluationSettings,
    EvaluationType,
    ItemHead,
    ItemKind,
    Module,
    Page,
    PageHead,
    PageKind,
    Place,
    Prose,
    QuizSettings,
    Requirement,
    RequirementKind,
    Rich,
    ScoreBand,
    Session,
    SessionHead,
)
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, Statement
from kursapp.domain.question import (
    Cell,
    ChoiceKind,
    ChoiceQuestion,
    Column,
    ColumnKind,
    DateQuestion,
    Feedback,
    Option,
    Question,
    QuestionSettings,
    Reflection,
    Row,
    Workbook,
    WorkbookKind,
)
from kursapp.services.participant import CourseDesk, Participant
from kursapp.storage.participant.profile_file import ProfileFile, open_profile

HERE = Place("dag-1/01.md", 1, 9)
LIKERT = ("Svært uenig", "Uenig", "Verken eller", "Enig", "Svært enig")


def say(words: str) -> Rich:
    return Rich(f"<p>{words}</p>", words)


def single(name: str, *, bank: str = "", **settings: object) -> ChoiceQuestion:
    """Make a question whose first option is right."""
    options = tuple(Option(f"{name}-{letter}", say(letter), letter == "a", say(f"om {letter}")) for letter in "abc")
    return ChoiceQuestion(
        name,
        f"Spørsmål {name}",
        HERE,
        ChoiceKind.SINGLE,
        options,
        settings=QuestionSettings(bank=bank, **settings),
        feedback=Feedback(explanation=say("forklaring")),
    )


PRACTICE = single("q-frist")
DEADLINE = DateQuestion("q-dato", "Når?", HERE, date(2026, 3, 9), settings=QuestionSettings(tries=2))
REFLECTION = Reflection("r-hverdag", "Hva blir borte?", HERE)
CHECKLIST = Checklist(HERE, "sjekk", (CheckItem("s1", say("Lest loven")), CheckItem("s2", say("Spurt barnet"))))
FIELD, NONE = Cell(field=True), Cell(none=True)
WORKBOOK = Workbook(
    "wb-risiko",
    "Risiko",
    HERE,
    WorkbookKind.TABLE,
    columns=(
        Column("fare", "Fare"),
        Column("sannsynlighet", "Sannsynlighet", ColumnKind.SCALE, 1, 5),
        Column("konsekvens", "Konsekvens", ColumnKind.NUMBER),
        Column("risiko", "Risiko", ColumnKind.COMPUTED, formula="sannsynlighet * konsekvens"),
    ),
    rows=(
        Row("r1", (Cell(say("Trusler")), FIELD, FIELD, FIELD)),
        Row("r2", (FIELD, FIELD, Cell(say("4")), NONE)),
    ),
    growing=True,
)
BOXES = Workbook("wb-bokser", "Bokser", HERE, WorkbookKind.BOXES, items=(("b1", say("Ett")), ("b2", say("To"))))
TEXT = Workbook("wb-notat", "Notat", HERE, WorkbookKind.TEXT)
INSIDE = single("q-inni")
CASE = Case(
    "case-fredag",
    "Fredag",
    HERE,
    (Axis("barnet", "Barnet", 0, 5),),
    (
        Scene(
            "case-fredag",
            "Fredag",
            HERE,
            (),
            (
                Choice("c1", say("Vent"), "mandag", say("Du venter."), (Effect("barnet", -2, say("helgen")),)),
                Choice("c2", say("Snakk"), "samtalen", say("Du snakker."), (Effect("barnet", 3),)),
            ),
        ),
        Scene("mandag", "Mandag", HERE, (INSIDE,), (Choice("igjen", say("Tilbake"), "case-fredag"),)),
        Scene(
            "samtalen", "Samtalen", HERE, (), (Choice("c3", say("Vedtak"), "vedtak"), Choice("c4", say("La"), "uro"))
        ),
        Scene("vedtak", "Vedtak", HERE, (), ending=Ending.GOOD),
        Scene("uro", "Uro", HERE, (), ending=Ending.SERIOUS),
    ),
)
BANDS = (ScoreBand(0, 69, say("Les mer")), ScoreBand(70, 100, say("Bra")))
KNOWLEDGE = single("k-frist", measures="frister")
NOW_ROWS = EvaluationItem(
    "fornaa",
    "Før og nå",
    HERE,
    EvaluationKind.BEFORE_NOW,
    theme="Trygghet",
    steps=LIKERT,
    statements=(Statement("frister", say("Jeg kan fristene")),),
    required=True,
)
COMMENT = EvaluationItem("kommentar", "Noe mer?", HERE, EvaluationKind.TEXT, theme="Annet")

READING = Page(
    "lesing", "Fristene", HERE, (Prose(HERE, say("tekst")), PRACTICE, DEADLINE, REFLECTION, CHECKLIST), PageKind.TEXT
)
WORK = Page("arbeid", "Arbeid", HERE, (WORKBOOK, BOXES, TEXT, CASE))
QUIZ = Page(
    "quiz-1",
    "Quiz dag 1",
    HERE,
    tuple(single(f"z{number}") for number in range(4)),
    PageKind.QUIZ,
    QuizSettings(bands=BANDS, shuffle=False),
)
FORM = Page(
    "eval-1",
    "Evaluering",
    HERE,
    (NOW_ROWS, KNOWLEDGE, COMMENT),
    PageKind.EVALUATION,
    evaluation=EvaluationSettings(EvaluationType.DAY),
)


def head(page: Page, *kinds: tuple[ItemKind, str]) -> PageHead:
    return PageHead(page.id, page.title, page.kind, tuple(ItemHead(name, kind, name) for kind, name in kinds), 10)


COURSE = Course(
    "god-barnevernledelse",
    "1.0.0",
    "God barnevernledelse",
    (
        Module(
            "dag-1",
            "Dag 1: Samfunnsoppdraget",
            (
                SessionHead(
                    "d1-1",
                    "dag-1/01.md",
                    "Hvorfor finnes vi?",
                    30,
                    (
                        head(
                            READING,
                            (ItemKind.QUESTION, "q-frist"),
                            (ItemKind.QUESTION, "q-dato"),
                            (ItemKind.REFLECTION, "r-hverdag"),
                            (ItemKind.CHECKLIST, "sjekk"),
                        ),
                        head(
                            WORK,
                            (ItemKind.WORKBOOK, "wb-risiko"),
                            (ItemKind.WORKBOOK, "wb-bokser"),
                            (ItemKind.WORKBOOK, "wb-notat"),
                            (ItemKind.CASE, "case-fredag"),
                        ),
                    ),
                ),
                SessionHead("d1-q", "dag-1/quiz.md", "Quiz", 20, (head(QUIZ),)),
                SessionHead("d1-e", "dag-1/eval.md", "Evaluering", 5, (head(FORM),)),
            ),
            day=1,
        ),
    ),
    requirements=(
        Requirement(RequirementKind.QUIZ, "Quiz dag 1", "quiz-1"),
        Requirement(RequirementKind.WORKBOOK, "Risiko", "wb-risiko"),
        Requirement(RequirementKind.REFLECTIONS, "Alle refleksjoner besvart"),
    ),
)


@dataclass
class HandClock:
    """A clock that stands still until it is moved."""

    time: datetime = datetime(2026, 3, 9, 12, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def move(self, **by: float) -> None:
        self.time += timedelta(**by)


@dataclass
class OpenCourse:
    """A course that has been read, with its banks."""

    course: Course = COURSE
    root: Path = Path("courses/god-barnevernledelse")
    banks: dict[str, tuple[Question, ...]] = field(default_factory=dict)

    def bank(self, bank: str) -> tuple[Question, ...]:
        return self.banks.get(bank, ())

    def session(self, session_id: str) -> Session:
        head = self.course.session_head(session_id)
        pages = {page.id: page for page in (READING, WORK, QUIZ, FORM)}
        return Session(head.id, head.file, head.title, tuple(pages[page.id] for page in head.pages))


class World:
    """One participant at one course. Pages and items are plain values; ``restart`` closes the file and opens it."""

    course, reading, work, quiz, form = COURSE, READING, WORK, QUIZ, FORM
    practice, deadline, reflection, checklist = PRACTICE, DEADLINE, REFLECTION, CHECKLIST
    workbook, boxes, text, case, knowledge = WORKBOOK, BOXES, TEXT, CASE, KNOWLEDGE
    single = staticmethod(single)
    say = staticmethod(say)

    def __init__(self, file: Path) -> None:
        self.file = file
        self.clock = HandClock()
        self.opened = OpenCourse()
        self.profile: ProfileFile = open_profile(file, create=True)

    @property
    def participant(self) -> Participant:
        return Participant(self.profile, self.clock)

    @property
    def desk(self) -> CourseDesk:
        return self.participant.on(self.opened)

    def restart(self) -> None:
        self.profile.close()
        self.profile = open_profile(self.file)

    def use_version(self, version: str) -> None:
        self.opened = replace(self.opened, course=replace(COURSE, version=version))

    def page_of(self, *blocks: Block, **changes: object) -> Page:
        return replace(READING, blocks=blocks, **changes)

    def quiz_of(self, *questions: Question, draws: tuple[Draw, ...] = (), **settings: object) -> Page:
        quiz = QuizSettings(bands=BANDS, shuffle=False, draws=draws)
        return replace(QUIZ, blocks=questions or QUIZ.blocks, quiz=replace(quiz, **settings))


@pytest.fixture
def world(tmp_path: Path) -> Iterator[World]:
    """Give a new participant, and close her file at the end."""
    made = World(tmp_path / "profil.db")
    yield made
    made.profile.close()
