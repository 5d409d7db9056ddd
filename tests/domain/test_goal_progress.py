"""How far one has come with each learning goal."""

from kursapp.domain.course import Goal
from kursapp.domain.goal_progress import goal_progress

GOALS = (Goal("m1", "kjenne fristene"), Goal("m2", "lese et vedtak"), Goal("m3", "ingen spør om dette"))


def test_before_and_now_are_of_the_same_questions() -> None:
    """What has one answer only stands in neither count."""
    cards = {"q1": ("m1",), "q2": ("m1",), "q3": ("m1", "m2")}
    told = {"q1": (False, True), "q3": (True, True)}

    first, second = goal_progress(GOALS, cards, told)

    assert (first.goal.id, first.first, first.now, first.of, first.questions) == ("m1", 1, 2, 2, 3)
    assert (second.goal.id, second.first, second.now, second.of, second.questions) == ("m2", 1, 1, 1, 1)


def test_a_goal_no_question_belongs_to_is_left_out() -> None:
    """There is nothing to tell of it."""
    assert goal_progress(GOALS, {}, {}) == ()
    assert goal_progress(GOALS, {"q1": ("ukjent",)}, {}) == ()


def test_a_goal_named_twice_counts_a_question_once() -> None:
    """A slip in the course doubles nothing."""
    (only,) = goal_progress(GOALS, {"q1": ("m1", "m1")}, {"q1": (False, True)})

    assert (only.of, only.questions) == (1, 1)


def test_few_questions_are_said_to_be_few() -> None:
    """Under five, two counts say too little."""
    cards = {f"q{number}": ("m1",) for number in range(5)}
    told = dict.fromkeys(cards, (False, True))

    assert not goal_progress(GOALS, cards, told)[0].is_few
    told.pop("q0")
    assert goal_progress(GOALS, cards, told)[0].is_few
