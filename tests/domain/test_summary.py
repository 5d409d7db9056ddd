"""The front page: what it says, of what, and what it leaves out."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.evaluation_answer import Rated
from kursapp.domain.form import Form, FormKind
from kursapp.domain.statistics import Moved, Share
from kursapp.domain.summary import KeyNumber, NumberCode, Sentence, SentenceCode, Summary, summary_of
from tests.domain.rounds import (
    FORM,
    MORE,
    PACE,
    cohort_of,
    paired,
    picked,
    rated,
    round_of,
    scale,
    together,
    twice,
    written,
)

PEOPLE = together(
    rated("relevans", 5, 5, 4, 4, 4, 3, 5, 4, 2, 5),
    rated("tungt", 1, 1, 2, 5, 4, 3, 1, 2, 3, 2),
    paired("frist", *[(1, 4)] * 6, *[(3, 3)] * 4),
    paired("avvik", *[(2, 3)] * 3, *[(3, 3)] * 6, (4, 2)),
    picked("tempo", *["passe"] * 7, *["raskt"] * 3),
    written("mer", *["Bra"] * 4, *[""] * 6),
)


def numbers(summary: Summary) -> dict[NumberCode, KeyNumber]:
    return {number.code: number for number in summary.numbers}


def test_four_numbers_stand_on_the_front_page() -> None:
    """Response rate, answers above the middle, pairs that moved up, comments."""
    found = summary_of(round_of(PEOPLE))
    assert [number.code for number in found.numbers] == [
        NumberCode.ANSWERED, NumberCode.FAVOURABLE, NumberCode.MOVED_UP, NumberCode.COMMENTS,
    ]  # fmt: skip
    told = numbers(found)
    assert (told[NumberCode.ANSWERED].count, told[NumberCode.ANSWERED].total) == (10, 24)
    assert (told[NumberCode.FAVOURABLE].count, told[NumberCode.FAVOURABLE].total) == (8 + 6 + 6 + 0, 40)
    assert (told[NumberCode.MOVED_UP].count, told[NumberCode.MOVED_UP].total) == (9, 20)
    assert told[NumberCode.COMMENTS].count == 4
    assert told[NumberCode.MOVED_UP].share == 0.45


def test_three_sentences_say_where_it_moved_and_what_stands_highest() -> None:
    """The rows where most and fewest moved up, then the scale that stands highest."""
    form = replace(FORM, items=tuple(item for item in FORM.items if item.id in PEOPLE[0] and item is not MORE))
    assert summary_of(round_of(PEOPLE, form=form)).sentences == (
        Sentence(SentenceCode.MOVED_MOST, "frist", 6, 10),
        Sentence(SentenceCode.MOVED_LEAST, "avvik", 3, 10),
        Sentence(SentenceCode.HIGHEST, "relevans", 8, 10),
    )


def test_what_is_hidden_is_said() -> None:
    """With hidden items the last of the three sentences counts them, and the others name those of their kind."""
    people = [{key: value for key, value in one.items() if key != "avvik"} for one in PEOPLE]
    *_, last = (found := summary_of(round_of(people))).sentences
    assert last.code is SentenceCode.LEFT_OUT
    assert last.count == len(last.left_out)
    assert "avvik" in last.left_out
    assert found.sentences[0] == Sentence(SentenceCode.MOVED_MOST, "frist", 6, 10, left_out=("avvik",))
    assert numbers(found)[NumberCode.FAVOURABLE].left_out == ("avvik",)
    assert len(found.sentences) == 3


def test_too_few_persons_leave_one_sentence() -> None:
    """Nothing is shown: the numbers have no count, and the sentence says so."""
    found = summary_of(round_of(PEOPLE[:4]))
    assert found.sentences == (Sentence(SentenceCode.ALL_HIDDEN, total=len(FORM.items)),)
    told = numbers(found)
    assert told[NumberCode.FAVOURABLE].count is None
    assert told[NumberCode.FAVOURABLE].share is None
    assert told[NumberCode.COMMENTS].count is None
    assert all(theme.favourable == Share(0, 0) and not theme.counts for theme in found.themes)


def test_a_form_of_choices_has_its_own_sentences_and_numbers() -> None:
    """The clearest choice comes first; without scales how much was answered, and shown, takes their place."""
    other = replace(PACE, id="mengde")
    form = replace(FORM, items=(PACE, other))
    people = together(picked("tempo", *["passe"] * 4, *["lavt"] * 3), picked("mengde", *["raskt"] * 7))
    found = summary_of(round_of(people, form=form))
    assert found.numbers == (
        KeyNumber(NumberCode.ANSWERED, 7, 24),
        KeyNumber(NumberCode.GIVEN, 14, 14),
        KeyNumber(NumberCode.SHOWN, 2, 2),
    )
    assert found.sentences == (
        Sentence(SentenceCode.CHOSEN_MOST, "mengde", 7, 7, "raskt"),
        Sentence(SentenceCode.CHOSEN_MOST, "tempo", 4, 7, "passe"),
    )


def test_a_form_of_scales_alone_has_four_numbers_too() -> None:
    """Without pairs and texts, how much was answered is one of them, and it leaves hidden items out."""
    form = replace(FORM, items=(scale("a"), scale("b")))
    people = [*rated("a", *[4] * 6), {}, {"b": Rated(1)}]
    found = summary_of(round_of(people, form=form)).numbers
    assert [number.code for number in found] == [
        NumberCode.ANSWERED, NumberCode.FAVOURABLE, NumberCode.GIVEN, NumberCode.SHOWN,
    ]  # fmt: skip
    assert found[2] == KeyNumber(NumberCode.GIVEN, 6, 8, ("b",))


def test_a_theme_adds_up_its_shown_items() -> None:
    """Answers are added, not means; the hidden item is named and counts for nothing."""
    form = Form("f", "F", FormKind.EVALUATION, "k", "1", (scale("a"), scale("b"), scale("c"), twice("d"), MORE))
    people = together(rated("a", *[4] * 6), rated("b", *[1, 2, 3, 4, 5, 5]), paired("d", *[(1, 5)] * 4, (5, 1), (2, 2)))
    people[0]["c"] = Rated(1)
    nytte, trygghet, kurset = summary_of(round_of(people, form=form)).themes
    assert (nytte.title, nytte.items, nytte.left_out) == ("Nytte", ("a", "b", "c"), ("c",))
    assert nytte.favourable == Share(9, 12)
    assert nytte.counts == (1, 1, 1, 7, 2)
    assert (trygghet.moved, trygghet.favourable, trygghet.counts) == (Moved(4, 1, 1), Share(4, 6), (1, 1, 0, 0, 4))
    assert (kurset.title, kurset.left_out) == ("Kurset", ("mer",))


def test_scales_that_differ_are_not_added_step_by_step() -> None:
    """A theme of scales with other steps, or read from the other end, has a share but no distribution."""
    form = replace(FORM, items=(scale("a"), scale("b", reversed=True)))
    (theme,) = summary_of(round_of(together(rated("a", *[4] * 5), rated("b", *[1] * 5)), form=form)).themes
    assert (theme.counts, theme.steps, theme.favourable) == ((), (), Share(10, 10))


@given(st.lists(st.integers(1, 5), min_size=4, max_size=4), st.integers(1, 5))
def test_nothing_on_the_front_page_depends_on_hidden_units(steps: list[int], other: int) -> None:
    """Whatever four answers to a hidden scale and a hidden pair are, the front page is the same to the byte (G3)."""

    def front(values: list[int]) -> str:
        people = [dict(person) for person in PEOPLE]
        for person in people:
            del person["tungt"], person["avvik"]
        for person, step in zip(people, values, strict=False):
            person |= {"tungt": Rated(step)} | paired("avvik", (step, other))[0]
        return repr(summary_of(round_of(people)))

    assert front(steps) == front([1, 1, 1, 1])


def test_background_questions_are_no_theme() -> None:
    """Who they are is no opinion, and is no sentence either."""
    people = together(picked("rolle", *["leder"] * 7), rated("relevans", *[4] * 7))
    found = summary_of(round_of(people, cohort=cohort_of()))
    assert all("rolle" not in theme.items for theme in found.themes)
    assert all(sentence.item_id != "rolle" for sentence in found.sentences)
