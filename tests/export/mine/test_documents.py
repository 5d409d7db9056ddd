"""Everything of one's own is readable: each kind of answer in words, and nothing that was written is markup."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from kursapp.domain.case import Case, Choice, Scene
from kursapp.domain.course import CheckItem, Checklist, Place, Rich
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, EvaluationOption, Statement
from kursapp.domain.evaluation_answer import APART, EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.domain.own_things import (
    AnsweredQuestion,
    CaseTaken,
    EvaluatedItem,
    FilledItem,
    OwnCourse,
    OwnThings,
)
from kursapp.domain.question import (
    Cell,
    Column,
    Gap,
    GapQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    NumberQuestion,
    OrderItem,
    OrderQuestion,
    Question,
    Row,
    Workbook,
    WorkbookKind,
)
from kursapp.domain.record import Answer, CaseRun, CaseStep
from kursapp.domain.response import Filled, Matched, Ordered, Response, Typed
from kursapp.export.mine.documents import documents, read_me

HERE = Place("a.md", 1, 2)
NOW = datetime(2026, 3, 9, 12, tzinfo=UTC)


def say(words: str) -> Rich:
    return Rich("", words)


def written(course: OwnCourse, language: str = "nb") -> dict[str, str]:
    """Return the documents of one course."""
    return documents(OwnThings("Kari", date(2026, 3, 9), language, (course,)))


ORDER = OrderQuestion("o", "Rekkefølge", HERE, (OrderItem("x", say("Først"), 1), OrderItem("y", say("Så"), 2)))
MATCH = MatchQuestion(
    "m",
    "Par",
    HERE,
    (MatchLeft("l", say("Melding"), "r"),),
    (MatchRight("r", say("En uke")), MatchRight("s", say("To"))),
)
GAPS = GapQuestion("g", "Hull", HERE, ((("Svar innen ", "g1"), (" uker", "")),), (Gap("g1", ("tre",)),))
NUMBER = NumberQuestion("n", "Antall", HERE, "1", "3", "2")


@pytest.mark.parametrize(
    ("question", "response", "line"),
    [
        (ORDER, Ordered(("y", "x")), "1. Så\n2. Først"),
        (MATCH, Matched((("l", "s"),)), "- Melding – To"),
        (GAPS, Filled((("g1", "tre"),)), "- (1): tre"),
        (NUMBER, Typed(("2",)), "- 2"),
        (None, Typed(("* 2 *",)), "- \\* 2 \\*"),
    ],
)
def test_every_kind_of_answer_is_said_in_words(question: Question | None, response: Response, line: str) -> None:
    """By the words of the question as it stood; by its id where the question was not kept."""
    answer = Answer("k", "1", "id-1", response, NOW, 0.5, 1, False, attempt_id=3)
    text = written(OwnCourse("k", "Kurset", answers=(AnsweredQuestion(answer, question, 2),)))["svar.md"]
    assert line in text
    assert f"### {question.title if question else 'id-1'}" in text
    assert "Forsøk 2 · Ikke riktig · 0,5 av 1 poeng" in text
    assert ("ikke tatt vare på" in text) == (question is None)


def test_a_case_is_told_as_the_choices_made() -> None:
    """Scene by scene; by ids where the case was not kept."""
    scene = Scene("s", "Telefonen", HERE, (), (Choice("c", say("Ringer tilbake"), "t"),))
    run = CaseRun(1, "k", "1", "sak", 2, NOW, steps=(CaseStep("s", "c", NOW),))
    for case, line in ((Case("sak", "Natten", HERE, (), (scene,)), "1. Telefonen: Ringer tilbake"), (None, "1. s: c")):
        text = written(OwnCourse("k", "Kurset", cases=(CaseTaken(run, case),)))["svar.md"]
        assert line in text
        assert "Gjennomgang 2" in text


def test_a_workbook_stands_with_the_words_beside_each_field() -> None:
    """Rows and columns by name, own rows by number, removed ones said to be so, ticks as a list."""
    table = Workbook(
        "w",
        "Kartet",
        HERE,
        WorkbookKind.TABLE,
        columns=(Column("a", "Risiko"), Column("b", "Tiltak")),
        rows=(Row("r1", (Cell(say("Vakta")), Cell(field=True))),),
        growing=True,
    )
    parts = {"r1/b": "Flere folk\n- og mer", "egen-1": "fjernet", "egen-1/b": "Bort", "egen-2/b": "Egen"}
    ticks = Checklist(HERE, "s", (CheckItem("t1", say("Ringt")), CheckItem("t2", say("Skrevet"))))
    course = OwnCourse("k", "Kurset", fields=(FilledItem("w", table, parts), FilledItem("s", ticks, {"t1": "x"})))
    text = written(course)["arbeidsbok.md"]
    assert "*Vakta – Tiltak*\n\n> Flere folk  \n> \\- og mer" in text
    assert "*Egen rad 1 · Fjernet rad*" in text
    assert "*Egen rad 2 – Tiltak*\n\n> Egen" in text
    assert "*Krysset av*\n\n- Ringt" in text


@pytest.mark.parametrize(
    ("kind", "answer", "line"),
    [
        (EvaluationKind.SCALE, Rated(2), "*Det var nyttig*\n\n- Enig"),
        (EvaluationKind.SCALE, Rated(APART), "- Vet ikke"),
        (EvaluationKind.BEFORE_NOW, RatedTwice(1, 2), "- Før: Uenig\n- Nå: Enig"),
        (EvaluationKind.CHOICE, Picked(("o1",), "noe annet"), "- Leder\n- noe annet"),
        (EvaluationKind.RANKING, Ranked(("o2", "o1")), "1. Merkantil\n2. Leder"),
        (EvaluationKind.NUMBER, Written("8,5"), "- 8,5"),
        (EvaluationKind.TEXT, Written("# Mye\n> bra"), "> \\# Mye  \n> \\> bra"),
    ],
)
def test_every_kind_of_evaluation_is_said_in_words(kind: EvaluationKind, answer: EvaluationAnswer, line: str) -> None:
    """By the words of the form as it stood."""
    item = EvaluationItem(
        "e",
        "Om dagen",
        HERE,
        kind,
        steps=("Uenig", "Enig"),
        apart="Vet ikke",
        statements=(Statement("e-1", say("Det var nyttig")),),
        options=(EvaluationOption("o1", say("Leder")), EvaluationOption("o2", say("Merkantil"))),
    )
    course = OwnCourse("k", "Kurset", evaluations=(EvaluatedItem("etter", "e", item, {"e-1": answer}),))
    text = written(course)["evalueringer.md"]
    assert "### Skjema: etter" in text
    assert "#### Om dagen" in text
    assert line in text


def test_an_answer_whose_form_was_not_kept_is_still_there() -> None:
    """Numbers and ids rather than nothing."""
    course = OwnCourse("k", "K", evaluations=(EvaluatedItem("f", "e", None, {"e": Rated(3), "x": Picked(("o",))}),))
    text = written(course)["evalueringer.md"]
    assert "- 3" in text
    assert "- o" in text


@pytest.mark.parametrize(
    ("language", "word"), [("nb", "Ingenting her."), ("nn", "Ingenting her."), ("en", "Nothing here.")]
)
def test_a_document_of_nothing_says_so(language: str, word: str) -> None:
    """Rather than to be an empty file one wonders about."""
    texts = written(OwnCourse("k", "Kurset"), language)
    assert len(texts) == 5
    assert all(word in text and "Kurset" not in text for text in texts.values())


def test_the_file_about_the_files_counts_the_rows() -> None:
    """So that one can see that all of it is there."""
    name, text = read_me(OwnThings("Kari", date(2026, 3, 9), "nb", ()), {"answer": 12, "note": 0})
    assert name == "les-meg.md"
    assert "- answer: 12 rader\n- note: 0 rader" in text
