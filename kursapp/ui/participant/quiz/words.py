"""The words of a quiz."""

from __future__ import annotations

from kursapp.services.quiz_state import AttemptQuestion, AttemptState, AttemptSummary, QuizOutcome, QuizOverview
from kursapp.ui.i18n import _, minutes, moment, n_, number


def rules(overview: QuizOverview) -> list[tuple[str, str]]:
    """Say what one should know before beginning: an icon and a sentence each."""
    count = n_("Quizen har {n} spørsmål.", "Quizen har {n} spørsmål.", overview.questions).format(n=overview.questions)
    said = [
        ("list-checks", count),
        ("circle-check", _("Du består med {percent} prosent riktig.").format(percent=overview.pass_percent)),
    ]
    if overview.minutes is not None:
        time = _("Du har {time} fra du begynner. Tiden går også når programmet er lukket.")
        said.append(("clock", time.format(time=minutes(overview.minutes))))
    if overview.immediate:
        said.append(("message-circle", _("Du får vite hvordan det gikk etter hvert svar. Et svar kan ikke endres.")))
    else:
        said.append(("message-circle", _("Svarene ser du når du har levert. Til da kan du endre dem.")))
    if overview.attempts_left is not None:
        said.append(("refresh-cw", attempts_left(overview.attempts_left)))
    return said


def attempts_left(left: int) -> str:
    """Say how many attempts are left."""
    if left == 0:
        return _("Du har ingen forsøk igjen.")
    return n_("Du har {n} forsøk igjen.", "Du har {n} forsøk igjen.", left).format(n=left)


def summary(attempt: AttemptSummary) -> str:
    """Say which attempt it was and what it came to, in one line."""
    words = _("Forsøk {number}, {when}: {percent} prosent")
    return words.format(number=attempt.number, when=moment(attempt.submitted_at), percent=attempt.percent)


def attempt_state(attempt: AttemptSummary) -> tuple[str, str, str]:
    """Return the icon, its colour and the words of whether an attempt passed."""
    if attempt.passed:
        return "circle-check", "success", _("Bestått")
    return "circle-dot", "accent", _("Ikke bestått")


def time_left(seconds: float) -> str:
    """Say how much time is left, in words that need no second look."""
    whole = max(0, round(seconds))
    if whole >= 120:
        return _("{n} min igjen").format(n=whole // 60)
    if whole >= 60:
        return _("1 min {n} s igjen").format(n=whole - 60)
    return _("{n} s igjen").format(n=whole)


def question_state(one: AttemptQuestion) -> tuple[str, str, str]:
    """Return the icon, its colour and the words of whether a question is answered, and whether it is flagged."""
    icon, token = ("circle-check", "success") if one.is_answered else ("circle-dashed", "muted")
    state = _("Besvart") if one.is_answered else _("Ikke besvart")
    if not one.flagged:
        return icon, token, state
    return "flag", "accent", _("{state}, merket").format(state=state)


def overall(attempt: AttemptState) -> str:
    """Say how many questions are open, and how many are flagged."""
    count = len(attempt.open)
    if count:
        told = n_("{n} spørsmål er ikke besvart.", "{n} spørsmål er ikke besvart.", count).format(n=count)
    else:
        told = _("Alle spørsmålene er besvart.")
    flagged = len(attempt.flagged)
    if flagged:
        marked = n_("Du har merket {n} for å se på igjen.", "Du har merket {n} for å se på igjen.", flagged)
        told = f"{told} {marked.format(n=flagged)}"
    return told


def question_outcome(one: AttemptQuestion) -> tuple[str, str, str]:
    """Return the icon, its colour and the words of how a question went."""
    if not one.is_answered:
        return "circle-dashed", "muted", _("Ikke besvart")
    if one.score is None or one.score.right is None:
        return "message-circle", "muted", _("Uten fasit")
    if one.score.right:
        return "circle-check", "success", _("Riktig")
    if one.score.points > 0:
        return "circle-dot", "accent", _("Delvis riktig")
    return "circle-x", "danger", _("Ikke riktig")


def points(outcome: QuizOutcome) -> str:
    """Say the points: ``8 av 10 poeng``."""
    got = outcome.result
    return _("{points} av {maximum} poeng").format(points=number(got.points), maximum=number(got.maximum))


def verdict(outcome: QuizOutcome) -> str:
    """Say whether an attempt passed."""
    if outcome.result.passed:
        return _("Bestått")
    return _("Ikke bestått") if outcome.attempts_left == 0 else _("Ikke bestått ennå")


def certain_but_wrong(count: int) -> str:
    """Say how often one was certain and wrong: what to look at first."""
    told = n_(
        "På {n} spørsmål var du sikker, men svarte ikke riktig. Se på det først.",
        "På {n} spørsmål var du sikker, men svarte ikke riktig. Se på dem først.",
        count,
    )
    return told.format(n=count)


def guessed_right(count: int) -> str:
    """Say how often one guessed and was right."""
    told = n_(
        "Du gjettet riktig på {n} spørsmål. Les forklaringen, så vet du det neste gang.",
        "Du gjettet riktig på {n} spørsmål. Les forklaringene, så vet du det neste gang.",
        count,
    )
    return told.format(n=count)
