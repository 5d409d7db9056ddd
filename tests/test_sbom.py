"""What is said of Kursapp's parts is so: every package it needs, its version, licence and hashes, in a sound SBOM."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_expression, is_supported_id
from cyclonedx.validation.json import JsonStrictValidator
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tools.make_sbom import NOTICES, OWN, TABLE, Inside, Part, bill, insides, main, notices, parts, read_lock, table
from tools.shipped_parts import PURPOSES


@pytest.fixture(scope="module")
def every() -> tuple[Part, ...]:
    """Gather the packages once."""
    return parts()


@pytest.fixture(scope="module")
def within() -> tuple[Inside, ...]:
    """Gather what lies inside once."""
    return insides()


@pytest.fixture(scope="module")
def sbom(every: tuple[Part, ...], within: tuple[Inside, ...]) -> str:
    """Make the SBOM once."""
    return bill("1.2.3", every, within)


def test_what_is_committed_is_fresh() -> None:
    """The table and the licences are as ``make sbom`` writes them from the lock and the installed packages."""
    assert main(["--check"]) == 0


def test_a_stale_file_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """So the test above can fail."""
    monkeypatch.setattr("tools.make_sbom._present", lambda _path: "")
    assert main(["--check"]) == 1
    assert str(TABLE) in capsys.readouterr().out


def test_every_dependency_is_there_with_a_purpose(project: Path, every: tuple[Part, ...]) -> None:
    """All of ``pyproject.toml``, whichever system asks for it, and what they need in turn."""
    about = tomllib.loads((project / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = about["dependencies"] + about["optional-dependencies"]["postgres"]
    direct = {canonicalize_name(Requirement(each).name) for each in wanted}
    assert direct == {part.name for part in every if OWN in part.needed_by}
    assert direct == set(PURPOSES)
    assert {part.name for part in every if part.is_optional} == {"psycopg", "psycopg-binary"}
    assert {"cffi", "shiboken6", "lxml", "tzdata"} <= {part.name for part in every}
    assert not {"pytest", "hypothesis", "numpy"} & {part.name for part in every}


def test_every_part_has_a_licence_spdx_knows_and_its_text(every: tuple[Part, ...], within: tuple[Inside, ...]) -> None:
    """An identifier or an expression; a package without its text would be shipped against its licence."""
    for name, licence in [(one.name, one.licence) for one in (*every, *within)]:
        assert is_supported_id(licence) or is_expression(licence), name
    assert [part.name for part in every if not part.texts] == []
    assert [part.name for part in every if not part.hashes] == []


def test_the_sbom_is_sound_and_says_it_all(
    sbom: str, every: tuple[Part, ...], within: tuple[Inside, ...], project: Path
) -> None:
    """By the official schema; versions and hashes are those of the lock, and each part hangs on what asks for it."""
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(sbom) is None
    told = json.loads(sbom)
    lock = read_lock((project / "requirements.lock").read_text("utf-8"))
    by_purl = {each["purl"]: each for each in told["components"]}
    for part in every:
        one = by_purl[f"pkg:pypi/{part.name}@{lock[part.name].version}"]
        assert {each["content"] for each in one["hashes"]} == set(lock[part.name].hashes)
        assert one["licenses"]
        assert one["scope"] == ("optional" if part.is_optional else "required")
    assert {each.purl for each in within} <= set(by_purl)
    hangs = {each["ref"]: set(each.get("dependsOn", ())) for each in told["dependencies"]}
    reached, waiting = set(), {f"pkg:pypi/{OWN}@1.2.3"}
    while waiting:
        reached |= waiting
        waiting = set().union(*(hangs.get(one, set()) for one in waiting)) - reached
    assert set(by_purl) <= reached


def test_equal_input_gives_equal_files(sbom: str, every: tuple[Part, ...], within: tuple[Inside, ...]) -> None:
    """No time and no chance is in it; another version is another file."""
    assert bill("1.2.3", every, within) == sbom
    assert bill("1.2.4", every, within) != sbom


def test_an_unsound_sbom_is_never_written(monkeypatch: pytest.MonkeyPatch, every: tuple[Part, ...]) -> None:
    """The schema is asked before anything is on the disk."""
    monkeypatch.setattr("tools.make_sbom.JsonStrictValidator.validate_str", lambda _self, _text: "odd")
    with pytest.raises(ValueError, match="schema: odd"):
        bill("1", every, ())


def test_the_lock_is_read_whole() -> None:
    """Marks of systems and several versions for several Pythons are understood; the first is the one listed."""
    a, b = "a" * 64, "b" * 64
    lock = read_lock(
        f"# made by\nOne.two==1.0 ; sys_platform == 'win32' \\\n    --hash=sha256:{b} \\\n    --hash=sha256:{a}\n"
        f"numpy==2.4 ; python_full_version < '3.12' \\\n    --hash=sha256:{a}\nnumpy==2.5 \\\n    --hash=sha256:{b}\n"
    )
    assert lock["one-two"] == ("1.0", (a, b))
    assert lock["numpy"].version == "2.4"


def test_each_licence_stands_once_under_all_it_is_for(every: tuple[Part, ...], within: tuple[Inside, ...]) -> None:
    """And the table is Markdown with one row for each part."""
    text = notices(every, within)
    assert text.count("GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3") == 1
    assert "pyside6-essentials, shiboken6" in text
    rows = re.findall(r"^\| (?!pakke|del|-)", table(every, within), re.MULTILINE)
    assert len(rows) == len(every) + len(within)
    assert NOTICES.name == "third-party.txt"
