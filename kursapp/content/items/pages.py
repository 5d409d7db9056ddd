"""What the heading and the settings of a page make it: text, a graded quiz, or an evaluation form."""

from __future__ import annotations

import re

from kursapp.content.items.heading import FARTHEST_COLON
from kursapp.content.items.item import Context
from kursapp.content.items.values import bad_setting
from kursapp.content.keywords import EVALUATION_TYPES, PAGES
from kursapp.content.lines import Line, heading_of
from kursapp.content.repair import Edit
from kursapp.content.settings import Settings, report_unknown
from kursapp.domain.course import EvaluationSettings, EvaluationType, PageKind
from kursapp.domain.matching_text import same_text

EVALUATION_KEYS = ("id", "type", "same_as", "minutes", "goals")
"""Settings of an evaluation page."""

_HEAD = re.compile(r"[*_]{0,3}(?P<word>[^\W\d_]{2,20})[*_]{0,3} *\d{0,3} *[*_]{0,3} *$")


def open_page(heading: str) -> tuple[PageKind, str]:
    """Return what a ``##`` heading's text makes its page, and the page's title.

    The keyword stays out of the title; a heading that is nothing but the keyword is its own title.
    """
    head, colon, title = heading.partition(":")
    found = _HEAD.match(head) if len(head) <= FARTHEST_COLON else None
    name = _page(found["word"]) if found and colon else None
    if name is None:
        return PageKind.TEXT, heading
    plain = title.strip()
    if head.startswith(("*", "_")):
        plain = plain.strip("*_").strip()
    return PageKind(name), plain or PAGES.word(name).capitalize()


def _page(word: str) -> str | None:
    """Return the keyword a word is, also with a slip in it: a form nobody recognises would lose all its items."""
    found = PAGES.find(word)
    return found or next((PAGES.find(known) for known in PAGES.words() if same_text(word, known)), None)


def _report_misspelt(heading: Line, context: Context) -> None:
    found = heading_of(heading)
    word = _HEAD.match(found.text.partition(":")[0]) if found else None
    if found is None or word is None or PAGES.find(word["word"]):
        return
    right = PAGES.word("evaluation").capitalize()
    start = found.column + word.start("word")
    edit = Edit(heading.number, start, start + len(word["word"]), right)
    context.report("misspelt-keyword", heading.number, start, repair=[edit], written=word["word"], keyword=right)


def evaluation_settings(settings: Settings, heading: Line, context: Context) -> EvaluationSettings:
    """Return what kind of form a page is; one that does not say is a form for a day, with a finding."""
    _report_misspelt(heading, context)
    report_unknown(settings, EVALUATION_KEYS, PAGES.word("evaluation"), context.report)
    same_as = settings.value("same_as")
    written = settings.get("type")
    name = EVALUATION_TYPES.find(written.value) if written else None
    if written and name is None:
        bad_setting(written, context, "evaluation-type")
    elif name is None:
        context.report("no-evaluation-type", heading.number)
    return EvaluationSettings(EvaluationType(name or "day"), same_as)
