"""What files said earlier: kept for seven days and more, whole or not at all, and in little room."""

from __future__ import annotations

import json
import os
import random
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kursapp.domain.draft import SnapshotReason
from kursapp.domain.problem import KursappError
from kursapp.services.snapshots import KEPT, LATEST, Snapshots
from tests.services.conftest import HandClock

NOON = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)


@pytest.fixture
def clock() -> HandClock:
    """Return a clock at noon."""
    return HandClock()


@pytest.fixture
def kept(tmp_path: Path, clock: HandClock) -> Snapshots:
    """Return where snapshots are kept, empty."""
    return Snapshots(tmp_path, clock)


def size_of(folder: Path) -> int:
    """Return the bytes of everything in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_a_text_is_kept_with_its_moment(kept: Snapshots, tmp_path: Path, clock: HandClock) -> None:
    """And is there after the program was started again."""
    head = kept.take("dag-1/økt.md", "Første\n", SnapshotReason.BEFORE)
    assert (head.file, head.when, head.size, head.reason) == ("dag-1/økt.md", NOON, 8, SnapshotReason.BEFORE)
    again = Snapshots(tmp_path, clock)
    assert again.heads() == (head,)
    assert again.text(head.id) == "Første\n"


def test_the_latest_comes_first(kept: Snapshots, clock: HandClock) -> None:
    """Of one file, and of all."""
    for number, file in enumerate(["a.md", "b.md", "a.md"]):
        clock.time = NOON + timedelta(minutes=number)
        kept.take(file, f"tekst {number}")
    assert [kept.text(head.id) for head in kept.heads("a.md")] == ["tekst 2", "tekst 0"]
    assert [head.file for head in kept.heads()] == ["a.md", "b.md", "a.md"]
    assert kept.heads("c.md") == ()


def test_the_same_text_is_kept_once(kept: Snapshots) -> None:
    """Until another has come between."""
    first = kept.take("a.md", "en")
    assert kept.take("a.md", "en") == first
    kept.take("a.md", "to")
    assert kept.take("a.md", "en") != first
    assert len(kept.heads("a.md")) == 3


def test_old_ones_go_and_young_ones_stay(kept: Snapshots, clock: HandClock, tmp_path: Path) -> None:
    """After seven days, but for a file's latest; what only they held is gone from the disk."""
    assert timedelta(days=7) == KEPT
    for number in range(LATEST + 5):
        clock.time = NOON + timedelta(minutes=number)
        kept.take("a.md", f"tekst {number}")
    first, last = kept.heads("a.md")[-1], kept.heads("a.md")[0]
    clock.time = first.when + KEPT
    kept.prune()
    assert len(kept.heads("a.md")) == LATEST + 5
    clock.time = first.when + KEPT + timedelta(seconds=150)
    kept.prune()
    assert len(kept.heads("a.md")) == LATEST + 2
    clock.time = last.when + KEPT * 50
    kept.prune()
    for there in (kept, Snapshots(tmp_path, clock)):
        assert [there.text(head.id) for head in there.heads("a.md")] == [f"tekst {24 - n}" for n in range(LATEST)]
        with pytest.raises(KursappError) as refused:
            there.text(first.id)
        assert refused.value.problem.code == "snapshot-gone"
    assert len(list((tmp_path / "chunks").iterdir())) == LATEST


def test_a_clock_set_back_removes_nothing(kept: Snapshots, clock: HandClock) -> None:
    """What is dated later than now stays, new ones come after it, and later it goes in its time."""
    for number in range(LATEST + 5):
        kept.take("a.md", f"tekst {number}")
    clock.time = NOON - timedelta(days=4000)
    kept.prune()
    assert len(kept.heads("a.md")) == LATEST + 5
    head = kept.take("a.md", "skrevet i fortiden")
    assert kept.heads("a.md")[0] == head
    clock.time = NOON
    kept.prune()
    assert kept.heads("a.md")[0] == head
    clock.time = NOON + KEPT * 2
    kept.prune()
    assert len(kept.heads("a.md")) == LATEST
    assert kept.heads("a.md")[0] == head


def test_a_clock_far_ahead_leaves_the_latest(kept: Snapshots, clock: HandClock) -> None:
    """A start with the clock years ahead does not empty the store."""
    for number in range(LATEST + 5):
        kept.take("a.md", f"tekst {number}")
    clock.time = NOON + timedelta(days=4000)
    kept.prune()
    assert len(kept.heads("a.md")) == LATEST


def test_a_damaged_head_is_never_written_over(tmp_path: Path, clock: HandClock) -> None:
    """What comes next gets the number after it."""
    Snapshots(tmp_path, clock).take("a.md", "en")
    path = next((tmp_path / "heads").rglob("*.json"))
    path.write_bytes(b"?")
    assert Snapshots(tmp_path, clock).take("a.md", "to").id.endswith("-00000002")
    assert path.read_bytes() == b"?"


def test_numbers_are_never_used_again(kept: Snapshots, clock: HandClock) -> None:
    """An id means one text for good."""
    ids = set()
    for number in range(30):
        clock.time = NOON + timedelta(days=number)
        ids.add(kept.take("a.md", f"tekst {number}").id)
        kept.prune()
    assert len(ids) == 30


def test_a_week_of_a_megabyte_takes_little_room(kept: Snapshots, tmp_path: Path, clock: HandClock) -> None:
    """A hundred versions of a large text, each with changes here and there, take less than three of it."""
    chance = random.Random(2)
    words = [
        "barn",
        "vern",
        "leder",
        "kommune",
        "råd",
        "melding",
        "sak",
        "frist",
        "vedtak",
        "samtale",
        "tilsyn",
        "plan",
    ]
    lines = [" ".join(chance.choices(words, k=14)) + f" {number}" for number in range(11_000)]
    whole = len("\n".join(lines).encode())
    assert whole > 1_000_000
    for number in range(100):
        at = chance.randrange(len(lines))
        lines[at : at + 1] = [" ".join(chance.choices(words, k=14)), f"ny linje {number}"]
        clock.time = NOON + timedelta(minutes=5 * number)
        kept.take("stor.md", "\n".join(lines))
    assert len(kept.heads("stor.md")) == 100
    assert kept.text(kept.heads("stor.md")[0].id) == "\n".join(lines)
    assert size_of(tmp_path) < 3 * whole


@pytest.mark.parametrize("harm", [b"", b"{}", b"[1]", b'{"format": 2}', b"\xff\xfe", b"[" * 50_000])
def test_a_damaged_head_costs_none_of_the_others(harm: bytes, tmp_path: Path, clock: HandClock) -> None:
    """It is passed over, and while it is there no piece is removed that it may have named."""
    kept = Snapshots(tmp_path, clock)
    first, last = kept.take("a.md", "en"), kept.take("a.md", "to")
    path = next((tmp_path / "heads").rglob("00000001.json"))
    good = path.read_bytes()
    path.write_bytes(harm)
    again = Snapshots(tmp_path, clock)
    again.prune()
    assert again.heads() == (last,)
    path.write_bytes(good)
    assert Snapshots(tmp_path, clock).text(first.id) == "en"


def test_a_damaged_head_does_not_stop_tidying_for_good(tmp_path: Path, clock: HandClock) -> None:
    """Seven days after it was written it goes, as others do."""
    kept = Snapshots(tmp_path, clock)
    kept.take("a.md", "en")
    path = next((tmp_path / "heads").rglob("*.json"))
    path.write_bytes(b"?")
    week_ago = NOON - KEPT - timedelta(seconds=1)
    os.utime(path, (week_ago.timestamp(), week_ago.timestamp()))
    Snapshots(tmp_path, clock).prune()
    assert not path.exists()
    assert not list((tmp_path / "chunks").iterdir())


def test_a_head_that_lies_is_none(tmp_path: Path, clock: HandClock) -> None:
    """One that names another file, or pieces outside the store, is not believed."""
    kept = Snapshots(tmp_path, clock)
    kept.take("a.md", "en")
    path = next((tmp_path / "heads").rglob("*.json"))
    good = json.loads(path.read_text())
    for lie in (
        {"file": "b.md"},
        {"chunks": ["../../hemmelig"]},
        {"chunks": "a" * 40},
        {"reason": "?"},
        {"when": "i går"},
    ):
        path.write_text(json.dumps({**good, **lie}))
        assert Snapshots(tmp_path, clock).heads() == (), lie


def test_what_a_killed_program_left_goes(tmp_path: Path, clock: HandClock) -> None:
    """Temporary files of an earlier day are removed."""
    kept = Snapshots(tmp_path, clock)
    kept.take("a.md", "en")
    left = [next((tmp_path / "heads").iterdir()) / ".x.1.kursapp-tmp", tmp_path / "chunks" / ".y.2.kursapp-tmp"]
    for path in left:
        path.write_bytes(b"halv")
        os.utime(path, (time.time() - 7200,) * 2)
    Snapshots(tmp_path, clock).prune()
    assert not any(path.exists() for path in left)
