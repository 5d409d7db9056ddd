"""What must hold of every command, whatever it is given: soon, small, one sentence, and nothing that could be run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from tests.faults.hostile.batch import Ran

MOST_SECONDS = 10.0
MOST_MEMORY = 512 * 1024 * 1024
COULD_NOT_RUN = 2

_SENTENCE_ENDS = (".", "?", ")", "»", ":")
_TAGS = frozenset(
    {
        *("article", "section", "div", "figure", "figcaption", "p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("blockquote", "pre", "code", "em", "strong", "sup", "abbr", "a", "img", "ul", "ol", "li", "dl", "dt", "dd"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }
)
_ATTRIBUTES = frozenset({"id", "class", "title", "href", "src", "alt", "start", "align"})
_LINK = re.compile(r"(?:kurs:|begrep:|https?://|mailto:)")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|/|\\|\.\.", re.IGNORECASE)


def faults(ran: Ran, seconds: float = MOST_SECONDS) -> Iterator[str]:
    """Yield what is wrong with how a command ended."""
    if ran.code not in (0, 1, 2, 3):
        yield f"{ran.name}: endte med {ran.code}: {ran.err[-300:]}"
    if "Traceback" in ran.out + ran.err:
        yield f"{ran.name}: et spor av en feil i programmet: {ran.err[-300:]}"
    if ran.seconds > seconds:
        yield f"{ran.name}: {ran.seconds:.1f} s"
    if ran.memory > MOST_MEMORY:
        yield f"{ran.name}: {ran.memory / 2**20:.0f} MiB"
    if ran.code >= COULD_NOT_RUN:
        yield from (f"{ran.name}: {fault}" for fault in _not_a_sentence(ran.err))
    elif ran.err:
        yield f"{ran.name}: på feilstrømmen: {ran.err[-300:]}"


def not_refused(ran: Ran) -> Iterator[str]:
    """Yield that a command took what it must refuse."""
    if ran.code < COULD_NOT_RUN:
        yield f"{ran.name}: godtatt: {ran.out[-200:]}"


def dirty(ran: Ran) -> Iterator[str]:
    """Yield what of the HTML that ``render`` printed is not allowed in any."""
    if not ran.name.startswith("render"):
        return
    looking = _Looking()
    looking.feed(ran.out)
    looking.close()
    yield from (f"{ran.name}: {fault}" for fault in sorted(looking.found))


def _not_a_sentence(told: str) -> Iterator[str]:
    lines = told.rstrip("\n").split("\n")
    if len(lines) != 1:
        yield f"{len(lines)} linjer på feilstrømmen: {told[:300]!r}"
    elif not lines[0].endswith(_SENTENCE_ENDS) or " " not in lines[0]:
        yield f"ingen setning: {told[:300]!r}"
    if any(not letter.isprintable() for line in lines for letter in line):
        yield f"tegn som ikke kan ses: {told[:300]!r}"


class _Looking(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _TAGS:
            self.found.add(f"<{tag}>")
        for name, value in attrs:
            if name not in _ATTRIBUTES:
                self.found.add(f"<{tag} {name}>")
            if name == "href" and not _LINK.match(value or ""):
                self.found.add(f"href={value}")
            if name == "src" and _OUTSIDE.match(value or ""):
                self.found.add(f"src={value}")

    def handle_comment(self, data: str) -> None:
        self.found.add("<!-- -->")

    def handle_decl(self, decl: str) -> None:
        self.found.add(f"<!{decl[:20]}>")
