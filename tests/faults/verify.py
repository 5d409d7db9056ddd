"""Opens what a writer left, through the program's own code, and holds it against what was acknowledged.

``python -m tests.faults.verify DIR ACKFILE``: ACKFILE is what the writer printed, or that of several runs one after
another. Exits with 0 only if every acknowledged act is there with its content and the files are sound, with 1 and a
sentence for each thing that is not, and with 2 where ACKFILE cannot be read.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.services.clock import SystemClock
from kursapp.services.participant import Participant
from kursapp.storage.backup import backups
from kursapp.storage.connection import connect_to_look
from kursapp.storage.inspection import LOG, look
from kursapp.texts.problems import tell
from tests.faults.acts import Found, Hand, act, found_in, number_of
from tests.faults.writer import profiles_in

_ACK = re.compile(r"ACK (?P<run>[^\s-]+)-(?P<number>\d+)")


@dataclass
class Verdict:
    """How many acts were ``acknowledged``, and what is wrong: a sentence each."""

    acknowledged: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Say whether nothing is lost and everything is sound."""
        return not self.wrong


def main(words: list[str]) -> int:
    """Verify what the command line says."""
    if len(words) != 2:
        sys.stderr.write("Usage: python -m tests.faults.verify DIR ACKFILE\n")
        return 2
    folder, receipts = Path(words[0]), Path(words[1])
    try:
        text = receipts.read_text("utf-8", errors="replace")
    except OSError as error:
        sys.stderr.write(f"{receipts} cannot be read: {error.strerror}.\n")
        return 2
    verdict = verify(folder, text)
    sys.stdout.writelines(f"{line}\n" for line in verdict.wrong)
    told = "all are there" if verdict.good else f"{len(verdict.wrong)} things are wrong"
    sys.stdout.write(f"{verdict.acknowledged} acknowledged, {told}.\n")
    return 0 if verdict.good else 1


def verify(folder: Path, receipts: str) -> Verdict:
    """Hold a data folder against a writer's receipts. Opening mends what a crash left, as in the window."""
    runs, wrong = acknowledged(receipts)
    verdict = Verdict(sum(map(len, runs.values())), wrong)
    found: dict[str, list[Found]] = defaultdict(list)
    for entry in profiles_in(folder).all():
        try:
            file = profiles_in(folder).open(entry.profile)
        except KursappError as error:
            verdict.wrong.append(f"The profile {entry.profile.id} did not open: {tell(error.problem, 'en')}")
            continue
        with contextlib.closing(Participant(file, SystemClock())) as participant:
            for run in runs:
                found[run].append(found_in(Hand(participant, run)))
        verdict.wrong += unsound(file.path)
    for run, numbers in runs.items():
        verdict.wrong += lost(run, numbers, _together(found[run]))
    return verdict


def acknowledged(receipts: str) -> tuple[Mapping[str, list[int]], list[str]]:
    """Return the acts acknowledged, by run, and a sentence for each line that says it is a receipt and is none.

    A last line without an end was cut off as the writer died: it may be anything.
    """
    runs: dict[str, list[int]] = defaultdict(list)
    wrong = []
    for line in receipts.split("\n")[:-1]:
        said = _ACK.fullmatch(line.rstrip())
        if said is not None:
            runs[said["run"]].append(int(said["number"]))
        elif line.startswith("ACK"):
            wrong.append(f"{line[:60]!r} is no receipt of the writer's.")
    return runs, wrong


def lost(run: str, numbers: Iterable[int], found: Found) -> list[str]:
    """Return a sentence for each act that is not there, or not with its content.

    What takes the place of something else may itself have been replaced, by a later act that had no receipt yet.
    """
    wrong = []
    newest: dict[str, int] = {}
    for number in numbers:
        each = act(run, number)
        if each.takes_place:
            newest[each.place] = max(number, newest.get(each.place, 0))
        elif each.value not in found.get(each.place, ()):
            wrong.append(f"{run}-{number} was acknowledged and is lost: {each.place}, {each.value[:60]!r}.")
    for place, number in newest.items():
        stands = found.get(place, frozenset())
        if not any(_is_at_least(run, number, place, value) for value in stands):
            held = ", ".join(sorted(stands))
            wrong.append(f"{run}-{number} was acknowledged and is lost: {place} holds {held[:60]!r}.")
    return wrong


def _is_at_least(run: str, number: int, place: str, value: str) -> bool:
    """Say whether a value was written there by an act or by a later one."""
    later = number_of(value)
    return later >= number and (act(run, later).place, act(run, later).value) == (place, value)


def unsound(path: Path) -> list[str]:
    """Return a sentence for each thing that is wrong with a database nobody has open, and with its backups."""
    unused = not path.with_name(path.name + LOG).exists()
    with contextlib.closing(connect_to_look(path, unused=unused)) as connection:
        problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
        problems += [f"a row of {row[0]} points at nothing" for row in connection.execute("PRAGMA foreign_key_check")]
    wrong = [f"{path.name} is not sound: {problem}." for problem in problems]
    return wrong + [f"The backup {each.path.name} is not sound." for each in backups(path) if not look(each.path).sound]


def _together(found: Iterable[Found]) -> Found:
    """Return what stands in several profiles as if it stood in one."""
    whole: dict[str, set[str]] = defaultdict(set)
    for each in found:
        for place, values in each.items():
            whole[place] |= values
    return whole


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
