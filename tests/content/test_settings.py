"""Settings comments: keys in three languages, values as they are written, and places to the letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.comments import take_comments
from kursapp.content.keywords import SETTINGS
from kursapp.content.settings import facts_of, gather, is_settings, parse_comment, report_unknown, settings_under
from kursapp.content.source import read_lines


def settings(text: str, separator: str = "|") -> dict[str, str]:
    lines, _ = read_lines("a.md", text.encode())
    comments = [comment for on in take_comments(lines).comments.values() for comment in on]
    return {entry.key or entry.name: entry.value for entry in gather(comments, separator)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!-- id: d1-frist | poeng: 2 -->", {"id": "d1-frist", "points": "2"}),
        ("<!-- ID : a|Poeng:2 -->", {"id": "a", "points": "2"}),
        ("<!-- id: a\n  | mål: b,\n    c -->", {"id": "a", "goals": "b, c"}),
        ("<!-- hvis: barnet >= 0 og valgt: c1 -->", {"if": "barnet >= 0 og valgt: c1"}),
        ("<!-- samme som: eval-for | form: B -->", {"same_as": "eval-for", "form": "B"}),
        ("<!-- id: a | fast -->", {"id": "a", "fixed": ""}),
        ("<!-- pong: 3 | id: a -->", {"pong": "3", "id": "a"}),
        ("<!-- points: 2 | snudd -->", {"points": "2", "snudd": ""}),
        ("<!-- -->", {}),
        ("<!-- husk: spør Kari | og Ola -->", {}),
        ("<!-- form -->", {}),
    ],
)
def test_keys_and_values(text: str, expected: dict[str, str]) -> None:
    """Parts are parted by ``|``, key from value by the first colon; a comment without a known key is a note."""
    assert settings(text) == expected


def test_in_tables_a_semicolon_parts() -> None:
    """Inside a table cell ``;`` stands for ``|``."""
    assert settings("<!-- id: a ; område: B -->", ";") == {"id": "a", "area": "B"}


def test_places() -> None:
    """Each key and value knows its line and column, also in a comment over several lines."""
    lines, _ = read_lines("a.md", b"x <!-- id: a\n  | poeng: 22 -->\n")
    (comment,) = take_comments(lines).on(1)
    points = parse_comment(comment)[1]
    assert (points.line, points.column, points.value_line, points.value_column) == (2, 5, 2, 12)


def test_facts_are_found_in_any_comment() -> None:
    """``fakta`` names facts alone or beside other settings, and alone it is no setting of anything."""
    lines, _ = read_lines("a.md", b"<!-- fakta: F1-08, F1-09 -->\n<!-- id: a | fakta: F2-01 -->\n")
    cleaned = take_comments(lines)
    assert [name for name, _, _ in facts_of(cleaned.on(1)[0])] == ["F1-08", "F1-09"]
    assert [name for name, _, _ in facts_of(cleaned.on(2)[0])] == ["F2-01"]
    assert is_settings(cleaned.on(1)[0])
    assert gather(cleaned.on(1, 2)).after == (2, 5)


@pytest.mark.parametrize(
    ("text", "key", "used"),
    [
        ("\n\n<!-- id: a -->\nTekst.", "a", 3),
        ("<!-- id: a -->\n\n<!-- lapp -->\nTekst.", "a", 3),
        ("<!-- lapp -->\n<!-- id: a -->\nTekst.", "a", 2),
        ("Tekst.\n<!-- id: a -->", "", 0),
        ("\nTekst.", "", 0),
        ("<!-- id: a -->", "a", 1),
    ],
)
def test_settings_under_a_heading(text: str, key: str, used: int) -> None:
    """Settings stand on the first non-blank lines; notes beside them do not count."""
    lines, _ = read_lines("a.md", text.encode())
    found, taken = settings_under(lines)
    assert (found.value("id"), taken) == (key, used)


def test_what_is_reported() -> None:
    """Unknown keys come with the nearest known one, and keys twice or out of place by name."""
    lines, _ = read_lines("a.md", b"<!-- id: a | id: b | pong: 2 | akser: x | qqq: 1 -->\n")
    found: list[tuple[str, dict[str, object]]] = []
    report_unknown(
        settings_under(lines)[0], ("id", "points"), "spørsmål", lambda code, *_, **values: found.append((code, values))
    )
    assert [(code, values["key"]) for code, values in found] == [
        ("setting-twice", "id"),
        ("unknown-key", "pong"),
        ("setting-not-here", "akser"),
        ("unknown-key", "qqq"),
    ]
    assert [values.get("nearest") for code, values in found if code == "unknown-key"] == ["poeng", ""]


@given(
    st.sampled_from(SETTINGS.words()),
    st.text(st.characters(codec="utf-8", exclude_characters="|<>-–—`\0"), max_size=20),
)
def test_any_value_comes_back(key: str, value: str) -> None:
    """Whatever is set is read back, with spaces made single."""
    found = settings(f"<!-- {key}: {value} -->")
    assert found == {SETTINGS.find(key): " ".join(value.split())}
