"""The card of the first paint: written, read, and never in the way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.progress import Target
from kursapp.services.remember_start import StartCard, card_for, forget_start, read_start, write_start

CARD = StartCard("god-barnevernledelse", "God barnevernledelse – seks dager", "Klokken går", (1.0, 0.25), "d1", "d1-2")
FACTS = {"version", "course_id", "title", "page_title", "days", "session_id", "page_id"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return where the card lies, in a folder that is not there yet."""
    return tmp_path / "ny mappe" / "start.json"


def test_the_card_is_read_as_it_was_written(path: Path) -> None:
    """Norwegian letters and bars come back as they were."""
    assert write_start(path, CARD)
    assert read_start(path) == CARD


def test_the_card_holds_its_facts_and_nothing_else(path: Path) -> None:
    """Course, page and day fill: nothing private."""
    write_start(path, CARD)
    assert set(json.loads(path.read_text("utf-8"))) == FACTS


def test_the_card_tells_where_fortsett_leads(world) -> None:
    """The page's own title and the fill of each day."""
    take = world.desk.take
    take.read_page("lesing")
    card = card_for(world.course, take.progress(), Target("d1-1", "lesing"))
    assert (card.course_id, card.title, card.page_title) == (world.course.id, "God barnevernledelse", "Fristene")
    assert card.days == (round(take.progress().days[0].fill, 3),)
    assert (card.session_id, card.page_id) == ("d1-1", "lesing")
    nowhere = card_for(world.course, take.progress(), None)
    assert (nowhere.page_title, nowhere.session_id, nowhere.page_id) == ("", "", "")


def test_a_missing_card_is_no_card(path: Path) -> None:
    """The first start has none, and forgetting one that is not there does nothing."""
    assert read_start(path) is None
    forget_start(path)
    write_start(path, CARD)
    forget_start(path)
    assert read_start(path) is None


GOOD = {"version": 1, "course_id": "k", "title": "K", "page_title": "", "days": [0.5]}


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"\xff\xfe\x00",
        b"[]",
        b"null",
        b"[" * 100_000,
        json.dumps({**GOOD, "version": 2}).encode(),
        json.dumps({**GOOD, "course_id": ""}).encode(),
        json.dumps({**GOOD, "title": 7}).encode(),
        json.dumps({**GOOD, "title": "x" * 301}).encode(),
        json.dumps({**GOOD, "page_id": 7}).encode(),
        json.dumps({**GOOD, "session_id": "x" * 301}).encode(),
        json.dumps({**GOOD, "days": "full"}).encode(),
        json.dumps({**GOOD, "days": [1.5]}).encode(),
        json.dumps({**GOOD, "days": [True]}).encode(),
        json.dumps({**GOOD, "days": [0.1] * 61}).encode(),
        json.dumps({**GOOD, "days": [float("nan")]}).encode(),
        json.dumps(GOOD).encode() + b" " * 20_000,
    ],
)
def test_a_damaged_card_is_ignored(path: Path, data: bytes) -> None:
    """Torn, foreign, newer, oversized or impossible: the program starts without it."""
    path.parent.mkdir()
    path.write_bytes(data)
    assert read_start(path) is None


def test_a_sound_card_by_hand_is_read(path: Path) -> None:
    """The shape the damaged ones above are broken from is itself sound, and what an earlier version left behind."""
    path.parent.mkdir()
    path.write_text(json.dumps(GOOD), "utf-8")
    assert read_start(path) == StartCard("k", "K", "", (0.5,))


def test_a_folder_in_the_cards_place_is_ignored(path: Path) -> None:
    """It can neither be read nor written, and neither fails."""
    path.mkdir(parents=True)
    assert read_start(path) is None
    assert not write_start(path, CARD)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(list(GOOD)), inner),
        max_leaves=8,
    )
)
def test_any_json_can_lie_there(tmp_path_factory: pytest.TempPathFactory, value: object) -> None:
    """Whatever stands in the file, reading it gives a sound card or none."""
    path = tmp_path_factory.mktemp("start") / "start.json"
    path.write_text(json.dumps(value), "utf-8")
    card = read_start(path)
    assert card is None or all(0 <= day <= 1 for day in card.days)
