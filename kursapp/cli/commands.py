"""Reads a command line and runs its verb."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from kursapp import __version__
from kursapp.cli import check, new, outline
from kursapp.cli.exits import COULD_NOT_RUN
from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0 done, 1 findings, 2 could not run, 3 refused."""
    options = _parser().parse_args(arguments)
    try:
        code: int = options.run(options)
    except KursappError as error:
        print(tell(error.problem, options.language), file=sys.stderr)
        return COULD_NOT_RUN
    except BrokenPipeError:
        # The reader (head, less) had enough; Python would complain once more when it flushes at exit.
        sys.stderr.close()
        return COULD_NOT_RUN
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kursapp", description="Kurs i god barnevernledelse, uten nett.")
    parser.add_argument("--version", action="version", version=f"kursapp {__version__}")
    verbs = parser.add_subparsers(title="kommandoer", metavar="KOMMANDO", required=True)
    for command in (check, new, outline):
        verb = command.add_to(verbs)
        verb.add_argument(
            "--language", choices=("nb", "nn", "en"), default="nb", help="språk i meldingene (vanlig: nb)"
        )
        verb.set_defaults(run=command.run)
    return parser
