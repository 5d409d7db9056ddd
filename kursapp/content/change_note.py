"""What a change note says: words to the participants, and the questions whose key was wrong.

A line ``omrett: d1-frist, d2-melding`` names the questions whose earlier answers are to be scored by the new key.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kursapp.content.keywords import NOTE

_LINE = re.compile(r"\s*(?:[-*] +)?(?P<word>[^\W\d_]+)\s*:\s*(?P<ids>.+?)\s*$")
_BETWEEN = re.compile(r"[,;\s]+")


@dataclass(frozen=True, slots=True)
class ChangeNote:
    """``words`` are what people read; ``corrections`` the ids of the questions to score anew, each once."""

    words: str = ""
    corrections: tuple[str, ...] = ()


def read_change_note(text: str) -> ChangeNote:
    """Part a note into its words and the questions it corrects."""
    words: list[str] = []
    ids: list[str] = []
    for line in text.splitlines():
        found = _LINE.match(line)
        if found and NOTE.find(found["word"]) == "rescore":
            ids += [part for part in _BETWEEN.split(found["ids"]) if part]
        else:
            words.append(line.rstrip())
    return ChangeNote("\n".join(words).strip(), tuple(dict.fromkeys(ids)))


def write_change_note(words: str, corrections: Sequence[str], language: str = "nb") -> str:
    """Return a note as it is written: the words, then the line that names the questions."""
    lines = [words.strip()] if words.strip() else []
    if corrections:
        lines.append(f"{NOTE.word('rescore', language)}: {', '.join(corrections)}")
    return "\n\n".join(lines)
