"""One sentence of advice for each question: what its numbers say is most worth doing about it."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.domain.item_analysis import (
    LEAST_FOR_CORRELATION,
    SELDOM,
    Finding,
    QuestionQuality,
    QuizQuality,
)
from kursapp.domain.quiz_sums import is_scored
from kursapp.domain.reliability import Reliability
from kursapp.texts import amounts
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import why
from kursapp.texts.value_words import Words

LONGEST_OPTION = 60
"""Characters of an option in a sentence."""

ADVICE: dict[str, Words] = {
    "too-few": (
        "Bare {n} svarte, og det er for få til å si noe: vent til flere har delt svarene sine.",
        "Berre {n} svarte, og det er for få til å seie noko: vent til fleire har delt svara sine.",
        "Only {n} answered, which is too few to say anything: wait until more have shared their answers.",
    ),
    "reversed": (
        "De som kan resten, gjør det dårligere her: se om fasiten er riktig, eller om teksten kan leses på to måter.",
        "Dei som kan resten, gjer det dårlegare her: sjå om fasiten er rett, eller om teksten kan lesast på to måtar.",
        "Those who know the rest do worse here: see whether the key is right, or the text can be read in two ways.",
    ),
    "wrong_preferred": (
        "Flere valgte {option} enn det riktige: se om fasiten er riktig, og gjør forskjellen tydelig før spørsmålet.",
        "Fleire valde {option} enn det rette: sjå om fasiten er rett, og gjer skilnaden tydeleg før spørsmålet.",
        "More chose {option} than the right one: see whether the key is right, and make the difference clear "
        "before the question.",
    ),
    "hard": (
        "Få får det til: forklar det bedre på siden før, eller gjør spørsmålet tydeligere.",
        "Få får det til: forklar det betre på sida før, eller gjer spørsmålet tydelegare.",
        "Few get it right: explain it better on the page before, or make the question clearer.",
    ),
    "none-chose": (
        "Ingen valgte {options}: bytt ut med noe folk faktisk tror.",
        "Ingen valde {options}: byt ut med noko folk faktisk trur.",
        "Nobody chose {options}: replace with something people do believe.",
    ),
    "few-chose": (
        "Nesten ingen valgte {options}: bytt ut med noe folk faktisk tror.",
        "Nesten ingen valde {options}: byt ut med noko folk faktisk trur.",
        "Hardly anybody chose {options}: replace with something people do believe.",
    ),
    "weak": (
        "De som kan resten, gjør det knapt bedre her: se om spørsmålet måler noe annet enn resten.",
        "Dei som kan resten, gjer det knapt betre her: sjå om spørsmålet måler noko anna enn resten.",
        "Those who know the rest hardly do better here: see whether the question measures something else.",
    ),
    "easy": (
        "Nesten alle får det til: la det stå om det er viktig å huske, ellers gjør det vanskeligere.",
        "Nesten alle får det til: lat det stå om det er viktig å hugse, elles gjer det vanskelegare.",
        "Nearly everybody gets it right: keep it if it is important to remember, or make it harder.",
    ),
    "no-key": (
        "Spørsmålet har ingen fasit: bruk fordelingen til å snakke om svarene i rommet.",
        "Spørsmålet har ingen fasit: bruk fordelinga til å snakke om svara i rommet.",
        "The question has no key: use the distribution to talk about the answers in the room.",
    ),
    "growing": (
        "Flere har delt svarene sine siden tabellen ble vist: vent til nye tall kan vises.",
        "Fleire har delt svara sine sidan tabellen vart vist: vent til nye tal kan visast.",
        "More have shared their answers since the table was shown: wait until new numbers can be shown.",
    ),
    "good": (
        "Spørsmålet virker: la det stå.",
        "Spørsmålet verkar: lat det stå.",
        "The question works: keep it.",
    ),
    "fair": (
        "Passe vanskelig, men for få har svart på det og resten til å si mer: la det stå så lenge.",
        "Passe vanskeleg, men for få har svart på det og resten til å seie meir: lat det stå så lenge.",
        "Neither easy nor hard, but too few have answered it and the rest to say more: keep it for now.",
    ),
    "one": ("{letter} («{words}»)", "{letter} («{words}»)", "{letter} (“{words}”)"),
    "and": ("{first} og {last}", "{first} og {last}", "{first} and {last}"),
    "alpha": (
        "Spørsmålene henger sammen med alfa {alpha} ± {error} (fra 0 til 1; 0,7 er bra for en quiz, færre spørsmål gir "
        "lavere tall).",
        "Spørsmåla heng saman med alfa {alpha} ± {error} (frå 0 til 1; 0,7 er bra for ein quiz, færre spørsmål gir "
        "lågare tal).",
        "The questions hang together with an alpha of {alpha} ± {error} (from 0 to 1; 0.7 is good for a quiz, and "
        "fewer questions give lower numbers).",
    ),
    "measurement": (
        "En deltakers sum er sikker på omtrent ± {points} spørsmål (standard målefeil, av {items} spørsmål og {n} "
        "svar).",
        "Summen til ein deltakar er sikker på om lag ± {points} spørsmål (standard målefeil, av {items} spørsmål og "
        "{n} svar).",
        "One participant’s total is certain to about ± {points} questions (standard error of measurement, of {items} "
        "questions and {n} answers).",
    ),
}


HIDDEN = "hidden"
PRESSING = ("reversed", "wrong_preferred", "hard", "none-chose", "few-chose", "weak", "easy")
"""Codes of advice to do something, the most pressing first."""


def advice_code(quality: QuestionQuality) -> str:
    """Return what is most worth doing about a question (``PRESSING``), ``good``, or why nothing can be said."""
    if quality.hidden is not None:
        return HIDDEN
    if quality.answered < LEAST_FOR_CORRELATION:
        return "too-few"
    if not is_scored(quality.item):
        return "no-key"
    if quality.facility is None:
        return "growing"
    found = frozenset(quality.findings)
    for finding in (Finding.REVERSED, Finding.WRONG_PREFERRED, Finding.HARD):
        if finding in found:
            return finding.value
    if Finding.OPTION_UNUSED in found and Finding.EASY not in found:
        return "none-chose" if _none(quality) else "few-chose"
    for finding in (Finding.WEAK, Finding.EASY):
        if finding in found:
            return finding.value
    return "good" if quality.discrimination is not None else "fair"


def advice(quality: QuestionQuality, k: int, language: str) -> str:
    """Return what is most worth doing about a question, or why nothing can be said. ``k`` is the cohort's limit."""
    say = Phrases(ADVICE, language)
    code = advice_code(quality)
    if quality.hidden is not None:
        return why(quality.hidden, k, language)
    if code == Finding.WRONG_PREFERRED:
        most = max(_wrong(quality), key=lambda place: quality.options[place].share.count)
        return say(code, option=_option(quality, most, say))
    told = [_option(quality, place, say) for place in _none(quality) or _few(quality)]
    if code in ("none-chose", "few-chose"):
        return say(code, options=_listed(told, say))
    return say(code, n=quality.answered)


def _wrong(quality: QuestionQuality) -> list[int]:
    return [place for place, option in enumerate(quality.item.options) if not option.right]


def _none(quality: QuestionQuality) -> list[int]:
    """Return the places of the wrong options nobody chose."""
    return [place for place in _wrong(quality) if not quality.options[place].share.count]


def _few(quality: QuestionQuality) -> list[int]:
    """Return the places of the wrong options hardly anybody chose."""
    return [place for place in _wrong(quality) if (quality.options[place].share.value or 0.0) < SELDOM]


def _option(quality: QuestionQuality, place: int, say: Phrases) -> str:
    return say("one", letter=letter(place), words=_shortened(quality.item.options[place].text))


def letter(place: int) -> str:
    """Return what an option is called by its place, from 0: ``A`` … ``Z``, then its number."""
    return chr(ord("A") + place) if place < ord("Z") - ord("A") + 1 else str(place + 1)


def _listed(told: Sequence[str], say: Phrases) -> str:
    if len(told) == 1:
        return told[0]
    return say("and", first=", ".join(told[:-1]), last=told[-1])


def _shortened(words: str) -> str:
    if len(words) <= LONGEST_OPTION:
        return words
    head, _, _ = words[:LONGEST_OPTION].rpartition(" ")
    return f"{head or words[:LONGEST_OPTION]} …"


def reliability_words(quality: QuizQuality, language: str) -> tuple[str, ...]:
    """Return how far a quiz's total can be relied on, in one sentence each for alpha and for a participant's total."""
    found: Reliability | None = quality.reliability
    if found is None:
        return ()
    say = Phrases(ADVICE, language)
    return (
        say("alpha", alpha=_number(found.alpha, language), error=_number(found.error, language)),
        say("measurement", points=_number(found.measurement, language, 1), items=found.items, n=found.persons),
    )


def _number(value: float, language: str, decimals: int = 2) -> str:
    return amounts.number(value, language, decimals)
