"""Every colour can be read on every ground it is used on."""

from __future__ import annotations

import tomllib

import pytest

from kursapp import paths
from kursapp.ui.theme.tokens import THEMES, contrast, read_tokens

READ = 4.5
"""The least contrast of words (WCAG 2.2, AA)."""
SEEN = 3.0
"""The least contrast of the edge of a control, of an icon and of the focus ring."""

DESIGN = {
    ("text", "canvas"): (15.6, 15.5),
    ("muted", "surface"): (7.0, 7.7),
    ("border", "surface"): (4.4, 4.7),
    ("primary", "canvas"): (7.4, 9.2),
    ("on_primary", "primary"): (7.9, 7.8),
    ("on_primary_subtle", "primary_subtle"): (8.5, 9.0),
    ("accent", "accent_tint"): (5.8, 7.7),
    ("success", "success_tint"): (5.9, 7.4),
    ("warning", "warning_tint"): (6.4, 8.2),
    ("danger", "danger_tint"): (6.2, 7.4),
    ("info", "info_tint"): (6.3, 7.3),
    ("text", "selection"): (11.9, 8.0),
    ("focus", "canvas"): (15.6, 17.9),
}
"""The ratios the design was made with: light, dark."""

GROUNDS = ("canvas", "surface", "sidebar", "hover")
TINTS = ("accent_tint", "success_tint", "warning_tint", "danger_tint", "info_tint", "primary_subtle")
WORDS = [(word, ground) for word in ("text", "muted", "primary") for ground in GROUNDS]
WORDS += [("text", tint) for tint in TINTS] + [("on_primary", "primary_hover"), ("text", "selection")]
WORDS += [(word, ground) for word in ("accent", "danger", "success") for ground in ("canvas", "surface")]
MARKS = ("mark_yellow", "mark_green", "mark_blue", "mark_pink", "mark_found")
WORDS += [
    (word, mark) for word in ("text", "muted", "primary", "accent", "success", "info", "danger") for mark in MARKS
]
WORDS += [pair for pair in DESIGN if pair[0] not in ("border", "focus")]
EDGES = [("border", "canvas"), ("border", "surface"), ("border", "sidebar"), ("focus", "canvas"), ("focus", "surface")]
EDGES += [("focus", "sidebar"), ("primary", "primary_subtle")]
EDGES += [(f"{mark}_line", ground) for mark in MARKS for ground in (mark, "canvas", "surface", *TINTS)]


@pytest.mark.parametrize("name", THEMES)
def test_the_quick_reader_reads_what_toml_says(name: str) -> None:
    """The first paint's own reading of the theme files agrees with a real TOML reader."""
    table = tomllib.loads((paths.assets() / "theme" / f"{name}.toml").read_text(encoding="utf-8"))
    tokens = read_tokens(paths.assets() / "theme", name)
    assert (tokens.dark, tokens.colours) == (table["dark"], table["colours"])


def test_every_theme_names_the_same_tokens() -> None:
    """A widget can ask any theme for any token."""
    names = [set(read_tokens(paths.assets() / "theme", name).colours) for name in THEMES]
    assert names[0] == names[1] == names[2]


@pytest.mark.parametrize(("pair", "ratios"), DESIGN.items())
def test_the_ratios_are_those_of_the_design(pair: tuple[str, str], ratios: tuple[float, float]) -> None:
    """Nobody changes a token without noticing what it does to the contrast."""
    for name, ratio in zip(("light", "dark"), ratios, strict=True):
        colours = read_tokens(paths.assets() / "theme", name).colours
        assert contrast(colours[pair[0]], colours[pair[1]]) == pytest.approx(ratio, abs=0.1)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", WORDS)
def test_words_can_be_read(name: str, pair: tuple[str, str]) -> None:
    """Every pair of words and ground passes AA, and 7 : 1 in high contrast."""
    colours = read_tokens(paths.assets() / "theme", name).colours
    assert contrast(colours[pair[0]], colours[pair[1]]) >= (7.0 if name == "contrast" else READ)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("pair", EDGES)
def test_edges_can_be_seen(name: str, pair: tuple[str, str]) -> None:
    """Controls and the focus ring stand out from what is around them."""
    colours = read_tokens(paths.assets() / "theme", name).colours
    assert contrast(colours[pair[0]], colours[pair[1]]) >= SEEN


def test_contrast_is_the_formula_of_wcag() -> None:
    """Black on white is 21, a colour on itself 1, and the order does not matter."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)
    assert contrast("#0E5A64", "#0E5A64") == 1
    assert contrast("#FFFFFF", "#767676") == contrast("#767676", "#FFFFFF")
