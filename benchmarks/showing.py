"""Showing the text of a page that has been read before, against ``QTextBrowser.setHtml`` of the same HTML."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from benchmarks.figure import Figure, ratio_of
from benchmarks.measure import run_python
from benchmarks.participant import settle_in

MARK = 1.3


def measure() -> list[Figure]:
    """Show every text of the first days in turn with the bare one; of each pair its ratio."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        settle_in(data)
        told = json.loads(run_python("-m", "benchmarks.showing_run", data=data).printed)
    note = f"{len(told['own'])} pages with one text and its style sheet, from decoded page to paint"
    return [ratio_of("a cached page shown / QTextBrowser.setHtml", told["own"], told["bare"], MARK, note)]
