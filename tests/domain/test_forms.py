"""From a page of a course to a form that stands for itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.course import Course, EvaluationSettings, EvaluationType, Page, PageKind, Place, Rich
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, EvaluationOption, Statement
from kursapp.domain.form import AnswerKind, FormKind, FormOption
from kursapp.domain.forms import digest_of, form_bytes, form_of, quiz_form
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, NumberQuestion, Option, QuestionSettings

HERE = Place("evaluering.md", 1, 9)
COURSE = Course("kurs", "1.0", "Kurs", ())
SCALE = EvaluationItem(
    "enig", "Hvor  enig?", HERE, EvaluationKind.SCALE, theme="Nytte", steps=("Nei", "Ja"), apart="Vet ikke",
    statements=(Statement("relevans", Rich("<p>Det var <em>relevant</em></p>", "Det var relevant"), area="A"),
                Statement("tungt", Rich("", "Det var tungt"), reversed=True)),
)  # fmt: skip
ALONE = EvaluationItem(
    "samlet", "Alt i alt?", HERE, EvaluationKind.SCALE, steps=("1", "2", "3"), statements=(Statement("samlet", Rich()),)
)
ROLE = EvaluationItem(
    "rolle", "Rolle", HERE, EvaluationKind.CHOICE, background=True,
    options=(EvaluationOption("leder", Rich("", "Leder")), EvaluationOption("annet", Rich("", "Annet"), other=True)),
)  # fmt: skip
DAYS = EvaluationItem(
    "dager", "Dager", HERE, EvaluationKind.NUMBER, low=0, high=10, low_label="ingen", high_label="alle"
)
PAGE = Page(
    "eval", "Slik var det", HERE, (SCALE, ALONE, ROLE, DAYS), PageKind.EVALUATION,
    evaluation=EvaluationSettings(EvaluationType.AFTER),
)  # fmt: skip


def test_every_row_is_an_item_of_its_own() -> None:
    """A scale's rows carry its words, steps and theme; without rows it is one item, and the heading its text."""
    form = form_of(PAGE, COURSE)
    assert (form.id, form.kind, form.type, form.course_id) == (
        "eval",
        FormKind.EVALUATION,
        EvaluationType.AFTER,
        "kurs",
    )
    assert [item.id for item in form.items] == ["relevans", "tungt", "samlet", "rolle", "dager"]
    first, second, alone, *_ = form.items
    assert (first.text, first.heading, first.block, first.theme, first.area, first.apart) == (
        "Det var relevant", "Hvor enig?", "enig", "Nytte", "A", "Vet ikke",
    )  # fmt: skip
    assert second.reversed
    assert (alone.text, alone.heading) == ("Alt i alt?", "")


def test_options_bounds_and_background_come_along() -> None:
    """What the answers are held up against stands in the form."""
    form = form_of(PAGE, COURSE)
    assert form.item("rolle").options == (FormOption("leder", "Leder"), FormOption("annet", "Annet", other=True))
    assert form.backgrounds() == (form.item("rolle"),)
    days = form.item("dager")
    assert (days.kind, days.low, days.high, days.low_label, days.high_label) == (
        AnswerKind.NUMBER,
        0,
        10,
        "ingen",
        "alle",
    )


def test_a_page_that_is_no_form_is_refused() -> None:
    """A page of text has no form."""
    with pytest.raises(ValueError, match="eval"):
        form_of(replace(PAGE, evaluation=None), COURSE)


def test_a_quiz_s_form_has_every_question_with_its_key() -> None:
    """Questions without options are there too; what is right travels with the options."""
    choice = ChoiceQuestion(
        "q1", "Hva gjør du?", HERE, ChoiceKind.SINGLE,
        (Option("a", Rich("", "Ja"), True), Option("b", Rich("", "Nei"))),
        settings=QuestionSettings(theme="Frister"),
    )  # fmt: skip
    number = NumberQuestion("q2", "Hvor mange?", HERE, "3", "3", "3")
    form = quiz_form(Page("quiz", "Quiz", HERE, (), PageKind.QUIZ), (choice, number), COURSE)
    assert (form.kind, form.type) == (FormKind.QUIZ, None)
    assert form.item("q1").options == (FormOption("a", "Ja", right=True), FormOption("b", "Nei"))
    assert (form.item("q1").theme, form.item("q2").options) == ("Frister", ())


def test_the_same_words_have_the_same_digest() -> None:
    """A new version of the course, other spaces and another way to write an accent make no other form."""
    form = form_of(PAGE, COURSE)
    newer = form_of(PAGE, replace(COURSE, version="2.0"))
    assert digest_of(newer) == digest_of(form)
    spaced = form_of(replace(PAGE, title="Slik  var\u00a0det ".replace("\u00a0", " ")), COURSE)
    assert form_bytes(spaced) == form_bytes(form)
    accent = [form_of(replace(PAGE, title=title), COURSE) for title in ("Kafé", "Kafe\u0301")]
    assert digest_of(accent[0]) == digest_of(accent[1])


@pytest.mark.parametrize(
    "changed",
    [
        replace(PAGE, title="Annet"),
        replace(PAGE, id="annen"),
        replace(PAGE, blocks=(SCALE, ALONE, ROLE)),
        replace(PAGE, blocks=(replace(SCALE, steps=("Nei", "Ja!")), ALONE, ROLE, DAYS)),
        replace(PAGE, blocks=(SCALE, ALONE, ROLE, replace(DAYS, high=11))),
    ],
)
def test_other_words_have_another_digest(changed: Page) -> None:
    """A word, a step, a bound, an item: whatever people answer to is in the digest."""
    assert digest_of(form_of(changed, COURSE)) != digest_of(form_of(PAGE, COURSE))


def test_a_published_form_keeps_its_digest() -> None:
    """Written down once: cohort files that are out there hold digests, and no later program may work out others."""
    form = form_of(PAGE, COURSE)
    assert form_bytes(form).decode() == (
        '{"course_id":"kurs","id":"eval","items":[{"apart":"Vet ikke","area":"A","block":"enig","heading":"Hvor enig?",'
        '"id":"relevans","kind":"scale","steps":["Nei","Ja"],"text":"Det var relevant","theme":"Nytte"},'
        '{"apart":"Vet ikke","block":"enig","heading":"Hvor enig?","id":"tungt","kind":"scale","reversed":true,'
        '"steps":["Nei","Ja"],"text":"Det var tungt","theme":"Nytte"},{"block":"samlet","id":"samlet","kind":"scale",'
        '"steps":["1","2","3"],"text":"Alt i alt?"},{"background":true,"block":"rolle","id":"rolle","kind":"choice",'
        '"options":[{"id":"leder","text":"Leder"},{"id":"annet","other":true,"text":"Annet"}],"text":"Rolle"},'
        '{"block":"dager","high":10,"high_label":"alle","id":"dager","kind":"number","low":0,"low_label":"ingen",'
        '"text":"Dager"}],"kind":"evaluation","title":"Slik var det","type":"after"}'
    )
