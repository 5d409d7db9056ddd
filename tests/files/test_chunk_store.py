"""Texts nearly alike are kept once, and what is given back is whole or refused."""

from __future__ import annotations

import random
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.problem import KursappError
from kursapp.files.chunk_store import LARGEST, SMALLEST, ChunkStore, pieces


def long_text(seed: int = 1, lines: int = 20_000) -> bytes:
    """Make a text of about a megabyte."""
    chance = random.Random(seed)
    return b"".join(b"Linje %d sier %d og %d.\n" % (at, chance.random() * 1e9, at * 7) for at in range(lines))


@given(st.binary(max_size=3_000), st.integers(1, 40))
def test_pieces_make_the_text_again(line: bytes, times: int) -> None:
    """However the text is made, and none of them is empty."""
    data = b"\n".join([line] * times)
    cut = list(pieces(data))
    assert b"".join(cut) == data
    assert all(cut)


def test_pieces_are_neither_small_nor_large() -> None:
    """But for the last; a line that is longer makes a longer piece."""
    cut = list(pieces(long_text()))
    assert len(cut) > 10
    assert all(SMALLEST <= len(piece) <= LARGEST + 100 for piece in cut[:-1])


def test_a_text_comes_back(tmp_path: Path) -> None:
    """Also the empty one, and one line of a megabyte."""
    store = ChunkStore(tmp_path / "ny" / "mappe")
    for data in (b"", b"x" * 1_000_000, long_text(), "æ\r\n".encode()):
        assert store.get(store.put(data)) == data


def test_a_small_change_takes_little_room(tmp_path: Path) -> None:
    """Of a megabyte in which one line came and one went, nearly all pieces are those that were there."""
    store, data = ChunkStore(tmp_path), long_text()
    before = set(store.put(data))
    lines = data.splitlines(keepends=True)
    after = set(store.put(b"".join([b"ny linje\n", *lines[:9_000], *lines[9_001:]])))
    assert len(after - before) <= 3
    assert len(before) > 20


def test_what_is_kept_only_once_is_written_once(tmp_path: Path) -> None:
    """The same text again writes nothing."""
    store = ChunkStore(tmp_path)
    store.put(long_text())
    times = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    store.put(long_text())
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == times


@pytest.mark.parametrize("harm", ["gone", "half", "other", "noise"])
def test_a_damaged_piece_is_never_given_back(harm: str, tmp_path: Path) -> None:
    """Missing, cut short, exchanged or rotten: refused, and mended by keeping the same text again."""
    store = ChunkStore(tmp_path)
    (name,) = store.put(b"Teksten\n" * 100)
    path = tmp_path / name
    if harm == "gone":
        path.unlink()
    else:
        good = path.read_bytes()
        path.write_bytes({"half": good[: len(good) // 2], "other": zlib.compress(b"x"), "noise": b"?"}[harm])
    with pytest.raises(KursappError) as refused:
        store.get([name])
    assert refused.value.problem.code == "snapshot-damaged"
    store.put(b"Teksten\n" * 100)
    assert store.get([name]) == b"Teksten\n" * 100


def test_what_nobody_names_goes(tmp_path: Path) -> None:
    """Other people's files stay, and a folder that is not there is no error."""
    store = ChunkStore(tmp_path / "c")
    store.keep_only(frozenset())
    old, new = store.put(b"gammel"), store.put(b"ny")
    (tmp_path / "c" / "notat.txt").write_text("x")
    store.keep_only(frozenset(new))
    assert {path.name for path in (tmp_path / "c").iterdir()} == {*new, "notat.txt"}
    with pytest.raises(KursappError):
        store.get(old)
