"""The headings and items of a page, for the outline."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.ui.participant.page_body import PageBody
from kursapp.ui.widgets.item_card import ItemCard
from kursapp.ui.widgets.prose_view import ProseView

TOP_LEVEL = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading or item of the page shown: how deep it stands under the page's title (from 0), and where."""

    title: str
    depth: int
    part: int
    top: int = 0


def entries_of(body: PageBody) -> list[Entry]:
    """Return the headings in the running text and the titles of the items, in order."""
    entries: list[Entry] = []
    for number, part in enumerate(body.parts()):
        if isinstance(part.widget, ProseView):
            entries += [
                Entry(heading.text, 0 if heading.level <= TOP_LEVEL else 1, number, heading.top)
                for heading in part.widget.headings()
            ]
        elif isinstance(part.widget, ItemCard):
            entries.append(Entry(part.widget.accessibleName(), 0, number))
    return entries
