"""Every operation that is interrupted, those with most at stake first."""

from __future__ import annotations

from collections.abc import Sequence

from tests.faults.operations.carrying import carryings
from tests.faults.operations.collecting import collectings
from tests.faults.operations.courses import Installing, Packing, Unpacking
from tests.faults.operations.keeping import keepings
from tests.faults.operations.migrations import migrations
from tests.faults.operations.operation import Operation
from tests.faults.operations.protecting import protectings
from tests.faults.operations.questions import ImportingQuestions

_SHORT = (
    "migrering av profil, versjon 1",
    "migrering av samling",
    "oppdatering av kurs",
    "gjenoppretting av profil",
    "flytting inn i stedet for",
    "tømming av maskinen",
    "pakking over en eldre pakke",
    "lukking av runde",
    "passordsetning settes",
)
"""One of each kind, which a short run has time for."""


def crucial() -> Sequence[Operation]:
    """Return the migrations and imports, of which at least a hundred are to be interrupted."""
    return (*migrations(), Installing("nytt kurs", earlier=False), Installing("oppdatering av kurs", earlier=True))


def others() -> Sequence[Operation]:
    """Return the rest."""
    return (*keepings(), *carryings(), ImportingQuestions(), Packing(), Unpacking(), *collectings(), *protectings())


def is_in_short(operation: Operation) -> bool:
    """Say whether a short run tries it too."""
    return operation.name in _SHORT
