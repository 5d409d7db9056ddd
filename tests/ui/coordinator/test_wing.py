"""The coordinator's screens are imported before they are made."""

from __future__ import annotations

import ast
import inspect

from kursapp.ui.coordinator import wing

SELDOM = {"backups"}


def test_every_screen_of_a_day_is_got_ready() -> None:
    """What a maker imports has been imported by ``load``, but for what is seldom seen: no first visit waits for it."""
    tree = ast.parse(inspect.getsource(wing))
    makers = [each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name.startswith("_")]
    imported = {
        (line.module or "").removeprefix("kursapp.ui.coordinator.")
        for maker in makers
        for line in maker.body
        if isinstance(line, ast.ImportFrom)
    }
    assert imported == {*wing.MODULES, *SELDOM}
    wing.load()
