"""A sentence in the three languages, and how it is filled with values."""

from __future__ import annotations

from dataclasses import dataclass

LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Said:
    """One thing in three languages, each as (what is the matter, what to do about it).

    Both may name values in braces: ``«{title}» har ingen fasit``. A remedy may be empty where the sentence itself says
    what to do.
    """

    nb: tuple[str, str]
    nn: tuple[str, str]
    en: tuple[str, str]

    def in_language(self, language: str) -> tuple[str, str]:
        """Return the pair in ``nb``, ``nn`` or ``en``; bokmål for anything else."""
        return {"nn": self.nn, "en": self.en}.get(language, self.nb)


class _Values(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return "…"


def fill(template: str, values: tuple[tuple[str, str], ...]) -> str:
    """Fill ``{name}`` in a template; a value nobody gave becomes ``…``, so that a sentence is never lost."""
    return template.format_map(_Values(values))
