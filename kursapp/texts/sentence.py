"""A sentence in the three languages, and how it is filled with values."""

from __future__ import annotations

import re
from dataclasses import dataclass

LANGUAGES = ("nb", "nn", "en")
UNKNOWN = "…"

_OPTIONAL = re.compile(r"\{\?(.*?)\?\}")
_NAME = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing in three languages, each as (what is the matter, what to do about it).

    Both may name values in braces: ``«{title}» har ingen fasit``. What stands in ``{? … ?}`` is left out when a
    value in it is empty: ``{?Mente du «{nearest}»??}``. A remedy may be empty where the sentence says it all.
    """

    nb: tuple[str, str]
    nn: tuple[str, str]
    en: tuple[str, str]

    def in_language(self, language: str) -> tuple[str, str]:
        """Return the pair in ``nb``, ``nn`` or ``en``; bokmål for anything else."""
        return {"nn": self.nn, "en": self.en}.get(language, self.nb)


def fill(template: str, values: tuple[tuple[str, str], ...]) -> str:
    """Fill ``{name}`` in a template; a value nobody gave becomes ``…``, so that a sentence is never lost."""
    known = dict(values)

    def optional(found: re.Match[str]) -> str:
        inner = found[1]
        return inner if all(known.get(name) for name in _NAME.findall(inner)) else ""

    text = _OPTIONAL.sub(optional, template)
    return _NAME.sub(lambda found: known.get(found[1]) or UNKNOWN, text).strip()
