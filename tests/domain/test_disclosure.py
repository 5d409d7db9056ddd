"""The gate rule by rule: G1–G6 of the design, and what late batches may change."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.disclosure import least_persons, publish, waves_of
from kursapp.domain.evaluation_answer import APART, EvaluationAnswer, Picked, Rated, RatedTwice
from kursapp.domain.form import FormItem
from kursapp.domain.results import (
    Breakdown,
    Comment,
    Count,
    GatheredComment,
    Group,
    Hidden,
    HiddenBreakdown,
    Published,
    Table,
    Why,
)
from tests.domain.rounds import (
    FORM,
    Answers,
    cohort_of,
    counts_of,
    paired,
    picked,
    rated,
    round_of,
    together,
    written,
)

People = list[dict[str, EvaluationAnswer]]


def shown(published: Published, item_id: str) -> Table:
    unit = published.table(item_id)
    assert isinstance(unit, Table)
    return unit


def by_group(published: Published, variable: str, item_id: str) -> dict[str, int]:
    """Return how many valid answers each group is shown with; nothing where the item is hidden."""
    found = next(one for one in published.breakdowns if one.variable == variable)
    assert isinstance(found, Breakdown)
    return {
        table.group.value: sum(count for step, count in table.counts if step not in ("apart", "blank"))
        for table in found.of_item(item_id)
        if table.group
    }


# G1 ------------------------------------------------------------------------------------------------


def test_a_table_needs_k_persons() -> None:
    """Four persons are too few for k = 5, five are enough."""
    assert round_of(rated("relevans", 1, 2, 3, 4)).published.table("relevans") == Hidden("relevans", Why.FEW_PERSONS)
    assert shown(round_of(rated("relevans", 1, 2, 3, 4, 5)).published, "relevans").persons == 5


def test_a_table_needs_k_valid_answers() -> None:
    """With eight persons of whom four answered "Vet ikke" or nothing, an item is hidden whole."""
    people = [*rated("relevans", 1, 2, 3, 4), {"relevans": Rated(APART)}, {}, {}, {}]
    assert round_of(people).published.table("relevans") == Hidden("relevans", Why.FEW_ANSWERS)


def test_a_table_nobody_answered_is_hidden() -> None:
    """Eight persons of whom none gave a valid answer: that all left it blank is not told either."""
    people: People = [{"relevans": Rated(APART)}, *({} for _ in range(7))]
    assert round_of(people).published.table("relevans") == Hidden("relevans", Why.FEW_ANSWERS)


def test_a_shown_table_is_whole() -> None:
    """Steps of zero to four stand, and so do "Vet ikke" and blank."""
    people = [*rated("relevans", 5, 5, 5, 5, 4), {"relevans": Rated(APART)}, {}]
    table = shown(round_of(people).published, "relevans")
    assert table.counts == (("1", 0), ("2", 0), ("3", 0), ("4", 1), ("5", 4), ("apart", 1), ("blank", 1))
    assert table.persons == 7


@pytest.mark.parametrize(
    ("k", "reason", "least"), [(5, "", 5), (8, "", 8), (3, "Få deltakere", 3), (3, " ", 5), (1, "Få deltakere", 3)]
)
def test_the_limit_is_five_and_three_only_with_a_reason(k: int, reason: str, least: int) -> None:
    """Whatever a cohort file says, the gate holds the limit."""
    assert least_persons(cohort_of(k=k, reason=reason).rules) == least


def test_a_choice_of_several_is_counted_by_person() -> None:
    """Three who chose nine options between them are three, and too few."""
    few = round_of(picked("likte", *["case quiz arbeidsbok"] * 3, *[""] * 5)).published
    enough = round_of(picked("likte", *["case quiz"] * 5, "")).published
    assert few.table("likte") == Hidden("likte", Why.FEW_ANSWERS)
    assert dict(shown(enough, "likte").counts) == {"=case": 5, "=quiz": 5, "=arbeidsbok": 0, "answered": 5, "blank": 1}
    assert shown(enough, "likte").persons == 6


# G2 ------------------------------------------------------------------------------------------------


def in_roles(*roles: str) -> People:
    return together(picked("rolle", *roles), rated("relevans", *[4] * len(roles)))


LARGE = ["leder"] * 5 + ["team"] * 6


def test_a_breakdown_is_shown_where_every_group_is_large() -> None:
    """Five and six are enough; a group nobody belongs to is not there."""
    published = round_of(in_roles(*LARGE), breakdowns=("rolle",)).published
    (one,) = published.breakdowns
    assert isinstance(one, Breakdown)
    assert one.groups == (Group("rolle", "=leder"), Group("rolle", "=team"))
    assert by_group(published, "rolle", "relevans") == {"=leder": 5, "=team": 6}


@pytest.mark.parametrize("small", [["stab"], [""], ["stab", "stab", "", ""]])
def test_one_small_group_hides_the_breakdown_whole(small: list[str]) -> None:
    """One group of fewer than k, "ikke oppgitt" too, hides the breakdown for all items and groups."""
    published = round_of(in_roles(*LARGE, *small), breakdowns=("rolle",)).published
    assert published.breakdowns == (HiddenBreakdown("rolle", Why.SMALL_GROUP),)
    assert isinstance(published.table("relevans"), Table)


def test_too_few_answers_in_one_group_hide_the_item_in_all() -> None:
    """Were the other group shown, it could be subtracted from everybody."""
    people = [*in_roles(*LARGE), *picked("rolle", *["leder"] * 3)]
    people[0] = {"rolle": Picked(("leder",))}
    published = round_of(people, breakdowns=("rolle",)).published
    assert by_group(published, "rolle", "relevans") == {}
    (one,) = published.breakdowns
    assert isinstance(one, Breakdown)
    assert Hidden("relevans", Why.FEW_ANSWERS) in one.tables
    assert shown(published, "relevans").persons == 14


def test_nothing_is_broken_down_that_was_not_announced() -> None:
    """Rows of a variable that the rules do not name stay where they are."""
    people = in_roles(*LARGE)
    counts = counts_of(FORM, [people], ("rolle",))
    assert publish(cohort_of(), FORM, [len(people)], counts).breakdowns == ()


def test_a_form_that_does_not_ask_is_not_broken_down() -> None:
    """The rules are the cohort's, and not every form of it asks the background questions."""
    form = replace(FORM, items=FORM.items[2:])
    published = round_of(rated("relevans", *[4] * 6), form=form, cohort=cohort_of(breakdowns=("rolle",))).published
    assert published.breakdowns == ()
    assert isinstance(published.table("relevans"), Table)


def test_background_questions_and_texts_are_in_no_breakdown() -> None:
    """Background questions are never crossed, and who wrote is nobody's business."""
    people = together(in_roles(*LARGE), picked("kommune", *["liten"] * 11), written("mer", *["Bra"] * 11))
    published = round_of(people, breakdowns=("rolle", "kommune")).published
    for one in published.breakdowns:
        assert isinstance(one, Breakdown)
        assert not {"rolle", "kommune", "mer"} & {unit.item_id for unit in one.tables}


def crossed(*cells: tuple[str, str, int]) -> People:
    people: People = []
    for role, size, many in cells:
        people += [{"rolle": Picked((role,)), "kommune": Picked((size,)), "relevans": Rated(4)}] * many
    return people


def test_a_second_breakdown_must_not_leave_few_alone() -> None:
    """Where five leaders are five of six in small municipalities, the second breakdown would give the sixth away."""
    nested = crossed(("leder", "liten", 5), ("team", "liten", 1), ("team", "stor", 6))
    one, other = round_of(nested, breakdowns=("rolle", "kommune")).published.breakdowns
    assert isinstance(one, Breakdown)
    assert other == HiddenBreakdown("kommune", Why.OVERLAPPING)


def test_two_breakdowns_stand_side_by_side_where_all_they_share_is_large() -> None:
    """Where two groups meet in none or at least k persons, nobody stands alone."""
    apart = crossed(("leder", "liten", 5), ("team", "liten", 5), ("team", "stor", 5))
    published = round_of(apart, breakdowns=("rolle", "kommune")).published
    assert by_group(published, "rolle", "relevans") == {"=leder": 5, "=team": 10}
    assert by_group(published, "kommune", "relevans") == {"=liten": 10, "=stor": 5}


def test_blanks_could_all_be_where_two_groups_meet() -> None:
    """An item with so many blanks that fewer than k answers may be left where groups meet is hidden in the second."""
    cells = ("leder", "liten", 6), ("leder", "stor", 5), ("team", "liten", 5), ("team", "stor", 6)
    blank: People = [{"rolle": Picked((role,)), "kommune": Picked((size,))} for role, size, many in cells if many == 6]
    full = round_of(crossed(*cells), breakdowns=("rolle", "kommune")).published
    some = round_of(crossed(*cells) + blank, breakdowns=("rolle", "kommune")).published
    assert by_group(full, "kommune", "relevans") == {"=liten": 11, "=stor": 11}
    assert by_group(some, "rolle", "relevans") == {"=leder": 11, "=team": 11}
    assert by_group(some, "kommune", "relevans") == {}


def test_without_rows_of_how_two_breakdowns_meet_the_second_is_hidden() -> None:
    """What cannot be known is taken to be too few."""
    people = crossed(("leder", "liten", 5), ("team", "stor", 5))
    counts = [row for row in counts_of(FORM, [people], ("rolle", "kommune")) if row.item_id != "kommune"
              or not row.variable]  # fmt: skip
    published = publish(cohort_of(breakdowns=("rolle", "kommune")), FORM, [10], counts)
    assert published.breakdowns[1] == HiddenBreakdown("kommune", Why.OVERLAPPING)


# G3 ------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(1, 5), min_size=4, max_size=4), st.lists(st.integers(1, 5), min_size=4, max_size=4))
def test_what_hidden_units_hold_changes_nothing(first: list[int], second: list[int]) -> None:
    """An item with four valid answers may hold whatever it will: everything published is the same."""
    base = together(in_roles(*LARGE), paired("frist", *[(1, 2)] * 11))

    def with_hidden(steps: Sequence[int]) -> Published:
        people = [dict(person) for person in base]
        for person, step in zip(people, steps, strict=False):
            person["tungt"] = Rated(step)
            person["avvik"] = RatedTwice(step, 6 - step)
        return round_of(people, breakdowns=("rolle",)).published

    assert repr(with_hidden(first)) == repr(with_hidden(second))


@given(st.permutations(range(11)), st.randoms(use_true_random=False))
def test_who_gave_which_answer_changes_nothing(order: list[int], shuffle: random.Random) -> None:
    """Answers moved between persons inside a shown unit, and rows in any order, publish the same."""
    steps = [1, 2, 2, 3, 3, 3, 4, 4, 5, 5, 5]
    people = together(rated("relevans", *steps), paired("frist", *[(one, 3) for one in steps]))
    moved = together(rated("relevans", *[steps[at] for at in order]), [{"frist": one["frist"]} for one in people])
    counts = counts_of(FORM, [moved])
    shuffle.shuffle(counts)
    assert repr(publish(cohort_of(), FORM, [11], counts)) == repr(round_of(people).published)


# G4: late batches ----------------------------------------------------------------------------------


def test_latecomers_enter_in_lots_of_k() -> None:
    """Batches are taken together until they hold k persons; the rest is not in the results yet."""
    assert waves_of([12, 5, 2, 3, 4], 5) == (range(1, 2), range(2, 3), range(3, 5))
    assert waves_of([3, 1], 5) == ()


@pytest.mark.parametrize("grown", [0, 1, 4, 5])
def test_an_item_keeps_its_table_unless_it_grew_by_none_or_k(grown: int) -> None:
    """Of five latecomers so many answer: with one to four of them the table stays as it was."""
    late: People = [*rated("relevans", *[1] * grown), *[{}] * (5 - grown)]
    table = shown(round_of(rated("relevans", 4, 4, 4, 5, 5, 5), late).published, "relevans")
    assert table.persons == (6 if 0 < grown < 5 else 11)
    assert table.count("1") == (5 if grown == 5 else 0)


def test_what_was_kept_back_enters_when_it_is_enough() -> None:
    """Two and three answers in two late batches enter together."""
    late: list[People] = [[*rated("relevans", 1, 1), {}, {}, {}], [*rated("relevans", 1, 1, 1), {}, {}]]
    assert shown(round_of(rated("relevans", *[4] * 6), *late).published, "relevans").persons == 16


def test_a_hidden_item_is_shown_when_late_answers_make_it_k() -> None:
    """An item that was never shown has no table to be subtracted from."""
    first: People = [*rated("relevans", 1, 1, 1), {}, {}]
    assert shown(round_of(first, rated("relevans", *[2] * 5)).published, "relevans").count("1") == 3


def test_a_breakdown_stays_where_a_group_grew_by_too_few() -> None:
    """Five leaders and one of the team come late: everybody's table moves, the groups stay."""
    published = round_of(in_roles(*LARGE), in_roles(*["leder"] * 5, "team"), breakdowns=("rolle",)).published
    assert shown(published, "relevans").persons == 17
    assert by_group(published, "rolle", "relevans") == {"=leder": 5, "=team": 6}


def test_a_breakdown_stays_where_somebody_came_to_a_group_and_left_the_item_blank() -> None:
    """One of the team comes late and answers nothing: her blank is nobody's to see."""
    late: People = [*in_roles(*["leder"] * 5), {"rolle": Picked(("team",))}]
    published = round_of(in_roles(*LARGE), late, breakdowns=("rolle",)).published
    assert shown(published, "relevans").persons == 17
    assert by_group(published, "rolle", "relevans") == {"=leder": 5, "=team": 6}


def test_an_item_stays_in_its_groups_where_too_few_answered_in_one() -> None:
    """Five and five come late, of the team two answer: other items go along, this one does not."""
    late = in_roles(*["leder"] * 5, *["team"] * 5)
    for person in late:
        person["tungt"] = Rated(2)
    for person in late[-3:]:
        del person["relevans"]
    first = together(in_roles(*LARGE), rated("tungt", *[3] * 11))
    published = round_of(first, late, breakdowns=("rolle",)).published
    assert by_group(published, "rolle", "relevans") == {"=leder": 5, "=team": 6}
    assert by_group(published, "rolle", "tungt") == {"=leder": 10, "=team": 11}


def test_a_group_that_comes_late_needs_k_valid_answers() -> None:
    """Five of the staff come late and leave an item blank: it stays as it was, without them."""
    late = picked("rolle", *["stab"] * 5)
    published = round_of(in_roles(*LARGE), late, breakdowns=("rolle",)).published
    assert shown(published, "relevans").persons == 16
    assert by_group(published, "rolle", "relevans") == {"=leder": 5, "=team": 6}


def test_a_breakdown_goes_along_where_each_group_grew_by_none_or_k() -> None:
    """Five leaders come late and nobody else: the groups move with everybody's table."""
    published = round_of(in_roles(*LARGE), in_roles(*["leder"] * 5), breakdowns=("rolle",)).published
    assert by_group(published, "rolle", "relevans") == {"=leder": 10, "=team": 6}


def test_a_breakdown_never_catches_up() -> None:
    """Had it moved to the third batch, leaders in between could be subtracted from everybody in between."""
    late = [in_roles(*["leder"] * 5, "team"), in_roles(*["team"] * 5)]
    published = round_of(in_roles(*LARGE), *late, breakdowns=("rolle",)).published
    assert shown(published, "relevans").persons == 22
    assert by_group(published, "rolle", "relevans") == {"=leder": 5, "=team": 6}


def test_a_hidden_breakdown_stays_hidden_when_its_small_group_grows() -> None:
    """Five of the staff come late to one: shown now, subtraction would give the one."""
    published = round_of(in_roles(*LARGE, "stab"), in_roles(*["stab"] * 5), breakdowns=("rolle",)).published
    assert published.breakdowns == (HiddenBreakdown("rolle", Why.SMALL_GROUP),)


@given(st.lists(st.lists(st.integers(0, 5), min_size=5, max_size=8), min_size=1, max_size=4))
def test_any_two_publications_differ_by_none_or_k(batches: list[list[int]]) -> None:
    """In any history the valid answers of an item grow by none or at least k from one publication to a later one."""
    people: list[list[Answers]] = [[{"relevans": Rated(step)} if step else {} for step in batch] for batch in batches]
    seen = [0]
    for until in range(1, len(people) + 1):
        unit = round_of(*people[:until]).published.table("relevans")
        if isinstance(unit, Table):
            seen.append(sum(unit.count(str(step)) for step in range(1, 6)))
    assert all(later == earlier or later - earlier >= 5 for at, earlier in enumerate(seen) for later in seen[at:])


# G5 ------------------------------------------------------------------------------------------------


def test_comments_need_ten_persons() -> None:
    """Nine are too few whatever k is, ten are enough."""
    nine = round_of(written("mer", *["Bra"] * 9), k=3, reason="Få deltakere").published
    ten = round_of(written("mer", *["Bra"] * 10)).published
    assert (nine.comments, nine.comments_hidden) == ((), Why.FEW_FOR_COMMENTS)
    assert (len(ten.comments), ten.comments_hidden) == (10, None)


def test_a_higher_limit_holds_for_comments_too() -> None:
    """With k = 10 and nine persons nothing is shown; k above ten is no rule there is."""
    assert round_of(written("mer", *["Bra"] * 9), k=10).published.comments_hidden is Why.FEW_FOR_COMMENTS


def test_comments_are_sorted_by_text_and_nothing_else() -> None:
    """Whatever order they come in, and whichever batch, they stand by item and text."""
    comments = [
        GatheredComment(batch, Comment(item, text))
        for batch, item, text in [(1, "mer", "b"), (2, "mer", "a"), (1, "tempo", "z"), (2, "mer", "c")]
    ]
    published = publish(cohort_of(), FORM, [10, 10], [], comments)
    assert [(one.item_id, one.text) for one in published.comments] == [
        ("tempo", "z"), ("mer", "a"), ("mer", "b"), ("mer", "c"),
    ]  # fmt: skip
    assert publish(cohort_of(), FORM, [10, 10], [], comments[::-1]) == published


def test_late_comments_wait_for_ten() -> None:
    """Six latecomers are enough for the tables and too few for comments; with four more all ten enter."""
    first, late, later = (written("mer", *texts) for texts in (["a"] * 10, ["b"] * 6, ["c"] * 5))
    assert len(round_of(first, late).published.comments) == 10
    assert len(round_of(first, late, later).published.comments) == 21


# The whole -----------------------------------------------------------------------------------------


def test_every_item_has_its_unit_in_the_form_s_order() -> None:
    """Screens and exports find every item, shown or hidden."""
    published = round_of(rated("relevans", *[3] * 6)).published
    assert [unit.item_id for unit in published.tables] == [item.id for item in FORM.items]


def test_numbers_without_bounds_are_listed_as_given() -> None:
    """Only numbers somebody gave are steps, by size, and blank comes last."""
    people = written("dager", "10", "9", "9,5", "-3", "1 000", "")
    assert shown(round_of(people).published, "dager").counts == (
        ("-3", 1), ("9", 1), ("9.5", 1), ("10", 1), ("1000", 1), ("blank", 1),
    )  # fmt: skip


def test_a_step_that_is_no_step_is_an_error() -> None:
    """A collection that was tampered with is not counted as if nothing were wrong."""
    with pytest.raises(ValueError, match="relevans"):
        publish(cohort_of(), FORM, [6], [Count("relevans", "9", 6)])


def test_groups_of_a_breakdown_have_the_same_steps() -> None:
    """Numbers given in one group only stand in the other as zero."""
    people = together(in_roles(*LARGE), written("dager", *["1"] * 5, *["2"] * 6))
    published = round_of(people, breakdowns=("rolle",)).published
    (one,) = published.breakdowns
    assert isinstance(one, Breakdown)
    assert {tuple(step for step, _ in table.counts) for table in one.of_item("dager")} == {("1", "2", "blank")}


def test_a_form_without_people_shows_nothing() -> None:
    """A round nobody handed in to is hidden, not an error."""
    published = round_of([], breakdowns=("rolle",)).published
    assert published.persons == 0
    assert published.breakdowns == (HiddenBreakdown("rolle", Why.FEW_PERSONS),)
    assert all(isinstance(unit, Hidden) for unit in published.tables)


def test_only_two_breakdowns_are_ever_shown() -> None:
    """A cohort file that names a third has no effect."""
    third: FormItem = replace(FORM.items[6], background=True)
    form = replace(FORM, items=(*FORM.items[:6], third, *FORM.items[7:]))
    published = round_of(in_roles(*LARGE), form=form, breakdowns=("rolle", "kommune", "tempo")).published
    assert [one.variable for one in published.breakdowns] == ["rolle", "kommune"]
