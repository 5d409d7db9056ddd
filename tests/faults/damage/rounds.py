"""All rounds of damage, run in a process of their own: the broken variants change the program while they last."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from unittest.mock import patch

from kursapp.storage import opening, restoring
from kursapp.storage.inspection import Look
from tests.faults.apart import tell_rows
from tests.faults.damage.answers import damaged_answers
from tests.faults.damage.files import Seen, damaged_backups, damaged_databases, damaged_logs
from tests.faults.damage.ways import Damage, damages, some
from tests.faults.damage.worlds import KEY, World, collection, profile
from tests.faults.parts import Length, Row, Run

LONG = 120
SHORT = 10


def rows(run: Run) -> Sequence[Row]:
    """Damage everything, and then with a program that does not look."""
    plain = profile(run.folder / "profil", None, run.chance("profil"))
    locked = profile(run.folder / "låst", KEY, run.chance("profil"))
    shared = collection(run.folder / "samling", run.chance("samling"))
    told = [
        _told("Skadet profil", run, plain, damaged_databases),
        _told("Skadet profil med passordfrase", run, locked, damaged_databases),
        _told("Skadet samling", run, shared, damaged_databases),
        _told("Sikkerhetskopi av profil, skadet", run, plain, damaged_backups),
        _told("Sikkerhetskopi av samling, skadet", run, shared, damaged_backups),
        _told("Loggen ved siden av, skadet", run, plain, damaged_logs),
    ]
    number, found = damaged_answers(run.folder / "svar", run.chance("svar"), run.of(LONG, 30))
    told.append(Row("Skadede svarfiler blant hele", inputs=number, found=tuple(found)))
    return (*told, *_broken(run, locked))


def _told(what: str, run: Run, world: World, damage: Callable[[World, Sequence[Damage]], Seen]) -> Row:
    ways = _ways(run, what, world)
    seen = damage(world, ways)
    if seen.words_only:
        # Said, not hidden: without a key nothing signs the words themselves.
        what = f"{what} (i {seen.words_only} var bare noen bokstaver i en tekst andre, som ingen kan se uten nøkkel)"
    return Row(what, states=len(ways), found=tuple(seen.found))


def _ways(run: Run, what: str, world: World) -> tuple[Damage, ...]:
    size = len(world.files[world.path.name])
    if run.length is Length.LONG:
        return damages(run.chance(what), size, LONG)
    return some(run.chance(what), size, SHORT)


def _broken(run: Run, world: World) -> Sequence[Row]:
    """Let the program be wrong in ways this part must see."""
    ways = _ways(run, "brudd", world)
    number = min(len(ways), 30)

    def believe(path: Path, key: bytes | None, **_more: object) -> Look:
        return Look(world.schema.application_id, world.schema.version, True, opening.schema_names(world.schema))

    def forget(path: Path, _at: datetime, _companions: Sequence[str] = ()) -> Path:
        path.unlink()
        return path

    with patch.object(opening, "look", believe):
        trusting = damaged_databases(world, ways[:number])
    with patch.object(opening, "move_aside", forget), patch.object(restoring, "move_aside", forget):
        forgetful = damaged_databases(world, ways[:number])
    with patch.object(restoring, "look", believe):
        careless = damaged_backups(world, ways[:number])
    broken = (
        ("Brudd: fila åpnes uten å bli sett på", trusting),
        ("Brudd: det skadede slettes i stedet for å legges til side", forgetful),
        ("Brudd: en kopi hentes uten å bli sett på", careless),
    )
    return [Row(what, states=number, found=tuple(seen.found), fails_on_purpose=True) for what, seen in broken]


if __name__ == "__main__":
    tell_rows(sys.argv[1:], rows)
