"""Of Qt is made ahead what the program imports, neither less nor more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.ui import qt_names

PACKAGE = Path(qt_names.__file__).parents[1]


@pytest.mark.parametrize(
    ("module", "names"),
    [("QtCore", qt_names.CORE), ("QtGui", qt_names.GUI), ("QtWidgets", qt_names.WIDGETS)],
)
def test_every_name_imported_from_qt_is_made_ahead(module: str, names: str) -> None:
    """A class left out would be made on the loading thread, which now and then ends the program."""
    imported: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        imported |= set(_imported(ast.parse(path.read_text("utf-8")), f"PySide6.{module}"))
    missing, idle = sorted(imported - set(names.split())), sorted(set(names.split()) - imported)
    assert (missing, idle) == ([], []), "kursapp/ui/qt_names.py is to have what is imported"
    assert names.split() == sorted(imported)


def _imported(node: ast.AST, module: str) -> Iterator[str]:
    """Find the names a file imports from a module when it is imported itself."""
    if isinstance(node, ast.FunctionDef) or _is_for_types_only(node):
        return
    if isinstance(node, ast.ImportFrom) and node.module == module:
        yield from (alias.name for alias in node.names)
    for child in ast.iter_child_nodes(node):
        yield from _imported(child, module)


def _is_for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
