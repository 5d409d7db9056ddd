"""The sheet with a profile's recovery code: the code to be typed, whose it is, and what to do with it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kursapp.export.profile_sheet import sheet_values, write_profile_sheet
from kursapp.texts.profile_sheet import PROFILE_SHEET
from tests.pdf_text import pdf_text

CODE = "R02Y-MBZ5-ESM8-X36H-69M8-F4XS-8BZR"


def test_the_code_stands_on_the_sheet_as_it_is_typed(tmp_path: Path) -> None:
    """In one piece, with the profile's name and the day."""
    path = tmp_path / "ark.pdf"
    write_profile_sheet("Kari & Co #1", CODE, date(2026, 3, 9), "nb", path)
    words = pdf_text(path)
    assert CODE in words
    assert "Kari & Co #1" in words
    assert "9. mars 2026" in words
    assert path.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_sentence_is_used_in_every_language(language: str) -> None:
    """Nothing is left unsaid, and nothing unfilled."""
    said = str(sheet_values("Kari", CODE, date(2026, 3, 9), language))
    assert "{" not in said.replace("{'", "").replace("{}", "")
    place = ["nb", "nn", "en"].index(language)
    for name, words in PROFILE_SHEET.items():
        assert words[place].split("{", maxsplit=1)[0] in said, name
