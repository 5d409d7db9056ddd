"""Reads a coordinator's file of question quality. It may come from anywhere: every name, type and bound is checked."""

from __future__ import annotations

import codecs
from typing import Annotated, Literal

import msgspec

from kursapp.domain.form import AnswerKind, FormItem, FormOption
from kursapp.domain.item_analysis import LEAST_TO_RELY_ON, Missing, QuestionQuality, QuizQuality, findings_of
from kursapp.domain.problem import refusal
from kursapp.domain.quality_report import QUALITY_FORMAT, QUALITY_VERSION, QualityReport
from kursapp.domain.quiz_sums import is_scored
from kursapp.domain.reliability import Reliability
from kursapp.domain.results import Why
from kursapp.domain.statistics import OptionCount, Share

LARGEST = 5_000_000
"""Bytes of a file of question quality."""
MOST_QUESTIONS, MOST_OPTIONS, MOST_PERSONS = 400, 60, 1_000_000

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Line = Annotated[str, msgspec.Meta(max_length=300)]
Text = Annotated[str, msgspec.Meta(max_length=4000)]
Count = Annotated[int, msgspec.Meta(ge=0, le=MOST_PERSONS)]
Part = Annotated[float, msgspec.Meta(ge=0, le=1)]
Correlation = Annotated[float, msgspec.Meta(ge=-1, le=1)]
Alpha = Annotated[float, msgspec.Meta(ge=-1_000_000, le=1)]
Spread = Annotated[float, msgspec.Meta(ge=0, le=1_000_000)]


class ProgramWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The program that wrote the file."""

    name: Line
    version: Line


class CourseWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The course whose questions these are."""

    id: Id
    title: Line
    version: Line


class CohortWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The cohort that answered."""

    id: Line
    name: Line
    simulated: bool


class FormWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The quiz that was shared."""

    id: Id
    title: Line
    digest: Line


class RulesWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the numbers were given under."""

    k: Annotated[int, msgspec.Meta(ge=1, le=100)]
    reason: Line
    codes: bool


class HiddenWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question that is not shown, and the sentence that says why."""

    item: Line
    why: Text


class OptionWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An option, and how many chose it."""

    id: Id
    text: Text
    right: bool
    count: Count


class QuestionWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question: shown with its numbers, or ``hidden`` with none."""

    id: Id
    text: Text
    theme: Line
    hidden: Why | None = None
    answered: Count = 0
    facility: Part | None = None
    no_facility: Missing | None = None
    discrimination: Correlation | None = None
    no_discrimination: Missing | None = None
    together: Count = 0
    uncertain: bool = False
    findings: Annotated[tuple[Line, ...], msgspec.Meta(max_length=20)] = ()
    options: Annotated[tuple[OptionWire, ...], msgspec.Meta(max_length=MOST_OPTIONS)] = ()


class ReliabilityWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """``Reliability`` without alpha."""

    error: Spread
    deviation: Spread
    measurement: Spread
    items: Annotated[int, msgspec.Meta(ge=2, le=MOST_QUESTIONS)]
    persons: Annotated[int, msgspec.Meta(ge=3, le=MOST_PERSONS)]


class ReportWire(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Versions 1 and 2; only the latter has ``reliability``."""

    format: Literal["kursapp-quality"]
    version: Annotated[int, msgspec.Meta(ge=1, le=QUALITY_VERSION)]
    program: ProgramWire
    course: CourseWire
    cohort: CohortWire
    form: FormWire
    rules: RulesWire
    persons: Count
    alpha: Alpha | None
    no_alpha: Missing | None
    reliability: ReliabilityWire | None = None
    hidden: Annotated[tuple[HiddenWire, ...], msgspec.Meta(max_length=MOST_QUESTIONS + 20)]
    questions: Annotated[tuple[QuestionWire, ...], msgspec.Meta(max_length=MOST_QUESTIONS)]


class _Named(msgspec.Struct):
    """The part of any of the program's JSON files that tells what it is."""

    format: str = ""
    version: int = 0


def read_quality(data: bytes, file: str) -> QualityReport:
    """Read a file's bytes as a report.

    Raises KursappError: ``quality-too-large``, ``quality-not-ours`` (another kind of file), ``quality-is-results`` (the
    results themselves), ``quality-newer`` (from a newer program), ``quality-damaged`` (``written`` says where).
    """
    if len(data) > LARGEST:
        raise refusal("quality-too-large", file=file, limit=LARGEST // 1_000_000)
    data = data.removeprefix(codecs.BOM_UTF8)
    named = _named(data, file)
    if named.format == "kursapp-results":
        raise refusal("quality-is-results", file=file)
    if named.format != QUALITY_FORMAT:
        raise refusal("quality-not-ours", file=file)
    if named.version > QUALITY_VERSION:
        raise refusal("quality-newer", file=file)
    try:
        wire = msgspec.json.decode(data, type=ReportWire)
    except msgspec.ValidationError as error:
        raise refusal("quality-damaged", file=file, written=_where(error)) from error
    return _report(wire, file)


def _named(data: bytes, file: str) -> _Named:
    try:
        return msgspec.json.decode(data, type=_Named)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise refusal("quality-not-ours", file=file) from error


def _where(error: msgspec.ValidationError) -> str:
    """Return the place in the file a complaint is about: ``questions[3].facility``."""
    _, _, place = str(error).rpartition("`$")
    return place.strip("`.") if place else ""


def _report(wire: ReportWire, file: str) -> QualityReport:
    ids = [question.id for question in wire.questions]
    if len(set(ids)) < len(ids):
        raise refusal("quality-damaged", file=file, written="questions")
    questions = tuple(_question(question, number, file) for number, question in enumerate(wire.questions))
    left_out = tuple(question.item.id for question in questions if question.hidden is not None)
    quality = QuizQuality(wire.persons, questions, wire.alpha, wire.no_alpha, left_out, _reliability(wire))
    return QualityReport(
        wire.course.id,
        wire.course.title,
        wire.course.version,
        wire.cohort.name,
        wire.cohort.simulated,
        wire.form.id,
        wire.form.title,
        wire.rules.k,
        quality,
    )


def _reliability(wire: ReportWire) -> Reliability | None:
    found = wire.reliability
    if found is None or wire.alpha is None:
        return None
    return Reliability(wire.alpha, found.error, found.deviation, found.measurement, found.items, found.persons)


def _question(wire: QuestionWire, number: int, file: str) -> QuestionQuality:
    options = tuple(FormOption(one.id, one.text, right=one.right) for one in wire.options)
    item = FormItem(wire.id, AnswerKind.QUESTION, wire.text, theme=wire.theme, options=options)
    counts = tuple(OptionCount(one.id, Share(one.count, wire.answered)) for one in wire.options)
    if any(one.count > wire.answered for one in wire.options) or len({one.id for one in options}) < len(options):
        raise refusal("quality-damaged", file=file, written=f"questions[{number}].options")
    if wire.hidden is not None:
        return QuestionQuality(item, wire.hidden)
    scored = is_scored(item)
    facility = wire.facility if scored else None
    discrimination = wire.discrimination if scored else None
    return QuestionQuality(
        item,
        None,
        wire.answered,
        facility,
        wire.no_facility,
        discrimination,
        wire.no_discrimination,
        wire.together,
        counts,
        findings_of(item, counts, facility, discrimination),
        wire.answered < LEAST_TO_RELY_ON,
    )
