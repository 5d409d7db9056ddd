"""Numbers of charts as words."""

from __future__ import annotations

from collections.abc import Iterable

from kursapp.texts import amounts
from kursapp.ui.i18n import _, language


def percent(share: float) -> str:
    """Write a share (0 to 1) in whole per cent, as the report does."""
    return amounts.share(share, language())


def one_decimal(value: float) -> str:
    """Write a mean with one decimal, as the report does."""
    return amounts.number(value, language(), 1)


def of_total(count: int, total: int) -> str:
    """Write a count and its share: ``8 (36 %)``; the count alone where there is no total."""
    return f"{count} ({percent(count / total)})" if total else str(count)


def spoken(words: str, steps: Iterable[tuple[str, int]], total: int, aside: str = "") -> str:
    """Put a distribution into one sentence for a screen reader; steps nobody chose are left out."""
    counts = ", ".join(f"{label} {of_total(count, total)}" for label, count in steps if count)
    parts = [words.rstrip(".:"), counts or _("ingen svar"), aside.rstrip(".")]
    return ". ".join(part for part in parts if part) + "."
