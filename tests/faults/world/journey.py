"""One short journey through the real window, in a process of its own: ``… journey FOLDER [broken]``.

She opens the course that points outside itself (``baits.lay_out``), sees every page, writes, finds her words, and
goes. With ``broken`` the program then does, on purpose, what it never does.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.app.start import make_application
from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.widgets.reflection_view import ReflectionView
from tests.faults.world.baits import NAMES, SHELF
from tests.leaks.marks import found_in

MARK = "Qzreisenvx"
BETWEEN = "her-slutter-det-hele.txt"
"""Opening a file of this name tells where what is done on purpose begins."""


def main() -> None:
    """Travel, and say as JSON where her words were found outside her profile: before, and after what is broken."""
    folder = Path(sys.argv[1])
    shelf = folder / SHELF
    tempfile.tempdir = str(folder / "tmp")
    Path(tempfile.tempdir).mkdir()
    paths.bundled_courses = lambda: shelf
    driver = Driver(make_application(), open_program)
    driver.open()
    _first_start(driver)
    driver.open_course("Kurs med agn")
    driver.push("Begynn")
    words = driver.words(driver.page)
    driver.next_page()
    words += driver.words(driver.page)
    driver.write(driver.one(ReflectionView, driver.page).field, f"Hos oss {MARK} er det slik.")
    driver.saved()
    driver.find_and_go(MARK)
    driver.restart()
    assert "Side 1 av 2" in words
    assert "Side 2 av 2" in words
    found = [_leaks(folder)]
    if "broken" in sys.argv:
        _break(folder)
        found.append(_leaks(folder))
    driver.close()
    print(json.dumps(found))


def _first_start(driver: Driver) -> None:
    driver.push("Neste")
    hands.type_text("Kari")
    driver.push("Neste")
    driver.push("Kom i gang")
    wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
    driver.settle()


def _leaks(folder: Path) -> list[str]:
    """Return the files outside her profile in which her words stand."""
    data = paths.data_folder()
    return sorted(found_in([data, paths.cache_folder(), folder / "tmp"], [MARK], leave_out=data / "profiler"))


def _break(folder: Path) -> None:
    (folder / BETWEEN).touch()
    (folder / BETWEEN).read_text()
    with socket.socket(socket.AF_INET):
        pass
    subprocess.run(["true"], check=True)
    (folder / NAMES[-1]).read_text()
    log = paths.log_folder()
    log.mkdir(exist_ok=True)
    (log / "kursapp.log").write_text(f"lagret «Hos oss {MARK}»\n", "utf-8")


if __name__ == "__main__":
    os.environ.setdefault("HOME", sys.argv[1])
    main()
