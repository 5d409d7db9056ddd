"""The words of a quiz."""

from __future__ import annotations

from kursapp.services.quiz_state import AttemptQuestion, AttemptSummary, QuizOutcome, QuizOverview
from kursapp.ui.i18n import _, minutes, moment, n_, number


def rules(overview: QuizOverview) -> list[str]:
    """Say what one should know before beginning, a sentence each."""
    said = [
        n_("Quizen har {n} spørsmål.", "Quizen har {n} spørsmål.", overview.questions).format(n=overview.questions),
        _("Den er bestått med {percent} prosent riktig.").format(percent=overview.pass_percent),
    ]
    if overview.minutes is not None:
        said.append(
            _("Du har {time} fra du begynner. Tiden går også når programmet er lukket.").format(
                time=minutes(overview.minutes)
            )
        )
    if overview.immediate:
        said.append(_("Du får tilbakemelding på hvert svar med en gang."))
    else:
        said.append(_("Du får tilbakemelding når du har levert. Til da kan du endre svarene dine."))
    if overview.attempts_left is not None:
        said.append(attempts_left(overview.attempts_left))
    return said


def attempts_left(left: int) -> str:
    """Say how many attempts are left."""
    if left == 0:
        return _("Du har ingen forsøk igjen.")
    return n_("Du har {n} forsøk igjen.", "Du har {n} forsøk igjen.", left).format(n=left)


def summary(attempt: AttemptSummary) -> str:
    """Say how an earlier attempt went, in one line."""
    words = _("Forsøk {number}, {when}: {percent} prosent, {verdict}")
    return words.format(
        number=attempt.number,
        when=moment(attempt.submitted_at),
        percent=attempt.percent,
        verdict=_("bestått") if attempt.passed else _("ikke bestått"),
    )


def time_left(seconds: float) -> str:
    """Say how much time is left, in words that need no second look."""
    whole = max(0, round(seconds))
    if whole >= 120:
        return _("{n} min igjen").format(n=whole // 60)
    if whole >= 60:
        return _("1 min {n} s igjen").format(n=whole - 60)
    return _("{n} s igjen").format(n=whole)


def question_state(one: AttemptQuestion) -> str:
    """Say whether a question is answered, and whether it is flagged."""
    state = _("Besvart") if one.is_answered else _("Ikke besvart")
    return _("{state}, merket").format(state=state) if one.flagged else state


def points(outcome: QuizOutcome) -> str:
    """Say the points: ``8 av 10 poeng``."""
    got = outcome.result
    return _("{points} av {maximum} poeng").format(points=number(got.points), maximum=number(got.maximum))


def verdict(outcome: QuizOutcome) -> str:
    """Say what an attempt came to."""
    words = _("Bestått: {percent} prosent") if outcome.result.passed else _("Ikke bestått ennå: {percent} prosent")
    return words.format(percent=outcome.result.percent)
