"""The window's words: bokmål is the message itself, nynorsk and English come from gettext catalogues.

This is the one module that keeps state: which catalogue is chosen. ``app`` chooses it before the window is built, and
builds the window anew when the language changes. Ask for words when a widget is built, never at import.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from gettext import NullTranslations

DOMAIN = "kursapp"
BOKMAL = "nb"


class _Choice:
    """What is chosen now; no catalogue means the language the messages are written in."""

    language = BOKMAL
    catalogue: NullTranslations | None = None


def use(language: str, folder: Path) -> None:
    """Speak ``nb``, ``nn`` or ``en`` from now on; ``folder`` holds the catalogues. A missing one speaks bokmål."""
    _Choice.language = language
    if language == BOKMAL:
        _Choice.catalogue = None
        return
    # Bokmål needs no catalogue, so gettext is loaded only for the others.
    from gettext import translation

    _Choice.catalogue = translation(DOMAIN, folder, [language], fallback=True)


def language() -> str:
    """Return ``nb``, ``nn`` or ``en``."""
    return _Choice.language


def _(message: str) -> str:
    """Return a message, written in bokmål in the code, in the chosen language."""
    return message if _Choice.catalogue is None else _Choice.catalogue.gettext(message)


def n_(one: str, many: str, n: int) -> str:
    """Return the form for ``n`` things; fill ``{n}`` in yourself."""
    if _Choice.catalogue is None:
        return one if n == 1 else many
    return _Choice.catalogue.ngettext(one, many, n)


def quoted(text: str) -> str:
    """Return words with the language's quotation marks around them; those that are a quotation already as they are."""
    if text.startswith("«") and text.find("»") == len(text) - 1:
        return text
    # Marks inside marks are single ones.
    inner = text.replace("«", "\N{LEFT SINGLE QUOTATION MARK}").replace("»", "\N{RIGHT SINGLE QUOTATION MARK}")
    return _("«{text}»").format(text=inner)


def number(value: float, decimals: int = 1) -> str:
    """Write a number as read aloud: at most ``decimals`` decimals, comma in Norwegian, no-break space at thousands."""
    text = f"{value:z,.{decimals}f}".replace("-", "\N{MINUS SIGN}")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    whole, _dot, part = text.partition(".")
    comma = "." if language() == "en" else ","
    thousands = "," if language() == "en" else "\N{NO-BREAK SPACE}"
    return whole.replace(",", thousands) + (comma + part if part else "")


def day(value: date) -> str:
    """Write a date in full: ``9. mars 2026``."""
    name = _months()[value.month - 1]
    return f"{value.day} {name} {value.year}" if language() == "en" else f"{value.day}. {name} {value.year}"


def moment(value: datetime) -> str:
    """Write a date and a time of day in local time: ``9. mars 2026 kl. 14.05``."""
    local = value.astimezone()
    return _("{day} kl. {hour:02}.{minute:02}").format(day=day(local.date()), hour=local.hour, minute=local.minute)


def minutes(value: float) -> str:
    """Write a length of time: ``45 min``, ``1 t 35 min``, ``5 t``."""
    hours, rest = divmod(round(value), 60)
    if not hours:
        return _("{n} min").format(n=rest)
    return _("{hours} t {n} min").format(hours=hours, n=rest) if rest else _("{hours} t").format(hours=hours)


def _months() -> tuple[str, ...]:
    return (
        _("januar"),
        _("februar"),
        _("mars"),
        _("april"),
        _("mai"),
        _("juni"),
        _("juli"),
        _("august"),
        _("september"),
        _("oktober"),
        _("november"),
        _("desember"),
    )
