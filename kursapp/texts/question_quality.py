"""Words about how good a quiz's questions are: what may be worth improving, and why a number is not there."""

from __future__ import annotations

from kursapp.domain.item_analysis import LEAST_FOR_CORRELATION, LEAST_TO_RELY_ON, Finding, Missing, QuizQuality
from kursapp.texts import amounts
from kursapp.texts.phrases import Phrases
from kursapp.texts.value_words import Words

QUALITY: dict[str, Words] = {
    "easy": (
        "Nesten alle får det til. Se om spørsmålet fortsatt lærer bort noe.",
        "Nesten alle får det til. Sjå om spørsmålet framleis lærer bort noko.",
        "Nearly everybody gets it right. See whether the question still teaches anything.",
    ),
    "hard": (
        "Få får det til. Se på teksten før spørsmålet, eller om spørsmålet er uklart.",
        "Få får det til. Sjå på teksten før spørsmålet, eller om spørsmålet er uklart.",
        "Few get it right. Look at the text before the question, or whether the question is unclear.",
    ),
    "weak": (
        "De som kan resten, gjør det knapt bedre her. Se om spørsmålet måler noe annet.",
        "Dei som kan resten, gjer det knapt betre her. Sjå om spørsmålet måler noko anna.",
        "Those who know the rest hardly do better here. See whether the question measures something else.",
    ),
    "reversed": (
        "De som kan resten, gjør det dårligere her. Se om fasiten er riktig.",
        "Dei som kan resten, gjer det dårlegare her. Sjå om fasiten er rett.",
        "Those who know the rest do worse here. See whether the key is right.",
    ),
    "option_unused": (
        "Minst ett galt alternativ velges nesten aldri. Bytt det med noe folk faktisk tror.",
        "Minst eitt gale alternativ blir nesten aldri valt. Byt det med noko folk faktisk trur.",
        "At least one wrong option is hardly ever chosen. Replace it with something people do believe.",
    ),
    "wrong_preferred": (
        "Et galt alternativ velges oftere enn det riktige. Se om fasiten er riktig.",
        "Eit gale alternativ blir valt oftare enn det rette. Sjå om fasiten er rett.",
        "A wrong option is chosen more often than the right one. See whether the key is right.",
    ),
    "facility": (
        "{n} svarte. I snitt fikk de {share} av poengene.",
        "{n} svarte. I snitt fekk dei {share} av poenga.",
        "{n} answered. On average they got {share} of the points.",
    ),
    "only-answered": ("{n} svarte.", "{n} svarte.", "{n} answered."),
    "discrimination": (
        "Sammenhengen med resten av quizen er {number} (fra −1 til 1; over 0,2 er bra).",
        "Samanhengen med resten av quizen er {number} (frå −1 til 1; over 0,2 er bra).",
        "The correlation with the rest of the quiz is {number} (from −1 to 1; above 0.2 is good).",
    ),
    "uncertain": (
        "Færre enn {least} svarte, så tallene er usikre.",
        "Færre enn {least} svarte, så tala er usikre.",
        "Fewer than {least} answered, so the numbers are uncertain.",
    ),
    "alpha": (
        "Spørsmålene henger sammen med alfa {number} (fra 0 til 1).",
        "Spørsmåla heng saman med alfa {number} (frå 0 til 1).",
        "The questions hang together with an alpha of {number} (from 0 to 1).",
    ),
    "growing": (
        "Tallet kommer når flere har delt svarene sine.",
        "Talet kjem når fleire har delt svara sine.",
        "The number comes when more have shared their answers.",
    ),
    "too_few": (
        "For å se sammenhengen må minst {least} ha svart på både dette og de andre spørsmålene.",
        "For å sjå samanhengen må minst {least} ha svart på både dette og dei andre spørsmåla.",
        "To see the correlation, at least {least} must have answered both this and the other questions.",
    ),
    "no_spread": (
        "Alle gjorde det likt, så sammenhengen kan ikke regnes ut.",
        "Alle gjorde det likt, så samanhengen kan ikkje reknast ut.",
        "All did alike, so the correlation cannot be worked out.",
    ),
    "no_key": (
        "Spørsmålet har ingen fasit.",
        "Spørsmålet har ingen fasit.",
        "The question has no right answer.",
    ),
    "alone": (
        "Det er ingen andre spørsmål å sammenligne med.",
        "Det er ingen andre spørsmål å samanlikne med.",
        "There are no other questions to compare with.",
    ),
    "right": ("{option} (riktig)", "{option} (rett)", "{option} (right)"),
}


def finding_words(finding: Finding, language: str) -> str:
    """Return what may be worth improving, and what to look at."""
    return Phrases(QUALITY, language)(finding.value)


def missing_words(missing: Missing, language: str) -> str:
    """Return why a number is not there."""
    return Phrases(QUALITY, language)(missing.value, least=LEAST_FOR_CORRELATION)


def facility_words(answered: int, facility: float | None, language: str) -> str:
    """Return how many answered, and how much of its points they got on average where that is known."""
    say = Phrases(QUALITY, language)
    if facility is None:
        return say("only-answered", n=answered)
    return say("facility", n=answered, share=amounts.share(facility, language))


def discrimination_words(discrimination: float | None, missing: Missing | None, language: str) -> str:
    """Return how a question goes together with the rest, or why that is not known."""
    if discrimination is None:
        return missing_words(missing, language) if missing is not None else ""
    return Phrases(QUALITY, language)("discrimination", number=amounts.number(discrimination, language, 2))


def uncertain_words(language: str) -> str:
    """Return that too few answered to rely on the numbers."""
    return Phrases(QUALITY, language)("uncertain", least=LEAST_TO_RELY_ON)


def alpha_words(quality: QuizQuality, language: str) -> str:
    """Return how well the questions of a quiz hang together, or why that is not known."""
    if quality.alpha is None:
        return missing_words(quality.no_alpha, language) if quality.no_alpha is not None else ""
    return Phrases(QUALITY, language)("alpha", number=amounts.number(quality.alpha, language, 2))


def right_option(option: str, language: str) -> str:
    """Return an option, said to be the right one."""
    return Phrases(QUALITY, language)("right", option=option)
