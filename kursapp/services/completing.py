"""What can be written where the cursor is: keys and values of settings, where a link can lead, names and terms.

Only lines near the cursor are looked at, so that it answers between two keys.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Container, Iterable, Sequence
from dataclasses import dataclass, replace

from kursapp.content.folder import COVERS
from kursapp.content.keywords import (
    CALL_OUTS,
    ENDINGS,
    EVALUATION_ITEMS,
    EVALUATION_TYPES,
    FRONT_MATTER,
    ITEMS,
    PAGES,
    SETTINGS,
    SHOWING,
    VARIANTS,
    YES_NO,
    Vocabulary,
)
from kursapp.content.lines import Line
from kursapp.content.settings import FLAGS
from kursapp.content.source import lines_of
from kursapp.content.standing import Part, Standing, is_row, setting_keys, standing
from kursapp.domain.course import PageKind
from kursapp.services.case_names import CaseNames, case_names
from kursapp.services.names import Named, Names
from kursapp.texts.phrases import Phrases
from kursapp.texts.setting_words import SETTING_WORDS

LOOKED_AT = 400
"""Lines before and after the cursor that are looked at, at most: a page is hardly longer."""

LONGEST_COMMENT = 12
"""Lines a comment of settings may span."""

TELLING = 3
"""Letters that may be looked for in what is told about an offer."""

MOST = 200
"""Offers of one completion; more nobody reads."""

_LINK = re.compile(r"(?P<image>!?)\[[^\[\]]*\]\((?P<target>[^()\s]*)$")
_CALL_OUT = re.compile(r" {0,3}> ?\[!(?P<word>[^\]\[]*)$")
_HEADING = re.compile(r" {0,3}(?P<marks>#{2,5}) +(?P<word>[^:()]*)$")
_VARIANT = re.compile(r" {0,3}#{3,5} +(?P<item>[^:()]*?) *\((?P<word>[^()]*)$")
_WORD = re.compile(r"[^\W_]*$")
_FIELD = re.compile(r"(?P<name>[^\s:-][^:]*): *(?P<value>.*)$")
_ITEM = re.compile(r" +- +(?P<value>.*)$")
_COMMENT = "<!--"
_LISTS = frozenset({"goals", "facts", "draw"})
_FORMS = ("A", "B")
_LANGUAGES = ("nb", "nn", "en")


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be written: the text, and a few words on what it is."""

    text: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Completion:
    """What can stand in place of the characters from column ``start`` (from 1) up to the cursor.

    ``wanted`` are those characters; ``is_sure`` where the place alone says that something of this kind is meant.
    """

    start: int
    wanted: str
    offers: tuple[Offer, ...]
    is_sure: bool = True


def may_begin(left: str) -> bool:
    """Say whether what stands to the left of the cursor is the beginning of something that is completed by itself.

    It is asked at many keys and looks at nothing else.
    """
    in_comment = left.rfind(_COMMENT) > left.rfind("-->")
    return in_comment or left.endswith("[!") or ("](" in left and _LINK.search(left) is not None)


def complete(
    texts: Sequence[str], number: int, column: int, *, file: str, names: Names, first: int = 1, language: str = "nb"
) -> Completion | None:
    """Return what can be written at a column of a line of a file, or None where there is nothing to offer.

    ``texts`` are lines of the file around the cursor, of which the first is line ``first``. ``language`` is the
    reader's, for what is told about the offers; these are in the course's own.
    """
    begin = max(first, number - LOOKED_AT)
    lines = lines_of(texts[begin - first : number - first + 1 + LOOKED_AT], begin)
    left = texts[number - first][: column - 1]
    found = _Place(lines, number, left, file, names, Phrases(SETTING_WORDS, language)).complete()
    return narrowed(found, found.wanted) if found else None


def narrowed(found: Completion, wanted: str) -> Completion | None:
    """Return the offers that fit what is written so far, those that begin with it first; None where none does."""
    near = wanted.casefold()
    begins = [offer for offer in found.offers if offer.text.casefold().startswith(near)]
    holds = [offer for offer in found.offers if offer not in begins and near and _holds(offer, near)]
    fitting = tuple(begins + holds)[:MOST]
    if not fitting or (len(fitting) == 1 and fitting[0].text == wanted):
        return None
    return replace(found, wanted=wanted, offers=fitting)


def _holds(offer: Offer, near: str) -> bool:
    """Say whether an offer, or what is told about it, holds some letters; a few are in anything that is told."""
    return near in offer.text.casefold() or (len(near) >= TELLING and near in offer.about.casefold())


class _Place:
    """Where the cursor is: the lines up to it, and what stands to the left of it on its own."""

    def __init__(self, lines: Sequence[Line], number: int, left: str, file: str, names: Names, told: Phrases) -> None:
        self._lines, self._left, self._told = lines, left, told
        self._file, self._names = file, names
        self._above = [line for line in lines if line.number < number]
        self._line = lines[len(self._above)]
        self._stands = standing(file, lines, number)

    def complete(self) -> Completion | None:
        """Try each kind of place; the first that it is answers."""
        if self._line.fenced:
            return None
        if self._stands.part is Part.FRONT_MATTER:
            return self._front_matter()
        comment = self._comment()
        if comment is not None:
            return self._setting(*comment)
        link = _LINK.search(self._left)
        if link:
            return self._link(link["target"], image=bool(link["image"]))
        return self._call_out() or self._variant() or self._heading() or self._term()

    def _offering(self, wanted: str, offers: Iterable[Offer], *, sure: bool = True) -> Completion | None:
        found = tuple(dict.fromkeys(offers))
        return Completion(len(self._left) - len(wanted) + 1, wanted, found, sure) if found else None

    # Front matter ------------------------------------------------------------------------------

    def _front_matter(self) -> Completion | None:
        item, field = _ITEM.match(self._left), _FIELD.match(self._left)
        if item:
            key = next((found for line in reversed(self._above) if (found := _field_key(line.text))), "")
            return self._offering(item["value"], self._goals()) if key == "goals" else None
        if field:
            key = FRONT_MATTER.find(field["name"]) or ""
            offers = {"language": [Offer(name) for name in _LANGUAGES], "goals": self._goals()}.get(key, [])
            return self._offering(field["value"].rpartition(",")[2].strip(), offers)
        keys = setting_keys(self._stands, self._line, self._file)
        names = [FRONT_MATTER.word(key, self._names.language) for key in FRONT_MATTER.names() if key in keys]
        return self._offering(self._left, [Offer(f"{name}: ") for name in names])

    # Settings ----------------------------------------------------------------------------------

    def _comment(self) -> tuple[str, Line] | None:
        """Return what the comment the cursor is in says up to it, and the line it begins on; None outside comments."""
        text, begins = self._left, self._line
        for line in (*reversed(self._above[-LONGEST_COMMENT:]), None):
            opened = text.rfind(_COMMENT)
            if opened > text.rfind("-->"):
                return text[opened + len(_COMMENT) :], begins
            if "-->" in text or line is None or line.blank:
                return None
            text, begins = f"{line.text}\n{text}", line
        return None

    def _setting(self, inner: str, begins: Line) -> Completion | None:
        *others, last = re.split(r"[|;]" if is_row(begins) else r"\|", inner)
        part = last.lstrip()
        name, colon, value = part.partition(":")
        if not colon:
            return self._offering(
                part, self._keys(begins, {SETTINGS.find(other.partition(":")[0]) for other in others})
            )
        key = SETTINGS.find(name) or ""
        wanted = (value.rpartition(",")[2] if key in _LISTS else value).lstrip()
        if key == "if":
            wanted = _last_word(wanted)
        return self._offering(wanted, self._values(key))

    def _keys(self, begins: Line, there: Container[str | None]) -> Iterable[Offer]:
        allowed = setting_keys(self._stands, begins, self._file)
        for key in SETTINGS.names():
            if key in allowed and key not in there:
                word = SETTINGS.word(key, self._names.language)
                yield Offer(word if key == "fixed" else f"{word}: ", self._told(key))

    def _values(self, key: str) -> Iterable[Offer]:
        names, words = self._names, self._words
        of_key: dict[str, Callable[[], Iterable[Offer]]] = {
            "facts": lambda: _offers(names.facts),
            "goals": self._goals,
            "draw": lambda: [Offer(f"{bank.name} ") for bank in names.banks],
            "bank": lambda: _offers(names.banks),
            "same_as": lambda: _offers(names.forms),
            "measures": self._rows,
            "show": lambda: words(SHOWING),
            "ending": lambda: words(ENDINGS),
            "type": lambda: words(EVALUATION_TYPES),
            "form": lambda: [Offer(form) for form in _FORMS],
            "if": self._case_words,
        }
        if key in FLAGS:
            return words(YES_NO)
        return of_key[key]() if key in of_key else ()

    def _words(self, table: Vocabulary) -> Iterable[Offer]:
        return [Offer(table.word(name, self._names.language)) for name in table.names()]

    def _goals(self) -> Iterable[Offer]:
        return _offers(self._names.goals)

    def _case_words(self) -> Iterable[Offer]:
        case = self._case()
        return [*_offers(case.axes), *_offers(case.scenes), *_offers(case.choices)]

    def _case(self) -> CaseNames:
        return case_names(self._lines, self._stands.case_line)

    def _rows(self) -> Iterable[Offer]:
        """Offer the ids of the statements on this page, which a question can measure."""
        for line in self._lines:
            if line.number > self._stands.page_line and is_row(line):
                found = re.search(r"<!--\s*id:\s*([\w.-]+)", line.text)
                if found:
                    yield Offer(found[1], line.text.strip("| ").partition("<!--")[0].strip())

    # Links, headings, words --------------------------------------------------------------------

    def _link(self, target: str, *, image: bool) -> Completion | None:
        folder = posixpath.dirname(self._file)
        file, sharp, wanted = target.partition("#")
        if sharp:
            return self._offering(wanted, self._targets(file))
        if image:
            return self._offering(target, [Offer(_from(folder, one.name), one.about) for one in self._names.media])
        files = [Offer(_from(folder, one.name), one.about) for one in self._names.files if one.name != self._file]
        here = [] if self._file in COVERS else [Offer(f"#{one.text}", one.about) for one in self._targets("")]
        return self._offering(target, [*here, *files] if self._stands.case_line else [*files, *here])

    def _targets(self, file: str) -> Iterable[Offer]:
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self._file), file)) if file else self._file
        scenes = _offers(self._case().scenes) if self._stands.case_line and path == self._file else ()
        return [*scenes, *_offers(self._names.targets.get(path, ()))]

    def _call_out(self) -> Completion | None:
        found = _CALL_OUT.match(self._left)
        words = [CALL_OUTS.word(name, self._names.language).upper() for name in CALL_OUTS.names()]
        return self._offering(found["word"], [Offer(word) for word in words]) if found else None

    def _variant(self) -> Completion | None:
        found = _VARIANT.match(self._left)
        if not found or ITEMS.find(found["item"]) != "question":
            return None
        words = [VARIANTS.word(name, self._names.language) for name in VARIANTS.names()]
        return self._offering(found["word"], [Offer(word) for word in words])

    def _heading(self) -> Completion | None:
        found = _HEADING.match(self._left)
        if not found or self._file in COVERS:
            return None
        words = _keywords(len(found["marks"]), self._stands, self._names.language)
        return self._offering(found["word"], [Offer(f"{word}: ") for word in words], sure=False)

    def _term(self) -> Completion | None:
        return self._offering(_last_word(self._left), _offers(self._names.terms), sure=False)


def _keywords(level: int, stands: Standing, language: str) -> Iterable[str]:
    """Return the words that open something at a heading of this level."""
    on_form = stands.page is PageKind.EVALUATION
    tables: dict[int, tuple[tuple[Vocabulary, tuple[str, ...]], ...]] = {
        2: ((PAGES, PAGES.names()),),
        3: ((EVALUATION_ITEMS, EVALUATION_ITEMS.names() if on_form else ()), (ITEMS, _without(ITEMS, "scene"))),
        4: ((ITEMS, ("scene",) if stands.case_line else ()),),
        5: ((ITEMS, _without(ITEMS, "case", "scene") if stands.case_line else ()),),
    }
    for table, names in tables[level]:
        yield from (table.word(name, language).capitalize() for name in names)


def _last_word(text: str) -> str:
    found = _WORD.search(text)
    return found[0] if found else ""


def _without(table: Vocabulary, *names: str) -> tuple[str, ...]:
    return tuple(name for name in table.names() if name not in names)


def _offers(named: Iterable[Named]) -> list[Offer]:
    return [Offer(one.name, one.about) for one in named]


def _from(folder: str, path: str) -> str:
    return posixpath.relpath(path, folder or ".").replace(" ", "%20")


def _field_key(text: str) -> str:
    found = _FIELD.match(text)
    return (FRONT_MATTER.find(found["name"]) or "") if found else ""
