"""What a backup is said to be: why it was made, what it holds, and what going back to it costs."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from kursapp.domain.backup import Holding, KeptBackup, Occasion
from kursapp.texts.amounts import number

_KINDS: Mapping[str, Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "nb": {
            "answers": ("{n} svar", "{n} svar"),
            "practice": ("{n} svar i Øving", "{n} svar i Øving"),
            "choices": ("{n} valg i case", "{n} valg i case"),
            "notes": ("{n} notat", "{n} notater"),
            "texts": ("{n} tekst i arbeidsboka", "{n} tekster i arbeidsboka"),
            "steps": ("{n} steg i planen", "{n} steg i planen"),
            "evaluations": ("{n} svar i evalueringer", "{n} svar i evalueringer"),
            "pages": ("{n} side lest ferdig", "{n} sider lest ferdig"),
            "cohorts": ("{n} kull", "{n} kull"),
            "files": ("{n} svarfil i åpne runder", "{n} svarfiler i åpne runder"),
            "closed": ("{n} lukket runde", "{n} lukkede runder"),
            "comments": ("{n} kommentar", "{n} kommentarer"),
            "progress": ("{n} framdriftsfil", "{n} framdriftsfiler"),
        },
        "nn": {
            "answers": ("{n} svar", "{n} svar"),
            "practice": ("{n} svar i Øving", "{n} svar i Øving"),
            "choices": ("{n} val i case", "{n} val i case"),
            "notes": ("{n} notat", "{n} notat"),
            "texts": ("{n} tekst i arbeidsboka", "{n} tekstar i arbeidsboka"),
            "steps": ("{n} steg i planen", "{n} steg i planen"),
            "evaluations": ("{n} svar i evalueringar", "{n} svar i evalueringar"),
            "pages": ("{n} side lesen ferdig", "{n} sider lesne ferdig"),
            "cohorts": ("{n} kull", "{n} kull"),
            "files": ("{n} svarfil i opne rundar", "{n} svarfiler i opne rundar"),
            "closed": ("{n} lukka runde", "{n} lukka rundar"),
            "comments": ("{n} kommentar", "{n} kommentarar"),
            "progress": ("{n} framdriftsfil", "{n} framdriftsfiler"),
        },
        "en": {
            "answers": ("{n} answer", "{n} answers"),
            "practice": ("{n} answer in Practice", "{n} answers in Practice"),
            "choices": ("{n} choice in cases", "{n} choices in cases"),
            "notes": ("{n} note", "{n} notes"),
            "texts": ("{n} text in the workbook", "{n} texts in the workbook"),
            "steps": ("{n} step in the plan", "{n} steps in the plan"),
            "evaluations": ("{n} answer in evaluations", "{n} answers in evaluations"),
            "pages": ("{n} page read to the end", "{n} pages read to the end"),
            "cohorts": ("{n} cohort", "{n} cohorts"),
            "files": ("{n} answer file in open rounds", "{n} answer files in open rounds"),
            "closed": ("{n} closed round", "{n} closed rounds"),
            "comments": ("{n} comment", "{n} comments"),
            "progress": ("{n} progress file", "{n} progress files"),
        },
    }
)

_OCCASIONS: Mapping[str, Mapping[Occasion, str]] = MappingProxyType(
    {
        "nb": {
            Occasion.DAILY: "Daglig kopi",
            Occasion.MIGRATION: "Laget før en ny utgave av Kursapp tok over",
            Occasion.IMPORT: "Laget før noe ble hentet inn",
            Occasion.RESTORE: "Laget før en annen kopi ble hentet",
        },
        "nn": {
            Occasion.DAILY: "Dagleg kopi",
            Occasion.MIGRATION: "Laga før ei ny utgåve av Kursapp tok over",
            Occasion.IMPORT: "Laga før noko vart henta inn",
            Occasion.RESTORE: "Laga før ein annan kopi vart henta",
        },
        "en": {
            Occasion.DAILY: "Daily copy",
            Occasion.MIGRATION: "Made before a new version of Kursapp took over",
            Occasion.IMPORT: "Made before something was brought in",
            Occasion.RESTORE: "Made before another copy was put back",
        },
    }
)

_WORDS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "nb": {
            "empty": "Tom, for ingenting var gjort ennå.",
            "holds": "Inneholder {things}.",
            "loses": "Henter du den, mangler det som er gjort siden: {things}.",
            "nothing": "Alt du har nå, er med.",
            "damaged": "Kopien er skadet eller låst med en annen nøkkel, og kan ikke hentes.",
            "and": "og",
        },
        "nn": {
            "empty": "Tom, for ingenting var gjort enno.",
            "holds": "Inneheld {things}.",
            "loses": "Hentar du han, manglar det som er gjort sidan: {things}.",
            "nothing": "Alt du har no, er med.",
            "damaged": "Kopien er skadd eller låst med ein annan nøkkel, og kan ikkje hentast.",
            "and": "og",
        },
        "en": {
            "empty": "Empty, for nothing was done yet.",
            "holds": "Contains {things}.",
            "loses": "If you go back to it, what was done since is missing: {things}.",
            "nothing": "Everything you have now is in it.",
            "damaged": "The copy is damaged or locked with another key, and cannot be used.",
            "and": "and",
        },
    }
)


def counted(counts: Mapping[str, int], language: str) -> str:
    """Say how many of each there are, what there is none of left out: ``12 svar, 3 notater og 1 steg i planen``."""
    kinds = _KINDS.get(language, _KINDS["nb"])
    said = [kinds[kind][n != 1].format(n=number(n, language)) for kind, n in counts.items() if n and kind in kinds]
    if len(said) < 2:
        return "".join(said)
    return f"{', '.join(said[:-1])} {_words(language)['and']} {said[-1]}"


def occasion_words(occasion: Occasion, language: str) -> str:
    """Say why a backup was made."""
    return _OCCASIONS.get(language, _OCCASIONS["nb"])[occasion]


def holding_words(holding: Holding | None, language: str) -> str:
    """Say what a backup holds, or why nobody can tell."""
    words = _words(language)
    if holding is None:
        return words["damaged"]
    return words["empty"] if holding.is_empty else words["holds"].format(things=counted(holding.counts, language))


def lost_words(backup: KeptBackup, language: str) -> str:
    """Say what of now would be missing; nothing where there is nothing to compare with."""
    if backup.lost is None:
        return ""
    things = counted(backup.lost, language)
    words = _words(language)
    return words["loses"].format(things=things) if things else words["nothing"]


def _words(language: str) -> Mapping[str, str]:
    return _WORDS.get(language, _WORDS["nb"])
