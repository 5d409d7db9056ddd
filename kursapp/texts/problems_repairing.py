"""Sentences about repairs that cannot be made."""

from __future__ import annotations

from kursapp.texts.sentence import Said

REPAIRING: dict[str, Said] = {
    "repair-outdated": Said(
        nb=("Teksten er endret siden den ble sjekket.", "Vent et øyeblikk, og rett det på nytt."),
        nn=("Teksten er endra sidan han vart sjekka.", "Vent ein augneblink, og rett det på nytt."),
        en=("The text has changed since it was checked.", "Wait a moment, and mend it again."),
    ),
}
