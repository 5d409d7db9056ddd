"""The round one most likely means is the one shown."""

from __future__ import annotations

from dataclasses import replace

from kursapp.domain.form import FormKind
from kursapp.services.cohort_cards import RoundCard, RoundState
from kursapp.ui.coordinator.results_picker import Rounds, round_name
from tests.ui.coordinator.made_up import MadeUpCoordinator, twelve


def _card(cohort: str, form: str, state: RoundState, kind: FormKind = FormKind.EVALUATION) -> RoundCard:
    return RoundCard(cohort, form, form, kind, state, 24, 12, {}, 0, False, False, True)


OPEN, CLOSED = RoundState.OPEN, RoundState.CLOSED
CARDS = MadeUpCoordinator(twelve()[:2]).cohorts()
NEW, OLD = CARDS[0].id, CARDS[1].id


def _rounds(*new: RoundCard, old: tuple[RoundCard, ...] = ()) -> Rounds:
    cards = (replace(CARDS[0], closed_rounds=sum(card.state is CLOSED for card in new)), CARDS[1])
    return Rounds(cards, {NEW: new, OLD: old})


def test_the_round_asked_for_is_shown() -> None:
    """Also an open one, and a quiz."""
    rounds = _rounds(_card(NEW, "for", OPEN), _card(NEW, "quiz", CLOSED, FormKind.QUIZ), _card(NEW, "etter", CLOSED))
    for form in ("for", "quiz", "etter"):
        assert rounds.best(NEW, form, "") is rounds.card(NEW, form)


def test_without_a_form_it_is_the_last_closed_evaluation() -> None:
    """Then any closed one, then any at all."""
    closed = _card(NEW, "etter", CLOSED)
    quiz = _card(NEW, "quiz", CLOSED, FormKind.QUIZ)
    opened = _card(NEW, "for", OPEN)
    assert _rounds(_card(NEW, "dag", CLOSED), closed, quiz, opened).best(NEW, "", "") is closed
    assert _rounds(opened, quiz).best(NEW, "", "") is quiz
    assert _rounds(opened).best(NEW, "", "") is opened


def test_without_a_cohort_it_is_the_one_chosen_last() -> None:
    """Then the latest with something closed; nothing where there are no rounds."""
    old = _card(OLD, "etter", CLOSED)
    rounds = _rounds(_card(NEW, "for", OPEN), old=(old,))
    assert rounds.best("", "", OLD) is old
    assert rounds.best("", "", "deleted") is old
    assert rounds.best("deleted", "", NEW) is rounds.card(NEW, "for")
    assert Rounds((), {}).best("", "", "") is None


def test_an_open_round_says_so_in_the_menu() -> None:
    """By word, not by colour."""
    assert round_name(_card(NEW, "Før", OPEN)) == "Før (åpen)"
    assert round_name(_card(NEW, "Etter", CLOSED)) == "Etter"
