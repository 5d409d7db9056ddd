"""The long table: counts and texts, in an order that tells nothing."""

from __future__ import annotations

from dataclasses import replace

from kursapp.domain.form import AnswerKind, FormItem
from kursapp.domain.results import RoundResults
from kursapp.export.long_table import COLUMNS, comments_in_order, item_name, rows_of, share, step_code
from tests.export.made_up import results


def test_rows_are_as_wide_as_the_header(full: RoundResults) -> None:
    """No cell goes astray."""
    assert {len(row) for row in rows_of(full)} == {len(COLUMNS)}


def test_comments_are_sorted_by_text_whatever_order_they_come_in() -> None:
    """The order of comments is that of their letters, never of persons or of time."""
    shown = results()
    turned = replace(shown, published=replace(shown.published, comments=tuple(reversed(shown.published.comments))))
    assert comments_in_order(turned) == comments_in_order(shown)
    texts = [comment.text for comment in comments_in_order(shown)]
    assert texts == sorted(texts)


def test_an_option_is_written_so_that_no_cell_begins_with_an_equals_sign() -> None:
    """A step that is an option names its id."""
    assert step_code("=leder") == "id:leder"
    assert step_code("2>4") == "2>4"


def test_shares_are_of_valid_answers() -> None:
    """A share has four decimals; of nobody there is none."""
    assert share(1, 3) == 0.3333
    assert share(0, 0) is None


def test_an_item_is_named_with_the_words_above_it() -> None:
    """Heading and statement become one text that reads as a sentence."""
    item = FormItem("a", AnswerKind.SCALE, "Jeg finner fristen", "Hvor godt går det?")
    assert item_name(item) == "Hvor godt går det? Jeg finner fristen"
    assert item_name(replace(item, heading="Frister")) == "Frister: Jeg finner fristen"
    assert item_name(replace(item, heading="")) == "Jeg finner fristen"


def test_means_stand_only_beside_a_distribution(full: RoundResults) -> None:
    """Every row that is worked out follows the counts it was worked out from."""
    seen: set[tuple[object, object]] = set()
    for row in rows_of(full):
        kind, item, group = row[0], row[4], row[7]
        if kind == "tall":
            seen.add((item, group))
        if kind == "mål":
            assert (item, group) in seen
