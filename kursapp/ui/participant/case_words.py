"""The words of a case: its endings, and what its axes say."""

from __future__ import annotations

from kursapp.domain.case import Axis, Ending
from kursapp.domain.path import AxisValue
from kursapp.ui.i18n import _

MINUS = "\N{MINUS SIGN}"


def signed(value: int) -> str:
    """Write a push or a value with its sign: ``+2``, ``−1``, ``0``."""
    if value > 0:
        return f"+{value}"
    return f"{MINUS}{-value}" if value < 0 else "0"


def spoken(value: int) -> str:
    """Write a value the way a screen reader should say it."""
    if value > 0:
        return _("pluss {number}").format(number=value)
    return _("minus {number}").format(number=-value) if value < 0 else _("null")


def axis_name(axis: Axis) -> str:
    """Return the title of an axis as it stands alone: with a capital, as no heading of the author's gives it one."""
    return axis.title[:1].upper() + axis.title[1:]


def axis_spoken(shown: AxisValue) -> str:
    """Say where an axis stands, and how the last choice moved it."""
    where = _("{axis}: {value}").format(axis=axis_name(shown.axis), value=spoken(shown.value))
    if not shown.moved:
        return where
    return _("{where}, flyttet {moved}").format(where=where, moved=spoken(shown.moved))


def axis_title(axes: tuple[Axis, ...], axis_id: str) -> str:
    """Return the title of an axis by its id."""
    return next((axis_name(axis) for axis in axes if axis.id == axis_id), axis_id)


def ending_title(ending: Ending) -> str:
    """Return how an ending is introduced: no blame, and no prize either."""
    titles = {
        Ending.GOOD: _("Du kom fram til forsvarlig praksis"),
        Ending.WEAK: _("Det gikk, men noe mangler"),
        Ending.SERIOUS: _("Dette endte alvorlig"),
        Ending.OPEN: _("Her slutter caset"),
    }
    return titles[ending]
