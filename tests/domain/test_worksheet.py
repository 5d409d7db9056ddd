"""A course on paper: room for every answer, and nothing that gives one away."""

from __future__ import annotations

from kursapp.domain.course import CallOut, CallOutKind, Figure, Page, PageKind, Place, Prose, Rich, Session
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    Feedback,
    Gap,
    GapQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    NumberQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    Reflection,
    ShortAnswerQuestion,
)
from kursapp.domain.worksheet import Part, PartKind, worksheet_of

PLACE = Place("a.md", 1, 1)
SECRET = Rich("<p>HEMMELIG</p>", "HEMMELIG")
SAID = Feedback(SECRET, SECRET, SECRET, SECRET, SECRET)


def rich(words: str) -> Rich:
    return Rich(words, words)


ASKED = (
    ChoiceQuestion(
        "q1", "Velg", PLACE, ChoiceKind.SINGLE,
        (Option("a", rich("Feil"), False, SECRET), Option("b", rich("Rett"), True)), rich("Velg"), feedback=SAID,
    ),
    ShortAnswerQuestion("q2", "Hvem?", PLACE, (("HEMMELIG",),), False, rich("Hvem?"), feedback=SAID),
    NumberQuestion("q3", "Tall?", PLACE, "4711", "4711", "4711", "", rich("Tall?"), feedback=SAID),
    OrderQuestion(
        "q4", "Ordne", PLACE, (OrderItem("x", rich("Å så"), 1), OrderItem("y", rich("Først"), 2)), rich("Ordne"),
    ),
    MatchQuestion(
        "q5", "Koble", PLACE, (MatchLeft("l1", rich("Norge"), "r1"), MatchLeft("l2", rich("Sverige"), "r2")),
        (MatchRight("r1", rich("Oslo")), MatchRight("r2", rich("Gävle"))), ("Land", "By"), rich("Koble"),
    ),
    GapQuestion(
        "q6", "Fyll", PLACE, ((("Den ", "g1"), (" og ", "g2"), (".", "")),),
        (Gap("g1", ("HEMMELIG",)), Gap("g2", ("liten",), ("stor", "liten"))), False, rich("Fyll"),
    ),
    Reflection("q7", "Tenk", PLACE, rich("Tenk"), Rich(), SECRET, SECRET),
)  # fmt: skip


def session(*pages: Page, title: str = "Økt") -> Session:
    return Session("s", "a.md", title, pages)


def parts(*blocks: object) -> tuple[Part, ...]:
    """Return what stands on paper of one page's blocks, without its headings."""
    made = worksheet_of("Kurs", "nb", [session(Page("p", "Økt", PLACE, blocks))])  # type: ignore[arg-type]
    return made.parts[1:]


def test_no_answer_and_no_feedback_is_on_paper() -> None:
    """Neither keys nor hints nor explanations nor examples are in any part."""
    told = repr(parts(*ASKED))
    assert "HEMMELIG" not in told
    assert "4711" not in told


def test_nothing_stands_in_the_order_of_the_key() -> None:
    """What is to be ordered or matched is listed by its words."""
    made = parts(ASKED[3], ASKED[4])
    assert [part.text.plain for part in made if part.kind is PartKind.WORD] == ["Først", "Å så", "Gävle", "Oslo"]
    (table,) = (part for part in made if part.kind is PartKind.TABLE)
    assert [[cell.plain for cell in row] for row in table.rows] == [["Land", "By"], ["Norge", ""], ["Sverige", ""]]


def test_every_question_has_room_for_its_answer() -> None:
    """A box for each option, a line for words and numbers, lines for a text, a gap or its menu in the text."""
    kinds = [[part.kind for part in parts(block)][1:] for block in ASKED]
    line = [PartKind.LINES]
    assert kinds[:3] == [[PartKind.OPTION] * 2, line, line]
    assert kinds[6] == line
    assert parts(ASKED[5])[1].text.plain == "Den __________ og (stor / liten)."


def test_what_is_for_the_instructor_stays_with_her() -> None:
    """An instructor's call-out is not on the participants' paper; other boxes and figures are."""
    made = parts(
        CallOut(PLACE, CallOutKind.INSTRUCTOR, SECRET),
        CallOut(PLACE, CallOutKind.LAW, rich("Loven")),
        Figure(PLACE, "media/a.svg", "Et kart", "Kartet"),
    )
    assert [(part.kind, part.text.plain, part.source) for part in made] == [
        (PartKind.BOX, "Loven", ""),
        (PartKind.FIGURE, "Kartet", "media/a.svg"),
    ]


def test_evaluations_stay_in_the_program() -> None:
    """A form is left out, with the session that only leads to it; other pages of a session stay."""
    form = Page("e", "Evaluering", PLACE, (), PageKind.EVALUATION)
    lead = Page("s", "Økt", PLACE, (Prose(PLACE, rich("Svar ærlig.")),))
    other = Page("p", "Før du går", PLACE, (Prose(PLACE, rich("Husk.")),))
    assert worksheet_of("Kurs", "nb", [session(lead, form)]).parts == ()
    kept = worksheet_of("Kurs", "nb", [session(lead, form, other)]).parts
    assert [part.text.plain for part in kept] == ["Økt", "Svar ærlig.", "Før du går", "Husk."]
