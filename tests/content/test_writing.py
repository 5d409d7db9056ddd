"""Questions written as kurs-Markdown: what an author would have written, and what the course reads back."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from kursapp.content.session import read_session
from kursapp.content.writing import BlockWriter, UnwritableError, note, with_id
from kursapp.domain.course import Block, Faulty, Place, Prose, Rich
from kursapp.domain.problem import Problem, Severity
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
    Feedback,
    Gap,
    GapQuestion,
    MatchQuestion,
    NumberQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    Question,
    QuestionSettings,
    Reflection,
    ShortAnswerQuestion,
)
from tests.interchange.made_up import questions

PLACE = Place("bank.gift", 1, 1)
WITHOUT_DEADLINE = settings(
    deadline=None,
    max_examples=60,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def written(block: Block, language: str = "nb") -> str:
    """Return a block as text."""
    return "\n".join(BlockWriter(language).block(block)) + "\n"


def read(text: str) -> tuple[tuple[Block, ...], list[Problem]]:
    """Read a text as the page of a session."""
    parsed = read_session("bank/x.md", f"---\nid: x\n---\n# X\n\n## Side\n<!-- id: side -->\n\n{text}".encode())
    return parsed.session.pages[0].blocks, list(parsed.problems)


def words(text: Rich) -> str:
    return " ".join(text.plain.split())


def answers(block: Any) -> object:
    """Return what is asked and what counts as right, as words."""
    asked = (type(block), words(block.heading), words(block.stem))
    if isinstance(block, ChoiceQuestion):
        return *asked, block.choice, [(words(one.text), one.right, words(one.feedback)) for one in block.options]
    if isinstance(block, OrderQuestion):
        return *asked, [(words(one.text), one.rank) for one in block.items]
    if isinstance(block, MatchQuestion):
        by_id = {right.id: words(right.text) for right in block.rights}
        pairs = [(words(left.text), by_id[left.right_id]) for left in block.lefts]
        return *asked, pairs, sorted(set(by_id.values()))
    if isinstance(block, NumberQuestion):
        return *asked, block.low, block.high, block.unit
    if isinstance(block, DateQuestion):
        return *asked, block.answer, block.tolerance_days
    if isinstance(block, ShortAnswerQuestion):
        return *asked, block.exact, [{" ".join(each.split()) for each in one} for one in block.answers]
    if isinstance(block, GapQuestion):
        return *asked, [({" ".join(each.split()) for each in gap.answers}, gap.menu) for gap in block.gaps]
    return asked


def said(block: Any) -> tuple[str, ...]:
    if isinstance(block, Reflection):
        return words(block.hint), words(block.example)
    feedback: Feedback = block.feedback
    return tuple(words(getattr(feedback, name)) for name in ("hint", "explanation", "right", "wrong"))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@WITHOUT_DEADLINE
@given(question=questions)
def test_what_is_written_is_read_as_it_was(language: str, question: Question | Reflection) -> None:
    """Any question is itself again, whatever its words hold, or is refused as a whole: never another question."""
    whole = with_id(question, "q", "")
    try:
        text = written(whole, language)
    except UnwritableError:
        return
    blocks, problems = read(text)
    assert [found for found in problems if found.severity is Severity.ERROR] == []
    assert len(blocks) == 1, text
    assert answers(blocks[0]) == answers(whole), text
    assert said(blocks[0]) == said(whole), text


def choice(*texts: str, right: int = 0, **more: Any) -> ChoiceQuestion:
    """Return a single choice among plain words."""
    options = tuple(Option("", Rich(text, text), at == right) for at, text in enumerate(texts))
    return ChoiceQuestion("q", "Hva?", PLACE, ChoiceKind.SINGLE, options, Rich("Hva?", "Hva?"), **more)


def test_a_question_looks_as_an_author_writes_it() -> None:
    """Heading, settings, options with ids and feedback under them, then what is said to all."""
    question = choice(
        "Ja", "Nei", settings=QuestionSettings(points=2, theme="Lov"), feedback=Feedback(hint=Rich("Tenk.", "Tenk."))
    )
    first, second = question.options
    question = replace(question, options=(first, replace(second, feedback=Rich("Hvorfor?", "Hvorfor?"), fixed=True)))
    assert written(question) == (
        "### Spørsmål: Hva?\n"
        "<!-- id: q | poeng: 2 | tema: Lov -->\n"
        "\n"
        "- [x] Ja <!-- id: q-a -->\n"
        "- [ ] Nei <!-- id: q-b | fast -->\n"
        "  > Hvorfor?\n"
        "\n"
        "> **Hint:** Tenk.\n"
    )


def test_items_that_may_change_places_keep_doing_so() -> None:
    """A tie in an order is a setting of the question."""
    items = tuple(OrderItem("", Rich(text, text), rank) for text, rank in [("a", 1), ("b", 2), ("c", 2)])
    question = OrderQuestion("q", "Når?", PLACE, items, Rich("Når?", "Når?"))
    blocks, _ = read(written(question))
    assert isinstance(blocks[0], OrderQuestion)
    assert [item.rank for item in blocks[0].items] == [1, 2, 2]


def test_one_right_of_a_multiple_response_is_still_one() -> None:
    """A multiple response with a single right option says so, or it would become a single choice."""
    question = replace(choice("a", "b"), choice=ChoiceKind.MULTIPLE)
    text = written(question)
    assert "flervalg: ja" in text
    assert read(text)[0][0].choice is ChoiceKind.MULTIPLE  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "answers_held",
    [("a / b",), ("<!-- x -->",), ("",)],
    ids=["a parting slash", "a comment", "nothing"],
)
def test_an_answer_the_format_would_cut_is_refused(answers_held: tuple[str, ...]) -> None:
    """Nothing is written that would be read as another key."""
    question = ShortAnswerQuestion("q", "Hva?", PLACE, (answers_held,), False, Rich("Hva?", "Hva?"))
    with pytest.raises(UnwritableError):
        written(question)


@pytest.mark.parametrize(
    "gap",
    [
        Gap("gap-1", ("a]]b",)),
        Gap("gap-1", ("a",), ("a",)),
        Gap("gap-1", ("(a)", "b")),
        Gap("gap-1", ("a",), ("a", "(b)")),
    ],
    ids=["closing brackets", "a menu of one", "brackets of a menu", "two keys"],
)
def test_a_gap_the_format_would_misread_is_refused(gap: Gap) -> None:
    """Brackets of an answer are not those of the key."""
    question = GapQuestion(
        "q", "Hva?", PLACE, ((("Det er ", "gap-1"), (".", "")),), (gap,), False, Rich("Hva?", "Hva?")
    )
    with pytest.raises(UnwritableError):
        written(question)


def test_a_line_no_course_may_have_is_refused() -> None:
    """A course's lines have a limit; a table cell cannot be parted."""
    with pytest.raises(UnwritableError):
        written(choice("x" * 16_000, "b"))


def test_what_could_not_be_read_is_for_the_instructor_only() -> None:
    """Its words stand in a call-out participants do not see, none of them read as anything else."""
    kept = Faulty(PLACE, ("import-braces",), "Ødelagt", "Ødelagt {\n- [x] # nei\n<!-- id: x -->")
    text = written(kept)
    assert text.startswith("> [!KURSLEDER]\n")
    blocks, problems = read(text)
    assert [getattr(block, "call_out", None) for block in blocks] == ["instructor"]
    assert "- [x] # nei" in blocks[0].text.plain  # type: ignore[attr-defined]
    assert problems == []


def test_prose_opens_nothing() -> None:
    """Running text that looks like an item, a list or an answer stays running text."""
    text = written(Prose(PLACE, Rich("<p>### Spørsmål: nei</p><p>Svar: 3</p><p>- [x] a</p>", "")))
    blocks, problems = read(text)
    assert {type(block) for block in blocks} == {Prose}
    assert problems == []


def test_a_note_ends_where_it_should() -> None:
    """What would end the comment is taken out of it."""
    assert note("a --> b | c") == "<!-- ~ a –> b c -->".replace("–>", "–")
