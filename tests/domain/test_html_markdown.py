"""HTML from anywhere as Markdown: the marks we know, the words of the rest, and the names of what was lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp.content.definitions import Definitions
from kursapp.content.findings import Findings
from kursapp.content.markup import Markup
from kursapp.domain.html_markdown import LONGEST_LINE, MarkdownWriter, as_heading, escaped, opened, wrapped

NOT_LETTERS = ("Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Co", "Cn")
LETTERS = st.characters(codec="utf-8", exclude_categories=NOT_LETTERS)


def shown(line: str) -> str:
    """Return the words a course shows for a line of Markdown."""
    return Markup(Definitions(), Findings("a.md")).inline(line, 1).plain


@pytest.mark.parametrize(
    ("html", "lines", "lost"),
    [
        ("<p>a <b>b</b> <i>c</i></p><p>d</p>", ["a **b** *c*", "", "d"], set()),
        ("a<br>b", ["a", "", "b"], set()),
        ("<ul><li>a</li><li>b</li></ul>", ["- a", "- b"], set()),
        ("<ol><li>a</li><li>b</li></ol>", ["1. a", "2. b"], set()),
        ("<pre>x\n  y</pre>", ["```", "x", "  y", "```"], set()),
        ("<h2>Stor</h2>", ["**Stor**"], set()),
        ("H<sub>2</sub>O m<sup>2</sup>", ["H₂O m²"], set()),
        ('<a href="https://a.no/b">a</a>', ["[a](https://a.no/b)"], set()),
        ('<a href="javascript:x">a</a>', ["a"], {"link"}),
        ('<img src="x.png" alt="kart">', ["kart"], {"image"}),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", ["a · b", "", "c"], {"table"}),
        ("<video>film</video>", ["film"], {"media"}),
        ("<script>x</script>a<!-- b -->", ["a"], set()),
    ],
)
def test_what_is_written_and_what_is_lost(html: str, lines: list[str], lost: set[str]) -> None:
    """Each mark has its own way; what has none keeps its words and is named."""
    writer = MarkdownWriter()
    assert writer.blocks(html) == lines
    assert writer.lost == lost


def test_a_picture_that_came_along_is_shown() -> None:
    """With the path it has in the course, and its words."""
    writer = MarkdownWriter({"x.png": "../media/x.png"}.get)  # type: ignore[arg-type]
    assert writer.inline('<img src="x.png" alt="et [kart]">') == "![et \\[kart\\]](../media/x.png)"
    assert writer.lost == set()


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Co", "Cn")), max_size=60
    )
)
def test_escaped_words_are_shown_as_they_are(words: str) -> None:
    """Whatever they hold, wherever in a line they stand."""
    assert shown(f"a {escaped(words)} b") == f"a {words} b"


@pytest.mark.parametrize("line", ["# a", "- a", "1. a", "> a", "| a", "Svar: a", "~~~", "– a", "12) a", "+ a", "\tA"])
def test_the_beginning_of_a_line_opens_nothing(line: str) -> None:
    """The words are the same, and none of them is a mark."""
    written = opened(escaped(line).strip("\t") if line.startswith("\t") else escaped(line))
    assert not written.startswith(("# ", "- ", "1. ", "> ", "|", "Svar:", "~", "–", "12) ", "+ "))
    assert shown(written).strip() == line.strip()


def test_a_heading_is_not_closed_by_its_own_words() -> None:
    """Signs at the end are words."""
    assert as_heading("C ##") == "C #&#35;"


def test_a_line_far_too_long_goes_on_upon_another() -> None:
    """No line is longer than allowed where there is a space to part it at, and no word is lost."""
    words = " ".join(["ord"] * 2000)
    lines = wrapped(words)
    assert max(map(len, lines)) <= LONGEST_LINE
    assert " ".join(lines) == words
