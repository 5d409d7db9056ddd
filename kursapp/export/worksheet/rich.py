"""A course's own HTML as plain values a template can set: blocks of spans, nothing that could be run."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kursapp.domain.course import Rich
from kursapp.domain.html_tree import BLOCKS, Element, read_html

Plain = dict[str, object]

_STRONG, _EMPHASIS, _CODE = frozenset({"b", "strong"}), frozenset({"i", "em"}), frozenset({"code", "tt", "kbd", "samp"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WEB = ("http://", "https://", "mailto:")


@dataclass(frozen=True, slots=True)
class _Look:
    """How words are set: bold, slanted, as code, raised, and where they lead on the web."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    raised: bool = False
    address: str = ""


def spans_of(text: Rich) -> list[Plain]:
    """Return a text as spans on one line; its blocks follow one another with a space between."""
    return _trimmed(list(_inline(read_html(text.html), _Look())))


def blocks_of(text: Rich) -> list[Plain]:
    """Return a text as blocks: paragraphs, headings, lists, tables, quotes, and code."""
    return list(_blocks(read_html(text.html)))


def _blocks(element: Element) -> Iterator[Plain]:
    run: list[Element | str] = []
    for part in element.parts:
        if isinstance(part, Element) and part.name in BLOCKS and part.name != "br":
            yield from _paragraph(run)
            run = []
            yield from _block(part)
        else:
            run.append(part)
    yield from _paragraph(run)


def _paragraph(run: list[Element | str]) -> Iterator[Plain]:
    spans = _trimmed(list(_inline(Element("", parts=run), _Look())))
    if spans:
        yield {"kind": "paragraph", "spans": spans}


def _block(part: Element) -> Iterator[Plain]:
    name = part.name
    if name in ("ul", "ol"):
        items = [list(_blocks(item)) for item in part.parts if isinstance(item, Element)]
        if any(items):
            yield {
                "kind": "list",
                "ordered": name == "ol",
                "start": _start(part),
                "items": [each or [] for each in items],
            }
    elif name == "pre":
        yield {"kind": "code", "text": _text(part).strip("\n")}
    elif name == "table":
        rows = [[_trimmed(list(_inline(cell, _Look()))) for cell in row] for row in _rows(part)]
        if rows:
            yield {"kind": "table", "rows": _even(rows)}
    elif name == "blockquote":
        yield {"kind": "quote", "blocks": list(_blocks(part))}
    elif name in _HEADINGS or name == "dt":
        spans = _trimmed(list(_inline(part, _Look(strong=True))))
        if spans:
            yield {"kind": "paragraph", "spans": spans}
    elif name != "hr":
        yield from _blocks(part)


def _start(part: Element) -> int:
    written = part.attributes.get("start", "1")
    return int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 1


def _rows(element: Element) -> Iterator[list[Element]]:
    for part in element.parts:
        if isinstance(part, Element) and part.name == "tr":
            yield [cell for cell in part.parts if isinstance(cell, Element)]
        elif isinstance(part, Element):
            yield from _rows(part)


def _even(rows: list[list[list[Plain]]]) -> list[list[list[Plain]]]:
    """Return rows that are all as long as the longest."""
    wide = max(len(row) for row in rows)
    return [[*row, *([[]] * (wide - len(row)))] for row in rows]


def _inline(element: Element, look: _Look) -> Iterator[Plain]:
    for part in element.parts:
        if isinstance(part, str):
            yield from _words(part, look)
        elif part.name == "br":
            yield {"kind": "break"}
        elif part.name == "img":
            yield from _words(part.attributes.get("alt", ""), replace(look, emphasis=True))
        elif part.name in BLOCKS:
            yield from _words(" ", look)
            yield from _inline(part, look)
            yield from _words(" ", look)
        else:
            yield from _inline(part, _looking(part, look))


def _looking(part: Element, look: _Look) -> _Look:
    name = part.name
    if name in _STRONG:
        return replace(look, strong=True)
    if name in _EMPHASIS:
        return replace(look, emphasis=True)
    if name in _CODE:
        return replace(look, code=True)
    if name == "sup":
        return replace(look, raised=True)
    address = part.attributes.get("href", "") if name == "a" else ""
    return replace(look, address=address) if address.startswith(_WEB) else look


def _words(words: str, look: _Look) -> Iterator[Plain]:
    text = " ".join(words.split())
    text = f"{' ' if words[:1].isspace() else ''}{text}{' ' if text and words[-1:].isspace() else ''}"
    if not text:
        return
    span: Plain = {"kind": "words", "text": text}
    flags = {"strong": look.strong, "emphasis": look.emphasis, "code": look.code, "raised": look.raised}
    span |= {name: True for name, held in flags.items() if held}
    yield span | ({"address": look.address} if look.address else {})


def _trimmed(spans: list[Plain]) -> list[Plain]:
    """Return spans without the spaces and breaks at both ends."""
    while spans and _is_blank(spans[0]):
        spans.pop(0)
    while spans and _is_blank(spans[-1]):
        spans.pop()
    if spans:
        spans[0] |= {"text": str(spans[0]["text"]).lstrip()}
        spans[-1] |= {"text": str(spans[-1]["text"]).rstrip()}
    return spans


def _is_blank(span: Plain) -> bool:
    return not str(span.get("text", "")).strip()


def _text(element: Element) -> str:
    return "".join(
        part if isinstance(part, str) else "\n" if part.name == "br" else _text(part) for part in element.parts
    )
