"""Single choice, multiple response, true/false and dilemma: task lists with feedback under each option."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.items.amounts import read_amount, read_day
from kursapp.content.items.body import Body, BodyReader
from kursapp.content.items.frame import Reading, question_frame
from kursapp.content.items.item import Context, Item
from kursapp.content.items.lists import Entry, ListReader, any_item, numbered_item
from kursapp.content.items.marks import Mark, answer_line, is_table, option_mark
from kursapp.content.items.naming import Named, Naming, named_entry, part_ids
from kursapp.content.items.text import Text
from kursapp.content.items.values import yes
from kursapp.content.keywords import TRUE_FALSE, VARIANTS
from kursapp.content.lines import Line, heading_of
from kursapp.content.repair import Edit
from kursapp.content.settings import Settings, report_unknown
from kursapp.domain.course import Rich
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option

OPTION_KEYS = ("id", "fixed")
"""Settings of an option."""


class ChoiceReader:
    """Reads one question whose options are a task list."""

    def __init__(self, item: Item, text: Text, context: Context) -> None:
        self._item, self._text, self._context = item, text, context
        self._list = ListReader(text, context, option_mark, _option_or_plain)
        self._second_list = 0

    def read(self) -> Reading:
        """Read the question; without a value where nobody could answer it."""
        body = BodyReader(self._item, self._text, self._context, self._take).read()
        self._look_for_second_list(body)
        entries = self._list.entries
        named = [named_entry(self._text, e.first, e.last, e.reach, _plain(e)) for e in entries]
        frame = question_frame(self._item, body, self._text, self._context, ("multiple",))
        sound = self._report_entries(entries)
        kind = self._kind(entries)
        sound = self._check(entries, kind, frame.title) and sound and not self._second_list
        if not sound:
            return Reading(None, body.used)
        options = self._options(entries, named, frame.id)
        return Reading(
            ChoiceQuestion(
                frame.id,
                frame.title,
                frame.place,
                kind,
                options,
                frame.heading,
                frame.stem,
                frame.settings,
                frame.feedback,
            ),
            body.used,
        )

    def _take(self, at: int) -> int:
        mark = option_mark(self._text.lines[at])
        if mark is None:
            return at
        if self._list.entries:
            return self._take_second(at)
        return self._list.read(at)

    def _take_second(self, at: int) -> int:
        """Go past a second task list: nobody can tell which of the two holds the options."""
        if not self._second_list:
            self._second_list = self._text.lines[at].number
            self._context.report("two-lists", self._second_list, first=self._list.entries[0].first)
        return ListReader(self._text, self._context.silent(), option_mark, _option_or_plain).read(at)

    def _look_for_second_list(self, body: Body) -> None:
        """Look for a task list after the prose that closed the question, and take it in."""
        if not self._list.entries or self._second_list:
            return
        lines = self._text.lines
        for at in range(body.used, len(lines)):
            if heading_of(lines[at]):
                return
            if option_mark(lines[at]):
                body.used = self._take_second(at)
                return

    def _report_entries(self, entries: Sequence[Entry]) -> bool:
        """Report how options are written; return whether each is one paragraph with words in it."""
        sound = True
        for entry in entries:
            self._report_mark(entry)
            for what, line in entry.faults:
                self._context.report("option-block", line, what=what)
                sound = False
            if not entry.text:
                self._context.report("empty-option", entry.first)
                sound = False
        return sound

    def _report_mark(self, entry: Entry) -> None:
        mark, number = entry.mark, entry.first
        box = "- [x] " if mark.box else "- [ ] "
        repair = [Edit(number, mark.start, mark.text_at, box)]
        if mark.box is None:
            self._context.report("option-without-box", number, mark.start, repair=repair)
        elif mark.odd:
            self._context.report(
                "odd-option", number, mark.start, repair=repair, written=mark.written, right=box.strip()
            )

    def _kind(self, entries: Sequence[Entry]) -> ChoiceKind:
        if self._item.variant == "discuss":
            return ChoiceKind.DILEMMA
        if _is_true_false(entries):
            return ChoiceKind.TRUE_FALSE
        keys = sum(bool(entry.mark.box) for entry in entries)
        wanted = yes(self._item.settings, "multiple", self._context)
        if wanted is False:
            return ChoiceKind.SINGLE
        return ChoiceKind.MULTIPLE if wanted or keys > 1 else ChoiceKind.SINGLE

    def _check(self, entries: Sequence[Entry], kind: ChoiceKind, title: str) -> bool:
        """Report what makes the key impossible; return whether there is nothing of the kind."""
        line = self._item.heading_line.number
        keyed = [entry for entry in entries if entry.mark.box]
        if not entries:
            self._report_no_options(line, title)
        elif len(entries) == 1:
            self._context.report("one-option", entries[0].first, title=title)
        elif kind is ChoiceKind.DILEMMA and keyed:
            for entry in keyed:
                self._context.report("key-in-dilemma", entry.first, repair=[_unticked(entry)])
        elif kind is not ChoiceKind.DILEMMA and not keyed:
            self._context.report("no-key", line, title=title)
        elif kind in (ChoiceKind.SINGLE, ChoiceKind.TRUE_FALSE) and len(keyed) > 1:
            self._context.report("two-keys", keyed[1].first, first=keyed[0].first, title=title)
        else:
            self._report_same(entries)
            return True
        return False

    def _report_no_options(self, line: int, title: str) -> None:
        """Report a question without options, or the variant its answers are written in but its heading lacks."""
        variant = "" if self._item.variant else meant_variant(self._text.lines)
        if not variant:
            self._context.report("no-options", line, title=title)
            return
        word = VARIANTS.word(variant)
        raw = self._item.heading_line.text
        colon = raw.find(":")
        repair = [Edit(line, colon + 1, colon + 1, f" ({word})")] if colon > 0 else []
        self._context.report("missing-variant", line, repair=repair, variant=word, title=title)

    def _report_same(self, entries: Sequence[Entry]) -> None:
        seen: dict[str, int] = {}
        for entry in entries:
            words = " ".join(entry.text.casefold().split())
            if words in seen:
                self._context.report("same-option", entry.first, first=seen[words])
            seen.setdefault(words, entry.first)

    def _options(self, entries: Sequence[Entry], named: Sequence[Named], owner: str) -> tuple[Option, ...]:
        ids = part_ids(named, owner, Naming(fallback="valg"), self._context)
        return tuple(
            self._option(entry, part.settings, part_id)
            for entry, part, part_id in zip(entries, named, ids, strict=True)
        )

    def _option(self, entry: Entry, settings: Settings, part_id: str) -> Option:
        report_unknown(settings, OPTION_KEYS, "option", self._context.report)
        feedback = self._context.markup.block(entry.quote) if entry.quote else Rich()
        return Option(
            part_id,
            self._context.markup.inline(entry.text, entry.first),
            bool(entry.mark.box),
            feedback,
            bool(yes(settings, "fixed", self._context)),
        )


def meant_variant(lines: Sequence[Line]) -> str:
    """Return the variant whose way of writing answers these lines show, or an empty text."""
    for at, line in enumerate(lines):
        if heading_of(line):
            break
        answer = answer_line(line)
        if answer:
            return "number" if read_amount(answer[0]) else "date" if read_day(answer[0]) else "short_answer"
        if is_table(lines, at):
            return "match"
        if "[[" in line.text and not line.fenced:
            return "gaps"
        if numbered_item(line):
            return "order"
    return ""


def _option_or_plain(line: Line) -> Mark | None:
    """Go on with a list of options also at an item whose box was forgotten; a numbered item is another list."""
    mark = option_mark(line) or any_item(line)
    return mark if mark and (mark.box is not None or not mark.number) else None


def _is_true_false(entries: Sequence[Entry]) -> bool:
    names = [TRUE_FALSE.find(_plain(entry).rstrip(". ")) for entry in entries]
    return sorted(name or "" for name in names) == ["false", "true"]


def _plain(entry: Entry) -> str:
    return entry.text.strip("*_ ")


def _unticked(entry: Entry) -> Edit:
    return Edit(entry.first, entry.mark.start, entry.mark.text_at, "- [ ] ")
