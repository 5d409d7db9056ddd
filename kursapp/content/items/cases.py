"""Cases: scenes with choices that lead on, move axes, and may be hidden (course-format §4)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kursapp.content.items.case_check import Lines, check_case
from kursapp.content.items.conditions import ConditionError, read_condition
from kursapp.content.items.effects import QuoteReader, axis_names, read_axes
from kursapp.content.items.frame import Reading, word_of
from kursapp.content.items.heading import keyword_of
from kursapp.content.items.item import Context, Item
from kursapp.content.items.links import ChoiceLink, Targets, choice_link
from kursapp.content.items.lists import Entry, ListReader, any_item
from kursapp.content.items.marks import Mark, option_mark
from kursapp.content.items.naming import Named, Naming, item_id, named_entry, part_ids
from kursapp.content.items.opening import open_item
from kursapp.content.items.text import Text
from kursapp.content.items.values import bad_setting, minutes
from kursapp.content.keywords import ENDINGS, fold
from kursapp.content.lines import Heading, Line, heading_of
from kursapp.content.nearest import nearest
from kursapp.content.repair import Edit
from kursapp.content.settings import Setting, Settings, names, report_unknown
from kursapp.domain.case import Axis, Case, Choice, Clause, Condition, Ending, Scene

CASE_KEYS = ("id", "axes", "minutes", "goals")
SCENE_KEYS = ("id", "ending")
CHOICE_KEYS = ("id", "if")

INNER_LEVEL = 5
"""The level of items inside scenes."""

FARTHEST_LINK = 4
"""Lines on which the end of a choice's link is looked for."""

_CHOICES = Naming(fallback="valg")


@dataclass
class _Part:
    """A scene on its way: its heading, its lines, and the choices found in them."""

    item: Item
    lines: Sequence[Line]
    text: Text = field(init=False)
    prose: list[Line] = field(init=False)
    found: list[tuple[Entry, ChoiceLink, Named]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text = Text(self.lines)
        self.prose = list(self.lines)


class CaseReader:
    """Reads one case."""

    def __init__(self, item: Item, text: Text, context: Context) -> None:
        self._item, self._context = item, context

    def read(self) -> Reading:
        """Read the case; without a value where a choice leads nowhere, or there is no choice at all."""
        context, item = self._context, self._item
        used = _without_blank_end(item.body)
        parts = self._parts(item.body[:used])
        for part in parts:
            self._find_choices(part)
        heading = context.markup.inline(item.title, item.heading_line.number)
        title = " ".join(heading.plain.split()) or word_of(item.keyword).capitalize()
        report_unknown(item.settings, CASE_KEYS, word_of(item.keyword), context.report)
        case_id = item_id(item, title, context)
        ids = [case_id, *(self._scene_id(part, case_id) for part in parts[1:])]
        axes = read_axes(item.settings.get("axes"), context)
        scenes = self._scenes(parts, ids, title, axes)
        last = item.body[used - 1].number if used else item.last
        if scenes is None:
            return Reading(None, used)
        case = Case(
            case_id,
            title,
            context.place(item.heading_line.number, last),
            axes,
            scenes,
            heading,
            minutes(item.settings, context),
            names(item.settings.value("goals")),
        )
        check_case(case, Lines(item.heading_line.number, [part.item.heading_line.number for part in parts]), context)
        return Reading(case, used)

    def _parts(self, body: Sequence[Line]) -> list[_Part]:
        """Cut the case at its scenes; what stands before the first one is the case's own scene."""
        starts: list[tuple[int, Item]] = []
        for at, line in enumerate(body):
            heading = heading_of(line)
            keyword = keyword_of(heading.text, on_evaluation_page=False) if heading else None
            if keyword is None and heading:
                self._context.report("heading-in-item", line.number, item=self._item.keyword)
            if heading and keyword and keyword.name != "scene":
                self._report_level(line, heading, word_of(keyword.name))
            if keyword and keyword.name == "scene":
                scene = open_item(body, at, self._context, in_case=True)
                starts += [(at, scene)] if scene else []
        ends = [at for at, _ in starts[1:]] + [len(body)]
        first = starts[0][0] if starts else len(body)
        parts = [_Part(self._item, body[:first])]
        for (at, scene), end in zip(starts, ends, strict=False):
            begin = at + 1 + scene.last - scene.heading_line.number
            parts.append(_Part(scene, body[begin:end]))
        return parts

    def _report_level(self, line: Line, heading: Heading, word: str) -> None:
        """Report an item on the level of the scenes: in other viewers it would end the scene it stands in."""
        if heading.level < INNER_LEVEL:
            marks = line.text.index("#") + 1
            right = "#" * INNER_LEVEL
            repair = [Edit(line.number, marks, marks + heading.level, right)]
            self._context.report(
                "item-level",
                line.number,
                marks,
                repair=repair,
                item=word.capitalize(),
                level=heading.level,
                right=right,
            )

    def _find_choices(self, part: _Part) -> None:
        """Take the choices out of a scene's lines, wherever they stand; everything else stays prose."""
        begins = _Begins(part.text.lines)
        at = 0
        while at < len(part.lines):
            if begins(part.text.lines[at]) is None:
                at += 1
                continue
            reader = ListReader(part.text, self._context, begins)
            end = reader.read(at)
            for entry in reader.entries:
                link = choice_link(entry.text)
                named = named_entry(part.text, entry.first, entry.last, entry.reach, link.text if link else "")
                self._report_faults(entry)
                if link:
                    part.found.append((entry, link, named))
            for index in range(at, end):
                part.prose[index] = Line(part.lines[index].number, "")
            at = end

    def _report_faults(self, entry: Entry) -> None:
        for what, line in entry.faults:
            self._context.report("option-block", line, what=what)

    def _scene_id(self, part: _Part, case_id: str) -> str:
        report_unknown(part.item.settings, SCENE_KEYS, word_of("scene"), self._context.report)
        title = self._context.markup.inline(part.item.title, part.item.heading_line.number).plain
        return item_id(part.item, title, self._context, case_id)

    def _scenes(
        self, parts: Sequence[_Part], ids: Sequence[str], title: str, axes: tuple[Axis, ...]
    ) -> tuple[Scene, ...] | None:
        """Return the scenes, or None where a choice leads nowhere or there is none."""
        named = [named for part in parts for _, _, named in part.found]
        choice_ids = iter(part_ids(named, ids[0], _CHOICES, self._context))
        if not named:
            self._context.report("case-without-choices", self._item.heading_line.number, title=title)
            return None
        titles = [title, *(self._title(part) for part in parts[1:])]
        targets = Targets.of(
            (scene_id, f"{word_of(part.item.keyword)} {name}", name)
            for part, scene_id, name in zip(parts, ids, titles, strict=True)
        )
        ends = [[targets.find(link.target) for _, link, _ in part.found] for part in parts]
        for part, found in zip(parts, ends, strict=True):
            for (entry, link, _), end in zip(part.found, found, strict=True):
                if end is None:
                    self._report_dead_link(part, entry, link, targets)
        quotes = QuoteReader(axis_names(axes), self._context)
        conditions = _Conditions(axes, targets, self._context)
        scenes = []
        for part, scene_id, name, found in zip(parts, ids, titles, ends, strict=True):
            choices = []
            for (entry, link, named_choice), end in zip(part.found, found, strict=True):
                choice_id = next(choice_ids)
                choices.append(self._choice(choice_id, entry, link, end or "", named_choice.settings, quotes))
                conditions.expect(choice_id, named_choice.settings)
            scenes.append(self._scene(part, scene_id, name, tuple(choices)))
        if any(end is None for found in ends for end in found):
            return None
        return conditions.apply(scenes)

    def _title(self, part: _Part) -> str:
        found = self._context.markup.inline(part.item.title, part.item.heading_line.number).plain
        if not found.strip():
            self._context.report("no-title", part.item.heading_line.number, item=word_of("scene"))
        return " ".join(found.split()) or word_of("scene").capitalize()

    def _choice(
        self, choice_id: str, entry: Entry, link: ChoiceLink, target: str, settings: Settings, quotes: QuoteReader
    ) -> Choice:
        report_unknown(settings, CHOICE_KEYS, "choice", self._context.report)
        if not link.text:
            self._context.report("empty-option", entry.first)
        told, effects = quotes.read(entry.quote)
        text = self._context.markup.inline(link.text, entry.first)
        return Choice(choice_id, text, target, told, effects)

    def _scene(self, part: _Part, scene_id: str, title: str, choices: tuple[Choice, ...]) -> Scene:
        blocks = self._context.blocks(part.prose)
        first = part.item.heading_line.number
        used = _without_blank_end(part.lines)
        last = part.lines[used - 1].number if used else part.item.last
        settings = part.item.settings
        ending = self._ending(settings.get("ending") if part.item is not self._item else None)
        return Scene(scene_id, title, self._context.place(first, last), blocks, choices, ending)

    def _ending(self, setting: Setting | None) -> Ending | None:
        if setting is None:
            return None
        name = ENDINGS.find(setting.value)
        if name is None:
            bad_setting(setting, self._context, "ending")
            return None
        return Ending(name)

    def _report_dead_link(self, part: _Part, entry: Entry, link: ChoiceLink, targets: Targets) -> None:
        near = targets.nearest(link.target)
        first = entry.first - part.lines[0].number
        for line in part.lines[first : first + len(entry.lines)]:
            if f"#{link.target}" not in line.text:
                continue
            start = line.text.index(f"#{link.target}") + 2
            repair = [Edit(line.number, start, start + len(link.target), near)] if near else []
            self._context.report("no-scene", line.number, start, repair=repair, target=link.target, nearest=near)
            return
        self._context.report("no-scene", entry.first, target=link.target, nearest=near)


class _Begins:
    """Says whether a choice begins on a line: a list item whose words begin with a ``#`` link."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._marks = {line.number: mark for at, line in enumerate(lines) if (mark := _choice_mark(lines, at))}

    def __call__(self, line: Line) -> Mark | None:
        return self._marks.get(line.number)


def _choice_mark(lines: Sequence[Line], at: int) -> Mark | None:
    mark = None if option_mark(lines[at]) else any_item(lines[at])
    if mark is None or not mark.text.startswith("["):
        return None
    text = mark.text
    for line in lines[at + 1 : at + FARTHEST_LINK]:
        if choice_link(text) or line.blank or any_item(line):
            break
        text += " " + line.text.strip()
    return mark if choice_link(text) else None


def _without_blank_end(lines: Sequence[Line]) -> int:
    end = len(lines)
    while end and lines[end - 1].blank:
        end -= 1
    return end


class _Conditions:
    """Reads the conditions of choices once every choice and scene of the case has its id."""

    def __init__(self, axes: Sequence[Axis], targets: Targets, context: Context) -> None:
        self._axes, self._targets, self._context = axis_names(axes), targets, context
        self._written: dict[str, Setting] = {}
        self._choices: list[str] = []

    def expect(self, choice_id: str, settings: Settings) -> None:
        """Note a choice and its condition as written."""
        self._choices.append(choice_id)
        written = settings.get("if")
        if written:
            self._written[choice_id] = written

    def apply(self, scenes: Sequence[Scene]) -> tuple[Scene, ...]:
        """Return the scenes with their choices' conditions."""
        return tuple(
            replace(scene, choices=tuple(replace(one, condition=self._condition(one.id)) for one in scene.choices))
            for scene in scenes
        )

    def _condition(self, choice_id: str) -> Condition:
        setting = self._written.get(choice_id)
        if setting is None:
            return Condition()
        try:
            condition = read_condition(setting.value)
        except ConditionError as error:
            self._report("mixed-condition" if error.mixed else "bad-condition", setting, setting.value)
            return Condition()
        clauses = [self._looked_up(clause, setting) for clause in condition.clauses]
        return replace(condition, clauses=tuple(clause for clause in clauses if clause))

    def _looked_up(self, clause: Clause, setting: Setting) -> Clause | None:
        """Return a clause with ids in the place of names, or None where it names nothing."""
        if not clause.chosen:
            axis = self._axes.get(fold(clause.axis))
            if axis is None:
                near = nearest(fold(clause.axis), self._axes)
                self._context.report(
                    "unknown-axis", setting.value_line, setting.value_column, axis=clause.axis, nearest=near
                )
            return replace(clause, axis=axis) if axis else None
        found = clause.chosen if clause.chosen in self._choices else self._targets.find(clause.chosen)
        if found is None:
            near = nearest(clause.chosen, [*self._choices, *self._targets.names])
            self._report("unknown-choice", setting, clause.chosen, near)
        return replace(clause, chosen=found) if found else None

    def _report(self, code: str, setting: Setting, written: str, near: str = "") -> None:
        self._context.report(code, setting.value_line, setting.value_column, written=written, nearest=near)
