"""The list of drafts: what is damaged costs one draft its place, and is told."""

from __future__ import annotations

import json
import os
import threading
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.domain.problem import KursappError
from kursapp.services import draft_list
from kursapp.services.draft_cover import CoverWords
from kursapp.services.draft_list import CARD, FORGOTTEN, DraftList, draft_id
from tests.services.conftest import HandClock


class Sealed(Protocol):
    def __call__(self, folder: Path, /) -> AbstractContextManager[None]: ...


@pytest.fixture
def clock() -> HandClock:
    """Return a clock that is moved by hand."""
    return HandClock()


@pytest.fixture
def drafts(tmp_path: Path, clock: HandClock) -> DraftList:
    """Return a list with nothing on it."""
    return DraftList(tmp_path / "author", clock)


def course(folder: Path, title: str = "Kurset") -> Path:
    """Write a course that is a cover only."""
    folder.mkdir(parents=True)
    (folder / "kurs.md").write_text(f"---\nid: kurset\nversjon: 1.0\n---\n# {title}\n")
    return folder


def test_a_draft_says_what_its_cover_says(drafts: DraftList, tmp_path: Path, clock: HandClock) -> None:
    """Now, not when it was put there; without a title it is called after its folder."""
    folder = course(tmp_path / "mitt")
    card = drafts.put(folder)
    assert (card.title, card.version, card.course_id, card.missing) == ("Kurset", "1.0", "kurset", False)
    assert card.opened_at == clock.time
    (folder / "kurs.md").write_text("# Nytt navn\n")
    assert [(each.title, each.version) for each in drafts.all()] == [("Nytt navn", "")]
    (folder / "kurs.md").write_text("Uten tittel\n")
    assert drafts.get(card.id).folder == folder


def test_the_draft_opened_last_comes_first(drafts: DraftList, tmp_path: Path, clock: HandClock) -> None:
    """Also after the program was started again."""
    one, two = drafts.put(course(tmp_path / "a")), drafts.put(course(tmp_path / "b"))
    clock.move(minutes=1)
    drafts.opened(one)
    assert [each.id for each in DraftList(tmp_path / "author", clock).all()] == [one.id, two.id]


def test_a_folder_out_of_reach_keeps_its_place(drafts: DraftList, tmp_path: Path) -> None:
    """With what it said last: a stick that is not in. It may come back."""
    folder = course(tmp_path / "pinne" / "kurs")
    card = drafts.put(folder)
    (tmp_path / "pinne").rename(tmp_path / "lomme")
    assert [(each.title, each.missing) for each in drafts.all()] == [("Kurset", True)]
    folder.mkdir(parents=True)
    assert drafts.get(card.id).missing
    folder.rmdir()
    folder.parent.rmdir()
    (tmp_path / "lomme").rename(tmp_path / "pinne")
    assert not drafts.get(card.id).missing


def test_a_share_that_does_not_answer_holds_nobody(
    drafts: DraftList, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its draft is out of reach, and the others are there."""
    slow, quick = drafts.put(course(tmp_path / "treg")), drafts.put(course(tmp_path / "rask"))
    waiting = threading.Event()
    real = draft_list.cover_words

    def held(folder: Path) -> CoverWords:
        if folder.name == "treg":
            waiting.wait(60)
        return real(folder)

    monkeypatch.setattr(draft_list, "cover_words", held)
    monkeypatch.setattr(draft_list, "PATIENCE", 2.0)
    assert {each.id: each.missing for each in drafts.all()} == {slow.id: True, quick.id: False}
    assert drafts.get(slow.id).title == "Kurset"
    waiting.set()
    assert not drafts.get(quick.id).missing


def test_one_folder_is_one_draft(drafts: DraftList, tmp_path: Path) -> None:
    """However it is spelt, and by whatever link."""
    folder = course(tmp_path / "mitt")
    card = drafts.put(folder)
    (tmp_path / "snarvei").symlink_to(folder)
    assert drafts.put(folder).id == drafts.put(tmp_path / "snarvei").id == card.id
    assert len(drafts.all()) == 1


@settings(deadline=None, max_examples=40)
@given(data=st.one_of(st.binary(max_size=60), st.recursive(st.none() | st.text(max_size=3) | st.integers(),
       lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
           ["format", "folder", "title", "version", "course_id", "opened_at"]), inner)).map(
           lambda value: json.dumps(value).encode())))  # fmt: skip
def test_no_card_stops_the_program(data: bytes, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Whatever it holds, it is set aside with its bytes and told, once; the other drafts are there."""
    place = tmp_path_factory.mktemp("author")
    drafts = DraftList(place / "author", HandClock())
    card = drafts.put(course(place / "godt"))
    home = place / "author" / ("0" * 16)
    home.mkdir()
    (home / CARD).write_bytes(data)
    assert [each.id for each in drafts.all()] == [card.id]
    (kept,) = home.iterdir()
    assert kept.name.startswith("draft-skadet-")
    assert kept.read_bytes() == data
    assert [problem.code for problem in drafts.take_problems()] == ["draft-card-damaged"]
    assert [each.id for each in drafts.all()] == [card.id]
    assert drafts.take_problems() == ()


@pytest.mark.parametrize(
    "lie",
    [
        {"folder": "/etc"},
        {"folder": "kurs"},
        {"folder": "/tmp/a\0b"},
        {"format": 99},
        {"opened_at": "i går"},
        {"title": None},
        {"title": "x" * 100_000},
    ],
)
def test_a_card_that_lies_is_set_aside(lie: dict[str, object], drafts: DraftList, tmp_path: Path) -> None:
    """One that leads to another folder than its own, above all."""
    card = drafts.put(course(tmp_path / "mitt"))
    path = drafts.home(card.id) / CARD
    path.write_text(json.dumps({**json.loads(path.read_text()), **lie}))
    assert drafts.all() == ()
    with pytest.raises(KursappError) as refused:
        drafts.get(card.id)
    assert refused.value.problem.code == "draft-unknown"
    assert [problem.code for problem in drafts.take_problems()] == ["draft-card-damaged"]
    assert drafts.put(tmp_path / "mitt").id == card.id


@pytest.mark.parametrize("name", ["", "..", "../profiler", "0" * 15, "G" * 16])
def test_an_id_leads_nowhere_else(name: str, drafts: DraftList) -> None:
    """Asked for or removed, it is one of the list or none."""
    drafts.remove(name)
    with pytest.raises(KursappError) as refused:
        drafts.get(name)
    assert refused.value.problem.code == "draft-unknown"


def test_what_was_kept_of_a_draft_outlives_its_place(drafts: DraftList, tmp_path: Path, clock: HandClock) -> None:
    """For a time, so that one taken off by mistake can be opened again; a text not saved stays for good."""
    one, two = drafts.put(course(tmp_path / "a")), drafts.put(course(tmp_path / "b"))
    for card, kept in ((one, "snapshots"), (two, "unsaved")):
        (drafts.home(card.id) / kept).mkdir()
        (drafts.home(card.id) / kept / "x.json").write_text("{}")
        drafts.remove(card.id)
        for path in (drafts.home(card.id), *drafts.home(card.id).rglob("*")):
            os.utime(path, (clock.time.timestamp(),) * 2)
    assert drafts.all() == ()
    clock.time += FORGOTTEN - timedelta(minutes=1)
    drafts.tidy()
    assert drafts.home(one.id).exists()
    clock.move(minutes=2)
    drafts.tidy()
    assert not drafts.home(one.id).exists()
    assert drafts.home(two.id).exists()


def test_drafts_on_the_list_are_never_tidied(drafts: DraftList, tmp_path: Path, clock: HandClock) -> None:
    """However long ago they were opened."""
    card = drafts.put(course(tmp_path / "a"))
    clock.move(days=4_000)
    drafts.tidy()
    assert [each.id for each in drafts.all()] == [card.id]


def test_a_list_that_cannot_be_written_to_is_told(drafts: DraftList, tmp_path: Path, sealed: Sealed) -> None:
    """Opening goes on without it; putting a draft there and taking one off does not pass in silence."""
    card = drafts.put(course(tmp_path / "a"))
    with sealed(tmp_path / "author"):
        assert drafts.opened(card) == card
        assert [problem.code for problem in drafts.take_problems()] == ["folder-unwritable"]
        for attempt in (lambda: drafts.put(course(tmp_path / "b")), lambda: drafts.remove(card.id)):
            with pytest.raises(KursappError) as refused:
                attempt()
            assert refused.value.problem.code == "folder-unwritable"


def test_an_id_is_made_from_the_folder() -> None:
    """The same on every day, in sixteen hexadecimal digits."""
    assert draft_id(Path("/kurs/mitt")) == draft_id(Path("/kurs/mitt")) != draft_id(Path("/kurs/ditt"))
    assert len(draft_id(Path("/kurs/mitt"))) == 16
