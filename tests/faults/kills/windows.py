"""The real window killed while somebody writes in it: what it said was saved is there, and it opens again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.profiles import ProfileList
from tests.faults.parts import Row, Run

COURSE = "Kurs til å skrive i"
COVER = f"""---
id: skrivekurs
versjon: 1.0.0
språk: nb
---
# {COURSE}

Til å skrive i.

## Dag 1: Prøve
En dag.

1. [Økt](okt.md)
"""
SESSION = """---
id: okt
minutter: 10
---
# Økt

## Her skrives det
<!-- id: her -->

### Refleksjon: Hva tenker du?
<!-- id: rf -->
"""
ROW = "abcdefghijklmnopqrstuvwxyzæøå "
LONGEST = 1.5
"""Seconds she goes on after the line that is waited for."""

PATIENCE = 120.0


def letters(number: int) -> str:
    """Return the first letters of the endless row she writes."""
    return (ROW * (number // len(ROW) + 1))[:number]


def stands(text: str) -> int:
    """Return how many letters of the row a text is. ValueError where it is anything else."""
    if text != letters(len(text)):
        raise ValueError(text)
    return len(text)


def rows(run: Run) -> list[Row]:
    """Kill the window again and again in one data folder; and once one that lies."""
    shelf = run.folder / "hylle"
    (shelf / "skrivekurs").mkdir(parents=True)
    (shelf / "skrivekurs" / "kurs.md").write_text(COVER, "utf-8")
    (shelf / "skrivekurs" / "okt.md").write_text(SESSION, "utf-8")
    chance, found = run.chance("vinduet"), []
    times = run.of(10, 2)
    for number in range(times):
        lines, seconds = chance.randint(1, 2), chance.uniform(0, LONGEST)
        found += [f"window {number + 1}: {line}" for line in _killed(run.folder / "honest", shelf, lines, seconds)]
    lied = _killed(run.folder / "lying", shelf, 1, 0, "broken")
    return [
        Row("vinduet drept mens noen skriver", rounds=times, found=tuple(found)),
        Row("brudd: «Alt er lagret» før det er lagret", rounds=1, found=tuple(lied), fails_on_purpose=True),
    ]


def _killed(data: Path, shelf: Path, lines: int, seconds: float, *words: str) -> list[str]:
    """Let her write until the window has said so many times that all is saved, and some time more; then kill it."""
    environment = {**os.environ, "KURSAPP_DATA": str(data), "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.kills.typist", str(shelf), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=environment,
        start_new_session=True,
    ) as window:
        assert window.stdout is not None
        said = [window.stdout.readline() for _line in range(lines)]
        time.sleep(seconds)
        window.kill()
        try:
            rest, trouble = window.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            os.killpg(window.pid, signal.SIGKILL)
            return ["what it started lived on after it"]
    if window.returncode != -signal.SIGKILL:
        return [f"the window ended by itself: {trouble.strip()[-500:]}"]
    return _lost(data, int([*said, *rest.split()][-1]))


def _lost(data: Path, said: int) -> list[str]:
    profiles = ProfileList(data)
    (profile,) = profiles.all()
    try:
        file = open_profile(profiles.database(profile.id))
    except KursappError as error:
        return [f"the profile did not open: {error.problem.code}"]
    try:
        kept = file.fields.of_items("skrivekurs", ["rf"]).get("rf", {}).get("", "")
    finally:
        file.close()
    there = stands(kept)
    return [] if there >= said else [f"{said} letters were said to be saved, and {there} are there"]
