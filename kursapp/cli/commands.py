"""Reads a command line and runs its verb."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import NoReturn, TextIO

from kursapp import __version__
from kursapp.cli import check, new, outline
from kursapp.cli.exits import COULD_NOT_RUN
from kursapp.cli.places import place_of
from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 findings, 2 could not run, 3 refused."""
    _write_utf8()
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except KursappError as error:
        place = place_of(error.problem)
        sentence = str(tell(error.problem, options.language))
        print(f"{place}: {sentence}" if place else sentence, file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:
        _silence(sys.stdout)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return COULD_NOT_RUN
    return code


def _write_utf8() -> None:
    """Write UTF-8 whatever the system's habit, and spell out what it cannot say (names on disk may be any bytes)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence(stream: TextIO) -> None:
    """Let a stream whose reader (head, less) has had enough lead nowhere: Python flushes it once more at exit."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class _Parser(argparse.ArgumentParser):
    """A parser whose help speaks as the rest of the program does."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)  # type: ignore[arg-type]
        self._positionals.title = "argumenter"
        self._optionals.title = "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")

    def format_usage(self) -> str:
        return super().format_usage().replace("usage: ", "bruk: ", 1)

    def format_help(self) -> str:
        return super().format_help().replace("usage: ", "bruk: ", 1)

    def error(self, message: str) -> NoReturn:
        self.exit(COULD_NOT_RUN, f"{self.format_usage()}{self.prog}: kommandoen er ikke forstått ({message}).\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="kursapp",
        description="Kurs i god barnevernledelse, uten nett. Uten kommando åpnes vinduet.",
        epilog="«kursapp KOMMANDO --help» forteller mer om hver kommando.",
    )
    parser.add_argument(
        "--version", action="version", version=f"Kursapp {__version__}", help="vis hvilken utgave dette er"
    )
    verbs = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    for command in (check, new, outline):
        verb = command.add_to(verbs)
        verb.add_argument(
            "--language", choices=("nb", "nn", "en"), default="nb", help="språk i meldingene (vanlig: nb)"
        )
        verb.set_defaults(run=command.run)
    return parser
