"""What every export says of itself: whose numbers they are, the rules they were given under, and what is hidden."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp import __version__
from kursapp.domain.results import Hidden, HiddenBreakdown, RoundResults
from kursapp.texts import amounts
from kursapp.texts import results as words
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases

FORMAT = "kursapp-results"
FORMAT_VERSION = 1
"""The version of the exports' own shape: columns, keys, sheets. Raised when a reader would have to know."""

DIGEST_SHOWN = 12
"""Hex digits of a form's digest that are printed: enough to tell two versions of a form from each other."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing an export says of itself: a key that stays the same in every language, its name, and its value."""

    key: str
    name: str
    value: str


@dataclass(frozen=True, slots=True)
class HiddenUnit:
    """One thing that is not shown: an item (``item_id``), a breakdown (``variable``) or the comments, and why."""

    key: str
    name: str
    why: str
    item_id: str = ""
    variable: str = ""


def facts_of(results: RoundResults) -> tuple[Fact, ...]:
    """Return what the export says of itself, always in the same order."""
    cohort, form = results.cohort, results.form
    language = cohort.language
    say = Phrases(EXPORTS, language)
    digest = next((each.digest for each in cohort.forms if each.form.id == form.id), "")
    values = {
        "program": f"Kursapp {__version__}",
        "format": f"{FORMAT} {FORMAT_VERSION}",
        "course": cohort.course_title,
        "course-version": cohort.course_version,
        "cohort": cohort.name,
        "cohort-id": cohort.id,
        "simulated": _yes_no(cohort.simulated, say),
        "dates": amounts.days(cohort.starts, cohort.ends, language),
        "place": cohort.place,
        "organiser": cohort.organiser,
        "form": form.title,
        "form-type": words.form_type(form, language),
        "form-version": digest[:DIGEST_SHOWN],
        "invited": str(results.invited),
        "persons": str(results.published.persons),
        "rate": response_rate(results),
        "limit": say("about-limit-value", k=cohort.rules.k),
        "reason": cohort.rules.reason,
        "breakdowns": "; ".join(variable_name(results, variable) for variable in cohort.rules.breakdowns)
        or say("none"),
        "codes": _yes_no(cohort.rules.codes, say),
        "keep-until": amounts.day(cohort.rules.keep_until, language),
        "hidden": hidden_sentence(results),
    }
    return tuple(Fact(key, say(f"about-{key}"), value) for key, value in values.items() if value)


def hidden_units(results: RoundResults) -> tuple[HiddenUnit, ...]:
    """Return everything that is not shown, with the sentence that says why: items, then breakdowns, then comments."""
    return (*_hidden_items(results), *_hidden_breakdowns(results), *_hidden_comments(results))


def _hidden_items(results: RoundResults) -> list[HiddenUnit]:
    language, k = results.cohort.language, results.cohort.rules.k
    return [
        HiddenUnit("item", results.form.item(unit.item_id).text, words.why(unit.why, k, language), item_id=unit.item_id)
        for unit in results.published.tables
        if isinstance(unit, Hidden)
    ]


def _hidden_breakdowns(results: RoundResults) -> list[HiddenUnit]:
    language, k = results.cohort.language, results.cohort.rules.k
    return [
        HiddenUnit(
            "breakdown", variable_name(results, each.variable), words.why(each.why, k, language), variable=each.variable
        )
        for each in results.published.breakdowns
        if isinstance(each, HiddenBreakdown)
    ]


def _hidden_comments(results: RoundResults) -> list[HiddenUnit]:
    language, reason = results.cohort.language, results.published.comments_hidden
    if reason is None:
        return []
    say = Phrases(EXPORTS, language)
    return [HiddenUnit("comments", say("comments"), words.why(reason, results.cohort.rules.k, language))]


def hidden_sentence(results: RoundResults) -> str:
    """Say in one sentence how much is hidden."""
    say = Phrases(EXPORTS, results.cohort.language)
    units = hidden_units(results)
    if not units:
        return say("nothing-hidden")
    items = sum(unit.key == "item" for unit in units)
    told = [say("hidden-count", count=items, total=len(results.published.tables))] if items else []
    told += [f"{_hidden_name(unit, say)}: {unit.why}" for unit in units if unit.key != "item"]
    return " ".join(told)


def _hidden_name(unit: HiddenUnit, say: Phrases) -> str:
    return say("hidden-breakdown", variable=unit.name) if unit.key == "breakdown" else unit.name


def variable_name(results: RoundResults, variable: str) -> str:
    """Return the words of a background question, which another form of the cohort may ask; its id where none does."""
    forms = (results.form, *(each.form for each in results.cohort.forms))
    return next((item.text for form in forms for item in form.items if item.id == variable), variable)


def response_rate(results: RoundResults) -> str:
    """Print how large a share of the invited has handed in; empty where nobody said how many were."""
    if results.invited <= 0:
        return ""
    return amounts.share(results.published.persons / results.invited, results.cohort.language)


def _yes_no(value: bool, say: Phrases) -> str:
    return say("yes" if value else "no")
