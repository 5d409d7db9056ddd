"""What the pieces of a line of kurs-Markdown are, for the eye."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kursapp import paths
from kursapp.content.keywords import EVALUATION_ITEMS, ITEMS
from kursapp.content.source import read_lines
from kursapp.services.colouring import BEGINNING, LONGEST, Above, Kind, after, spans


def pieces(text: str, above: Above | None = None) -> list[tuple[str, Kind]]:
    """Return the pieces of a line with their words, without the spaces around them and the marks."""
    found, _below = spans(text, above or Above())
    told = [(text[start : start + length].strip(), kind) for start, length, kind in found if kind is not Kind.MARK]
    return [(word, kind) for word, kind in told if word]


def below(*lines: str) -> Above:
    """Return what is open after lines that begin a file."""
    above = BEGINNING
    for line in lines:
        above = after(line, above)
    return above


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", ITEMS.names())
def test_the_keyword_of_an_item_is_told_in_every_language(name: str, language: str) -> None:
    """The words come from the one table."""
    word = ITEMS.word(name, language).capitalize()
    assert (word, Kind.KEYWORD) in pieces(f"### {word}: Hva nå?")


@pytest.mark.parametrize("name", EVALUATION_ITEMS.names())
def test_the_items_of_a_form_count_on_its_page_only(name: str) -> None:
    """«### Tall: …» is a plain heading anywhere else."""
    line = f"### {EVALUATION_ITEMS.word(name).capitalize()}: Hva nå?"
    assert pieces(line) == [(line.removeprefix("### "), Kind.HEADING)]
    page = below("# Økt", "## Evaluering: Dagen", "Tekst")
    assert pieces(line, page)[0][1] is Kind.KEYWORD
    assert pieces(line, after("## Neste side", page))[0][1] is Kind.HEADING


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("### Spørsmål (koble): Par", [("Spørsmål", Kind.KEYWORD), ("(koble)", Kind.VARIANT), (": Par", Kind.HEADING)]),
        ("### Sporsmål: Par", [("Sporsmål: Par", Kind.HEADING)]),
        ("## Quiz: Dag 1", [("Quiz", Kind.KEYWORD), (": Dag 1", Kind.HEADING)]),
        ("## Vanlig side", [("Vanlig side", Kind.HEADING)]),
        ("- [x] Riktig", [("[x]", Kind.KEY)]),
        ("- [ ] Feil", [("[ ]", Kind.BOX)]),
        ("  - [X] Innrykket", [("[X]", Kind.KEY)]),
        ("Svar: 12 ± 1", [("Svar:", Kind.ANSWER)]),
        ("Answer: 12", [("Answer:", Kind.ANSWER)]),
        ("Merk: 12", []),
        ("Fristen er [[én / 1]] uke.", [("[[én / 1]]", Kind.GAP)]),
        (r"Ikke \[[hull]]", []),
        ("`[[kode]]` og `**mer**`", [("`[[kode]]`", Kind.CODE), ("`**mer**`", Kind.CODE)]),
        ("> [!LOV]", [("[!LOV]", Kind.CALL_OUT)]),
        ("> [!ROLLE] Kari", [("[!ROLLE]", Kind.CALL_OUT)]),
        ("> [!LOVE]", []),
        ("> **Hint:** Tenk.", [("**Hint:**", Kind.LABEL)]),
        ("  > **Barnet −2:** ventet", [("**Barnet −2:**", Kind.STRONG)]),
        ("Se [loven](#lov) her", [("[loven]", Kind.LINK), ("(#lov)", Kind.TARGET)]),
        ('![Tre trinn](media/x.png "Trinn")', [("![Tre trinn]", Kind.LINK), ('(media/x.png "Trinn")', Kind.TARGET)]),
        ("En fotnote.[^a]", [("[^a]", Kind.LINK)]),
        (
            "**sterkt** og *svakt* og __sterkt__",
            [("**sterkt**", Kind.STRONG), ("*svakt*", Kind.EMPHASIS), ("__sterkt__", Kind.STRONG)],
        ),
        ("2 * 3 * 4 og snake_case_navn", []),
        ("---", []),
        ("| a | **b** |", [("**b**", Kind.STRONG)]),
    ],
)
def test_a_piece_is_what_the_format_says(line: str, told: list[tuple[str, Kind]]) -> None:
    """One line, read by itself."""
    assert pieces(line) == told


def test_settings_are_told_from_notes() -> None:
    """A comment without any known key is the author's own; in tables ``;`` parts the settings."""
    assert pieces("<!-- id: a | poeng: 2 -->") == [
        ("<!--", Kind.COMMENT),
        ("id", Kind.SETTING),
        (": a |", Kind.COMMENT),
        ("poeng", Kind.SETTING),
        (": 2 -->", Kind.COMMENT),
    ]
    assert pieces("<!-- husk å ringe -->") == [("<!-- husk å ringe -->", Kind.NOTE)]
    assert pieces("<!-- poeng for oppmøte -->")[0][1] is Kind.NOTE
    assert pieces("<!-- poeng -->")[0][1] is Kind.NOTE
    assert [kind for _word, kind in pieces("| Rad <!-- rad: r3 ; område: A --> | |")].count(Kind.SETTING) == 2
    assert ("fast", Kind.SETTING) in pieces("- [ ] Alle <!-- fast -->")
    assert ("fast", Kind.SETTING) not in pieces("<!-- faste ting: se under -->")


def test_a_comment_goes_on_until_it_ends_or_another_begins() -> None:
    """Its settings may span lines; one that was never closed takes nothing with it past the next."""
    open_comment = below("", "Tekst <!-- id: a |")
    assert open_comment.comment
    assert pieces("poeng: 2 -->", open_comment) == [("poeng", Kind.SETTING), (": 2 -->", Kind.COMMENT)]
    assert not after("poeng: 2 -->", open_comment).comment
    assert not after("## Side <!-- id: b -->", open_comment).comment
    assert not below("", "`<!--` er kode").comment


def test_front_matter_is_the_files_beginning_only() -> None:
    """Known keys are told; a rule further down is a rule."""
    inside = below("---")
    assert pieces("minutter: 55", inside) == [("minutter:", Kind.FIELD)]
    assert pieces("ukjent: 55", inside) == []
    assert not below("---", "id: a", "---").front
    assert not below("", "---").front


@pytest.mark.parametrize(
    ("lines", "fenced"),
    [
        (["```"], True),
        (["```", "a", "```"], False),
        (["~~~~", "~~~"], True),
        (["~~~~", "~~~~~"], False),
        (["> ```", "> a"], True),
        (["> ```", "ute igjen"], False),
        (["`` ``` ``"], False),
    ],
)
def test_a_fence_is_open_until_its_own_end(lines: list[str], fenced: bool) -> None:
    """As long a mark of the same kind ends it, and the end of its quote does."""
    state = below("", *lines)
    assert bool(state.fence) is fenced
    if fenced:
        inside = "> # kode" if state.quoted else "# kode"
        assert pieces(inside, state) == [(inside, Kind.CODE)]


@given(
    st.text(alphabet="ab #*_[](){}!`~<>-|:;.1x\\\t«»😀", max_size=60),
    st.sampled_from([Above(), Above(comment=True), Above(fence="```"), Above(front=True), BEGINNING]),
)
def test_the_pieces_of_any_line_are_apart_and_in_order(text: str, above: Above) -> None:
    """Whatever is typed, there is a reading of it, and it leaves open what ``after`` says."""
    found, left = spans(text, above)
    end = 0
    for start, length, _kind in found:
        assert start >= end
        assert length > 0
        end = start + length
    assert end <= len(text)
    assert left == after(text, above)


def test_no_more_of_a_line_is_looked_at_than_anybody_writes() -> None:
    """A line of a megabyte does not hold up the screen."""
    found, _left = spans("**a** " * LONGEST, Above())
    assert max(start + length for start, length, _kind in found) <= LONGEST


def test_fences_and_comments_are_read_as_the_course_is() -> None:
    """On every line of the courses that come with the program, but for fences that are never closed."""
    read = 0
    for file in sorted(paths.bundled_courses().rglob("*.md")):
        lines, _problems = read_lines(file.name, file.read_bytes())
        above = BEGINNING
        for line in lines:
            left = after(line.text, above)
            if not above.front and not left.front:
                assert line.fenced == bool(above.fence or left.fence), f"{file}:{line.number}"
                assert line.hidden == above.comment, f"{file}:{line.number}"
            above = left
            read += 1
    assert read > 1000
