"""Repairs found in the text itself: the right place, and an id nobody has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.mending import edits_for
from kursapp.content.repair import FROM_TEXT, MEANT, Edit, is_repairable
from kursapp.domain.problem import problem


@pytest.mark.parametrize(
    ("code", "written", "meant", "text", "column"),
    [
        ("dead-link", "b.md#x", "b.md#y", "[b.md#xx](b.md#xx) [her](b.md#x)", 26),
        ("dead-link", "#mandga", "#mandag", "se [her](#mandga)", 10),
        ("dead-link", "b.md", "c.md", "[b.md](<b.md>)", 9),
        ("missing-media", "kort.png", "media/kort.png", "![a](media/kort.png) ![a](kort.png)", 27),
        ("unknown-axis", "Barne", "barnet", "> **Barne −2:** hvorfor", 5),
        ("unknown-fact", "F1-09", "F1-08", "<!-- fakta: F1-091, F1-09 -->", 21),
    ],
)
def test_only_the_word_itself_is_exchanged(code: str, written: str, meant: str, text: str, column: int) -> None:
    """Longer names that hold it are other names; a capital stays one."""
    name, nearest = MEANT[code]
    found = problem(code, "a.md", 2, **{name: written, nearest: meant})
    (edit,) = edits_for(found, ["Noe annet.", text], set())
    assert (edit.line, edit.start, edit.end) == (2, column, column + len(written))
    assert edit.text == (meant if written[0].islower() or not written[0].isalpha() else meant.capitalize())


def test_a_word_further_down_is_found() -> None:
    """A finding about an item stands at its heading; the word may be in its settings. A definition may be above."""
    found = problem("unknown-measure", "a.md", 2, id="nyte", nearest="nytte")
    assert edits_for(found, ["x", "### Spørsmål: A", "<!-- måler: nyte -->"], set()) == [Edit(3, 13, 17, "nytte")]
    assert edits_for(found, ["<!-- måler: nyte -->", "### Spørsmål: A"], set()) == [Edit(1, 13, 17, "nytte")]


def test_a_word_that_has_gone_is_left_alone() -> None:
    """Where the text no longer says it there is nothing to exchange."""
    assert edits_for(problem("dead-link", "a.md", 1, target="#x", nearest="#y"), ["Ingen lenke."], set()) == []
    assert edits_for(problem("duplicate-id", "a.md", 1, id="x"), ["Ingen id."], set()) == []
    assert edits_for(problem("all-above-shuffled", "a.md", 1, option="Alle over"), ["- [ ] Annet"], set()) == []


def test_a_new_id_is_free_in_the_whole_course() -> None:
    """Neither those written nor those just given are given again."""
    taken = {"r", "r-2"}
    found = [problem("duplicate-id", "a.md", line, 10, id="r") for line in (1, 2)]
    texts = ["<!-- id: r -->", "<!-- id: r -->"]
    given = [edit.text for each in found for edit in edits_for(each, texts, taken)]
    assert given == ["r-3", "r-4"]


def test_what_can_be_repaired_is_known_from_the_finding() -> None:
    """A guess nobody could make is no repair."""
    assert is_repairable("dead-link", {"target": "#x", "nearest": "#y"})
    assert not is_repairable("dead-link", {"target": "#x", "nearest": ""})
    assert all(is_repairable(code, {}) for code in FROM_TEXT)
    assert not is_repairable("no-key", {})


PIECES = st.sampled_from(
    ["#x", "[a](#x)", "<!-- id: x -->", "| x | y |", "- [ ] x <!-- id: x | id: x -->", "### Spørsmål: x", " ", "|"]
)
CODES = st.sampled_from(sorted({*MEANT, *FROM_TEXT}))


@given(CODES, st.lists(st.lists(PIECES, max_size=4).map("".join), max_size=6), st.integers(0, 9), st.integers(1, 40))
def test_whatever_the_text_has_become_an_edit_is_inside_it(code: str, texts: list[str], line: int, column: int) -> None:
    """A finding may be of an older text: its repair is then somewhere in the new one, or nowhere."""
    names = ("target", "nearest", "written", "thousands", "form", "axis", "id", "words", "key", "option")
    found = problem(code, "a.md", line, column, **dict.fromkeys(names, "x"))
    for edit in edits_for(found, texts, set()):
        assert 1 <= edit.line <= len(texts)
        assert 1 <= edit.start <= edit.end <= len(texts[edit.line - 1]) + 1
