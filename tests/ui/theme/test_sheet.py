"""Style sheets call colours by name and sizes by what grows."""

from __future__ import annotations

import pytest

from kursapp import paths
from kursapp.ui.theme.sheet import fill_sheet
from kursapp.ui.theme.tokens import THEMES, read_tokens


def twice(size: float) -> int:
    """Zoom to 200 %."""
    return round(size * 2)


def test_names_and_sizes_are_filled_in() -> None:
    """Colours by name, type by zoom, distances as they stand, comments gone."""
    filled = fill_sheet("/* @x */ a { color: @text; font-size: px(16); margin: 4px; }", {"text": "#111111"}, twice)
    assert filled.strip() == "a { color: #111111; font-size: 32px; margin: 4px; }"


def test_a_tall_control_grows_by_its_line_only() -> None:
    """At 200 % a control of 38 px is one line higher, not twice as high."""
    assert fill_sheet("min-height: tall(38)", {}, twice) == "min-height: 59px"
    assert fill_sheet("min-height: tall(38)", {}, round) == "min-height: 38px"


def test_an_unknown_colour_is_an_error() -> None:
    """A slip of the pen is seen at once, not as black."""
    with pytest.raises(KeyError):
        fill_sheet("a { color: @txt; }", {"text": "#111111"}, twice)


@pytest.mark.parametrize("name", THEMES)
def test_every_sheet_can_be_filled_in_every_theme(name: str) -> None:
    """No sheet names a colour that a theme does not have."""
    folder = paths.assets() / "theme"
    values = {**read_tokens(folder, name).colours, "marks": "marks"}
    sheets = sorted(folder.glob("*.qss"))
    assert len(sheets) >= 2
    for sheet in sheets:
        filled = fill_sheet(sheet.read_text(encoding="utf-8"), values, twice)
        assert "@" not in filled
        assert filled.count("{") == filled.count("}")
