"""Handing in: a form's answers, or those of a quiz, sealed into a file that the participant takes where she wants.

A laptop draws a new response id only when the file with the one before has certainly been written: a crash, or a stick
pulled out at the wrong moment, can leave two files of one id, and never one person counted twice.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from kursapp.domain.cohort import CohortForm
from kursapp.domain.course import Course, Page, PageKind
from kursapp.domain.evaluation_answer import EvaluationAnswer, is_given
from kursapp.domain.evaluation_form import item_for, valid_answers
from kursapp.domain.form import Form
from kursapp.domain.form_answer import FULL_MARKS, accepts
from kursapp.domain.forms import digest_of
from kursapp.domain.problem import KursappError, Problem, refusal
from kursapp.domain.record import KeptDelivery
from kursapp.domain.response import Chosen
from kursapp.domain.submission import Solved, Submission
from kursapp.services.changes import Change, Changes
from kursapp.services.clock import Clock
from kursapp.services.course_forms import Bank, form_on
from kursapp.services.join_cohort import JoinCohort, MyCohort
from kursapp.services.outgoing import Outgoing, put_out, refuse_mixed
from kursapp.services.quiz_state import AttemptQuestion
from kursapp.services.take_quiz import TakeQuiz
from kursapp.storage.participant.profile_file import ProfileFile

ID_BYTES = 16
OTHER_WORDS = "hand-in-other-version"

Given = tuple[tuple[str, EvaluationAnswer], ...]


@dataclass(frozen=True, slots=True)
class HandInState:
    """How a form, or a quiz, stands towards the cohort.

    ``obstacle``: why it cannot be handed in, None where it can. ``handed_in_at``: when the newest file was made, None
    where there is none. ``has_changed``: what would be handed in now is not what that file holds.
    """

    mine: MyCohort
    form: CohortForm | None
    obstacle: Problem | None
    handed_in_at: datetime | None = None
    is_withdrawn: bool = False
    has_changed: bool = False
    is_forgotten: bool = False

    @property
    def can_withdraw(self) -> bool:
        """Say whether there is something at the coordinator's that can be taken back, in whatever words it is asked."""
        is_open = self.obstacle is None or self.obstacle.code == OTHER_WORDS
        return is_open and self.handed_in_at is not None and not self.is_withdrawn


@dataclass(frozen=True, slots=True)
class Letter:
    """Exactly what is handed in: the form, and the answers given to it. Ids are not there yet, and say nothing."""

    mine: MyCohort
    form: Form
    submission: Submission
    replaces: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the participant is told of a file that has been made. No id of any kind."""

    path: Path
    title: str
    mine: MyCohort
    given: int
    total: int
    replaced: bool
    is_withdrawal: bool
    changes: Changes


class HandIn:
    """What one participant hands in of one course."""

    def __init__(
        self, profile: ProfileFile, course: Course, bank: Bank, cohorts: JoinCohort, quiz: TakeQuiz, clock: Clock
    ) -> None:
        self._profile = profile
        self._course = course
        self._bank = bank
        self._cohorts = cohorts
        self._quiz = quiz
        self._clock = clock

    def state(self, page: Page) -> HandInState | None:
        """Return how a page's form stands; None where one takes part in no cohort of this course."""
        mine = self._cohorts.of_course(self._course.id)
        if mine is None:
            return None
        form = _asked_by(mine, page)
        kept = self._kept(mine, page)
        obstacle = self._obstacle(mine, page, kept)
        told = replace(HandInState(mine, form, obstacle), is_forgotten=kept.forgotten)
        if not kept.response_id:
            return told
        changed = form is not None and obstacle is None and self._given(page, form.form) != kept.answers
        return replace(told, handed_in_at=kept.handed_in_at, is_withdrawn=kept.is_withdrawn, has_changed=changed)

    def letter(self, page: Page) -> Letter:
        """Return exactly what would be handed in now, to be read through before it is.

        Raises KursappError: ``hand-in-…`` for what stands in the way, ``hand-in-nothing`` (title) where nothing has
        been answered, ``hand-in-too-long`` (title, over) where the texts have more than their room.
        """
        mine, form = self._open(page)
        given = self._given(page, form.form)
        if not given:
            raise refusal("hand-in-nothing", title=page.title)
        room = room_left(given, form)
        if room < 0:
            raise refusal("hand-in-too-long", title=page.title, over=-room)
        kept = self._kept(mine, page)
        submission = Submission(mine.cohort.id, form.form.id, form.digest, "", answers=given)
        return Letter(mine, form.form, submission, bool(kept.response_id) and not kept.is_withdrawn)

    def send(self, page: Page, folder: Path, code: str = "") -> Receipt:
        """Write the answers as they are now into a folder, in place of those handed in before.

        Raises KursappError as ``letter`` does, ``hand-in-code-missing``, ``hand-in-folder-taken`` (folder),
        ``hand-in-folder-gone``, ``hand-in-no-room`` and ``hand-in-not-written`` (folder). Nothing is lost by any.
        """
        letter = self.letter(page)
        path = self._write(letter.mine, page, letter.submission, folder, code)
        changes = self._changed(page)
        given, total = len(letter.submission.answers), len(letter.form.items)
        return Receipt(path, page.title, letter.mine, given, total, letter.replaces, False, changes)

    def withdraw(self, page: Page, folder: Path, code: str = "") -> Receipt:
        """Write an empty file that takes back what was handed in. Raises as ``send``, ``hand-in-nothing-there``."""
        mine, form = self._open(page, whatever_words=True)
        kept = self._kept(mine, page)
        if not kept.response_id or kept.is_withdrawn:
            raise refusal("hand-in-nothing-there", title=page.title)
        submission = Submission(mine.cohort.id, form.form.id, form.digest, "")
        path = self._write(mine, page, submission, folder, code)
        return Receipt(path, page.title, mine, 0, len(form.form.items), True, True, self._changed(page))

    def forget(self, page: Page) -> Changes:
        """Delete a form's answers from this laptop, and with them the way to change what was handed in.

        Raises KursappError ``disk-full`` or ``backup-failed`` where an older backup still has them.
        """
        mine = self._cohorts.of_course(self._course.id)
        with self._profile.transaction():
            if page.kind is PageKind.EVALUATION:
                self._profile.evaluations.remove_form(self._course.id, page.id)
            kept = None if mine is None else self._profile.deliveries.get(mine.cohort.id, page.id)
            if kept is not None:
                self._profile.deliveries.save(KeptDelivery(kept.cohort_id, kept.form_id, forgotten=True))
            elif page.kind is PageKind.EVALUATION:
                self._profile.evaluations.reopen(self._course.id, page.id)
        self._profile.forget_form(self._course.id, page.id)
        return self._changed(page)

    def _open(self, page: Page, *, whatever_words: bool = False) -> tuple[MyCohort, CohortForm]:
        """Return the cohort and its form, or refuse with what stands in the way.

        ``whatever_words``: also where the course asks otherwise by now.
        """
        mine = self._cohorts.of_course(self._course.id)
        if mine is None:
            raise refusal("hand-in-no-cohort", title=page.title)
        obstacle = self._obstacle(mine, page, self._kept(mine, page))
        if obstacle is not None and not (whatever_words and obstacle.code == OTHER_WORDS):
            raise KursappError(obstacle)
        return mine, mine.cohort.form(page.id)

    def _obstacle(self, mine: MyCohort, page: Page, kept: KeptDelivery) -> Problem | None:
        names = {"title": page.title, "name": mine.cohort.name}
        asked = _asked_by(mine, page)
        form = form_on(page, self._course, self._bank)
        if mine.is_over:
            return refusal("hand-in-over", **names).problem
        if asked is None or form is None:
            return refusal("hand-in-not-asked", **names).problem
        if kept.forgotten:
            return refusal("hand-in-forgotten", **names).problem
        if asked.digest != digest_of(form):
            return refusal(OTHER_WORDS, **names, version=mine.cohort.course_version).problem
        return None

    def _kept(self, mine: MyCohort, page: Page) -> KeptDelivery:
        found = self._profile.deliveries.get(mine.cohort.id, page.id)
        return KeptDelivery(mine.cohort.id, page.id) if found is None else found

    def _given(self, page: Page, form: Form) -> Given:
        """Return the whole answers, in the form's order and in the shape they are handed in with."""
        from kursapp.delivery.canonical import canonical_answers

        answers = self._solved(page) if page.kind is PageKind.QUIZ else self._answered(page)
        fitting = {
            item.id: answers[item.id] for item in form.items if item.id in answers and accepts(item, answers[item.id])
        }
        return canonical_answers(form, fitting.items())

    def _answered(self, page: Page) -> dict[str, EvaluationAnswer]:
        kept = self._profile.evaluations.of_form(self._course.id, page.id)
        valid = valid_answers(page, {answer_id: one.answer for answer_id, one in kept.items()})
        return {answer_id: one for answer_id, one in valid.items() if is_given(item_for(page, answer_id), one)}

    def _solved(self, page: Page) -> dict[str, EvaluationAnswer]:
        """Return how the questions of the first attempt went: what later ones show is how well one remembers."""
        attempts = self._quiz.overview(page).attempts
        if not attempts:
            return {}
        return {one.question.id: _solved(one) for one in self._quiz.outcome(page, attempts[0].attempt_id).questions}

    def _write(self, mine: MyCohort, page: Page, submission: Submission, folder: Path, code: str) -> Path:
        from kursapp.delivery.answer_file import seal
        from kursapp.delivery.canonical import canonical_code

        code = canonical_code(code) if mine.cohort.rules.codes else ""
        if mine.cohort.rules.codes and not code:
            raise refusal("hand-in-code-missing")
        kind = Outgoing.QUIZ if page.kind is PageKind.QUIZ else Outgoing.ANSWERS
        refuse_mixed(folder, kind, mine.cohort)
        kept = self._reserve(mine, page)
        whole = replace(submission, response_id=kept.reserved, replaces=kept.response_id, code=code)
        path = put_out(folder, seal(whole, mine.cohort), kind, mine.cohort)
        now = self._clock.now()
        self._profile.deliveries.save(KeptDelivery(mine.cohort.id, page.id, kept.reserved, "", submission.answers, now))
        return path

    def _reserve(self, mine: MyCohort, page: Page) -> KeptDelivery:
        kept = self._kept(mine, page)
        if not kept.reserved:
            kept = replace(kept, reserved=secrets.token_hex(ID_BYTES))
            self._profile.deliveries.save(kept)
        return kept

    def _changed(self, page: Page) -> Changes:
        return Changes.of(Change.DELIVERY, Change.EVALUATION, ids=[page.id])


def room_left(answers: Iterable[tuple[str, EvaluationAnswer]], form: CohortForm) -> int:
    """Return how many bytes of words there is room for besides these answers; negative where there are too many."""
    from kursapp.delivery.canonical import room_left as left

    return left(answers, form)


def _asked_by(mine: MyCohort, page: Page) -> CohortForm | None:
    return next((form for form in mine.cohort.forms if form.form.id == page.id), None)


def _solved(one: AttemptQuestion) -> Solved:
    share = one.score.points / one.score.maximum if one.score is not None and one.score.maximum else 0.0
    options = one.response.options if isinstance(one.response, Chosen) else ()
    return Solved(round(FULL_MARKS * min(max(share, 0.0), 1.0)), options)
