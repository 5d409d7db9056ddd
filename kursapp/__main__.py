"""The front door: the window, or one of the commands.

Stays light: a spawned worker imports this module again. (In the installed program, workers come in by
``installer/entrance.py``.)
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kursapp.app.program import Program

QUIT_AFTER_FIRST_PAINT = "--quit-after-first-paint"
VERSION = "--version"
SELF_TEST = "--self-test"
FILES = (".kull", ".kurs", ".flytt", ".svar")
"""The files that are opened in the window: a cohort's, a course's package, a profile on its way, sealed answers."""


def main(arguments: list[str] | None = None) -> int:
    """Run what the arguments ask for and return the exit code; without any, open the window."""
    words = sys.argv[1:] if arguments is None else arguments
    if words == [VERSION]:
        return _say_version()
    if words in ([], [QUIT_AFTER_FIRST_PAINT]):
        _run(None, quit_after_first_paint=bool(words))
    if len(words) == 1 and words[0].lower().endswith(FILES):
        _run(Path(words[0]))
    if words[:1] == [SELF_TEST]:
        from kursapp.selftest.command import SelfTest

        return SelfTest(_make_application, _open_program).run(words[1:])
    from kursapp.app.trying import Open
    from kursapp.cli.commands import run as run_command
    from kursapp.demo.command import Demo

    return run_command(words, (Open(), Demo(_make_application, _open_program)))


def _run(file: Path | None, *, quit_after_first_paint: bool = False) -> NoReturn:
    # Loading modules makes much that stays and nothing to collect: looking for it a hundred times over costs a
    # twentieth of the start. From the first paint the window collects by itself (``ui.tidying``).
    gc.disable()
    from kursapp.ui.plain_imports import import_plainly

    import_plainly()
    from kursapp.app.start import run

    run(file, quit_after_first_paint=quit_after_first_paint)


def _make_application() -> QApplication:
    from kursapp.app.start import make_application

    return make_application()


def _open_program(application: QApplication) -> Program:
    from kursapp.app.program import open_program

    return open_program(application)


def _say_version() -> int:
    from kursapp import __version__

    sys.stdout.write(f"Kursapp {__version__}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
