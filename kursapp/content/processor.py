"""Python-Markdown as this program uses it: no raw HTML, no indented code, addresses and footnotes handed over."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from typing import Any
from xml.etree.ElementTree import Element, SubElement

import markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE

_FOOTNOTE = r"\[\^([^\]\s]+)\]"
_BEFORE_REFERENCES = 175
_AFTER_UNESCAPING = -10
_INSIDE = re.compile(r"\A\s*<div>\s*<p>|</p>\s*</div>\s*\Z")
_RESERVED = re.compile("[\x02\x03]")


class Processor:
    """One Python-Markdown instance, set up once for a file.

    ``link`` and ``image`` are called with each address (and an image's alternative text) in the order they stand, and
    answer what to write instead; ``footnote`` is called with a footnote's name and answers its number or None.
    """

    def __init__(
        self,
        references: Mapping[str, str],
        *,
        link: Callable[[str], str],
        image: Callable[[str, str], str],
        footnote: Callable[[str], int | None],
    ) -> None:
        self._references = {name: (address, "") for name, address in references.items()}
        self._markdown = markdown.Markdown(
            extensions=["tables", "def_list", "sane_lists"],
            extension_configs={"tables": {"use_align_attribute": True}},
            output_format="html",
        )
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.inlinePatterns.deregister("html")
        for unused in ("code", "setextheader", "reference"):
            self._markdown.parser.blockprocessors.deregister(unused)
        self._markdown.inlinePatterns.register(_Footnote(footnote), "footnote", _BEFORE_REFERENCES)
        self._markdown.treeprocessors.register(_Addresses(link, image), "addresses", _AFTER_UNESCAPING)

    def block(self, text: str) -> str:
        """Return Markdown as HTML that has not been cleaned yet."""
        self._reset()
        return self._markdown.convert(text)

    def inline(self, text: str) -> str:
        """Return one text as HTML that has not been cleaned yet, without looking for lists, headings or paragraphs."""
        self._reset()
        root = Element("div")
        SubElement(root, "p").text = _RESERVED.sub("", text)
        for step in self._markdown.treeprocessors:
            changed = step.run(root)
            root = root if changed is None else changed
        output = self._markdown.serializer(root)
        for finish in self._markdown.postprocessors:
            output = finish.run(output)
        return _INSIDE.sub("", output)

    def _reset(self) -> None:
        self._markdown.reset()
        self._markdown.references = dict(self._references)


class _Footnote(InlineProcessor):
    def __init__(self, number: Callable[[str], int | None]) -> None:
        super().__init__(_FOOTNOTE)
        self._number = number

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Any, int | None, int | None]:  # type: ignore[override]
        number = self._number(m[1])
        if number is None:
            return None, None, None
        mark = Element("sup")
        mark.text = str(number)
        return mark, m.start(0), m.end(0)


class _Addresses(Treeprocessor):
    """Exchanges every address for what it is to be written as."""

    def __init__(self, link: Callable[[str], str], image: Callable[[str, str], str]) -> None:
        super().__init__()
        self._link = link
        self._image = image

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag == "a":
                element.set("href", self._link(_plain(element.get("href", ""))))
            elif element.tag == "img":
                element.set("src", self._image(_plain(element.get("src", "")), _plain(element.get("alt", ""))))


def _plain(text: str) -> str:
    return html.unescape(text.replace(AMP_SUBSTITUTE, "&"))
