"""What the insert menu writes: one structure for every kind, filled with the words of the course's language.

In a structure ``{#}`` is the heading's marks, ``{id}`` the new id, ``{table.name}`` a word of ``content.keywords`` (in
capitals as the table's name is), and every other ``{name}`` a phrase to write over. The one with a star is the first:
it is selected once the text stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kursapp.content import keywords

_TABLES = {
    "items": keywords.ITEMS,
    "forms": keywords.EVALUATION_ITEMS,
    "pages": keywords.PAGES,
    "variants": keywords.VARIANTS,
    "settings": keywords.SETTINGS,
    "front": keywords.FRONT_MATTER,
    "labels": keywords.LABELS,
    "answer": keywords.ANSWER,
    "call": keywords.CALL_OUTS,
    "truth": keywords.TRUE_FALSE,
    "endings": keywords.ENDINGS,
    "types": keywords.EVALUATION_TYPES,
    "ranges": keywords.RANGES,
    "apart": keywords.APART,
}

_SLOT = re.compile(r"\{(?P<first>\*?)(?P<name>[A-Za-z_][\w.-]*|#)\}")

_QUESTION = "{#} {Items.question}: {*ask}\n<!-- id: {id} -->\n"
_VARIANT = "{#} {Items.question} ({variants.%s}): {*ask}\n<!-- id: {id} -->\n"
_EXPLANATION = "\n> **{Labels.explanation}:** {explain}\n"
_RIGHT_WRONG = "\n> **{Labels.right}:** {right-words}\n\n> **{Labels.wrong}:** {wrong-words}\n"

TEMPLATES: dict[str, str] = {
    "single": _QUESTION
    + "- [ ] {option-1} <!-- id: {id}-a -->\n"
    + "  > {why-wrong}\n"
    + "- [x] {option-right} <!-- id: {id}-b -->\n"
    + "  > {why-right}\n"
    + "- [ ] {option-2} <!-- id: {id}-c -->\n"
    + "  > {why-wrong}\n"
    + _EXPLANATION,
    "multiple": _QUESTION
    + "- [x] {option-right} <!-- id: {id}-a -->\n"
    + "  > {why-right}\n"
    + "- [ ] {option-1} <!-- id: {id}-b -->\n"
    + "  > {why-wrong}\n"
    + "- [x] {option-right-2} <!-- id: {id}-c -->\n"
    + "  > {why-right}\n"
    + _EXPLANATION,
    "true_false": "{#} {Items.question}: {*claim}\n<!-- id: {id} -->\n"
    "- [ ] {Truth.true} <!-- id: {id}-a -->\n"
    "  > {why-wrong}\n"
    "- [x] {Truth.false} <!-- id: {id}-b -->\n"
    "  > {why-right}\n",
    "dilemma": _VARIANT % "discuss"
    + "- [ ] {option-1} <!-- id: {id}-a -->\n"
    + "  > {speaks-for-against}\n"
    + "- [ ] {option-2} <!-- id: {id}-b -->\n"
    + "  > {speaks-for-against}\n",
    "order": _VARIANT % "order"
    + "1. {step-1} <!-- id: {id}-a -->\n"
    + "2. {step-2} <!-- id: {id}-b -->\n"
    + "3. {step-3} <!-- id: {id}-c -->\n"
    + _EXPLANATION,
    "match": _VARIANT % "match"
    + "| {left} | {right} |\n"
    + "|---|---|\n"
    + "| {left-1} <!-- id: {id}-a --> | {right-1} |\n"
    + "| {left-2} <!-- id: {id}-b --> | {right-2} |\n"
    + _EXPLANATION,
    "number": _VARIANT % "number" + "{Answer.answer}: 12 ± 1\n" + _RIGHT_WRONG,
    "date": _VARIANT % "date" + "{Answer.answer}: 2026-03-09\n" + _RIGHT_WRONG,
    "short_answer": _VARIANT % "short_answer" + "{Answer.answer}: {spelling-1} / {spelling-2}\n" + _RIGHT_WRONG,
    "gaps": "{#} {Items.question} ({variants.gaps}): {*fill-in}\n<!-- id: {id} -->\n"
    "{gap-before} [[{gap-answer} / {gap-spelling}]]. "
    "{gap-between} [[{menu-right} / ({menu-wrong}) / {menu-wrong-2}]].\n"
    "\n> **{Labels.explanation}:** {explain}\n",
    "reflection": "{#} {Items.reflection}: {*wonder}\n<!-- id: {id} -->\n"
    "{think-about}\n\n> **{Labels.example}:** {example}\n",
    "workbook_table": "{#} {Items.workbook}: {*product}\n"
    "<!-- id: {id} | {settings.minutes}: 15 | "
    "{settings.columns}: {likelihood} 1–5; {consequence} 1–5; {risk} = {likelihood} × {consequence} -->\n"
    "| {event} <!-- {settings.column}: k1 --> | {likelihood} <!-- {settings.column}: k2 --> "
    "| {consequence} <!-- {settings.column}: k3 --> | {risk} <!-- {settings.column}: k4 --> "
    "| {measure} <!-- {settings.column}: k5 --> |\n"
    "|---|---|---|---|---|\n"
    "| {row-1} <!-- {settings.row}: r1 --> | | | | |\n"
    "| {row-2} <!-- {settings.row}: r2 --> | | | | |\n"
    "| | | | | |\n",
    "workbook_boxes": "{#} {Items.workbook}: {*product}\n<!-- id: {id} -->\n"
    "- [ ] {to-do-1} <!-- id: {id}-a -->\n"
    "- [ ] {to-do-2} <!-- id: {id}-b -->\n",
    "workbook_text": "{#} {Items.workbook}: {*product}\n<!-- id: {id} -->\n{think-about}\n",
    "case": "### {Items.case}: {*case-title}\n<!-- id: {id} | {settings.axes}: {axis} -->\n"
    "{case-story}\n\n"
    "- [{choice-1}](#{id}-1) <!-- id: {id}-a -->\n"
    "  > {told}\n"
    "  > **{Axis} +1:** {why-axis}\n"
    "- [{choice-2}](#{id}-2) <!-- id: {id}-b -->\n"
    "  > {told}\n"
    "  > **{Axis} −1:** {why-axis}\n\n"
    "#### {Items.scene}: {scene-1}\n<!-- id: {id}-1 | {settings.ending}: {endings.good} -->\n{scene-story}\n\n"
    "#### {Items.scene}: {scene-2}\n<!-- id: {id}-2 | {settings.ending}: {endings.weak} -->\n{scene-story}\n",
    "scene": "- [{*choice-1}](#{id}) <!-- id: {id}-a -->\n  > {told}\n\n"
    "#### {Items.scene}: {scene-1}\n<!-- id: {id} | {settings.ending}: {endings.good} -->\n{scene-story}\n",
    "group": "> [!{CALL.group}]\n> {settings.time}: 10\n>\n> {*group-task}\n",
    "role": "> [!{CALL.role}] {*role-name}\n> {role-text}\n",
    "table": "| {*column-1} | {column-2} |\n|---|---|\n| {cell-1} | {cell-2} |\n| {cell-3} | {cell-4} |\n",
    "checklist": "- [ ] {*to-do-1} <!-- id: {id}-a -->\n- [ ] {to-do-2} <!-- id: {id}-b -->\n",
    "page": "## {*page-title}\n<!-- id: {id} -->\n{page-text}\n",
    "quiz": "## {Pages.quiz}: {*quiz-title}\n"
    "<!-- id: {id} | {settings.pass}: 70 % | {settings.tries}: 2 -->\n"
    "> **{ranges.under} 70 %:** {not-passed}\n"
    "> **70–100 %:** {passed}\n\n"
    "### {Items.question}: {ask}\n<!-- id: {id}-1 -->\n"
    "- [ ] {option-1} <!-- id: {id}-1-a -->\n"
    "  > {why-wrong}\n"
    "- [x] {option-right} <!-- id: {id}-1-b -->\n"
    "  > {why-right}\n"
    "- [ ] {option-2} <!-- id: {id}-1-c -->\n"
    "  > {why-wrong}\n",
    "evaluation": "## {Pages.evaluation}: {*form-title}\n<!-- id: {id} | type: {types.day} -->\n{form-text}\n\n"
    "### {Forms.scale}: {how-agreed}\n<!-- id: {id}-1 -->\n"
    "| | {agree-1} | {agree-2} | {agree-3} | {agree-4} | {agree-5} | {Apart.unknown} |\n"
    "|---|---|---|---|---|---|---|\n"
    "| {statement-1} <!-- id: {id}-1-a --> | | | | | | |\n"
    "| {statement-2} <!-- id: {id}-1-b --> | | | | | | |\n\n"
    "### {Forms.text}: {what-better}\n<!-- id: {id}-2 -->\n",
    "session": "---\nid: {id}\n{front.minutes}: 1\n---\n# {*session-title}\n\n{session-text}\n\n"
    "## {page-title}\n<!-- id: {id}-1 -->\n{page-text}\n",
    "scale": "### {Forms.scale}: {*how-agreed}\n<!-- id: {id} -->\n"
    "| | {agree-1} | {agree-2} | {agree-3} | {agree-4} | {agree-5} | {Apart.unknown} |\n"
    "|---|---|---|---|---|---|---|\n"
    "| {statement-1} <!-- id: {id}-a --> | | | | | | |\n"
    "| {statement-2} <!-- id: {id}-b --> | | | | | | |\n",
    "before_now": "### {Forms.before_now}: {*how-mastered}\n<!-- id: {id} -->\n"
    "| | {master-1} | {master-2} | {master-3} | {master-4} | {master-5} |\n"
    "|---|---|---|---|---|---|\n"
    "| {skill-1} <!-- id: {id}-a --> | | | | | |\n"
    "| {skill-2} <!-- id: {id}-b --> | | | | | |\n",
    "choice": "### {Forms.choice}: {*ask}\n<!-- id: {id} -->\n"
    "- {answer-1} <!-- id: {id}-a -->\n- {answer-2} <!-- id: {id}-b -->\n- {other}: ___ <!-- id: {id}-c -->\n",
    "multiple_choice": "### {Forms.multiple}: {*ask}\n<!-- id: {id} -->\n"
    "- {answer-1} <!-- id: {id}-a -->\n- {answer-2} <!-- id: {id}-b -->\n- {other}: ___ <!-- id: {id}-c -->\n",
    "amount": "### {Forms.number}: {*recommend}\n<!-- id: {id} -->\n"
    "{Ranges.from} 0 ({not-at-all}) {ranges.to} 10 ({very-much})\n",
    "ranking": "### {Forms.ranking}: {*most-useful}\n<!-- id: {id} -->\n"
    "- {answer-1} <!-- id: {id}-a -->\n- {answer-2} <!-- id: {id}-b -->\n- {answer-3} <!-- id: {id}-c -->\n",
    "text": "### {Forms.text}: {*what-better}\n<!-- id: {id} -->\n",
    **{
        name: "> [!{CALL.name}]\n> {*call-name}\n".replace("name", name)
        for name in ("note", "tip", "important", "warning", "law", "reflect", "instructor")
    },
}
"""The structures by kind, in the order they are shown."""

_BASES = {
    **dict.fromkeys(
        ("single", "multiple", "true_false", "dilemma", "order", "match", "number", "date", "short_answer", "gaps"),
        keywords.ITEMS.word("question"),
    ),
    **dict.fromkeys(("workbook_table", "workbook_boxes", "workbook_text"), keywords.ITEMS.word("workbook")),
    "reflection": keywords.ITEMS.word("reflection"),
    "case": "case",
    "scene": "scene",
    "checklist": "sjekkliste",
    "page": "side",
    "session": "okt",
    "quiz": "quiz",
    "evaluation": keywords.PAGES.word("evaluation"),
    "scale": keywords.EVALUATION_ITEMS.word("scale"),
    "before_now": keywords.EVALUATION_ITEMS.word("before_now"),
    "choice": keywords.EVALUATION_ITEMS.word("choice"),
    "multiple_choice": keywords.EVALUATION_ITEMS.word("multiple"),
    "amount": keywords.EVALUATION_ITEMS.word("number"),
    "ranking": keywords.EVALUATION_ITEMS.word("ranking"),
    "text": keywords.EVALUATION_ITEMS.word("text"),
}
"""What a new id begins with."""


class Written(NamedTuple):
    """A filled structure, and where its first phrase begins and ends in it."""

    text: str
    start: int
    end: int


def id_base(kind: str) -> str:
    """Return the words a new id of a kind is made from, empty where the kind has no id."""
    return _BASES.get(kind, "")


def write_template(kind: str, language: str, phrase: Callable[[str], str], new_id: str, level: int = 3) -> Written:
    """Fill the structure of a kind; KeyError for one there is none of.

    ``phrase`` answers what a name says in the course's language; ``level`` is that of an item's heading.
    """
    out: list[str] = []
    start = end = length = at = 0
    structure = TEMPLATES[kind]
    for slot in _SLOT.finditer(structure):
        words = _words(slot["name"], language, phrase, new_id, level)
        out += [structure[at : slot.start()], words]
        length += slot.start() - at + len(words)
        at = slot.end()
        if slot["first"]:
            start, end = length - len(words), length
    return Written("".join([*out, structure[at:]]), start, end)


def _words(name: str, language: str, phrase: Callable[[str], str], new_id: str, level: int) -> str:
    if name == "#":
        return "#" * level
    if name == "id":
        return new_id
    table, dot, word = name.partition(".")
    if not dot:
        return phrase(name.lower()).capitalize() if name[0].isupper() else phrase(name)
    written = _TABLES[table.lower()].word(word, language)
    if table.isupper():
        return written.upper()
    return written[:1].upper() + written[1:] if table[0].isupper() else written
