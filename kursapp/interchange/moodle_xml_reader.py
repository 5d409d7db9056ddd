"""Reads Moodle XML: ``<quiz>`` with a ``<question>`` for each entry."""

from __future__ import annotations

import base64
import binascii
import re
import urllib.parse
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal, InvalidOperation

from kursapp.domain.course import Block, Faulty, Place, Prose, Rich
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.problem import refusal
from kursapp.domain.question import (
    ChoiceQuestion,
    Feedback,
    OrderItem,
    OrderQuestion,
    Question,
    QuestionSettings,
    Reflection,
)
from kursapp.domain.question_bank import Bank, BankFile, BankItem
from kursapp.interchange import keys
from kursapp.interchange.cloze import read_cloze
from kursapp.interchange.findings import Findings, UnreadableError
from kursapp.interchange.gift_blocks import category_path
from kursapp.interchange.keys import Answer, PartialPair, Start
from kursapp.interchange.shape import parted, plain, rich, shortened
from kursapp.interchange.some_markdown import some_markdown
from kursapp.interchange.truth import true_false
from kursapp.interchange.xml_tree import Node, read_xml, told

PLUGIN_FILE = "@@PLUGINFILE@@"
"""What an address begins with that leads to a file inside the bank."""

LONGEST_TEXT = 60_000
"""Characters of one text of a question."""

_ADDRESS = re.compile(r'@@PLUGINFILE@@/?([^"\'<>]*)')
_LIKELY_MARKUP = re.compile(r"</?[a-zA-Z]|&")
_TRUE = frozenset({"true", "1"})


def read_moodle_xml(data: bytes, file: str, watch: Watch | None = None) -> Bank:
    """Read a Moodle XML file. A question that is none, or of an unknown kind, is kept as words and stops nothing.

    Raises KursappError as ``xml_tree.read_xml`` does, ``import-not-moodle`` where the XML is something else, and
    ``import-cancelled``.
    """
    root = read_xml(data, file, watch)
    if root.name != "quiz":
        raise refusal("import-not-moodle", file=file, written=root.name[:40])
    reader = _Reader(file, watch or Unwatched())
    for node in root.children:
        reader.findings.begin_entry()
        reader.read(node)
    return Bank(tuple(reader.items), tuple(reader.findings.problems), tuple(reader.files.values()))


class _Reader:
    def __init__(self, file: str, watch: Watch) -> None:
        self.file = file
        self.findings = Findings(file, watch)
        self.items: list[BankItem] = []
        self.files: dict[str, BankFile] = {}
        self.category: tuple[str, ...] = ()
        self.renamed: dict[str, str] = {}

    def read(self, node: Node) -> None:
        """Read one child of ``<quiz>``."""
        kind = node.attributes.get("type", "")
        if node.name != "question":
            self.findings.warning("import-unknown-element", node.line, written=node.name[:40])
            return
        if kind == "category":
            self.category = category_path(node.value("category"))
            return
        place = Place(self.file, node.line, node.last)
        name = " ".join(node.value("name").split())
        self.renamed = {}
        try:
            block = self._block(node, kind, name, place)
        except UnreadableError as fault:
            title = shortened(name or kind)
            self.findings.error(fault.code, node.line, **{"title": title, **fault.values})
            block = Faulty(place, (fault.code,), f"{title} ({kind[:40]})" if name and kind else title, told(node))
        self.items.append(BankItem(block, name, self.category, node.value("idnumber")))

    def _block(self, node: Node, kind: str, name: str, place: Place) -> Block:
        text = self.text(node.child("questiontext"))
        if kind == "description":
            return Prose(place, text)
        if kind in ("cloze", "multianswer"):
            return self._said(read_cloze(text.html, name, place, self.findings), node)
        heading, stem = parted(text.html, name)
        if not heading:
            raise UnreadableError("import-no-text")
        start = Start(place, heading, stem)
        if kind == "essay":
            return self._essay(node, start)
        read = self._readers().get(kind)
        if read is None:
            raise UnreadableError("import-unknown-kind", written=kind[:40] or "?")
        return self._said(read(node, start), node)

    def _readers(self) -> dict[str, Callable[[Node, Start], Question]]:
        return {
            "multichoice": self._choice,
            "truefalse": self._truth,
            "shortanswer": self._short_answer,
            "numerical": self._number,
            "matching": self._match,
            "ordering": self._order,
        }

    def _choice(self, node: Node, start: Start) -> Question:
        single = node.value("single").lower() in _TRUE
        return keys.choice(start, [self._answer(answer) for answer in node.all("answer")], single, self.findings)

    def _truth(self, node: Node, start: Start) -> Question:
        answers = {answer.value("text").lower(): self._answer(answer) for answer in node.all("answer")}
        right = [words for words, answer in answers.items() if answer.weight >= keys.FULL]
        if set(answers) != {"true", "false"} or len(right) != 1:
            raise UnreadableError("import-no-right-option")
        said = (answers["true"].feedback, answers["false"].feedback)
        return true_false(start.title, start.place, start.heading, start.stem, right == ["true"], said)

    def _short_answer(self, node: Node, start: Start) -> Question:
        answers = []
        for found in node.all("answer"):
            words = found.value("text")
            answers.append(Answer(Rich(words, words), _weight(found), self.text(found.child("feedback"))))
        return keys.short_answer(start, answers, self.findings, node.value("usecase") in _TRUE)

    def _number(self, node: Node, start: Start) -> Question:
        answers = [self._answer(answer) for answer in node.all("answer")]
        full = [found for found in node.all("answer") if _weight(found) >= keys.FULL and found.value("text") != "*"]
        if not full:
            raise UnreadableError("import-no-right-option")
        if len(answers) > 1:
            others = ", ".join(found.value("text") for found in node.all("answer") if found is not full[0])
            self.findings.warning("import-partial-answers-lost", node.line, title=start.title, written=others[:200])
        keys.tell_lost_feedback(start, answers, self.findings)
        middle, by = _decimal(full[0].value("text")), _decimal(full[0].value("tolerance") or "0")
        return keys.number(start, middle - abs(by), middle + abs(by), self._unit(node, start))

    def _unit(self, node: Node, start: Start) -> str:
        units = [unit for outer in node.all("units") for unit in outer.all("unit")]
        if len(units) > 1:
            self.findings.warning("import-units-lost", node.line, title=start.title)
        own = next((unit for unit in units if unit.value("multiplier") in ("", "1", "1.0")), None)
        return " ".join(own.value("unit_name").split()) if own else ""

    def _match(self, node: Node, start: Start) -> Question:
        pairs = []
        for found in node.all("subquestion"):
            answer = found.child("answer")
            pairs.append(PartialPair(self.text(found), plain(answer.value("text") if answer else "")))
        return keys.match(start, pairs)

    def _order(self, node: Node, start: Start) -> Question:
        items = tuple(OrderItem("", self.text(found), rank) for rank, found in enumerate(node.all("answer"), start=1))
        if len(items) < 2 or not all(item.text for item in items):
            raise UnreadableError("import-too-few-options")
        return OrderQuestion("", start.title, start.place, items, start.heading, start.stem)

    def _essay(self, node: Node, start: Start) -> Reflection:
        said = self.text(node.child("generalfeedback"))
        example = self.text(node.child("graderinfo")) or said
        if said and example is not said:
            self.findings.warning("import-answer-feedback-lost", node.line, title=start.title, written=said.plain[:200])
        return Reflection(
            "", start.title, start.place, start.heading, start.stem, example, self.text(node.child("hint"))
        )

    def _said(self, question: Question, node: Node) -> Question:
        """Return a question with its feedback and settings."""
        hints = [self.text(hint) for hint in node.all("hint")]
        said = Feedback(
            hint=rich("\n".join(f"<p>{hint.html}</p>" for hint in hints)) if len(hints) > 1 else (*hints, Rich())[0],
            explanation=self.text(node.child("generalfeedback")),
            right=self.text(node.child("correctfeedback")),
            wrong=self.text(node.child("incorrectfeedback")),
        )
        if self.text(node.child("partiallycorrectfeedback")) not in (Rich(), said.right, said.wrong):
            self.findings.warning("import-partial-feedback-lost", node.line, title=question.title)
        return replace(question, feedback=said, settings=self._settings(question, node))  # type: ignore[type-var]

    def _settings(self, question: Question, node: Node) -> QuestionSettings:
        points = _decimal_or_none(node.value("defaultgrade")) or Decimal(1)
        tags = [tag.value("text") for outer in node.all("tags") for tag in outer.all("tag") if tag.value("text")]
        if len(tags) > 1:
            self.findings.warning(
                "import-tags-lost", node.line, title=question.title, written=", ".join(tags[1:])[:200]
            )
        shuffle = node.value("shuffleanswers").lower() if isinstance(question, ChoiceQuestion) else ""
        return QuestionSettings(
            points=float(points) if points > 0 else 1,
            theme=" ".join(tags[0].split()) if tags else "",
            shuffle=shuffle in _TRUE if shuffle else None,
        )

    def _answer(self, node: Node) -> Answer:
        return Answer(self.text(node), _weight(node), self.text(node.child("feedback")))

    def text(self, node: Node | None) -> Rich:
        """Return a text in the format it names, its files taken in."""
        if node is None:
            return Rich()
        for found in node.all("file"):
            self._file(found)
        inner = node.child("text")
        words = (inner.words if inner else node.words).strip()
        if len(words) > LONGEST_TEXT:
            raise UnreadableError("import-entry-too-long")
        if not words:
            return Rich()
        how = node.attributes.get("format", "moodle_auto_format")
        if how == "plain_text":
            return plain(words)
        if how == "markdown":
            words = some_markdown(words)
        elif how != "html":
            words = words.replace("\n", "<br>") if "<p" not in words and "<br" not in words else words
            if not _LIKELY_MARKUP.search(words):
                return plain(words)
        return rich(_ADDRESS.sub(self._own_address, words)) if PLUGIN_FILE in words else rich(words)

    def _own_address(self, found: re.Match[str]) -> str:
        name = urllib.parse.unquote(found[1].partition("?")[0])
        return self.renamed.get(name, f"{PLUGIN_FILE}/{found[1]}")

    def _file(self, node: Node) -> None:
        """Take in a file; two of one name with different content are told apart."""
        name = (node.attributes.get("path", "/").strip("/") + "/" + node.attributes.get("name", "")).lstrip("/")
        try:
            data = base64.b64decode("".join(node.words.split()), validate=True)
        except (binascii.Error, ValueError):
            self.findings.error("import-file-broken", node.line, title=name[:80])
            return
        address = f"{PLUGIN_FILE}/{name}"
        number = 1
        while address in self.files and self.files[address].data != data:
            number += 1
            address = f"{PLUGIN_FILE}/{number}/{name}"
        self.files[address] = BankFile(address, data)
        self.renamed[name] = address


def _weight(node: Node) -> float:
    found = _decimal_or_none(node.attributes.get("fraction", "0"))
    return float(found) if found is not None else 0.0


def _decimal(text: str) -> Decimal:
    found = _decimal_or_none(text)
    if found is None:
        raise UnreadableError("import-not-a-number", written=text[:80])
    return found


def _decimal_or_none(text: str) -> Decimal | None:
    if len(text) > keys.MOST_DIGITS + keys.MOST_DECIMALS + 5:
        return None
    try:
        found = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return found if found.is_finite() and abs(found.adjusted()) < keys.MOST_DIGITS + keys.MOST_DECIMALS else None
