"""Pictures of results hold the numbers of the shown table, all of them, and nothing of a hidden one."""

from __future__ import annotations

import pytest

from kursapp.domain.form import AnswerKind
from kursapp.domain.results import Hidden, Table, Why
from kursapp.domain.statistics import distribution, moved, valid_of
from kursapp.ui.coordinator.results_rows import item_picture, moves_picture, scales_picture
from kursapp.ui.coordinator.results_words import facts
from kursapp.ui.theme.theme import Theme
from tests.ui.coordinator.made_up import MadeUpCoordinator, twelve

RESULTS = MadeUpCoordinator(twelve()).results("k11", "eval-etter")
SHOWN = [
    (item, unit)
    for item in RESULTS.form.items
    if isinstance(unit := RESULTS.published.table(item.id), Table) and item.kind is not AnswerKind.TEXT
]


@pytest.mark.parametrize(("item", "table"), SHOWN, ids=[item.id for item, _table in SHOWN])
def test_every_count_is_in_the_table_and_said_for_the_ear(theme: Theme, item, table) -> None:  # type: ignore[no-untyped-def]
    """All rows of the picture have a sentence, and its table ends with "Vet ikke" and blank, apart from the rest."""
    picture = item_picture(theme, item, table)
    assert picture.rows
    assert all(row.spoken for row in picture.rows)
    assert picture.numbers.rows
    written = " ".join(cell for row in picture.numbers.rows for cell in row) + " ".join(picture.numbers.notes)
    assert "Ikke besvart" in written
    if item.apart:
        assert item.apart in written


def test_a_bar_counts_as_many_as_answered(theme: Theme) -> None:
    """The segments of each bar are the counts of the steps, and "Vet ikke" is in none of them."""
    for item, table in SHOWN:
        if item.kind is AnswerKind.SCALE:
            bar = item_picture(theme, item, table).rows[0].bar
            assert bar is not None
            assert tuple(each.count for each in bar.segments) == distribution(item, table)
        if item.kind is AnswerKind.BEFORE_NOW:
            totals = [row.bar.total for row in item_picture(theme, item, table).rows if row.bar is not None]
            assert totals == [valid_of(item, table)] * 2
            change = moves_picture(theme, item, table).rows[0].bar
            assert change is not None
            whole = moved(item, table)
            assert [each.count for each in change.segments] == [whole.down, whole.same, whole.up]


def test_a_hidden_item_has_no_number_in_picture_or_table(theme: Theme) -> None:
    """Its row says why, the table has no row for it, and the note that goes along when copied says why too."""
    item = RESULTS.form.item("k1")
    shown = RESULTS.published.table("k1")
    hidden = Hidden("k2", Why.FEW_ANSWERS)
    picture = scales_picture(theme, "Enig", [(item, shown), (RESULTS.form.item("k2"), hidden)], 5, links=False)
    assert [row.bar is None for row in picture.rows] == [False, True]
    assert [row[0] for row in picture.numbers.rows] == [item.text]
    assert picture.numbers.notes == (
        "Tempoet passet meg: Skjult for å verne deltakerne. Færre enn 5 har svart på dette.",
    )


def test_facts_say_n_first_and_those_who_did_not_know_apart() -> None:
    """One sentence each: how many answered, mean and median, who chose "Ikke relevant"."""
    item = RESULTS.form.item("a1")
    table = RESULTS.published.table("a1")
    assert isinstance(table, Table)
    told = facts(item, table)
    assert told.startswith(f"{valid_of(item, table)} svarte. Snittet er ")
    assert f"{table.count('apart')} valgte «Ikke relevant»." in told
