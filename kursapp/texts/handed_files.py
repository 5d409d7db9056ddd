"""What ``kursapp check`` says of a file that came from somebody else."""

from __future__ import annotations

from collections.abc import Mapping

from kursapp.texts.sentence import fill

KINDS: dict[str, dict[str, str]] = {
    "kull": {
        "nb": "Kullfil for «{name}»: {course}, {starts} til {ends}, {forms} skjemaer. Kullmerke: {mark}.",
        "nn": "Kullfil for «{name}»: {course}, {starts} til {ends}, {forms} skjema. Kullmerke: {mark}.",
        "en": "Cohort file of “{name}”: {course}, {starts} to {ends}, {forms} forms. Mark: {mark}.",
    },
    "svar": {
        "nb": "Svarfil til kull {cohort}. Bare de som har nøkkelen til kullet, kan åpne den.",
        "nn": "Svarfil til kull {cohort}. Berre dei som har nøkkelen til kullet, kan opne ho.",
        "en": "Answer file for cohort {cohort}. Only those who have the cohort's key can open it.",
    },
    "fremdrift": {
        "nb": "Framdriftsfil til kull {cohort}. Bare de som har nøkkelen til kullet, kan åpne den.",
        "nn": "Framdriftsfil til kull {cohort}. Berre dei som har nøkkelen til kullet, kan opne ho.",
        "en": "Progress file for cohort {cohort}. Only those who have the cohort's key can open it.",
    },
    "flytt": {
        "nb": "Flyttefil på {size} byte. Den ser hel ut, men er låst. Ordene som hører til, åpner den.",
        "nn": "Flyttefil på {size} byte. Ho ser heil ut, men er låst. Orda som høyrer til, opnar ho.",
        "en": "Transfer file of {size} bytes. It looks whole, but is locked. The words that belong to it open it.",
    },
    "nokkel": {
        "nb": "Nøkkelfil. Den ser hel ut, men er låst. Passordfrasen som hører til, åpner den.",
        "nn": "Nøkkelfil. Ho ser heil ut, men er låst. Passordfrasen som høyrer til, opnar ho.",
        "en": "Key file. It looks whole, but is locked. The passphrase that belongs to it opens it.",
    },
}


def tell_kind(kind: str, values: Mapping[str, str | int], language: str) -> str:
    """Return in a sentence what a file is. ``kind`` is its ending without the dot."""
    return fill(KINDS[kind][language], tuple((name, str(value)) for name, value in values.items()))
