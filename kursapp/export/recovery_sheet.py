"""The recovery sheet as a PDF to print: the only place the backup key's code is ever written."""

from __future__ import annotations

from pathlib import Path

from kursapp.domain.cohort import Cohort, Role
from kursapp.domain.exporting import Unwatched
from kursapp.export.theme import light_theme
from kursapp.export.typesetting import typeset
from kursapp.files.writing import write_bytes
from kursapp.texts import amounts
from kursapp.texts.phrases import Phrases
from kursapp.texts.recovery_sheet import RECOVERY

DAYS = 6
"""Bars of the dagsrad, the program's signature."""


def write_recovery_sheet(cohort: Cohort, code: str, path: Path) -> None:
    """Write the sheet for one cohort; ``code`` as ``vault.recovery`` prints it, in groups."""
    write_bytes(path, typeset("recovery", sheet_values(cohort, code), Unwatched()))


def sheet_values(cohort: Cohort, code: str) -> dict[str, object]:
    """Return what the template is filled with."""
    language = cohort.language
    say = Phrases(RECOVERY, language)
    return {
        "theme": light_theme(),
        "language": language,
        "region": region(language),
        "title": f"{say('title')}: {cohort.name}",
        "author": cohort.organiser,
        "days": DAYS,
        "heading": say("title"),
        "lead": say("lead", cohort=cohort.name),
        "simulated": say("simulated") if cohort.simulated else "",
        "code_heading": say("code-heading"),
        "code": code,
        "code_note": say("code-note"),
        "keep_heading": say("keep-heading"),
        "keep": [
            say("keep-1"),
            say("keep-2"),
            say("keep-3"),
            say("keep-4", day=amounts.day(cohort.rules.keep_until, language)),
        ],
        "use_heading": say("use-heading"),
        "use": [say("use-1"), say("use-2"), say("use-3")],
        "about_heading": say("about-heading"),
        "columns": [say("column-what"), say("column-value")],
        "facts": _facts(cohort, say),
        "lines": [say("line-keeper"), say("line-place")],
    }


def region(language: str) -> str:
    """Return the country of a language's spelling, so that screen readers choose the right voice."""
    return "GB" if language == "en" else "NO"


def _facts(cohort: Cohort, say: Phrases) -> list[list[str]]:
    backup = next((each.id for each in cohort.recipients if each.role is Role.BACKUP), "")
    values = {
        "cohort": cohort.name,
        "course": f"{cohort.course_title} {cohort.course_version}",
        "dates": amounts.days(cohort.starts, cohort.ends, cohort.language),
        "place": cohort.place,
        "id": cohort.id,
        "key": backup,
    }
    return [[say(f"fact-{key}"), value] for key, value in values.items() if value]
