"""The questions of course-format §3, as values. Scoring them is ``domain.scoring``."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date

from kursapp.domain.course import Block, Place, Rich


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a question says besides its options: a hint on request, then words after answering."""

    hint: Rich = Rich()
    explanation: Rich = Rich()
    right: Rich = Rich()
    wrong: Rich = Rich()
    example: Rich = Rich()


@dataclass(frozen=True, slots=True)
class QuestionSettings:
    """Settings every question may carry. ``tries`` None means any number (or the quiz's own rule)."""

    points: float = 1
    goals: tuple[str, ...] = ()
    theme: str = ""
    bank: str = ""
    form: str = ""
    minutes: float | None = None
    tries: int | None = None
    shuffle: bool | None = None
    certainty: bool = False
    measures: str = ""


class Question(Block):
    """Any question with a key or a discussion. Every kind has: id, title, place, stem, settings, feedback, kind.

    ``title`` is the heading's own text (plain), ``heading`` the same with its inline markup; ``stem`` is what stands
    between the heading and the options, often empty.
    """

    __slots__ = ()

    id: str
    title: str
    heading: Rich
    place: Place
    stem: Rich
    settings: QuestionSettings
    feedback: Feedback


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice question. ``fixed`` ones keep their place when shuffled."""

    id: str
    text: Rich
    right: bool = False
    feedback: Rich = Rich()
    fixed: bool = False


class ChoiceKind(enum.StrEnum):
    """How many options may be chosen, and whether there is a key at all."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"
    DILEMMA = "dilemma"


@dataclass(frozen=True, slots=True)
class ChoiceQuestion(Question):
    """Single choice, multiple response, true/false or dilemma."""

    id: str
    title: str
    place: Place
    choice: ChoiceKind
    options: tuple[Option, ...]
    heading: Rich = Rich()
    stem: Rich = Rich()
    settings: QuestionSettings = QuestionSettings()
    feedback: Feedback = Feedback()
    kind: str = "choice"


@dataclass(frozen=True, slots=True)
class OrderItem:
    """One item to put in order; items of equal ``rank`` (from 1) may stand in any order among themselves."""

    id: str
    text: Rich
    rank: int


@dataclass(frozen=True, slots=True)
class OrderQuestion(Question):
    """Put the items in order; ``items`` stand in the right one."""

    id: str
    title: str
    place: Place
    items: tuple[OrderItem, ...]
    heading: Rich = Rich()
    stem: Rich = Rich()
    settings: QuestionSettings = QuestionSettings()
    feedback: Feedback = Feedback()
    kind: str = "order"


@dataclass(frozen=True, slots=True)
class MatchLeft:
    """A left cell and the id of the right cell that belongs to it."""

    id: str
    text: Rich
    right_id: str


@dataclass(frozen=True, slots=True)
class MatchRight:
    """A right cell; one that no left cell belongs to is a distractor."""

    id: str
    text: Rich


@dataclass(frozen=True, slots=True)
class MatchQuestion(Question):
    """Match left cells with right cells; a right cell may serve several left ones (sorting).

    ``headers`` are the table's two column headings.
    """

    id: str
    title: str
    place: Place
    lefts: tuple[MatchLeft, ...]
    rights: tuple[MatchRight, ...]
    headers: tuple[str, str] = ("", "")
    heading: Rich = Rich()
    stem: Rich = Rich()
    settings: QuestionSettings = QuestionSettings()
    feedback: Feedback = Feedback()
    kind: str = "match"


@dataclass(frozen=True, slots=True)
class NumberQuestion(Question):
    """A number from ``low`` to ``high``, both included. ``shown`` is the key as the author wrote it.

    Bounds are decimal numbers as text (``"11.5"``), so that no rounding of binary fractions can make a right answer
    wrong.
    """

    id: str
    title: str
    place: Place
    low: str
    high: str
    shown: str
    unit: str = ""
    heading: Rich = Rich()
    stem: Rich = Rich()
    settings: QuestionSettings = QuestionSettings()
    feedback: Feedback = Feedback()
    kind: str = "number"


@dataclass(frozen=True, slots=True)
class DateQuestion(Question):
    """A date, right within ``tolerance_days`` days either way."""

    id: str
    title: str
    place: Place
    answer: date
    tolerance_days: int = 0
    heading: Rich = Rich()
    stem: Rich = Rich()
    settings: QuestionSettings = QuestionSettings()
    feedback: Feedback = Feedback()
    kind: str = "date"


@dataclass(frozen=True, slots=True)
class ShortAnswerQuestion(Question):
    """One or more required short texts; each of ``answers`` lists the spellings that count for one of them."""

    id: str
    title: str
    place: Place
    answers: tuple[tuple[str, ...], ...]
    exact: bool = False
    heading: Rich = Rich()
    stem: Rich = Rich()
    settings: QuestionSettings = QuestionSettings()
    feedback: Feedback = Feedback()
    kind: str = "short_answer"


@dataclass(frozen=True, slots=True)
class Gap:
    """A gap in a text: typed where ``menu`` is empty, otherwise one of the menu's parts. ``answers``: what counts."""

    id: str
    answers: tuple[str, ...]
    menu: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GapQuestion(Question):
    """A text with gaps. ``paragraphs``: each a sequence of pieces, HTML text and gap ids (``{"gap-1"}``) in turn.

    A piece is ``(html, gap_id)``: the text, then the gap that follows it, or an empty id after the last text.
    """

    id: str
    title: str
    place: Place
    paragraphs: tuple[tuple[tuple[str, str], ...], ...]
    gaps: tuple[Gap, ...]
    exact: bool = False
    heading: Rich = Rich()
    stem: Rich = Rich()
    settings: QuestionSettings = QuestionSettings()
    feedback: Feedback = Feedback()
    kind: str = "gaps"


@dataclass(frozen=True, slots=True)
class Reflection(Block):
    """Free text, private and never scored. ``example`` is shown after answering."""

    id: str
    title: str
    place: Place
    heading: Rich = Rich()
    stem: Rich = Rich()
    example: Rich = Rich()
    hint: Rich = Rich()
    minutes: float | None = None
    goals: tuple[str, ...] = ()
    kind: str = "reflection"


class ColumnKind(enum.StrEnum):
    """What a workbook column holds."""

    TEXT = "text"
    SCALE = "scale"
    NUMBER = "number"
    DATE = "date"
    MENU = "menu"
    COMPUTED = "computed"


@dataclass(frozen=True, slots=True)
class Column:
    """A workbook column. ``low``/``high`` bound a scale; ``choices`` a menu; ``formula`` is a computed column's

    expression over the ids of other columns: names, whole numbers, ``+ - * /`` and parentheses, already checked.
    """

    id: str
    title: str
    kind: ColumnKind = ColumnKind.TEXT
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()
    formula: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One body cell: fixed words, or a field to fill in. ``none`` is a cell that asks for nothing (written ``–``)."""

    text: Rich = Rich()
    field: bool = False
    none: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A workbook row; its cells stand in column order."""

    id: str
    cells: tuple[Cell, ...]


class WorkbookKind(enum.StrEnum):
    """The three shapes of a product: a table, boxes to tick, or one text."""

    TABLE = "table"
    BOXES = "boxes"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Workbook(Block):
    """A product the participant fills in. A field's key is ``workbook id + "/" + row id + "/" + column id``.

    ``growing``: the participant may add rows (ids ``egen-1``, ``egen-2`` …). For boxes, ``items`` are the ticks.
    ``example`` shows what a filled-in one may look like.
    """

    id: str
    title: str
    place: Place
    shape: WorkbookKind
    heading: Rich = Rich()
    stem: Rich = Rich()
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    growing: bool = False
    items: tuple[tuple[str, Rich], ...] = ()
    minutes: float | None = None
    goals: tuple[str, ...] = ()
    example: Rich = Rich()
    hint: Rich = Rich()
    kind: str = "workbook"


QUESTION_KINDS = (
    ChoiceQuestion,
    OrderQuestion,
    MatchQuestion,
    NumberQuestion,
    DateQuestion,
    ShortAnswerQuestion,
    GapQuestion,
)
