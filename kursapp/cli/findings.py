"""How a command prints findings: place, severity, code and sentence, and the remedy on a line of its own."""

from __future__ import annotations

from collections.abc import Iterable

from kursapp.cli.places import place_of, seen
from kursapp.domain.problem import Problem, Severity
from kursapp.texts.problems import tell

SEVERITY_WORDS = {
    "nb": {Severity.ERROR: "feil", Severity.WARNING: "advarsel"},
    "nn": {Severity.ERROR: "feil", Severity.WARNING: "åtvaring"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning"},
}


def print_findings(problems: Iterable[Problem], language: str) -> None:
    """Print findings one after another."""
    for found in problems:
        where = place_of(found) or "kurs"
        told = tell(found, language)
        print(seen(f"{where}: {SEVERITY_WORDS[language][found.severity]} [{found.code}] {told.message}"))
        if told.remedy:
            print(seen(f"    → {told.remedy}"))
