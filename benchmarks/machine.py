"""What a run was made on and of: so that figures are held only against others of the same machine."""

from __future__ import annotations

import os
import platform
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import psutil
import PySide6

from benchmarks.scale import is_quick
from kursapp import __version__

BUSY = 0.5
"""The load for each core above which a machine is not at rest."""


def about() -> dict[str, Any]:
    """Return when a run was made, of which version, and on which machine. No name of the machine or of anybody."""
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "version": __version__,
        "commit": _commit(),
        "quick": is_quick(),
        "machine": machine(),
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "load": round(load(), 1),
    }


def machine() -> dict[str, Any]:
    """Return what tells this machine from another kind."""
    memory = round(psutil.virtual_memory().total / 1024**3)
    system = f"{platform.system()} {platform.machine()}"
    return {"processor": _processor(), "cores": os.cpu_count(), "memory": memory, "system": system}


def load() -> float:
    """Return how many programs have wanted the processor at a time, in the last minute, for each core."""
    return float(psutil.getloadavg()[0]) / (os.cpu_count() or 1)


def sentence(said: dict[str, Any]) -> str:
    """Return the line that stands above the table."""
    of = said["machine"]
    where = f"{of['processor']}, {of['cores']} cores, {of['memory']} GiB, {of['system']}"
    what = f"Kursapp {said['version']} ({said['commit'] or 'no commit'}), Python {said['python']}, Qt {said['qt']}"
    words = f"{said['at'][:10]} · {where} · {what}"
    if said["quick"]:
        words += " · QUICK: small amounts, for trying only"
    if said["load"] > BUSY:
        words += f" · BUSY: {said['load']} programs for each core at the start; not to be trusted"
    return words


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text("utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def _commit() -> str:
    project = Path(__file__).resolve().parents[1]
    try:
        told = subprocess.run(
            ["git", "describe", "--always", "--dirty"], cwd=project, capture_output=True, text=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return ""
    return told.stdout.strip()
