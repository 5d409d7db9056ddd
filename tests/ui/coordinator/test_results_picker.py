"""The round one most likely means is the one shown."""

from __future__ import annotations

from dataclasses import replace

from kursapp.domain.form import FormKind
from kursapp.services.cohort_cards import RoundCard, RoundState
from kursapp.ui.coordinator.results_picker import Rounds, choose_cohort, round_name
from tests.ui.coordinator.made_up import MadeUpCoordinator, twelve


def _card(cohort: str, form: str, state: RoundState, kind: FormKind = FormKind.EVALUATION) -> RoundCard:
    return RoundCard(cohort, form, form, kind, state, 24, 12, {}, 0, False, False, True)


OPEN, CLOSED = RoundState.OPEN, RoundState.CLOSED
CARDS = MadeUpCoordinator(twelve()[:2]).cohorts()
NEW, OLD = CARDS[0].id, CARDS[1].id


def test_the_round_asked_for_is_shown() -> None:
    """Also an open one, and a quiz."""
    cards = (_card(NEW, "for", OPEN), _card(NEW, "quiz", CLOSED, FormKind.QUIZ), _card(NEW, "etter", CLOSED))
    for card in cards:
        assert Rounds(CARDS, cards).best(card.form_id) is card


def test_without_a_form_it_is_the_last_closed_evaluation() -> None:
    """Then any closed one, then any at all, and none of none."""
    closed = _card(NEW, "etter", CLOSED)
    quiz = _card(NEW, "quiz", CLOSED, FormKind.QUIZ)
    opened = _card(NEW, "for", OPEN)
    assert Rounds(CARDS, (_card(NEW, "dag", CLOSED), closed, quiz, opened)).best("") is closed
    assert Rounds(CARDS, (opened, quiz)).best("gone") is quiz
    assert Rounds(CARDS, (opened,)).best("") is opened
    assert Rounds(CARDS).best("") is None


def test_without_a_cohort_it_is_the_one_chosen_last() -> None:
    """Then the latest with something closed, then the latest; nothing where there is none."""
    nothing_closed = (replace(CARDS[0], closed=frozenset()), CARDS[1])
    assert choose_cohort(CARDS, OLD, NEW) == OLD
    assert choose_cohort(CARDS, "", OLD) == OLD
    assert choose_cohort(CARDS, "deleted", "") == NEW
    assert choose_cohort(nothing_closed, "", "") == OLD
    assert choose_cohort(nothing_closed[:1], "", "") == NEW
    assert choose_cohort((), NEW, OLD) == ""


def test_an_open_round_says_so_in_the_menu() -> None:
    """By word, not by colour."""
    assert round_name(_card(NEW, "Før", OPEN)) == "Før (åpen)"
    assert round_name(_card(NEW, "Etter", CLOSED)) == "Etter"
