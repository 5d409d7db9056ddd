"""A course's HTML as values for a template: words and how they are set, and no more."""

from __future__ import annotations

from kursapp.domain.course import Rich
from kursapp.export.worksheet.rich import blocks_of, spans_of


def html(text: str) -> Rich:
    return Rich(text, "")


def test_words_keep_how_they_are_set() -> None:
    """Bold, slanted, code, raised and links to the web; a link inside the course is its words."""
    spans = spans_of(
        html(
            'Les <strong>lov <em>nå</em></strong> <code>§ 1</code><sup>2</sup> <a href="https://a.no">her</a> '
            '<a href="kurs:x#y">der</a>'
        )
    )
    shown = [span for span in spans if span["text"] != " "]
    assert shown == [
        {"kind": "words", "text": "Les "},
        {"kind": "words", "text": "lov ", "strong": True},
        {"kind": "words", "text": "nå", "strong": True, "emphasis": True},
        {"kind": "words", "text": "§ 1", "code": True},
        {"kind": "words", "text": "2", "raised": True},
        {"kind": "words", "text": "her", "address": "https://a.no"},
        {"kind": "words", "text": "der"},
    ]
    assert "".join(str(span["text"]) for span in spans) == "Les lov nå § 12 her der"


def test_blocks_are_paragraphs_lists_tables_quotes_and_code() -> None:
    """Each kind of block has its values, and rows of a table are equally long."""
    made = blocks_of(
        html(
            "<p>a<br>b</p><ol start='3'><li>c<ul><li>d</li></ul></li></ol><blockquote><p>e</p></blockquote>"
            "<pre><code>f  g</code></pre><table><tr><th>h</th><th>i</th></tr><tr><td>j</td></tr></table><hr>"
        )
    )
    assert [each["kind"] for each in made] == ["paragraph", "list", "quote", "code", "table"]
    assert [span["kind"] for span in made[0]["spans"]] == ["words", "break", "words"]  # type: ignore[attr-defined]
    assert (made[1]["ordered"], made[1]["start"]) == (True, 3)
    assert made[1]["items"][0][1]["kind"] == "list"  # type: ignore[index]
    assert made[3]["text"] == "f  g"
    assert [len(row) for row in made[4]["rows"]] == [2, 2]  # type: ignore[attr-defined]


def test_what_begins_and_ends_with_nothing_is_trimmed() -> None:
    """Spaces and breaks at the ends of a text are no part of it; a picture is its words."""
    assert spans_of(html('<br> a <img src="x" alt="kart"> <br>')) == [
        {"kind": "words", "text": "a "},
        {"kind": "words", "text": "kart", "emphasis": True},
    ]
    assert spans_of(html("  <p> </p>")) == []


def test_a_number_from_nowhere_counts_from_one() -> None:
    """A list's first number is one a person could have meant."""
    assert blocks_of(html("<ol start='99999999999'><li>a</li></ol>"))[0]["start"] == 1
