"""Ordering: a numbered list in the right order, with ties where the author allows them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kursapp.content.items.body import BodyReader
from kursapp.content.items.frame import Reading, question_frame
from kursapp.content.items.item import Context, Item
from kursapp.content.items.lists import Entry, ListReader, any_item, numbered_item
from kursapp.content.items.naming import Naming, named_entry, part_ids
from kursapp.content.items.text import Text
from kursapp.content.items.values import bad_setting
from kursapp.content.repair import Edit
from kursapp.content.settings import names, report_unknown
from kursapp.domain.question import OrderItem, OrderQuestion

_TIE = re.compile(r"(\d{1,4}) ?[-–—] ?(\d{1,4})")


def read_ordering(item: Item, text: Text, context: Context) -> Reading:
    """Read one ordering question; without a value where there is nothing to put in order."""
    found = ListReader(text, context, numbered_item)
    plain = ListReader(text, context, any_item)

    last_number = max((at for at, line in enumerate(text.lines) if numbered_item(line)), default=-1)

    def take(at: int) -> int:
        if not found.entries and not plain.entries:
            if numbered_item(text.lines[at]):
                return found.read(at)
            if any_item(text.lines[at]) and at > last_number:
                return plain.read(at)
        return at

    body = BodyReader(item, text, context, take).read()
    entries = found.entries
    named = [named_entry(text, e.first, e.last, e.reach, e.text) for e in entries]
    frame = question_frame(item, body, text, context, ("tied",))
    sound = report_entries(entries, context)
    if plain.entries:
        _report_unnumbered(plain.entries, context)
        sound = False
    elif len(entries) < 2:
        context.report("too-few-items", item.heading_line.number, title=frame.title, count=len(entries))
        sound = False
    ranks = _ranks(item, len(entries), context)
    if not sound:
        return Reading(None, body.used)
    for part in named:
        report_unknown(part.settings, ("id",), "option", context.report)
    ids = part_ids(named, frame.id, Naming(fallback="ledd"), context)
    items = tuple(
        OrderItem(part_id, context.markup.inline(entry.text, entry.first), rank)
        for part_id, entry, rank in zip(ids, entries, ranks, strict=True)
    )
    return Reading(
        OrderQuestion(
            frame.id, frame.title, frame.place, items, frame.heading, frame.stem, frame.settings, frame.feedback
        ),
        body.used,
    )


def report_entries(entries: Sequence[Entry], context: Context, mark: str = "") -> bool:
    """Report entries that are empty, or hold what no plain entry can; return whether none is.

    ``mark`` is how an entry should begin, to mend odd ones with. A quote under an entry that cannot answer back is
    only warned about.
    """
    sound = True
    for entry in entries:
        if entry.mark.odd and mark:
            start, right = entry.mark.start, mark.strip()
            repair = [Edit(entry.first, start, entry.mark.text_at, mark)]
            context.report("odd-option", entry.first, start, repair=repair, written=entry.mark.written, right=right)
        for what, line in entry.faults:
            context.report("option-block", line, what=what)
            sound = False
        if not entry.text:
            context.report("empty-option", entry.first)
            sound = False
        if entry.quote:
            context.report("feedback-not-here", entry.quote[0].number)
    return sound


def _report_unnumbered(entries: Sequence[Entry], context: Context) -> None:
    edits = [
        Edit(entry.first, entry.mark.start, entry.mark.text_at, f"{order}. ")
        for order, entry in enumerate(entries, start=1)
    ]
    context.report("order-without-numbers", entries[0].first, entries[0].mark.start, repair=edits)


def _ranks(item: Item, count: int, context: Context) -> list[int]:
    """Return each item's rank from 1; ``likt: 2-3`` gives items 2 and 3 the same."""
    joined: set[int] = set()
    tied = item.settings.get("tied")
    for written in names(tied.value) if tied else ():
        found = _TIE.fullmatch(written)
        low, high = (int(found[1]), int(found[2])) if found else (0, 0)
        if not 1 <= low < high <= count:
            assert tied is not None
            bad_setting(tied, context, "tie")
            continue
        joined.update(range(low + 1, high + 1))
    ranks, rank = [], 0
    for position in range(1, count + 1):
        rank += position not in joined
        ranks.append(rank)
    return ranks
