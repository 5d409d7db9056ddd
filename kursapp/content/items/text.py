"""The lines of one item, as written and without comments, and the edits that mend them."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.content.comments import Cleaned, Comment, take_comments
from kursapp.content.lines import Line
from kursapp.content.repair import Edit
from kursapp.content.settings import Settings, gather, is_settings, parse_comment


class Text:
    """An item's body. ``lines`` are without comments; ``used_comments`` grows as readers take settings from them."""

    def __init__(self, body: Sequence[Line]) -> None:
        self._cleaned: Cleaned = take_comments(body)
        self._raw = {line.number: line for line in body}
        self._taken: set[tuple[int, int]] = set()
        self.lines = self._cleaned.lines

    def is_comment(self, at: int) -> bool:
        """Say whether a line is blank only because a comment was taken from it."""
        line = self.lines[at]
        return line.blank and (line.hidden or bool(self._cleaned.on(line.number)))

    def settings(self, first: int, last: int, separator: str = "|") -> Settings:
        """Take the settings from the comments that begin on lines ``first`` to ``last`` (line numbers)."""
        comments = [comment for number in range(first, last + 1) for comment in self._cleaned.on(number)]
        return self.take(comments, separator)

    def take(self, comments: Sequence[Comment], separator: str = "|") -> Settings:
        """Take settings from these comments: they stand where they belong."""
        self._taken.update((comment.line, comment.column) for comment in comments)
        return gather(comments, separator)

    def comments(self, number: int) -> tuple[Comment, ...]:
        """Return the comments that begin on a line."""
        return self._cleaned.on(number)

    def misplaced(self, last: int) -> list[tuple[Comment, str]]:
        """Return the comments up to line ``last`` that set something nobody took, each with its first key."""
        found = []
        for number, comments in self._cleaned.comments.items():
            for comment in comments:
                taken = (comment.line, comment.column) in self._taken
                if number <= last and not taken and is_settings(comment):
                    keys = [part.name for part in parse_comment(comment) if part.key != "facts"]
                    found += [(comment, keys[0])] if keys else []
        return found

    def raw(self, number: int) -> str:
        """Return a line as written."""
        return self._raw[number].text

    def end(self, number: int) -> int:
        """Return the column after the last letter of a line as written."""
        return len(self.raw(number).rstrip()) + 1

    def quote_column(self, number: int) -> int:
        """Return the column where the words of a quoted line begin."""
        raw = self.raw(number)
        after = raw.find(">") + 1
        return after + (2 if raw[after : after + 1] == " " else 1)

    def indented(self, lines: Sequence[Line], spaces: int = 2) -> list[Edit]:
        """Return the edits that move lines to an indent of ``spaces``."""
        found = []
        for line in lines:
            raw = self.raw(line.number)
            found.append(Edit(line.number, 1, len(raw) - len(raw.lstrip(" ")) + 1, " " * spaces))
        return found
