"""Sentences about cohorts, rounds and collecting."""

from __future__ import annotations

from kursapp.texts.sentence import Said

COHORTS: dict[str, Said] = {
    "collection-unbuilt": Said(
        nb=("Innsamlingen er ikke klar.", ""), nn=("Innsamlinga er ikkje klar.", ""), en=("Not ready.", "")
    ),
}
