"""The commands: one module per verb, the same services as the window."""

from __future__ import annotations

VERBS = ("check", "new", "outline")
"""The verbs that need no window; ``__main__`` sends them to :func:`kursapp.cli.commands.run`."""
