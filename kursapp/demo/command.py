"""``kursapp demo``: the tour through the real window, with no screen needed."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp.demo.surroundings import do_without_screen, own_data_folder
from kursapp.domain.problem import refusal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from kursapp.demo.running import OpenProgram
    from kursapp.demo.summary import Summary

DONE, DIFFERS = 0, 1
CHATTER = "This plugin does not support"
DONE_WORDS = {
    "nb": "{count} bilder og summary.json ligger i {folder} ({seconds:.0f} s).",
    "nn": "{count} bilete og summary.json ligg i {folder} ({seconds:.0f} s).",
    "en": "{count} pictures and summary.json are in {folder} ({seconds:.0f} s).",
}
DIFFERS_WORDS = {
    "nb": "Ikke som før: {thing}. Skrevet: {before!r}. Funnet: {after!r}.",
    "nn": "Ikkje som før: {thing}. Skrive: {before!r}. Funne: {after!r}.",
    "en": "Not as before: {thing}. Written: {before!r}. Found: {after!r}.",
}
UNMET_WORDS = {"nb": "Ikke oppfylt: {line}.", "nn": "Ikkje oppfylt: {line}.", "en": "Not met: {line}."}


class Demo:
    """The verb. It is handed what makes an application and what opens the program, which are built a floor above."""

    def __init__(self, make_application: Callable[[], QApplication], open_program: OpenProgram) -> None:
        self._make_application = make_application
        self._open_program = open_program

    def add_to(self, verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
        """Add the verb and its options."""
        verb = verbs.add_parser(
            "demo",
            help="ta en dag av kurset av seg selv, og legg igjen bilder",
            description="Tar dag 1 av kurset gjennom det virkelige vinduet, med klikk og tastetrykk, og gjør etterpå "
            "koordinatorens arbeid: fra 24 oppdiktede svarfiler til rapport. Legger igjen bilder av skjermbildene, "
            "filene og et sammendrag. Trenger ingen skjerm, og rører ikke dine egne data.",
            epilog="Avslutter med 0 (ferdig), 1 (noe som ble gjenopprettet, er ikke som det ble skrevet, eller et krav "
            "er ikke oppfylt) eller 2 (kunne ikke kjøre).",
        )
        verb.add_argument("--out", metavar="MAPPE", type=Path, required=True, help="mappa bildene legges i")
        verb.add_argument(
            "--all",
            action="store_true",
            help="ta alle dagene fra første til siste side, og de andre kursene i hylla: noen minutter, ett bilde av "
            "hvert slag per dag, annenhver dag i lyst og mørkt",
        )
        verb.set_defaults(made_up=True)
        return verb

    def run(self, options: argparse.Namespace) -> int:
        """Take the tour and return the exit code; KursappError where it could not run."""
        out: Path = options.out
        try:
            _prepare(out)
        except OSError as error:
            raise refusal("demo-cannot-write", folder=out, reason=error.strerror) from error
        do_without_screen()
        with own_data_folder():
            summary = self._take_tour(out, options.language, whole=options.all)
        return _tell(summary, out)

    def _take_tour(self, out: Path, language: str, *, whole: bool) -> Summary:
        from kursapp.ui.plain_imports import import_plainly

        import_plainly()
        from kursapp.demo.quiet import without_chatter
        from kursapp.demo.tour import take_tour
        from kursapp.demo.waiting import StuckError

        try:
            with without_chatter(CHATTER):
                summary = take_tour(self._make_application(), self._open_program, out, language, whole=whole)
            summary.write(out / "summary.json")
        except StuckError as error:
            raise refusal("demo-stuck", what=error, folder=out) from error
        except OSError as error:
            raise refusal("demo-cannot-write", folder=out, reason=error.strerror or error) from error
        return summary


def _tell(summary: Summary, out: Path) -> int:
    """Say what the tour left behind and what was not as it should be, and return the exit code."""
    language = summary.language
    for each in summary.restored:
        if not each.equal:
            sys.stderr.write(DIFFERS_WORDS[language].format(**asdict(each)) + "\n")
    for line in summary.unmet:
        sys.stderr.write(UNMET_WORDS[language].format(line=line) + "\n")
    told = DONE_WORDS[language].format(count=len(summary.pictures), folder=out, seconds=summary.seconds)
    sys.stdout.write(told + "\n")
    return DONE if summary.all_restored and not summary.unmet else DIFFERS


def _prepare(out: Path) -> None:
    """Make the folder, and take away the pictures of an earlier tour."""
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("[0-9][0-9]*-*.png"), out / "summary.json"):
        old.unlink(missing_ok=True)
    (out / "summary.json").touch()
