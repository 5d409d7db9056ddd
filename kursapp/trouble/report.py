"""The report of a fault: which program on which system, where in the code, and what the log said just before.

It holds nothing anybody wrote, no name and no folder of theirs, and lies beside the log until somebody sends it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kursapp import __version__
from kursapp.trouble.traces import told

MOST_OF_A_SECOND = 20
"""Reports that may bear the same second in their names."""


@dataclass(frozen=True, slots=True)
class Fault:
    """An error nobody foresaw: ``where`` is the thread it happened on, ``trace`` its kind and its way through the code.

    Two faults with the same trace are one.
    """

    where: str
    trace: tuple[str, ...]
    code: str = ""
    """The code of the problem it carries, where it is one the program knows."""

    @classmethod
    def of(cls, error: BaseException, where: str) -> Fault:
        """Return what is told of an error."""
        return cls(where, told(error), str(getattr(getattr(error, "problem", None), "code", "")))


def program_facts() -> dict[str, str]:
    """Return what is worth knowing of the program and the system; nothing of who uses them."""
    # Loads what starts programs, though it starts none: only where there is a fault to tell of.
    import platform

    return {
        "Kursapp": __version__,
        "Installert": "som program" if getattr(sys, "frozen", False) else "som pakke",
        "Python": platform.python_version(),
        "System": f"{platform.system()} {platform.release()} {platform.machine()}",
    }


def text_of(fault: Fault, facts: Mapping[str, str], tail: Iterable[str], now: datetime) -> str:
    """Return the report. ``facts`` are about program and system; ``tail`` is what the log said last."""
    lines = [
        "Kursapp: rapport om en feil i programmet",
        "Her står ingenting du har skrevet, og ikke hvem du er.",
        "",
        f"Tid: {now.isoformat(timespec='seconds')}",
        *(f"{name}: {value}" for name, value in facts.items()),
        f"Tråd: {fault.where}",
        "",
        "Hvor i programmet:",
        *fault.trace,
    ]
    before = list(tail)
    if before:
        lines += ["", "Loggen like før:", *before]
    return "\n".join(lines) + "\n"


def write_report(folder: Path, text: str, now: datetime) -> Path | None:
    """Write a report under a name of its own and return it; None where that cannot be done."""
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
        path = _write_new(folder, text.encode(), f"rapport-{now:%Y-%m-%d-%H%M%S}")
    except OSError:
        return None
    return path


def _write_new(folder: Path, data: bytes, name: str) -> Path | None:
    for number in range(1, MOST_OF_A_SECOND + 1):
        path = folder / (f"{name}.txt" if number == 1 else f"{name}-{number}.txt")
        try:
            descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        with open(descriptor, "wb") as file:  # noqa: PTH123 - the descriptor is already open
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        return path
    return None
