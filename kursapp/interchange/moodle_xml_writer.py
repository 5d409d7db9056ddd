"""Writes Moodle XML. What it is given is what the format can carry (``carrying``)."""

from __future__ import annotations

import base64
import html
import re
import urllib.parse
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal

from kursapp.domain.course import Block, Prose, Rich
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    Reflection,
    ShortAnswerQuestion,
)
from kursapp.domain.question_bank import BankItem
from kursapp.interchange.cloze import write_cloze
from kursapp.interchange.gift_blocks import written_path
from kursapp.interchange.keys import starred
from kursapp.interchange.moodle_xml_reader import PLUGIN_FILE
from kursapp.interchange.shape import joined
from kursapp.interchange.truth import has_plain_truth
from kursapp.interchange.weights import per_cent

Load = Callable[[str], bytes | None]
"""Answers the bytes of an image of the course for its path, or None."""

_IMAGE = re.compile(r'(<img\b[^<>]*?\bsrc=")([^"]*)(")')
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def write_moodle_xml(items: Iterable[BankItem], load: Load) -> str:
    """Return a bank as Moodle XML, each image inside the text that shows it."""
    writer = _Writer(load)
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', "<quiz>"]
    category: tuple[str, ...] = ()
    for item in items:
        if item.category != category:
            category = item.category
            path = _escape(written_path(category))
            lines.append(f'<question type="category"><category><text>{path}</text></category></question>')
        lines += writer.question(item)
    return "\n".join([*lines, "</quiz>", ""])


class _Writer:
    def __init__(self, load: Load) -> None:
        self._load = load

    def question(self, item: BankItem) -> Iterator[str]:
        """Yield the lines of one entry."""
        block = item.block
        yield f'<question type="{_kind(block)}">'
        yield f"<name><text>{_escape(item.name)}</text></name>"
        yield self.text("questiontext", Rich(_question_text(block)))
        if isinstance(block, Question):
            yield from self._general(block)
        if item.id:
            yield f"<idnumber>{_escape(item.id)}</idnumber>"
        yield from self._own(block)
        yield "</question>"

    def _general(self, question: Question) -> Iterator[str]:
        said, settings = question.feedback, question.settings
        yield self.text("generalfeedback", said.explanation)
        yield f"<defaultgrade>{settings.points:.7f}</defaultgrade>"
        yield from [self.text("correctfeedback", said.right)] if said.right else []
        yield from [self.text("incorrectfeedback", said.wrong)] if said.wrong else []
        yield from [self.text("hint", said.hint)] if said.hint else []
        if settings.theme:
            yield f"<tags><tag><text>{_escape(settings.theme)}</text></tag></tags>"

    def _own(self, block: Block) -> Iterator[str]:
        """Yield what only this kind of question has."""
        if isinstance(block, ChoiceQuestion):
            yield from self._truth(block) if has_plain_truth(block) else self._choice(block)
        elif isinstance(block, MatchQuestion):
            yield from self._pairs(block)
        elif isinstance(block, NumberQuestion):
            yield from _number(block)
        elif isinstance(block, ShortAnswerQuestion):
            yield f"<usecase>{int(block.exact)}</usecase>"
            for words in block.answers[0]:
                text = f"<text>{_escape(starred(words))}</text>"
                yield f'<answer fraction="100" format="moodle_auto_format">{text}</answer>'
        elif isinstance(block, OrderQuestion):
            yield "<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype>"
            for at, order_item in enumerate(block.items, start=1):
                yield self.text("answer", order_item.text, f' fraction="{at}.0000000"')
        elif isinstance(block, Reflection):
            yield "<responseformat>editor</responseformat>"
            yield from [self.text("graderinfo", block.example)] if block.example else []
            yield from [self.text("hint", block.hint)] if block.hint else []

    def _choice(self, question: ChoiceQuestion) -> Iterator[str]:
        several = question.choice is ChoiceKind.MULTIPLE
        yield f"<single>{'false' if several else 'true'}</single>"
        if question.settings.shuffle is not None:
            yield f"<shuffleanswers>{'true' if question.settings.shuffle else 'false'}</shuffleanswers>"
        right = sum(option.right for option in question.options)
        wrong = len(question.options) - right
        for option in question.options:
            weight = "100" if option.right or question.choice is ChoiceKind.DILEMMA else "0"
            if several:
                weight = per_cent(right) if option.right else f"-{per_cent(wrong)}"
            said = self.text("feedback", option.feedback) if option.feedback else ""
            yield self.text("answer", option.text, f' fraction="{weight}"', said)

    def _truth(self, question: ChoiceQuestion) -> Iterator[str]:
        for word, option in zip(("true", "false"), question.options, strict=True):
            said = self.text("feedback", option.feedback) if option.feedback else ""
            weight = 100 if option.right else 0
            yield f'<answer fraction="{weight}" format="moodle_auto_format"><text>{word}</text>{said}</answer>'

    def _pairs(self, question: MatchQuestion) -> Iterator[str]:
        by_id = {right.id: right.text.plain for right in question.rights}
        used = {left.right_id for left in question.lefts}
        pairs = [(left.text, by_id[left.right_id]) for left in question.lefts]
        pairs += [(Rich(), right.text.plain) for right in question.rights if right.id not in used]
        for left, right in pairs:
            yield self.text("subquestion", left, "", f"<answer><text>{_escape(right)}</text></answer>")

    def text(self, name: str, text: Rich, attributes: str = "", more: str = "") -> str:
        """Return a text as an element, with the images it shows."""
        files: dict[str, str] = {}

        def inside(found: re.Match[str]) -> str:
            path = html.unescape(found[2])
            data = self._load(path)
            if data is None:
                return found[0]
            own = path.replace("\\", "/").rpartition("/")[2]
            coded = base64.b64encode(data).decode("ascii")
            files[own] = f'<file name="{_attribute(own)}" path="/" encoding="base64">{coded}</file>'
            return f"{found[1]}{PLUGIN_FILE}/{urllib.parse.quote(own)}{found[3]}"

        source = _IMAGE.sub(inside, text.html) if "<img" in text.html else text.html
        inner = f"<text>{_character_data(source)}</text>{''.join(files.values())}{more}"
        return f'<{name}{attributes} format="html">{inner}</{name}>'


def _question_text(block: Block) -> str:
    if isinstance(block, Prose):
        return block.text.html
    if isinstance(block, GapQuestion):
        return write_cloze(block)
    assert isinstance(block, Question | Reflection)
    return joined(block)


def _kind(block: Block) -> str:
    if isinstance(block, ChoiceQuestion):
        return "truefalse" if has_plain_truth(block) else "multichoice"
    names: dict[type[Block], str] = {
        Prose: "description",
        MatchQuestion: "matching",
        NumberQuestion: "numerical",
        ShortAnswerQuestion: "shortanswer",
        GapQuestion: "cloze",
        OrderQuestion: "ordering",
        Reflection: "essay",
    }
    return names[type(block)]


def _number(question: NumberQuestion) -> Iterator[str]:
    low, high = Decimal(question.low), Decimal(question.high)
    middle, by = (low + high) / 2, (high - low) / 2
    bounds = f"<text>{middle:f}</text><tolerance>{by:f}</tolerance>"
    yield f'<answer fraction="100" format="moodle_auto_format">{bounds}</answer>'
    if question.unit:
        name = _escape(question.unit)
        yield f"<units><unit><multiplier>1</multiplier><unit_name>{name}</unit_name></unit></units>"


def _escape(text: str) -> str:
    return html.escape(_CONTROL.sub(" ", text), quote=False)


def _attribute(text: str) -> str:
    return html.escape(_CONTROL.sub(" ", text), quote=True)


def _character_data(text: str) -> str:
    """Return HTML as Moodle writes it: as it is, in a section nothing in it can end."""
    text = _CONTROL.sub(" ", text)
    if "<" not in text and "&" not in text:
        return text
    return f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>"
