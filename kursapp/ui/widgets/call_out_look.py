"""How each kind of call-out is named and coloured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kursapp.domain.course import CallOut, CallOutKind
from kursapp.ui import i18n
from kursapp.ui.i18n import _


@dataclass(frozen=True, slots=True)
class CallOutLook:
    """Tokens of a call-out: the colour of its title and bar, the tint behind its text, and its icon."""

    colour: str
    tint: str
    icon: str
    css_class: str


LOOKS: dict[CallOutKind, CallOutLook] = {
    CallOutKind.NOTE: CallOutLook("info", "info_tint", "info", "merk"),
    CallOutKind.TIP: CallOutLook("success", "success_tint", "lightbulb", "tips"),
    CallOutKind.IMPORTANT: CallOutLook("accent", "accent_tint", "star", "viktig"),
    CallOutKind.WARNING: CallOutLook("danger", "danger_tint", "triangle-alert", "advarsel"),
    CallOutKind.LAW: CallOutLook("on_primary_subtle", "primary_subtle", "scale", "lov"),
    CallOutKind.REFLECT: CallOutLook("accent", "accent_tint", "message-circle", "ettertanke"),
    CallOutKind.GROUP: CallOutLook("primary", "sidebar", "users", "gruppe"),
    CallOutKind.ROLE: CallOutLook("accent", "sidebar", "user", "rolle"),
    CallOutKind.INSTRUCTOR: CallOutLook("muted", "sidebar", "user", "kursleder"),
}


def call_out_title(call_out: CallOut, law_date: str) -> str:
    """Return the words above a call-out's text; ``law_date`` is the course's ISO date or empty."""
    kind = call_out.call_out
    if kind is CallOutKind.ROLE:
        return _("Rolle: {name}").format(name=call_out.title) if call_out.title else _("Rolle")
    if kind is CallOutKind.LAW and law_date:
        return _("Lov, slik den lød {date}").format(date=_shown_date(law_date))
    if kind is CallOutKind.GROUP and call_out.minutes:
        return _("Gruppearbeid, {minutes}").format(minutes=i18n.minutes(call_out.minutes))
    return _kind_name(kind)


def _kind_name(kind: CallOutKind) -> str:
    names = {
        CallOutKind.NOTE: _("Merk"),
        CallOutKind.TIP: _("Tips"),
        CallOutKind.IMPORTANT: _("Viktig"),
        CallOutKind.WARNING: _("Advarsel"),
        CallOutKind.LAW: _("Lov"),
        CallOutKind.REFLECT: _("Ettertanke"),
        CallOutKind.GROUP: _("Gruppearbeid"),
        CallOutKind.ROLE: _("Rolle"),
        CallOutKind.INSTRUCTOR: _("For kurslederen"),
    }
    return names[kind]


def _shown_date(iso: str) -> str:
    try:
        return i18n.day(date.fromisoformat(iso))
    except ValueError:
        return iso
