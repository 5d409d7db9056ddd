"""What the insert menu writes is right as it stands, wherever it is written."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kursapp.content.lines import heading_of
from kursapp.content.session import read_session
from kursapp.content.source import lines_of
from kursapp.domain.course import CallOut, Figure
from kursapp.domain.problem import KursappError, Problem, Severity
from kursapp.services.inserting import (
    CALL_OUTS,
    FORM_ITEMS,
    KINDS,
    Insertion,
    figure,
    insertion,
    paragraph,
)

PAGE = "---\nid: okt\nminutter: 60\n---\n# Økt\n\n## Side\n<!-- id: side -->\nTekst.\n"
FORM = PAGE.replace("## Side", "## Evaluering: Skjema").replace("id: side", "id: side | type: dag")
PROSE = "\n\nProsa etter.\n\nMer prosa.\n"

NOT_YET = {"session-workload", "skipped-heading-level", "question-without-measure", "ending-with-choices"}
"""What only the author can mend, or what the whole page is about."""


def put(text: str, made: Insertion) -> str:
    """Return the text with an insertion made, as the editor makes it."""
    texts = text.split("\n")
    return "\n".join([*texts[: made.after], *made.lines, *texts[made.after :]])


def written(text: str, kind: str, line: int = 0, language: str = "nb") -> str:
    """Insert a kind at a line (at the end where none is given)."""
    texts = text.split("\n")
    return put(text, insertion(kind, texts, line or len(texts), file="a.md", language=language))


def ground(kind: str) -> str:
    """Return a file a kind can be inserted into."""
    if kind == "session":
        return ""
    if kind == "scene":
        return written(PAGE, "case")
    return FORM if kind in FORM_ITEMS else PAGE


def findings(text: str) -> list[Problem]:
    """Return what is wrong with a session."""
    found = read_session("a.md", text.encode()).problems
    return [problem for problem in found if problem.code not in NOT_YET]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_inserted_has_nothing_wrong(kind: str, language: str) -> None:
    """No error and no warning: ids, feedback and keys are all there, in each of the three languages."""
    text = written(ground(kind), kind, language=language)
    assert findings(text) == []
    assert "{" not in text


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_words_to_write_over_are_selected(kind: str) -> None:
    """The selection is words of a person, not marks of the format."""
    text = ground(kind)
    made = insertion(kind, text.split("\n"), text.count("\n") + 1, file="a.md", language="nb")
    line = put(text, made).split("\n")[made.select_line - 1]
    selected = line[made.select_from - 1 : made.select_to - 1]
    assert selected.split()
    assert not set(selected) & set("<>[]#|")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(KINDS), st.sampled_from(KINDS), st.integers(min_value=1, max_value=60))
def test_inserting_never_breaks_what_is_there(first: str, second: str, line: int) -> None:
    """One kind after another, with the cursor anywhere: what was whole is whole, or nothing was written."""
    text = written(ground(first), first) + PROSE
    before = {problem.code for problem in findings(text) if problem.severity is Severity.ERROR}
    try:
        after = written(text, second, min(line, text.count("\n") + 1))
    except KursappError as refused:
        assert refused.problem.code.startswith("insert-")  # noqa: PT017 - the code is the point
        return
    assert {problem.code for problem in findings(after) if problem.severity is Severity.ERROR} <= before
    lines = iter(after.split("\n"))
    assert all(line in lines for line in text.split("\n"))


def test_ids_are_free_in_the_text_and_in_the_course() -> None:
    """A third question is neither called as the one here nor as the one in another file."""
    text = written(PAGE, "single")
    again = insertion("single", text.split("\n"), 12, file="a.md", language="nb", taken={"spoersmaal-2"})
    assert "<!-- id: spoersmaal-3 -->" in again.lines


def test_an_id_whose_parts_are_taken_is_not_given() -> None:
    """The options of a new question must not be called as somebody else's."""
    made = insertion("single", PAGE.split("\n"), 9, file="a.md", language="nb", taken={"spoersmaal-1-a"})
    assert "<!-- id: spoersmaal-2 -->" in made.lines


def test_a_question_comes_after_the_one_the_cursor_is_in() -> None:
    """Options and what explains them stay together."""
    text = written(PAGE, "single") + PROSE
    at = text.split("\n").index("- [x] Svaret som er riktig <!-- id: spoersmaal-1-b -->") + 1
    lines = written(text, "reflection", at).split("\n")
    explained = lines.index("> **Forklaring:** Forklar svaret, og si hvor en kan lese mer.")
    assert lines[explained + 1 : explained + 3] == ["", "### Refleksjon: Hva tenker du om dette?"]


def test_prose_is_not_cut_in_two() -> None:
    """With the cursor in a paragraph, what is inserted comes after it."""
    text = PAGE + "En linje.\nOg en til.\n\nNeste avsnitt.\n"
    assert written(text, "note", 10).split("\n")[10:15] == [
        "Og en til.",
        "",
        "> [!MERK]",
        "> Skriv det som er verdt å merke seg.",
        "",
    ]


def test_items_in_a_scene_stand_one_level_deeper() -> None:
    """In a case the heading of a question has five marks."""
    text = written(PAGE, "case")
    at = text.split("\n").index("<!-- id: case-1-1 | slutt: god -->") + 1
    headings = [heading_of(line) for line in lines_of(written(text, "single", at).split("\n"))]
    assert [heading.level for heading in headings if heading and "Spørsmål" in heading.text] == [5]


def test_a_page_comes_after_the_page() -> None:
    """A new page never takes the rest of the page the cursor is in."""
    text = PAGE + PROSE + "\n## Neste\n<!-- id: neste -->\nTekst.\n"
    lines = written(text, "page", 9).split("\n")
    assert lines.index("## Gi siden en overskrift") > lines.index("Mer prosa.")
    assert lines.index("## Gi siden en overskrift") < lines.index("## Neste")


def test_nothing_is_put_into_the_front_matter() -> None:
    """With the cursor between the two lines at the top, it comes below them."""
    made = insertion("note", PAGE.split("\n"), 2, file="a.md", language="nb")
    assert made.after >= 4


@pytest.mark.parametrize(
    ("kind", "text", "file", "code"),
    [
        ("single", "# Kurs\n", "kurs.md", "insert-into-cover"),
        ("note", "---\nid: kurs\n---\n# Kurs\n\n## Dag 1\n", "kurs.md", "insert-into-cover"),
        ("scale", PAGE, "a.md", "insert-no-evaluation"),
        ("checklist", FORM, "a.md", "insert-not-in-evaluation"),
        ("scene", PAGE, "a.md", "insert-no-case"),
        ("session", PAGE, "a.md", "insert-not-empty"),
    ],
)
def test_what_would_have_no_meaning_is_refused(kind: str, text: str, file: str, code: str) -> None:
    """It is said where it belongs, and nothing is written."""
    with pytest.raises(KursappError) as refused:
        insertion(kind, text.split("\n"), text.count("\n"), file=file, language="nb")
    assert refused.value.problem.code == code


def test_a_table_in_an_item_of_a_scene_is_refused() -> None:
    """Outside a case a line parts them; in a case such a line would end the case."""
    text = written(PAGE, "case")
    at = text.split("\n").index("<!-- id: case-1-1 | slutt: god -->") + 1
    text = written(text, "match", at)
    at = text.split("\n").index("|---|---|") + 1
    with pytest.raises(KursappError) as refused:
        written(text, "table", at)
    assert refused.value.problem.code == "insert-into-item"


def test_a_figure_is_read_back_as_it_was_written() -> None:
    """Spaces in the path, brackets and quotes in the words: the picture, its alt and its caption are what they were."""
    line = figure("media/to barn (1).png", "Et [bilde] \\ av to", "dag-1/a.md", 'Kart over "tjenesten"')
    read = read_session("dag-1/a.md", (PAGE + "\n" + line + "\n").encode())
    shown = next(block for block in read.session.pages[0].blocks if isinstance(block, Figure))
    assert (shown.alt, shown.caption) == ("Et [bilde] \\ av to", "Kart over ”tjenesten”")
    assert [image.target for image in read.images] == ["../media/to%20barn%20%281%29.png"]


def test_a_paragraph_is_put_in_with_room_around_it() -> None:
    """A picture that is pasted stands alone, so that it is a figure."""
    made = paragraph("![x](../media/x.png)", (PAGE + "Mer.\n").split("\n"), 9, file="dag-1/a.md")
    assert put(PAGE + "Mer.\n", made).split("\n")[9:13] == ["Mer.", "", "![x](../media/x.png)", ""]


def test_call_outs_are_what_they_are_called() -> None:
    """Every kind of call-out is read as one."""
    for kind in CALL_OUTS:
        read = read_session("a.md", written(PAGE, kind).encode())
        assert any(isinstance(block, CallOut) and block.call_out == kind for block in read.session.pages[0].blocks)


def test_pages_are_not_offered_twice() -> None:
    """Each kind is there once."""
    assert len(set(KINDS)) == len(KINDS)
