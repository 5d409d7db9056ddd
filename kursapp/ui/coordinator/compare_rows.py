"""One line of a comparison as a trend, as bars, and as numbers."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.chart import reach
from kursapp.domain.comparison import CohortHead, Comparison, Line, Measure, Point
from kursapp.domain.form import AnswerKind
from kursapp.domain.results import RoundResults, Table
from kursapp.domain.statistics import halves
from kursapp.domain.summary import scale_counts
from kursapp.texts.amounts import month
from kursapp.ui.coordinator.results_rows import Picture, scale_labels, scale_row
from kursapp.ui.coordinator.results_words import hidden_words, source_words, step_words
from kursapp.ui.i18n import _, language, n_, quoted
from kursapp.ui.theme.theme import Theme
from kursapp.ui.widgets.charts_colours import scale_colours
from kursapp.ui.widgets.charts_rows import ChartRow
from kursapp.ui.widgets.charts_table import Numbers
from kursapp.ui.widgets.charts_trend import TrendPoint
from kursapp.ui.widgets.charts_words import one_decimal, percent

DISTRIBUTED = (AnswerKind.SCALE, AnswerKind.BEFORE_NOW)


@dataclass(frozen=True, slots=True)
class Compared:
    """Rounds of one form, the earliest first, and what they say side by side."""

    comparison: Comparison

    @property
    def rounds(self) -> tuple[RoundResults, ...]:
        """Return the rounds."""
        return self.comparison.rounds

    def source(self) -> str:
        """Return where the numbers are from: each round, on a line of its own words."""
        return "; ".join(source_words(one) for one in self.rounds)

    def limit(self, cohort_id: str) -> int:
        """Return a cohort's limit."""
        return next(one.cohort.rules.k for one in self.rounds if one.cohort.id == cohort_id)


def measure_words(line: Line) -> str:
    """Return what a line follows."""
    match line.measure:
        case Measure.BEFORE:
            return _("Andel på den positive siden, før kurset")
        case Measure.NOW:
            return _("Andel på den positive siden, nå")
        case Measure.MOVED_UP:
            return _("Andel som setter seg høyere nå enn før")
        case Measure.OPTION if line.item.kind is AnswerKind.RANKING:
            return _("Andel som satte «{option}» først").format(option=step_words(line.item, f"={line.option_id}"))
        case Measure.OPTION:
            return _("Andel som valgte «{option}»").format(option=step_words(line.item, f"={line.option_id}"))
    return _("Andel på den positive siden av skalaen")


def trend_points(compared: Compared, line: Line) -> tuple[TrendPoint, ...]:
    """Return a line's points, each under its cohort's number and month."""
    return tuple(
        _trend_point(number, head, point, compared.limit(head.id))
        for number, (head, point) in enumerate(zip(compared.comparison.cohorts, line.points, strict=True), start=1)
    )


def _trend_point(number: int, head: CohortHead, point: Point, k: int) -> TrendPoint:
    under = f"{month(head.starts, language())}\n{head.starts.year}"
    value = point.share.value if point.share is not None else None
    said = [f"{number}: {head.name}", point_words(point, k)]
    if not point.joined:
        said.append(_("Ny ordlyd fra dette kullet"))
    spoken = ". ".join(words.rstrip(".") for words in said) + "."
    if value is None or point.interval is None:
        return TrendPoint(head.name, under, spoken, None, joined=point.joined)
    return TrendPoint(head.name, under, spoken, value, point.interval.low, point.interval.high, point.joined)


def point_words(point: Point, k: int) -> str:
    """Return a point in words: the share with what it is of and its interval, or why there is none."""
    if point.share is None or point.share.value is None or point.interval is None:
        return hidden_words(point.why, k) if point.why is not None else _("ikke spurt")
    return _("{share} ({count} av {total}), intervall {low} til {high}").format(
        share=percent(point.share.value),
        count=point.share.count,
        total=point.share.total,
        low=percent(point.interval.low),
        high=percent(point.interval.high),
    )


def line_numbers(compared: Compared, line: Line) -> Numbers:
    """Return a line as a table, a cohort a row."""
    rows, notes = [], []
    has_mean = any(point.mean is not None for point in line.points)
    for number, (head, point) in enumerate(zip(compared.comparison.cohorts, line.points, strict=True), start=1):
        name = f"{number}. {head.name}"
        if point.share is None or point.share.value is None or point.interval is None:
            notes.append(f"{name}: {point_words(point, compared.limit(head.id))}")
            continue
        if not point.joined:
            notes.append(f"{name}: {_('Ny ordlyd fra dette kullet')}")
        cells = (
            percent(point.share.value),
            f"{point.share.count}/{point.share.total}",
            f"{percent(point.interval.low)}\N{EN DASH}{percent(point.interval.high)}",
        )
        middle = ("" if point.mean is None else one_decimal(point.mean),) if has_mean else ()
        rows.append((name, f"{month(head.starts, language())} {head.starts.year}", *cells, *middle))
    heads = (_("Kull"), _("Start"), _("Andel"), _("Svar"), _("Intervall (95 %)"))
    return Numbers((*heads, _("Snitt")) if has_mean else heads, tuple(rows), tuple(notes))


def overview(compared: Compared) -> Numbers:
    """Return every question and what is followed of it first, a cohort a column by its number."""
    heads = compared.comparison.cohorts
    lines = compared.comparison.lines
    firsts = {(line.item.id, line.option_id): line for line in reversed(lines)}
    rows = tuple(
        (_short(line), *(_cell(point) for point in line.points))
        for line in lines
        if firsts[line.item.id, line.option_id] is line
    )
    notes = tuple(f"{number}: {head.name}" for number, head in enumerate(heads, start=1))
    return Numbers((_("Spørsmål"), *(str(number) for number in range(1, len(heads) + 1))), rows, notes)


def _short(line: Line) -> str:
    """Return what a line follows in few words, for a narrow column."""
    text = line.item.text.rstrip(".:")
    if line.measure is Measure.MOVED_UP:
        return _("{text} (høyere nå)").format(text=text)
    return f"{text} {quoted(step_words(line.item, f'={line.option_id}'))}" if line.option_id else text


def _cell(point: Point) -> str:
    if point.share is None or point.share.value is None:
        return _("skjult") if point.why is not None else "–"
    return percent(point.share.value) + ("" if point.joined else "*")


def line_summary(compared: Compared, line: Line) -> str:
    """Say in words what a line shows: the first and last share since the words last changed, and where they did."""
    both = list(zip(compared.comparison.cohorts, line.points, strict=True))
    changed = [number for number, (_head, point) in enumerate(both) if not point.joined]
    alike = both[changed[-1] :] if changed else both
    shown = [(head, point.share.value) for head, point in alike if point.share and point.share.value is not None]
    told = []
    if len(shown) > 1:
        first, last = shown[0], shown[-1]
        told.append(
            _("{first} i {cohort}, {last} i {latest}.").format(
                first=percent(first[1]), cohort=first[0].name, last=percent(last[1]), latest=last[0].name
            )
        )
    if changed:
        cohorts = ", ".join(both[number][0].name for number in changed)
        broken = _("Ordlyden ble endret før {cohorts}. Tall på hver side av bruddet måler ikke det samme.")
        told.append(broken.format(cohorts=cohorts))
    left_out = sum(point.share is None for point in line.points)
    if left_out:
        told.append(n_("{n} kull er uten tall her.", "{n} kull er uten tall her.", left_out).format(n=left_out))
    return " ".join(told)


def distribution_title(line: Line) -> str:
    """Return what the distributions are of: of a pair, which half."""
    if line.item.kind is not AnswerKind.BEFORE_NOW:
        return _("Fordelingen i hvert kull")
    return _("Fordelingen før, i hvert kull") if line.measure is Measure.BEFORE else _("Fordelingen nå, i hvert kull")


def distributions(theme: Theme, compared: Compared, line: Line) -> Picture | None:
    """Return a scale's distribution in each cohort, of a pair the half the line follows; None for other kinds."""
    item = line.item
    if item.kind not in DISTRIBUTED:
        return None
    rows = tuple(_cohort_row(number, one, line) for number, one in enumerate(compared.rounds, start=1))
    return Picture(
        item.text,
        rows,
        _distribution_numbers(compared, line),
        scale_colours(theme, len(item.steps)),
        scale_labels(item),
        reach(row.bar for row in rows if row.bar is not None),
        middle=True,
    )


def _cohort_row(number: int, one: RoundResults, line: Line) -> ChartRow:
    name = f"{number}. {one.cohort.name}"
    counts = _counts(one, line)
    if counts is None:
        unit = next((unit for unit in one.published.tables if unit.item_id == line.item.id), None)
        why = _("Ikke spurt på denne måten") if unit is None or isinstance(unit, Table) else ""
        if unit is not None and not isinstance(unit, Table):
            why = hidden_words(unit.why, one.cohort.rules.k)
        return ChartRow(name, f"{name}. {why}", hidden=why)
    return scale_row(line.item, counts, name)


def _counts(one: RoundResults, line: Line) -> tuple[int, ...] | None:
    """Return a cohort's counts on the scale the line has now; None where it is hidden or had another scale."""
    item = next((item for item in one.form.items if item.id == line.item.id), None)
    if item is None or item.kind is not line.item.kind or len(item.steps) != len(line.item.steps):
        return None
    unit = one.published.table(item.id)
    if not isinstance(unit, Table):
        return None
    return halves(item, unit)[0] if line.measure is Measure.BEFORE else scale_counts(item, unit)


def _distribution_numbers(compared: Compared, line: Line) -> Numbers:
    rows = []
    for number, one in enumerate(compared.rounds, start=1):
        counts = _counts(one, line)
        if counts is not None:
            rows.append((f"{number}. {one.cohort.name}", *(str(count) for count in counts), str(sum(counts))))
    return Numbers((_("Kull"), *scale_labels(line.item), _("n")), tuple(rows))
