"""The sheet with a profile's recovery code, as a PDF to print."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kursapp.domain.exporting import Unwatched
from kursapp.export.recovery_sheet import DAYS, region
from kursapp.export.theme import light_theme
from kursapp.export.typesetting import typeset
from kursapp.files.writing import write_bytes
from kursapp.texts import amounts
from kursapp.texts.phrases import Phrases
from kursapp.texts.profile_sheet import PROFILE_SHEET


def write_profile_sheet(name: str, code: str, made: date, language: str, path: Path) -> None:
    """Write the sheet for one profile; ``code`` as ``vault.recovery`` prints it, in groups."""
    write_bytes(path, typeset("recovery", sheet_values(name, code, made, language), Unwatched()))


def sheet_values(name: str, code: str, made: date, language: str) -> dict[str, object]:
    """Return what the template is filled with."""
    say = Phrases(PROFILE_SHEET, language)
    return {
        "theme": light_theme(),
        "language": language,
        "region": region(language),
        "title": say("title"),
        "author": "",
        "days": DAYS,
        "heading": say("title"),
        "lead": say("lead", name=name),
        "simulated": "",
        "code_heading": say("code-heading"),
        "code": code,
        "code_note": say("code-note"),
        "keep_heading": say("keep-heading"),
        "keep": [say(f"keep-{number}") for number in range(1, 5)],
        "use_heading": say("use-heading"),
        "use": [say(f"use-{number}") for number in range(1, 4)],
        "about_heading": say("about-heading"),
        "columns": [say("column-what"), say("column-value")],
        "facts": [[say("fact-profile"), name], [say("fact-made"), amounts.day(made, language)]],
        "lines": [say("line-place")],
    }
