"""What the coordinator's commands share: which cohort is meant, and the key to its safe."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp import paths
from kursapp.cli.parser import LANGUAGES
from kursapp.domain.problem import refusal
from kursapp.services.clock import SystemClock

if TYPE_CHECKING:
    from kursapp.services.coordinator import Coordinator
    from kursapp.services.coordinator_door import CoordinatorDoor

# The database and its keys take a second to load, which the other commands need not wait for.

VARIABLE = "KURSAPP_PASSPHRASE"
ASK_WORDS = {"nb": "Passordfrase: ", "nn": "Passordfrase: ", "en": "Passphrase: "}


def door() -> CoordinatorDoor:
    """Return the coordinator's door on this machine."""
    from kursapp.services.coordinator_door import URL_VARIABLE, CoordinatorDoor

    return CoordinatorDoor(paths.data_folder(), SystemClock(), os.environ.get(URL_VARIABLE, "").strip())


def add_key(parser: argparse.ArgumentParser) -> None:
    """Add how a command is given the coordinator's passphrase."""
    parser.add_argument(
        "--passphrase-file", metavar="FIL", type=Path, help=f"fila passordfrasen står i (eller sett {VARIABLE})"
    )


def add_inner_language(parser: argparse.ArgumentParser) -> None:
    """Add the language to a command inside a command, where it must not undo what was said before it."""
    parser.add_argument(
        "--language", choices=LANGUAGES, default=argparse.SUPPRESS, help="språk i det som vises (vanlig: nb)"
    )


def add_format(parser: argparse.ArgumentParser) -> None:
    """Add how a command's answer is written."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="hvordan svaret skrives")


def passphrase(options: argparse.Namespace) -> str:
    """Return the passphrase: from the file named, from the surroundings, or as typed.

    Raises KursappError ``file-not-read``, and ``passphrase-needed`` where nobody is there to ask.
    """
    if options.passphrase_file is not None:
        return _first_line(options.passphrase_file)
    if VARIABLE in os.environ:
        return os.environ[VARIABLE]
    if not sys.stdin.isatty():
        raise refusal("passphrase-needed")
    return getpass.getpass(ASK_WORDS[options.language])


@contextmanager
def opened(options: argparse.Namespace, *, simulated: bool = False, make: bool = False) -> Iterator[Coordinator]:
    """Open the coordinator's rooms for a command; ``make`` them where there are none.

    Simulated ones are opened by the passphrase everybody knows, unless a file gives another (which is refused).
    """
    from kursapp.services.coordinator_door import SIMULATED_PASSPHRASE

    way_in = door()
    known = simulated and options.passphrase_file is None
    word = SIMULATED_PASSPHRASE if known else passphrase(options)
    new = make and not way_in.state(simulated=simulated).exists
    coordinator = (way_in.create if new else way_in.open)(word, simulated=simulated)
    try:
        yield coordinator
    finally:
        coordinator.close()


def asks_for_simulated(options: argparse.Namespace) -> bool:
    """Say whether the passphrase given is that of simulated cohorts, which no real one has."""
    from kursapp.services.coordinator_door import SIMULATED_PASSPHRASE

    return options.passphrase_file is None and os.environ.get(VARIABLE) == SIMULATED_PASSPHRASE


@contextmanager
def opened_for(options: argparse.Namespace, reference: str) -> Iterator[tuple[Coordinator, str]]:
    """Open the rooms a cohort is in, and give its id. ``reference`` is the id, or as much of it as tells it apart.

    Raises KursappError: ``cohort-unknown``, ``cohort-ambiguous``, and as ``opened``.
    """
    way_in = door()
    found = [
        (cohort_id, simulated)
        for simulated in (False, True)
        for cohort_id in way_in.cohort_ids(simulated=simulated)
        if reference and cohort_id.startswith(reference)
    ]
    if len(found) != 1:
        raise refusal("cohort-ambiguous" if found else "cohort-unknown", cohort=reference)
    cohort_id, simulated = found[0]
    with opened(options, simulated=simulated) as coordinator:
        yield coordinator, cohort_id


def _first_line(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig").partition("\n")[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else type(error).__name__
        raise refusal("file-not-read", file=path.name, folder=path.parent, reason=reason) from error
