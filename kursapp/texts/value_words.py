"""Words for the values that problems carry as codes: what a setting expects, which limit was met."""

from __future__ import annotations

Words = tuple[str, str, str]
"""The same in bokmål, nynorsk and English."""

EXPECTED: dict[str, Words] = {
    "number": ("et tall, for eksempel 2", "eit tal, til dømes 2", "a number, for instance 2"),
    "whole-number": ("et helt tall, for eksempel 2", "eit heilt tal, til dømes 2", "a whole number, for instance 2"),
    "percent": ("en prosent, for eksempel 70 %", "ein prosent, til dømes 70 %", "a percentage, for instance 70 %"),
    "minutes": ("et antall minutter, for eksempel 20", "eit tal på minutt, til dømes 20", "minutes, for instance 20"),
    "yes-no": ("ja eller nei", "ja eller nei", "yes or no"),
    "form": ("A eller B", "A eller B", "A or B"),
    "tie": (
        "numre som likestilles, for eksempel 2-3",
        "nummer som er like, til dømes 2-3",
        "numbers that tie, like 2-3",
    ),
    "draw": (
        "et antall, eller bank og antall: d1 3, d2 3",
        "eit tal, eller bank og tal: d1 3, d2 3",
        "a count, or bank and count: d1 3, d2 3",
    ),
    "showing": ("straks eller til slutt", "straks eller til slutt", "at once or at the end"),
    "ending": ("god, svak eller alvorlig", "god, svak eller alvorleg", "good, weak or serious"),
    "evaluation-type": (
        "før, dag, etter eller oppfølging",
        "før, dag, etter eller oppfølging",
        "before, day, after or follow-up",
    ),
}

LIMIT: dict[str, Words] = {
    "time": ("for lang tid", "for lang tid", "too much time"),
    "memory": ("for mye minne", "for mykje minne", "too much memory"),
    "died": ("mer enn programmet tåler", "meir enn programmet toler", "more than the program can bear"),
}

OUTGOING: dict[str, Words] = {
    "answers": ("svarfiler", "svarfiler", "answer files"),
    "quiz": ("delte quizsvar", "delte quizsvar", "shared quiz answers"),
    "progress": ("fremdriftsfiler", "framdriftsfiler", "progress files"),
}

LOST: dict[str, Words] = {
    "hint": ("hint", "hint", "hints"),
    "explanation": ("forklaring", "forklaring", "explanations"),
    "right": ("ord til dem som svarte riktig", "ord til dei som svara rett", "words on a right answer"),
    "wrong": ("ord til dem som svarte feil", "ord til dei som svara feil", "words on a wrong answer"),
    "example": ("eksempel", "døme", "examples"),
    "option-feedback": ("tilbakemelding på hvert alternativ", "tilbakemelding på kvart alternativ", "option feedback"),
    "settings": (
        "poeng, mål, minutter og andre innstillinger",
        "poeng, mål, minutt og andre innstillingar",
        "points, goals, minutes and other settings",
    ),
    "fixed": ("alternativer som skal stå fast", "alternativ som skal stå fast", "options that keep their place"),
    "weights": ("så mange alternativer med lik vekt", "så mange alternativ med lik vekt", "so many equal options"),
    "unit": ("enheter", "einingar", "units"),
    "exact": ("kravet om nøyaktig skrivemåte", "kravet om nøyaktig skrivemåte", "the demand for exact spelling"),
    "image": ("bilder", "bilete", "images"),
    "link": ("lenker inn i kurset", "lenker inn i kurset", "links into the course"),
    "marks": ("uthevinger og andre merker i teksten", "uthevingar og andre merke i teksten", "marks in the text"),
    "ties": ("ledd som kan bytte plass", "ledd som kan byte plass", "items that tie"),
}

ITEMS: dict[str, Words] = {
    "workbook": ("arbeidsbøker", "arbeidsbøker", "workbooks"),
    "case": ("caser", "casar", "cases"),
    "evaluation_item": ("evalueringsspørsmål", "evalueringsspørsmål", "evaluation items"),
}

NUMBERS = frozenset({"says", "takes"})
"""Values that are numbers with a point, which Norwegian writes with a comma."""
FORMATS: dict[str, Words] = {
    "gift": ("GIFT", "GIFT", "GIFT"),
    "moodle-xml": ("Moodle XML", "Moodle XML", "Moodle XML"),
    "aiken": ("Aiken", "Aiken", "Aiken"),
}

VALUE_WORDS: dict[str, dict[str, Words]] = {
    "expected": EXPECTED,
    "limit": LIMIT,
    "kind": {**OUTGOING, **FORMATS},
    "format": FORMATS,
    "lost": LOST,
    "items": ITEMS,
}


def in_words(values: tuple[tuple[str, str], ...], language: str) -> tuple[tuple[str, str], ...]:
    """Return a problem's values with those that are codes put into words."""
    column = {"nn": 1, "en": 2}.get(language, 0)
    return tuple((name, _in_words(name, value, column)) for name, value in values)


def _in_words(name: str, value: str, column: int) -> str:
    if name in NUMBERS and column < 2:
        return value.replace(".", ",")
    return VALUE_WORDS[name][value][column] if value in VALUE_WORDS.get(name, {}) else value
