"""What the insert menu writes into a draft, and where: text in the course's language, with ids the course has free."""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Container, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from kursapp.content.fixing import ids_of
from kursapp.content.items.links import choice_link
from kursapp.content.items.marks import answer_line, call_out_of, is_quote, item_mark
from kursapp.content.lines import Line, heading_of, is_rule
from kursapp.content.media import media_kind
from kursapp.content.repair import Edit
from kursapp.content.slugs import ascii_id
from kursapp.content.source import TAB_STOP, lines_of
from kursapp.content.standing import ITEM_LEVEL, Part, Standing, is_row, standing
from kursapp.content.templates import Written, id_base, write_template
from kursapp.domain.course import PageKind
from kursapp.domain.problem import KursappError, refusal
from kursapp.services.draft import Draft
from kursapp.texts.insertions import INSERTED
from kursapp.texts.phrases import Phrases

QUESTIONS = (
    "single",
    "multiple",
    "true_false",
    "dilemma",
    "order",
    "match",
    "number",
    "date",
    "short_answer",
    "gaps",
)
OWN_WORK = ("reflection", "workbook_table", "workbook_boxes", "workbook_text", "checklist")
CASES = ("case", "scene")
CALL_OUTS = ("note", "tip", "important", "warning", "law", "reflect", "group", "role", "instructor")
FORM_ITEMS = ("scale", "before_now", "choice", "multiple_choice", "amount", "ranking", "text")
PAGES = ("page", "quiz", "evaluation", "session")
OTHERS = ("table",)
KINDS = QUESTIONS + OWN_WORK + CASES + CALL_OUTS + FORM_ITEMS + PAGES + OTHERS
"""Everything there is a structure for. Figures and media are written by ``figure``, once there is a file."""

SCENE_ITEM_LEVEL = 5
RULE = "---\n\n"
"""What ends an item before a list or a table that would be taken for a part of it."""

_LISTS = ("checklist", "table")
_HEADED = frozenset(QUESTIONS + OWN_WORK[:-1] + ("case",) + FORM_ITEMS)


@dataclass(frozen=True, slots=True)
class Insertion:
    """Whole lines to put in after a line (0: before the first).

    ``select_line`` (of the whole text afterwards), ``select_from`` and ``select_to`` (columns from 1) are the first
    words to write over.
    """

    after: int
    lines: tuple[str, ...]
    select_line: int
    select_from: int
    select_to: int

    def edit(self, texts: Sequence[str]) -> Edit:
        """Return the one edit that makes it in a file of these lines."""
        if not self.after:
            return Edit(1, 1, 1, "".join(f"{line}\n" for line in self.lines))
        end = len(texts[self.after - 1].expandtabs(TAB_STOP)) + 1
        return Edit(self.after, end, end, "".join(f"\n{line}" for line in self.lines))


def insertion(
    kind: str, texts: Sequence[str], line: int, *, file: str, language: str, taken: Container[str] = ()
) -> Insertion:
    """Return what a kind of ``KINDS`` puts into a file whose lines are ``texts``, with the cursor at ``line``.

    What stands there is not cut in two: it comes after the paragraph or item the cursor is in, a page after the page.
    ``taken`` are the ids of the course; those of this text are found here.

    Raises KursappError where the kind has no meaning: ``insert-into-cover``, ``insert-no-evaluation``,
    ``insert-not-in-evaluation``, ``insert-no-case``, ``insert-into-item``, ``insert-not-empty``.
    """
    lines = lines_of(texts or [""])
    at = _below_title(lines, line)
    stands = standing(file, lines, at)
    _refuse_misplaced(kind, lines, stands)
    after = _place(kind, lines, at, stands)
    level = SCENE_ITEM_LEVEL if stands.case_line and kind != "case" else ITEM_LEVEL
    written = write_template(kind, language, Phrases(INSERTED, language), _free_id(kind, texts, taken), level)
    if kind in _LISTS and stands.item and stands.item not in CASES:
        if stands.case_line:
            raise refusal("insert-into-item")
        written = Written(f"{RULE}{written.text}", written.start + len(RULE), written.end + len(RULE))
    return _with_room(written, lines, after)


def figure(path: str, alt: str, file: str, caption: str = "") -> str:
    """Return the paragraph that shows a picture, sound or film. ``path`` is the course's; the link is ``file``'s."""
    link = posixpath.relpath(path, posixpath.dirname(file) or ".").replace("%", "%25").replace("#", "%23")
    if re.search(r"[()<>\s]", link):
        link = quote(link, safe="/._-~æøåÆØÅ,+@%")
    title = f' "{_one_line(caption).replace(chr(34), "”")}"' if caption.strip() else ""
    words = re.sub(r"([\\\[\]])", r"\\\1", _one_line(alt))
    return f"![{words}]({link}{title})"


def kind_of_file(name: str) -> str:
    """Return ``image``, ``sound``, ``film`` or nothing: what a file of this name would be in a course."""
    return media_kind(name)


def paragraph(text: str, texts: Sequence[str], line: int, *, file: str) -> Insertion:
    """Return a paragraph to put in where the cursor is, after what it is in; nothing in it is to be written over."""
    lines = lines_of(texts or [""])
    at = _below_title(lines, line)
    after = _after_item(lines, at, standing(file, lines, at))
    return _with_room(Written(text, len(text), len(text)), lines, after)


def ids_in_draft(draft: Draft) -> frozenset[str]:
    """Return every id written in the files of a draft as they are on the disk; a file that cannot be read has none."""
    found: set[str] = set()
    for file in draft.texts():
        with contextlib.suppress(KursappError):
            found |= ids_of([draft.read(file).text])
    return frozenset(found)


def _refuse_misplaced(kind: str, lines: Sequence[Line], stands: Standing) -> None:
    """Refuse what would be an error where the cursor is, and say where it belongs."""
    if kind == "session":
        if any(not line.blank for line in lines):
            raise refusal("insert-not-empty")
    elif stands.part is Part.COVER:
        raise refusal("insert-into-cover")
    elif kind in FORM_ITEMS and stands.page is not PageKind.EVALUATION:
        raise refusal("insert-no-evaluation")
    elif kind == "scene" and not stands.case_line:
        raise refusal("insert-no-case")
    elif kind == "checklist" and stands.page is PageKind.EVALUATION:
        raise refusal("insert-not-in-evaluation")


def _below_title(lines: Sequence[Line], line: int) -> int:
    """Return the line the cursor is at, or the title's where it is above that: in the front matter, say."""
    at = max(1, min(line, len(lines)))
    for each in lines:
        heading = heading_of(each)
        if heading:
            return max(at, each.number) if heading.level == 1 else at
    return at


def _place(kind: str, lines: Sequence[Line], at: int, stands: Standing) -> int:
    """Return the number of the line after which a kind is put in."""
    if kind == "session":
        return 0
    if kind in PAGES:
        return _before_heading(lines, at, 2)
    if kind == "case" and stands.case_line:
        return _before_heading(lines, at, ITEM_LEVEL)
    if kind == "scene":
        return _before_heading(lines, at, ITEM_LEVEL + 1)
    after = _after_item(lines, at, stands)
    return _after_lists(lines, after) if kind in _HEADED else after


def _after_lists(lines: Sequence[Line], after: int) -> int:
    """Return the end of the lists and tables after a line: an item put in before them would take them for its own."""
    while (start := _next_words(lines, after)) is not None and _goes_on(lines[start - 1]):
        if choice_link(lines[start - 1].text.lstrip(" -*+")):
            break
        after = _paragraph_end(lines, start)
    return after


def _before_heading(lines: Sequence[Line], at: int, level: int) -> int:
    """Return the last line with words before the next heading of a level or higher; a ``---`` ends what is lower."""
    end = len(lines)
    for line in lines[at:]:
        heading = heading_of(line)
        if (heading and heading.level <= level) or (level > 2 and is_rule(line)):
            end = line.number - 1
            break
    while end > at and lines[end - 1].blank:
        end -= 1
    return end


def _after_item(lines: Sequence[Line], at: int, stands: Standing) -> int:
    """Return the last line of the paragraph the cursor is in, or of the item where that goes on below it."""
    end = _paragraph_end(lines, at)
    if not stands.item or stands.item in CASES:
        return end
    answered = any(_answers(line) for line in lines[stands.item_line : end])
    while (start := _next_words(lines, end)) is not None:
        line = lines[start - 1]
        closes = call_out_of(line) is not None if is_quote(line) else answered and not _goes_on(line)
        if heading_of(line) or is_rule(line) or closes:
            break
        end = _paragraph_end(lines, start)
        answered = answered or any(_answers(each) for each in lines[start - 1 : end])
    return end


def _paragraph_end(lines: Sequence[Line], at: int) -> int:
    """Return the last line of the lines without a blank one between them; the line itself where it is blank."""
    if not at or (lines[at - 1].blank and not lines[at - 1].fenced):
        return at
    while at < len(lines) and (lines[at].fenced or not lines[at].blank) and not heading_of(lines[at]):
        at += 1
    return at


def _next_words(lines: Sequence[Line], after: int) -> int | None:
    """Return the number of the first line that is not blank after a line, or None."""
    return next((line.number for line in lines[after:] if not line.blank), None)


def _answers(line: Line) -> bool:
    """Say whether a line holds what an item is answered with, or what is said to the answer."""
    return _goes_on(line) or "[[" in line.text


def _goes_on(line: Line) -> bool:
    """Say whether a line can only belong to the item before it."""
    plain = is_quote(line) and call_out_of(line) is None
    return plain or item_mark(line) is not None or is_row(line) or answer_line(line) is not None or line.text[:1] == " "


def _free_id(kind: str, texts: Sequence[str], taken: Container[str]) -> str:
    """Return an id nobody has: ``sporsmal-1``, ``sporsmal-2`` …, and none that another's parts begin with."""
    base = ascii_id(id_base(kind))
    here = ids_of(texts)
    number = 1
    while any(f"{base}-{number}{part}" in group for group in (here, taken) for part in ("", "-1", "-a")):
        number += 1
    return f"{base}-{number}"


def _with_room(written: Written, lines: Sequence[Line], after: int) -> Insertion:
    """Put a blank line before and after where there is none."""
    body = written.text.rstrip("\n").split("\n")
    before = [""] if after and not lines[after - 1].blank else []
    room = [""] if after < len(lines) and not lines[after].blank else []
    ahead = written.text[: written.start]
    line = after + len(before) + ahead.count("\n") + 1
    column = written.start - (ahead.rfind("\n") + 1) + 1
    return Insertion(after, tuple(before + body + room), line, column, column + written.end - written.start)


def _one_line(text: str) -> str:
    return " ".join(text.split())
