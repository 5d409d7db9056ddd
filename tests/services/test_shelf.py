"""The courses there are to take are the folders with a cover."""

from __future__ import annotations

from pathlib import Path

from kursapp.services.shelf import course_folders


def test_folders_with_a_cover_are_courses(tmp_path: Path) -> None:
    """In Norwegian or English, by name; files, other folders and roots that are gone have none."""
    for name, cover in (("b", "kurs.md"), ("a", "course.md"), ("c", "notater.md")):
        (tmp_path / name).mkdir()
        (tmp_path / name / cover).write_text("# X\n", "utf-8")
    (tmp_path / "STIL.md").write_text("x", "utf-8")
    (tmp_path / "d").mkdir()
    assert course_folders((tmp_path / "gone", tmp_path)) == (tmp_path / "a", tmp_path / "b")
