"""Imports that read no sources.

PySide puts an import function of its own in the place of Python's. After every import of a module it reads the module's
whole source, and Python keeps it, only to see whether the module might ask for ``from __feature__ import snake_case``.
Kursapp never does. For some 750 modules that was a third of the time their import took, and 20 MiB.
"""

from __future__ import annotations

import builtins


def import_plainly() -> None:
    """Import Qt, and from now on every module without a look at its source. Before anything else of the window."""
    import PySide6  # noqa: F401 - brings the function that is put away

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
