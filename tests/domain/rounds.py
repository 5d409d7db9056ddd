"""Rounds for tests of results: a form with an item of every kind, and people who answer it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kursapp.domain.cohort import Cohort, Rules
from kursapp.domain.course import EvaluationType
from kursapp.domain.disclosure import publish
from kursapp.domain.evaluation_answer import EvaluationAnswer, Picked, Rated, RatedTwice, Written
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.results import Comment, Count, GatheredComment, RoundResults
from kursapp.domain.tally import breakdown_rows_of, rows_of, texts_of

STEPS = ("Svært uenig", "Uenig", "Verken eller", "Enig", "Svært enig")
Answers = Mapping[str, EvaluationAnswer]


def options(*names: str) -> tuple[FormOption, ...]:
    return tuple(FormOption(name, name.capitalize()) for name in names)


def scale(name: str, theme: str = "Nytte", **more: object) -> FormItem:
    return FormItem(name, AnswerKind.SCALE, name, "Hvor enig?", "b", theme, steps=STEPS, apart="Vet ikke", **more)  # type: ignore[arg-type]


def twice(name: str, theme: str = "Trygghet", **more: object) -> FormItem:
    return FormItem(name, AnswerKind.BEFORE_NOW, name, "Hvor trygg?", "b", theme, steps=STEPS, **more)  # type: ignore[arg-type]


ROLE = FormItem("rolle", AnswerKind.CHOICE, "Rolle", options=options("leder", "team", "stab"), background=True)
SIZE = FormItem("kommune", AnswerKind.CHOICE, "Kommune", options=options("liten", "stor"), background=True)
PACE = FormItem("tempo", AnswerKind.CHOICE, "Tempo", theme="Kurset", options=options("lavt", "passe", "raskt"))
LIKED = FormItem("likte", AnswerKind.MULTIPLE, "Likte", theme="Kurset", options=options("case", "quiz", "arbeidsbok"))
BEST = FormItem("best", AnswerKind.RANKING, "Best", theme="Kurset", options=options("en", "to", "tre"))
DAYS = FormItem("dager", AnswerKind.NUMBER, "Dager", theme="Kurset")
MORE = FormItem("mer", AnswerKind.TEXT, "Noe mer?", theme="Kurset")
FORM = Form(
    "eval-etter", "Etter kurset", FormKind.EVALUATION, "kurs", "1.0",
    (ROLE, SIZE, scale("relevans"), scale("tungt", reversed=True), twice("frist"), twice("avvik"), PACE, LIKED, BEST,
     DAYS, MORE),
    EvaluationType.AFTER,
)  # fmt: skip


def cohort_of(**rules: object) -> Cohort:
    """Return a cohort with these rules."""
    return Cohort(
        "c0" * 16, "Vår 2026", "kurs", "1.0", "God ledelse", "d1", date(2026, 1, 12), date(2026, 3, 20), "Bergen", "KS",
        "nb", Rules(date(2027, 1, 1), **rules), (), (), b"token",  # type: ignore[arg-type]
    )  # fmt: skip


def counts_of(form: Form, batches: Sequence[Sequence[Answers]], breakdowns: Iterable[str] = ()) -> list[Count]:
    """Return the rows a round's people make, batch by batch, as the collection adds them up."""
    found: Counter[tuple[str, str, int, str, str]] = Counter()
    variables = tuple(breakdowns)
    for batch, people in enumerate(batches, start=1):
        for answers in people:
            for item_id, step in rows_of(form, answers):
                found[item_id, step, batch, "", ""] += 1
            for variable, value, item_id, step in breakdown_rows_of(form, answers, variables):
                found[item_id, step, batch, variable, value] += 1
    return [Count(item, step, count, batch, variable, value) for (item, step, batch, variable, value), count in
            found.items()]  # fmt: skip


def round_of(
    *batches: Sequence[Answers], form: Form = FORM, cohort: Cohort | None = None, invited: int = 24, **rules: object
) -> RoundResults:
    """Return a closed round of these people, as it may be shown."""
    held = cohort or cohort_of(**rules)
    comments = [
        GatheredComment(batch, Comment(item_id, text))
        for batch, people in enumerate(batches, start=1)
        for answers in people
        for item_id, text in texts_of(form, answers)
    ]
    asked = [item.id for item in form.backgrounds() if item.id in held.rules.breakdowns]
    counts = counts_of(form, batches, asked)
    return RoundResults(held, form, invited, publish(held, form, [len(one) for one in batches], counts, comments))


def rated(item_id: str, *steps: int) -> list[dict[str, EvaluationAnswer]]:
    """Return one person per step, who answers one scale."""
    return [{item_id: Rated(step)} for step in steps]


def paired(item_id: str, *pairs: tuple[int, int]) -> list[dict[str, EvaluationAnswer]]:
    """Return one person per pair, who answers one row twice."""
    return [{item_id: RatedTwice(*pair)} for pair in pairs]


def picked(item_id: str, *choices: str) -> list[dict[str, EvaluationAnswer]]:
    """Return one person per word: the options picked, parted by space."""
    return [{item_id: Picked(tuple(choice.split()))} for choice in choices]


def written(item_id: str, *texts: str) -> list[dict[str, EvaluationAnswer]]:
    """Return one person per text."""
    return [{item_id: Written(text)} for text in texts]


def together(*answers: Sequence[Answers]) -> list[dict[str, EvaluationAnswer]]:
    """Return people who answer several items: the first of each list, the second of each list …"""
    return [{key: value for one in person for key, value in one.items()} for person in zip(*answers, strict=True)]
