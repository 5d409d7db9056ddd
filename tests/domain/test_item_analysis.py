"""How good questions are, from sums alone: the same numbers as from everybody's answers."""

from __future__ import annotations

import math
import statistics
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.domain.collected import QuizSum
from kursapp.domain.evaluation_answer import EvaluationAnswer
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.item_analysis import Finding, Missing, QuizQuality, analyse, findings_of
from kursapp.domain.quiz_sums import PAIR_COUNT, PAIR_PRODUCTS, PAIR_SUM, QuizTally
from kursapp.domain.results import Why
from kursapp.domain.submission import Solved
from tests.domain.rounds import cohort_of, round_of

OPTIONS = (FormOption("a", "A", right=True), FormOption("b", "B"), FormOption("c", "C"))
Person = dict[str, EvaluationAnswer]


def question(name: str, *, options: tuple[FormOption, ...] = OPTIONS) -> FormItem:
    return FormItem(name, AnswerKind.QUESTION, name, options=options)


def quiz(*names: str) -> Form:
    return Form("quiz", "Quiz", FormKind.QUIZ, "kurs", "1.0", tuple(question(name) for name in names))


FORM = quiz("q1", "q2", "q3")


def people(rows: Sequence[Sequence[int | None]], names: Sequence[str] = ("q1", "q2", "q3")) -> list[Person]:
    """Return a person per row of per milles; None was not asked."""
    return [
        {name: Solved(points, ("a",) if points == 1000 else ("b",)) for name, points in zip(names, row, strict=True)
         if points is not None}
        for row in rows
    ]  # fmt: skip


def quality(*batches: list[Person], form: Form = FORM, least: int = 5, **rules: object) -> QuizQuality:
    """Analyse a round as it is closed: batch by batch, with sums that forget the persons."""
    sums: list[QuizSum] = []
    for batch in batches:
        tally = QuizTally(form, least)
        for person in batch:
            tally.add(person)
        sums += tally.sums()
    return analyse(round_of(*batches, form=form, cohort=cohort_of(**rules)), sums)


def correlation(one: Sequence[float], other: Sequence[float]) -> float:
    return statistics.correlation(one, other)


ROWS = [
    (1000, 1000, 1000), (1000, 1000, 0), (1000, 500, 1000), (0, 0, 0), (0, 250, 1000), (1000, 0, 0), (1000, 1000, 1000),
    (0, 0, 0), (1000, 500, 0), (1000, 1000, 1000), (0, 500, 0), (1000, 250, 1000),
]  # fmt: skip


def test_facility_and_discrimination_are_those_of_the_answers() -> None:
    """The mean of the points, and their correlation with the sum of the other questions'."""
    found = quality(people(ROWS))
    for place, one in enumerate(found.questions):
        own = [row[place] for row in ROWS]
        rest = [sum(row) - row[place] for row in ROWS]
        assert one.facility == pytest.approx(sum(own) / len(own) / 1000)
        assert one.discrimination == pytest.approx(correlation(own, rest))
        assert (one.answered, one.together, one.uncertain) == (12, 12, True)
        assert (one.no_facility, one.no_discrimination) == (None, None)


def test_alpha_is_cronbach_s() -> None:
    """k / (k − 1) of what the variances of the parts leave of that of the whole."""
    parts = [statistics.pvariance([row[place] for row in ROWS]) for place in range(3)]
    whole = statistics.pvariance([sum(row) for row in ROWS])
    assert quality(people(ROWS)).alpha == pytest.approx(1.5 * (1 - sum(parts) / whole))


@settings(max_examples=40)
@given(st.lists(st.tuples(*[st.sampled_from([0, 250, 500, 1000])] * 3), min_size=10, max_size=40))
def test_sums_tell_what_answers_tell(rows: list[tuple[int, int, int]]) -> None:
    """Whatever people answered, the correlation is theirs, or there is none because somebody did all alike."""
    one = quality(people(rows)).questions[0]
    own, rest = [row[0] for row in rows], [row[1] + row[2] for row in rows]
    if len(set(own)) == 1 or len(set(rest)) == 1:
        assert one.no_discrimination is Missing.NO_SPREAD
    else:
        assert one.discrimination is not None
        assert math.isclose(one.discrimination, correlation(own, rest), abs_tol=1e-9)


def test_few_answers_say_nothing_of_what_goes_together() -> None:
    """Nine persons are enough for a facility and too few for a correlation."""
    found = quality(people(ROWS[:9]))
    assert found.questions[0].facility is not None
    assert found.questions[0].no_discrimination is Missing.TOO_FEW
    assert (found.alpha, found.no_alpha) == (None, Missing.TOO_FEW)


def test_thirty_answers_are_enough_to_rely_on() -> None:
    """With one fewer the numbers are shown and called uncertain."""
    rows = ROWS * 3
    assert quality(people(rows[:29])).questions[0].uncertain
    assert not quality(people(rows[:30])).questions[0].uncertain


def test_a_hidden_question_is_in_no_number() -> None:
    """What four answered to a third question changes nothing, alpha and correlations included (G3)."""
    rows = [(*row[:2], row[2] if place < 4 else None) for place, row in enumerate(ROWS)]
    other = [(*row[:2], 500 if place < 4 else None) for place, row in enumerate(ROWS)]
    found = quality(people(rows))
    assert repr(found) == repr(quality(people(other)))
    assert found.questions[2].hidden is Why.FEW_ANSWERS
    assert (found.questions[2].facility, found.questions[2].options) == (None, ())
    assert found.left_out == ("q3",)
    assert found.questions[0].discrimination == pytest.approx(
        correlation([row[0] for row in ROWS], [row[1] for row in ROWS])
    )


def test_one_question_has_nothing_to_be_compared_with() -> None:
    """A quiz of one question has a facility and no more."""
    found = quality(people([(row[0],) for row in ROWS], ("q1",)), form=quiz("q1"))
    assert found.questions[0].no_discrimination is Missing.ALONE
    assert found.questions[0].together == 0
    assert found.no_alpha is Missing.ALONE


def test_a_dilemma_has_no_key_and_is_no_part_of_the_others() -> None:
    """Its options are counted; points it has none."""
    free = tuple(FormOption(option.id, option.text) for option in OPTIONS)
    form = Form(
        "quiz", "Quiz", FormKind.QUIZ, "kurs", "1.0", (question("q1"), question("q2"), question("d", options=free))
    )
    rows = people([(row[0], row[1], 0) for row in ROWS], ("q1", "q2", "d"))
    found = quality(rows, form=form)
    dilemma = found.questions[2]
    assert (dilemma.no_facility, dilemma.no_discrimination) == (Missing.NO_KEY, Missing.NO_KEY)
    assert [option.share.count for option in dilemma.options] == [0, 12, 0]
    assert dilemma.findings == ()
    assert found.questions[0].discrimination == pytest.approx(
        correlation([row[0] for row in ROWS], [row[1] for row in ROWS])
    )


def test_findings_say_what_to_look_at() -> None:
    """Easy, hard, weak and reversed questions, options nobody chooses, and a wrong one preferred to the right."""
    rows = [(1000, 0, 1000 if good else 0, 0 if good else 1000) for good in [True] * 6 + [False] * 6]
    rows[0] = (1000, 1000, 1000, 0)
    found = quality(people(rows, ("q1", "q2", "q3", "q4")), form=quiz("q1", "q2", "q3", "q4"))
    easy, hard, good, backwards = (one.findings for one in found.questions)
    assert easy == (Finding.EASY, Finding.OPTION_UNUSED)
    assert hard[:1] == (Finding.HARD,)
    assert Finding.WRONG_PREFERRED in hard
    assert Finding.REVERSED in backwards
    assert Finding.EASY not in good


def test_questions_that_say_little_of_the_rest_are_weak() -> None:
    """A correlation from 0 to 0.2."""
    rows = [(points, other, other) for points in (0, 1000) for other in (0, 1000) for _ in range(3)]
    one = quality(people(rows)).questions[0]
    assert one.discrimination == pytest.approx(0)
    assert Finding.WEAK in one.findings


def test_latecomers_too_few_leave_the_table_and_silence_the_points() -> None:
    """Two of five latecomers answered: the table stays, and the points are not told until they belong to it."""
    late = [*people(ROWS[:2]), {}, {}, {}]
    one = quality(people(ROWS), late).questions[0]
    assert (one.answered, one.no_facility, one.no_discrimination) == (12, Missing.GROWING, Missing.GROWING)
    grown = quality(people(ROWS), people(ROWS[:5])).questions[0]
    assert grown.answered == 17
    assert grown.facility == pytest.approx((sum(row[0] for row in ROWS) + sum(row[0] for row in ROWS[:5])) / 17000)


def test_two_questions_few_answered_both_leave_no_sums() -> None:
    """Four persons had both questions: their sums would tie answers together, so they are not kept."""
    tally = QuizTally(FORM, 5)
    for person in people([(1000, 500, None)] * 4 + [(1000, None, 0)] * 5):
        tally.add(person)
    pairs = {(one.item_id, one.other) for one in tally.sums() if one.name in (PAIR_COUNT, PAIR_PRODUCTS, PAIR_SUM)}
    assert pairs == {("q1", "q3"), ("q3", "q1")}


def test_sums_know_no_order() -> None:
    """Persons in any order leave the same sums."""
    one, other = QuizTally(FORM, 5), QuizTally(FORM, 5)
    for person, reverse in zip(people(ROWS), people(ROWS[::-1]), strict=True):
        one.add(person)
        other.add(reverse)
    assert sorted(one.sums(), key=repr) == sorted(other.sums(), key=repr)


@pytest.mark.parametrize(("correlation", "found"), [(-0.1, Finding.REVERSED), (-0.09, Finding.WEAK), (0.2, None)])
def test_so_little_that_it_is_chance_is_not_called_reversed(correlation: float, found: Finding | None) -> None:
    """A question hardly below nought is weak; only one clearly below is said to turn the wrong way."""
    assert findings_of(question("q1", options=()), (), 0.5, correlation)[:1] == ((found,) if found else ())
