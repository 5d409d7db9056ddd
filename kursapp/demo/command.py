"""``kursapp demo``: the tour through the real window, with no screen needed."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp import paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kursapp.demo.running import OpenProgram

DONE, DIFFERS, COULD_NOT_RUN = 0, 1, 2
PLATFORM = "QT_QPA_PLATFORM"
CHATTER = "This plugin does not support"


def run(arguments: Sequence[str], make_application: Callable[[], QApplication], open_program: OpenProgram) -> int:
    """Take the tour and return the exit code: 0 done, 1 something restored differs, 2 could not run."""
    options = _parser().parse_args(arguments)
    out: Path = options.out
    try:
        _prepare(out)
    except OSError as error:
        return _refuse(f"Kan ikke skrive i {out}: {error.strerror}. Velg en annen mappe med --out.")
    _do_without_screen()
    with _own_data_folder():
        return _take_tour(out, options.language, make_application, open_program)


def _take_tour(
    out: Path, language: str, make_application: Callable[[], QApplication], open_program: OpenProgram
) -> int:
    from kursapp.demo.quiet import without_chatter
    from kursapp.demo.tour import take_tour
    from kursapp.demo.waiting import StuckError

    try:
        with without_chatter(CHATTER):
            summary = take_tour(make_application(), open_program, out, language)
        summary.write(out / "summary.json")
    except StuckError as error:
        return _refuse(f"Demoen kom ikke videre: {error}. Bildene så langt ligger i {out}.")
    except OSError as error:
        return _refuse(f"Kan ikke skrive i {out}: {error}. Gjør plass, eller velg en annen mappe med --out.")
    for each in summary.restored:
        if not each.equal:
            sys.stderr.write(f"Ikke som før: {each.thing}. Skrevet: {each.before!r}. Funnet: {each.after!r}.\n")
    sys.stdout.write(f"{len(summary.pictures)} bilder og summary.json ligger i {out} ({summary.seconds:.0f} s).\n")
    return DONE if summary.all_restored else DIFFERS


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kursapp demo",
        description="Tar dag 1 av kurset gjennom det virkelige vinduet, med klikk og tastetrykk, og legger igjen "
        "bilder av alle skjermbildene og et sammendrag. Trenger ingen skjerm, og rører ikke dine egne data.",
        epilog="Avslutter med 0 (ferdig), 1 (noe som ble gjenopprettet, er ikke som det ble skrevet) eller 2 (kunne "
        "ikke kjøre).",
    )
    parser.add_argument("--out", metavar="MAPPE", type=Path, required=True, help="mappa bildene legges i")
    parser.add_argument(
        "--language", choices=("nb", "nn", "en"), default="nb", help="språket i programmet (vanlig: nb)"
    )
    return parser


def _prepare(out: Path) -> None:
    """Make the folder, and take away the pictures of an earlier tour."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("[0-9][0-9]-*.png"), out / "summary.json"):
        old.unlink(missing_ok=True)
    (out / "summary.json").touch()


def _do_without_screen() -> None:
    """Let the window be drawn in memory where there is no display; before Qt is made."""
    has_screen = sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    if not has_screen:
        os.environ.setdefault(PLATFORM, "offscreen")


@contextmanager
def _own_data_folder() -> Iterator[None]:
    """Keep everything of the tour in a folder of its own, which is gone afterwards."""
    before = os.environ.get(paths.VARIABLE)
    folder = tempfile.mkdtemp(prefix="kursapp-demo-")
    os.environ[paths.VARIABLE] = folder
    try:
        yield
    finally:
        if before is None:
            del os.environ[paths.VARIABLE]
        else:
            os.environ[paths.VARIABLE] = before
        shutil.rmtree(folder, ignore_errors=True)


def _refuse(sentence: str) -> int:
    sys.stderr.write(sentence + "\n")
    return COULD_NOT_RUN
