"""``kursapp check``: findings in three forms, exit codes, and ids that are written."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from kursapp.cli.check import as_record
from kursapp.domain.problem import Severity, problem
from tests.cli.conftest import SESSION, Done, SmallCourse

Command = Callable[..., Done]

NO_KEY = """### Spørsmål: Hvem bestemmer?
<!-- id: hvem -->
- [ ] Lederen <!-- id: hvem-a -->
- [ ] Saksbehandleren <!-- id: hvem-b -->
"""
NO_ID = """### Refleksjon: Hva tar du med deg?
"""


def test_a_sound_course_is_clean(course: SmallCourse, command: Command) -> None:
    """Nothing found is said, also where warnings count as errors."""
    assert command("check", course.folder) == Done(0, "Ingen funn.\n", "")
    assert command("check", course.folder, "--strict") == Done(0, "Ingen funn.\n", "")


def test_a_finding_says_where_what_and_how_to_mend_it(course: SmallCourse, command: Command) -> None:
    """Each finding is a place an editor can jump to, a sentence, and its remedy on the next line."""
    line = course.add(NO_KEY)
    done = command("check", course.folder)
    assert done.code == 1
    first, remedy, count = done.out.splitlines()
    assert first == f"{SESSION}:{line}:1: feil [no-key] «Hvem bestemmer?» har ingen fasit."
    assert remedy.startswith("    → ")
    assert count == "1 feil, 0 advarsler."


def test_warnings_fail_only_when_strict(course: SmallCourse, command: Command) -> None:
    """An id that is missing is a warning: exit 0, and 1 with ``--strict``."""
    course.add(NO_ID)
    assert command("check", course.folder).code == 0
    strict = command("check", course.folder, "--strict")
    assert strict.code == 1
    assert "advarsel [no-id]" in strict.out


def test_json_is_a_list_of_findings(course: SmallCourse, command: Command) -> None:
    """A machine reads file, line, column, code, severity, message, remedy and whether one step mends it."""
    line = course.add(NO_ID)
    done = command("check", course.folder, "--format", "json")
    (found,) = json.loads(done.out)
    assert list(found) == ["file", "line", "column", "code", "severity", "message", "remedy", "fixable"]
    assert (found["file"], found["line"], found["column"]) == (SESSION, line, 1)
    assert (found["code"], found["severity"], found["fixable"]) == ("no-id", "warning", True)
    assert "Hva tar du med deg?" in found["message"]
    assert "--fix" in found["remedy"]


def test_json_of_a_sound_course_is_an_empty_list(course: SmallCourse, command: Command) -> None:
    """A machine never has to read words."""
    assert json.loads(command("check", course.folder, "--format", "json").out) == []


def test_github_gets_a_command_for_each_finding(
    course: SmallCourse, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file is named as seen from where the check runs, which is the repository's root."""
    line = course.add(NO_KEY)
    monkeypatch.chdir(course.folder.parent)
    (row,) = command("check", "lite-kurs", "--format", "github").out.splitlines()
    assert row.startswith(f"::error file=lite-kurs/{SESSION},line={line},col=1,title=no-key::«Hvem bestemmer?»")


def test_github_values_are_escaped(course: SmallCourse, command: Command) -> None:
    """A title or a file name can neither end the command nor begin another."""
    course.add("### Spørsmål: Er 100 % riktig, alltid::kanskje?\n- [ ] A\n- [ ] B\n")
    (course.folder / "a,b:c.md").write_text("# Utkast\n", encoding="utf-8")
    rows = command("check", course.folder, "--format", "github").out.splitlines()
    assert all(row.startswith(("::error ", "::warning ")) for row in rows)
    assert any("100 %25 riktig, alltid::kanskje?" in row for row in rows)
    assert any("/a%2Cb%3Ac.md,line=1" in row for row in rows)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ("feil [no-key]", "har ingen fasit", "1 feil, 0 advarsler.")),
        ("nn", ("feil [no-key]", "har ingen fasit", "1 feil, 0 åtvaringar.")),
        ("en", ("error [no-key]", "has no key", "1 errors, 0 warnings.")),
    ],
)
def test_findings_are_told_in_the_language_asked_for(
    course: SmallCourse, command: Command, language: str, words: tuple[str, ...]
) -> None:
    """All three languages are complete."""
    course.add(NO_KEY)
    done = command("check", course.folder, "--language", language)
    assert all(word in done.out for word in words)


def test_a_finding_about_the_course_as_a_whole_has_no_line() -> None:
    """Then the record holds an empty file and line 0."""
    record = as_record(problem("name-unreadable", "", 0, severity=Severity.ERROR, name="x"), "nb")
    assert (record["file"], record["line"]) == ("", 0)


def test_findings_stand_in_the_order_of_the_course(course: SmallCourse, command: Command) -> None:
    """The cover's come first, then each session's by line."""
    course.add(NO_KEY, "dag-1/quiz.md")
    course.add(NO_KEY.replace("hvem", "hvem-to"))
    course.add("## Dag 2: Uten økter\n\n1. [Borte](dag-2/borte.md)\n", "kurs.md")
    found = json.loads(command("check", course.folder, "--format", "json").out)
    assert [one["file"] for one in found] == ["kurs.md", SESSION, "dag-1/quiz.md"]


def test_fix_says_how_many_ids_it_wrote(course: SmallCourse, command: Command) -> None:
    """The findings that are told are those left afterwards."""
    course.add(NO_ID)
    assert command("check", course.folder, "--fix") == Done(0, "Skrev 1 id-er.\nIngen funn.\n", "")
    assert command("check", course.folder, "--fix") == Done(0, "Skrev 0 id-er.\nIngen funn.\n", "")


def test_fix_keeps_json_pure(course: SmallCourse, command: Command) -> None:
    """What a machine reads holds no sentence about what was written."""
    course.add(NO_ID)
    assert json.loads(command("check", course.folder, "--fix", "--format", "json").out) == []


def test_fix_leaves_every_other_fault(course: SmallCourse, command: Command) -> None:
    """A misspelt keyword has a repair too, and is the author's to make."""
    course.add("### Sporsmål: Hvem?\n- [x] A <!-- id: f-a -->\n- [ ] B <!-- id: f-b -->\n  > Nei.\n")
    before = (course.folder / SESSION).read_text(encoding="utf-8")
    command("check", course.folder, "--fix")
    after = (course.folder / SESSION).read_text(encoding="utf-8")
    assert "### Sporsmål: Hvem?" in after
    assert before.count("\n") <= after.count("\n")


def test_fix_in_a_folder_that_cannot_be_written_changes_nothing(
    course: SmallCourse, command: Command, sealed: Callable[[Path], object]
) -> None:
    """One sentence says why, and no file is half written."""
    course.add(NO_ID)
    before = {path: path.read_bytes() for path in course.folder.rglob("*") if path.is_file()}
    with sealed(course.folder):
        done = command("check", course.folder, "--fix")
    assert done.code == 2
    assert len(done.err.splitlines()) == 1
    assert before == {path: path.read_bytes() for path in course.folder.rglob("*") if path.is_file()}
