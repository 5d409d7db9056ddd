"""A rewritten figure draws what the author drew, and can do nothing else."""

from __future__ import annotations

from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.content.svg import MOST_ELEMENTS, rewrite_svg

ALLOWED = {"svg", "g"}
"""The elements that the letters of the property below can spell."""

NS = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"'


def inside(text: str) -> str:
    """Rewrite a figure with this inside it, and return what is left inside."""
    figure = rewrite_svg(f"<svg {NS}>{text}</svg>".encode())
    assert figure.problem == ""
    return figure.svg.partition(">")[2].removesuffix("</svg>") if not figure.svg.endswith("/>") else ""


def test_shapes_text_and_gradients_are_kept() -> None:
    """What figures are made of comes through unchanged."""
    text = (
        '<title>Kart</title><defs><linearGradient id="g" x1="0"><stop offset="0" stop-color="#5e1234" />'
        '</linearGradient></defs><g transform="translate(1 2)"><rect x="1" width="3" fill="url(#g)" rx="1" />'
        '<path d="M0 0L1.5-2e-1" stroke="#0f62fe" stroke-dasharray="2 1" /><text x="1" font-size="12">æ &lt; ø'
        '<tspan dy="1">å</tspan> etter</text></g>'
    )
    assert inside(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        '<image href="http://x.no/a.png"/>',
        '<use href="#a"/>',
        "<style>rect{fill:red}</style>",
        '<filter id="f"><feGaussianBlur/></filter>',
        "<foreignObject><body/></foreignObject>",
        '<a href="http://x.no"><rect/></a>',
        "<animate/>",
        '<clipPath id="c"/>',
        '<pattern id="p"/>',
        "<!-- notat -->",
        "<?php x?>",
        '<x:rect xmlns:x="http://annet"/>',
        '<rect xmlns="http://annet"/>',
        "<metadata>x</metadata>",
    ],
)
def test_anything_else_is_left_out(text: str) -> None:
    """Elements that are not on the list go, with all they hold."""
    assert inside(text + "<rect />") == "<rect />"


def test_what_was_left_out_is_named() -> None:
    """The author is told which kinds of elements the figure had to do without."""
    figure = rewrite_svg(f"<svg {NS}><use/><g><use/><style/></g><metadata/></svg>".encode())
    assert figure.dropped == ("use", "style")


@pytest.mark.parametrize(
    "attribute",
    [
        'onclick="x()"',
        'href="#a"',
        'filter="url(#f)"',
        'fill="url(http://x.no/a)"',
        'fill="url(#ukjent)"',
        'fill="URL(data:x)"',
        'style="filter:url(#f);behavior:x"',
        'width="1e9"',
        'x="99999999"',
        'stroke-dasharray="0.001"',
        'font-size="5000"',
        'class="a"',
        'fill="u\\72l(x)"',
    ],
)
def test_attributes_that_refer_or_overwhelm_are_left_out(attribute: str) -> None:
    """Nothing points out of the figure, and no number is beyond drawing."""
    assert inside(f"<rect {attribute} />") == "<rect />"


def test_a_style_becomes_attributes() -> None:
    """Drawing programs write colours as style; they are kept, what is not allowed in it is not."""
    assert inside('<rect style="fill:#abc; stroke : red;filter:url(#f)" />') == '<rect fill="#abc" stroke="red" />'


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "svg-unreadable"),
        (b"<svg", "svg-unreadable"),
        (b"<html/>", "svg-unreadable"),
        (b"<svg/>", "svg-unreadable"),
        ("<svg>å</svg>".encode("latin-1"), "svg-unreadable"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>', "svg-unreadable"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "svg-without-size"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" width="100%" height="100%"/>', "svg-without-size"),
        (f"<svg {NS}>{'<g/>' * MOST_ELEMENTS}</svg>".encode(), "svg-too-many-elements"),
        (f"<svg {NS}>{'<g>' * 100}{'</g>' * 100}</svg>".encode(), "svg-too-many-elements"),
        (b" " * 1_000_001, "svg-too-large"),
    ],
)
def test_what_is_no_figure_is_refused(data: bytes, problem: str) -> None:
    """Each reason has its code, and nothing comes out."""
    figure = rewrite_svg(data)
    assert (figure.problem, figure.svg) == (problem, "")


def test_a_drawing_program_s_prologue_is_no_hindrance() -> None:
    """A declaration, a plain document type and a byte order mark are read past; a size becomes a view box."""
    data = (
        '\ufeff<?xml version="1.0" encoding="ISO-8859-1"?>\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "x.dtd">\n'
        '<svg xmlns="http://www.w3.org/2000/svg" width="200px" height="100"><text>å</text></svg>'
    )
    figure = rewrite_svg(data.encode())
    assert figure.problem == ""
    assert 'viewBox="0 0 200 100"' in figure.svg
    assert ">å<" in figure.svg


@given(st.text(alphabet=st.sampled_from(list("<>/=\"'&;#:() abgsvgrecturlxmlns\n![]-?")), max_size=80))
@settings(max_examples=300, deadline=None)
def test_whatever_comes_out_is_on_the_list(text: str) -> None:
    """No input raises, and every element and attribute that comes out is an allowed one."""
    figure = rewrite_svg(f"<svg {NS}>{text}</svg>".encode())
    if figure.svg:
        for element in Tree.fromstring(figure.svg).iter():
            assert element.tag.partition("}")[2] in ALLOWED
            assert set(element.keys()) <= {"viewBox", "x", "r", "id", "d", "color", "rx"}
