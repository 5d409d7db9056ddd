"""The front page's numbers and sentences in words, as workbook and report print them."""

from __future__ import annotations

from kursapp.domain.results import RoundResults
from kursapp.domain.summary import ThemeSummary, summary_of
from kursapp.texts import amounts
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.summary import number_words, sentence_words


def numbers(results: RoundResults) -> list[tuple[str, str]]:
    """Return the four numbers of the front page, each as printed and what it counts."""
    told = (number_words(number, results.cohort.language) for number in summary_of(results).numbers)
    return [(each.figure, f"{each.words}. {each.note}".strip().removesuffix(".")) for each in told]


def sentences(results: RoundResults) -> list[str]:
    """Return the three sentences of the front page."""
    language = results.cohort.language
    return [sentence_words(each, results.form, language) for each in summary_of(results).sentences]


def theme_rows(results: RoundResults) -> list[tuple[str | float | None, ...]]:
    """Return a row for each theme: its name, shares on the good side and moved up, items, and items left out."""
    return [
        (
            theme.title,
            theme.favourable.value,
            theme.moved.up / theme.moved.total if theme.moved.total else None,
            len(theme.items),
            len(theme.left_out),
        )
        for theme in summary_of(results).themes
    ]


def theme_sentence(theme: ThemeSummary, language: str) -> str:
    """Sum a theme up in plain words, with what it leaves out."""
    say = Phrases(EXPORTS, language)
    told = []
    if theme.favourable.total:
        part = amounts.share(theme.favourable.value or 0.0, language)
        told.append(say("theme-favourable", share=part, count=theme.favourable.count, total=theme.favourable.total))
    if theme.moved.total:
        moves = theme.moved
        told.append(say("theme-moved", up=moves.up, same=moves.same, down=moves.down, total=moves.total))
    if theme.left_out:
        told.append(say("theme-left-out", count=len(theme.left_out), total=len(theme.items)))
    return " ".join(told)
