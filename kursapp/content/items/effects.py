"""What a choice tells and moves: the quote under it, parted into feedback and effects on the axes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from kursapp.content.items.item import Context
from kursapp.content.keywords import fold
from kursapp.content.lines import Line
from kursapp.content.nearest import nearest
from kursapp.content.settings import Setting
from kursapp.content.slugs import ascii_id
from kursapp.domain.case import Axis, Effect
from kursapp.domain.course import Rich

_AXIS = re.compile(
    r"(?P<name>\S.*?)(?: +(?P<low>[-−–]?\d{1,4}) ?(?:…|\.{2,3}|–|—|-|til|to) ?(?P<high>[-−–]?\d{1,4}))?", re.IGNORECASE
)
_EFFECT = re.compile(
    r" {0,3}(?P<bold>\*\*|__)?(?P<axis>[^:*_]{1,60}?)(?: +(?P<sign>[-+−–])? ?(?P<number>\d{1,4}))?(?P<closed>\*\*|__)?"
    r" *:(?P<late>\*\*|__)? *(?P<text>.*)$"
)
_MINUS = str.maketrans({"−": "-", "–": "-"})


def read_axes(setting: Setting | None, context: Context) -> tuple[Axis, ...]:
    """Read ``barnet 0…5, rettssikkerhet, ansatte`` as axes."""
    found: dict[str, Axis] = {}
    for part in setting.value.split(",") if setting else ():
        match = _AXIS.fullmatch(part.strip())
        if setting is None or match is None:
            continue
        low, high = (int(match[end].translate(_MINUS)) if match[end] else None for end in ("low", "high"))
        if low is not None and high is not None and low >= high:
            context.report("range-reversed", setting.value_line, setting.value_column, low=low, high=high)
            low = high = None
        title = match["name"]
        axis_id = ascii_id(title) or f"akse-{len(found) + 1}"
        if axis_id in found:
            context.report("axis-twice", setting.value_line, setting.value_column, axis=title)
        found.setdefault(axis_id, Axis(axis_id, title, low, high))
    return tuple(found.values())


def axis_names(axes: Sequence[Axis]) -> dict[str, str]:
    """Return the ids of axes by what an author may call them, folded."""
    return {fold(name): axis.id for axis in axes for name in (axis.id, axis.title)}


class QuoteReader:
    """Parts the quotes under the choices of one case."""

    def __init__(self, names: Mapping[str, str], context: Context) -> None:
        self._names, self._context = names, context

    def read(self, lines: Sequence[Line]) -> tuple[Rich, tuple[Effect, ...]]:
        """Return what is told after choosing, and what moves. A paragraph after an effect is told again."""
        told: list[Line] = []
        effects: list[tuple[str, int, list[Line]]] = []
        open_effect = False
        for line in lines:
            effect = self._effect(line)
            if effect:
                effects.append(effect)
                open_effect = True
            elif line.blank or not open_effect:
                open_effect = False
                told.append(line)
            elif effects:
                effects[-1][2].append(line)
        markup = self._context.markup
        moved = tuple(
            Effect(axis, change, markup.inline("\n".join(line.text.strip() for line in reason), reason[0].number))
            for axis, change, reason in effects
            if axis
        )
        kept = [line for line in told if not line.blank]
        return (markup.block(told) if kept else Rich()), moved

    def _effect(self, line: Line) -> tuple[str, int, list[Line]] | None:
        """Return the axis, the push and the first line of the reason; an empty axis where it is a faulty effect."""
        match = _EFFECT.match(line.text) if ":" in line.text and not line.fenced else None
        if match is None or not (match["bold"] or match["sign"]):
            return None
        axis = self._names.get(fold(match["axis"]))
        text = match["text"]
        if match["bold"] and not (match["closed"] or match["late"]):
            text = text.replace(match["bold"], "", 1)
        reason = [line._replace(text=text)]
        if match["number"] is None:
            return self._bad(line, match, reason) if axis else None
        if axis is None:
            return self._unknown(line, match, reason)
        if match["sign"] is None and int(match["number"]):
            return self._bad(line, match, reason)
        return axis, int((match["sign"] or "").translate(_MINUS) + match["number"]), reason

    def _bad(self, line: Line, match: re.Match[str], reason: list[Line]) -> tuple[str, int, list[Line]]:
        self._context.report("bad-effect", line.number, axis=match["axis"], written=match["number"] or "")
        return "", 0, reason

    def _unknown(self, line: Line, match: re.Match[str], reason: list[Line]) -> tuple[str, int, list[Line]] | None:
        """Report an axis nobody named; words without bold are only words."""
        if not match["bold"]:
            return None
        near = nearest(fold(match["axis"]), self._names)
        self._context.report("unknown-axis", line.number, axis=match["axis"].strip(), nearest=near)
        return "", 0, reason
