"""One question of each kind, for the tests of what one answers in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kursapp.domain.course import Place, Rich
from kursapp.domain.question import (
    ChoiceKind,
    ChoiceQuestion,
    DateQuestion,
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
    Question,
    QuestionSettings,
    ShortAnswerQuestion,
)
from kursapp.domain.response import Chosen, Filled, Matched, Ordered, Response, Typed

PLACE = Place("dag-1/01.md", 1, 9)
FEEDBACK = Feedback(
    hint=Rich("<p>Tenk på hva som haster.</p>", "Tenk på hva som haster."), explanation=Rich("", "Se loven § 2-1.")
)

CHOICE = ChoiceQuestion(
    "q-valg",
    "Hva gjør du først?",
    PLACE,
    ChoiceKind.SINGLE,
    (
        Option("a", Rich("", "Ringer foreldrene"), feedback=Rich("", "Vent. Barnets sikkerhet vurderes først.")),
        Option("b", Rich("", "Vurderer sikkerheten"), right=True, feedback=Rich("", "Ja, det kan ikke vente.")),
        Option("c", Rich("", "Venter til mandag")),
    ),
    feedback=FEEDBACK,
)
SEVERAL = replace(
    CHOICE,
    id="q-flervalg",
    choice=ChoiceKind.MULTIPLE,
    options=(
        Option("a", Rich("", "Leder"), right=True),
        Option("b", Rich("", "Stedfortreder"), right=True),
        Option("c", Rich("", "Vakthavende saksbehandler"), feedback=Rich("", "Nei, ikke uten fullmakt.")),
    ),
)
DILEMMA = replace(
    CHOICE,
    id="q-droft",
    choice=ChoiceKind.DILEMMA,
    options=(Option("a", Rich("", "Bestemor"), feedback=Rich("", "Familie først.")), Option("b", Rich("", "Naboen"))),
)
ORDER = OrderQuestion(
    "q-rekke",
    "Sett i rekkefølge",
    PLACE,
    (
        OrderItem("m", Rich("", "Melding"), 1),
        OrderItem("u", Rich("", "Undersøkelse"), 2),
        OrderItem("v", Rich("", "Vedtak"), 3),
    ),
)
MATCH = MatchQuestion(
    "q-koble",
    "Hvem bestemmer?",
    PLACE,
    (MatchLeft("l1", Rich("", "Akuttvedtak"), "r1"), MatchLeft("l2", Rich("", "Omsorgsovertakelse"), "r2")),
    (MatchRight("r1", Rich("", "Leder")), MatchRight("r2", Rich("", "Nemnda")), MatchRight("r3", Rich("", "Politiet"))),
)
NUMBER = NumberQuestion("q-tall", "Hvor mange uker?", PLACE, "5.5", "6.5", "6 ± 0,5 uker", unit="uker")
DATE = DateQuestion("q-dato", "Når er uka ute?", PLACE, date(2026, 1, 22))
SHORT = ShortAnswerQuestion("q-kort", "Nevn to ting", PLACE, (("hva meningen er",), ("vekten", "vekt")))
GAPS = GapQuestion(
    "q-hull",
    "Fyll ut",
    PLACE,
    ((("Barnets ", "g1"), (" er et sentralt moment, og ", "g2"), (" treffer vedtaket.", "")),),
    (Gap("g1", ("mening",)), Gap("g2", ("leder",), ("leder", "politiet"))),
)

EVERY: tuple[tuple[Question, Response, Response], ...] = (
    (CHOICE, Chosen(("b",)), Chosen(("a",))),
    (SEVERAL, Chosen(("a", "b")), Chosen(("a", "c"))),
    (ORDER, Ordered(("m", "u", "v")), Ordered(("v", "m", "u"))),
    (MATCH, Matched((("l1", "r1"), ("l2", "r2"))), Matched((("l1", "r1"), ("l2", "r3")))),
    (NUMBER, Typed(("6",)), Typed(("12",))),
    (DATE, Typed(("22.1.2026",)), Typed(("23. januar 2026",))),
    (SHORT, Typed(("vekt", "hva meningen er")), Typed(("vekt", "noe annet"))),
    (GAPS, Filled((("g1", "mening"), ("g2", "leder"))), Filled((("g1", "mening"), ("g2", "politiet")))),
)
"""Each kind with a right response and a wrong or partly right one."""


def certain(question: ChoiceQuestion) -> ChoiceQuestion:
    """Let a question ask how certain one is."""
    return replace(question, settings=QuestionSettings(certainty=True))
