"""Closing a round for good, and letting those in who came after it: sealed files become rows that are nobody's."""

from __future__ import annotations

from collections.abc import Collection as Sized
from collections.abc import Iterator

from kursapp.delivery.answer_file import AnswerOpener
from kursapp.domain.cohort import LEAST_FOR_COMMENTS, CohortForm
from kursapp.domain.collected import Person, QuizSum
from kursapp.domain.disclosure import least_persons
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.domain.problem import refusal
from kursapp.domain.quiz_sums import QuizTally
from kursapp.domain.tally import breakdown_rows_of, rows_of, texts_of
from kursapp.services.cohort_cards import RoundCard, RoundState
from kursapp.services.marks import Marks
from kursapp.services.office import Held, Office
from kursapp.services.round_state import Key, RoundDeliveries
from kursapp.vault.keys import seal_comment


def close_round(office: Office, held: Held, form_id: str) -> None:
    """Close an open round. Raises KursappError: ``round-closed``, ``round-empty``."""
    form = form_of_round(held, form_id)
    marks = Marks(office.keys(held.id))
    with office.collection.transaction():
        office.collection.cohorts.lock(held.id)
        state = RoundDeliveries(office.collection, held.cohort, form_id, marks)
        if state.closings:
            raise refusal("round-closed", form=form.form.title)
        if not state.persons:
            raise refusal("round-empty", form=form.form.title)
        _enter(office, held, form, state, None)
    office.collection.tidy(office.clock.now())


def let_in_waiting(office: Office, held: Held, form_id: str) -> None:
    """Let those who came after closing in together. Raises KursappError: ``round-open``, ``too-few-waiting``."""
    form = form_of_round(held, form_id)
    marks = Marks(office.keys(held.id))
    with office.collection.transaction():
        office.collection.cohorts.lock(held.id)
        state = RoundDeliveries(office.collection, held.cohort, form_id, marks)
        if not state.closings:
            raise refusal("round-open", form=form.form.title)
        least = least_persons(held.cohort.rules)
        if len(state.persons) < least:
            raise refusal("too-few-waiting", form=form.form.title, waiting=len(state.persons), least=least)
        _enter(office, held, form, state, state.waiting)
    office.collection.tidy(office.clock.now())


def form_of_round(held: Held, form_id: str) -> CohortForm:
    """Return a form of the cohort. Raises KursappError ``cohort-form-unknown``."""
    try:
        return held.cohort.form(form_id)
    except KeyError as error:
        raise refusal("cohort-form-unknown", form=form_id) from error


def card_of(office: Office, held: Held, form: CohortForm, marks: Marks) -> RoundCard:
    """Return a round as the coordinator sees it."""
    state = RoundDeliveries(office.collection, held.cohort, form.form.id, marks)
    closed = sum(closing.persons for closing in state.closings)
    here = len(state.persons)
    persons, waiting = (closed, here) if state.closings else (here, 0)
    least = least_persons(held.cohort.rules)
    return RoundCard(
        cohort_id=held.id,
        form_id=form.form.id,
        title=form.form.title,
        kind=form.form.kind,
        state=RoundState.CLOSED if state.closings else RoundState.OPEN,
        invited=held.record.invited,
        persons=persons,
        files=state.counts(),
        waiting=waiting,
        may_let_in=bool(state.closings) and waiting >= least,
        comments_may_enter=bool(state.closings) and waiting >= max(least, LEAST_FOR_COMMENTS),
        shown=persons >= least,
    )


def _enter(office: Office, held: Held, form: CohortForm, state: RoundDeliveries, admitted: Sized[Key] | None) -> None:
    """Make rows of those who count, and remember what has been counted, in the transaction that is open."""
    gone = [one for one in state.kept if admitted is None or one.key in admitted]
    office.collection.seen.add(held.id, (mark for one in gone for mark in one.key))
    people = _People(office, held, form, state.persons)
    office.collection.rounds.close(held.id, form.form.id, people, people.sums(), admitted)


class _People:
    """Opens the files of those who count, one after another, and sums a shared quiz up as they pass."""

    def __init__(self, office: Office, held: Held, form: CohortForm, wanted: frozenset[Key]) -> None:
        keys = office.keys(held.id)
        self._held = held
        self._form = form.form
        self._opener = AnswerOpener(held.cohort, keys.private)
        self._comment_key = keys.comment_key
        self._codes: set[str] = set()
        self._quiz = QuizTally(form.form, least_persons(held.cohort.rules))
        self._sealed = office.collection.deliveries.sealed(held.id, form.form.id, wanted)

    def __iter__(self) -> Iterator[Person]:
        for delivery in self._sealed:
            sent = self._opener.open(delivery.sealed).submission
            # A code counts once, also for one who says she replaces something that never came.
            if sent.code and sent.code in self._codes:
                continue
            self._codes.add(sent.code)
            answers = dict(sent.answers)
            self._quiz.add(answers)
            yield self._person(answers)

    def sums(self) -> Iterator[QuizSum]:
        """Yield the sums of a shared quiz; to be gone through when everybody has passed."""
        return self._quiz.sums()

    def _person(self, answers: dict[str, EvaluationAnswer]) -> Person:
        breakdowns = [item.id for item in self._form.backgrounds() if item.id in self._held.cohort.rules.breakdowns]
        texts = texts_of(self._form, answers)
        return Person(
            rows_of(self._form, answers),
            breakdown_rows_of(self._form, answers, breakdowns),
            ((item_id, seal_comment(self._comment_key, text)) for item_id, text in texts),
        )
