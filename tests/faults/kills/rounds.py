"""The rounds of killing, in a process of its own: ``python -m tests.faults.kills.rounds FOLDER LENGTH SEED``."""

from __future__ import annotations

import os
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from kursapp.storage.backup import backups
from tests.faults.apart import tell_rows
from tests.faults.kills import windows
from tests.faults.kills.beside import index_for_ever, search_is_wrong
from tests.faults.kills.broken import acknowledge_early, commit_late
from tests.faults.kills.lives import Change, Death, Lives, Look, writing
from tests.faults.kills.victim import Kill, after_a_time, after_line, at_call
from tests.faults.operations.interrupting import Call, NotPermittedError, calls
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
NOT_PERMITTED = "strace may not follow another process here, so nothing was killed at a system call"


@dataclass(frozen=True)
class Trial:
    """A way of killing: how many times, how the next one is killed, and what is different with the writer."""

    what: str
    times: int
    kill: Callable[[random.Random], Kill]
    acts: int = MANY_ACTS
    change: Callable[[Path], Change | None] = lambda _folder: None
    look: Look | None = None
    begun: Path | None = None
    lives: int = LIVES
    is_broken: bool = False


def rows(run: Run) -> list[Row]:
    """Kill in every way there is."""
    # What is imported at first use is imported here, and not by every writer anew.
    write(run.folder / "warm", ACTS, "varm", _say_nothing)
    found = [_row(run, trial) for trial in _by_time(run)]
    if run.length is Length.LONG:
        # A window takes as long to open as ten writers take to live and die.
        found += windows.rows(run)
    try:
        trials = [*_by_call(run), *_broken(run)]
    except NotPermittedError as error:
        return [*found, Row("drept ved et systemkall", found=(f"{NOT_PERMITTED}: {error}",))]
    return found + [_row(run, trial) for trial in trials]


def _by_time(run: Run) -> list[Trial]:
    return [
        Trial("drept på et tilfeldig tidspunkt", run.of(150, 3), _at_any_time),
        Trial("drept rett etter en kvittering", run.of(150, 3), _after_any_receipt),
        Trial(
            "drept mens søkeregisteret for kursene også skrives",
            run.of(50, 1),
            _in_the_middle,
            change=lambda folder: partial(index_for_ever, folder),
            look=search_is_wrong,
        ),
    ]


def _by_call(run: Run) -> list[Trial]:
    grown = _grown(run.folder / "grown")
    return [
        Trial(
            "drept ved det N-te systemkallet",
            run.of(300, 6),
            partial(_at_any_call, _calls(run, "fresh", ACTS)),
            acts=ACTS,
        ),
        Trial(
            "drept mens en sikkerhetskopi lages",
            run.of(80, 2),
            partial(_at_any_call, _calls(run, "changed", 0, grown)),
            acts=0,
            look=_has_no_backup,
            begun=grown,
            lives=1,
        ),
    ]


def _broken(run: Run) -> list[Trial]:
    # Half of what a life writes: long after it has begun, and long before its end.
    writes = [call for call in _calls(run, "broken", ACTS) if call.name.startswith("pwrite")]
    middle = at_call(writes[len(writes) // 2])
    return [
        Trial(
            f"brudd: {what}",
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


def _row(run: Run, trial: Trial) -> Row:
    """Kill as often as a trial says. A writer that was done before it could be killed counts for nothing."""
    chance, found, kills = run.chance(trial.what), [], 0
    for place in range(trial.times * 2):
        if kills >= trial.times or len(found) >= MOST_FOUND:
            break
        lives = Lives(run.folder / f"{trial.what}-{place}", trial.begun)
        for _ in range(min(trial.lives, trial.times - kills)):
            death = _die(lives, f"p{place}", trial, chance)
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
    return after_a_time(chance.uniform(0, LONGEST)) if chance.random() < 0.5 else _in_the_middle(chance)


def _in_the_middle(chance: random.Random) -> Kill:
    """Kill soon after a receipt: by then everything beside the writer is under way as well."""
    return after_a_time(chance.uniform(0, 0.01), chance.randrange(1, ACTS))


def _after_any_receipt(chance: random.Random) -> Kill:
    return after_line(chance.randrange(1, ACTS))


def _at_any_call(made: Sequence[Call], chance: random.Random) -> Kill:
    """Kill at any call. Every kind of call is as likely: one that is made twice matters as much as one made often."""
    name = chance.choice(sorted({call.name for call in made}))
    return at_call(chance.choice([call for call in made if call.name == name]))


def _calls(run: Run, name: str, acts: int, begun: Path | None = None) -> Sequence[Call]:
    """Return the calls by which a writer changes its folder, from its beginning to its end."""
    lives = Lives(run.folder / name, begun)
    with Path(os.devnull).open("wb") as nowhere:
        work = partial(writing(lives.folder, acts, "talt"), nowhere.fileno())
        made = calls(work, lives.folder, run.folder / f"{name}.calls")
    lives.close()
    return [call for call in made if call.changes]


def _grown(place: Path) -> Path:
    """Make a folder in which much has been written since its one backup; return it."""
    lives = Lives(place)
    for acts in (ACTS, 2 * ACTS):
        lives.live("voksen", acts, after_line(acts))
    return lives.folder


def _has_no_backup(folder: Path) -> Sequence[str]:
    """Say so where a profile that had a backup has none."""
    return [f"{path.name} has no backup" for path in folder.glob("profiler/*/profil.db") if not backups(path)]


def _say_nothing(_line: str) -> None:
    pass


if __name__ == "__main__":
    tell_rows(sys.argv[1:], rows)
