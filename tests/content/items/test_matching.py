"""Matching and sorting questions: pairs, shared answers, distractors."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kursapp.domain.course import Faulty
from kursapp.domain.question import MatchQuestion


def matching(*rows: str, head: str = "| Sak | Utgang |") -> str:
    return "\n".join(["### Spørsmål (koble): Hva hører sammen?", "<!-- id: q -->", head, "|---|---|", *rows, ""])


def test_pairs_sorting_and_distractors(read: Callable) -> None:
    """Equal right cells are one answer, and an empty left cell makes an answer that fits nothing."""
    found = read(
        matching(
            "| Alvor <!-- id: q-r1 --> | I dag |",
            "| Fravær <!-- id: q-r2 --> | I uka |",
            "| Vold <!-- id: q-r3 --> | I  dag |",
            "| <!-- id: q-r4 --> | Aldri |",
        )
    )
    question = found.block
    assert isinstance(question, MatchQuestion)
    rights = {right.id: right.text.plain for right in question.rights}
    assert [(left.id, rights[left.right_id]) for left in question.lefts] == [
        ("q-r1", "I dag"),
        ("q-r2", "I uka"),
        ("q-r3", "I dag"),
    ]
    assert list(rights.values()) == ["I dag", "I uka", "Aldri"]
    assert question.headers == ("Sak", "Utgang")
    assert found.problems == ()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (matching("| a | |", "| b | c |"), "empty-right-cell"),
        (matching("| a | b |"), "too-few-pairs"),
        (matching("| a | b | c |", "| d | e | f |", head="| x | y | z |"), "match-columns"),
        ("### Spørsmål (koble): Hva?\nBare tekst.\n", "no-table"),
        ("### Spørsmål (koble): Hva?\n| a | b |\n| c | d |\n| e | f |\n", "table-without-rule"),
        (matching("| a | b |", "| c | d |", "", "| x | y |", "|---|---|", "| e | f |"), "two-tables"),
    ],
)
def test_what_makes_matching_impossible(read: Callable, text: str, code: str) -> None:
    """A pair without its other half, too few pairs or columns, and a table that is none."""
    found = read(text)
    assert isinstance(found.block, Faulty)
    assert found.block.codes == (code,)


def test_a_table_without_its_line_is_repaired(read: Callable) -> None:
    """The repair writes the line that makes rows a table."""
    found = read("### Spørsmål (koble): Hva?\n| a | b |\n| c | d |\n| e | f |\n")
    assert len(read(found.repaired("table-without-rule")).block.lefts) == 2


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("| a | e |", "same-left-cell"),
        ("| | b |", "distractor-is-answer"),
        ("| f | g | h |", "extra-cell"),
        ("| f <!-- id: q-f | tema: x --> | g |", "bar-in-table"),
    ],
)
def test_what_is_odd_in_a_table(read: Callable, row: str, code: str) -> None:
    """Repeated cells, lost cells and bars in settings are warned about."""
    found = read(matching("| a | b |", "| c | d |", row))
    assert isinstance(found.block, MatchQuestion)
    assert code in found.codes


def test_bars_in_code_and_after_a_backslash_cut_nothing(read: Callable) -> None:
    """A bar in a code span or after a backslash is part of its cell."""
    found = read(matching("| `a|b` | c |", r"| d \| e | f |"))
    assert [left.text.plain for left in found.block.lefts] == ["a|b", "d | e"]


def test_settings_at_the_end_of_a_row(read: Callable) -> None:
    """A row's settings may stand in its first cell or after its last one."""
    found = read(matching("| a | b | <!-- id: q-x -->", "| c | d <!-- id: q-y --> |"))
    assert [left.id for left in found.block.lefts] == ["q-x", "q-y"]
    assert found.problems == ()


def test_ids_are_written_where_the_words_end(read: Callable) -> None:
    """The repair writes a row's id inside its first cell, also in an empty one."""
    found = read(matching("| a | b |", "|c|d|", "| | e |"))
    repaired = found.repaired("no-id")
    assert "| a <!-- id: q-a --> | b |" in repaired
    assert "|c <!-- id: q-b -->|d|" in repaired
    assert "| <!-- id: q-c -->| e |" in repaired
    assert read(repaired).problems == ()
