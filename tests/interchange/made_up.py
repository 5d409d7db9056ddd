"""Made-up questions for the laws of the codecs: every kind, with words that hold the formats' own marks."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import strategies as st

from kursapp.domain.course import Place, Prose, Rich
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    Feedback,
    Gap,
    GapQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    NumberQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    QuestionSettings,
    Reflection,
    ShortAnswerQuestion,
)
from kursapp.domain.question_bank import BankItem
from kursapp.interchange.keys import shown_amount, written_number
from kursapp.interchange.shape import plain, rich

PLACE = Place("x.gift", 1, 1)
LETTERS = "aåB9 æ"
MARKS = "{}~=#:\\%/[]<>&\"'*_`|->.!$()"
PIECES = [
    "->",
    "%50%",
    "//",
    "[html]",
    "::",
    "####",
    "\\n",
    "[[",
    "]]",
    "&amp;",
    "<b>",
    "]]>",
    "- [x] ",
    "1. ",
    "Svar: x",
]


def words(least: int = 1, most: int = 12) -> st.SearchStrategy[str]:
    """Return words on one line, without space at the ends or doubled inside."""
    piece = st.one_of(
        st.text(LETTERS, min_size=1, max_size=5), st.text(MARKS, min_size=1, max_size=3), st.sampled_from(PIECES)
    )
    joined = st.lists(piece, min_size=least, max_size=most).map(lambda parts: " ".join("".join(parts).split()))
    return joined.filter(lambda text: bool(text.strip()))


inline = st.one_of(
    words().map(plain),
    st.tuples(words(), words()).map(lambda two: rich(f"{plain(two[0]).html} <strong>{plain(two[1]).html}</strong>")),
)
blocks = st.one_of(
    inline,
    st.lists(inline, min_size=2, max_size=3).map(lambda many: rich("\n".join(f"<p>{one.html}</p>" for one in many))),
)
said = st.one_of(st.just(Rich()), blocks)
feedbacks = st.builds(Feedback, hint=said, explanation=said, right=said, wrong=said)
points = st.sampled_from([1, 0.5, 2, 10])
settings = st.builds(
    QuestionSettings,
    points=points,
    theme=st.sampled_from(["", "Lov", "a & b"]),
    shuffle=st.sampled_from([None, True, False]),
)
options = st.lists(st.tuples(inline, said), min_size=2, max_size=5)


@st.composite
def choices(draw: st.DrawFn) -> ChoiceQuestion:
    """Return a choice question of any kind."""
    kind = draw(st.sampled_from(ChoiceKind))
    texts = draw(options)
    if kind is ChoiceKind.TRUE_FALSE:
        pair = draw(st.sampled_from([("Sant", "Usant"), ("Ja", "Nei"), ("Nei", "Ja")]))
        texts = [(plain(word), feedback) for word, (_, feedback) in zip(pair, texts, strict=False)]
    count = len(texts)
    right = {draw(st.integers(0, count - 1))}
    if kind is ChoiceKind.MULTIPLE:
        right |= set(draw(st.lists(st.integers(0, count - 1), max_size=3)))
    if kind is ChoiceKind.DILEMMA:
        right = set()
    return ChoiceQuestion(
        "q",
        "t",
        PLACE,
        kind,
        tuple(Option(f"o{at}", text, at in right, feedback) for at, (text, feedback) in enumerate(texts)),
        draw(inline),
        draw(said),
        draw(settings),
        draw(feedbacks),
    )


@st.composite
def numbers(draw: st.DrawFn) -> NumberQuestion:
    """Return a numeric question."""
    bounds = st.decimals(-1000, 1000, places=2)
    low, high = sorted([draw(bounds), draw(bounds)])
    texts = written_number(Decimal(low)), written_number(Decimal(high))
    unit = draw(st.sampled_from(["", "uker"]))
    return NumberQuestion(
        "q",
        "t",
        PLACE,
        *texts,
        shown_amount(*texts, unit),
        unit,
        draw(inline),
        draw(said),
        draw(settings),
        draw(feedbacks),
    )  # type: ignore[call-arg,arg-type]


@st.composite
def matches(draw: st.DrawFn) -> MatchQuestion:
    """Return a matching question, perhaps with a wrong right side."""
    rights = draw(st.lists(words(), min_size=2, max_size=4, unique=True))
    kept = tuple(MatchRight(f"r{at}", plain(text)) for at, text in enumerate(rights))
    lefts = draw(st.lists(st.tuples(inline, st.integers(0, len(kept) - 1)), min_size=2, max_size=4))
    return MatchQuestion(
        "q",
        "t",
        PLACE,
        tuple(MatchLeft(f"l{at}", text, f"r{to}") for at, (text, to) in enumerate(lefts)),
        kept,
        ("a", "b"),
        draw(inline),
        draw(said),
        draw(settings),
        draw(feedbacks),
    )


@st.composite
def gaps(draw: st.DrawFn) -> GapQuestion:
    """Return a text with one or two gaps, typed or chosen."""
    count = draw(st.integers(1, 2))
    made = []
    for at in range(count):
        parts = tuple(draw(st.lists(words(), min_size=2, max_size=3, unique=True)))
        made.append(Gap(f"gap-{at + 1}", parts[:1], parts) if draw(st.booleans()) else Gap(f"gap-{at + 1}", parts))
    pieces = [(f"{plain(draw(words())).html} ", gap.id) for gap in made]
    return GapQuestion(
        "q",
        "t",
        PLACE,
        ((*pieces, (f" {plain(draw(words())).html}", "")),),
        tuple(made),
        False,
        draw(words().map(plain)),
        Rich(),
        draw(settings),
        draw(feedbacks),
    )


orders = st.builds(
    lambda texts, heading, stem: OrderQuestion(
        "q", "t", PLACE, tuple(OrderItem(f"i{at}", text, at) for at, text in enumerate(texts, start=1)), heading, stem
    ),
    st.lists(inline, min_size=2, max_size=4),
    inline,
    said,
)
dates = st.builds(lambda day, heading: DateQuestion("q", "t", PLACE, day, 1, heading), st.dates(), inline)
shorts = st.builds(
    lambda answers, exact, heading, stem: ShortAnswerQuestion("q", "t", PLACE, tuple(answers), exact, heading, stem),
    st.lists(st.lists(words(), min_size=1, max_size=3, unique=True).map(tuple), min_size=1, max_size=2),
    st.booleans(),
    inline,
    said,
)
texts = st.builds(
    lambda heading, stem, example, hint: Reflection("q", "t", PLACE, heading, stem, example, hint),
    inline,
    said,
    said,
    said,
)
proses = st.builds(lambda text: Prose(PLACE, text), inline)
questions = st.one_of(choices(), numbers(), matches(), gaps(), orders, dates, shorts, texts)
items = st.builds(
    BankItem,
    st.one_of(questions, proses),
    st.one_of(st.just(""), words()),
    st.one_of(st.just(()), st.lists(words(), min_size=1, max_size=3).map(tuple)),
    st.one_of(st.just(""), words()),
)
