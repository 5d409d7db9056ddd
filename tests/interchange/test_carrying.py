"""What each format has no room for is named, one by one: these are the declared losses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kursapp.domain.course import Block, Place, Prose, Rich
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    Feedback,
    Gap,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    QuestionSettings,
    Reflection,
    ShortAnswerQuestion,
)
from kursapp.domain.question_bank import BankItem
from kursapp.interchange.carrying import AIKEN, GIFT, MOODLE_XML, Carried, Reach, carry, losses_of

PLACE = Place("a.md", 1, 1)


def rich(words: str) -> Rich:
    return Rich(words, words)


SAID = Feedback(rich("h"), rich("e"), rich("r"), rich("w"), rich("x"))
CHOICE = ChoiceQuestion(
    "q", "Hva?", PLACE, ChoiceKind.SINGLE,
    (Option("a", rich("Ja"), True, rich("Fint")), Option("b", rich("Nei"), fixed=True)), rich("Hva?"),
    settings=QuestionSettings(points=2, theme="Lov", minutes=3, shuffle=True), feedback=SAID,
)  # fmt: skip
ORDER = OrderQuestion(
    "q", "Når?", PLACE,
    (OrderItem("a", rich("først"), 1), OrderItem("b", rich("så"), 2), OrderItem("c", rich("òg"), 2)), rich("Når?"),
)  # fmt: skip
DATE = DateQuestion("q", "Dag?", PLACE, date(2026, 3, 9), 0, rich("Dag?"))
SHORT = ShortAnswerQuestion("q", "Hvem?", PLACE, (("Kari",), ("Ola",)), True, rich("Hvem?"))
GAPS = GapQuestion(
    "q", "Fyll", PLACE, ((("a ", "g1"), (" b ", "g2"), (" c", "")),), (Gap("g1", ("x",)), Gap("g2", ("y",))), False,
    rich("Fyll"),
)  # fmt: skip
NUMBER = NumberQuestion("q", "Hvor?", PLACE, "11", "13", "11–13 uker", "uker", rich("Hvor?"))


def carried(block: Block, reach: Reach) -> Carried:
    return carry(BankItem(block, "navn"), reach)


@pytest.mark.parametrize(
    ("block", "reach", "lost"),
    [
        (CHOICE, GIFT, {"fixed", "settings", "hint", "right", "wrong", "example"}),
        (CHOICE, MOODLE_XML, {"fixed", "settings", "example"}),
        (CHOICE, AIKEN, {"fixed", "settings", "option-feedback", "hint", "explanation", "right", "wrong", "example"}),
        (ORDER, GIFT, {"kind-changed"}),
        (ORDER, MOODLE_XML, {"ties"}),
        (DATE, GIFT, {"kind-changed"}),
        (SHORT, GIFT, {"kind-changed"}),
        (replace(SHORT, answers=(("Kari",),)), GIFT, {"exact"}),
        (replace(SHORT, answers=(("Kari",),)), MOODLE_XML, set()),
        (NUMBER, GIFT, {"unit"}),
        (NUMBER, MOODLE_XML, set()),
    ],
)  # fmt: skip
def test_each_loss_is_named(block: Block, reach: Reach, lost: set[str]) -> None:
    """Nothing goes without a name, and nothing is named that stays."""
    found = carried(block, reach)
    assert found.item is not None
    assert set(found.lost) == lost
    assert losses_of([found]) == lost


@pytest.mark.parametrize(
    ("block", "reach"), [(GAPS, GIFT), (NUMBER, AIKEN), (DATE, AIKEN), (Prose(PLACE, rich("x")), AIKEN)]
)
def test_what_has_no_kind_at_all_is_left_out(block: Block, reach: Reach) -> None:
    """An entry the format cannot hold is none, and said to be."""
    assert carried(block, reach) == Carried(None, ("kind",))


@pytest.mark.parametrize(("block", "kind"), [(ORDER, MatchQuestion), (DATE, ShortAnswerQuestion), (SHORT, Reflection)])
def test_the_nearest_kind_stands_in(block: Block, kind: type[Block]) -> None:
    """An order becomes pairs, a date words, several answers a text to compare with."""
    found = carried(block, GIFT)
    assert found.item is not None
    assert isinstance(found.item.block, kind)


def test_links_into_the_course_and_pictures_are_named() -> None:
    """The words stay where the link or the picture cannot."""
    asked = Rich('Se <a href="kurs:x#y">loven</a> <img src="a.png" alt="kart"> <a href="https://a.no">her</a>', "")
    found = carried(replace(CHOICE, heading=asked), GIFT)
    assert found.item is not None
    assert set(found.lost) >= {"link", "image"}
    heading = found.item.block.heading.html  # type: ignore[attr-defined]
    assert heading == 'Se loven kart <a href="https://a.no">her</a>'


def test_paragraphs_alone_are_no_marks() -> None:
    """Aiken keeps the words of two paragraphs on one line and loses nothing anybody sees; emphasis it does."""
    two = replace(CHOICE, stem=Rich("<p>En.</p>\n<p>To.</p>", "En.\nTo."))
    assert "marks" not in carried(two, AIKEN).lost
    assert "marks" in carried(replace(CHOICE, stem=Rich("<p><em>En.</em></p>", "En.")), AIKEN).lost
