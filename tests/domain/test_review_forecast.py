"""About how much Øving puts on the days to come."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.review import FORECAST_DAYS, Grade, Memory, ReviewSettings
from kursapp.domain.review_forecast import forecast, share_right

TODAY = date(2026, 3, 9)
SETTINGS = ReviewSettings(new_a_day=2, reviews_a_day=5)


def far(memory: Memory | None, grade: Grade, day: date) -> tuple[Memory, date]:
    """Let what is right not come back in sight, and what is wrong come back tomorrow."""
    wait = 1 if grade is Grade.AGAIN else 100
    return Memory(10, 5, day), day + timedelta(days=wait)


def on(*days: int) -> list[tuple[date, Memory | None]]:
    return [(TODAY + timedelta(days=day), Memory(1, 5, TODAY)) for day in days]


def test_each_day_holds_what_comes_back_then() -> None:
    """Two today, one in three days, and two new ones a day as long as there are any."""
    got = forecast(on(0, 0, 3), 3, SETTINGS, TODAY, far, right=1)

    assert [load.reviews for load in got.days[:5]] == [2, 0, 0, 1, 0]
    assert [load.new for load in got.days[:5]] == [2, 1, 0, 0, 0]
    assert got.days_to_catch_up == 0


def test_what_is_too_much_for_a_day_is_spread() -> None:
    """Twelve waiting at five a day are done on the third, and new ones wait until then."""
    got = forecast(on(*[-3] * 12), 10, SETTINGS, TODAY, far, right=1)

    assert [load.reviews for load in got.days[:4]] == [5, 5, 2, 0]
    assert [load.new for load in got.days[:4]] == [0, 0, 2, 2]
    assert got.days_to_catch_up == 2


def test_what_takes_longer_than_is_shown_is_told_all_the_same() -> None:
    """A thousand more than fourteen days take are counted by what a day takes."""
    got = forecast(on(*[-3] * 70), 0, SETTINGS, TODAY, far, right=1, beyond=1000)

    assert got.days_to_catch_up == FORECAST_DAYS + 200


def test_what_has_been_put_today_is_not_put_again() -> None:
    """The rest of today is what is left of it."""
    got = forecast(on(*[0] * 8), 5, SETTINGS, TODAY, far, right=1, done=(4, 1))

    assert (got.days[0].reviews, got.days[0].new) == (1, 0)
    assert got.days[1].reviews == 5


def test_wrong_answers_come_back() -> None:
    """Where half is wrong, about half of a day comes back the next."""
    got = forecast(on(0, 0, 0, 0), 0, SETTINGS, TODAY, far, right=0.5)

    assert [load.reviews for load in got.days[:4]] == [4, 2, 1, 0]


@given(
    waiting=st.lists(st.integers(-400, 30), max_size=60),
    fresh=st.integers(0, 50),
    right=st.floats(0, 1),
    done=st.tuples(st.integers(0, 200), st.integers(0, 200)),
)
def test_no_day_holds_more_than_she_has_said(
    waiting: list[int], fresh: int, right: float, done: tuple[int, int]
) -> None:
    """Fourteen days, none below nothing, none above the limits, and no more new ones than there are."""
    got = forecast(on(*waiting), fresh, SETTINGS, TODAY, far, right=right, done=done)

    assert [load.day for load in got.days] == [TODAY + timedelta(days=number) for number in range(FORECAST_DAYS)]
    assert all(0 <= load.reviews <= 5 and 0 <= load.new <= 2 for load in got.days)
    assert sum(load.new for load in got.days) <= fresh
    assert got.days_to_catch_up >= 0


def test_little_knowledge_is_weighed_lightly() -> None:
    """Two wrong answers do not make everything wrong; a hundred right ones tell."""
    assert share_right(0, 0) == 0.85
    assert 0.7 < share_right(2, 0) < 0.85
    assert share_right(100, 100) > 0.98
