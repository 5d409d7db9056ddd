"""HTML from anywhere: its words, its marks as Markdown, and hostile texts in no time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.domain.html_markdown import MarkdownWriter
from kursapp.domain.html_tree import read_html, words_of


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("bare ord", "bare ord"),
        ("a &lt; b &amp; c", "a < b & c"),
        ("<p>En<p>To", "En\nTo"),
        ("<b>a</b>b<br>c", "ab\nc"),
        ('<img src="x" alt="Et kart">', "Et kart"),
        ("<script>alert(1)</script>x<!-- y -->", "x"),
        ("3 < 4 og 5 > 4", "3 < 4 og 5 > 4"),
        ('<a title="a > b">c</a>', "c"),
    ],
)
def test_words(html: str, words: str) -> None:
    """A line per block, an image as its alternative text, nothing of scripts and comments."""
    assert words_of(html) == words


@pytest.mark.parametrize(
    ("html", "lines", "lost"),
    [
        ("<p>a <strong>b </strong>c</p><p>d</p>", ["a **b** c", "", "d"], set()),
        ("<ul><li>a</li><li>b</li></ul>", ["- a", "- b"], set()),
        ("1. ikke liste", ["1\\. ikke liste"], set()),
        (
            "# ikke overskrift [x] `k` snake_case _u_",
            ["\\# ikke overskrift \\[x\\] &#96;k&#96; snake_case \\_u\\_"],
            set(),
        ),
        ("Svar: nei", ["Svar&#58; nei"], set()),
        ("x<sup>2</sup> og H<sub>2</sub>O", ["x² og H₂O"], set()),
        ('<a href="javascript:alert(1)">trykk</a>', ["trykk"], {"link"}),
        ('<a href="https://lovdata.no/">loven</a>', ["[loven](https://lovdata.no/)"], set()),
        ("<table><tr><td>a</td><td>b</td></tr></table>", ["a · b"], {"table"}),
        ('<img src="borte.png" alt="kart">', ["kart"], {"image"}),
        ("<pre>a\n  b</pre>", ["```", "a", "  b", "```"], set()),
    ],
)
def test_markdown(html: str, lines: list[str], lost: set[str]) -> None:
    """Marks are written as Markdown, words never become marks, and what is lost has a name."""
    writer = MarkdownWriter()
    assert writer.blocks(html) == lines
    assert writer.lost == lost


@given(st.text(alphabet="<>/!-ab&;\"'= p", max_size=80))
def test_any_text_is_read(text: str) -> None:
    """Nothing fails, and words outside of marks are kept."""
    assert read_html(text).name == ""
    MarkdownWriter().blocks(text)


@pytest.mark.parametrize("piece", ["<!--", "<a ", "</", "<p>", "&#", "<![CDATA[", '<p <p="'])
def test_hostile_repetition_is_read(piece: str) -> None:
    """Thousands of openings without ends are read like anything else; a quadratic reader would take minutes."""
    assert MarkdownWriter().blocks(piece * 100_000) is not None
