"""Charts in words: what a screen reader says where others see bars."""

from __future__ import annotations

from collections.abc import Sequence

from kursapp.domain.form import FormItem
from kursapp.domain.results import Table
from kursapp.export.long_table import item_name
from kursapp.export.measures import counting
from kursapp.texts.exports import EXPORTS
from kursapp.texts.phrases import Phrases
from kursapp.texts.results import step_label


def counts_in_words(item: FormItem, table: Table, language: str) -> str:
    """Say a distribution: every step and how many chose it, those nobody chose left out."""
    say = Phrases(EXPORTS, language)
    given = [(step_label(item, step, language), count) for step, count in table.counts if count]
    told = "; ".join(say("alt-step", label=label, count=count) for label, count in given) or say("none")
    return say("alt-counts", item=item_name(item), n=counting(item, table)[0], told=told)


def moves_in_words(rows: Sequence[tuple[str, int, int, int]], language: str) -> str:
    """Say how many moved up, stayed and moved down for each of several items ``(name, up, same, down)``."""
    say = Phrases(EXPORTS, language)
    told = " ".join(say("alt-move", item=name, up=up, same=same, down=down) for name, up, same, down in rows)
    return say("alt-moves", told=told)
