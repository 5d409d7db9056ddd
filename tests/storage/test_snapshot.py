"""An item as it was asked is readable for good, and its fingerprint changes when it changes."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from kursapp.domain.course import Block, Place, Rich
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option
from kursapp.storage.snapshot import ITEM_KINDS, fingerprint, read_item, write_item

NOWHERE = Place("", 0, 0)


def without_places(value: Any) -> Any:
    """Return a value with every place in it put nowhere."""
    if isinstance(value, Place):
        return NOWHERE
    if isinstance(value, tuple):
        return tuple(without_places(each) for each in value)
    if hasattr(value, "__dataclass_fields__"):
        return replace(value, **{field.name: without_places(getattr(value, field.name)) for field in fields(value)})
    return value


def test_there_is_one_of_every_kind(items: dict[str, Block]) -> None:
    """What follows looks at every kind there is."""
    assert {type(item) for item in items.values()} == set(ITEM_KINDS)


def test_an_item_comes_back_as_it_was(items: dict[str, Block]) -> None:
    """Every field of every kind survives, except where it stood."""
    for item in items.values():
        assert read_item(write_item(item)[1]) == without_places(item)


def test_an_item_with_nothing_but_the_needed_comes_back() -> None:
    """Fields left at their defaults are not written, and come back as the defaults."""
    item = ChoiceQuestion("a", "Hva?", NOWHERE, ChoiceKind.SINGLE, (Option("x", Rich("Ja", "Ja")),))
    text = write_item(item)[1]
    assert read_item(text) == item
    assert "feedback" not in text


def test_moving_an_item_changes_nothing(items: dict[str, Block]) -> None:
    """Another file or line gives the same fingerprint, also inside a case."""
    for item in items.values():
        assert fingerprint(without_places(item)) == fingerprint(item)


def test_changing_an_item_changes_its_fingerprint(items: dict[str, Block]) -> None:
    """Every field counts: what is seen, what is scored, what is said afterwards."""
    for item in items.values():
        for field in fields(item):  # type: ignore[arg-type]
            if field.name not in ("place", "kind", "id"):
                other = replace(item, **{field.name: other_value(getattr(item, field.name))})  # type: ignore[type-var]
                assert fingerprint(other) != fingerprint(item), (item, field.name)


def other_value(value: Any) -> Any:
    """Return something else of the same shape."""
    if isinstance(value, bool):
        return not value
    if isinstance(value, tuple):
        return value + value[:1]
    if isinstance(value, Rich):
        return Rich(value.html + "!", value.plain + "!")
    if isinstance(value, (int, float)):
        return value + 1
    if isinstance(value, str) and not hasattr(value, "value"):
        return value + "!"
    if hasattr(value, "isoformat"):
        return value.replace(year=1999)
    if hasattr(value, "__dataclass_fields__"):
        return type(value)()
    return next(each for each in type(value) if each is not value)


def test_every_stored_kind_stays_readable(items: dict[str, Block], project: Path) -> None:
    """What version 1 wrote is read, and written again to the same byte: an old answer keeps its question."""
    lines = (project / "tests" / "data" / "asked-1.jsonl").read_text("utf-8").splitlines()
    stored = {json.loads(line)["kind"]: line for line in lines}
    assert set(stored) == set(items)
    for kind, line in stored.items():
        assert read_item(line) == without_places(items[kind])
        assert write_item(items[kind])[1] == line


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "3", "null", '{"id": "a"}', '{"kind": "unknown"}', '{"kind": "choice", "id": 3}']
)
def test_what_is_no_item_is_refused(text: str) -> None:
    """A stored form that cannot be read is a ValueError and nothing else."""
    with pytest.raises(ValueError, match="stored"):
        read_item(text)
