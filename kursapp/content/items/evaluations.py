"""The items of an evaluation form: scales, choices, numbers, rankings and free texts (course-format §5)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from kursapp.content.items.body import Body, BodyReader
from kursapp.content.items.frame import Frame, Reading, frame_of, word_of
from kursapp.content.items.item import Context, Item
from kursapp.content.items.lists import Entry, ListReader, listed_item
from kursapp.content.items.naming import Named, Naming, named_entry, part_ids
from kursapp.content.items.ordering import report_entries
from kursapp.content.items.scales import FEWEST_STEPS, MOST_STEPS, FromTo, from_to, named_rows, read_scale
from kursapp.content.items.tables import TableReader
from kursapp.content.items.text import Text
from kursapp.content.items.values import minutes, yes
from kursapp.content.keywords import LENGTHS
from kursapp.content.lines import Line
from kursapp.content.repair import Edit
from kursapp.content.settings import report_unknown
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, EvaluationOption, Statement

ITEM_KEYS = ("id", "theme", "background", "required", "minutes")
"""Settings of every item of a form."""

SCALE_KEYS = ("reversed", "area")
"""Settings a scale has besides."""

MOST_BACKGROUND_OPTIONS = 5
MOST_RANKED = 6

_OTHER = re.compile(r"(?P<label>.*?):? *_{3,} *$")
_SCALES = frozenset({EvaluationKind.SCALE, EvaluationKind.BEFORE_NOW})
_LISTS = frozenset({EvaluationKind.CHOICE, EvaluationKind.MULTIPLE, EvaluationKind.RANKING})
_OPTIONS = Naming(fallback="valg")


class EvaluationReader:
    """Reads one item of a form."""

    def __init__(self, item: Item, text: Text, context: Context) -> None:
        self._item, self._text, self._context = item, text, context
        self._kind = EvaluationKind(item.keyword)
        self._tables = TableReader(text, context)
        self._list = ListReader(text, context, listed_item)
        self._from_to: FromTo | None = None
        self._short = False

    def read(self) -> Reading:
        """Read the item; without a value where nobody could answer it."""
        body = BodyReader(
            self._item, self._text, self._context, self._take, open_ended=self._kind is EvaluationKind.TEXT
        ).read()
        entries = self._list.entries
        named = [named_entry(self._text, e.first, e.last, e.reach, _label(e.text)[0]) for e in entries]
        rows = named_rows(self._tables.table, self._tables) if self._tables.table else []
        keys = ITEM_KEYS + (SCALE_KEYS if self._kind in _SCALES else ())
        frame = frame_of(self._item, body, self._text, keys, self._context)
        self._report_labels(body)
        background = self._background(len(entries))
        item = self._start(frame, background=background)
        if self._kind in _SCALES:
            return Reading(self._scale(item, rows), body.used)
        if self._kind in _LISTS:
            return Reading(self._options(item, entries, named), body.used)
        return Reading(self._open(item), body.used)

    def _take(self, at: int) -> int:
        line = self._text.lines[at]
        if self._kind in _SCALES:
            return self._take_from_to(at, line) or self._tables.take(at)
        if self._kind in _LISTS:
            return self._list.read(at) if listed_item(line) and not self._list.entries else at
        if self._kind is EvaluationKind.NUMBER:
            return self._take_from_to(at, line) or at
        if not self._short and LENGTHS.find(line.text.strip(" *_.")) == "short":
            self._short = True
            return at + 1
        return at

    def _take_from_to(self, at: int, line: Line) -> int:
        """Take a line ``Fra … til …``; 0 where it is none, or there is one already."""
        found = from_to(line) if self._from_to is None else None
        if found is None:
            return 0
        self._from_to = found
        return at + 1

    def _start(self, frame: Frame, *, background: bool) -> EvaluationItem:
        settings = self._item.settings
        return EvaluationItem(
            frame.id,
            frame.title,
            frame.place,
            self._kind,
            frame.heading,
            frame.stem,
            settings.value("theme"),
            background,
            bool(yes(settings, "required", self._context)),
            short=self._short,
            minutes=minutes(settings, self._context),
        )

    def _report_labels(self, body: Body) -> None:
        """Nothing is right or wrong in a form, and no hint should steer the answer."""
        for part in body.parts:
            self._context.report("label-not-here", part.line, label=part.label, item=word_of(self._item.keyword))

    def _background(self, options: int) -> bool:
        """Say whether this is a background question, which can only be a choice between few coarse options."""
        setting = self._item.settings.get("background")
        if setting is None or not yes(self._item.settings, "background", self._context):
            return False
        if self._kind is not EvaluationKind.CHOICE:
            self._context.report("background-kind", setting.line, setting.column, item=word_of(self._item.keyword))
        elif options > MOST_BACKGROUND_OPTIONS:
            self._context.report(
                "background-options", setting.line, setting.column, count=options, most=MOST_BACKGROUND_OPTIONS
            )
        return True

    def _scale(self, item: EvaluationItem, rows: Sequence[Named]) -> EvaluationItem | None:
        if self._tables.second:
            return None
        if self._tables.table:
            if self._from_to:
                self._context.report("two-scales", self._from_to.line, first=self._tables.table.head.line)
            scale = read_scale(self._tables.table, rows, item.id, self._context)
            if scale is None:
                return None
            return replace(item, steps=scale.steps, apart=scale.apart, statements=scale.statements)
        if self._from_to is None:
            if not self._tables.without_rule:
                self._context.report("no-scale", self._item.heading_line.number, title=item.title)
            return None
        return self._stepped(item, self._from_to)

    def _stepped(self, item: EvaluationItem, found: FromTo) -> EvaluationItem | None:
        """Return the scale of one statement, the heading itself, with a number for each step."""
        count = found.high - found.low + 1
        if not FEWEST_STEPS <= count <= MOST_STEPS:
            self._context.report("scale-steps", found.line, count=count, fewest=FEWEST_STEPS, most=MOST_STEPS)
            return None
        settings = self._item.settings
        statement = Statement(
            item.id, item.heading, settings.value("area"), bool(yes(settings, "reversed", self._context))
        )
        return replace(
            _with_range(item, found),
            steps=tuple(str(step) for step in range(found.low, found.high + 1)),
            statements=(statement,),
        )

    def _options(self, item: EvaluationItem, entries: Sequence[Entry], named: Sequence[Named]) -> EvaluationItem | None:
        sound = report_entries(entries, self._context, "- ")
        for entry in entries:
            if entry.mark.box:
                repair = [Edit(entry.first, entry.mark.start, entry.mark.text_at, "- ")]
                self._context.report("key-in-evaluation", entry.first, repair=repair)
        line = self._item.heading_line.number
        if len(entries) < 2:
            code = "one-option" if entries else "no-options"
            self._context.report(code, line, title=item.title)
            return None
        if self._kind is EvaluationKind.RANKING and len(entries) > MOST_RANKED:
            self._context.report("too-many-ranked", entries[MOST_RANKED].first, count=len(entries), most=MOST_RANKED)
            return None
        if not sound:
            return None
        for part in named:
            report_unknown(part.settings, ("id",), "option", self._context.report)
        ids = part_ids(named, item.id, _OPTIONS, self._context)
        options = tuple(self._option(entry, part_id, item) for entry, part_id in zip(entries, ids, strict=True))
        return replace(item, options=options)

    def _option(self, entry: Entry, part_id: str, item: EvaluationItem) -> EvaluationOption:
        label, other = _label(entry.text)
        if other and (item.background or self._kind is EvaluationKind.RANKING):
            self._context.report("other-not-here", entry.first, words=label)
        return EvaluationOption(part_id, self._context.markup.inline(label, entry.first), other)

    def _open(self, item: EvaluationItem) -> EvaluationItem | None:
        found = self._from_to
        if found is None:
            return item
        if found.low >= found.high:
            self._context.report("range-reversed", found.line, low=found.low, high=found.high)
            return None
        return _with_range(item, found)


def _with_range(item: EvaluationItem, found: FromTo) -> EvaluationItem:
    return replace(item, low=found.low, high=found.high, low_label=found.low_label, high_label=found.high_label)


def _label(text: str) -> tuple[str, bool]:
    """Return an option's words, and whether ``___`` after them opens a short text."""
    found = _OTHER.fullmatch(text)
    return (found["label"].rstrip(" :"), True) if found and found["label"].strip() else (text, False)
