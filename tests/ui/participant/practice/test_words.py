"""The words of Øving."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from kursapp.domain.course import Goal
from kursapp.domain.goal_progress import GoalProgress
from kursapp.domain.review import ReviewSettings
from kursapp.services.review import Portion, ReviewOverview
from kursapp.ui.participant.practice import words

MONDAY = date(2026, 3, 9)
NOTHING = ReviewOverview(MONDAY, Portion(), 0, (), 0, 0, 0, 0, 9, ReviewSettings())


@pytest.mark.parametrize(("days", "said"), [(-3, "i dag"), (0, "i dag"), (1, "i morgen"), (2, "onsdag 11. mars 2026")])
def test_days_are_told_by_name(days: int, said: str) -> None:
    """A day that has passed counts as today: nothing is late."""
    assert words.when(MONDAY + timedelta(days=days), MONDAY) == said


def test_a_week_has_seven_names() -> None:
    """Each with two letters of its own over its column."""
    week = [MONDAY + timedelta(days=number) for number in range(7)]
    assert [words.weekday_mark(one) for one in week] == ["ma", "ti", "on", "to", "fr", "lø", "sø"]
    assert words.weekday(week[6]) == "søndag"


def test_a_day_with_both_kinds_says_so() -> None:
    """How many of each, and how long."""
    overview = replace(NOTHING, portion=Portion(12, 5), changed=2)

    assert words.today_heading(overview) == "17 spørsmål i dag"
    assert words.today_lines(overview) == (
        "12 du har øvd på før, og 5 nye. Omtrent 13 min.",
        "2 spørsmål er endret siden du svarte. De kommer først.",
    )
    one = replace(overview, portion=Portion(3, 0), changed=1)
    assert words.today_lines(one) == (
        "Alle er spørsmål du har øvd på før. Omtrent 2 min.",
        "1 spørsmål er endret siden du svarte. Det kommer først.",
    )


def test_a_day_without_any_says_when_the_next_is() -> None:
    """Done, or nothing to do."""
    tomorrow = MONDAY + timedelta(days=1)
    assert words.today_heading(NOTHING) == "Ingen spørsmål i dag"
    assert words.today_lines(NOTHING) == ()
    done = replace(NOTHING, done=4, next_day=tomorrow)
    assert words.today_heading(done) == "Ferdig for i dag"
    assert words.today_lines(done) == ("Du har svart på 4 spørsmål.", "Neste gang er i morgen.")


def test_what_is_left_over_is_told_without_blame() -> None:
    """How many, that they are spread, and about how long it takes."""
    lines = words.today_lines(replace(NOTHING, portion=Portion(15), left_over=1, days_to_catch_up=1))

    assert lines[1:] == (
        "Utenom dette venter 1 spørsmål. Det er fordelt på dagene framover.",
        "Om omtrent 1 dag er alle tatt. Nye spørsmål venter til da.",
    )
    assert not any(word in " ".join(lines) for word in ("forfalt", "etterskudd", "for sent", "glemt"))


def test_few_answers_are_said_to_be_few() -> None:
    """Two counts of the same questions, and what they are built on."""
    few = GoalProgress(Goal("m1", "kjenne fristene"), 1, 3, 4, 9)
    assert words.goal_counts(few) == ("Første svar: 1 av 4 riktige", "Nå: 3 av 4 riktige")
    assert words.goal_reach(few) == "Få svar ennå: 4 av 9 spørsmål. Tallene sier lite."
    assert words.goal_reach(replace(few, of=5)) == "Målt på 5 av 9 spørsmål."
