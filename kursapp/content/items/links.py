"""Links inside a case: the ``#`` link a choice begins with, and the scene it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from kursapp.content.nearest import nearest
from kursapp.content.slugs import slug


@dataclass(frozen=True, slots=True)
class ChoiceLink:
    """The words of a choice, and the target after ``#`` as written."""

    text: str
    target: str


def choice_link(text: str) -> ChoiceLink | None:
    """Return the ``#`` link a text begins with, words after it included; None where it begins otherwise."""
    close = _closing_bracket(text)
    if close < 0 or not text.startswith("(", close + 1):
        return None
    end = text.find(")", close)
    target = text[close + 2 : end].strip() if end >= 0 else ""
    target = target.removeprefix("<").removesuffix(">")
    if not target.startswith("#") or any(letter.isspace() for letter in target):
        return None
    return ChoiceLink((text[1:close] + text[end + 1 :]).strip(), target[1:])


def _closing_bracket(text: str) -> int:
    """Return where the bracket a text begins with is closed, or -1."""
    depth, at = 0, 0
    if not text.startswith("["):
        return -1
    while at < len(text):
        if text[at] == "\\":
            at += 1
        else:
            depth += (text[at] == "[") - (text[at] == "]")
            if not depth:
                return at
        at += 1
    return -1


@dataclass(frozen=True, slots=True)
class Targets:
    """Where links can lead: each name an author may use, and the id it stands for."""

    names: dict[str, str]

    @classmethod
    def of(cls, places: Iterable[tuple[str, str, str]]) -> Targets:
        """Make targets of ``(id, whole heading, title)``: ids come before whole slugs, these before slugs of titles."""
        places = tuple(places)
        names = {place_id: place_id for place_id, _, _ in places}
        for part in (1, 2):
            for place in places:
                names.setdefault(slug(place[part]), place[0])
        names.pop("", None)
        return cls(names)

    def find(self, written: str) -> str | None:
        """Return the id a target as written stands for, or None."""
        plain = unquote(written)
        return self.names.get(plain) or self.names.get(slug(plain))

    def nearest(self, written: str) -> str:
        """Return the name most like a target that leads nowhere, or an empty text."""
        return nearest(slug(unquote(written)), self.names)
