"""What can be searched in a course is what stands there for everybody to read, and gives nothing away."""

from __future__ import annotations

from kursapp.domain.case import Case, Choice, Scene
from kursapp.domain.course import (
    Block,
    CallOut,
    CallOutKind,
    CheckItem,
    Checklist,
    Figure,
    MediaCard,
    Page,
    PageKind,
    Place,
    Prose,
    Rich,
    Session,
    Term,
)
from kursapp.domain.course_texts import CourseText, session_texts, term_text
from kursapp.domain.question import (
    Cell,
    ChoiceKind,
    ChoiceQuestion,
    Column,
    Feedback,
    Gap,
    GapQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    Option,
    OrderItem,
    OrderQuestion,
    Reflection,
    Row,
    Workbook,
    WorkbookKind,
)
from kursapp.domain.search_hit import HitKind

HERE = Place("a.md", 1, 1)


def say(words: str) -> Rich:
    return Rich(f"<p>{words}</p>", words)


def texts(*blocks: Block, kind: PageKind = PageKind.TEXT) -> list[CourseText]:
    return list(session_texts(Session("s", "a.md", "Økt", (Page("p", "Side", HERE, blocks, kind),))))


def question(**more: object) -> ChoiceQuestion:
    options = (Option("a", say("Venter"), True, say("TILBAKEMELDING")),)
    feedback = Feedback(say("HINT"), say("FORKLARING"), say("RETT"), say("GALT"), say("EKSEMPEL"))
    return ChoiceQuestion("q", "Hva nå?", HERE, ChoiceKind.SINGLE, options, stem=say("Det ringer."), feedback=feedback)


def test_a_page_is_its_running_text() -> None:
    """Paragraphs, call-outs, pictures' words, media, checklists, each on a line; headings and terms are known."""
    prose = Prose(
        HERE, Rich('<h3>Om <em>frister</em></h3><p>Se <a href="begrep:a&amp;b">a</a></p>', "Om frister\nSe a")
    )
    (page,) = texts(
        prose,
        CallOut(HERE, CallOutKind.ROLE, say("Hun lytter."), "Leder"),
        Figure(HERE, "x.svg", "Et kart", "Kartet"),
        MediaCard(HERE, "x.mp3", "Lyden", "sound"),
        Checklist(HERE, "c", (CheckItem("1", say("Lest")),)),
    )
    assert (page.kind, page.page_id, page.target_id, page.title) == (HitKind.PAGE, "p", "", "Side")
    assert page.heads == "Om frister"
    assert page.terms == ("a&b",)
    assert page.body == "Om frister\nSe a\nLeder\nHun lytter.\nEt kart\nKartet\nLyden\nLest"


def test_what_is_for_instructors_is_not_there() -> None:
    """Notes to who teaches are read in another room."""
    (page,) = texts(CallOut(HERE, CallOutKind.INSTRUCTOR, say("Les høyt.")))
    assert page.body == ""


def test_a_question_is_what_stands_before_it_is_answered() -> None:
    """No key, no feedback, no hint, no example."""
    _, item = texts(question())
    assert (item.kind, item.page_id, item.target_id, item.title) == (HitKind.ITEM, "p", "q", "Hva nå?")
    assert item.body == "Det ringer.\nVenter"


def test_the_questions_of_a_quiz_are_not_there() -> None:
    """They would be given away; a quiz page itself is found, and so is what is to be written there."""
    found = texts(question(), Reflection("r", "Tenk", HERE), kind=PageKind.QUIZ)
    assert [text.target_id for text in found] == ["", "r"]


def test_every_kind_of_item() -> None:
    """Their words as they are met, in order."""
    order = OrderQuestion("o", "Rekkefølge", HERE, (OrderItem("1", say("Først"), 1),))
    match = MatchQuestion("m", "Par", HERE, (MatchLeft("l", say("Hvem"), "r"),), (MatchRight("r", say("Hva")),))
    gaps = GapQuestion(
        "g", "Fyll ut", HERE, ((("Loven er <b>fra</b> ", "1"), (" eller så", "")),), (Gap("1", ("2023",)),)
    )
    table = Workbook(
        "w",
        "Kart",
        HERE,
        WorkbookKind.TABLE,
        columns=(Column("c", "Fare"),),
        rows=(Row("r", (Cell(say("Trusler")), Cell(field=True))),),
        items=(("b", say("Ett")),),
        example=say("EKSEMPEL"),
    )
    bodies = {text.target_id: text.body for text in texts(order, match, gaps, table, Reflection("r", "Tenk", HERE))}
    assert bodies == {
        "": "",
        "o": "Først",
        "m": "Hvem\nHva",
        "g": "Loven er fra  …  eller så",
        "w": "Fare\nTrusler\nEtt",
        "r": "",
    }


def test_a_case_is_its_first_scene() -> None:
    """What may come after a choice is not told before it."""
    scenes = (
        Scene(
            "c", "Fredag", HERE, (Prose(HERE, say("Det ringer.")),), (Choice("1", say("Vent"), "d", say("DET GIKK")),)
        ),
        Scene("d", "SENERE", HERE, (Prose(HERE, say("ETTERPÅ")),)),
    )
    _, item = texts(Case("c", "Fredag", HERE, (), scenes))
    assert item.body == "Det ringer.\nVent"


def test_a_term_and_its_other_names() -> None:
    """Found by any of them, explained in its own words."""
    term = term_text(Term("vedtak", "En avgjørelse.", "vedtak", "decision"))
    assert (term.kind, term.target_id, term.title) == (HitKind.TERM, "vedtak", "vedtak")
    assert (term.heads, term.body) == ("vedtak\ndecision", "En avgjørelse.")
