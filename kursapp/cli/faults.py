"""A fault of the program in the middle of a command: one sentence, and a report without anybody's words."""

from __future__ import annotations

import sys
from traceback import print_exception

from kursapp import paths
from kursapp.cli.exits import COULD_NOT_RUN
from kursapp.domain.problem import problem
from kursapp.services.clock import SystemClock
from kursapp.texts.problems import tell
from kursapp.trouble.report import Fault, program_facts, text_of, write_report
from kursapp.trouble.traces import kind_of


def say_fault(error: Exception, language: str) -> int:
    """Say that the program failed, and return the exit code.

    The error's own words may quote what was being read. They are told only to somebody at a terminal; a stream that
    is kept in a file gets its kind and its way through the code.
    """
    fault = Fault.of(error, "kommando")
    now = SystemClock().now().astimezone()
    report = write_report(paths.log_folder(), text_of(fault, program_facts(), (), now), now)
    if sys.stderr.isatty():
        print_exception(error)
    else:
        print(*fault.trace, sep="\n", file=sys.stderr)
    found = problem("command-failed", "", 0, kind=kind_of(error), report=report or "")
    print(tell(found, language), file=sys.stderr)
    return COULD_NOT_RUN
