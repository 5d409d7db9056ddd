"""What a backup is said to be, in every language."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kursapp.domain.backup import Holding, KeptBackup, Occasion
from kursapp.storage.collection.counted import COUNTED as COLLECTION
from kursapp.storage.participant.counted import COUNTED as PROFILE
from kursapp.texts.backups import counted, holding_words, lost_words, occasion_words

KEPT = KeptBackup("a.db", datetime(2026, 3, 9, tzinfo=UTC), Occasion.DAILY, 1, Holding({"answers": 1}))


def test_what_there_is_none_of_is_left_out() -> None:
    """One, two and three kinds are written as people write them."""
    assert counted({"answers": 0}, "nb") == ""
    assert counted({"answers": 1, "notes": 0}, "nb") == "1 svar"
    assert counted({"notes": 1, "steps": 2}, "nn") == "1 notat og 2 steg i planen"
    assert (
        counted({"answers": 1200, "notes": 2, "texts": 1}, "en") == "1,200 answers, 2 notes and 1 text in the workbook"
    )


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_everything_counted_has_its_words(language: str) -> None:
    """One of it and several; and every occasion."""
    for each in (*PROFILE, *COLLECTION):
        assert counted({each.kind: 1}, language)
        assert "7" in counted({each.kind: 7}, language)
    assert len({occasion_words(occasion, language) for occasion in Occasion}) == len(Occasion)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_what_it_holds_and_what_it_costs(language: str) -> None:
    """Empty, damaged and whole are told apart; with nothing to compare with nothing is said to be lost."""
    told = {holding_words(each, language) for each in (None, Holding({"answers": 0}), Holding({"answers": 3}))}
    assert len(told) == 3
    assert lost_words(KEPT, language) == ""
    nothing, much = (
        lost_words(replace(KEPT, lost={"answers": 0}), language),
        lost_words(replace(KEPT, lost={"answers": 9}), language),
    )
    assert "9" in much
    assert nothing not in ("", much)
