"""Which answers count, in any order of arrival."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.collecting import Arrival, Resolved, resolve
from kursapp.domain.submission import FileState

NEW, REPLACES, REPLACED, CONFLICT = FileState.NEW, FileState.REPLACES, FileState.REPLACED, FileState.CONFLICT


def came(name: str, replaces: str = "", body: str = "") -> Arrival:
    return Arrival((body or name).encode(), name.encode(), replaces.encode())


def states_of(*arrivals: Arrival) -> list[FileState]:
    return [resolve(arrivals).states[one] for one in arrivals]


@st.composite
def histories(draw: st.DrawFn) -> list[Arrival]:
    """Draw what a confused or malicious group may send: few ids, so that they meet in every way."""
    ids = st.sampled_from([b"a", b"b", b"c", b"d", b"e"])
    one = st.builds(Arrival, st.binary(min_size=1, max_size=1), ids, ids | st.just(b""))
    return draw(st.lists(one, max_size=9))


def test_a_single_answer_is_new() -> None:
    """An answer that replaces none is new and counts."""
    assert states_of(came("a")) == [NEW]
    assert resolve([came("a")]).counted == {came("a")}


def test_a_chain_counts_its_last() -> None:
    """Of three that replace each other, the last counts and the two before are replaced."""
    chain = [came("a"), came("b", "a"), came("c", "b")]
    assert states_of(*chain) == [REPLACED, REPLACED, REPLACES]
    assert resolve(chain).counted == {chain[2]}


def test_an_unknown_predecessor_is_as_none() -> None:
    """What replaces an answer that never came is new; when it comes after all, it is the replaced one."""
    later, first = came("b", "a"), came("a")
    assert states_of(later) == [NEW]
    assert states_of(later, first) == [REPLACES, REPLACED]


def test_the_same_id_with_other_content_is_a_conflict_counted_once() -> None:
    """Of two bodies under one id the smaller counts, whichever came first."""
    small, large = came("a", body="1"), came("a", body="2")
    for order in ([small, large], [large, small]):
        assert resolve(order).counted == {small}
        assert resolve(order).states == {small: NEW, large: CONFLICT}


def test_two_that_replace_one_count_once() -> None:
    """Of two that replace the same answer the smaller body counts, and what replaces the other is a conflict too."""
    first, small, large, after = came("a"), came("b", "a", "1"), came("c", "a", "2"), came("d", "c")
    assert states_of(first, small, large, after) == [REPLACED, REPLACES, CONFLICT, CONFLICT]
    assert resolve([first, small, large, after]).counted == {small}


def test_two_that_replace_one_that_never_came_count_once() -> None:
    """The rule of two replacing one holds although that one is unknown: they are one person's."""
    small, large = came("b", "a", "1"), came("c", "a", "2")
    assert states_of(large, small) == [CONFLICT, NEW]
    assert len(resolve([small, large]).counted) == 1


def test_a_ring_is_a_conflict() -> None:
    """Answers that replace each other in a ring count nobody, with what hangs on them."""
    ring = [came("a", "b"), came("b", "a"), came("c", "a"), came("d", "d")]
    assert states_of(*ring) == [CONFLICT] * 4
    assert not resolve(ring).counted


def test_what_a_closing_has_counted_is_neither_replaced_nor_counted_again() -> None:
    """After a closing its ids are in conflict, and a chain that goes on from one of them is barred, all of it."""
    again, late, later, fresh = came("a", body="x"), came("b", "a"), came("c", "b"), came("d")
    resolved = resolve([again, late, later, fresh], closed={b"a"})
    assert resolved.states[again] is CONFLICT
    assert resolved.barred == {late, later}
    assert resolved.counted == {fresh}


@given(histories(), st.randoms(use_true_random=False))
def test_order_and_repetition_change_nothing(history: list[Arrival], random: object) -> None:
    """Any order and any repetition of the same arrivals resolve alike."""
    shuffled = history + history[: len(history) // 2]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert resolve(shuffled) == resolve(history)


@given(histories())
def test_each_person_counts_at_most_once(history: list[Arrival]) -> None:
    """Among all that are tied together by id or replacement through those chosen, at most one counts."""
    resolved = resolve(history)
    assert set(resolved.states) == set(history)
    assert_one_in_each_chain(resolved, history)


def assert_one_in_each_chain(resolved: Resolved, history: Iterable[Arrival]) -> None:
    """Follow what counts back to its beginning: no two begin at the same place."""
    least: dict[bytes, Arrival] = {}
    for one in sorted(history, reverse=True):
        least[one.id] = one
    beginnings = []
    for counted in resolved.counted:
        root = counted
        while root.replaces in least:
            root = least[root.replaces]
        beginnings.append(root.replaces or root.id)
    assert len(beginnings) == len(set(beginnings))
