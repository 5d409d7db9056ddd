"""The words of Øving: how many, when, and how it went."""

from __future__ import annotations

from datetime import date

from kursapp.domain.goal_progress import GoalProgress
from kursapp.domain.review import minutes_for
from kursapp.services.review import ReviewOverview
from kursapp.ui.i18n import _, day, language, minutes, n_

EXTRA = 5
"""How many more one takes at a time, once the day's own are done."""


def weekday(value: date) -> str:
    """Return the name of a date's day."""
    names = (_("mandag"), _("tirsdag"), _("onsdag"), _("torsdag"), _("fredag"), _("lørdag"), _("søndag"))
    return names[value.weekday()]


def weekday_mark(value: date) -> str:
    """Return the two letters a calendar writes over a column of days."""
    marks = (_("ma"), _("ti"), _("on"), _("to"), _("fr"), _("lø"), _("sø"))
    return marks[value.weekday()]


def when(value: date, today: date) -> str:
    """Say when a day is: today, tomorrow, or its name and date."""
    distance = (value - today).days
    if distance <= 0:
        return _("i dag")
    if distance == 1:
        return _("i morgen")
    return f"{weekday(value)}, {day(value)}" if language() == "en" else f"{weekday(value)} {day(value)}"


def questions(count: int) -> str:
    """Return a number of questions."""
    return n_("{n} spørsmål", "{n} spørsmål", count).format(n=count)


def today_heading(overview: ReviewOverview) -> str:
    """Say in a few words how it stands."""
    if overview.settings.paused_on is not None:
        return _("Øvingen har pause")
    if overview.portion.questions:
        return n_("{n} spørsmål i dag", "{n} spørsmål i dag", overview.portion.questions).format(
            n=overview.portion.questions
        )
    return _("Ferdig for i dag") if overview.done else _("Ingen spørsmål i dag")


def today_lines(overview: ReviewOverview) -> tuple[str, ...]:
    """Say what today holds, and what waits."""
    if overview.settings.paused_on is not None:
        since = _("Pausen begynte {day}.").format(day=day(overview.settings.paused_on))
        return (since, _("Ingenting hoper seg opp imens."))
    lines = _due_lines(overview) if overview.portion.questions else _nothing_lines(overview)
    if overview.left_over:
        lines += _left_over(overview)
    return lines


def _due_lines(overview: ReviewOverview) -> tuple[str, ...]:
    portion = overview.portion
    about = _("Omtrent {time}.").format(time=minutes(minutes_for(portion.questions)))
    if portion.reviews and portion.new:
        mixed = _("{before} du har øvd på før, og {new} nye. {about}")
        first = mixed.format(before=portion.reviews, new=portion.new, about=about)
    elif portion.new:
        first = _("Alle er nye i øvingen. {about}").format(about=about)
    else:
        first = _("Alle er spørsmål du har øvd på før. {about}").format(about=about)
    if not overview.changed:
        return (first,)
    changed = n_(
        "{n} spørsmål er endret siden du svarte. Det kommer først.",
        "{n} spørsmål er endret siden du svarte. De kommer først.",
        overview.changed,
    )
    return (first, changed.format(n=overview.changed))


def _nothing_lines(overview: ReviewOverview) -> tuple[str, ...]:
    lines: tuple[str, ...] = ()
    if overview.done:
        done = n_("Du har svart på {n} spørsmål.", "Du har svart på {n} spørsmål.", overview.done)
        lines = (done.format(n=overview.done),)
    if overview.next_day is not None:
        lines += (_("Neste gang er {day}.").format(day=when(overview.next_day, overview.today)),)
    return lines


def _left_over(overview: ReviewOverview) -> tuple[str, ...]:
    waits = n_(
        "Utenom dette venter {n} spørsmål. Det er fordelt på dagene framover.",
        "Utenom dette venter {n} spørsmål. De er fordelt på dagene framover.",
        overview.left_over,
    )
    days = n_(
        "Om omtrent {n} dag er alle tatt. Nye spørsmål venter til da.",
        "Om omtrent {n} dager er alle tatt. Nye spørsmål venter til da.",
        overview.days_to_catch_up,
    )
    return (waits.format(n=overview.left_over), days.format(n=overview.days_to_catch_up))


def resting(count: int) -> str:
    """Say what is not put for the time being, and that it is kept."""
    return n_(
        "{n} spørsmål hviler, for det står ikke i kursene du har nå. Det er beholdt hvis det kommer igjen.",
        "{n} spørsmål hviler, for de står ikke i kursene du har nå. De er beholdt hvis de kommer igjen.",
        count,
    ).format(n=count)


def comes_back(value: date, today: date) -> str:
    """Say when a question comes back."""
    return _("Spørsmålet kommer igjen {day}.").format(day=when(value, today))


def round_result(put: int, right: int) -> str:
    """Say how a round went."""
    return _("Du svarte på {n} spørsmål. Riktige svar: {right}.").format(n=put, right=right)


def goal_counts(progress: GoalProgress) -> tuple[str, str]:
    """Return a goal's counts before and now."""
    before = _("Første svar: {right} av {of} riktige").format(right=progress.first, of=progress.of)
    now = _("Nå: {right} av {of} riktige").format(right=progress.now, of=progress.of)
    return before, now


def goal_reach(progress: GoalProgress) -> str:
    """Say how much the counts of a goal are built on."""
    if progress.is_few:
        return _("Få svar ennå: {of} av {all} spørsmål. Tallene sier lite.").format(
            of=progress.of, all=progress.questions
        )
    return _("Målt på {of} av {all} spørsmål.").format(of=progress.of, all=progress.questions)
