"""Words of the front page of results: what its numbers count, and its plain sentences. Screen and report say the same.

A sentence that is worked out from shown items only says how many it leaves out (DESIGN §5, G3).
"""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.domain.form import Form, FormItem
from kursapp.domain.summary import KeyNumber, NumberCode, Sentence, SentenceCode, ThemeSummary
from kursapp.texts import amounts
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import hidden, step_label
from kursapp.texts.value_words import Words

SUMMARY: dict[str, Words] = {
    "answered": (
        "{count} av {total} inviterte har levert",
        "{count} av {total} inviterte har levert",
        "{count} of {total} invited have handed in",
    ),
    "answered-few": (
        "Så få har levert at ingenting vises",
        "Så få har levert at ingenting blir vist",
        "So few have handed in that nothing is shown",
    ),
    "answered-alone": ("har levert", "har levert", "have handed in"),
    "favourable": (
        "av svarene ligger på den positive siden av skalaen ({count} av {total})",
        "av svara ligg på den positive sida av skalaen ({count} av {total})",
        "of the answers are on the positive side of the scale ({count} of {total})",
    ),
    "moved_up": (
        "av svarene er høyere nå enn før kurset ({count} av {total})",
        "av svara er høgare no enn før kurset ({count} av {total})",
        "of the answers are higher now than before the course ({count} of {total})",
    ),
    "comments": ("kommentarer", "kommentarar", "comments"),
    "comments-one": ("kommentar", "kommentar", "comment"),
    "given": (
        "av spørsmålene ble besvart ({count} av {total} mulige svar)",
        "av spørsmåla blei svara på ({count} av {total} moglege svar)",
        "of the questions were answered ({count} of {total} possible answers)",
    ),
    "shown": ("spørsmål er vist", "spørsmål er viste", "questions are shown"),
    "of": ("{count} av {total}", "{count} av {total}", "{count} of {total}"),
    "hidden-favourable": ("Svarene på skalaene", "Svara på skalaene", "The answers on the scales"),
    "hidden-moved_up": ("Endringen fra før til nå", "Endringa frå før til no", "The change from before to now"),
    "hidden-given": ("Svarene", "Svara", "The answers"),
    "hidden-comments": ("Kommentarene", "Kommentarane", "The comments"),
    "highest": (
        "Flest svarte på den positive siden av skalaen på «{item}»: {count} av {total}.",
        "Flest svarte på den positive sida av skalaen på «{item}»: {count} av {total}.",
        "Most answers were on the positive side of the scale for “{item}”: {count} of {total}.",
    ),
    "lowest": (
        "Færrest svarte på den positive siden av skalaen på «{item}»: {count} av {total}.",
        "Færrast svarte på den positive sida av skalaen på «{item}»: {count} av {total}.",
        "Fewest answers were on the positive side of the scale for “{item}”: {count} of {total}.",
    ),
    "moved_most": (
        "Flest opplever framgang på «{item}»: {count} av {total} setter seg høyere nå enn før.",
        "Flest opplever framgang på «{item}»: {count} av {total} set seg høgare no enn før.",
        "Most see progress in “{item}”: {count} of {total} place themselves higher now than before.",
    ),
    "moved_least": (
        "Færrest opplever framgang på «{item}»: {count} av {total} setter seg høyere nå enn før.",
        "Færrast opplever framgang på «{item}»: {count} av {total} set seg høgare no enn før.",
        "Fewest see progress in “{item}”: {count} of {total} place themselves higher now than before.",
    ),
    "chosen_most": (
        "På «{item}» valgte {count} av {total} «{option}».",
        "På «{item}» valde {count} av {total} «{option}».",
        "For “{item}”, {count} of {total} chose “{option}”.",
    ),
    "left_out": (
        "{count} av {total} spørsmål er skjult for å verne deltakerne, og er ikke med i noe tall her.",
        "{count} av {total} spørsmål er skjulte for å verne deltakarane, og er ikkje med i noko tal her.",
        "{count} of {total} questions are hidden to protect the participants, and are in none of the numbers here.",
    ),
    "all_hidden": (
        "Ingen tall vises: Alt er skjult for å verne deltakerne.",
        "Ingen tal blir viste: Alt er skjult for å verne deltakarane.",
        "No numbers are shown: everything is hidden to protect the participants.",
    ),
    "without-one": (
        "Ett skjult spørsmål er ikke med.",
        "Eitt skjult spørsmål er ikkje med.",
        "One hidden question is left out.",
    ),
    "without-many": (
        "{n} skjulte spørsmål er ikke med.",
        "{n} skjulte spørsmål er ikkje med.",
        "{n} hidden questions are left out.",
    ),
}


@dataclass(frozen=True, slots=True)
class NumberWords:
    """A number of the front page: the figure printed large, what it counts, and what it leaves out (or empty)."""

    figure: str
    words: str
    note: str = ""


def number_words(number: KeyNumber, language: str) -> NumberWords:
    """Put a number of the front page into words; a hidden one says that it is."""
    say = Phrases(SUMMARY, language)
    note = left_out_words(len(number.left_out), language)
    if number.code is NumberCode.ANSWERED and not number.count:
        return NumberWords("–", say("answered-few"), note)
    if number.count is None:
        return NumberWords("–", f"{say(f'hidden-{number.code.value}')}: {hidden(language)}", note)
    values = {"count": number.count, "total": number.total or 0}
    if number.code is NumberCode.SHOWN:
        return NumberWords(say("of", **values), say("shown"), note)
    if number.share is not None:
        return NumberWords(amounts.share(number.share, language), say(number.code.value, **values), note)
    key = "answered-alone" if number.code is NumberCode.ANSWERED else number.code.value
    if number.code is NumberCode.COMMENTS and number.count == 1:
        key = "comments-one"
    return NumberWords(amounts.number(number.count, language), say(key), note)


def sentence_words(sentence: Sentence, form: Form, language: str) -> str:
    """Put a sentence of the front page into words, with what it leaves out where that is not what it says."""
    item = form.item(sentence.item_id) if sentence.item_id else None
    told = Phrases(SUMMARY, language)(
        sentence.code.value,
        item=item.text.rstrip(".:") if item else "",
        option=_option(item, sentence.option_id, language),
        count=sentence.count,
        total=sentence.total,
    )
    says_it = sentence.code in (SentenceCode.LEFT_OUT, SentenceCode.ALL_HIDDEN)
    left_out = "" if says_it else left_out_words(len(sentence.left_out), language)
    return f"{told} {left_out}".rstrip()


def theme_words(theme: ThemeSummary, language: str) -> str:
    """Say what a theme leaves out; empty where it leaves out nothing."""
    return left_out_words(len(theme.left_out), language)


def left_out_words(count: int, language: str) -> str:
    """Say that so many hidden questions are left out; empty for none."""
    say = Phrases(SUMMARY, language)
    return "" if not count else say("without-one") if count == 1 else say("without-many", n=count)


def _option(item: FormItem | None, option_id: str, language: str) -> str:
    return step_label(item, f"={option_id}", language) if item is not None and option_id else ""
