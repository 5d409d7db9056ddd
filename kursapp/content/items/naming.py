"""The ids of items and their parts: written ones as they are, others derived, with the place to write them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

from kursapp.content.items.item import Context, Item
from kursapp.content.items.text import Text
from kursapp.content.keywords import SETTINGS
from kursapp.content.repair import Edit
from kursapp.content.settings import Setting, Settings
from kursapp.content.slugs import ascii_id, is_id, numbered, shortened, slug


def item_id(item: Item, title: str, context: Context, owner: str = "") -> str:
    """Return an item's written id, or one derived from its title with the finding that says where to write it.

    ``owner`` is what the derived id begins with instead of the page's id: the case a scene belongs to.
    """
    written = item.settings.get("id")
    if written and written.value:
        check_id(written, context)
        return written.value
    found = context.derive_id(slug(title) or item.keyword, owner)
    suggestion = ascii_id(found)
    line, column, text = _insertion(item, suggestion)
    edit = Edit(line, column, column, text)
    context.report("no-id", item.heading_line.number, repair=[edit], id=suggestion, derived=found, title=title)
    return found


def _insertion(item: Item, suggestion: str) -> tuple[int, int, str]:
    if item.settings.after:
        return *item.settings.after, f" id: {suggestion} |"
    end = len(item.heading_line.text.rstrip()) + 1
    return item.heading_line.number, end, f"\n<!-- id: {suggestion} -->"


def check_id(written: Setting, context: Context) -> None:
    """Report an id with other letters than ASCII."""
    if is_id(written.value):
        return
    suggestion = ascii_id(written.value)
    edits = []
    if suggestion:
        start = written.value_column
        edits = [Edit(written.value_line, start, start + len(written.value), suggestion)]
    context.report(
        "bad-id", written.value_line, written.value_column, repair=edits, id=written.value, suggestion=suggestion
    )


@dataclass(frozen=True, slots=True)
class Named:
    """A part of an item that has an id: its settings, its words, and the line and column where they end.

    ``alone``: there are no words. ``lasting``: answers are kept under the id, so it should be written.
    """

    settings: Settings
    words: str
    line: int
    column: int
    alone: bool = False
    lasting: bool = True


@dataclass(frozen=True, slots=True)
class Naming:
    """How the parts of one item are named: the settings key their ids stand under, and what stands for no words.

    ``scoped`` ids hold in the whole course and are derived as ``ITEM/words``, others hold within the item. ``letters``
    makes the program write ``ITEM-a``, otherwise ``r1`` for a row and the words themselves for a column.
    """

    key: str = "id"
    fallback: str = "del"
    scoped: bool = True
    letters: bool = True


class _Names:
    """Names that are taken; a new one that is taken already gets a number."""

    def __init__(self, taken: Iterable[str]) -> None:
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def take(self, name: str) -> str:
        found = numbered(name, self._taken, self._counts)
        self._taken.add(found)
        return found


def part_ids(parts: Sequence[Named], owner: str, naming: Naming, context: Context) -> tuple[str, ...]:
    """Return the ids of an item's parts, unique within it."""
    written = [part.settings.get(naming.key) or part.settings.get("id") for part in parts]
    by_hand = {setting.value for setting in written if setting and setting.value}
    derived, suggested, used = _Names(by_hand), _Names(by_hand), _Names(())
    found: list[str] = []
    for order, (part, setting) in enumerate(zip(parts, written, strict=True)):
        if setting and setting.value:
            check_id(setting, context)
            found.append(_unique(setting, used, context))
            continue
        found.append(derived.take(_derived(part, order, owner, naming)))
        if part.lasting:
            suggestion = suggested.take(_suggestion(part, order, owner, naming))
            _report_missing(part, found[-1], suggestion, naming, context)
    return tuple(found)


def _unique(setting: Setting, used: _Names, context: Context) -> str:
    """Return a written id; one that a sister part has already is told apart so that no answer hits both."""
    found = used.take(setting.value)
    if found != setting.value:
        context.report("duplicate-part-id", setting.value_line, setting.value_column, id=setting.value)
    return found


def _derived(part: Named, order: int, owner: str, naming: Naming) -> str:
    if naming.scoped:
        return f"{owner}/{shortened(slug(part.words)) or f'{naming.fallback}-{order + 1}'}"
    name = shortened(ascii_id(part.words))
    return name if name and not name.isdigit() else f"{naming.fallback}-{order + 1}"


def _suggestion(part: Named, order: int, owner: str, naming: Naming) -> str:
    if naming.letters:
        return f"{ascii_id(owner)}-{ascii_lowercase[order] if order < len(ascii_lowercase) else order + 1}"
    if naming.key == "row":
        return f"r{order + 1}"
    return _derived(part, order, owner, naming)


def _report_missing(part: Named, derived: str, suggestion: str, naming: Naming, context: Context) -> None:
    key = SETTINGS.word(naming.key)
    if part.settings.after:
        line, column = part.settings.after
        text = f" {key}: {suggestion} {part.settings.separator}"
    else:
        line, column = part.line, part.column
        text = f"{'' if part.alone else ' '}<!-- {key}: {suggestion} -->"
    edit = Edit(line, column, column, text)
    context.report("no-id", part.line, column, repair=[edit], id=suggestion, derived=derived, title=part.words[:60])


def named_entry(text: Text, first: int, last: int, reach: int, words: str) -> Named:
    """Return the naming of a list entry: its settings stand at its end."""
    return Named(text.settings(first, reach), words, last, text.end(last))
