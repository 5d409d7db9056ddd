"""A disk of a few megabytes that is really full: ``python -m tests.faults.disks.full DISK ROUNDS SEED [BREAK]``.

``in_small_disk`` starts it where DISK is a disk of its own that nobody else sees and that is gone when it ends. Each
round leaves another few bytes free. Prints what was found as JSON on its last line.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.files.settings_file import SettingsFile
from kursapp.files.writing import SUFFIX
from kursapp.settings import SMALLEST_ZOOM, Settings
from tests.faults.acts import Hand, act
from tests.faults.cuts.checks import check_answers, check_settings
from tests.faults.cuts.works import SETTINGS
from tests.faults.disks.patient import BREAKS, PATIENCE
from tests.faults.writer import open_participant, write

SIZE = "4m"
FREE = (0, 1_000, 4_096, 10_000, 40_000, 100_000, 300_000)
"""Bytes left free: less than a page, for a few answers, for a backup or not quite."""

BLOCK = 4096
_FULL = "full"
_SMALL = 50_000
"""Bytes that surely do not hold what is still to come."""

_REFUSALS = 3
"""How often she is refused before she makes room."""


def in_small_disk(folder: Path, rounds: int, seed: int, broken: str = "") -> Sequence[str] | None:
    """Run so many rounds on a small disk and return what was found; None where no disk can be made here."""
    folder.mkdir()
    own = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]
    if shutil.which("unshare") is None or subprocess.run([*own, "true"], check=False, capture_output=True).returncode:
        return None
    mounted = f'mount -t tmpfs -o size={SIZE} tmpfs "$0" || exit 77; exec "$@"'
    words = [sys.executable, "-m", "tests.faults.disks.full", str(folder), str(rounds), str(seed), broken]
    done = subprocess.run([*own, "sh", "-c", mounted, str(folder), *words], check=False, capture_output=True, text=True)
    if done.returncode == 77:
        return None
    if done.returncode:
        return [f"It did not come to its end: {done.stderr[-2000:]}"]
    found = json.loads(done.stdout.splitlines()[-1])
    return [str(line) for line in found]


class Round:
    """One person on the disk: she works, it fills up, she is told, she makes room, and all is there."""

    def __init__(self, disk: Path, name: str) -> None:
        self._ballast = disk / "ballast"
        self._folder = disk / "person"
        self._name = name
        self._saved: list[str] = []
        self._refused: list[str] = []
        self._filled_at = self._free = 0
        shutil.rmtree(self._folder, ignore_errors=True)
        self._ballast.unlink(missing_ok=True)

    def go(self, free: int) -> Sequence[str]:
        """Return what is wrong after a round in which so many bytes are left free."""
        write(self._folder, 14, f"{self._name}f", self._saved.append, self._refused.append)
        wrong = [f"Refused before the disk was full: {line}" for line in self._refused]
        self._filled_at, self._free = 0, free
        self._fill_up(free)
        wrong += self._work_on("g", told=free < _SMALL)
        # Now it is filled up in the middle, where no backup is made that takes the room first.
        self._filled_at = len(self._saved) + 5
        wrong += self._work_on("h", told=free < _SMALL)
        wrong += self._read_and_choose()
        wrong += check_answers(self._folder, self._saved)
        wrong += [f"Something half is left: {path.name}" for path in self._folder.rglob(f"*{SUFFIX}*")]
        return [f"{free} bytes free: {line}" for line in wrong]

    def _work_on(self, name: str, *, told: bool) -> Sequence[str]:
        """Work on while the disk is full; room is made after a few refusals."""
        wrong = []
        self._refused.clear()
        if write(self._folder, 28, f"{self._name}{name}", self._save, self._refuse) != 0:
            wrong.append(f"Not saved when there was room: {self._refused[-1:]}")
        if told and not self._refused:
            wrong.append("Nothing was said of a full disk.")
        return wrong + [f"It does not say that the disk is full: {line}" for line in self._refused if _FULL not in line]

    def _read_and_choose(self) -> Sequence[str]:
        """Read where nothing can be written, and change a setting: it is refused, and done when there is room."""
        file = SettingsFile(self._folder / SETTINGS)
        self._ballast.unlink(missing_ok=True)
        file.save(Settings()._replace(text_zoom=SMALLEST_ZOOM + 1))
        self._die_with_a_log()
        self._fill_up(0)
        wrong = [*self._read_all()]
        # What was in the log is in the file now, and the room of the log is free.
        self._fill_up(0)
        try:
            file.save(Settings()._replace(text_zoom=SMALLEST_ZOOM + 2))
            wrong.append("Settings were saved where there was no room.")
        except KursappError as error:
            if error.problem.code != "disk-full":
                wrong.append(f"Of settings it is said: {error.problem.code}.")
        wrong += check_settings(self._folder, ["ACK 1"])
        self._ballast.unlink()
        file.save(Settings()._replace(text_zoom=SMALLEST_ZOOM + 2))
        return [*wrong, *check_settings(self._folder, ["ACK 2"])]

    def _die_with_a_log(self) -> None:
        """Let the program be gone in the middle, so that what was saved last is in the log only."""
        child = os.fork()
        if child == 0:
            hand = Hand(open_participant(self._folder), f"{self._name}h")
            act(f"{self._name}h", 29).do(hand)
            os._exit(0)
        os.waitpid(child, 0)

    def _read_all(self) -> Sequence[str]:
        """Open the profile where nothing can be written, and read in it."""
        try:
            participant = open_participant(self._folder)
        except KursappError as error:
            return [f"A full disk keeps her out: {error.problem.code}."]
        courses = len(participant.courses())
        participant.close()
        return [] if courses == 3 else [f"Of three courses {courses} are there."]

    def _save(self, line: str) -> None:
        self._saved.append(line)
        if len(self._saved) == self._filled_at:
            self._fill_up(self._free)

    def _refuse(self, line: str) -> None:
        self._refused.append(line)
        if len(self._refused) >= _REFUSALS:
            self._ballast.unlink(missing_ok=True)

    def _fill_up(self, free: int) -> None:
        """Fill the disk but for so many bytes."""
        self._ballast.unlink(missing_ok=True)
        room = shutil.disk_usage(self._folder).free - free
        with self._ballast.open("wb") as file:
            for _ in range(room // BLOCK):
                file.write(bytes(BLOCK))


def main() -> None:
    """Do the rounds."""
    disk, rounds, seed, broken = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    from tests.faults import writer

    writer.PATIENCE = PATIENCE
    if broken:
        BREAKS[broken]()
    chance = random.Random(seed)
    found: list[str] = []
    for number in range(rounds):
        free = FREE[number] if number < len(FREE) else chance.randrange(400_000)
        try:
            found += Round(disk, f"r{number}").go(free)
        except Exception as error:  # noqa: BLE001 - whatever the program falls over is a finding
            found.append(f"{free} bytes free: {type(error).__name__}: {error}")
    sys.stdout.write(f"{json.dumps(found)}\n")


if __name__ == "__main__":
    main()
