"""The installed program examines itself: all of it, and it says which part is not as it should be."""

from __future__ import annotations

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kursapp.domain.problem import refusal
from kursapp.selftest.command import NAMES, SelfTest, _tell
from kursapp.selftest.finding import Examination, Finding
from kursapp.selftest.in_files import CohortExamination
from kursapp.selftest.in_parts import AT_FIRST_USE, is_expected, parts

PROJECT = Path(__file__).parents[2]


@pytest.mark.slow
def test_everything_is_examined_and_nothing_of_the_persons_is_touched(own_data_folder: Path, tmp_path: Path) -> None:
    """As a person starts it: every line is good, and neither her data nor the temporary folder has anything new."""
    own_temporary = tmp_path / "temp"
    own_temporary.mkdir()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(own_temporary)}
    command = [sys.executable, "-m", "kursapp", "--self-test", "--format", "json"]
    run = subprocess.run(command, env=environment, cwd=PROJECT, capture_output=True, text=True, encoding="utf-8")
    told = json.loads(run.stdout)
    assert [each for each in told["findings"] if not each["good"]] == []
    assert tuple(each["name"] for each in told["findings"]) == NAMES["nb"]
    assert (run.returncode, run.stderr) == (0, "")
    assert not own_data_folder.exists()
    assert list(own_temporary.iterdir()) == []


def test_what_is_not_as_it_should_be_is_named_with_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    """By the program's own sentence where it has one, else by its name; the rest is examined all the same."""

    def full() -> str:
        raise refusal("disk-full", file="profil.db", folder="data")

    def broken() -> str:
        raise OSError("gone")

    found = Examination("nb")
    found.of("Lagret", full)
    found.of("PDF", broken)
    found.of("Excel", lambda: "6 B")
    _tell(found, as_json=False)
    told = capsys.readouterr().out
    assert not found.good
    assert "Lagret  FEIL" in told
    assert "Disken er full" in told
    assert "OSError: gone" in told
    assert told.endswith("Ikke alt er i orden: Lagret, PDF.\n")


def test_nothing_examined_is_not_fine() -> None:
    """A program that could not begin has not passed."""
    assert not Examination("nb").good
    assert Examination("nb", [Finding("PDF", True, "", 0)]).good


def test_a_part_that_cannot_be_loaded_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    """Such as a library the installer forgot."""
    monkeypatch.setitem(sys.modules, "alembic.operations", None)
    with pytest.raises(ImportError, match="alembic"):
        parts()


def test_every_library_is_examined_also_one_that_nothing_loads_before_it_is_used() -> None:
    """What is imported within functions only is in the list, or the installed program could lack it unseen."""
    at_once: set[str] = set()
    at_use: set[str] = set()
    for path in (PROJECT / "kursapp").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        at_once |= _libraries(tree.body)
        at_use |= {
            name for each in ast.walk(tree) if isinstance(each, ast.FunctionDef) for name in _libraries(each.body)
        }
    examined = {name.partition(".")[0] for name in AT_FIRST_USE}
    assert {"typst", "psycopg"} <= at_use - at_once
    assert at_use - at_once <= examined


@pytest.mark.parametrize(
    ("system", "machine", "frozen", "missing"),
    [
        ("linux", "x86_64", True, set()),
        ("linux", "x86_64", False, {"psycopg"}),
        ("win32", "AMD64", True, set()),
        ("win32", "ARM64", True, {"hunspell"}),
        ("darwin", "arm64", True, set()),
        ("darwin", "x86_64", True, {"hunspell"}),
    ],
)
def test_a_library_that_cannot_be_there_is_not_missed(
    system: str, machine: str, frozen: bool, missing: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Spelling is not built for every machine, and only the installers bring the driver of a shared collection."""
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setattr("platform.machine", lambda: machine)
    assert {name for name in AT_FIRST_USE if not is_expected(name)} == missing


def _libraries(body: list[ast.stmt]) -> set[str]:
    """Return the libraries that statements import, also where they try to, and not where only types are checked."""
    found: set[str] = set()
    for each in body:
        if isinstance(each, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in each.names}
        elif isinstance(each, ast.ImportFrom) and not each.level:
            found.add((each.module or "").partition(".")[0])
        elif isinstance(each, ast.Try | ast.With):
            found |= _libraries(each.body)
    return found - sys.stdlib_module_names - {"kursapp", ""}


def test_results_are_not_written_of_no_answers(tmp_path: Path) -> None:
    """Where sealing failed, the results say so too instead of passing."""
    from kursapp.domain.exporting import ExportKind
    from kursapp.selftest.finding import UnexpectedError

    with pytest.raises(UnexpectedError):
        CohortExamination(tmp_path).results(ExportKind.XLSX)


@pytest.mark.parametrize(("language", "begins"), [("nb", "bruk: "), ("en", "usage: ")])
def test_a_word_it_does_not_know_is_refused(language: str, begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    """In the language asked for, and nothing is examined."""

    def never(*_: object) -> None:
        raise AssertionError("nothing is to be opened")

    assert SelfTest(never, never).run(["--tull", "--language", language]) == 2  # type: ignore[arg-type]
    told = capsys.readouterr()
    assert told.err.startswith(begins)
    assert "--tull" in told.err
    assert told.out == ""
