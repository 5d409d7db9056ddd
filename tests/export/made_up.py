"""Results of a round that never was, with every kind of item, as the gate would let them through."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date

from kursapp.domain.cohort import Cohort, CohortForm, Rules
from kursapp.domain.course import EvaluationType
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind, FormOption
from kursapp.domain.results import (
    Breakdown,
    Comment,
    Group,
    Hidden,
    HiddenBreakdown,
    Published,
    RoundResults,
    Table,
    Why,
)
from kursapp.domain.tally import steps_of

MASTERY = ("Mestrer ikke", "Mestrer litt", "Mestrer et stykke på vei", "Mestrer godt", "Kan lære det bort")
SAFETY = ("Svært utrygg", "Utrygg", "Midt imellom", "Trygg", "Svært trygg")
AGREE = ("Helt uenig", "Uenig", "Litt uenig", "Litt enig", "Enig", "Helt enig")

HOSTILE = (
    "=2+3",
    "@SUM(A1)",
    "+47 22 33 44 55 er nummeret mitt",
    "-1 for maten",
    "<r><t>ikke tekst</t></r>",
    "Tommel opp 👍🏽 og familie 👨‍👩‍👧",
    "שלום וברכה, זה היה קורס טוב",
    "مرحبا بالعالم",
    '#panic("typst") $x$ `kode` *fet* <b>',
    'Linje én\nLinje to; med semikolon, komma og «sitat» og "anførsel"',
    "_x0041_ og A\\B",
    "lang " * 2000,
)
"""Comments that would run, break or vanish where they are not written as plain text."""

BEFORE_NOW = (
    ("a1-frist", "Jeg finner riktig frist raskt", "Mandat og styring"),
    ("a2-myndighet", "Jeg vet når min myndighet slutter", "Mandat og styring"),
    ("b1-risikobilde", "Jeg har et oppdatert risikobilde av tjenesten", "Mandat og styring"),
    ("c1-saksdrofting", "Jeg leder saksdrøftinger med flere hypoteser", "Fag og medvirkning"),
    ("d1-barnets-mening", "Barnets mening er synlig i vedtakene våre", "Fag og medvirkning"),
    ("e1-vold-trusler", "Vi har en oppdatert vurdering av faren for vold og trusler", "Ansatte og samarbeid"),
    ("g1-utgifter", "Jeg kan forklare utgiftene våre faglig", "Økonomi og forbedring"),
    ("h2-liten-skala", "Vi tester endringer i liten skala", "Økonomi og forbedring"),
)


def form() -> Form:
    """Return a form with every kind of item."""
    mastery = "Hvor godt mestrer du dette?"
    items = [
        FormItem(
            "rolle",
            AnswerKind.CHOICE,
            "Hva er rollen din?",
            theme="Om deg",
            options=(FormOption("leder", "Leder"), FormOption("annen", "Annen rolle")),
            background=True,
        ),
        *(
            FormItem(id, AnswerKind.BEFORE_NOW, text, mastery, "for-naa", theme, steps=MASTERY, apart="Ikke relevant")
            for id, text, theme in BEFORE_NOW
        ),
        FormItem(
            "t1-trygg",
            AnswerKind.SCALE,
            "På mandat, regler og styring",
            "Hvor trygg er du når noe haster?",
            "trygghet",
            "Mandat og styring",
            steps=SAFETY,
        ),
        FormItem(
            "enig",
            AnswerKind.SCALE,
            "Kurset var verdt tiden",
            "Hvor enig er du?",
            "kurset",
            "Kurset",
            steps=AGREE,
            apart="Vet ikke",
        ),
        FormItem(
            "samlet",
            AnswerKind.MULTIPLE,
            "Hva stemmer for deg?",
            theme="Kurset",
            options=(
                FormOption("relevant", "Innholdet var relevant for jobben min"),
                FormOption("tempo", "Tempoet passet meg"),
                FormOption("annet", "Annet", other=True),
            ),
        ),
        FormItem(
            "viktigst",
            AnswerKind.RANKING,
            "Hva var viktigst?",
            theme="Kurset",
            options=(FormOption("fag", "Faget"), FormOption("folk", "Folkene"), FormOption("ro", "Roen")),
        ),
        FormItem(
            "anbefale",
            AnswerKind.NUMBER,
            "Hvor sannsynlig er det at du anbefaler kurset?",
            theme="Kurset",
            low=0,
            high=10,
            low_label="Slett ikke",
            high_label="Helt sikkert",
        ),
        FormItem("skjult", AnswerKind.SCALE, "Jeg har brukt varslingsveien", theme="Ansatte og samarbeid", steps=AGREE),
        FormItem("fritt", AnswerKind.TEXT, "Hva tar du med deg hjem?", theme="Kurset"),
    ]
    return Form(
        "etter", "Tjue utsagn, før og nå", FormKind.EVALUATION, "god", "1.0.0", tuple(items), EvaluationType.AFTER
    )


def cohort(of: Form, language: str = "nb", **changes: object) -> Cohort:
    """Return a cohort with this form."""
    made = Cohort(
        "0123456789abcdef0123456789abcdef",
        "Kull 12, Hamar",
        "god",
        "1.0.0",
        "God barnevernledelse",
        "c" * 64,
        date(2026, 9, 1),
        date(2026, 11, 20),
        "Hamar",
        "KS",
        language,
        Rules(date(2027, 6, 30), k=5, breakdowns=("rolle",)),
        (CohortForm(of, "f" * 64),),
        (),
        b"token",
        simulated=True,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def table(item: FormItem, persons: int, dice: random.Random, group: Group | None = None) -> Table:
    """Return a table of made-up answers."""
    counts: Counter[str] = Counter()
    for _ in range(persons):
        counts.update(_answer(item, dice))
    return Table(item.id, persons, tuple((step, counts[step]) for step in steps_of(item, counts)), group)


def _answer(item: FormItem, dice: random.Random) -> list[str]:
    if dice.random() < 0.06:
        return ["blank"]
    if item.apart and dice.random() < 0.05:
        return ["apart"]
    count = len(item.steps)
    match item.kind:
        case AnswerKind.SCALE:
            return [str(min(count, max(1, round(dice.gauss(count * 0.72, 1.1)))))]
        case AnswerKind.BEFORE_NOW:
            before = min(count, max(1, round(dice.gauss(2.4, 0.9))))
            return [f"{before}>{min(count, max(1, before + dice.choice((0, 1, 1, 1, 2, -1))))}"]
        case AnswerKind.CHOICE:
            return [f"={dice.choice(item.options).id}"]
        case AnswerKind.MULTIPLE:
            return ["answered", *(f"={one.id}" for one in item.options if dice.random() < 0.6)]
        case AnswerKind.RANKING:
            order = dice.sample(item.options, len(item.options))
            return ["answered", *(f"={one.id}@{rank}" for rank, one in enumerate(order, 1))]
        case AnswerKind.NUMBER:
            return [str(min(10, max(0, round(dice.gauss(8, 1.5)))))]
    return ["answered"]


def results(
    persons: int = 24, language: str = "nb", comments: tuple[str, ...] = HOSTILE, **changes: object
) -> RoundResults:
    """Return a round's results: one item hidden, one breakdown shown, hostile comments."""
    of = form()
    dice = random.Random(7)
    tables = tuple(
        Hidden(item.id, Why.FEW_ANSWERS) if item.id == "skjult" else table(item, persons, dice) for item in of.items
    )
    groups = (Group("rolle", "=leder"), Group("rolle", "=annen"))
    parts = (persons // 2, persons - persons // 2)
    broken = tuple(
        Hidden(item.id, Why.FEW_ANSWERS) if item.id == "skjult" else table(item, part, dice, group)
        for group, part in zip(groups, parts, strict=True)
        for item in of.items
        if item.kind is not AnswerKind.TEXT and not item.background
    )
    published = Published(
        persons,
        tables,
        (Breakdown("rolle", groups, broken),),
        tuple(
            Comment("fritt", text, ("praksis",) if number % 2 else (), number < 5)
            for number, text in enumerate(sorted(comments))
        ),
    )
    return RoundResults(cohort(of, language, **changes), of, 26, published)


def hidden_results(language: str = "nb") -> RoundResults:
    """Return a round of which nothing may be shown."""
    of = form()
    published = Published(
        4,
        tuple(Hidden(item.id, Why.FEW_PERSONS) for item in of.items),
        (HiddenBreakdown("rolle", Why.SMALL_GROUP),),
        (),
        Why.FEW_FOR_COMMENTS,
    )
    return RoundResults(cohort(of, language), of, 26, published)


def quiz() -> RoundResults:
    """Return a closed round of a quiz with a shown question, a hidden one, and one without options."""
    options = (FormOption("a", "Fredag", right=True), FormOption("b", "Torsdag"))
    items = (
        FormItem("q1", AnswerKind.QUESTION, "Hvilken leser dere først?", options=options),
        FormItem("q2", AnswerKind.QUESTION, "Hva mangler mest?", options=options),
        FormItem("q3", AnswerKind.QUESTION, "Ordne trinnene."),
    )
    form = Form("quiz", "Quiz", FormKind.QUIZ, "god", "1.0.0", items)
    table = Table("q1", 12, (("=a", 9), ("=b", 3), ("answered", 12), ("blank", 0)))
    ordered = Table("q3", 12, (("answered", 11), ("blank", 1)))
    return RoundResults(cohort(form), form, 20, Published(12, (table, Hidden("q2", Why.FEW_ANSWERS), ordered)))
