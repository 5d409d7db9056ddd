"""What the Enter key does in kurs-Markdown: the next item of a list, of a task list, of a quote; or the end of it."""

from __future__ import annotations

import re
from typing import NamedTuple

INDENT = 2
"""Spaces that put a line one step further in."""

_LEAD = re.compile(
    r"(?P<quote> *(?:> ?)+)?(?P<indent> *)"
    r"(?P<item>(?:[-*+]|(?P<number>\d{1,9})(?P<dot>[.)]))(?P<gap> +)(?P<box>\[[ xX]\](?: +|$))?)?"
)
_FEEDBACK = re.compile(r" {1,4}> ?$")
NEW_OPTION = "- [ ] "
FEEDBACK = "  > "
_EMPTY_OPTION = re.compile(r" *[-*+] \[[ xX]\] *$")


class Break(NamedTuple):
    """Put ``text`` in place of the characters of the line from ``start`` up to before ``end``, counted from 0."""

    start: int
    end: int
    text: str


def break_line(line: str, at: int) -> Break:
    """Return what Enter does at a place in a line."""
    lead = _lead(line)
    after = at + len(line[at:]) - len(line[at:].lstrip(" "))
    if not line[lead.end() :].strip() and at >= lead.end() and (lead["quote"] or lead["item"]):
        return _end_of_list(line, lead)
    if at < lead.end():
        return Break(at, at, "\n")
    if not line.strip():
        return Break(0, len(line), "\n")
    return Break(at, after, f"\n{lead['quote'] or ''}{lead['indent']}{_next_mark(lead)}")


def soft_break(line: str, at: int) -> Break:
    """Return what Shift+Enter does: the same item or quote goes on, on a line of its own."""
    lead = _lead(line)
    if at < lead.end():
        return Break(at, at, "\n")
    after = at + len(line[at:]) - len(line[at:].lstrip(" "))
    return Break(at, after, f"\n{lead['quote'] or ''}{lead['indent']}{' ' * len(_mark(lead))}")


def feedback_instead(line: str) -> str | None:
    """Return the beginning of a feedback in place of an option that has no words, or None where the line is another."""
    return FEEDBACK if _EMPTY_OPTION.match(line) else None


def shifted(line: str, steps: int) -> str:
    """Return a line further in (``steps`` 1) or out (-1); a blank line stays as it is."""
    if steps > 0:
        return " " * INDENT + line if line.strip() else line
    return line[min(INDENT, len(line) - len(line.lstrip(" "))) :]


def begins_item(line: str) -> bool:
    """Say whether a line begins an item of a list."""
    return _lead(line)["item"] is not None


def _lead(line: str) -> re.Match[str]:
    found = _LEAD.match(line)
    # Every part of it may be missing, so it is found in any line.
    assert found is not None
    return found


def _end_of_list(line: str, lead: re.Match[str]) -> Break:
    """Return what Enter does where an item or a quote has no words: it was one too many.

    A blank line comes in its place: words right under a list or a quote would belong to it.
    """
    if lead["item"] is None:
        return Break(0, len(line), NEW_OPTION if _FEEDBACK.match(line) else "\n")
    begin = len(lead["quote"] or "")
    if len(lead["indent"]) >= INDENT:
        return Break(begin, begin + INDENT, "")
    return Break(begin, len(line), "" if begin else "\n")


def _mark(lead: re.Match[str]) -> str:
    """Return an item's mark without its box: what the lines of its paragraph stand in line with."""
    return (lead["item"] or "").removesuffix(lead["box"] or "")


def _next_mark(lead: re.Match[str]) -> str:
    if lead["item"] is None:
        return ""
    mark = f"{int(lead['number']) + 1}{lead['dot']}{lead['gap']}" if lead["number"] else _mark(lead)
    return mark + "[ ] " if lead["box"] else mark
