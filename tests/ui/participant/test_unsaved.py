"""What is on its way to the disk."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kursapp.ui.participant.unsaved import Unsaved

SENT = st.lists(st.tuples(st.sampled_from("abc"), st.integers()))


@given(SENT, st.data())
def test_what_is_under_way_is_the_last_that_was_sent(sent: list[tuple[str, int]], data: st.DataObject) -> None:
    """However many have been settled, each key still in line shows its last value, and no other key shows any."""
    unsaved: Unsaved[int] = Unsaved()
    for key, value in sent:
        unsaved.send(key, value)
    settled = data.draw(st.integers(0, len(sent)))
    for _one in range(settled):
        unsaved.settle()
    last = dict(sent)
    in_line = {key for key, _value in sent[settled:]}
    assert unsaved.over({}) == {key: last[key] for key in in_line}
    assert unsaved.over({"d": 1}) == {"d": 1, **unsaved.over({})}
    assert [unsaved.get(key) for key in "abc"] == [last[key] if key in in_line else None for key in "abc"]
