"""Slugs and ids."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.slugs import LONGEST_PART, ascii_id, is_id, numbered, shortened, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Scene: Mandag", "scene-mandag"),
        ("Case: Fredag kl. 15.40", "case-fredag-kl-1540"),
        ("Hva gjør «du» på Åsen?", "hva-gjør-du-på-åsen"),
        ("A\u030ase", "åse"),
        ("Se [her](x.md) <!-- id: a -->", "se-her"),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    """Lower case, punctuation dropped, spaces to hyphens, æøå kept, as other viewers do."""
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Hva gjør du på Ås?", "hva-gjoer-du-paa-aas"), ("Éntré / æ", "entre-ae"), ("…", ""), ("d1/02 x", "d1-02-x")],
)
def test_written_ids(text: str, expected: str) -> None:
    """æ, ø and å are written out, other accents fall away."""
    assert ascii_id(text) == expected


@given(st.text(max_size=200))
def test_what_the_program_writes_is_an_id(text: str) -> None:
    """An id made from any text is one, or empty; shortening keeps it one, and never too long."""
    for written in (ascii_id(text), shortened(ascii_id(text))):
        assert written == "" or is_id(written)
    assert len(shortened(ascii_id(text))) <= LONGEST_PART


@given(st.lists(st.sampled_from(["a", "a-2", "b"]), max_size=12))
def test_numbered_names_are_all_different(names: list[str]) -> None:
    """A name that is taken gets the first free number."""
    taken: set[str] = set()
    counts: dict[str, int] = {}
    for name in names:
        found = numbered(name, taken)
        assert found == numbered(name, taken, counts)
        assert found not in taken
        assert found.startswith(name)
        taken.add(found)
