"""Reads a command line and runs its verb."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import sys
from collections.abc import Sequence
from typing import Protocol, TextIO

from kursapp import __version__
from kursapp.cli import (
    backup,
    check,
    cohort,
    collect,
    doctor,
    exporting,
    importing,
    new,
    outline,
    pack,
    render,
    restore,
    results,
    unpack,
)
from kursapp.cli.exits import COULD_NOT_RUN, exit_for
from kursapp.cli.faults import say_fault
from kursapp.cli.parser import Parser, UsageError, add_language, language_of, usage_in
from kursapp.cli.places import place_of, seen
from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell
from kursapp.trouble.dumps import no_core_dumps


class Command(Protocol):
    """A verb: what it is called and takes, and what it does."""

    def add_to(self, verbs: argparse._SubParsersAction[argparse.ArgumentParser], /) -> argparse.ArgumentParser: ...
    def run(self, options: argparse.Namespace, /) -> int: ...


OWN: tuple[Command, ...] = (
    check,
    new,
    outline,
    render,
    importing,
    exporting,
    pack,
    unpack,
    cohort,
    collect,
    results,
    backup,
    restore,
    doctor,
)


def run(arguments: Sequence[str], others: Sequence[Command] = ()) -> int:
    """Run one command and return its exit code: 0 done, 1 findings, 2 could not run, 3 refused.

    ``others`` are the verbs of other rooms, listed after those of this one.
    """
    no_core_dumps()
    _write_utf8()
    try:
        options = _understand(arguments, (*OWN, *others))
    except UsageError as error:
        language = language_of(arguments)
        print(f"{usage_in(error.usage, language)}{tell(error.problem, language)}", file=sys.stderr)
        return COULD_NOT_RUN
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except KursappError as error:
        place = place_of(error.problem)
        sentence = str(tell(error.problem, options.language))
        print(seen(f"{place}: {sentence}" if place else sentence), file=sys.stderr)
        return exit_for(error.problem.code)
    except BrokenPipeError:
        _silence(sys.stdout)
        return COULD_NOT_RUN
    except KeyboardInterrupt:
        return COULD_NOT_RUN
    except Exception as error:
        if getattr(options, "made_up", False):
            # Nobody's words can be in it, and whoever runs it wants all there is.
            raise
        return say_fault(error, options.language)
    return code


def _understand(arguments: Sequence[str], commands: Sequence[Command]) -> argparse.Namespace:
    """Read a command line. UsageError says what is wrong with one, as the verb it was meant for is written."""
    options, unknown = _parser(commands).parse_known_args(arguments)
    if unknown:
        options.verb.refuse(unknown)
    return options


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


def _parser(commands: Sequence[Command]) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = Parser(
        prog="kursapp",
        description="Kurs i god barnevernledelse, uten nett. Uten kommando åpnes vinduet; «kursapp FIL» åpner "
        "en kullfil (.kull), en kurspakke (.kurs) eller en flyttefil (.flytt) i det.",
        epilog="«kursapp KOMMANDO --help» forteller mer om hver kommando. «kursapp --self-test» undersøker om "
        "programmet er helt og virker her.",
    )
    parser.add_argument(
        "--version", action="version", version=f"Kursapp {__version__}", help="vis hvilken utgave dette er"
    )
    verbs = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    for command in commands:
        verb = command.add_to(verbs)
        add_language(verb)
        verb.set_defaults(run=command.run, verb=verb)
    return parser
