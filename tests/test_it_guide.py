"""What IT is told is so: folders, files, variables and limits are those of the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from platformdirs.macos import MacOS
from platformdirs.unix import Unix
from platformdirs.windows import get_win_folder_from_env_vars

from kursapp.__main__ import FILES
from kursapp.cli.commands import OWN
from kursapp.trouble.log import DAYS
from kursapp.vault.passphrases import STRONG

PROJECT = Path(__file__).resolve().parent.parent
GUIDE = PROJECT / "docs" / "it.md"
SECURITY = PROJECT / "SECURITY.md"
_VARIABLE = re.compile(r"KURSAPP_[A-Z_]+")
_LINK = re.compile(r"\]\((?!https?:|#)([^)\s#]+)")


@pytest.fixture(scope="module")
def guide() -> str:
    """Read the guide once."""
    return GUIDE.read_text("utf-8")


def test_every_variable_is_told_and_no_other(guide: str) -> None:
    """A setting nobody knows of is one nobody can trust."""
    in_code = {
        name for path in (PROJECT / "kursapp").rglob("*.py") for name in _VARIABLE.findall(path.read_text("utf-8"))
    }
    assert set(_VARIABLE.findall(guide)) == in_code


def test_the_folders_are_those_of_each_system(guide: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the library that finds them says, for this program's name."""
    monkeypatch.setenv("HOME", "/h")
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    folders = [found(each) for each in (MacOS, Unix) for found in (_data, _cache)]
    monkeypatch.setenv("LOCALAPPDATA", "%LOCALAPPDATA%")
    folders.append(get_win_folder_from_env_vars("CSIDL_LOCAL_APPDATA") + "\\Kursapp")
    for folder in folders:
        assert f"`{folder.replace('/h/', '~/')}`" in guide


def _data(system: type[MacOS | Unix]) -> str:
    return system("Kursapp", appauthor=False).user_data_dir


def _cache(system: type[MacOS | Unix]) -> str:
    return system("Kursapp", appauthor=False).user_cache_dir


def test_every_kind_of_file_is_told(guide: str) -> None:
    """Those the window opens, and those that only leave it."""
    assert not [suffix for suffix in (*FILES, ".svar", ".fremdrift", ".nokkel") if f"`{suffix}`" not in guide]


def test_numbers_are_those_of_the_code(guide: str) -> None:
    """How long logs are kept, and what a try at a passphrase costs."""
    assert f"slettes etter {DAYS} dager" in guide
    assert f"{STRONG.memory // 2**20} MiB" in guide


def test_the_commands_it_names_exist(guide: str) -> None:
    """Each ``kursapp VERB``."""
    verbs = {command.__name__.rpartition(".")[2] for command in OWN if hasattr(command, "__name__")}
    named = set(re.findall(r"`kursapp ([a-z]+)", guide))
    assert named
    assert named <= verbs


@pytest.mark.parametrize("page", [GUIDE, SECURITY], ids=lambda page: page.name)
def test_what_it_leads_to_is_there(page: Path) -> None:
    """And the headings within a page that it names."""
    text = page.read_text("utf-8")
    assert [target for target in _LINK.findall(text) if not (page.parent / target).exists()] == []
    headings = {re.sub(r"[^\w -]", "", line.lower()).replace(" ", "-") for line in re.findall(r"^#+ (.+)$", text, re.M)}
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings
