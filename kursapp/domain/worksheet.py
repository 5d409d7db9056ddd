"""A course on paper: its pages with room to answer, and nothing that gives an answer away."""

from __future__ import annotations

import enum
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kursapp.domain.case import Case
from kursapp.domain.course import (
    Block,
    CallOut,
    CallOutKind,
    Checklist,
    Faulty,
    Figure,
    MediaCard,
    Page,
    PageKind,
    Prose,
    Rich,
    Session,
)
from kursapp.domain.question import (
    ChoiceQuestion,
    GapQuestion,
    MatchQuestion,
    OrderQuestion,
    Question,
    Reflection,
    Workbook,
    WorkbookKind,
)

LINES_OF_TEXT = 5
"""Lines to write a free text on."""
GAP = "__________"


class PartKind(enum.StrEnum):
    """What stands on a worksheet."""

    SESSION = "session"
    PAGE = "page"
    ITEM = "item"
    PROSE = "prose"
    BOX = "box"
    FIGURE = "figure"
    OPTION = "option"
    WORD = "word"
    LINES = "lines"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Part:
    """One thing on paper. ``count`` is a number of lines to write on; ``rows`` are a table's, the first its head.

    Of a figure, ``source`` is its path in the course, ``alt`` its words for those who do not see it, and the text its
    caption.
    """

    kind: PartKind
    text: Rich = Rich()
    count: int = 0
    rows: tuple[tuple[Rich, ...], ...] = ()
    source: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Worksheet:
    """A course's title and language, and its pages in parts."""

    title: str
    language: str
    parts: tuple[Part, ...]


def worksheet_of(title: str, language: str, sessions: Iterable[Session]) -> Worksheet:
    """Return the sessions on paper. Evaluations are left out: they are handed in from the program."""
    return Worksheet(title, language, tuple(part for session in sessions for part in _session(session)))


def _session(session: Session) -> Iterator[Part]:
    if _is_evaluation(session):
        return
    yield Part(PartKind.SESSION, _words(session.title))
    for page in session.pages:
        if page.kind is not PageKind.EVALUATION:
            yield from _page(page, session)


def _is_evaluation(session: Session) -> bool:
    """Say whether a session is an evaluation with words that lead to it, and nothing else."""
    rest = [page for page in session.pages if page.kind is not PageKind.EVALUATION]
    return len(rest) < len(session.pages) and all(page.title == session.title for page in rest)


def _page(page: Page, session: Session) -> Iterator[Part]:
    if page.title != session.title:
        yield Part(PartKind.PAGE, _words(page.title))
    for block in page.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[Part]:
    if isinstance(block, Prose):
        yield Part(PartKind.PROSE, block.text)
    elif isinstance(block, CallOut):
        if block.call_out is not CallOutKind.INSTRUCTOR:
            yield Part(PartKind.BOX, block.text)
    elif isinstance(block, Figure):
        yield Part(PartKind.FIGURE, _words(block.caption), source=block.source, alt=block.alt)
    elif isinstance(block, MediaCard):
        yield Part(PartKind.BOX, _words(block.title))
    elif isinstance(block, Checklist):
        yield from (Part(PartKind.OPTION, item.text) for item in block.items)
    elif isinstance(block, Faulty):
        yield Part(PartKind.ITEM, _words(block.title))
    elif isinstance(block, Reflection | Workbook | Question):
        yield Part(PartKind.ITEM, block.heading or _words(block.title))
        if block.stem:
            yield Part(PartKind.PROSE, block.stem)
        yield from _answer(block)
    elif isinstance(block, Case):
        yield from _case(block)


def _answer(block: Question | Reflection | Workbook) -> Iterator[Part]:
    """Yield what is chosen from, and the room to answer. Nothing stands in the order of the key."""
    if isinstance(block, ChoiceQuestion):
        yield from (Part(PartKind.OPTION, option.text) for option in block.options)
    elif isinstance(block, OrderQuestion):
        yield from (Part(PartKind.WORD, text) for text in _sorted(item.text for item in block.items))
        yield Part(PartKind.LINES, count=1)
    elif isinstance(block, MatchQuestion):
        yield from _match(block)
    elif isinstance(block, GapQuestion):
        yield from (Part(PartKind.PROSE, _gaps(block, paragraph)) for paragraph in block.paragraphs)
    elif isinstance(block, Workbook):
        yield from _workbook(block)
    else:
        yield Part(PartKind.LINES, count=LINES_OF_TEXT if isinstance(block, Reflection) else 1)


def _match(question: MatchQuestion) -> Iterator[Part]:
    head = tuple(_words(words) for words in question.headers)
    yield Part(PartKind.TABLE, rows=(head, *((left.text, Rich()) for left in question.lefts)))
    yield from (Part(PartKind.WORD, text) for text in _sorted(right.text for right in question.rights))


def _gaps(question: GapQuestion, paragraph: tuple[tuple[str, str], ...]) -> Rich:
    menus = {gap.id: f"({' / '.join(gap.menu)})" if gap.menu else GAP for gap in question.gaps}
    html = "".join(words + (_words(menus[gap]).html if gap else "") for words, gap in paragraph)
    return Rich(f"<p>{html}</p>", re.sub(r"<[^>]*>", "", html))


def _workbook(block: Workbook) -> Iterator[Part]:
    if block.shape is WorkbookKind.BOXES:
        yield from (Part(PartKind.OPTION, text) for _, text in block.items)
    elif block.shape is WorkbookKind.TEXT:
        yield Part(PartKind.LINES, count=LINES_OF_TEXT)
    else:
        head = tuple(_words(column.title) for column in block.columns)
        rows = [tuple(Rich() if cell.field else cell.text for cell in row.cells) for row in block.rows]
        yield Part(PartKind.TABLE, rows=(head, *rows))


def _case(case: Case) -> Iterator[Part]:
    """Yield a case's scenes with their choices. What comes of a choice is left to the talk in the room."""
    yield Part(PartKind.ITEM, case.heading or _words(case.title))
    for scene in case.scenes:
        if scene.id != case.id:
            yield Part(PartKind.ITEM, _words(scene.title))
        for block in scene.blocks:
            yield from _block(block)
        yield from (Part(PartKind.OPTION, choice.text) for choice in scene.choices)


def _sorted(texts: Iterable[Rich]) -> list[Rich]:
    return sorted(texts, key=lambda text: (text.plain.casefold(), text.html))


def _words(words: str) -> Rich:
    shown = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return Rich(shown, words)
