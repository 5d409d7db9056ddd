"""Of Qt is made ahead what the program imports, neither less nor more."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from kursapp.ui import qt_names

PACKAGE = Path(qt_names.__file__).parents[1]


NAMES = {"PySide6.QtCore": qt_names.CORE, "PySide6.QtGui": qt_names.GUI, "PySide6.QtWidgets": qt_names.WIDGETS}


def test_every_name_imported_from_qt_is_made_ahead() -> None:
    """A class left out would be made on the loading thread, which now and then ends the program."""
    imported: dict[str, set[str]] = {module: set() for module in NAMES}
    for path in PACKAGE.rglob("*.py"):
        words = path.read_text("utf-8")
        if "from PySide6." in words:
            for module, name in _imported(ast.parse(words)):
                imported.setdefault(module, set()).add(name)
    for module, names in NAMES.items():
        missing, idle = imported[module] - set(names.split()), set(names.split()) - imported[module]
        assert (missing, idle) == (set(), set()), "kursapp/ui/qt_names.py is to have what is imported"
        assert names.split() == sorted(imported[module])


def _imported(node: ast.AST) -> Iterator[tuple[str, str]]:
    """Find the modules and names a file imports when it is imported itself."""
    if isinstance(node, ast.FunctionDef) or _is_for_types_only(node):
        return
    if isinstance(node, ast.ImportFrom):
        yield from ((node.module or "", alias.name) for alias in node.names)
    for child in ast.iter_child_nodes(node):
        yield from _imported(child)


def _is_for_types_only(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"
