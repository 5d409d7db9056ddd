"""Answers as words: every line of what is handed in, as it stands in the file."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.evaluation_answer import EvaluationAnswer, Picked, Ranked, Rated, RatedTwice, Stand, Written
from kursapp.domain.form import FormItem, FormKind
from kursapp.domain.form_answer import FULL_MARKS
from kursapp.domain.submission import Solved
from kursapp.services.hand_in import Letter
from kursapp.ui.i18n import _, number, quoted


@dataclass(frozen=True, slots=True)
class Line:
    """One thing the form asks and what is sent of it; ``answer`` is empty where nothing is."""

    heading: str
    text: str
    answer: str


def lines_of(letter: Letter) -> list[Line]:
    """Return every line of a letter, in the form's order; what is not answered stands there too, and is not sent."""
    answers = dict(letter.submission.answers)
    return [
        Line(item.heading, item.text, said(item, answers[item.id]) if item.id in answers else "")
        for item in letter.form.items
        if letter.form.kind is FormKind.EVALUATION or item.id in answers
    ]


def said(item: FormItem, answer: EvaluationAnswer) -> str:
    """Return one answer in words."""
    match answer:
        case Rated(step):
            return _stand(item, step)
        case RatedTwice(before, now):
            return _("Før: {before}. Nå: {now}.").format(before=_half(item, before), now=_half(item, now))
        case Picked(options, other):
            picked = ", ".join(_options(item, options))
            return f"{picked}: {other}" if other else picked
        case Ranked(options):
            return ", ".join(f"{place}. {text}" for place, text in enumerate(_options(item, options), 1))
        case Written(text):
            return text
        case Solved(per_mille, options):
            return _solved(item, per_mille, options)
    raise TypeError(type(answer).__name__)


def besides(letter: Letter) -> list[tuple[str, str]]:
    """Return what goes along with the answers, and what does not, as icons and sentences."""
    cohort = letter.mine.cohort
    points = [
        (
            "file-text",
            _(
                "Hvilket skjema det er ({form}), hvilket kull ({cohort}), reglene kullet har, og en felles nøkkel som "
                "er lik for alle i kullet."
            ).format(form=quoted(letter.form.title), cohort=quoted(cohort.name)),
        ),
        (
            "refresh-cw",
            _(
                "Et tilfeldig tall som lages nå. Det står bare i fila og her, og gjør at du kan levere på nytt uten å "
                "bli telt to ganger."
            ),
        ),
    ]
    if cohort.rules.codes:
        points.append(("key-round", _("Koden for dette skjemaet, fra lappen du trakk.")))
    nothing_else = _(
        "Ikke noe mer: ikke navnet ditt, ikke når du svarte, ikke hvilken maskin du bruker. Fila får et tilfeldig "
        "navn og er like lang som alle andres."
    )
    return [*points, ("shield", nothing_else)]


def _stand(item: FormItem, stand: Stand) -> str:
    return item.steps[stand - 1] if isinstance(stand, int) else item.apart


def _half(item: FormItem, stand: Stand | None) -> str:
    return _("ikke besvart") if stand is None else _stand(item, stand)


def _options(item: FormItem, options: tuple[str, ...]) -> list[str]:
    texts = {option.id: option.text for option in item.options}
    return [texts[option] for option in options]


def _solved(item: FormItem, per_mille: int, options: tuple[str, ...]) -> str:
    if per_mille == FULL_MARKS:
        told = _("Riktig")
    elif per_mille == 0:
        told = _("Ikke riktig")
    else:
        told = _("{share} % riktig").format(share=number(per_mille / 10))
    chosen = ", ".join(quoted(text) for text in _options(item, options))
    return _("{told}. Du valgte {options}.").format(told=told, options=chosen) if chosen else f"{told}."
