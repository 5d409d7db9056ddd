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
        "nn": "Svarfil til kull {cohort}. Berre dei som har nøkkelen til kullet, kan opne henne.",
        "en": "Answer file for cohort {cohort}. Only those who have the cohort's key can open it.",
    },
    "fremdrift": {
        "nb": "Framdriftsfil til kull {cohort}. Bare de som har nøkkelen til kullet, kan åpne den.",
        "nn": "Framdriftsfil til kull {cohort}. Berre dei som har nøkkelen til kullet, kan opne henne.",
        "en": "Progress file for cohort {cohort}. Only those who have the cohort's key can open it.",
    },
    "flytt": {
        "nb": "Flyttefil med {size} byte, hel på utsiden. Ordene som hører til, åpner den.",
        "nn": "Flyttefil med {size} byte, heil på utsida. Orda som høyrer til, opnar henne.",
        "en": "Moving file of {size} bytes, whole on the outside. The words that belong to it open it.",
    },
    "nokkel": {
        "nb": "Nøkkelfil, hel på utsiden. Passordet som hører til, åpner den.",
        "nn": "Nøkkelfil, heil på utsida. Passordet som høyrer til, opnar henne.",
        "en": "Key file, whole on the outside. The passphrase that belongs to it opens it.",
    },
}


def tell_kind(kind: str, values: Mapping[str, str | int], language: str) -> str:
    """Return in a sentence what a file is. ``kind`` is its ending without the dot."""
    return fill(KINDS[kind][language], tuple((name, str(value)) for name, value in values.items()))
