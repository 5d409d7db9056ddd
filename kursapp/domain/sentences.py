"""A text as the sentences it is read aloud in, and each as a voice should say it.

Norwegian writes dots after abbreviations, ordinals and dates («jf. lov av 18. juni 2021 nr. 97»), so a dot ends a
sentence only where what follows can begin one. A line end always does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

LONGEST = 400
"""Characters said in one go: a longer sentence is cut after a comma or a word, so that it can be stopped and marked."""


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_NEVER_LAST = _listed("""
    adm art avd bl bl.a bnr ca cf dr dvs ekskl el ev evt f.eks feks fork frk fung gnr hhv hr ing inkl innst jf jfr kap
    kl kr lic maks meld mht min nr ot ph pkt prof prop red ref res rskr s sak sen st t.o.m tlf tlg vedr vs
""")
"""Abbreviations with something after them, whatever letter it begins with."""

_MAYBE_LAST = _listed("a.d.a d.d d.y e.l f.o.m i.e m.a.o m.fl m.m m.v mfl mm mv o.a o.l osb osv p.g.a pga")
"""Abbreviations that may end a sentence: the letter that follows decides."""

_END = re.compile(r"[.!?…]+[»”\"')\]]*(?=\s|$)|\n+")
_WORD_BEFORE = re.compile(r"[\w.]+$")
_NEXT = re.compile(r"[\s«“\"'(\[–—-]*(\S)")
_GAP = re.compile(r".*[,;:–](?=\s)|.*(?=\s)", re.DOTALL)

_SAID = (
    (re.compile(r"§§\s*(?=\d)"), "paragrafene "),
    (re.compile(r"§\s*(?=\d)"), "paragraf "),
    (re.compile(r"\b[Bb]l\.\s?a\."), "blant annet"),
    (re.compile(r"\b[Ff]\.\s?eks\."), "for eksempel"),
    (re.compile(r"\b[Jj]fr?\."), "jamfør"),
    (re.compile(r"\b[Nn]r\.(?=\s*\d)"), "nummer"),
    (re.compile(r"\b[Kk]ap\.(?=\s*\d)"), "kapittel"),
    (re.compile(r"\b[Pp]kt\.(?=\s*\d)"), "punkt"),
    (re.compile(r"\b[Dd]vs\."), "det vil si"),
    (re.compile(r"\bosv\."), "og så videre."),
    (re.compile(r"\bm\.?v\."), "med videre."),
    (re.compile(r"\bo\.\s?l\."), "og lignende."),
    (re.compile(r"\b[Ee]vt?\."), "eventuelt"),
    (re.compile(r"\b[Cc]a\."), "cirka"),
    (re.compile(r"\bpga\.|\bp\.\s?g\.\s?a\."), "på grunn av"),
    (re.compile(r"\binkl\."), "inkludert"),
)


class Sentence(NamedTuple):
    """One sentence and where it stands in its text, in characters."""

    start: int
    end: int
    text: str


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text in order, without the blanks between them; together they hold every word."""
    found: list[Sentence] = []
    for start, end in _ranges(text):
        found += _cut(text, start, end)
    return tuple(found)


def said(sentence: str) -> str:
    """Return a Norwegian sentence as it is said: «§ 4-2» as «paragraf 4-2», abbreviations in full."""
    words = " ".join(sentence.split())
    for written, spoken in _SAID:
        words = written.sub(spoken, words)
    return re.sub(r"\.{2}$", ".", words)


def _ranges(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _END.finditer(text):
        if mark[0][0] != "\n" and not _ends(text, start, mark):
            continue
        yield start, mark.end()
        start = mark.end()
    yield start, len(text)


def _ends(text: str, start: int, mark: re.Match[str]) -> bool:
    """Say whether a sentence that began at ``start`` ends with these dots or marks."""
    after = _NEXT.match(text, mark.end())
    if after is None or "\n" in text[mark.end() : after.start(1)]:
        return True
    follows = after[1]
    if mark[0] != ".":
        return not follows.islower()
    # Far back enough for any abbreviation, and no farther: a text without blanks takes no longer.
    before = _WORD_BEFORE.search(text, max(start, mark.start() - 40), mark.start())
    word = before[0].casefold() if before else ""
    if word in _NEVER_LAST or (len(word) == 1 and word.isalpha()):
        return False
    if word.isdigit() and len(word) < 4:
        # «14.» ends a sentence, «1. juni» does not, and neither does the number of a point in a list.
        return follows.isupper() and bool(text[start : mark.start() - len(word)].strip())
    return follows.isupper() or follows.isdigit() if word in _MAYBE_LAST else not follows.islower()


def _cut(text: str, start: int, end: int) -> Iterator[Sentence]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    while end - start > LONGEST:
        gap = _GAP.match(text, start, start + LONGEST + 1)
        stop = gap.end() if gap and gap.end() > start + LONGEST // 2 else start + LONGEST
        yield from _cut(text, start, stop)
        start = stop
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield Sentence(start, end, text[start:end])
