"""Every code that can be found or raised has its sentence and remedy in three languages."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.problem import Problem
from kursapp.texts.problems import SENTENCES, tell
from kursapp.texts.sentence import LANGUAGES, UNKNOWN, Said, fill

PACKAGE = Path(__file__).parent.parent.parent / "kursapp"
CODE = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
SPEAKERS = {"error", "warning", "report", "_report", "problem", "refusal", "_habit", "_warning", "_refuse"}


def codes_in(tree: ast.Module) -> Iterator[str]:
    """Yield the codes named in calls that report or raise a problem."""
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        if name in SPEAKERS:
            for part in call.args:
                for constant in ast.walk(part):
                    if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                        yield from [constant.value] if _is_code(constant.value) else []


def _is_code(text: str) -> bool:
    return CODE.fullmatch(text) is not None and not text.startswith("utf-8")


def all_codes() -> set[str]:
    """Return the codes the whole package can say."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        found |= set(codes_in(ast.parse(path.read_text(encoding="utf-8"))))
    return found


def test_every_code_has_its_sentence() -> None:
    """A problem nobody can put into words would reach a person as nothing."""
    assert all_codes() - set(SENTENCES) == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_says_what_is_wrong_and_what_to_do(code: str, language: str) -> None:
    """Both parts end as sentences do, blame nobody, and shout at nobody."""
    for text in SENTENCES[code].in_language(language):
        assert re.search(r"[.?)}]$", text), text
        assert "!" not in text.replace("[!", "").replace("<!", "").replace("![", ""), text
        assert not re.search(r"\b(vennligst|ver venleg|please)\b", text, re.IGNORECASE), text


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_the_languages_name_the_same_values(code: str) -> None:
    """A translation neither forgets a value nor invents one."""
    named = [set(re.findall(r"\{(\w+)\}", " ".join(SENTENCES[code].in_language(each)))) for each in LANGUAGES]
    assert named[0] == named[1] == named[2]


def test_a_value_nobody_gave_does_not_lose_the_sentence() -> None:
    """A missing value becomes an ellipsis."""
    assert fill("Fila «{file}» er full.", ()) == f"Fila «{UNKNOWN}» er full."


def test_an_optional_part_goes_with_its_value() -> None:
    """``{? … ?}`` stands only where its values are there."""
    template = "Ukjent.{? Mente du «{nearest}»??}"
    assert fill(template, (("nearest", "mål"),)) == "Ukjent. Mente du «mål»?"
    assert fill(template, (("nearest", ""),)) == "Ukjent."


def test_values_with_braces_are_only_words() -> None:
    """What an author wrote is never taken for a template."""
    assert fill("«{text}» er rart.", (("text", "{file} {?x?}"),)) == "«{file} {?x?}» er rart."


def test_a_problem_is_told_in_the_language_asked_for() -> None:
    """An unknown language is bokmål."""
    found = Problem("a.md", 3, 1, "no-key", values=(("title", "Hva nå?"),))
    assert tell(found, "nb").message == "«Hva nå?» har ingen fasit."
    assert tell(found, "en").message == "“Hva nå?” has no key."
    assert tell(found, "fr") == tell(found, "nb")


def test_no_two_rooms_say_different_things_of_one_code() -> None:
    """The tables are laid together: a code in two of them would lose one of its sentences."""
    tables = [
        table
        for path in sorted((PACKAGE / "texts").glob("problems_*.py"))
        for table in vars(importlib.import_module(f"kursapp.texts.{path.stem}")).values()
        if isinstance(table, dict) and table and all(isinstance(said, Said) for said in table.values())
    ]
    said: dict[str, set[Said]] = {}
    for table in tables:
        for code, sentence in table.items():
            said.setdefault(code, set()).add(sentence)
    assert [code for code, sentences in said.items() if len(sentences) > 1] == []
    assert set(said) == set(SENTENCES)


def test_numbers_are_written_as_the_language_writes_them() -> None:
    """Norwegian has a comma where the program has a point."""
    found = Problem("a.md", 1, 1, "workload-off", values=(("says", "20"), ("takes", "11.5")))
    assert "11,5" in tell(found, "nb").message
    assert "11,5" in tell(found, "nn").message
    assert "11.5" in tell(found, "en").message
