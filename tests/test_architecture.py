"""The house rules as tests: floors, sizes and names."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent
MODULES = sorted((PROJECT / "kursapp").rglob("*.py"))
NAMELESS_ROOMS = {"utils", "util", "common", "misc", "helpers", "helper", "manager", "base"}


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the import contracts of pyproject.toml on the package in a folder."""
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_imports_keep_to_the_floors() -> None:
    """Every import contract holds for the package as it stands."""
    outcome = lint_imports(PROJECT)
    assert outcome.returncode == 0, outcome.stdout


BREACHES = {
    "The floors of the house": ("domain/breach.py", "import kursapp.services"),
    "The ground floor knows no library": ("domain/breach.py", "import msgspec"),
    "Qt only in the window": ("services/breach.py", "import PySide6"),
    "SQLAlchemy only in storage": ("services/breach.py", "import sqlalchemy"),
    "Python-Markdown only in content": ("services/breach.py", "import markdown"),
    "FSRS only in services": ("ui/breach.py", "import fsrs"),
    "through services only": ("ui/breach.py", "import kursapp.storage"),
}


@pytest.mark.parametrize("contract", BREACHES)
def test_each_import_contract_can_fail(contract: str, tmp_path: Path) -> None:
    """A module that breaks a contract makes that contract fail, so none is written in vain."""
    shutil.copytree(PROJECT / "kursapp", tmp_path / "kursapp", ignore=shutil.ignore_patterns("__pycache__", "_data"))
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    path, line = BREACHES[contract]
    (tmp_path / "kursapp" / path).write_text(f"{line}\n")
    outcome = lint_imports(tmp_path)
    assert outcome.returncode != 0
    broken = [row for row in outcome.stdout.splitlines() if row.rstrip().endswith("BROKEN")]
    assert any(contract in row for row in broken), outcome.stdout


GOES_OUT = re.compile(
    r"^\s*(?:import|from)\s+(?:socket|ssl|http|ftplib|smtplib|socketserver|xmlrpc|asyncio|webbrowser|subprocess|requests"
    r"|httpx|urllib\.request|PySide6\.QtWebEngine\w*)\b"
    r"|\bimport\s+.*\b(?:QProcess|QTcpSocket|QTcpServer|QUdpSocket|QSslSocket|QNetworkAccessManager|QWebSocket)\b"
    r"|\bos\.(?:system|popen|startfile|exec[lv]\w*|spawn[lv]\w*)\b"
    r"|\bQDesktopServices\.openUrl\b",
    re.MULTILINE,
)


def test_nothing_opens_a_connection_or_starts_a_program() -> None:
    """But for the one place that has asked first, before the browser or the player opens what a course names."""
    found = {path.relative_to(PROJECT).as_posix() for path in MODULES if GOES_OUT.search(path.read_text("utf-8"))}
    assert found == {"kursapp/ui/participant/page_links.py"}
    assert GOES_OUT.search("from urllib.request import urlopen")
    assert GOES_OUT.search("from PySide6.QtNetwork import QLocalSocket, QNetworkAccessManager")


PARSES = re.compile(
    r"kursapp\.content\.(?:assembly|cover|glossary|live_draft|markup|one_page|page_text|pages|processor|scanner|session)\b"
    r"|kursapp\.content\.parsing import (?!FILE_SECONDS$)",
    re.MULTILINE,
)


def test_course_text_is_parsed_in_the_worker_only() -> None:
    """Who asks for a course names jobs to the bounded process; none of them reaches for what parses."""
    askers = ("services", "ui", "cli", "app", "demo")
    found = [path for path in MODULES if path.relative_to(PROJECT / "kursapp").parts[0] in askers]
    assert len(found) > 300
    assert [path for path in found if PARSES.search(path.read_text("utf-8"))] == []
    assert PARSES.search("from kursapp.content.session import parse_session")


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_modules_stay_small_and_have_a_name_of_their_own(module: Path) -> None:
    """No module has over 500 lines (the main window 400), and none is called after nothing."""
    lines = len(module.read_text(encoding="utf-8").splitlines())
    assert lines <= (400 if module.name == "main_window.py" else 500)
    assert not NAMELESS_ROOMS & set(module.relative_to(PROJECT).with_suffix("").parts)


def test_tests_mirror_the_package() -> None:
    """Every folder of tests is named after a room of the package, or is one of the named exceptions."""
    rooms = {path.name for path in (PROJECT / "kursapp").iterdir() if path.is_dir()}
    others = {"journeys", "leaks", "faults", "benchmarks", "installer", "data", "courses", "__pycache__"}
    found = {path.name for path in (PROJECT / "tests").iterdir() if path.is_dir()}
    assert found <= rooms | others


def test_nothing_tracked_names_a_place_on_one_machine() -> None:
    """No file of the project carries an absolute home path or a package registry's address."""
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    pattern = re.compile(r"(/home/\w|/root/|pypi\.org/simple|files\.pythonhosted)")
    for name in listed.stdout.splitlines():
        path = PROJECT / name
        # Tests hold made-up paths of made-up people on purpose.
        if path.suffix in {".py", ".md", ".toml", ".lock", ".spec", ".svg"} and not name.startswith("tests/"):
            assert not pattern.search(path.read_text(encoding="utf-8")), name
