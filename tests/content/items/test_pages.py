"""Quiz pages and evaluation pages: their headings, settings and bands of scores."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.items import Context, evaluation_settings, open_page, quiz_settings
from kursapp.content.items.quizzes import read_band
from kursapp.content.repair import apply_edits, edits_of
from kursapp.content.settings import settings_under
from kursapp.content.source import read_lines
from kursapp.domain.course import Draw, EvaluationType, PageKind, QuizSettings


@pytest.mark.parametrize(
    ("heading", "kind", "title"),
    [
        ("Quiz: Dag 1", PageKind.QUIZ, "Dag 1"),
        ("**Quiz:** Dag 1", PageKind.QUIZ, "Dag 1"),
        ("QUIZ 2: Dag 1", PageKind.QUIZ, "Dag 1"),
        ("Evaluering: Hvor står du?", PageKind.EVALUATION, "Hvor står du?"),
        ("Evaluation: Where", PageKind.EVALUATION, "Where"),
        ("Quiz:", PageKind.QUIZ, "Quiz"),
        ("Quiz", PageKind.TEXT, "Quiz"),
        ("Hvorfor: quiz", PageKind.TEXT, "Hvorfor: quiz"),
        ("Evaluering – hvorfor?", PageKind.TEXT, "Evaluering – hvorfor?"),
    ],
)
def test_what_a_heading_makes_its_page(heading: str, kind: PageKind, title: str) -> None:
    """A keyword and a colon make a quiz or a form; anything else is text."""
    assert open_page(heading) == (kind, title)


def quiz(context: Context, *lines: str) -> tuple[QuizSettings, int, list[str]]:
    text = "\n".join(lines) + "\n"
    read, problems = read_lines("quiz.md", text.encode())
    context.problems[:] = problems
    settings, used = settings_under(read)
    found, bands = quiz_settings(settings, read[used:], context)
    return found, bands, [problem.code for problem in context.problems]


@pytest.fixture
def context(context_of: Callable) -> Context:
    return context_of([])


def test_all_settings_of_a_quiz(context: Context) -> None:
    """Every setting of the format's example is read, and the bands under it."""
    found, used, codes = quiz(
        context,
        "<!-- id: quiz-dag-1 | bestått: 80 % | forsøk: 2 | trekk: 8 | stokk: nei | visning: straks | tid: 20 -->",
        "> **under 80 %:** Les mer.",
        "> **80–94 %:** Bra.",
        "> **over 94 %:** Flott.",
        "",
        "Tekst på siden.",
    )
    assert codes == []
    assert (found.pass_percent, found.attempts, found.shuffle, found.immediate) == (80, 2, False, True)
    assert (found.minutes, found.draws) == (20, (Draw(8),))
    assert [(band.low, band.high, band.text.plain) for band in found.bands] == [
        (0, 79, "Les mer."),
        (80, 94, "Bra."),
        (95, 100, "Flott."),
    ]
    assert used == 3


def test_defaults(context: Context) -> None:
    """Unsaid, a quiz asks for 70 %, any number of attempts, all questions, shuffled, feedback at the end, no limit."""
    assert quiz(context, "<!-- id: q -->", "Tekst.") == (QuizSettings(), 0, [])


def test_draws_from_banks(context: Context) -> None:
    """``trekk`` names banks and how many from each."""
    assert quiz(context, "<!-- trekk: d1 3, d2 3 -->")[0].draws == (Draw(3, "d1"), Draw(3, "d2"))


@pytest.mark.parametrize("setting", ["trekk: noen", "trekk: 0", "bestått: 120", "visning: aldri", "forsøk: to"])
def test_settings_that_cannot_be_read(context: Context, setting: str) -> None:
    """A wrong value is an error, and the default holds."""
    found, _, codes = quiz(context, f"<!-- id: q | {setting} -->")
    assert codes == ["bad-setting"]
    assert found == QuizSettings()


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (("> **under 70 %:** a", "> **80–100 %:** b"), "band-gap"),
        (("> **under 70 %:** a", "> **60–100 %:** b"), "band-overlap"),
        (("> **under 70 %:** a", "> **70–110 %:** b"), "bad-band"),
    ],
)
def test_bands_that_do_not_fit(context: Context, lines: tuple[str, ...], code: str) -> None:
    """Scores that no band, or more than one, says something about are found."""
    assert code in quiz(context, "<!-- id: q -->", *lines)[2]


def test_a_quote_that_is_no_band(context: Context) -> None:
    """A quote without a range of scores is the page's own text."""
    assert quiz(context, "<!-- id: q -->", "> Lykke til!")[1:] == (0, [])


@pytest.mark.parametrize(
    ("label", "bounds"),
    [
        ("under 70 %", (0, 69)),
        ("70–84 %", (70, 84)),
        ("70 til 84 %", (70, 84)),
        ("fra 70 til 84 %", (70, 84)),
        ("over 84 %", (85, 100)),
        ("minst 85 %", (85, 100)),
        ("fra 85 %", (85, 100)),
        ("at least 85 %", (85, 100)),
        ("85 % og over", (85, 100)),
        ("100 %", (100, 100)),
        ("84–70 %", None),
        ("over 100 %", None),
        ("mange %", None),
    ],
)
def test_bands(label: str, bounds: tuple[int, int] | None) -> None:
    """Bounds are included; under and over are not."""
    assert read_band(label) == bounds


@given(st.integers(0, 100), st.integers(0, 100))
def test_any_band_comes_back(low: int, high: int) -> None:
    """Two bounds in order are a band, in any other order none."""
    assert read_band(f"{low}–{high} %") == ((low, high) if low <= high else None)


@given(st.lists(st.integers(1, 99), unique=True, min_size=1, max_size=5).map(sorted))
def test_bands_that_meet_leave_no_gap(edges: list[int]) -> None:
    """Bands cut at any edges cover every score once."""
    labels = [f"under {edges[0]} %"]
    labels += [f"{low}–{high - 1} %" for low, high in pairwise(edges)]
    labels += [f"fra {edges[-1]} %"]
    covered = [score for low, high in map(read_band, labels) for score in range(low, high + 1)]
    assert covered == list(range(101))


def test_a_misspelt_form(context: Context) -> None:
    """A form whose keyword has a slip in it is read as a form, with a repair."""
    assert open_page("Evaluring: Dag 1") == (PageKind.EVALUATION, "Dag 1")
    lines, _ = read_lines("e.md", b"## Evaluring: Dag 1\n<!-- type: dag -->\n")
    evaluation_settings(settings_under(lines[1:])[0], lines[0], context)
    (found,) = context.problems
    assert apply_edits([lines[0].text], edits_of(found)) == ["## Evaluering: Dag 1"]


@pytest.mark.parametrize(
    ("written", "kind", "codes"),
    [
        ("type: før", EvaluationType.BEFORE, []),
        ("type: dag", EvaluationType.DAY, []),
        ("type: after", EvaluationType.AFTER, []),
        ("type: oppfølging", EvaluationType.FOLLOW_UP, []),
        ("type: aldri", EvaluationType.DAY, ["bad-setting"]),
        ("id: e", EvaluationType.DAY, ["no-evaluation-type"]),
    ],
)
def test_kinds_of_forms(context: Context, written: str, kind: EvaluationType, codes: list[str]) -> None:
    """A form says when it is filled in; one that does not is a day's, with a finding."""
    lines, _ = read_lines("e.md", f"<!-- {written} | samme som: eval-for -->\n".encode())
    found = evaluation_settings(settings_under(lines)[0], lines[0], context)
    assert (found.type, found.same_as) == (kind, "eval-for")
    assert [problem.code for problem in context.problems] == codes
