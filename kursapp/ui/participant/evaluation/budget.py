"""How much room the words of a form have left in its answer file, while they are typed."""

from __future__ import annotations

from collections.abc import Mapping

from kursapp.domain.cohort import CohortForm
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.services.hand_in import room_left
from kursapp.ui.i18n import _, n_, number


class Budget:
    """The answers to a form as they stand on the screen, and the room they share."""

    def __init__(self, form: CohortForm, answers: Mapping[str, EvaluationAnswer]) -> None:
        self._form = form
        self._answers = dict(answers)

    def put(self, answer_id: str, answer: EvaluationAnswer | None) -> int:
        """Take an answer in, or out, and return how many bytes are left; negative where there are too many."""
        if answer is None:
            self._answers.pop(answer_id, None)
        else:
            self._answers[answer_id] = answer
        return self.left()

    def left(self) -> int:
        """Return how many bytes are left."""
        return room_left(self._answers.items(), self._form)


def room_words(left: int) -> str:
    """Return how much can still be written. A letter takes one byte, æ, ø and å two: so it is about that many."""
    if left < 0:
        told = n_(
            "Kommentarene er {n} tegn for lange til å leveres. Alt er lagret, men må kortes ned før du lager svarfila.",
            "Kommentarene er om lag {n} tegn for lange til å leveres. Alt er lagret, men må kortes ned før du lager "
            "svarfila.",
            -left,
        )
        return told.format(n=number(-left))
    return _("Plass til om lag {n} tegn til, i alle kommentarene til sammen.").format(n=number(left))
