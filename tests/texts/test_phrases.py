"""Tables of short texts: three languages that name the same values."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.recovery_sheet import RECOVERY
from kursapp.texts.report import REPORT
from kursapp.texts.results import RESULTS
from kursapp.texts.value_words import Words

TABLES = {"exports": EXPORTS, "recovery": RECOVERY, "report": REPORT, "results": RESULTS}


@pytest.mark.parametrize("name", TABLES)
def test_the_languages_say_the_same(name: str) -> None:
    """No text is missing, and a translation neither forgets a value nor invents one."""
    for key, words in TABLES[name].items():
        assert len(words) == 3, key
        assert all(words), key
        named = [set(re.findall(r"\{(\w+)\}", text)) for text in words]
        assert named[0] == named[1] == named[2], key


@pytest.mark.parametrize("name", TABLES)
def test_answers_are_confidential_never_anonymous(name: str) -> None:
    """The promise is what it is called."""
    assert "anonym" not in " ".join(text for words in TABLES[name].values() for text in words).lower()


SAID_IN = ("kursapp/**/*.py", "kursapp/locale/*/LC_MESSAGES/*.po", "assets/**/*.typ", "assets/**/*.md", "docs/**/*.md")
"""Where words stand that people read: the program's own, its translations, the report, the pages of documentation."""


def test_the_whole_program_never_promises_to_be_anonymous(project: Path) -> None:
    """Neither window, commands, report, translations nor documentation: «konfidensiell» (DESIGN §5)."""
    files = [file for pattern in SAID_IN for file in project.glob(pattern)]
    assert len(files) > 200
    said = [str(file) for file in files if "anonym" in file.read_text(encoding="utf-8").casefold()]
    assert said == []


def test_no_form_of_a_course_promises_to_be_anonymous(project: Path) -> None:
    """Every session that holds an evaluation form."""
    texts = {file: file.read_text(encoding="utf-8") for file in (project / "courses").rglob("*.md")}
    forms = {file: text for file, text in texts.items() if re.search(r"^.*\beval-[a-z0-9-]+", text, re.MULTILINE)}
    assert forms
    assert [str(file) for file, text in forms.items() if "anonym" in text.casefold()] == []


def test_a_language_that_is_not_ours_is_bokmal() -> None:
    """Nobody is left without words."""
    table: dict[str, Words] = {"hei": ("Hei {name}", "Hei {name}!", "Hello {name}")}
    assert Phrases(table, "fr")("hei", name="Kari") == "Hei Kari"
    assert Phrases(table, "en")("hei", name="Kari") == "Hello Kari"
