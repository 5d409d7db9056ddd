"""What the screens of results say beside a chart: how many answered, the mean, what is hidden and why."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp import __version__
from kursapp.domain.form import AnswerKind, Form, FormItem
from kursapp.domain.results import Group, Hidden, RoundResults, Table, Why
from kursapp.domain.statistics import (
    apart_of,
    blank_of,
    halves,
    mean,
    median,
    moved,
    number_mean,
    number_median,
    numbers_of,
    valid_of,
)
from kursapp.domain.summary import scale_counts
from kursapp.texts import results as words
from kursapp.ui.i18n import _, language, n_
from kursapp.ui.widgets.charts_words import one_decimal, percent


def step_words(item: FormItem, step: str) -> str:
    """Return a step as people read it."""
    return words.step_label(item, step, language())


def group_words(form: Form, group: Group) -> str:
    """Return the name of a group."""
    return words.group_label(form, group, language())


def hidden_words(why: Why, k: int) -> str:
    """Return that something is hidden, and why."""
    return f"{words.hidden(language())}. {words.why(why, k, language())}"


def aside_of(counts: Sequence[int]) -> str:
    """Return a distribution's mean and how many it is of: never one without the other."""
    middle = mean(counts)
    if middle is None:
        return ""
    return _("snitt {mean} · n\N{NO-BREAK SPACE}{n}").format(mean=one_decimal(middle), n=sum(counts))


def theme_name(theme: str) -> str:
    """Return the name of a theme; questions without one have a name too."""
    return theme or _("Andre spørsmål")


def question_words(item: FormItem) -> str:
    """Return the words above an item's own: what the rows of a table have in common, with the area it belongs to."""
    return " · ".join(
        part for part in (item.heading, _("Område {area}").format(area=item.area) if item.area else "") if part
    )


def facts(item: FormItem, table: Table) -> str:
    """Return one item's numbers as plain sentences: n first, "Vet ikke" and blank apart, then mean and median."""
    valid = valid_of(item, table)
    told = [n_("{n} svarte.", "{n} svarte.", valid).format(n=valid)]
    if item.kind is AnswerKind.SCALE:
        told += _scale_facts(scale_counts(item, table))
    elif item.kind is AnswerKind.BEFORE_NOW:
        told += _change_facts(item, table)
    elif item.kind is AnswerKind.NUMBER:
        told += _number_facts(table)
    told += _left_facts(item, table)
    return " ".join(told)


def _scale_facts(counts: Sequence[int]) -> list[str]:
    middle, half = mean(counts), median(counts)
    if middle is None or half is None:
        return []
    told = _("Snittet er {mean} på en skala fra 1 til {steps}, og medianen er {median}.")
    return [told.format(mean=one_decimal(middle), steps=len(counts), median=plain(half))]


def _change_facts(item: FormItem, table: Table) -> list[str]:
    before, now = (mean(counts) for counts in halves(item, table))
    change = moved(item, table)
    if before is None or now is None:
        return []
    told = _("Snittet er {now} nå og {before} før, på en skala fra 1 til {steps}.")
    return [
        told.format(now=one_decimal(now), before=one_decimal(before), steps=len(item.steps)),
        _("{up} av {n} setter seg høyere nå, {same} likt og {down} lavere.").format(
            up=change.up, n=change.total, same=change.same, down=change.down
        ),
    ]


def _number_facts(table: Table) -> list[str]:
    numbers = numbers_of(table)
    middle, half = number_mean(numbers), number_median(numbers)
    if middle is None or half is None:
        return []
    return [_("Snittet er {mean}, og medianen er {median}.").format(mean=one_decimal(middle), median=plain(half))]


def _left_facts(item: FormItem, table: Table) -> list[str]:
    told = []
    if item.apart:
        apart = apart_of(table)
        told.append(n_("{n} valgte «{apart}».", "{n} valgte «{apart}».", apart).format(n=apart, apart=item.apart))
    blank = blank_of(table)
    if blank:
        told.append(n_("{n} svarte ikke.", "{n} svarte ikke.", blank).format(n=blank))
    return told


def plain(value: float) -> str:
    """Write a number without a decimal it does not need: ``4``, ``3,5``."""
    return str(int(value)) if value == int(value) else one_decimal(value)


def answered(results: RoundResults) -> str:
    """Return the response rate as a sentence."""
    persons, invited = results.published.persons, results.invited
    if not persons:
        return _("Så få har levert at ingenting vises.")
    if not invited:
        return n_("{n} har levert.", "{n} har levert.", persons).format(n=persons)
    told = _("{n} av {invited} inviterte har levert ({share}).")
    return told.format(n=persons, invited=invited, share=percent(persons / invited))


def source_words(results: RoundResults) -> str:
    """Return where numbers are from, to stand below them when they are copied: what they must never be without."""
    cohort, form = results.cohort, results.form
    told = [
        cohort.name,
        form.title,
        _("skjema fra versjon {version}").format(version=form.course_version),
        _("vises fra {k} personer").format(k=cohort.rules.k),
        _("kontrollert med koder") if cohort.rules.codes else "",
        _("oppdiktet") if cohort.simulated else "",
        f"Kursapp {__version__}",
    ]
    return " · ".join(part for part in told if part)


def reason_of(unit: Table | Hidden, k: int) -> str:
    """Return why a unit is hidden; empty for one that is shown."""
    return hidden_words(unit.why, k) if isinstance(unit, Hidden) else ""
