"""How long something takes, in words."""

from __future__ import annotations

import pytest

from kursapp.services.workload import CourseLoad, Load
from kursapp.ui.author.load_words import against_target, course_words, minutes_words, target_words


@pytest.mark.parametrize(("minutes", "words"), [(0, "0 min"), (0.5, "under 1 min"), (95, "1 t 35 min")])
def test_a_little_is_not_nothing(minutes: float, words: str) -> None:
    """Some seconds are less than a minute, not none at all."""
    assert minutes_words(minutes) == words


@pytest.mark.parametrize(
    ("takes", "says", "words"), [(40, 0, ""), (44, 45, "som planlagt"), (60, 45, "33 % over"), (30, 45, "33 % under")]
)
def test_how_far_from_the_target(takes: float, says: float, words: str) -> None:
    """Within what is allowed all is as planned; without a target there is nothing to say."""
    assert against_target(Load(takes, 0, says)) == words
    assert target_words(Load(takes, 0, says)) == ("45 min" if says else "ikke oppgitt")


def test_the_course_in_a_sentence() -> None:
    """Its days where it has some, and its target where it has one."""
    assert course_words(CourseLoad(Load(90, 30, 0), ())) == "Kurset tar 2 t."
    assert course_words(CourseLoad(Load(90, 30, 180), (), only_days=True)) == "Kursdagene tar 2 t. Målet er 3 t."
