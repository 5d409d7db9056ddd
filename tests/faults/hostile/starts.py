"""Starts of the program with hostile small files: ``python -m tests.faults.hostile.starts ANSWER``.

Each file of the data folder that is read at a start is exchanged for each hostile content in turn; ANSWER gets how many
there were and what was wrong, as JSON.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.app.start import make_application
from kursapp.app.trying import sit_down
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import StuckError, wait_until
from kursapp.settings import Settings
from kursapp.ui.workspaces import PARTICIPANT
from tests.faults.hostile.handed import STATE_FILES, hostile_state
from tests.faults.hostile.made import bytes_of


def main() -> None:
    """Start with each, and tell."""
    answer = Path(sys.argv[1])
    sit_down(Settings(workspace=PARTICIPANT))
    application = make_application()
    driver = Driver(application, open_program)
    found: list[str] = []
    count = 0
    for place, name, data in _contents():
        count += 1
        found += [f"{place.name} {name}: {fault}" for fault in _start(driver, place, data)]
    answer.write_text(json.dumps([count, found]), "utf-8")
    application.shutdown()


def _contents() -> Iterator[tuple[Path, str, bytes]]:
    data = paths.data_folder()
    profile = next(data.rglob("profil.json")).parent.name
    for pattern in STATE_FILES:
        for name, content in hostile_state():
            yield data / pattern.format(profile=profile), name, bytes_of(content)


def _start(driver: Driver, place: Path, content: bytes) -> Iterator[str]:
    """Start with a file exchanged, close, and put the file back as it was."""
    before = place.read_bytes() if place.exists() else None
    place.write_bytes(content)
    said = io.StringIO()
    try:
        with contextlib.redirect_stderr(said):
            _open_and_close(driver)
    except StuckError as error:
        yield f"kom ikke fram: {error}"
    if "Traceback" in said.getvalue():
        yield said.getvalue()[-400:]
    place.unlink(missing_ok=True)
    if before is not None:
        place.write_bytes(before)


def _open_and_close(driver: Driver) -> None:
    try:
        driver.open()
        wait_until(lambda: driver.window.stack.currentWidget() is not None, "a screen")
    finally:
        driver.give_up()


if __name__ == "__main__":
    main()
