"""Question quality on its way to those who write the course."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from kursapp import __version__
from kursapp.domain.exporting import Unwatched
from kursapp.domain.item_analysis import analyse
from kursapp.export.exports import export_quality
from tests.export.made_up import quiz


def test_a_question_comes_with_its_numbers_and_a_hidden_one_with_the_reason(tmp_path: Path) -> None:
    """The writer sees options and counts of what may be shown, and of the rest only why it may not."""
    shown = quiz()
    path = tmp_path / "kvalitet.json"
    assert export_quality(shown, analyse(shown, ()), path, Unwatched()) == (path,)
    read = json.loads(path.read_text(encoding="utf-8"))
    assert (read["format"], read["version"], read["persons"]) == ("kursapp-quality", 2, 12)
    first, second, _ = read["questions"]
    assert first["answered"] == 12
    assert [(one["id"], one["right"], one["count"]) for one in first["options"]] == [("a", True, 9), ("b", False, 3)]
    assert second == {"id": "q2", "text": "Hva mangler mest?", "theme": "", "hidden": "few_answers"}
    assert read["hidden"][0]["item"] == "q2"


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    """Program, form, limit, simulated or not, codes or not, and why what is hidden is hidden (DESIGN §5, G6)."""
    shown = quiz()
    (path,) = export_quality(shown, analyse(shown, ()), tmp_path / "kvalitet.json", Unwatched())
    read = json.loads(path.read_text(encoding="utf-8"))
    rules = shown.cohort.rules
    assert read["program"] == {"name": "kursapp", "version": __version__}
    assert read["form"]["digest"] == shown.cohort.forms[0].digest
    assert read["rules"] == {"k": rules.k, "reason": rules.reason, "codes": rules.codes}
    assert read["cohort"]["simulated"] is shown.cohort.simulated
    assert read["hidden"][0]["why"]


def test_equal_results_give_equal_bytes(tmp_path: Path) -> None:
    """Nothing in the file depends on when it was made."""
    shown = quiz()
    first, second = tmp_path / "a.json", tmp_path / "b.json"
    export_quality(shown, analyse(shown, ()), first, Unwatched())
    export_quality(replace(shown), analyse(shown, ()), second, Unwatched())
    assert first.read_bytes() == second.read_bytes()
