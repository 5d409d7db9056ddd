"""The parts of the suite, in the order of the table, and the modules that measure each."""

from __future__ import annotations

from types import MappingProxyType

PARTS = MappingProxyType(
    {
        "start": ("first_window", "interactive", "memory", "stalls"),
        "course": ("opening", "showing", "pages"),
        "answers": ("saving",),
        "search": ("search",),
        "review": ("review",),
        "notes": ("notes", "notebook"),
        "collect": ("collection",),
        "results": ("desk",),
        "exports": ("exports",),
        "check": ("checking",),
        "editor": ("author", "typing", "interchange"),
        "passphrase": ("unlocking",),
        "idle": ("idle",),
        "growth": ("growth",),
    }
)
"""Each module's ``measure()`` gives its figures."""
