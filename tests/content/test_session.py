"""A session file becomes pages of blocks, and every fault in it a finding with its line."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kursapp.content.mending import edits_for
from kursapp.content.repair import apply_edits, edits_of
from kursapp.content.session import read_session
from kursapp.domain.course import (
    CallOut,
    CallOutKind,
    Checklist,
    Faulty,
    Figure,
    MediaCard,
    PageKind,
    Prose,
    Session,
)
from kursapp.domain.problem import Problem
from kursapp.domain.question import ChoiceQuestion, Reflection

Read = Callable[[str], tuple[Session, list[Problem]]]


def codes(problems: list[Problem]) -> list[str]:
    return [found.code for found in problems if found.code != "no-id"]


def kinds(session: Session) -> list[list[str]]:
    return [[type(block).__name__ for block in page.blocks] for page in session.pages]


def test_a_file_becomes_an_opening_page_and_a_page_for_each_heading(session: Read) -> None:
    """Front matter, title, opening page and pages come out as written, with their places."""
    read, problems = session(
        """
        ---
        id: d1-1
        minutter: 55
        mål:
          - d1-m1
          - d1-m2
        forkunnskap: Les § 1-1 først
        ---
        # Hvorfor finnes *vi*?

        Mandag.

        ## Formålet
        <!-- id: d1-formal | minutter: 3 -->
        Loven gir oss oppdraget.

        ### Refleksjon: Hva svarer du?
        <!-- id: d1-r1 -->
        Skriv.

        ## Neste
        <!-- id: d1-neste -->
        """
    )
    assert codes(problems) == []
    assert (read.id, read.title, read.minutes) == ("d1-1", "Hvorfor finnes vi?", 55)
    assert read.goals == ("d1-m1", "d1-m2")
    assert read.prior_knowledge == "Les § 1-1 først"
    assert [(page.id, page.title) for page in read.pages] == [
        ("d1-1/start", "Hvorfor finnes vi?"),
        ("d1-formal", "Formålet"),
        ("d1-neste", "Neste"),
    ]
    assert read.pages[1].minutes == 3
    assert kinds(read) == [["Prose"], ["Prose", "Reflection"], []]
    assert (read.pages[1].place.first, read.pages[1].place.last) == (13, 20)
    assert read.pages[1].blocks[0].place.first == 15


def test_a_heading_s_footnote_is_shown_also_where_nothing_stands_under_it() -> None:
    """A page that is a heading yet, with a note in it, is a page with the note."""
    parsed = read_session("a.md", b"# A\n## Side[^1]\n\n[^1]: Noten.\n\n## Neste[^1]")
    assert ["Noten." in repr(page.blocks) for page in parsed.session.pages] == [True, True]
    assert parsed.session.pages[1].blocks[0].place.first == 6


def test_an_empty_opening_page_is_skipped(session: Read) -> None:
    """Nothing but notes before the first heading makes no page."""
    read, _ = session("# T\n<!-- et notat -->\n\n## Side\ntekst\n")
    assert [page.title for page in read.pages] == ["Side"]


def test_ids_that_are_not_written_are_derived_and_can_be_written(session: Read) -> None:
    """A derived id is the session's and the slug; each finding carries the repair that writes an ASCII one."""
    text = "# T\n\n## Økt på gården\ntekst\n\n## Økt på gården\n<!-- minutter: 2 -->\n- [ ] Gjort\n"
    read, problems = session(text)
    assert read.id == "dag-1/okt"
    assert [page.id for page in read.pages] == ["dag-1/okt/økt-på-gården", "dag-1/okt/økt-på-gården-2"]
    missing = [found for found in problems if found.code == "no-id"]
    assert [found.line for found in missing] == [1, 3, 6, 8]
    edits = [edit for found in missing for edit in edits_of(found)]
    assert apply_edits(text.splitlines(), edits) == [
        "---",
        "id: dag-1-okt",
        "---",
        "# T",
        "",
        "## Økt på gården",
        "<!-- id: dag-1-okt-oekt-paa-gaarden -->",
        "tekst",
        "",
        "## Økt på gården",
        "<!-- id: dag-1-okt-oekt-paa-gaarden-2 | minutter: 2 -->",
        "- [ ] Gjort <!-- id: dag-1-okt-oekt-paa-gaarden-2-sjekkliste-a -->",
    ]


def test_the_id_is_written_into_front_matter_that_is_there(session: Read) -> None:
    """A missing session id goes on the line under the opening dashes."""
    text = "---\nminutter: 5\n---\n# T\ntekst\n"
    _, problems = session(text)
    (missing,) = (found for found in problems if found.code == "no-id")
    assert apply_edits(text.splitlines(), edits_of(missing))[:3] == ["---", "id: dag-1-okt", "minutter: 5"]


def test_items_stand_between_the_text_around_them(session: Read) -> None:
    """A question ends where ordinary prose begins again, and a rule after it is not shown."""
    read, problems = session(
        """
        # T
        ## Side
        <!-- id: side -->
        Før.

        ### Spørsmål: Hva?
        <!-- id: q -->
        - [x] a <!-- id: a -->
        - [ ] b <!-- id: b -->
          > Nei.

        Etter.

        ### Vanlig overskrift
        Mer.
        """
    )
    assert codes(problems) == []
    assert kinds(read) == [["Prose", "ChoiceQuestion", "Prose"]]
    question, after = read.pages[0].blocks[1:]
    assert isinstance(question, ChoiceQuestion)
    assert isinstance(after, Prose)
    assert after.text.html == "<p>Etter.</p>\n<h3>Vanlig overskrift</h3>\n<p>Mer.</p>"


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        *(("MERK", "note"), ("tips", "tip"), ("VIKTIG", "important"), ("ÅTVARING", "warning"), ("CAUTION", "warning")),
        *(("LOV", "law"), ("ETTERTANKE", "reflect"), ("GRUPPE", "group"), ("KURSLEDER", "instructor"), ("LAW", "law")),
    ],
)
def test_call_outs_are_github_alerts_in_three_languages(session: Read, written: str, kind: str) -> None:
    """Each keyword makes its kind, whatever its case or language, and its text keeps its markup."""
    read, problems = session(f"# T\n> [!{written}]\n> Her **står** det.\n>\n> - punkt\n\nProsa.\n")
    assert codes(problems) == []
    call_out, prose = read.pages[0].blocks
    assert isinstance(call_out, CallOut)
    assert call_out.call_out == CallOutKind(kind)
    assert call_out.text.plain == "Her står det.\npunkt"
    assert isinstance(prose, Prose)
    assert (call_out.place.first, call_out.place.last) == (2, 5)


def test_a_role_card_has_a_name_and_group_work_a_timer(session: Read) -> None:
    """``[!ROLLE] Navn`` names the role; ``tid:`` is the timer and ``minutter:`` what it counts as."""
    read, problems = session(
        "# T\n> [!ROLLE] Saksbehandler Kari\n> Du er sliten.\n\n"
        "> [!GRUPPE]\n> <!-- minutter: 25 -->\n> tid: 10\n> Snakk.\n"
    )
    role, group = read.pages[0].blocks
    assert codes(problems) == []
    assert isinstance(role, CallOut)
    assert (role.title, role.text.plain) == ("Saksbehandler Kari", "Du er sliten.")
    assert isinstance(group, CallOut)
    assert (group.minutes, group.workload, group.text.plain) == (10, 25, "Snakk.")


def test_an_unknown_call_out_stays_a_quote_and_can_be_mended(session: Read) -> None:
    """A misspelt kind is shown, and the finding names the nearest one."""
    text = "# T\n> [!VIKTG]\n> Husk.\n"
    read, problems = session(text)
    (block,) = read.pages[0].blocks
    assert isinstance(block, Prose)
    assert "Husk." in block.text.plain
    (found,) = (one for one in problems if one.code == "unknown-call-out")
    assert (found.line, found.column, found.value("nearest")) == (2, 5, "VIKTIG")
    assert apply_edits(text.splitlines(), edits_of(found))[1] == "> [!VIKTIG]"


def test_an_image_alone_in_a_paragraph_is_a_figure(session: Read) -> None:
    """Alone it is a figure with its caption; among words it stays in the prose."""
    read, problems = session(
        '# T\n![Alt *tekst*](media/a.png "En «bildetekst»") <!-- notat -->\n\nMed ![b](media/b.png) i tekst.\n\n'
        "![](<media/c d.svg>)\n"
    )
    figure, prose, other = read.pages[0].blocks
    assert isinstance(figure, Figure)
    assert (figure.source, figure.alt, figure.caption) == ("bilde:0", "Alt *tekst*", "En «bildetekst»")
    assert isinstance(prose, Prose)
    assert isinstance(other, Figure)
    assert codes(problems) == ["no-alt-text"]


@pytest.mark.parametrize(("target", "media"), [("lyd/x.mp3", "sound"), ("film/y.MP4", "film")])
@pytest.mark.parametrize("mark", ["!", ""])
def test_sound_and_film_alone_in_a_paragraph_are_cards(session: Read, mark: str, target: str, media: str) -> None:
    """Written as an image or as a link, a sound or film file becomes a card."""
    read, problems = session(f"# T\n\n{mark}[Intervju]({target})\n")
    (card,) = read.pages[0].blocks
    assert isinstance(card, MediaCard)
    assert (card.title, card.media) == ("Intervju", media)
    assert codes(problems) == []


def test_film_inside_a_paragraph_is_reported(session: Read) -> None:
    """Sound and film are no inline images."""
    _, problems = session("# T\nSe ![her](x.mp4) nå.\n")
    assert codes(problems) == ["media-not-alone"]


def test_a_tick_list_is_the_participant_s_own_checklist(session: Read) -> None:
    """Ticks make a checklist, also right under a paragraph and with lines that go on; a key is an error."""
    read, problems = session(
        "# T\nHusk:\n- [ ] Ringe *Ola* <!-- id: ola -->\n- [x] Skrive\n"
        "  referat <!-- id: ref -->\n\n- [ ] Spise <!-- id: spis -->\n\nVidere.\n"
    )
    prose, checklist, after = read.pages[0].blocks
    assert isinstance(prose, Prose)
    assert isinstance(after, Prose)
    assert isinstance(checklist, Checklist)
    assert [(item.id, item.text.plain) for item in checklist.items] == [
        ("ola", "Ringe Ola"),
        ("ref", "Skrive referat"),
        ("spis", "Spise"),
    ]
    (found,) = (one for one in problems if one.code == "key-without-question")
    assert (found.line, found.column) == (4, 4)


def test_footnotes_stand_at_the_end_of_the_page_that_uses_them(session: Read) -> None:
    """The notes of a page are its last prose; the next page has its own."""
    read, _ = session("# T\n## En\nHer[^1].\n\n## To\nDer[^2].\n\n[^1]: Første\n[^2]: Andre\n")
    last = [page.blocks[-1] for page in read.pages]
    assert [block.text.plain for block in last if isinstance(block, Prose)] == ["Første", "Andre"]


def test_settings_in_the_middle_of_prose_are_misplaced_but_notes_and_facts_are_not(session: Read) -> None:
    """A comment that sets something where nothing can be set is an error; other comments are nobody's business."""
    _, problems = session(
        "# T\n<!-- id: start -->\nTekst.\n\n<!-- fakta: F1 -->\n\n"
        "<!-- husk: ring trykkeriet -->\n\nMer. <!-- poeng: 2 -->\n"
    )
    (found,) = (one for one in problems if one.code == "misplaced-settings")
    assert (found.line, found.column, found.value("key")) == (9, 6, "poeng")


def test_quiz_and_evaluation_pages_have_their_settings(session: Read) -> None:
    """The keyword makes the page's kind and stays out of its title; score bands are not prose."""
    read, problems = session(
        """
        # T
        ## Quiz: Prøv deg
        <!-- id: quiz -->
        > **under 70 %:** Les mer.
        > **70–100 %:** Fint.

        Tekst før.

        ## Evaluering: Dagen
        <!-- id: ev | type: dag -->
        ### Fritekst: Noe mer?
        <!-- id: mer -->
        """
    )
    quiz, evaluation = read.pages
    assert codes(problems) == []
    assert (quiz.kind, quiz.title) == (PageKind.QUIZ, "Prøv deg")
    assert quiz.quiz is not None
    assert [band.low for band in quiz.quiz.bands] == [0, 70]
    assert evaluation.kind is PageKind.EVALUATION
    assert kinds(read) == [["Prose"], ["EvaluationItem"]]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("tekst\n\n## Side\nx\n", "no-title", 1),
        ("# En\nx\n# To\ny\n", "second-title", 3),
        ("# T\nx\n## \ny\n", "page-without-title", 3),
        ("# T\nx\n\n## A\n#### B\n", "skipped-heading-level", 5),
        ("# T\n", "empty-session", 1),
        ("", "empty-session", 1),
        ("---\nid: a\n# T\nx\n", "front-matter-open", 1),
        ("---\nid: å\n---\n# T\nx\n", "bad-id", 2),
        ("---\nminutter: lenge\n---\n# T\nx\n", "not-minutes", 2),
        ("# T\n[^1]: a\n[^1]: b\nx[^1]\n", "definition-twice", 3),
    ],
)
def test_faults_in_the_frame_are_found_where_they_stand(session: Read, text: str, code: str, line: int) -> None:
    """Each fault gives its finding on its line, and the rest is still there."""
    read, problems = session(text)
    found = [one for one in problems if one.code == code]
    assert [one.line for one in found] == [line]
    assert read.pages


@pytest.mark.parametrize(
    ("data", "code"),
    [("# Økt".encode("latin-1"), "not-utf8"), (b"# T\0\n", "nul-character"), (b"x" * 1_000_001, "file-too-large")],
)
def test_bytes_that_cannot_be_read_become_a_page_that_says_so(data: bytes, code: str) -> None:
    """The session is there, with one faulty block and the finding."""
    parsed = read_session("dag-1/okt.md", data)
    assert [found.code for found in parsed.problems] == [code]
    (page,) = parsed.session.pages
    (block,) = page.blocks
    assert isinstance(block, Faulty)
    assert block.codes == (code,)


def test_fences_hide_what_looks_like_structure(session: Read) -> None:
    """Headings, questions and ticks in a code fence are code."""
    read, _ = session("# T\n```\n## Ikke side\n### Spørsmål: Nei\n- [x] nei\n```\n")
    assert kinds(read) == [["Prose"]]


def test_a_spelling_in_another_language_reads_the_same(session: Read) -> None:
    """Nynorsk and English keywords work in front matter, settings and headings."""
    read, problems = session("---\nid: a\nminutes: 5\ngoals: m1, m2\n---\n# T\n### Reflection: Why?\n<!-- id: r -->\n")
    assert (read.minutes, read.goals, codes(problems)) == (5, ("m1", "m2"), [])
    assert isinstance(read.pages[0].blocks[0], Reflection)


LINES = st.sampled_from(
    [
        *("# T", "## Side", "### Spørsmål: Hva?", "#### Scene: A", "### Case: B", "### Arbeidsbok: W", "## Quiz: Q"),
        *("## Evaluering: E", "### Skala: S", "- [ ] a", "- [x] b", "  > nei", "> [!MERK]", "> tekst", "", "tekst"),
        *("---", "```", "<!-- id: x -->", "<!--", "-->", "| a | b |", "|---|---|", "Svar: 3", "![a](b.png)"),
        *("- [v](#scene-a)", "[^1]: x", "a[^1]", "    inn"),
    ]
)


@given(st.lists(LINES, max_size=25))
@example(["# T", "<!-- id: x -->", "<!-- id: x -->"])
@settings(max_examples=300, deadline=None)
def test_no_order_of_lines_breaks_the_reader_or_loses_an_id(lines: list[str]) -> None:
    """Any file gives a session whose places lie in the file, and repairs that can be carried out."""
    parsed = read_session("a.md", "\n".join(lines).encode())
    count = max(len(lines), 1)
    for page in parsed.session.pages:
        for block in page.blocks:
            assert 1 <= block.place.first <= block.place.last <= count
    for found in parsed.problems:
        assert 0 <= found.line <= count
        if found.fixable:
            edits = edits_for(found, lines or [""], set())
            assert edits, found
            apply_edits(lines or [""], edits)
