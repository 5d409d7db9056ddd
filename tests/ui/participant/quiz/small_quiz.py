"""A quiz of four questions, and what one does in it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from kursapp.services.participant import Participant
from kursapp.services.quiz_state import AttemptState
from kursapp.ui.participant.quiz.body import QuizBody
from kursapp.ui.participant.quiz.outcome import OutcomeStage
from kursapp.ui.participant.quiz.question import QuestionStage
from tests.ui.participant.sitting import Sitting

SETTINGS = "bestått: 70 % | forsøk: 2 | stokk: nei"
QUESTIONS = """
### Spørsmål: Hva først?
<!-- id: q1 | sikkerhet: ja -->
- [x] Barnet <!-- id: q1-a -->
  > Riktig sted å begynne.
- [ ] Papirene <!-- id: q1-b -->
  > De kan vente.

### Spørsmål (tall): Hvor mange uker?
<!-- id: q2 -->
Svar: 6 uker

### Spørsmål (kortsvar): Hvem styrer kommunen?
<!-- id: q3 -->
Svar: kommunestyret

### Spørsmål (rekkefølge): I hvilken rekkefølge?
<!-- id: q4 -->
1. Melding <!-- id: q4-a -->
2. Undersøkelse <!-- id: q4-b -->
"""


def session(settings: str) -> str:
    front = "---\nid: s1\nminutter: 10\n---\n# Økt\n"
    bands = "> **under 70 %:** Les en gang til.\n> **70–100 %:** Dette kan du.\n"
    return f"{front}\n## Quiz: Prøven\n<!-- id: prove | {settings} -->\n{bands}\nBruk notatene dine.\n{QUESTIONS}"


def quiz(sitting: Sitting) -> QuizBody:
    body = sitting.go("s1", "prove")
    assert isinstance(body, QuizBody)
    return body


def question(body: QuizBody) -> QuestionStage:
    assert isinstance(body.stage, QuestionStage), body.stage
    return body.stage


def outcome(body: QuizBody) -> OutcomeStage:
    assert isinstance(body.stage, OutcomeStage), body.stage
    return body.stage


def kept(sitting: Sitting, body: QuizBody) -> AttemptState:
    """Return the attempt under way as it is kept."""
    page = body.ground.page

    def resume(services: Participant) -> AttemptState | None:
        return services.on(body.ground.opened).quiz.resume(page)

    state = sitting.profile_asks(resume)
    assert isinstance(state, AttemptState)
    return state


def answer_all(sitting: Sitting, *, first: int = 1, weeks: str = "6") -> None:
    """Answer the four questions with the keyboard alone, to the look over them."""
    sitting.key(Qt.Key(int(Qt.Key.Key_0) + first))
    sitting.press("Neste spørsmål")
    sitting.type(weeks)
    sitting.key(Qt.Key.Key_Return)
    sitting.type("kommunestyret")
    sitting.key(Qt.Key.Key_Return)
    sitting.key(Qt.Key.Key_Space)
    sitting.press("Se over svarene")


def hand_in(sitting: Sitting) -> None:
    sitting.press("Lever quizen")
    sitting.press("Lever ")
