"""The certificate's own rules: whose days count, what of the course stands on it, and when it can be made."""

from __future__ import annotations

from datetime import date

from kursapp.domain.certificate import CertificateState, CertificateWords, certificate_of, days_worked
from kursapp.domain.course import Course, Goal, Module, Requirement, RequirementKind
from kursapp.domain.progress import Lack

FIRST, LAST, TODAY = date(2026, 3, 2), date(2026, 4, 20), date(2026, 5, 1)
RULE = Requirement(RequirementKind.QUIZ, "Quiz", "quiz")


def test_the_days_are_the_first_and_the_last_worked_on() -> None:
    """Days that have not come were written by a wrong clock, and count only where there is no other."""
    assert days_worked([LAST, FIRST, date(2026, 3, 9)], TODAY) == (FIRST, LAST)
    assert days_worked([FIRST, date(2028, 1, 1)], TODAY) == (FIRST, FIRST)
    assert days_worked([date(2028, 1, 1)], TODAY) == (TODAY, TODAY)
    assert days_worked([], TODAY) == (None, None)


def test_it_can_be_made_when_every_rule_is_met_and_there_is_one() -> None:
    """A course without rules gives no certificate."""
    met, lacking = Lack(RULE, ()), Lack(RULE, ("quiz",))
    words = CertificateWords()
    assert CertificateState((met, met), FIRST, LAST, words).is_met
    assert not CertificateState((met, lacking), FIRST, LAST, words).is_met
    none = CertificateState((), FIRST, LAST, words)
    assert (none.has_rules, none.is_met) == (False, False)


def test_the_goals_of_what_comes_later_are_no_part_of_it() -> None:
    """The paper tells of the course itself: neither banks nor the follow-up, nor parts without goals."""
    goal = (Goal("m1", "kjenne fristene"),)
    course = Course(
        "k",
        "2.1",
        "Kurset",
        (
            Module("for", "Før", ()),
            Module("dag-1", "Dag 1", (), goals=goal, day=1),
            Module("bank", "Bank", (), goals=goal, bank=True),
            Module("etter", "Etter", (), goals=goal, opens_after_days=90),
        ),
        hours=7.5,
        organiser="KS",
        requirements=(RULE,),
    )
    made = certificate_of(course, "Kari", FIRST, LAST)
    assert [(day.title, day.goals) for day in made.days] == [("Dag 1", ("kjenne fristene",))]
    assert (made.course, made.version, made.hours, made.organiser, made.requirements) == (
        "Kurset",
        "2.1",
        7.5,
        "KS",
        ("Quiz",),
    )
