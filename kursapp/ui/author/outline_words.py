"""What restructurings are called: in the menus' undo, and when they are done."""

from __future__ import annotations

from kursapp.domain.days import local_day
from kursapp.domain.restructuring import Restructuring
from kursapp.services.restructure import Removed, Step
from kursapp.ui.i18n import _, day, n_


def step_words(step: Step) -> str:
    """Return what undo or redo is about: «Flytting av siden «X»»."""
    return _said(step.title).format(name=step.name)


def _said(title: str) -> str:
    said = {
        "move-module": _("flytting av «{name}»"),
        "move-session": _("flytting av «{name}»"),
        "move-page": _("flytting av «{name}»"),
        "rename-module": _("nytt navn på «{name}»"),
        "rename-session": _("nytt navn på «{name}»"),
        "rename-page": _("nytt navn på «{name}»"),
        "rename-file": _("nytt filnavn: {name}"),
        "split-page": _("deling til «{name}»"),
        "split-session": _("deling til «{name}»"),
        "merge-page": _("sammenslåing av «{name}»"),
        "merge-session": _("sammenslåing av «{name}»"),
        "new-module": _("ny del: «{name}»"),
        "new-session": _("ny økt: «{name}»"),
        "new-page": _("ny side: «{name}»"),
        "list-session": _("«{name}» inn i kurset"),
        "duplicate-page": _("kopi av «{name}»"),
        "duplicate-session": _("kopi av «{name}»"),
        "remove-module": _("fjerning av «{name}»"),
        "remove-session": _("fjerning av «{name}»"),
        "remove-page": _("fjerning av «{name}»"),
        "put-back-page": _("«{name}» tilbake i kurset"),
        "put-back-session": _("«{name}» tilbake i kurset"),
        "replace-everywhere": _("erstatting av «{name}» i alle filer"),
        "import-questions": _("henting av spørsmål: {name}"),
    }
    return said.get(title, "{name}")


def bin_words(removed: Removed) -> str:
    """Return something removed as the menu offers it: its title, and the day it went."""
    when = day(local_day(removed.when)) if removed.when is not None else ""
    return _("{name}, fjernet {when}").format(name=removed.name, when=when) if when else removed.name


def done_words(done: Restructuring) -> str:
    """Return what is said when something has been taken out, or links have lost what they led to; else nothing."""
    words = _("«{name}» er fjernet.").format(name=done.name) if done.title.startswith("remove-") else ""
    if not done.loose:
        return words
    loose = n_("{n} lenke hit er blitt til vanlig tekst.", "{n} lenker hit er blitt til vanlig tekst.", done.loose)
    loose = loose.format(n=done.loose)
    return f"{words} {loose}".strip()
