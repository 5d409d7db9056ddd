"""Quiz pages: how they are run, what is drawn, and what is said about each band of scores."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kursapp.content.comments import take_comments
from kursapp.content.items.item import Context
from kursapp.content.items.marks import is_quote, quoted
from kursapp.content.items.values import bad_setting, minutes, percent, whole, yes
from kursapp.content.keywords import PAGES, RANGES, SHOWING
from kursapp.content.lines import Line
from kursapp.content.settings import Setting, Settings, names, report_unknown
from kursapp.domain.course import Draw, QuizSettings, ScoreBand

QUIZ_KEYS = ("id", "pass", "tries", "draw", "shuffle", "show", "time", "minutes", "goals")
"""Settings of a quiz page."""

_BAND = re.compile(r" *(?P<bold>\*\*|__)?(?P<label>[^:*_]{1,60}?)(?P<closed>\*\*|__)? *:(?:\*\*|__)? *(?P<text>.*)$")
_BETWEEN = re.compile(
    r"(?:(?:fra|frå|from) )?(?P<low>\d{1,3}) ?%? ?(?:[-–—]|til|to) ?(?P<high>\d{1,3}) ?%?", re.IGNORECASE
)
_SIDE = re.compile(r"(?P<word>[^\W\d]+(?: [^\W\d]+)?) (?P<number>\d{1,3}) ?%?")
_ALONE = re.compile(r"(?P<number>\d{1,3}) ?%?(?P<up> (?:og|eller|and|or) (?:over|meir|mer|more|above))?", re.IGNORECASE)
_DRAW = re.compile(r"(?:(?P<bank>[^\W_][\w.-]*) +)?(?P<count>\d{1,4})")
WHOLE = 100


def quiz_settings(settings: Settings, lines: Sequence[Line], context: Context) -> tuple[QuizSettings, int]:
    """Return how a quiz is run, and how many of the lines under its settings are feedback per score band."""
    report_unknown(settings, QUIZ_KEYS, PAGES.word("quiz"), context.report)
    passing = percent(settings, "pass", context)
    shuffle = yes(settings, "shuffle", context)
    bands, used = _bands(lines, context)
    return (
        QuizSettings(
            70 if passing is None else passing,
            whole(settings, "tries", context, low=1),
            _draws(settings.get("draw"), context),
            True if shuffle is None else shuffle,
            _immediate(settings.get("show"), context),
            minutes(settings, context, "time"),
            bands,
        ),
        used,
    )


def _immediate(show: Setting | None, context: Context) -> bool:
    name = SHOWING.find(show.value) if show else "end"
    if show and name is None:
        bad_setting(show, context, "showing")
    return name == "immediate"


def _draws(setting: Setting | None, context: Context) -> tuple[Draw, ...]:
    """Read ``8`` (from the page) or ``d1 3, d2 3`` (from banks)."""
    found = []
    for part in names(setting.value) if setting else ():
        draw = _DRAW.fullmatch(part)
        count = int(draw["count"]) if draw else 0
        if draw is None or not count:
            assert setting is not None
            bad_setting(setting, context, "draw")
            return ()
        found.append(Draw(count, draw["bank"] or ""))
    return tuple(found)


def _bands(lines: Sequence[Line], context: Context) -> tuple[tuple[ScoreBand, ...], int]:
    """Read the quotes directly under the settings that begin with a range of scores."""
    clean = take_comments(lines).lines
    found: list[tuple[int, int, list[Line]]] = []
    at = used = 0
    while at < len(clean) and (clean[at].blank or is_quote(clean[at])) and not clean[at].fenced:
        line = quoted(clean[at : at + 1])[0]
        band = None if line.blank else _band(line, context)
        if band:
            found.append(band)
        elif not line.blank and not found:
            break
        elif not line.blank:
            found[-1][2].append(line)
        at += 1
        used = at if not clean[at - 1].blank else used
    bands = tuple(ScoreBand(low, high, context.markup.block(texts)) for low, high, texts in found)
    if bands:
        _check(bands, clean[used - 1].number, context)
    return bands, used


def _band(line: Line, context: Context) -> tuple[int, int, list[Line]] | None:
    match = _BAND.match(line.text)
    if not match or "%" not in match["label"]:
        return None
    bounds = read_band(match["label"])
    if bounds is None:
        context.report("bad-band", line.number, written=match["label"].strip())
        return None
    text = match["text"]
    if match["bold"] and not match["closed"]:
        text = text.replace(match["bold"], "", 1)
    return *bounds, [line._replace(text=text)]


def read_band(label: str) -> tuple[int, int] | None:
    """Read ``under 70 %``, ``70–84 %``, ``over 84 %``, ``fra 85 %`` or ``100 %`` as bounds that are both included."""
    words = " ".join(label.split())
    between = _BETWEEN.fullmatch(words)
    side, alone = _SIDE.fullmatch(words), _ALONE.fullmatch(words)
    if between:
        low, high = int(between["low"]), int(between["high"])
    elif alone:
        low = int(alone["number"])
        high = WHOLE if alone["up"] else low
    elif side:
        number, name = int(side["number"]), RANGES.find(side["word"])
        bounds = {"under": (0, number - 1), "over": (number + 1, WHOLE), "at_least": (number, WHOLE)}
        low, high = bounds.get("at_least" if name == "from" else name or "", (1, 0))
    else:
        return None
    return (low, high) if 0 <= low <= high <= WHOLE else None


def _check(bands: Sequence[ScoreBand], line: int, context: Context) -> None:
    """Report scores that no band, or more than one, says something about."""
    covered = [sum(band.low <= score <= band.high for band in bands) for score in range(WHOLE + 1)]
    for code, wrong in (("band-gap", [count == 0 for count in covered]), ("band-overlap", [n > 1 for n in covered])):
        if any(wrong):
            low = wrong.index(True)
            high = low
            while high < WHOLE and wrong[high + 1]:
                high += 1
            context.report(code, line, low=low, high=high)
