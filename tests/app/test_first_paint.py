"""The first paint waits for as little as possible."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kursapp.__main__ import main
from kursapp.storage.profiles import ProfileList
from tests.ui.small_course import write_course

LATE = ("sqlalchemy", "alembic", "markdown", "msgspec", "nacl", "sqlcipher3", "nh3", "platformdirs", "multiprocessing")

NAMESPACE = "the Qt namespace"

PAINTED = """
import json, sys
from kursapp.app.start import make_application
from PySide6 import QtCore
application = make_application()
from kursapp.app.program import open_program
opened = open_program(application)
opened.window.painted.disconnect(opened._load)
found = []
def note():
    found.extend(sorted({name.partition(".")[0] for name in sys.modules}))
    if "Qt" in vars(QtCore):
        found.append("the Qt namespace")
    application.quit()
opened.window.painted.connect(note)
application.exec()
print(json.dumps(found))
"""


TO_A_PAGE = """
import json, sys, time
from pathlib import Path

def walk():
    from PySide6.QtCore import QEventLoop
    from kursapp import paths
    from kursapp.app.program import open_program
    from kursapp.app.start import make_application
    paths.bundled_courses = lambda: Path(sys.argv[1])
    application = make_application()
    program = open_program(application)

    def until(holds):
        while not holds():
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.001)

    until(lambda: program.rest is not None and program.rest.courses.is_loaded)
    until(lambda: program.first_screen.card.go_on.text() == "Begynn kurset")
    until(lambda: not program._loading._thread.is_alive())
    before = set(sys.modules)
    program.first_screen.card.go_on.click()
    page = program.rest.steering.screen
    until(lambda: page.view() and page.view().is_built and page.is_next_ready())
    print(json.dumps(sorted(name for name in set(sys.modules) - before if name.startswith("kursapp."))))
    program.window.close()
    application.processEvents()

if __name__ == "__main__":
    walk()
"""


def modules_at_first_paint(data: Path) -> set[str]:
    """Return the names of the packages loaded when the first window has been painted."""
    outcome = subprocess.run(
        [sys.executable, "-c", PAINTED], capture_output=True, text=True, check=True, env=_environment(data)
    )
    found: set[str] = set(__import__("json").loads(outcome.stdout.splitlines()[-1]))
    return found


def _environment(data: Path) -> dict[str, str]:
    import os

    return {**os.environ, "KURSAPP_DATA": str(data), "QT_QPA_PLATFORM": "offscreen"}


@pytest.mark.parametrize("name", LATE)
def test_heavy_libraries_are_not_loaded_at_first_paint(name: str, loaded: set[str]) -> None:
    """What only the files and the courses need is imported when the window is on the screen."""
    assert name not in loaded


def test_the_instructors_first_paint_waits_for_no_more(tmp_path: Path) -> None:
    """Her list is painted before there is anything to list: neither editor nor drafts are loaded for it."""
    (tmp_path / "settings.json").write_text('{"version": 1, "workspace": "author"}', encoding="utf-8")
    assert not modules_at_first_paint(tmp_path) & set(LATE)


def test_the_qt_namespace_is_not_made_before_the_first_paint(loaded: set[str]) -> None:
    """Its hundred enums are a tenth of the time a bare window takes; PySide makes them when it is first asked for."""
    assert NAMESPACE not in loaded


def test_no_module_is_loaded_on_the_way_to_the_first_page(tmp_path: Path) -> None:
    """What a page and the next are made of is there when Fortsett is pressed: the window stands still for no import."""
    courses, data, script = tmp_path / "courses", tmp_path / "data", tmp_path / "to_a_page.py"
    write_course(courses / "lederkurs")
    data.mkdir()
    ProfileList(data).create("Kari", datetime.now(UTC))
    (data / "settings.json").write_text('{"version": 1, "workspace": "participant"}', encoding="utf-8")
    script.write_text(TO_A_PAGE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script, courses], capture_output=True, text=True, timeout=120, env=_environment(data)
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout.splitlines()[-1]) == []


def test_nothing_is_collected_while_the_window_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python's search for cycles waits until the window takes it over."""
    seen: list[bool] = []
    monkeypatch.setattr("kursapp.app.start.run", lambda *_file, **_how: seen.append(gc.isenabled()) or sys.exit(0))
    try:
        with pytest.raises(SystemExit):
            main([])
    finally:
        gc.enable()
    assert seen == [False]


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Start the program once and look."""
    return modules_at_first_paint(tmp_path_factory.mktemp("data"))
