"""Words about results: the steps of an item, why something is hidden, what a number is."""

from __future__ import annotations

from kursapp.domain.cohort import LEAST_FOR_COMMENTS
from kursapp.domain.course import EvaluationType
from kursapp.domain.form import AnswerKind, Form, FormItem, FormKind
from kursapp.domain.results import Group, Why
from kursapp.texts.phrases import Phrases
from kursapp.texts.value_words import Words

RESULTS: dict[str, Words] = {
    "hidden": (
        "Skjult for å verne deltakerne",
        "Skjult for å verne deltakarane",
        "Hidden to protect the participants",
    ),
    "few_persons": (
        "Færre enn {k} har levert skjemaet.",
        "Færre enn {k} har levert skjemaet.",
        "Fewer than {k} have handed in the form.",
    ),
    "few_answers": (
        "Færre enn {k} har svart på dette.",
        "Færre enn {k} har svart på dette.",
        "Fewer than {k} have answered this.",
    ),
    "small_group": (
        "Minst én av gruppene er for liten til å vises, og da vises ingen av dem.",
        "Minst éi av gruppene er for lita til å visast, og då blir ingen av dei viste.",
        "At least one of the groups is too small to be shown, and then none of them are.",
    ),
    "overlapping": (
        "Sammen med oppdelingen som vises, kunne denne røpe hva færre enn {k} har svart.",
        "Saman med oppdelinga som blir vist, kunne denne røpe kva færre enn {k} har svart.",
        "Together with the breakdown that is shown, this one could give away what fewer than {k} answered.",
    ),
    "few_for_comments": (
        "Kommentarer vises først når minst {limit} har levert.",
        "Kommentarar blir viste først når minst {limit} har levert.",
        "Comments are shown only when at least {limit} have handed in.",
    ),
    "apart": ("Vet ikke", "Veit ikkje", "Don’t know"),
    "blank": ("Ikke besvart", "Ikkje svart på", "Not answered"),
    "answered": ("Besvart", "Svart på", "Answered"),
    "not-given": ("Ikke oppgitt", "Ikkje oppgitt", "Not given"),
    "everybody": ("Alle", "Alle", "Everybody"),
    "pair": ("{before} \u2192 {now}", "{before} \u2192 {now}", "{before} \u2192 {now}"),
    "ranked": ("{option}: plass {place}", "{option}: plass {place}", "{option}: place {place}"),
    "type-before": ("Før kurset", "Før kurset", "Before the course"),
    "type-day": ("Etter dagen", "Etter dagen", "After the day"),
    "type-after": ("Etter kurset", "Etter kurset", "After the course"),
    "type-follow_up": ("Oppfølging", "Oppfølging", "Follow-up"),
    "type-quiz": ("Quizsvar som er delt", "Quizsvar som er delte", "Shared quiz answers"),
}


def hidden(language: str) -> str:
    """Return what stands in the place of anything hidden."""
    return Phrases(RESULTS, language)("hidden")


def why(reason: Why, k: int, language: str) -> str:
    """Return the sentence that says why something is hidden, for a cohort with the limit ``k``."""
    return Phrases(RESULTS, language)(reason.value, k=k, limit=max(k, LEAST_FOR_COMMENTS))


def step_label(item: FormItem, step: str, language: str) -> str:
    """Return a step as people read it: the label of a scale's step, an option's text, a number as written."""
    say = Phrases(RESULTS, language)
    if item.kind is AnswerKind.BEFORE_NOW and ">" in step:
        before, _, now = step.partition(">")
        return say("pair", before=_scale_label(item, before, say), now=_scale_label(item, now, say))
    if step.startswith("="):
        return _option_label(item, step[1:], say)
    return _scale_label(item, step, say)


def group_label(form: Form, group: Group, language: str) -> str:
    """Return the name of a group: the option its members chose, or "Ikke oppgitt"."""
    if group.value == "blank":
        return Phrases(RESULTS, language)("not-given")
    return step_label(form.item(group.variable), group.value, language)


def form_type(form: Form, language: str) -> str:
    """Return when a form is filled in; what it holds where it is a quiz. Empty for a form of no type."""
    say = Phrases(RESULTS, language)
    if form.kind is FormKind.QUIZ:
        return say("type-quiz")
    return say(f"type-{EvaluationType(form.type).value}") if form.type else ""


def _scale_label(item: FormItem, step: str, say: Phrases) -> str:
    if step == "apart" and item.apart:
        return item.apart
    if step in ("apart", "blank", "answered"):
        return say(step)
    if item.steps and step.isdecimal() and 1 <= int(step) <= len(item.steps):
        return item.steps[int(step) - 1]
    return step


def _option_label(item: FormItem, code: str, say: Phrases) -> str:
    texts = {option.id: option.text for option in item.options}
    if item.kind is AnswerKind.RANKING and "@" in code:
        option, _, place = code.rpartition("@")
        return say("ranked", option=texts.get(option, option), place=place)
    return texts.get(code, code)
