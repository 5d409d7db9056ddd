"""The files of a course joined: links, media, glossary, facts, ids, repeated forms, outline and what is wrong."""

from __future__ import annotations

import re

import pytest

from kursapp.domain.course import Faulty, Figure, ItemKind, MediaCard, PageKind, Prose, RequirementKind, Session
from kursapp.domain.evaluation import EvaluationItem
from tests.content.conftest import OpenFiles

PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452000000100000000a0802000000") + bytes(40)
BASE = "---\nid: a\n---\n# Økt A\n## Side\n<!-- id: a-side -->\n"
QUESTION = "### Spørsmål: {title}\n<!-- id: {id} -->\n- [x] ja <!-- id: {id}-a -->\n"
QUESTION += "- [ ] nei <!-- id: {id}-b -->\n  > Nei.\n\n"


def prose(session: Session, page: int = 0) -> str:
    return "\n".join(block.text.html for block in session.pages[page].blocks if isinstance(block, Prose))


def test_links_lead_to_pages_and_items_by_id_and_by_heading(opened: OpenFiles) -> None:
    """An id, a heading's slug, and a slug without its keyword all resolve, within the file and across files."""
    course = opened(
        {
            "a.md": BASE
            + "[1](#a-side) [2](#side) [3](#på-jobb) [4](b.md) [5](b.md#q1) "
            + " [6](b.md#spørsmål-hva-nå) [7](b.md#hva-n%C3%A5)\n"
            + "## På jobb\n<!-- id: a-jobb -->\ntekst\n",
            "b.md": "---\nid: b\n---\n# Økt B\n## Første\n<!-- id: b1 -->\n[x](a.md#a-jobb)\n"
            + QUESTION.format(title="Hva nå?", id="q1"),
        }
    )
    assert course.codes == ["skipped-heading-level"] * course.codes.count("skipped-heading-level")
    a, b = course.sessions
    assert re.findall(r'href="([^"]*)"', prose(a)) == [
        "kurs:a#a-side",
        "kurs:a#a-side",
        "kurs:a#a-jobb",
        "kurs:b#b1",
        "kurs:b#q1",
        "kurs:b#q1",
        "kurs:b#q1",
    ]
    assert re.findall(r'href="([^"]*)"', prose(b)) == ["kurs:a#a-jobb"]


def test_links_out_stay_as_they_are(opened: OpenFiles) -> None:
    """Web and mail addresses are links; the ampersand in one survives."""
    course = opened({"a.md": BASE + "[ks](https://www.ks.no/?a=1&b=2) <post@ks.no>\n"})
    assert course.codes == []
    assert re.findall(r'href="([^"]*)"', prose(course.sessions[0])) == [
        "https://www.ks.no/?a=1&amp;b=2",
        "mailto:post@ks.no",
    ]


@pytest.mark.parametrize(
    ("target", "code", "nearest"),
    [
        ("borte.md", "dead-link", ""),
        ("../a.md", "path-out-of-course", ""),
        ("/etc/passwd", "path-out-of-course", ""),
        ("b.md#forste-sidn", "dead-link", "b.md#forste-side"),
        ("javascript:alert(1)", "forbidden-address", ""),
        ("file:///etc/passwd", "forbidden-address", ""),
        ("//ks.no/x", "forbidden-address", ""),
        ("data:text/html,x", "forbidden-address", ""),
        ("kurs:a#a-side", "forbidden-address", ""),
        ("begrep:x", "forbidden-address", ""),
        ("https:", "bad-address", ""),
        ("kurs.md", "link-to-no-page", ""),
        ("media/x.png", "link-to-no-page", ""),
        ("utkast.md", "link-to-no-page", ""),
        ("bank/b.md", "link-to-no-page", ""),
    ],
)
def test_a_link_that_leads_nowhere_leaves_its_words(opened: OpenFiles, target: str, code: str, nearest: str) -> None:
    """The words stay, the link goes, and the finding stands on its line with the nearest name."""
    course = opened(
        {
            "kurs.md": "---\nid: k\n---\n# K\n## Del\n- [A](a.md)\n- [B](b.md)\n## Bank\n- [C](bank/b.md)\n",
            "a.md": BASE + f"Før\n**[ordene her](<{target}>)** etter\n",
            "b.md": "---\nid: b\n---\n# B\n## S\n<!-- id: forste-side -->\nx\n",
            "bank/b.md": "---\nid: c\n---\n# C\n## S\n<!-- id: c1 -->\nx\n",
            "utkast.md": "# U\n",
            "media/x.png": PNG,
        }
    )
    found = course.found(code)
    assert (found.file, found.line, found.value("nearest")) == ("a.md", 8, nearest)
    assert "<a" not in prose(course.sessions[0])
    assert "<strong>ordene her</strong>" in prose(course.sessions[0])


def test_links_in_the_cover_and_inside_questions_are_resolved_too(opened: OpenFiles) -> None:
    """No stand-in is left anywhere in a course."""
    course = opened(
        {
            "kurs.md": "---\nid: k\n---\n# K\nBegynn [her](a.md).\n\n## Del\nLes [alt](a.md#q).\n\n- [A](a.md)\n",
            "a.md": BASE
            + "### Spørsmål: Se [side](#a-side)\n<!-- id: q -->\n- [x] [a](#q) <!-- id: q-a -->\n"
            + "- [ ] b <!-- id: q-b -->\n  > Se [den](#a-side) og ![bilde](x.png).\n\n"
            + "### Spørsmål (utfylling): Fyll [ut](#q)\n<!-- id: g -->\nSe [[ord]] og [lenke](#q) her.\n",
            "x.png": PNG,
        }
    )
    assert course.codes == []
    shown = repr((course.course, course.sessions))
    assert "lenke:" not in shown
    assert "bilde:" not in shown
    assert shown.count("kurs:a#q") == 4
    assert 'src="x.png"' in shown


def test_pictures_and_media_are_shown_only_from_the_course_s_own_files(opened: OpenFiles) -> None:
    """A figure or card with its file shows its path; without it, it is a faulty block."""
    course = opened(
        {
            "dag/a.md": BASE
            + "![Kart](../media/kart.png)\n\n[Intervju](../media/i.mp3)\n\n![Borte](../media/kart2.png)\n\n"
            + "![Ute](https://x.no/a.png)\n\n![Over](../../x.png)\n\n![Dok](../media/d.pdf)\n\n![Ødelagt](../media/o.png)\n\n"
            + "Inne: ![I tekst](../media/kart.png) og ![borte](helt-annet-sted.webp).\n",
            "media/kart.png": PNG,
            "media/i.mp3": b"ID3",
            "media/d.pdf": b"%PDF",
            "media/o.png": b"ingen bilde",
        }
    )
    figure, card, *faulty, text = course.sessions[0].pages[0].blocks
    assert isinstance(figure, Figure)
    assert (figure.source, figure.alt) == ("media/kart.png", "Kart")
    assert isinstance(card, MediaCard)
    assert card.source == "media/i.mp3"
    assert [block.codes[0] for block in faulty if isinstance(block, Faulty)] == [
        "missing-media",
        "image-from-web",
        "path-out-of-course",
        "not-an-image",
        "image-unreadable",
    ]
    assert isinstance(text, Prose)
    assert text.text.html == '<p>Inne: <img src="media/kart.png" alt="I tekst"> og borte.</p>'
    missing = [found for found in course.problems if found.code == "missing-media"]
    assert [found.value("nearest") for found in missing] == ["../media/kart.png", ""]


def test_a_term_is_marked_at_its_first_use_on_each_page(opened: OpenFiles) -> None:
    """With its endings and in any case, once a page, never in links, headings, code or instructor's notes."""
    course = opened(
        {
            "begreper.md": "| Begrep | Forklaring |\n|---|---|\n| risikobilde | Det som kan gå galt |\n"
            "| KS | Organisasjon |\n"
            "| barnets beste | Hensynet |\n| beste | Annet |\n| ubrukt | Aldri |\n| & Co | Firma |\n",
            "a.md": BASE
            + "> [!KURSLEDER]\n> Risikobilde.\n\n### Risikobilde\n`risikobilde` [risikobilde](#side)\n\n"
            + "Risikobildet og risikobilde. Ks er ikke KS. Barnets beste. Og & Co.\n"
            + "## To\n<!-- id: to -->\nEt risikobilde.\n\n"
            + "### Spørsmål: Hva er risikobilde?\n<!-- id: q -->\n- [x] a <!-- id: q-a -->\n- [ ] b <!-- id: q-b -->\n",
        }
    )
    first = prose(course.sessions[0])
    assert '<a href="begrep:risikobilde">Risikobildet</a> og risikobilde.' in first
    assert first.count("begrep:risikobilde") == 1
    assert 'Ks er ikke <a href="begrep:KS">KS</a>' in first
    assert '<a href="begrep:barnets beste">Barnets beste</a>' in first
    assert '<a href="begrep:&amp; Co">&amp; Co</a>' in first
    assert "begrep:beste" not in first
    assert prose(course.sessions[0], 1) == '<p>Et <a href="begrep:risikobilde">risikobilde</a>.</p>'
    assert course.course.glossary[0].explanation == "Det som kan gå galt"
    unused = course.found("term-never-used")
    assert (unused.file, unused.line, unused.value("term")) == ("begreper.md", 7, "ubrukt")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("# Begreper\n", "no-reference-table", 1),
        ("| Begrep | Noe |\n|---|---|\n| a | b |\n", "no-reference-table", 1),
        ("| Begrep | Forklaring |\n|---|---|\n| side | |\n", "empty-reference-cell", 3),
        ("| Begrep | Forklaring |\n|---|---|\n| side | x |\n| Side | y |\n", "term-twice", 4),
    ],
)
def test_slips_in_the_glossary_are_found(opened: OpenFiles, text: str, code: str, line: int) -> None:
    """A missing table, an empty cell and a term twice are found on their lines."""
    course = opened({"begreper.md": text, "a.md": BASE + "side\n"})
    found = course.found(code)
    assert (found.file, found.line) == ("begreper.md", line)


def test_facts_are_read_and_unknown_ones_found(opened: OpenFiles) -> None:
    """Facts named on pages must exist; an unconfirmed one may not be stated as a rule."""
    course = opened(
        {
            "kilder.md": "| Id | Faktum | Kilde | Dato | Status |\n|---|---|---|---|---|\n"
            "| F1-01 | Formålet | BVL § 1-1 | 2026-07-02 | verifisert |\n"
            "| F1-02 | Praksis | | | må kvalitetssikres |\n",
            "a.md": BASE
            + "<!-- fakta: F1-01, F1-02 -->\n\nTekst.\n\n> [!LOV]\n> <!-- fakta: F1-02 -->\n> Slik er det.\n\n"
            + "<!-- fakta: F1-03 -->\n",
        }
    )
    assert [fact.id for fact in course.facts] == ["F1-01", "F1-02"]
    assert (course.facts[0].source, course.facts[0].date, course.facts[1].status) == (
        "BVL § 1-1",
        "2026-07-02",
        "må kvalitetssikres",
    )
    unknown, rule = course.found("unknown-fact"), course.found("unconfirmed-as-rule")
    assert (unknown.line, unknown.column, unknown.value("id"), unknown.value("nearest")) == (15, 13, "F1-03", "F1-02")
    assert (rule.line, rule.value("id")) == (12, "F1-02")
    assert course.codes.count("misplaced-settings") == 0


def test_the_later_of_two_equal_ids_gives_way(opened: OpenFiles) -> None:
    """By the order of kurs.md, then by line: a second item is a faulty block, a second page or session gets -2."""
    course = opened(
        {
            "kurs.md": "---\nid: k\n---\n# K\n## Del\n- [B](b.md)\n- [A](a.md)\n",
            "a.md": BASE + QUESTION.format(title="Sist", id="q"),
            "b.md": BASE.replace("Økt A", "Økt B") + QUESTION.format(title="Først", id="q"),
        }
    )
    assert [session.id for session in course.sessions] == ["a", "a-2"]
    assert [session.pages[0].id for session in course.sessions] == ["a-side", "a-side-2"]
    assert [type(session.pages[0].blocks[0]).__name__ for session in course.sessions] == ["ChoiceQuestion", "Faulty"]
    twice = [found for found in course.problems if found.code == "duplicate-id"]
    assert [(found.file, found.line, found.value("id")) for found in twice] == [
        ("a.md", 2, "a"),
        ("a.md", 6, "a-side"),
        ("a.md", 8, "q"),
        ("a.md", 9, "q-a"),
        ("a.md", 10, "q-b"),
    ]
    assert {(found.value("first_file"), found.value("first_line")) for found in twice} >= {("b.md", "2"), ("b.md", "8")}


FORM = "## Evaluering: {title}\n<!-- id: {id} | type: {type} -->\n### Fritekst: Hva var bra?\n<!-- id: bra -->\n\n"


def test_a_form_may_repeat_another_and_statements_keep_their_ids(opened: OpenFiles) -> None:
    """``samme som`` copies the items in; the same item id on two forms is the same statement, not a slip."""
    course = opened(
        {
            "a.md": "---\nid: a\n---\n# A\n" + FORM.format(title="Før", id="f1", type="før"),
            "b.md": "---\nid: b\n---\n# B\n" + FORM.format(title="Dag", id="f2", type="dag"),
            "c.md": "---\nid: c\n---\n# C\n## Evaluering: Etter\n"
            "<!-- id: f3 | type: etter | samme som: f1 -->\nInnledning.\n\n"
            "### Fritekst: Noe nytt?\n<!-- id: nytt -->\n",
            "d.md": "---\nid: d\n---\n# D\n## Evaluering: Tre måneder\n"
            "<!-- id: f4 | type: oppfølging | samme som: f3 -->\n",
        }
    )
    assert course.codes == []
    items = [
        [block.id if isinstance(block, EvaluationItem) else "tekst" for block in session.pages[0].blocks]
        for session in course.sessions
    ]
    assert items == [["bra"], ["bra"], ["tekst", "bra", "nytt"], ["bra", "nytt"]]


@pytest.mark.parametrize(("same", "code"), [("f9", "same-as-unknown"), ("f1", "same-as-circle")])
def test_a_form_that_repeats_nothing_or_itself_is_found(opened: OpenFiles, same: str, code: str) -> None:
    """The finding stands on the page's heading."""
    course = opened(
        {"a.md": f"---\nid: a\n---\n# A\n## Evaluering: X\n<!-- id: f1 | type: dag | samme som: {same} -->\n"}
    )
    found = course.found(code)
    assert (found.line, found.value("form")) == (5, same)


def test_the_outline_names_every_item_and_counts_the_minutes(opened: OpenFiles) -> None:
    """Pages with kinds, items with banks, and the workload that the session's minutes are checked against."""
    course = opened(
        {
            "a.md": "---\nid: a\nminutter: 20\n---\n# A\n"
            + "ord " * 400
            + "\n## Quiz: Q\n<!-- id: quiz | trekk: 1, felles 2 -->\n"
            + QUESTION.format(title="En", id="q1")
            + QUESTION.format(title="To", id="q2").replace("id: q2 -->", "id: q2 | bank: felles -->", 1),
        }
    )
    (head,) = course.course.modules[0].sessions
    opening, quiz = head.pages
    assert (opening.kind, quiz.kind, quiz.graded) == (PageKind.TEXT, PageKind.QUIZ, True)
    assert [(item.id, item.kind, item.title, item.bank) for item in quiz.items] == [
        ("q1", ItemKind.QUESTION, "En", ""),
        ("q2", ItemKind.QUESTION, "To", "felles"),
    ]
    assert (opening.workload, quiz.workload) == (2.0, 2.25)
    off, draw = course.found("workload-off"), course.found("draw-too-many")
    assert (off.value("says"), off.value("takes")) == ("20", "4.2")
    assert (draw.line, draw.value("bank"), draw.value("wanted"), draw.value("there")) == (7, "felles", "2", "1")


def test_a_quiz_without_questions_is_found(opened: OpenFiles) -> None:
    """Nothing to answer and nothing to draw."""
    course = opened({"a.md": "---\nid: a\n---\n# A\n## Quiz: Q\n<!-- id: q -->\nTekst.\n"})
    assert course.found("quiz-without-questions").line == 5


def test_requirements_lead_to_quizzes_and_workbooks(opened: OpenFiles) -> None:
    """A file means its quiz, a target a workbook or quiz page; what cannot be counted is a finding."""
    course = opened(
        {
            "kurs.md": "---\nid: k\n---\n# K\n## Del\n- [A](a.md)\n- [B](b.md)\n"
            "## Krav\n- [Quiz](a.md)\n- [Kart](b.md#wb)\n"
            "- [Q](a.md#quiz)\n- Alle refleksjoner besvart\n- [Tekst](b.md)\n- [Borte](b.md#borte)\n- [Fil](c.md)\n",
            "a.md": "---\nid: a\n---\n# A\n## Quiz: Q\n<!-- id: quiz -->\n" + QUESTION.format(title="En", id="q1"),
            "b.md": "---\nid: b\n---\n# B\n### Arbeidsbok: Kart\n<!-- id: wb -->\nSkriv.\n",
        }
    )
    assert [(need.kind, need.target) for need in course.course.requirements] == [
        (RequirementKind.QUIZ, "quiz"),
        (RequirementKind.WORKBOOK, "wb"),
        (RequirementKind.QUIZ, "quiz"),
        (RequirementKind.REFLECTIONS, ""),
    ]
    assert [(found.code, found.line) for found in course.problems if found.file == "kurs.md"] == [
        ("requirement-not-countable", 13),
        ("dead-link", 14),
        ("dead-link", 15),
    ]


def test_one_bad_file_never_hides_the_rest(opened: OpenFiles) -> None:
    """Latin-1, NUL, too large, missing and listed twice: each is told, and the good session is there."""
    course = opened(
        {
            "kurs.md": "---\nid: k\n---\n# K\n## Del\n"
            + "".join(f"- [X]({name})\n" for name in ("latin.md", "nul.md", "stor.md", "borte.md", "god.md", "god.md")),
            "latin.md": "# Økt".encode("latin-1"),
            "nul.md": b"# T\0",
            "stor.md": b"x" * 3_000_000,
            "god.md": "---\nid: god\n---\n# God\ntekst\n",
            "utkast.md": "# Utkast\n",
            "README.md": "# Les meg\n",
        }
    )
    assert [(found.file, found.code) for found in course.problems] == [
        ("kurs.md", "missing-session"),
        ("kurs.md", "file-twice"),
        ("latin.md", "not-utf8"),
        ("nul.md", "nul-character"),
        ("stor.md", "file-too-large"),
        ("utkast.md", "file-in-no-list"),
    ]
    assert [len(module.sessions) for module in course.course.modules] == [5]
    assert [isinstance(session.pages[0].blocks[0], Faulty) for session in course.sessions] == [True] * 4 + [False]


def test_bank_sessions_are_read_but_not_shown(opened: OpenFiles) -> None:
    """The files of a bank are in the outline only for those who ask for banks."""
    course = opened(
        {
            "kurs.md": "---\nid: k\n---\n# K\n## Del\n- [A](a.md)\n## Bank\n- [B](b.md)\n",
            "a.md": BASE + "tekst\n",
            "b.md": "---\nid: b\n---\n# B\n" + QUESTION.format(title="En", id="q1"),
        }
    )
    assert [head.id for head in course.course.sessions()] == ["a"]
    assert [head.id for head in course.course.sessions(banks=True)] == ["a", "b"]
