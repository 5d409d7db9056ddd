"""Front matter is our own small subset: every value a text, every slip a finding."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.findings import Findings
from kursapp.content.front_matter import FrontMatter, read_front_matter
from kursapp.content.source import read_lines

KEYS = ("id", "version", "language", "minutes", "goals")


def read(text: str) -> tuple[FrontMatter, Findings]:
    findings = Findings("kurs.md")
    lines, _ = read_lines("kurs.md", text.encode())
    return read_front_matter(lines, KEYS, findings), findings


def test_every_value_is_a_text() -> None:
    """What YAML would make false, a number or an hour stays as it is written."""
    front, findings = read("---\nspråk: no\nversjon: 1.10\nminutter: 90\nid: a:b: c\n---\n# T\n")
    assert [front.text(key) for key in ("language", "version", "minutes", "id")] == ["no", "1.10", "90", "a:b: c"]
    assert front.length == 6
    assert findings.problems == []


def test_items_stand_under_their_key() -> None:
    """Lines with a dash belong to the key above them; a key without them may hold several between commas."""
    front, _ = read("---\nmål:\n  - en, to\n  - tre\nid: a, b\n---\n")
    assert front.values("goals") == ("en, to", "tre")
    assert front.values("id") == ("a", "b")
    assert front.values("minutes") == ()


@pytest.mark.parametrize(
    ("lines", "code", "line"),
    [
        ("id: a\nid: b", "front-matter-key-twice", 3),
        ("ID: a\nid: b", "front-matter-key-twice", 3),
        ("id: a\nbare ord", "front-matter-line", 3),
        ("- x", "front-matter-line", 2),
        ("  - x", "front-matter-line", 2),
        ("versjn: 1", "front-matter-key-unknown", 2),
        ("timer: 30", "front-matter-key-unknown", 2),
    ],
)
def test_slips_are_found_on_their_line(lines: str, code: str, line: int) -> None:
    """A key twice, a line that is none, and a key that means nothing here."""
    _, findings = read(f"---\n{lines}\n---\n")
    assert [(found.code, found.line) for found in findings.problems] == [(code, line)]


def test_an_unknown_key_names_the_nearest_one_and_keeps_its_items_to_itself() -> None:
    """``versjn`` is told as ``versjon``, and what stands under it goes nowhere else."""
    front, findings = read("---\nid: a\nversjn: 1\n  - x\n---\n")
    assert findings.problems[0].value("nearest") == "versjon"
    assert front.values("id") == ("a",)


def test_the_first_of_two_keys_holds() -> None:
    """A key written twice keeps its first value."""
    front, _ = read("---\nid: a\nid: b\n  - c\n---\n")
    assert front.text("id") == "a"


@pytest.mark.parametrize("text", ["", "# T\n", "tekst\n---\nid: a\n---\n", "----\nid: a\n---\n"])
def test_only_dashes_on_the_first_line_open_front_matter(text: str) -> None:
    """Anything else is the file's own text."""
    front, findings = read(text)
    assert (front.length, dict(front.fields), findings.problems) == (0, {}, [])


def test_front_matter_that_never_ends_is_text_with_a_finding() -> None:
    """Nothing is taken from it, so nothing is lost."""
    front, findings = read("---\nid: a\n# T\n")
    assert front.length == 0
    assert [found.code for found in findings.problems] == ["front-matter-open"]


TEXT = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)


@given(st.dictionaries(st.sampled_from(KEYS), TEXT))
def test_what_is_written_comes_back(fields: dict[str, str]) -> None:
    """Any value without white space at its ends is read as it was written."""
    names = {"version": "versjon", "language": "språk", "minutes": "minutter", "goals": "mål"}
    rows = "".join(f"{names.get(key, key)}: {value}\n" for key, value in fields.items())
    front, findings = read(f"---\n{rows}---\n")
    lines, _ = read_lines("x", "".join(fields.values()).encode())
    if "".join(line.text for line in lines) == "".join(fields.values()):
        assert {key: front.text(key) for key in fields} == fields
        assert findings.problems == []
