"""Inner texts become HTML that shows what the author wrote and holds nothing else."""

from __future__ import annotations

import re
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.content.definitions import take_definitions
from kursapp.content.findings import Findings
from kursapp.content.lines import Line
from kursapp.content.markup import Markup
from kursapp.content.sanitise import DEEPEST
from kursapp.content.source import read_lines

ALLOWED = {
    *("p", "br", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "code", "em", "strong", "sup", "abbr"),
    *("a", "img", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td"),
}


class Shown:
    """What a text is shown as: its HTML, its words, its findings."""

    def __init__(self, text: str) -> None:
        lines, problems = read_lines("side.md", dedent(text).lstrip("\n").encode())
        definitions, lines = take_definitions(lines)
        self.findings = Findings("side.md", problems)
        self.markup = Markup(definitions, self.findings)
        rich = self.markup.block(lines)
        self.html, self.plain = rich.html, rich.plain
        self.codes = [found.code for found in self.findings.problems]


def tight(shown: str) -> str:
    """Return HTML without the white space between elements and at line starts."""
    return re.sub(r">\s+<", "><", re.sub(r"\n\s*", "\n", shown))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Bare ord.\nTo linjer.", "<p>Bare ord.\nTo linjer.</p>"),
        ("En > to & tre", "<p>En &gt; to &amp; tre</p>"),
        ("*kursiv*, **fet** og `kode`", "<p><em>kursiv</em>, <strong>fet</strong> og <code>kode</code></p>"),
        ("snake_case_ord", "<p>snake_case_ord</p>"),
        ("Tekst:\n- en\n- to", "<p>Tekst:</p><ul><li>en</li><li>to</li></ul>"),
        ("Året var\n2026. Da", "<p>Året var\n2026. Da</p>"),
        ("3. tre\n4. fire", '<ol start="3"><li>tre</li><li>fire</li></ol>'),
        ("- a\n  - b\n    - c\n- d", "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"),
        ("1. a\n   - b", "<ol><li>a<ul><li>b</li></ul></li></ol>"),
        ("- a\n1. b", "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ("- a\n\n  mer\n- b", "<ul><li><p>a</p><p>mer</p></li><li><p>b</p></li></ul>"),
        ("> sitat\nvidere", "<blockquote><p>sitat\nvidere</p></blockquote>"),
        ("> > dypt", "<blockquote><blockquote><p>dypt</p></blockquote></blockquote>"),
        ("Ord\n\n: forklart", "<dl><dt>Ord</dt><dd><p>forklart</p></dd></dl>"),
        ("Ord\n: forklart", "<dl><dt>Ord</dt><dd>forklart</dd></dl>"),
        ("### Overskrift\ntekst", "<h3>Overskrift</h3><p>tekst</p>"),
        ("Tittel\n======", "<p>Tittel\n======</p>"),
        ("    innrykk", "<p>innrykk</p>"),
        ("over\n***\nunder", "<p>over</p><hr><p>under</p>"),
        ("```\n**x** <b>\n```", "<pre><code>**x** &lt;b&gt;\n</code></pre>"),
        ("```\na\n```\n```\nb\n```", "<pre><code>a\n</code></pre><pre><code>b\n</code></pre>"),
        ("linje  \nny", "<p>linje<br>\nny</p>"),
        ("&lt;3 og &amp;", "<p>&lt;3 og &amp;</p>"),
    ],
)
def test_prose_is_shown_as_other_viewers_show_it(text: str, html: str) -> None:
    """Ordinary Markdown comes out as readers of it expect, also where Python-Markdown wants it written otherwise."""
    assert tight(Shown(text).html) == tight(html)


def test_a_table_needs_no_blank_line_before_it() -> None:
    """A table right under a paragraph is a table, with its columns' alignment."""
    shown = Shown("Se her\n| a | b |\n|---|--:|\n| 1 | 2 |")
    assert "<p>Se her</p>\n<table>" in shown.html
    assert '<td align="right">2</td>' in shown.html
    assert shown.plain == "Se her\na · b\n1 · 2"


@pytest.mark.parametrize(
    "tag", ["<b>", "</div>", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!DOCTYPE x>"]
)
def test_raw_html_is_shown_as_text_and_reported(tag: str) -> None:
    """HTML an author writes is never HTML; it is shown as written, and found with line and column."""
    shown = Shown(f"Vanlig.\n\nFør {tag} etter.")
    assert re.sub(r"</?p>|\n", "", shown.html).endswith("etter.")
    assert not re.search(r"<(?!/?p>)", shown.html)
    (found,) = (one for one in shown.findings.problems if one.code == "raw-html")
    assert (found.line, found.column) == (3, 5)


@pytest.mark.parametrize("text", ["`<b>`", "<https://ks.no>", "3 < 4", "```\n<b>\n```", "<leder@ks.no>"])
def test_what_is_no_html_is_not_reported_as_it(text: str) -> None:
    """Code, addresses and plain less-than signs are no raw HTML."""
    assert "raw-html" not in Shown(text).codes


def test_comments_are_never_shown() -> None:
    """Comments vanish from prose and from single texts, but not from code."""
    shown = Shown("Før <!-- notat --> etter\n\n<!-- to\nlinjer -->\n\n`<!-- kode -->`")
    assert "notat" not in shown.plain
    assert "linjer" not in shown.plain
    assert "<!-- kode -->" in shown.plain
    assert shown.markup.inline("Valg <!-- id: a -->", 1).html == "Valg"


def test_links_and_images_become_stand_ins_with_their_lines() -> None:
    """Every address is kept with the line it stands on, and the HTML holds only its number."""
    shown = Shown(
        """
        Se [en](a.md#x "tittel"), og
        [to][R] og ![bilde med ord](media/b.png) og <https://ks.no>.

        Mer [to][r].

        [r]: https://eksempel.no/a_b
        """
    )
    links = [(address.target, address.line) for address in shown.markup.links]
    assert links == [
        ("a.md#x", 1),
        ("https://eksempel.no/a_b", 6),
        ("https://ks.no", 2),
        ("https://eksempel.no/a_b", 6),
    ]
    assert [(image.target, image.line, image.words) for image in shown.markup.images] == [
        ("media/b.png", 2, "bilde med ord")
    ]
    assert re.findall(r'(?:href|src)="([^"]*)"', shown.html) == ["lenke:0", "lenke:1", "bilde:0", "lenke:2", "lenke:3"]
    assert "tittel" not in shown.html
    assert "bilde med ord" in shown.plain


def test_footnotes_are_numbered_by_first_use_and_hold_for_the_whole_file() -> None:
    """A note is numbered where it is first referred to, listed once, and the next page begins again at 1."""
    shown = Shown(
        """
        Først[^b] så[^a] og igjen[^b].

        [^a]: Den ene.
        [^b]: Den **andre**
          går videre.

            Nytt avsnitt.
        """
    )
    assert shown.html == "<p>Først<sup>1</sup> så<sup>2</sup> og igjen<sup>1</sup>.</p>"
    assert shown.plain == "Først så og igjen."
    notes = shown.markup.footnotes()
    assert tight(notes.html).startswith(
        "<ol><li><p>Den <strong>andre</strong>\ngår videre.</p><p>Nytt avsnitt.</p></li>"
    )
    assert notes.plain == "Den andre går videre.\nNytt avsnitt.\nDen ene."
    assert not shown.markup.footnotes()
    assert shown.markup.inline("Ny side[^a]", 9).html == "Ny side<sup>1</sup>"


def test_a_footnote_in_a_footnote_is_listed_too() -> None:
    """A note that refers to another brings it along."""
    shown = Shown("Her[^a]\n\n[^a]: Se også[^b]\n[^b]: Sist")
    assert shown.markup.footnotes().plain == "Se også\nSist"


def test_an_unknown_footnote_is_reported_and_shown_as_written() -> None:
    """A reference to nothing is found with its line."""
    shown = Shown("En linje\nher[^x] slutt")
    assert shown.plain == "En linje her[^x] slutt"
    (found,) = shown.findings.problems
    assert (found.code, found.line, found.value("name")) == ("unknown-footnote", 2, "x")


def test_abbreviations_explain_themselves_everywhere_but_in_code_and_links() -> None:
    """An abbreviation is marked in plain and marked-up text alike."""
    shown = Shown('KS og **KS** i `KS`, [KS](a.md) men ikke KSX\n\n*[KS]: Kommunesektorens "organisasjon"')
    marked = '<abbr title="Kommunesektorens &quot;organisasjon&quot;">KS</abbr>'
    assert shown.html == (
        f'<p>{marked} og <strong>{marked}</strong> i <code>KS</code>, <a href="lenke:0">KS</a> men ikke KSX</p>'
    )
    assert shown.markup.inline("Hei KS", 1).html == f"Hei {marked}"


@pytest.mark.parametrize(
    "text", ["> " * 200 + "dypt", "\n".join(" " * 2 * n + "- x" for n in range(200)), "*a " * 2000]
)
def test_bottomless_nesting_is_shown_as_written(text: str) -> None:
    """Quotes and lists deeper than a screen can show are reported, not shown as elements within elements."""
    shown = Shown(text)
    depth = 0
    for closing in re.findall(r"<(/?)(?!br|hr|img)\w+", shown.html):
        depth += -1 if closing else 1
        assert depth <= DEEPEST
    assert "x" in shown.plain or "dypt" in shown.plain or "a" in shown.plain


def test_an_inline_text_is_never_a_block() -> None:
    """What would begin a list, a heading or a quote in a paragraph is only words in an option."""
    markup = Shown("").markup
    for text in ("1. **mars**", "# *x*", "> *x*", "- [ ] *x*", "| *a* |", "    *x*"):
        assert "<" not in markup.inline(text, 1).html.replace("<em>", "").replace("</em>", "").replace(
            "<strong>", ""
        ).replace("</strong>", "")


MARKDOWN = st.text(alphabet=st.sampled_from(list("ab \n*_`[]()<>!#-+1.:|&\\\"'^~=æ\u00a0\x02\x03{}")), max_size=120)


@given(MARKDOWN)
@settings(max_examples=400, deadline=None)
def test_no_text_can_raise_or_bring_in_anything_not_allowed(text: str) -> None:
    """Whatever is written, the HTML holds only allowed elements, and no address but a stand-in."""
    shown = Shown("x\n" + text)
    for name in re.findall(r"<\s*/?\s*([A-Za-z!?][\w-]*)", shown.html):
        assert name in ALLOWED
    for address in re.findall(r'(?:href|src)="([^"]*)"', shown.html):
        assert re.fullmatch(r"(?:lenke|bilde):\d+", address)
    assert not re.search(r"<[^>]*\son\w+\s*=", shown.html)
    inline = shown.markup.inline(text.replace("\n", " "), 1)
    assert not re.search(r"<(?:p|ul|ol|table|h\d|blockquote)\b", inline.html)


PLAIN = st.lists(
    st.text(alphabet=st.sampled_from(list("abcæøå 12.,;:?!–«»()%§\"'/>")), min_size=1, max_size=30), min_size=1
)


@given(PLAIN)
@settings(max_examples=200, deadline=None)
def test_text_without_marks_reads_the_same_with_and_without_python_markdown(rows: list[str]) -> None:
    """The quick way for plain paragraphs gives what Python-Markdown gives."""
    text = "a" + "\na".join(row.strip() for row in rows)
    quick, slow = Shown(text), Shown(text + "\n\n*x*")
    assert slow.plain == quick.plain + "\nx"


def test_line_numbers_of_quoted_texts_are_the_file_s() -> None:
    """A link inside a quote is found on its own line."""
    markup = Shown("").markup
    markup.block((Line(7, "> ord"), Line(8, "> [x](borte.md)")))
    assert markup.links[0].line == 8


@pytest.mark.parametrize(
    "text",
    [
        "> Sitat\n> > [!KURSLEDER]\n> > HEMMELIG\n>\n> HEMMELIG",
        "> Sitat\n> [!KURSLEIAR]\n> HEMMELIG",
        "[!INSTRUCTOR] HEMMELIG\n\nHEMMELIG",
        "- Punkt\n\n  - Under\n\n    > [!kursleder]\n    > HEMMELIG",
        "1. > [!KURSLEDER]\n   > HEMMELIG",
        f"{'> ' * 40}dypt\n\n{'> ' * 20}[!KURSLEDER]\n\n> HEMMELIG",
        "Ord[^1]\n\n[^1]: > [!KURSLEDER]\n    > HEMMELIG",
    ],
)
def test_a_note_to_the_instructor_inside_a_text_is_never_shown(text: str) -> None:
    """Only a call-out of its own can be kept from participants; elsewhere it is an error, and left out."""
    shown = Shown(text)
    notes = shown.markup.footnotes()
    assert "HEMMELIG" not in shown.html + shown.plain + notes.html + notes.plain
    assert "instructor-note-here" in [found.code for found in shown.findings.problems]


def test_a_label_shown_as_an_example_stays() -> None:
    """Code, and words in the middle of a sentence, are no notes."""
    shown = Shown("Skriv `[!KURSLEDER]` først, eller [!KURSLEDER].\n\n```\n> [!KURSLEDER]\n```")
    assert shown.html.count("[!KURSLEDER]") == 3
    assert shown.codes == []
