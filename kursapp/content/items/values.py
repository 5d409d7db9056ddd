"""The values of settings, each as the type it should have; what cannot be read is reported and left at its default."""

from __future__ import annotations

from decimal import Decimal

from kursapp.content.items.item import Context
from kursapp.content.keywords import YES_NO
from kursapp.content.settings import Setting, Settings, names
from kursapp.domain.question import QuestionSettings
from kursapp.domain.typed import read_number

MOST = 10_000
"""Larger numbers in settings are slips."""

QUESTION_KEYS = frozenset(
    {"id", "points", "goals", "minutes", "tries", "shuffle", "certainty", "theme", "bank", "form"}
)
"""Settings every question may carry."""

_MINUTES = ("minutter", "minutt", "minutes", "min.", "min")

FORMS = ("A", "B")
"""Names of parallel versions."""


def question_settings(settings: Settings, context: Context) -> QuestionSettings:
    """Return what every question may carry."""
    points = number(settings, "points", context)
    tries = whole(settings, "tries", context, low=1)
    return QuestionSettings(
        points=1 if points is None else points,
        goals=names(settings.value("goals")),
        theme=settings.value("theme"),
        bank=settings.value("bank"),
        form=_form(settings, context),
        minutes=minutes(settings, context),
        tries=tries,
        shuffle=yes(settings, "shuffle", context),
        certainty=bool(yes(settings, "certainty", context)),
        measures=settings.value("measures"),
    )


def minutes(settings: Settings, context: Context, key: str = "minutes") -> float | None:
    """Return a length of time in minutes (``10`` or ``10 min``), or None where none is set."""
    found = settings.get(key)
    if found is None:
        return None
    values = (read_number(found.value, unit) for unit in _MINUTES)
    value = next((value for value in values if value is not None), None)
    if value is None or not 0 < value <= MOST:
        bad_setting(found, context, "minutes")
        return None
    return float(value)


def number(settings: Settings, key: str, context: Context) -> float | None:
    """Return a number from 0 up, or None where it is not set."""
    found = settings.get(key)
    if found is None:
        return None
    value = read_number(found.value)
    if value is None or not 0 <= value <= MOST:
        bad_setting(found, context, "number")
        return None
    return float(value)


def whole(settings: Settings, key: str, context: Context, *, low: int = 0) -> int | None:
    """Return a whole number from ``low`` up, or None where it is not set."""
    found = settings.get(key)
    if found is None:
        return None
    value = read_number(found.value)
    if value is None or value != int(value) or not low <= value <= MOST:
        bad_setting(found, context, "whole-number")
        return None
    return int(value)


def percent(settings: Settings, key: str, context: Context) -> int | None:
    """Return a whole number of per cent from 0 to 100, or None where it is not set."""
    found = settings.get(key)
    if found is None:
        return None
    value = read_number(found.value, "%")
    if value is None or value != int(value) or not 0 <= value <= Decimal(100):
        bad_setting(found, context, "percent")
        return None
    return int(value)


def yes(settings: Settings, key: str, context: Context) -> bool | None:
    """Return whether something is on, or None where it is not said. A key without a value means yes."""
    found = settings.get(key)
    if found is None:
        return None
    if not found.value:
        return True
    name = YES_NO.find(found.value)
    if name is None:
        bad_setting(found, context, "yes-no")
        return None
    return name == "yes"


def bad_setting(found: Setting, context: Context, expected: str) -> None:
    """Report a setting whose value is not of the ``expected`` kind."""
    context.report(
        "bad-setting", found.value_line, found.value_column, key=found.name, value=found.value, expected=expected
    )


def _form(settings: Settings, context: Context) -> str:
    found = settings.get("form")
    if found is None:
        return ""
    form = found.value.upper()
    if form not in FORMS:
        bad_setting(found, context, "form")
        return ""
    return form
