"""What a format can carry comes back as it was, whatever the words hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kursapp.domain.question_bank import Bank, BankItem
from kursapp.interchange.aiken import read_aiken, write_aiken
from kursapp.interchange.carrying import AIKEN, GIFT, MOODLE_XML, Reach, carry
from kursapp.interchange.gift_reader import read_gift
from kursapp.interchange.gift_writer import write_gift
from kursapp.interchange.moodle_xml_reader import read_moodle_xml
from kursapp.interchange.moodle_xml_writer import write_moodle_xml
from tests.interchange.made_up import PLACE, items

# Shrinking a list of questions takes minutes; a failing one is printed as it was found.
WITHOUT_DEADLINE = settings(
    deadline=None,
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def there_and_back(entries: list[BankItem], reach: Reach) -> Bank:
    """Write entries in a format and read them again."""
    if reach is GIFT:
        return read_gift(write_gift(entries), "x.gift")
    if reach is AIKEN:
        return read_aiken(write_aiken(entries), "x.txt")
    return read_moodle_xml(write_moodle_xml(entries, lambda path: None).encode(), "x.xml")


def without_places(bank: Bank) -> list[BankItem]:
    """Return entries as if all stood on the first line."""
    return [replace(item, block=replace(_any(item.block), place=PLACE)) for item in bank.items]


def _any(block: Any) -> Any:
    return block


@pytest.mark.parametrize("reach", [GIFT, MOODLE_XML, AIKEN], ids=["gift", "moodle-xml", "aiken"])
@WITHOUT_DEADLINE
@given(data=st.data())
def test_what_a_format_carries_comes_back(reach: Reach, data: st.DataObject) -> None:
    """Export then import is the identity on the model minus the declared losses, with nothing to find fault with."""
    carried = [carry(item, reach).item for item in data.draw(st.lists(items, min_size=1, max_size=3))]
    kept = [item for item in carried if item]
    bank = there_and_back(kept, reach)
    assert without_places(bank) == kept
    assert bank.problems == ()


@pytest.mark.parametrize("reach", [GIFT, MOODLE_XML, AIKEN], ids=["gift", "moodle-xml", "aiken"])
@WITHOUT_DEADLINE
@given(item=items)
def test_carrying_twice_loses_nothing_more(reach: Reach, item: BankItem) -> None:
    """What a format carries, it carries whole."""
    once = carry(item, reach).item
    if once:
        again = carry(once, reach)
        assert again.item == once
        assert not set(again.lost) - {"weights"}


@WITHOUT_DEADLINE
@given(text=st.text(alphabet="ab{}~=#:%->\\\n/$[]T.1<&", max_size=60))
def test_any_text_is_read_as_gift(text: str) -> None:
    """Nothing makes the reader fail, and no entry with words disappears."""
    bank = read_gift(text, "x.gift")
    lines = [line.strip() for line in text.split("\n")]
    entries = [
        line for line in lines if line and not line.startswith("//") and not line.upper().startswith("$CATEGORY:")
    ]
    assert bool(bank.items) == bool(entries)


@WITHOUT_DEADLINE
@given(text=st.text(alphabet="abAB.) \nNSWER:", max_size=60))
def test_any_text_is_read_as_aiken(text: str) -> None:
    """Nothing makes the reader fail, and words are never lost."""
    assert bool(read_aiken(text, "x.txt").items) == bool(text.strip())
