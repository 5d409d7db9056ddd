"""Rewrites SVG figures to a small allow list: shapes, text and gradients, and nothing that refers to anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as Tree

LARGEST = 1_000_000
"""Bytes of an SVG file."""
MOST_ELEMENTS = 2_000
DEEPEST = 64
LARGEST_NUMBER = 100_000.0
LARGEST_FONT = 1_000.0

_SVG = "{http://www.w3.org/2000/svg}"
_SHAPES = ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon")
_GRADIENTS = ("linearGradient", "radialGradient")
_ELEMENTS = frozenset({"svg", "g", "defs", *_SHAPES, "text", "tspan", *_GRADIENTS, "stop", "title", "desc"})
_ATTRIBUTES = frozenset(
    {
        *("id", "viewBox", "width", "height", "preserveAspectRatio", "transform"),
        *("d", "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "dx", "dy", "fx", "fy", "points"),
        *("fill", "fill-opacity", "fill-rule", "opacity", "color", "display", "visibility"),
        *("stroke", "stroke-width", "stroke-opacity", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit"),
        *("stroke-dasharray", "stroke-dashoffset"),
        *("font-family", "font-size", "font-weight", "font-style", "text-anchor"),
        *("offset", "stop-color", "stop-opacity", "gradientUnits", "gradientTransform", "spreadMethod"),
    }
)
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*>")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_REFERENCE = re.compile(r"url\( *[\"']?#(?P<id>[\w.-]+)[\"']? *\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


class Figure(NamedTuple):
    """A rewritten figure, or the code that says why there is none; ``dropped`` names elements that were left out."""

    svg: str
    problem: str = ""
    dropped: tuple[str, ...] = ()


def rewrite_svg(data: bytes) -> Figure:
    """Return an SVG file's figure with nothing in it but what is allowed."""
    if len(data) > LARGEST:
        return Figure("", "svg-too-large")
    try:
        text = _DOCTYPE.sub("", _DECLARATION.sub("", data.decode("utf-8-sig")))
        if "<!DOCTYPE" in text or "<!ENTITY" in text:
            return Figure("", "svg-unreadable")
        root = Tree.fromstring(text)  # noqa: S314 - without a document type there are no entities to expand
    except (UnicodeDecodeError, Tree.ParseError):
        return Figure("", "svg-unreadable")
    if root.tag != f"{_SVG}svg":
        return Figure("", "svg-unreadable")
    return _Rewriter(root).figure()


class _Rewriter:
    """Copies what is allowed of one document."""

    def __init__(self, root: Tree.Element) -> None:
        self._root = root
        self._dropped: dict[str, None] = {}
        self._gradients = {element.get("id", "") for kind in _GRADIENTS for element in root.iter(f"{_SVG}{kind}")} - {
            ""
        }

    def figure(self) -> Figure:
        """Return the copy."""
        elements = sum(1 for _ in self._root.iter())
        if elements > MOST_ELEMENTS or _depth(self._root) > DEEPEST:
            return Figure("", "svg-too-many-elements")
        copy = self._copy(self._root)
        if not self._with_size(copy):
            return Figure("", "svg-without-size")
        copy.set("xmlns", _SVG.strip("{}"))
        return Figure(Tree.tostring(copy, encoding="unicode"), dropped=tuple(self._dropped))

    def _copy(self, element: Tree.Element) -> Tree.Element:
        copy = Tree.Element(element.tag.removeprefix(_SVG))
        copy.text = element.text
        for name, value in _properties(element):
            kept = self._value(name, value)
            if name in _ATTRIBUTES and kept:
                copy.set(name, kept)
        for child in element:
            name = child.tag.removeprefix(_SVG)
            if name == child.tag or name == "metadata":
                continue
            if name in _ELEMENTS:
                inner = self._copy(child)
                inner.tail = child.tail
                copy.append(inner)
            else:
                self._dropped[name] = None
        return copy

    def _value(self, name: str, value: str) -> str:
        """Return a value that is safe to draw, or nothing."""
        reference = _REFERENCE.fullmatch(value.strip())
        if reference:
            return f"url(#{reference['id']})" if reference["id"] in self._gradients else ""
        if "url(" in value.lower() or "\\" in value:
            return ""
        if name in ("id", "font-family", "fill", "stroke", "color", "stop-color"):
            return value
        numbers = [abs(float(number)) for number in _NUMBER.findall(value)]
        most = LARGEST_FONT if name == "font-size" else LARGEST_NUMBER
        if any(number > most for number in numbers):
            return ""
        if name == "stroke-dasharray" and sum(numbers) < 1:
            return ""
        return value

    def _with_size(self, root: Tree.Element) -> bool:
        """See to it that the figure has a view box; say whether that can be done."""
        if len(_NUMBER.findall(root.get("viewBox", ""))) == 4:
            return True
        sizes = [_NUMBER.match(root.get(name, "")) for name in ("width", "height")]
        if None in sizes or "%" in root.get("width", "") + root.get("height", ""):
            return False
        root.set("viewBox", " ".join(["0 0", *(size[0] for size in sizes if size)]))
        return True


def _properties(element: Tree.Element) -> Iterator[tuple[str, str]]:
    """Yield an element's attributes, and what its ``style`` says as attributes."""
    yield from element.items()
    for declaration in element.get("style", "").split(";"):
        name, colon, value = declaration.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _depth(root: Tree.Element) -> int:
    deepest, waiting = 0, [(root, 1)]
    while waiting:
        element, depth = waiting.pop()
        deepest = max(deepest, depth)
        waiting += [(child, depth + 1) for child in element]
    return deepest
