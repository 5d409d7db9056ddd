"""A cohort with three forms and what its participants answer."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from kursapp.domain.cohort import Cohort, CohortForm, Recipient, Role, Rules
from kursapp.domain.course import EvaluationType
from kursapp.domain.evaluation_answer import (
    APART,
    EvaluationAnswer,
    Picked,
    Ranked,
    Rated,
    RatedTwice,
    Written,
)
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.forms import digest_of
from kursapp.domain.submission import Solved, Submission
from kursapp.vault.digests import recipient_id
from kursapp.vault.keys import KeyPair, new_pair

STEPS = ("Helt uenig", "Uenig", "Verken eller", "Enig", "Helt enig")
OPTIONS = (FormOption("a", "Ledelse"), FormOption("b", "Samarbeid"), FormOption("c", "Annet", other=True))


@dataclass(frozen=True, slots=True)
class Keys:
    """The two pairs of a cohort."""

    coordinator: KeyPair
    backup: KeyPair


def make_keys() -> Keys:
    """Return new ones."""
    return Keys(new_pair(), new_pair())


def evaluation_form(form_id: str = "etter", title: str = "Etter kurset") -> Form:
    """Return a form with an item of every kind."""
    items = (
        FormItem("rolle", AnswerKind.CHOICE, "Hva er rollen din?", options=OPTIONS, background=True),
        FormItem("nytte", AnswerKind.SCALE, "Kurset var nyttig", heading="Om kurset", steps=STEPS, apart="Vet ikke"),
        FormItem("trygg", AnswerKind.BEFORE_NOW, "Jeg er trygg", heading="Før og nå", steps=STEPS, apart="Vet ikke"),
        FormItem("tema", AnswerKind.MULTIPLE, "Hva vil du ha mer av?", options=OPTIONS),
        FormItem("viktig", AnswerKind.RANKING, "Hva er viktigst?", options=OPTIONS[:2]),
        FormItem("karakter", AnswerKind.NUMBER, "Karakter", low=0, high=10),
        FormItem("bra", AnswerKind.TEXT, "Hva var bra?"),
        FormItem("bedre", AnswerKind.TEXT, "Hva kan bli bedre?"),
    )
    return Form(form_id, title, FormKind.EVALUATION, "lede", "1.2", items, EvaluationType.AFTER)


def shared_quiz() -> Form:
    """Return the form of a quiz whose answers may be shared."""
    options = (FormOption("a", "Ja", right=True), FormOption("b", "Nei"))
    items = tuple(FormItem(f"q{n}", AnswerKind.QUESTION, f"Spørsmål {n}", options=options) for n in range(1, 4))
    return Form("quiz-1", "Quiz dag 1", FormKind.QUIZ, "lede", "1.2", items)


def cohort_form(form: Form, length: int = 32 * 1024) -> CohortForm:
    """Return a form as it stands in a cohort."""
    return CohortForm(form, digest_of(form), length)


def make_cohort(keys: Keys, rules: Rules | None = None) -> Cohort:
    """Return the cohort."""
    pairs = ((Role.COORDINATOR, keys.coordinator), (Role.BACKUP, keys.backup))
    forms = (evaluation_form("for", "Før kurset"), evaluation_form(), shared_quiz())
    return Cohort(
        id=secrets.token_hex(16),
        name="Vår 2026, Bergen",
        course_id="lede",
        course_version="1.2",
        course_title="Å lede barnevernet",
        course_digest="f" * 64,
        starts=date(2026, 3, 2),
        ends=date(2026, 6, 12),
        place="Bergen",
        organiser="KS",
        language="nb",
        rules=rules or Rules(date(2027, 6, 12), breakdowns=("rolle",)),
        forms=tuple(cohort_form(form) for form in forms),
        recipients=tuple(Recipient(recipient_id(pair.public), role, pair.public) for role, pair in pairs),
        token=secrets.token_bytes(16),
        wants_progress=True,
        sealed_keys=secrets.token_bytes(300),
    )


ANSWERS: tuple[tuple[str, EvaluationAnswer], ...] = (
    ("rolle", Picked(("a",))),
    ("nytte", Rated(4)),
    ("trygg", RatedTwice(2, APART)),
    ("tema", Picked(("b", "c"), "Mer om økonomi")),
    ("viktig", Ranked(("b", "a"))),
    ("karakter", Written("8")),
    ("bra", Written("Alt om samtaler, og «praksis».")),
)
SOLVED: tuple[tuple[str, EvaluationAnswer], ...] = (("q1", Solved(1000, ("a",))), ("q3", Solved(0, ("b",))))


def submission(cohort: Cohort, form_id: str = "etter", **changes: object) -> Submission:
    """Return a person's answers to one form of the cohort."""
    form = cohort.form(form_id)
    answers = SOLVED if form.form.kind is FormKind.QUIZ else ANSWERS
    values: dict[str, object] = {
        "cohort_id": cohort.id,
        "form_id": form_id,
        "form_digest": form.digest,
        "response_id": secrets.token_hex(16),
        "answers": answers,
        **changes,
    }
    return Submission(**values)  # type: ignore[arg-type]


def answers_to(item: FormItem) -> st.SearchStrategy[EvaluationAnswer]:
    """Return a strategy for the answers one item can have."""
    ids = [option.id for option in item.options]
    stands = st.sampled_from([*range(1, len(item.steps) + 1), *([APART] if item.apart else [])])
    words = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
    match item.kind:
        case AnswerKind.SCALE:
            return st.builds(Rated, stands)
        case AnswerKind.BEFORE_NOW:
            return st.builds(RatedTwice, st.none() | stands, st.none() | stands)
        case AnswerKind.CHOICE:
            return st.builds(lambda one: Picked((one,)), st.sampled_from(ids))
        case AnswerKind.MULTIPLE:
            return st.builds(lambda some: Picked(tuple(some)), st.lists(st.sampled_from(ids), unique=True))
        case AnswerKind.RANKING:
            return st.builds(lambda some: Ranked(tuple(some)), st.lists(st.sampled_from(ids), unique=True))
        case AnswerKind.NUMBER:
            return st.builds(lambda n: Written(str(n)), st.decimals(Decimal(0), Decimal(10), places=2))
        case AnswerKind.TEXT:
            return st.builds(Written, words)
        case AnswerKind.QUESTION:
            return st.builds(lambda n, one: Solved(n, (one,)), st.integers(0, 1000), st.sampled_from(ids))


def answers_to_form(form: Form) -> st.SearchStrategy[tuple[tuple[str, EvaluationAnswer], ...]]:
    """Return a strategy for one person's answers to a form: any of its items, in any order."""
    each = [st.tuples(st.just(item.id), answers_to(item)) for item in form.items]
    some = st.sets(st.integers(0, len(each) - 1)).flatmap(lambda chosen: st.tuples(*(each[at] for at in chosen)))
    return some.flatmap(lambda given: st.permutations(given).map(tuple))
