"""The window while hostile courses are opened in it and every page is turned."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from tests.faults.hostile.ground import Ground, changed
from tests.faults.hostile.markdown import hostile_front_matter, hostile_markdown
from tests.faults.hostile.window_courses import heavy_on_the_screen, with_pictures, write_course
from tests.faults.parts import Length, Row, Run
from tests.faults.world.traced import PROJECT

LONGEST_AWAY = 0.5
"""Seconds."""
LIMIT = 600.0
SHORT = ("stor-tabell", "mange-lister", "mange-alternativer")
LARGEST = 250_000
"""Bytes of a text that is walked through: of larger ones those made for the window are enough."""


def walks(run: Run) -> Iterator[Row]:
    """Walk through courses whose texts and pictures are hostile."""
    ground = Ground.made(run.folder / "vindu")
    folders = list(_courses(ground, run.length))
    answer = ground.data / "borte.json"
    before = ground.listing()
    done = _run(ground, "walk", *map(str, folders), str(answer))
    found = [] if done.returncode == 0 else [f"kom ikke til ende: {done.stderr[-2000:]}"]
    if "Traceback" in done.stderr and not found:
        found.append(done.stderr[-2000:])
    seen = json.loads(answer.read_text("utf-8")) if answer.exists() else []
    found += [f"{where}: skjermen sto i {away:.2f} s" for where, away in seen if away > LONGEST_AWAY]
    found += changed(before, ground.listing())
    longest = max((away for _where, away in seen), default=0.0)
    what = f"sider bladd gjennom i vinduet; lengst borte {longest:.2f} s".replace(".", ",")
    yield Row(what, inputs=len(seen), found=tuple(found))


def starts(run: Run) -> Iterator[Row]:
    """Start the program with hostile settings, start card and profile card, each with all there is of such."""
    ground = Ground.made(run.folder / "starter")
    answer = ground.data / "startet.json"
    done = _run(ground, "starts", str(answer))
    if done.returncode or not answer.exists():
        yield Row("settings.json, start.json og profil.json", found=(done.stderr[-2000:],))
        return
    count, found = json.loads(answer.read_text("utf-8"))
    yield Row("settings.json, start.json og profil.json", inputs=count, found=tuple(found))


def _run(ground: Ground, module: str, *words: str) -> subprocess.CompletedProcess[str]:
    surroundings = os.environ | ground.environment() | {"PYTHONPATH": str(PROJECT)}
    command = [sys.executable, "-m", f"tests.faults.hostile.{module}", *words]
    return subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=LIMIT, check=False)


def _courses(ground: Ground, length: Length) -> Iterator[Path]:
    """Write the courses: one for each text made for the window, one with all pictures, and one with all other texts."""
    on_the_screen = dict(heavy_on_the_screen())
    if length is Length.SHORT:
        yield write_course(ground.files / "kort", {name: on_the_screen[name] for name in SHORT})
        return
    for name, data in on_the_screen.items():
        yield write_course(ground.files / name, {name: data})
    text, pictures = with_pictures(ground.bait)
    yield write_course(ground.files / "bilder", {"bilder": text}, pictures)
    others = (*hostile_markdown(ground.bait), *hostile_front_matter())
    small = {name: data for name, data in others if isinstance(data, bytes) and len(data) <= LARGEST}
    yield write_course(ground.files / "tekster", {name: small[name] for name in small if not name.startswith("tung")})
    for name in ("tung-bilder", "tung-forkortelser", "tung-fotnote-i-ring"):
        yield write_course(ground.files / name, {name: small[name]})
