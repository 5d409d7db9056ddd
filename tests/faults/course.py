"""A small course as a value, with a place for every kind of thing a participant saves; no file is read for it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from kursapp.domain.case import Case, Choice, Scene
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
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.page_items import blocks_of
from kursapp.domain.question import (
    Cell,
    Column,
    Question,
    QuestionSettings,
    Reflection,
    Row,
    ShortAnswerQuestion,
    Workbook,
    WorkbookKind,
)

HERE = Place("dag-1/okt.md", 1, 9)
FIELDS = 4
"""How many places there are of what is written over again: reflections, rows, drafts, comments."""


def asked(name: str, **settings: int) -> ShortAnswerQuestion:
    """Make a question that is answered in words of one's own."""
    return ShortAnswerQuestion(
        name, f"Spørsmål {name}", HERE, (("en uke",),), settings=QuestionSettings(points=1, **settings)
    )


PRACTICE = asked("sp-les")
LONG = tuple(asked(f"sp-kladd-{number}") for number in range(FIELDS))
REFLECTIONS = tuple(Reflection(f"rf-{number}", f"Hva tenker du {number}?", HERE) for number in range(FIELDS))
WORKBOOK = Workbook(
    "wb-risiko",
    "Risiko",
    HERE,
    WorkbookKind.TABLE,
    columns=(Column("fare", "Fare"),),
    rows=tuple(Row(f"r{number}", (Cell(field=True),)) for number in range(FIELDS)),
)
CASE = Case(
    "case-fredag",
    "Fredag",
    HERE,
    (),
    (
        Scene("case-fredag", "Fredag", HERE, (), (Choice("vent", Rich("", "Vent"), "mandag"),)),
        Scene("mandag", "Mandag", HERE, (), (Choice("tilbake", Rich("", "Tilbake"), "case-fredag"),)),
    ),
)
COMMENTS = tuple(
    EvaluationItem(f"kommentar-{number}", f"Noe mer {number}?", HERE, EvaluationKind.TEXT) for number in range(FIELDS)
)
READING = Page("lesing", "Fristene", HERE, (PRACTICE, *LONG, *REFLECTIONS, WORKBOOK, CASE))
QUIZ = Page(
    "quiz-1",
    "Quiz",
    HERE,
    (asked("q-a"), asked("q-b")),
    PageKind.QUIZ,
    QuizSettings(shuffle=False),
)
FORM = Page(
    "eval-1", "Evaluering", HERE, COMMENTS, PageKind.EVALUATION, evaluation=EvaluationSettings(EvaluationType.DAY)
)
SESSIONS = {
    page.id: Session(f"okt-{page.id}", f"dag-1/{page.id}.md", page.title, (page,)) for page in (READING, QUIZ, FORM)
}


@dataclass(frozen=True)
class FaultsCourse:
    """The course under an id of its own, as one that has been read."""

    course: Course
    root: Path = Path("courses/prove")
    digest: str = "prove"

    @classmethod
    def called(cls, course_id: str) -> FaultsCourse:
        """Return the course under an id."""
        heads = tuple(
            SessionHead(
                each.id,
                each.file,
                each.title,
                10,
                tuple(
                    PageHead(page.id, page.title, page.kind, graded=page.kind is PageKind.QUIZ) for page in each.pages
                ),
            )
            for each in SESSIONS.values()
        )
        return cls(Course(course_id, "1.0.0", "Prøvekurs", (Module("dag-1", "Dag 1", heads, day=1),)))

    def bank(self, _bank: str) -> tuple[Question, ...]:
        """Return no question: nothing is drawn from a bank."""
        return ()

    def session(self, session_id: str) -> Session:
        """Return a session by its id."""
        return next(session for session in SESSIONS.values() if session.id == session_id)

    def page_of(self, target_id: str) -> tuple[str, str] | None:
        """Return the session and page something is on."""
        for session in SESSIONS.values():
            for page in session.pages:
                if target_id in (session.id, page.id, *(getattr(block, "id", "") for block in blocks_of(page))):
                    return session.id, page.id
        return None
