"""JSON: what another program needs, and nothing that may not be shown."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from kursapp import __version__
from kursapp.domain.exporting import ExportKind
from kursapp.domain.results import RoundResults
from tests.export.made_up import HOSTILE

Write = Callable[[RoundResults, ExportKind], Path]


def test_the_file_is_json_with_its_format_and_version(full: RoundResults, write: Write) -> None:
    """A reader knows from the first keys what it reads."""
    read = json.loads(write(full, ExportKind.JSON).read_text(encoding="utf-8"))
    assert (read["format"], read["version"]) == ("kursapp-results", 1)
    assert read["rules"] == {
        "k": 5,
        "reason": "",
        "breakdowns": ["rolle"],
        "codes": False,
        "keep_until": "2027-06-30",
    }
    assert read["cohort"]["simulated"] is True
    assert read["form"]["digest"] == "f" * 64
    assert (read["persons"], read["invited"]) == (24, 26)
    assert read["program"] == {"name": "kursapp", "version": __version__}
    assert [(unit["kind"], unit["item"]) for unit in read["hidden"]] == [("item", "skjult")]


def test_items_hold_counts_or_the_reason(full: RoundResults, write: Write) -> None:
    """A shown item has every step; a hidden one has why, and no number at all."""
    read = json.loads(write(full, ExportKind.JSON).read_text(encoding="utf-8"))
    items = {item["id"]: item for item in read["items"]}
    assert items["skjult"]["hidden"] == "few_answers"
    assert set(items["skjult"]) == {"id", "kind", "heading", "text", "theme", "hidden"}
    shown = items["t1-trygg"]
    assert sum(step["count"] for step in shown["counts"]) == shown["persons"] == 24
    assert {"n", "mean", "median", "favourable"} <= set(shown["measures"])


def test_comments_come_out_unharmed(full: RoundResults, write: Write) -> None:
    """JSON runs nothing, so the texts are exactly what was written."""
    read = json.loads(write(full, ExportKind.JSON).read_text(encoding="utf-8"))
    assert [comment["text"] for comment in read["comments"]] == sorted(HOSTILE)
