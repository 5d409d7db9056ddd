"""Every refusal of a use case has its sentence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kursapp.domain.problem import problem
from kursapp.texts.problems import tell

FOLDER = Path(__file__).parents[2] / "kursapp" / "services"
CODES = sorted(
    {code for path in FOLDER.glob("*.py") for code in re.findall(r'refusal\(\s*"([a-z-]+)"', path.read_text("utf-8"))}
)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("code", CODES)
def test_every_refusal_is_told_with_its_remedy(code: str, language: str) -> None:
    """A code without a sentence would reach a person as a failure of the program."""
    told = tell(problem(code, "", 0, 0), language)
    assert told.message
    assert told.remedy


def test_the_codes_are_found() -> None:
    """The search above sees the refusals there are."""
    assert {"no-tries-left", "no-attempts-left", "case-at-start"} <= set(CODES)
