"""Cutting HTML at markers: every piece is whole, and nothing is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.items.html_pieces import marker, pieces

elements = st.recursive(
    st.sampled_from(["ord", " ", "&amp;", "<br>", "M"]),
    lambda inner: st.tuples(st.sampled_from(["em", "strong", "code"]), st.lists(inner, max_size=3)).map(
        lambda parts: f"<{parts[0]}>{''.join(parts[1])}</{parts[0]}>"
    ),
    max_leaves=10,
)


@given(st.lists(elements, max_size=6).map("".join))
def test_pieces_are_whole_and_keep_every_word(html: str) -> None:
    """Elements around a marker are closed before it and opened after it; words and markers keep their order."""
    count = html.count("M")
    numbers = iter(range(count))
    marked = re.sub("M", lambda _: marker(next(numbers)), html)
    found = pieces(marked, [(number, f"gap-{number}") for number in range(count)])
    assert found is not None
    assert [name for _, name in found] == [*(f"gap-{number}" for number in range(count)), ""]
    for piece, _ in found:
        for tag in ("em", "strong", "code"):
            assert piece.count(f"<{tag}>") == piece.count(f"</{tag}>")
    words = re.sub(r"</?(?:em|strong|code)>", "", html)
    assert "M".join(re.sub(r"</?(?:em|strong|code)>", "", piece) for piece, _ in found) == words


@pytest.mark.parametrize(
    "html",
    ["", marker(0) + marker(0), f'<a href="{marker(0)}">x</a>', marker(1)],
    ids=["lost", "twice", "in tag", "other"],
)
def test_markers_out_of_place(html: str) -> None:
    """A marker that is lost, comes twice or stands inside a tag gives no pieces."""
    assert pieces(html, [(0, "gap-1")]) is None
