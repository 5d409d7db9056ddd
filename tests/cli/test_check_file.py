"""``kursapp check`` of one file: a page, a picture, or a file that came from somebody else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import SESSION, Done, SmallCourse

Command = Callable[..., Done]


def test_a_file_alone_is_checked_without_what_only_a_course_could_show(command: Command, tmp_path: Path) -> None:
    """Its links may be right where it comes from; an address no course may have is wrong anywhere."""
    file = tmp_path / "side.md"
    file.write_text("# Hei\n\n## Side\n\n[a](../b.md) ![c](c.png) [d](file:///e)\n", "utf-8")
    found = json.loads(command("check", file, "--format", "json").out)
    assert [(one["code"], one["file"], one["line"]) for one in found] == [("forbidden-address", "side.md", 5)]


def test_a_file_of_a_course_is_checked_in_it(command: Command, course: SmallCourse) -> None:
    """Only its own findings are told, those too that the course around it decides."""
    course.add("Se [naboen](mangler.md).\n")
    course.add("[ut](file:///x)\n", "dag-1/quiz.md")
    found = json.loads(command("check", course.folder / SESSION, "--format", "json").out)
    assert {(one["code"], one["file"]) for one in found} == {("dead-link", SESSION)}


@pytest.mark.parametrize("name", ["cohort-1.kull", "answers-1.svar", "progress-1.fremdrift", "profile-1.flytt"])
def test_a_file_from_somebody_else_says_what_it_is(command: Command, project: Path, name: str) -> None:
    """By its outside: nothing is opened, and no key is asked for."""
    done = command("check", project / "tests/data" / name)
    assert (done.code, done.err) == (0, "")
    assert done.out.endswith(".\n")
    assert "…" not in done.out


@pytest.mark.parametrize("suffix", ["kull", "svar", "fremdrift", "flytt", "nokkel", "kurs", "png", "svg"])
def test_something_else_under_such_a_name_is_told(command: Command, tmp_path: Path, suffix: str) -> None:
    """In one sentence, whatever it is."""
    file = tmp_path / f"falsk.{suffix}"
    file.write_bytes(b"Hei, dette er et brev." * 20)
    done = command("check", file)
    assert done.code == (1 if suffix in ("png", "svg") else 2)
    told = done.out if done.code == 1 else done.err
    assert "Traceback" not in told
    assert told.rstrip().endswith(".")


def test_a_sound_picture_has_no_findings(command: Command, course: SmallCourse) -> None:
    """As it would be found in a course that shows it."""
    assert command("check", course.folder / "media/okta.svg") == Done(0, "Ingen funn.\n", "")


def test_ids_are_not_written_in_one_file(command: Command, course: SmallCourse) -> None:
    """They must be like no other in the course."""
    before = (course.folder / SESSION).read_bytes()
    done = command("check", course.folder / SESSION, "--fix")
    assert done.code == 2
    assert "--fix" in done.err
    assert (course.folder / SESSION).read_bytes() == before
