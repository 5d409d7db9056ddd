"""A form as it is filled in: themes, what is missing, pairs, and self-rating held up against knowledge."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.course import Page, PageKind, Place, Prose, Rich
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, Statement
from kursapp.domain.evaluation_answer import APART, EvaluationAnswer, Rated, RatedTwice, Written
from kursapp.domain.evaluation_form import (
    count_given,
    gaps_of,
    item_for,
    missing_items,
    pairs_of,
    themes_of,
    valid_answers,
)
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option, QuestionSettings
from kursapp.domain.scoring import Score

HERE = Place("evaluering/for.md", 1, 9)
STEPS = ("1", "2", "3", "4", "5")


def row(name: str, *, reverse: bool = False) -> Statement:
    return Statement(name, Rich("", name), reversed=reverse)


def prose(words: str) -> Prose:
    return Prose(HERE, Rich("", words))


def measuring(name: str, target: str) -> ChoiceQuestion:
    settings = QuestionSettings(measures=target)
    return ChoiceQuestion(name, name, HERE, ChoiceKind.SINGLE, (Option("a", Rich(), True),), settings=settings)


NOW_ROWS = EvaluationItem(
    "for-na",
    "Før og nå",
    HERE,
    EvaluationKind.BEFORE_NOW,
    theme="Trygghet",
    steps=STEPS,
    apart="Vet ikke",
    statements=(row("frister"), row("uro", reverse=True)),
    required=True,
)
SCALE = EvaluationItem(
    "enig", "Skala", HERE, EvaluationKind.SCALE, theme="Nytte", steps=STEPS, statements=(row("nytte"),)
)
TEXT = EvaluationItem("mer", "Fritekst", HERE, EvaluationKind.TEXT, theme="Trygghet", required=True)
PAGE = Page(
    "eval-for",
    "Evaluering",
    HERE,
    (prose("velkommen"), SCALE, prose("om trygghet"), NOW_ROWS, measuring("k1", "frister"), measuring("k2", "frister"),
     measuring("k3", "uro"), TEXT, prose("takk")),
    PageKind.EVALUATION,
)  # fmt: skip


def test_a_form_is_parted_into_its_themes_in_the_order_they_are_met() -> None:
    """Text goes with the item it introduces, questions and later items with their theme, and the end with the last."""
    themes = themes_of(PAGE)
    assert [theme.title for theme in themes] == ["Nytte", "Trygghet"]
    assert themes[0].blocks == PAGE.blocks[:2]
    assert themes[1].blocks == PAGE.blocks[2:]


def test_a_theme_that_comes_back_is_one_page() -> None:
    """Items of one theme stand together even when the author parted them."""
    page = replace(PAGE, blocks=(SCALE, TEXT, replace(SCALE, id="enig-2")))
    assert [(theme.title, len(theme.blocks)) for theme in themes_of(page)] == [("Nytte", 2), ("Trygghet", 1)]


def test_a_form_without_items_shows_its_text() -> None:
    """Nothing the author wrote is lost, and an empty form has no pages."""
    assert themes_of(replace(PAGE, blocks=(prose("kommer"),)))[0].blocks == (prose("kommer"),)
    assert themes_of(replace(PAGE, blocks=())) == ()


def test_answers_are_kept_under_rows_and_items() -> None:
    """A row's id leads to its scale, an item's own id to itself, another to nothing."""
    assert item_for(PAGE, "uro") == NOW_ROWS
    assert item_for(PAGE, "mer") == TEXT
    with pytest.raises(KeyError):
        item_for(PAGE, "for-na")


def test_an_answer_to_an_item_that_has_changed_is_left_out() -> None:
    """A step the scale no longer has, another shape, and a row that is gone."""
    kept: dict[str, EvaluationAnswer] = {
        "nytte": Rated(9),
        "frister": Rated(2),
        "borte": Rated(1),
        "mer": Written("ja"),
    }
    assert valid_answers(PAGE, kept) == {"mer": Written("ja")}


def test_an_item_that_must_be_answered_is_missing_until_every_row_is() -> None:
    """Half a pair is not an answer; optional items are never missing."""
    assert missing_items(PAGE, {}) == ("for-na", "mer")
    answers: dict[str, EvaluationAnswer] = {"frister": RatedTwice(1, 2), "uro": RatedTwice(1), "mer": Written("ja")}
    assert missing_items(PAGE, answers) == ("for-na",)
    assert missing_items(PAGE, {**answers, "uro": RatedTwice(1, APART)}) == ()


def test_rows_count_one_by_one() -> None:
    """A form of one row, two pairs and a text has four answers."""
    assert count_given(PAGE, {"nytte": Rated(1), "uro": RatedTwice(1)}) == (1, 4)


def test_pairs_tell_how_far_each_row_has_moved() -> None:
    """More is better, also where the row is reversed; without two steps there is no change to tell."""
    pairs = pairs_of(PAGE, {"frister": RatedTwice(2, 4), "uro": RatedTwice(5, 2)})
    assert [(pair.statement.id, pair.change) for pair in pairs] == [("frister", 2), ("uro", 3)]
    apart = pairs_of(PAGE, {"frister": RatedTwice(APART, 4), "uro": RatedTwice(now=2)})
    assert [pair.change for pair in apart] == [None, None]


def test_a_gap_holds_self_rating_up_against_knowledge() -> None:
    """Both from 0 to 1; several questions on one row are taken together by their points."""
    scores = {"k1": Score(1, 1, True), "k2": Score(0, 3, False)}
    frister, uro = gaps_of(PAGE, {"frister": RatedTwice(1, 5), "uro": RatedTwice(1, 2)}, scores)
    assert (frister.rated, frister.known, frister.questions) == (1.0, 0.25, ("k1", "k2"))
    assert (uro.rated, uro.known) == (0.75, None)


@pytest.mark.parametrize(("steps", "rated"), [(("Nei", "Ja"), 1.0), (("Ja",), None)])
def test_a_scale_of_two_steps_is_a_self_rating_and_one_of_one_is_not(
    steps: tuple[str, ...], rated: float | None
) -> None:
    """The last step is all of it; where there is only one there is nothing to rate."""
    item = replace(SCALE, steps=steps, statements=(row("nytte"),))
    (gap,) = gaps_of(replace(PAGE, blocks=(item, measuring("k", "nytte"))), {"nytte": Rated(len(steps))}, {})
    assert gap.rated == rated


def test_a_stand_apart_is_no_self_rating() -> None:
    """«Vet ikke» and a missing answer have no place on the scale; only measured rows have a gap."""
    gaps = gaps_of(PAGE, {"frister": RatedTwice(1, APART)}, {})
    assert [(gap.statement.id, gap.rated, gap.known) for gap in gaps] == [("frister", None, None), ("uro", None, None)]
