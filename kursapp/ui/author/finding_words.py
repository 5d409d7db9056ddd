"""What is said about a finding beside its sentence: how much it matters, where it stands, whether it can be mended."""

from __future__ import annotations

from collections.abc import Iterable

from kursapp.domain.problem import Problem, Severity
from kursapp.texts.problems import Told, tell
from kursapp.texts.why import why
from kursapp.ui.i18n import _, language, n_

ICONS = {Severity.ERROR: ("circle-x", "danger"), Severity.WARNING: ("triangle-alert", "warning")}
"""The icon of a severity and its colour, as names of the theme."""


def told(found: Problem) -> Told:
    """Return a finding's sentence and remedy in the window's language."""
    return tell(found, language())


def reason(found: Problem) -> str:
    """Return why a finding matters, in the window's language."""
    return why(found.code, language())


def severity_word(found: Problem) -> str:
    """Return how much a finding matters, in a word."""
    return _("Feil") if found.severity is Severity.ERROR else _("Advarsel")


def line_words(found: Problem) -> str:
    """Return which line a finding is on; empty for one that is about a whole file or course."""
    return _("Linje {n}").format(n=found.line) if found.line else ""


def place_words(found: Problem) -> str:
    """Return the file and line a finding is on."""
    file = found.file or _("Hele kurset")
    return ", ".join(part for part in (file, line_words(found).lower()) if part)


def spoken(found: Problem) -> str:
    """Return all that a row of a list shows, as a screen reader says it."""
    start = ", ".join(part for part in (severity_word(found), line_words(found).lower()) if part)
    mended = " " + _("Kan rettes i ett steg.") if found.fixable else ""
    return f"{start}: {told(found).message}{mended}"


def count_words(found: Iterable[Problem]) -> str:
    """Return how many errors and warnings there are: ``2 feil, 1 advarsel``."""
    severities = [each.severity for each in found]
    errors = severities.count(Severity.ERROR)
    warnings = len(severities) - errors
    if not severities:
        return _("Ingen funn")
    parts = []
    if errors:
        parts.append(n_("{n} feil", "{n} feil", errors).format(n=errors))
    if warnings:
        parts.append(n_("{n} advarsel", "{n} advarsler", warnings).format(n=warnings))
    return ", ".join(parts)
