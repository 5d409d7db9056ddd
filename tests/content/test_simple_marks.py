"""Simple marks are made into HTML without Python-Markdown, and exactly as Python-Markdown would have."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kursapp.content import markup as marking
from kursapp.content.definitions import Definitions
from kursapp.content.findings import Findings
from kursapp.content.lines import Line
from kursapp.content.markup import Markup
from kursapp.content.simple_marks import is_simple
from kursapp.domain.course import Rich

_PIECES = st.sampled_from(
    (
        *("*", "**", "***", "_", "[", "]", "](", "(", ")", "!", "`", "\\", "<", ">", "&", "&amp;", '"', "'", "|", "#"),
        *(
            "ord",
            "to ord",
            "Å",
            " ",
            "  ",
            "\n",
            ". ",
            ": ",
            "- ",
            "1. ",
            "^1",
            "\u00a0",
            "\u200b",
            "\x0c",
            "\U0001f600",
        ),
        *("\n- ", "\n- *vekt*", "\n\n", "\n- ord", "\n  ord", "\n1. ord", "\n> ord", "\n\n- to", "\n\n    inn"),
        *("*vekt*", "**sterkt**", "[her](#to)", "[b](b.md#x_y)", "[ks](https://ks.no/?a=1)", "[a b](dag-1/å.md)"),
    )
)
TEXTS = st.lists(_PIECES, min_size=1, max_size=14).map("".join)


def read(text: str, *, block: bool) -> tuple[Rich, object, object]:
    """Return a text as HTML and words, the links it holds, and what is wrong with it."""
    findings = Findings("a.md")
    markup = Markup(Definitions(), findings)
    lines = [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    shown = markup.block(lines) if block else markup.inline(text.replace("\n", " "), 1)
    return shown, markup.links, findings.problems


@settings(max_examples=600, deadline=None)
@given(TEXTS, st.booleans())
@example("*a* **b** [c](d.md) *e*", True)
@example("[a](b)[c](d) og *e*, *f*: **g**", False)
@example("To\nlinjer *med\nvekt* og [en\nlenke](#to)", True)
@example("**a***b*", True)
@example("* *a* *", True)
@example("a * b * c", False)
@example("- *a*\n- [b](c.md)\n- d", True)
@example("Før\n\n- a\n- b\n\nEtter *x*", True)
@example("- a\n\n- b", True)
@example("*a>b* > c", False)
@example("- [a](b.md)\n- [a](b.md)", True)
@example("- a\n\n    b", True)
@example("- a\n- 1. b\n- # c", True)
@example("- a\n\n1. b", True)
@example("- a\nb", True)
@example("Før\n- a\n- b", True)
@example("- a\n\n> b\n\n- c", True)
@example("ord\n\n: mening\n\n- a", True)
@example("x*y*z **å**\u00a0b", True)
@example("![a](b.png) *c*", True)
@example("[^1](x) *c*", True)
def test_as_python_markdown_makes_them(text: str, block: bool) -> None:
    """HTML, words, links with their lines, and findings are equal, whatever stands in the text."""
    quick = read(text, block=block)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(marking, "is_simple", lambda text: False)
        assert quick == read(text, block=block)


@pytest.mark.parametrize(
    ("text", "simple"),
    [
        ("Hun spør hva som er *vurdert*, og **ikke** bare gjort; se [side én](#s1-side-1).", True),
        ("*a **b** c*", False),
        ("[*a*](b.md)", False),
        ("`kode`", False),
        ("[a][b]", False),
        ("snake_case", False),
        ("R&D", False),
        ("* et punkt*", False),
    ],
)
def test_what_is_simple(text: str, simple: bool) -> None:
    """Emphasis and plain links side by side are; one within another, and every other mark, is not."""
    assert is_simple(text) is simple


def test_a_hostile_text_is_told_at_once() -> None:
    """Openings without an end cost in proportion to the text."""
    for piece in ("*", "[", "**a", "[a](", "*a ", "[a]", "a*"):
        assert not is_simple(piece * 20_000 + "`")
