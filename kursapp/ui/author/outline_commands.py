"""What one can do with the outline: one command each, offered by keys, buttons, menus and Ctrl+K alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kursapp.ui.actions import Keys
from kursapp.ui.author.outline_nodes import Kind
from kursapp.ui.i18n import _

_MOVABLE = frozenset({Kind.MODULE, Kind.SESSION, Kind.PAGE})
_COPIED = frozenset({Kind.SESSION, Kind.PAGE})
_ANY = frozenset(Kind)


@dataclass(frozen=True, slots=True)
class Command:
    """A command: what it is called, its keys while the tree has the keyboard, and which lines it is for."""

    name: str
    text: str
    kinds: frozenset[Kind]
    keys: Keys | tuple[Keys, ...] = ""


def on_line() -> Iterator[Command]:
    """Yield the commands for the line the keyboard is on, in the order of the menu; «move to» comes third."""
    yield Command("up", _("Flytt opp"), _MOVABLE, "Alt+Up")
    yield Command("down", _("Flytt ned"), _MOVABLE, "Alt+Down")
    yield Command("rename", _("Gi nytt navn"), _MOVABLE, "F2")
    yield Command("rename-file", _("Endre filnavn"), frozenset({Kind.SESSION, Kind.LOOSE}))
    yield Command("merge", _("Slå sammen med den forrige"), _COPIED)
    yield Command("duplicate", _("Lag en kopi"), _COPIED, "Ctrl+D")
    yield Command("remove", _("Fjern"), _MOVABLE, "Delete")


def at_cursor() -> Iterator[Command]:
    """Yield the commands for the place in the text where the cursor is."""
    yield Command("split-page", _("Del siden ved markøren"), _ANY)
    yield Command("split-session", _("Del økta fra denne siden"), _ANY)


def making() -> Iterator[Command]:
    """Yield the commands that make something new."""
    yield Command("new-page", _("Ny side"), _ANY)
    yield Command("new-quiz", _("Ny quiz"), _ANY)
    yield Command("new-evaluation", _("Ny evaluering"), _ANY)
    yield Command("new-session", _("Ny økt"), _ANY)
    yield Command("new-module", _("Ny dag eller del"), _ANY)
