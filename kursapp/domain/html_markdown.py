"""HTML written as the Markdown that kurs-Markdown knows: emphasis, code, links, images, lists and paragraphs.

What it has no way to write keeps its words and is named among the losses: ``table``, ``link`` (an address that does not
lead to the web), ``image`` (one without a file) and ``media``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from kursapp.domain.html_tree import BLOCKS, Element, is_bare, read_html

LONGEST_LINE = 2_000
"""Characters after which a paragraph goes on upon a new line: a course's lines may have 20,000."""

_MARKS = re.compile(r"[\\`*\[\]<&]|(?<![^\W_])_|_(?![^\W_])")
_ESCAPES = {"<": "&lt;", "&": "&amp;", "`": "&#96;"}
"""A backtick after a backslash is none in Markdown, but still one to those who look for where code ends."""

_OPENING = re.compile(r"(?P<before>\d{1,9})(?P<mark>[.)])(?=\s|$)|(?P<sign>[#+\-|]|>)|(?P<other>[~:=–—•])|(?P<tab>\t)")
_ANSWER = re.compile(r"(?P<word>[^\W\d_]{2,20})(?P<space> *):")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufeff\ufffe\uffff\ud800-\udfff\u2028\u2029\u0085]")
_SPACE = re.compile(r"\s+")
_WEB = re.compile(r"(?:https?://|mailto:)[^\s<>()\"]+$", re.IGNORECASE)
_RAISED = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_STRONG, _EMPHASIS = frozenset({"b", "strong"}), frozenset({"i", "em"})
_CODE = frozenset({"code", "tt", "kbd", "samp"})
_MEDIA = frozenset({"audio", "video", "iframe", "object", "embed", "svg", "canvas"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS = frozenset({"ul", "ol"})
_BREAK = "\x01"

Images = Callable[[str], str]
"""Answers the path of an image in the course for its address, or an empty text for one that has no file."""


def no_images(address: str) -> str:
    """Know no image."""
    return ""


def escaped(text: str) -> str:
    """Return plain words so that Markdown shows them as they are, wherever in a line they stand but at its start."""
    text = _CONTROL.sub(" ", text)
    return _MARKS.sub(lambda found: _ESCAPES.get(found[0]) or "\\" + found[0], text)


def opened(line: str) -> str:
    """Return a line of escaped words so that its beginning opens nothing: no list, heading, quote or answer."""
    found = _OPENING.match(line)
    if found:
        if found["before"]:
            return f"{found['before']}\\{line[found.start('mark') :]}"
        if found["sign"]:
            return f"\\{line}"
        return f"&#{ord(line[0])};{line[1:]}"
    answer = _ANSWER.match(line)
    if answer:
        return f"{line[: answer.end() - 1]}&#58;{line[answer.end() :]}"
    return line


def as_heading(words: str) -> str:
    """Return inline Markdown as the words of a heading: signs at its end are words too, and do not close it."""
    return f"{words[:-1]}&#35;" if words.endswith("#") else words


@dataclass
class MarkdownWriter:
    """Writes texts as Markdown, and gathers the names of what was lost on the way."""

    images: Images = no_images
    lists: bool = True
    lost: set[str] = field(default_factory=set)

    def inline(self, text: str) -> str:
        """Return HTML as one line; its blocks follow one another with a space between."""
        if is_bare(text):
            return escaped(_SPACE.sub(" ", text).strip())
        return " ".join(part for part in self._flat(read_html(text)).replace(_BREAK, " ").split() if part)

    def blocks(self, text: str) -> list[str]:
        """Return HTML as lines of Markdown, with an empty one between blocks."""
        if is_bare(text):
            words = escaped(_SPACE.sub(" ", text).strip())
            return wrapped(opened(words)) if words else []
        lines: list[str] = []
        for block in self._blocks(read_html(text)):
            lines += ["", *block] if lines else block
        return lines

    def _blocks(self, element: Element) -> Iterable[list[str]]:
        """Yield the paragraphs, lists and code below an element, each as lines."""
        run: list[Element | str] = []
        for part in element.parts:
            if isinstance(part, str) or part.name not in BLOCKS or part.name == "br":
                if isinstance(part, Element) and _holds_blocks(part):
                    yield from self._paragraph(run)
                    run = []
                    yield from self._blocks(part)
                else:
                    run.append(part)
                continue
            yield from self._paragraph(run)
            run = []
            yield from self._block(part)
        yield from self._paragraph(run)

    def _block(self, part: Element) -> Iterable[list[str]]:
        if part.name in _LISTS:
            yield from self._list(part)
        elif part.name == "pre":
            yield _fence(_text(part))
        elif part.name == "table":
            self.lost.add("table")
            yield from self._rows(part)
        elif part.name in _HEADINGS:
            words = " ".join(self._flat(part).replace(_BREAK, " ").split())
            if words:
                yield [f"**{words.replace('**', '')}**"]
        elif part.name != "hr":
            yield from self._blocks(part)

    def _paragraph(self, run: list[Element | str]) -> Iterable[list[str]]:
        for written in self._flat(Element("", parts=run)).split(_BREAK):
            words = " ".join(written.split())
            if words:
                yield wrapped(opened(words))

    def _list(self, element: Element) -> Iterable[list[str]]:
        items = [part for part in element.parts if isinstance(part, Element)]
        lines = []
        for number, item in enumerate(items, start=1):
            words = " ".join(self._flat(item).replace(_BREAK, " ").split())
            if words and self.lists:
                lines.append(f"{f'{number}.' if element.name == 'ol' else '-'} {opened(words)}")
            elif words:
                yield [f"&#8226; {words}"]
        if lines:
            yield lines

    def _rows(self, table: Element) -> Iterable[list[str]]:
        for part in table.parts:
            if not isinstance(part, Element):
                continue
            if part.name == "tr":
                cells = [" ".join(self._flat(cell).split()) for cell in part.parts if isinstance(cell, Element)]
                words = " · ".join(cell.replace(_BREAK, " ") for cell in cells if cell)
                if words:
                    yield wrapped(opened(words))
            else:
                yield from self._rows(part)

    def _flat(self, element: Element) -> str:
        """Return what an element holds as inline Markdown, a mark where a line breaks."""
        written = []
        for part in element.parts:
            if isinstance(part, str):
                written.append(escaped(_SPACE.sub(" ", part)))
            elif part.name == "br" or part.name in BLOCKS:
                written.append(f"{_BREAK}{self._flat(part)}{_BREAK if part.parts else ''}")
            else:
                written.append(self._marked(part))
        return "".join(written)

    def _marked(self, part: Element) -> str:
        name = part.name
        if name == "img":
            return self._image(part)
        if name in _CODE:
            return _code(_text(part))
        if name in _MEDIA:
            self.lost.add("media")
        inner = self._flat(part)
        if name in _STRONG or name in _EMPHASIS:
            return _around(inner, "**" if name in _STRONG else "*")
        if name == "a":
            return self._link(part, inner)
        if name in ("sup", "sub"):
            return inner.translate(_RAISED if name == "sup" else _LOWERED)
        return inner

    def _link(self, part: Element, inner: str) -> str:
        address = part.attributes.get("href", "").strip()
        words = inner.replace(_BREAK, " ").strip()
        if not words or not _WEB.match(address):
            if address and not address.startswith(("begrep:", "#")):
                self.lost.add("link")
            return inner
        return f"[{words}]({address})"

    def _image(self, part: Element) -> str:
        alt = " ".join(part.attributes.get("alt", "").split())
        path = self.images(part.attributes.get("src", ""))
        if path:
            return f"![{escaped(alt)}]({path})"
        self.lost.add("image")
        return escaped(alt)


def wrapped(line: str) -> list[str]:
    """Part a line that is far too long, at spaces before a letter, where nothing can begin."""
    lines = []
    while len(line) > LONGEST_LINE:
        at = next((at for at in range(LONGEST_LINE, 0, -1) if line[at - 1] == " " and line[at].isalpha()), 0)
        if not at:
            break
        lines.append(line[: at - 1])
        line = line[at:]
    lines.append(line)
    return [lines[0], *(opened(later) for later in lines[1:])]


def _holds_blocks(element: Element) -> bool:
    return any(
        isinstance(part, Element) and ((part.name in BLOCKS and part.name != "br") or _holds_blocks(part))
        for part in element.parts
    )


def _text(element: Element) -> str:
    return "".join(
        part if isinstance(part, str) else "\n" if part.name == "br" else _text(part) for part in element.parts
    )


def _around(inner: str, mark: str) -> str:
    """Put marks around words, with the spaces outside; words that have such marks already, or a break, keep theirs."""
    words = inner.strip()
    if not words or _BREAK in words or "*" in words.replace("\\*", ""):
        return inner
    before = inner[: len(inner) - len(inner.lstrip())]
    return f"{before}{mark}{words}{mark}{inner[len(inner.rstrip()) :]}"


def _code(text: str) -> str:
    words = " ".join(_CONTROL.sub(" ", text).split())
    if not words or "`" in words:
        return escaped(words)
    return f"`{words}`"


def _fence(text: str) -> list[str]:
    lines = [_CONTROL.sub(" ", line).rstrip() for line in text.strip("\n").split("\n")]
    longest = max((len(found) for found in re.findall("`+", text)), default=0)
    mark = "`" * max(3, longest + 1)
    return [mark, *lines, mark] if any(lines) else []
