"""Writes questions as kurs-Markdown (course-format §3): what comes from elsewhere becomes an author's own text.

What a text held that Markdown has no way to write is told by the writer's ``lost`` (``domain.html_markdown``).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from string import ascii_lowercase

from kursapp.content.items.gaps import in_brackets
from kursapp.content.keywords import ANSWER, CALL_OUTS, ITEMS, LABELS, SETTINGS, VARIANTS, YES_NO
from kursapp.domain.course import Block, Faulty, Prose, Rich
from kursapp.domain.html_markdown import Images, MarkdownWriter, as_heading, no_images, wrapped
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    Feedback,
    Gap,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    QuestionSettings,
    Reflection,
    ShortAnswerQuestion,
)

LONGEST_LINE = 15_000
"""Characters no line may pass: a course's lines may have 20,000."""
_LABELS = ("hint", "explanation", "right", "wrong", "example")


class UnwritableError(Exception):
    """A question kurs-Markdown has no way to write, and the part of it that stands in the way."""


@dataclass
class BlockWriter:
    """Writes blocks in a language of the keywords; ``images`` answers where a picture lies in the course."""

    language: str = "nb"
    images: Images = no_images
    lost: set[str] = field(default_factory=set)

    def block(self, block: Block) -> list[str]:
        """Return a block as lines. Raises UnwritableError where a mark of the format itself is part of an answer."""
        if isinstance(block, Prose):
            lines = self._blocks(block.text)
        elif isinstance(block, Faulty):
            lines = self._kept(block)
        elif isinstance(block, Reflection):
            lines = self._reflection(block)
        else:
            assert isinstance(block, Question)
            lines = self._question(block)
        if any(len(line) > LONGEST_LINE for line in lines):
            raise UnwritableError(max(lines, key=len)[:80])
        return lines

    def _question(self, question: Question) -> list[str]:
        variant, own = _variant(question)
        answers = self._answers(question)
        head = f"### {ITEMS.word('question', self.language).capitalize()}"
        if variant:
            head += f" ({VARIANTS.word(variant, self.language)})"
        lines = [
            f"{head}: {as_heading(self._inline(question.heading)) or '…'}",
            self._settings(question.id, question.settings, own),
        ]
        stem = self._blocks(question.stem, lists=not isinstance(question, OrderQuestion))
        lines += ["", *stem] if stem else []
        lines += ["", *answers]
        return [*lines, *self._said(question.feedback)]

    def _answers(self, question: Question) -> list[str]:
        if isinstance(question, ChoiceQuestion):
            return [line for row in self._options(question) for line in row]
        if isinstance(question, OrderQuestion):
            return [
                f"{at}. {self._inline(item.text)} {self._id(question.id, at - 1)}"
                for at, item in enumerate(question.items, start=1)
            ]
        if isinstance(question, MatchQuestion):
            return list(self._table(question))
        if isinstance(question, GapQuestion):
            return self._gaps(question)
        word = ANSWER.word("answer", self.language).capitalize()
        return [f"{word}: {answer}" for answer in _answer_lines(question)]

    def _options(self, question: ChoiceQuestion) -> Iterator[list[str]]:
        for at, option in enumerate(question.options):
            words = self._inline(option.text)
            if not words:
                raise UnwritableError("")
            fixed = f" | {SETTINGS.word('fixed', self.language)}" if option.fixed else ""
            first, *rest = wrapped(f"- [{'x' if option.right else ' '}] {words}")
            lines = [first, *(f"  {line}" for line in rest)]
            lines[-1] += f" <!-- id: {_part(question.id, at)}{fixed} -->"
            yield [*lines, *(f"  {line}" for line in _quoted(self._blocks(option.feedback)))]

    def _table(self, question: MatchQuestion) -> Iterator[str]:
        rights = {right.id: self._cell(right.text) for right in question.rights}
        used = {left.right_id for left in question.lefts}
        heads = [" ".join(words.split()).replace("|", "\\|") for words in question.headers]
        yield f"| {heads[0] or '…'} | {heads[1] or '…'} |"
        yield "|---|---|"
        rows = [(self._cell(left.text), rights[left.right_id]) for left in question.lefts]
        rows += [("", rights[right.id]) for right in question.rights if right.id not in used]
        for at, (left, right) in enumerate(rows):
            if not right:
                raise UnwritableError("")
            yield f"| {left}{' ' if left else ''}{self._id(question.id, at)} | {right} |"

    def _cell(self, text: Rich) -> str:
        return self._inline(text).replace("|", "\\|")

    def _gaps(self, question: GapQuestion) -> list[str]:
        gaps = {gap.id: _written_gap(gap) for gap in question.gaps}
        lines: list[str] = []
        for paragraph in question.paragraphs:
            # Whatever a gap says would be taken for marks: it is put in its place last.
            text = "".join(f"{words}{_stand_in(name) if name else ''}" for words, name in paragraph)
            written = MarkdownWriter(self.images).blocks(text) or [""]
            line = " ".join(part for part in written if part)
            for name, gap in gaps.items():
                line = line.replace(_stand_in(name), gap)
            lines += ["", line] if lines else [line]
        return lines

    def _reflection(self, block: Reflection) -> list[str]:
        asked = as_heading(self._inline(block.heading)) or "…"
        head = f"### {ITEMS.word('reflection', self.language).capitalize()}: {asked}"
        lines = [head, f"<!-- id: {block.id} -->"]
        stem = self._blocks(block.stem)
        lines += ["", *stem] if stem else []
        return [*lines, *self._said(Feedback(hint=block.hint, example=block.example))]

    def _kept(self, block: Faulty) -> list[str]:
        """Return what could not be read as a box only the author and the instructor see."""
        head = f"> [!{CALL_OUTS.word('instructor', self.language).upper()}]"
        source = block.source.split("\n")
        texts = source if " ".join(source[0].split()).startswith(block.title.rstrip(" …")) else [block.title, *source]
        lines: list[str] = []
        for text in texts:
            written = MarkdownWriter().blocks(f"<p>{_as_html(text)}</p>") if text.strip() else []
            lines += ["", *written] if lines and written else written
        return [head, *_quoted(lines)]

    def _said(self, said: Feedback) -> list[str]:
        lines: list[str] = []
        for name in _LABELS:
            words = self._blocks(getattr(said, name))
            if words:
                label = LABELS.word(name, self.language).capitalize()
                led = [f"**{label}:** {words[0]}", *words[1:]] if _is_text(words[0]) else [f"**{label}:**", "", *words]
                lines += ["", *_quoted(led)]
        return lines

    def _settings(self, own_id: str, settings: QuestionSettings, own: Sequence[str]) -> str:
        """Return the comment under a heading. Its values are words without the marks that would end them."""
        found = {
            "points": "" if settings.points == 1 else f"{settings.points:g}",
            "goals": ", ".join(settings.goals),
            "theme": settings.theme,
            "bank": settings.bank,
            "form": settings.form,
            "minutes": "" if settings.minutes is None else f"{settings.minutes:g}",
            "tries": "" if settings.tries is None else f"{settings.tries}",
            "shuffle": "" if settings.shuffle is None else self._yes(settings.shuffle),
            "certainty": self._yes(True) if settings.certainty else "",
        }
        written = [
            f"{SETTINGS.word(key, self.language)}: {words}" for key, value in found.items() if (words := _value(value))
        ]
        more = [
            f"{SETTINGS.word(key, self.language)}: {value or self._yes(True)}" for key, _, value in map(_split, own)
        ]
        return f"<!-- {' | '.join([f'id: {own_id}', *written, *more])} -->"

    def _yes(self, value: bool) -> str:
        return YES_NO.word("yes" if value else "no", self.language)

    def _id(self, owner: str, at: int) -> str:
        return f"<!-- id: {_part(owner, at)} -->"

    def _inline(self, text: Rich) -> str:
        writer = MarkdownWriter(self.images)
        words = writer.inline(text.html)
        self.lost |= writer.lost
        return words

    def _blocks(self, text: Rich, *, lists: bool = True) -> list[str]:
        writer = MarkdownWriter(self.images, lists)
        lines = writer.blocks(text.html)
        self.lost |= writer.lost
        return lines


def _variant(question: Question) -> tuple[str, list[str]]:
    """Return what stands in parentheses after the keyword, and the settings of the question's own kind."""
    if isinstance(question, ChoiceQuestion):
        keyed = sum(option.right for option in question.options)
        several = question.choice is ChoiceKind.MULTIPLE and keyed < 2
        return ("discuss" if question.choice is ChoiceKind.DILEMMA else ""), ["multiple"] if several else []
    if isinstance(question, OrderQuestion):
        return "order", _ties(question)
    if isinstance(question, ShortAnswerQuestion):
        return "short_answer", ["exact"] if question.exact else []
    if isinstance(question, GapQuestion):
        return "gaps", ["exact"] if question.exact else []
    if isinstance(question, MatchQuestion):
        return "match", []
    return ("number" if isinstance(question, NumberQuestion) else "date"), []


def _ties(question: OrderQuestion) -> list[str]:
    ranks = [item.rank for item in question.items]
    spans = []
    for rank in dict.fromkeys(ranks):
        first = ranks.index(rank) + 1
        if ranks.count(rank) > 1:
            spans.append(f"{first}-{first + ranks.count(rank) - 1}")
    return [f"tied={', '.join(spans)}"] if spans else []


def _split(setting: str) -> tuple[str, str, str]:
    return setting.partition("=")


def _answer_lines(question: Question) -> Iterator[str]:
    if isinstance(question, NumberQuestion):
        yield question.shown
    elif isinstance(question, DateQuestion):
        tolerance = f" ± {question.tolerance_days} {'dag' if question.tolerance_days == 1 else 'dager'}"
        yield f"{question.answer.isoformat()}{tolerance if question.tolerance_days else ''}"
    else:
        assert isinstance(question, ShortAnswerQuestion)
        for spellings in question.answers:
            yield " / ".join(_spelling(words) for words in spellings)


def _spelling(words: str) -> str:
    """Return a spelling as it is written between slashes; UnwritableError where it holds what would end it."""
    kept = " ".join(words.split())
    if not kept or f" {kept} ".find(" / ") >= 0 or "<!" in kept or kept.startswith("/"):
        raise UnwritableError(kept)
    return kept


def _written_gap(gap: Gap) -> str:
    """Return a gap as it is written; UnwritableError where a part of it would be read as another mark of the gap."""
    if gap.menu and len(gap.menu) < 2:
        raise UnwritableError(gap.menu[0])
    key = gap.answers[0] if gap.menu else ""
    keys = [bool(gap.menu) and part == key for part in gap.menu or gap.answers]
    parts = [_gap_part(part, is_key) for part, is_key in zip(gap.menu or gap.answers, keys, strict=True)]
    written = " / ".join(parts)
    if "]]" in f"{written}]" or written.startswith("[") or "`" in written:
        raise UnwritableError(written)
    if len(parts) > 1 and [in_brackets(part) for part in parts] != keys:
        raise UnwritableError(written)
    return f"[[{written}]]"


def _gap_part(part: str, is_key: bool) -> str:
    words = _spelling(part)
    return f"({words})" if is_key else words


def _stand_in(name: str) -> str:
    return f"\ue000{name}\ue001"


def _part(owner: str, at: int) -> str:
    return f"{owner}-{ascii_lowercase[at] if at < len(ascii_lowercase) else at + 1}"


def _value(text: str) -> str:
    """Return a setting's value without what would end it or the comment."""
    return " ".join(text.replace("|", " ").replace("--", "–").replace("<!", " ").replace("–>", "–").split())


def _quoted(lines: Iterable[str]) -> list[str]:
    return [f"> {line}".rstrip() for line in lines]


def _is_text(line: str) -> bool:
    return not line.startswith(("- ", "```", "1. "))


def _as_html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


def with_id(block: Block, own_id: str, bank: str) -> Block:
    """Return a block with its id, and, where it says none, the bank it can be drawn from."""
    if isinstance(block, Reflection):
        return replace(block, id=own_id)
    if isinstance(block, Question):
        settings = replace(block.settings, bank=block.settings.bank or bank)
        return replace(block, id=own_id, settings=settings)  # type: ignore[type-var]
    return block


def note(words: str) -> str:
    """Return an author's note: a comment that sets nothing and is never shown."""
    return f"<!-- ~ {_value(words)} -->"
