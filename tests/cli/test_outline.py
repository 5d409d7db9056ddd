"""``kursapp outline``: the course as a tree, and as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SESSION, Done, SmallCourse

Command = Callable[..., Done]


def test_the_tree_shows_days_sessions_pages_and_minutes(course: SmallCourse, command: Command) -> None:
    """Each with what its author says and what is computed, and the sum of it last."""
    rows = command("outline", course.folder).out.splitlines()
    assert rows[0] == "Lite kurs (lite-kurs 0.1.0)"
    assert any(row.startswith("├─ Dag 1: Den første dagen  ") for row in rows)
    assert any(row.startswith("│  ├─ Slik skriver du en økt  38 min, beregnet ") and SESSION in row for row in rows)
    assert any(row.startswith("│  │  ├─ Én side, én tanke  beregnet ") for row in rows)
    assert rows[-1].startswith("└─ I alt: ")


def test_json_holds_the_same(course: SmallCourse, command: Command) -> None:
    """Ids, files and kinds for a machine; the day's minutes are the sum of its sessions'."""
    told = json.loads(command("outline", course.folder, "--format", "json").out)
    assert (told["id"], told["version"], told["title"]) == ("lite-kurs", "0.1.0", "Lite kurs")
    (day,) = told["modules"]
    assert day["minutes"] == sum(session["minutes"] for session in day["sessions"])
    assert day["workload"] == pytest.approx(sum(session["workload"] for session in day["sessions"]), abs=0.2)
    assert {page["kind"] for session in day["sessions"] for page in session["pages"]} == {"text", "quiz", "evaluation"}


def test_a_bank_is_shown_and_not_counted(course: SmallCourse, command: Command) -> None:
    """Questions that are only drawn take nobody's time."""
    (course.folder / "bank.md").write_text("# Bank\n\n## Spørsmål\n\nTekst.\n", encoding="utf-8")
    before = command("outline", course.folder).out.splitlines()[-1]
    course.add("## Bank\n- [Sluttprøve](bank.md)\n", "kurs.md")
    rows = command("outline", course.folder).out.splitlines()
    assert "├─ Bank  bank" in rows
    assert rows[-1] == before


@pytest.mark.parametrize(("language", "words"), [("nn", "rekna"), ("en", "computed")])
def test_the_tree_is_told_in_the_language_asked_for(
    course: SmallCourse, command: Command, language: str, words: str
) -> None:
    """The words around the minutes follow ``--language``."""
    assert words in command("outline", course.folder, "--language", language).out


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_a_course_does_not_steer_the_terminal(course: SmallCourse, command: Command) -> None:
    """Neither by a title nor by a file's name; in what was found, in the tree, nor in what is refused."""
    cover = course.folder / "kurs.md"
    cover.write_text(cover.read_text("utf-8").replace("# Lite kurs", "# Lite\x1b[2J kurs\u202e"), "utf-8")
    (course.folder / "bank\x1b[31m\nx.md").write_text("# Bank\n\n## Spørsmål\n\nTekst.\n", "utf-8")
    said = [command("outline", course.folder), command("check", course.folder)]
    said.append(command("outline", course.folder / "bank\x1b[31m\nx.md"))
    for done in said:
        assert not [line for line in (done.out + done.err).splitlines() if "\x1b" in line or "\u202e" in line]
    assert said[0].out.startswith("Lite\\u001b[2J kurs\\u202e (lite-kurs")
    assert said[2].err.count("\n") == 1


def test_no_course_is_told_in_a_sentence(command: Command, tmp_path: Path) -> None:
    """Exit 2 and nothing on standard output."""
    done = command("outline", tmp_path)
    assert (done.code, done.out) == (2, "")
    assert "er tom" in done.err
