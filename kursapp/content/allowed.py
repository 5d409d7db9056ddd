"""Which keys mean something in the front matter and the headings of a file; those of items stand with their readers."""

from __future__ import annotations

COVER_FRONT_MATTER = frozenset({"id", "version", "language", "law_date", "hours", "organiser"})
SESSION_FRONT_MATTER = frozenset({"id", "minutes", "goals", "prior_knowledge"})
MODULE_KEYS = frozenset({"id", "opens", "reminds"})
TEXT_PAGE_KEYS = frozenset({"id", "minutes", "goals"})
