"""The rounds of killing, in a process of its own: ``python -m tests.faults.kills.rounds FOLDER LENGTH SEED``.

It forks for every writer, and so may have no threads; it prints its rows as JSON in the end.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from kursapp.storage.backup import backups
from tests.faults import tracing
from tests.faults.kills.beside import index_for_ever, search_is_wrong
from tests.faults.kills.broken import acknowledge_early, commit_late
from tests.faults.kills.lives import Death, Lives
from tests.faults.kills.victim import Change, Kill, after_a_time, after_receipt, at_call, only_counted
from tests.faults.parts import Length, Row, Run
from tests.faults.writer import write

LIVES = 8
"""Writers that follow one another in one folder before another is begun."""

ACTS = 40
"""Acts of a writer that is killed at a call."""

MANY_ACTS = 300
"""Acts of one that is killed after a time: more than it has time for."""

LONGEST = 0.4
"""Seconds a writer lives at most before it is killed."""

MOST_FOUND = 20

Calls = Mapping[str, int]


@dataclass(frozen=True)
class Trial:
    """A way of killing: how many times, how the next one is killed, and what is different with the writer."""

    what: str
    times: int
    kill: Callable[[random.Random], Kill]
    acts: int = MANY_ACTS
    change: Callable[[Path], Change | None] = lambda _folder: None
    look: Callable[[Path], Sequence[str]] | None = None
    begun: Path | None = None
    lives: int = LIVES
    is_broken: bool = False


def rows(run: Run) -> list[Row]:
    """Kill in every way there is."""
    # What is imported at first use is imported here, and not by every writer anew.
    write(run.folder / "warm", ACTS, "varm", _say_nothing)
    why_not = tracing.why_not()
    if why_not:
        return [*_killed(run, _by_time(run)), Row("Drept ved systemkall", found=(why_not,))]
    grown = _grown(run.folder / "grown")
    fresh, changed = _calls_of(run.folder / "calls", None, ACTS), _calls_of(run.folder / "calls", grown, 0)
    return _killed(run, [*_by_time(run), *_by_call(run, fresh, changed, grown), *_broken(run, fresh)])


def _by_time(run: Run) -> list[Trial]:
    return [
        Trial("Drept på et tilfeldig tidspunkt", run.of(150, 3), _at_any_time),
        Trial("Drept rett etter en kvittering", run.of(150, 3), _after_any_receipt),
        Trial(
            "Drept mens kursenes søkeregister også skrives",
            run.of(50, 1),
            _at_any_time,
            change=lambda folder: partial(index_for_ever, folder),
            look=search_is_wrong,
        ),
    ]


def _by_call(run: Run, fresh: Calls, changed: Calls, grown: Path) -> list[Trial]:
    return [
        Trial("Drept ved det N-te systemkallet", run.of(300, 6), partial(_at_any_call, fresh), acts=ACTS),
        Trial(
            "Drept mens en sikkerhetskopi lages",
            run.of(80, 2),
            partial(_at_any_call, changed),
            acts=0,
            look=_has_no_backup,
            begun=grown,
            lives=1,
        ),
    ]


def _broken(run: Run, fresh: Calls) -> list[Trial]:
    # Half of what a life writes: long after it has begun, and long before its end.
    middle = at_call("pwrite64", fresh["pwrite64"] // 2)
    return [
        Trial(
            f"Brudd: {what}",
            run.of(5, 1),
            lambda _chance: middle,
            acts=ACTS,
            change=lambda _folder, each=change: each,
            lives=1,
            is_broken=True,
        )
        for what, change in (
            ("kvittering før lagring", acknowledge_early),
            ("lagring først når neste begynner", commit_late),
        )
    ]


def _killed(run: Run, trials: Sequence[Trial]) -> list[Row]:
    return [_row(run, number, trial) for number, trial in enumerate(trials)]


def _row(run: Run, number: int, trial: Trial) -> Row:
    """Kill as often as a trial says. A writer that was done before it could be killed counts for nothing."""
    chance, found, kills = run.chance(trial.what), [], 0
    for place in range(trial.times * 2):
        if kills >= trial.times or len(found) >= MOST_FOUND:
            break
        lives = Lives(run.folder / f"{number}-{place}")
        if trial.begun is not None:
            shutil.copytree(trial.begun, lives.folder)
        for _ in range(min(trial.lives, trial.times - kills)):
            death = _die(lives, f"t{number}p{place}", trial, chance)
            kills += death.was_killed
            found += death.wrong
            if death.wrong:
                break
        lives.close()
    if kills < trial.times and not found:
        found.append(f"only {kills} of {trial.times} could be killed")
    return Row(trial.what, rounds=kills, found=tuple(found), fails_on_purpose=trial.is_broken)


def _die(lives: Lives, name: str, trial: Trial, chance: random.Random) -> Death:
    try:
        return lives.live(name, trial.acts, trial.kill(chance), trial.change(lives.folder), trial.look)
    except (OSError, TimeoutError) as error:
        return Death(was_killed=False, wrong=(f"{name}: {error}",))


def _at_any_time(chance: random.Random) -> Kill:
    if chance.random() < 0.5:
        return after_a_time(chance.uniform(0, LONGEST))
    return after_a_time(chance.uniform(0, 0.01), chance.randrange(1, ACTS))


def _after_any_receipt(chance: random.Random) -> Kill:
    return after_receipt(chance.randrange(1, ACTS))


def _at_any_call(calls: Calls, chance: random.Random) -> Kill:
    """Kill at any call. Every kind of call is as likely: one that is made twice matters as much as one made often."""
    name = chance.choice(sorted(calls))
    return at_call(name, chance.randint(1, calls[name]))


def _grown(place: Path) -> Path:
    """Make a folder in which much has been written since its one backup; return it."""
    lives = Lives(place)
    for acts in (ACTS, 2 * ACTS):
        lives.live("voksen", acts, after_receipt(acts))
    return lives.folder


def _calls_of(place: Path, begun: Path | None, acts: int) -> Calls:
    """Return how often a writer makes each call to the system from its beginning to its end."""
    lives = Lives(place)
    if begun is not None:
        shutil.copytree(begun, lives.folder)
    told = place / "told"
    lives.live("talt", acts, only_counted(told))
    counted = tracing.calls(told)
    lives.close()
    return counted


def _has_no_backup(folder: Path) -> Sequence[str]:
    """Say so where a profile that had a backup has none."""
    return [f"{path.name} has no backup" for path in folder.glob("profiler/*/profil.db") if not backups(path)]


def _say_nothing(_line: str) -> None:
    pass


def main(words: Sequence[str]) -> None:
    """Run, and print the rows."""
    folder, length, seed = words
    sys.stdout.write(json.dumps([asdict(row) for row in rows(Run(Length(length), Path(folder), int(seed)))]))


if __name__ == "__main__":
    main(sys.argv[1:])
