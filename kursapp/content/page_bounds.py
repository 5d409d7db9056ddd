"""How much may stand in one place of a page: what is shown in one piece must never hold the screen.

Measured in the window on a laptop: in each place there may be what takes a fifth of a second to lay out, which is many
times more than any page somebody can work with has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from kursapp.content.rewriting import plain_texts, with_html
from kursapp.domain.case import Case, Scene
from kursapp.domain.course import Block, CallOut, Checklist, Faulty, Figure, MediaCard, Prose
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.question import ChoiceQuestion, GapQuestion, MatchQuestion, OrderQuestion, Workbook

CHARACTERS = 60_000
PARAGRAPHS = 1_500
LINE_BREAKS = 6_000
CELLS = 600
PICTURES = 60
CHOICES = 100
TICKS = 150
FIELDS = 150
STEPS = 300
FAULTS = 60
CODE = "too-much-here"


def bounded(blocks: Iterable[Block], report: Callable[[int], object]) -> tuple[Block, ...]:
    """Return the blocks of a page, a box in the place of each that is too much; ``report`` is told the line of such.

    Running text that stands together is shown in one piece, and counts as one. Of very many faulty ones the first are
    shown.
    """
    kept: list[Block] = []
    together, faults = 0.0, 0
    for block in blocks:
        runs_on = isinstance(block, Prose | CallOut | Figure)
        together = share(block) + (together if runs_on else 0.0)
        faults += isinstance(block, Faulty)
        if faults > FAULTS and isinstance(block, Faulty):
            # Each is a finding of its own, told by the check.
            continue
        if together > 1:
            report(block.place.first)
            kept.append(Faulty(block.place, (CODE,), getattr(block, "title", ""), ""))
            together = 0.0
        else:
            kept.append(block)
    return tuple(kept)


def share(block: Block) -> float:
    """Return how large a part of what may stand in one place a block is; more than 1 is too much."""
    match block:
        case Prose() | CallOut():
            return _of_words(block)
        case Figure() | MediaCard():
            return 1 / PICTURES
        case Checklist():
            return len(block.items) / TICKS + _of_words(block)
        case Workbook():
            return (len(block.rows) * max(len(block.columns), 1) + len(block.items)) / FIELDS + _of_words(block)
        case EvaluationItem():
            return len(block.answer_ids()) * max(len(block.steps), 1) / STEPS + _choices(block) + _of_words(block)
        case Case():
            return max((_of_scene(scene) for scene in block.scenes), default=0.0)
        case _:
            return _choices(block) + _of_words(block)


def _of_scene(scene: Scene) -> float:
    return sum(map(share, scene.blocks)) + len(scene.choices) / CHOICES


def _choices(block: Block) -> float:
    match block:
        case ChoiceQuestion() | EvaluationItem():
            return len(block.options) / CHOICES
        case OrderQuestion():
            return len(block.items) / CHOICES
        case MatchQuestion():
            return (len(block.lefts) + len(block.rights)) / CHOICES
        case GapQuestion():
            return len(block.gaps) / CHOICES
        case _:
            return 0.0


def _of_html(html: str) -> float:
    paragraphs = sum(map(html.count, ("</p>", "</li>", "</blockquote>", "</h", "</dd>", "</dt>")))
    cells = html.count("</td>") + html.count("</th>")
    breaks = html.count("<br>") + html.count("\n") / 10
    return paragraphs / PARAGRAPHS + cells / CELLS + breaks / LINE_BREAKS + html.count("<img") / PICTURES


def _of_words(block: Block) -> float:
    found: list[str] = []

    def keep(html: str) -> str:
        found.append(html)
        return html

    with_html(block, keep)
    return sum(map(len, plain_texts(block))) / CHARACTERS + sum(map(_of_html, found))
