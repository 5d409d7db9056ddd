"""The file list of a course: what is on it, what is left out, and which folders are refused."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kursapp.content import folder as rules
from kursapp.content.folder import list_files
from kursapp.domain.problem import KursappError


def course(root: Path, *names: str) -> Path:
    for name in ("kurs.md", *names):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x")
    return root


def refusal(root: Path) -> str:
    with pytest.raises(KursappError) as refused:
        list_files(root)
    assert refused.value.problem.value("folder") == str(root)
    return refused.value.problem.code


def test_files_are_listed_with_forward_slashes_and_without_hidden_ones(tmp_path: Path) -> None:
    """Folders in folders are walked; dot files and dot folders are no part of a course."""
    course(tmp_path, "dag-1/en.md", "media/bilde å.png", ".git/config", "dag-1/.skjult.md")
    listing = list_files(tmp_path)
    assert sorted(listing.files) == ["dag-1/en.md", "kurs.md", "media/bilde å.png"]
    assert (listing.cover, listing.problems) == ("kurs.md", ())
    assert listing.files["kurs.md"].size == 1
    assert listing.read("dag-1/en.md", 10) == b"x"


def test_a_path_off_the_list_is_never_read(tmp_path: Path) -> None:
    """Only listed paths have a place on disk."""
    (tmp_path / "hemmelig.txt").write_text("x")
    listing = list_files(course(tmp_path / "kurs"))
    with pytest.raises(KeyError):
        listing.read("../hemmelig.txt", 10)


def test_names_written_with_split_letters_are_found_by_composed_ones(tmp_path: Path) -> None:
    """A disk that writes ``å`` as two characters lists the same name, and the file can be read."""
    name = "økta.md"
    course(tmp_path, name)
    listing = list_files(tmp_path)
    assert "økta.md" in listing.files
    assert listing.read("økta.md", 10) == b"x"


@pytest.mark.parametrize("name", ["kurs.md", "Kurs.MD", "course.md"])
def test_the_cover_may_have_its_english_name_and_any_case(tmp_path: Path, name: str) -> None:
    """``kurs.md`` and ``course.md`` are covers, however their letters are written."""
    (tmp_path / name).write_text("x")
    assert list_files(tmp_path).cover == name


def test_folders_that_are_no_course_are_refused_by_name(tmp_path: Path) -> None:
    """Missing, a file, empty, or without a cover: each has its own code."""
    assert refusal(tmp_path / "borte") == "course-folder-missing"
    (tmp_path / "fil").write_text("x")
    assert refusal(tmp_path / "fil") == "course-not-a-folder"
    (tmp_path / "tom").mkdir()
    assert refusal(tmp_path / "tom") == "empty-folder"
    (tmp_path / "fil.txt").write_text("x")
    assert refusal(tmp_path) == "not-a-course"


def test_a_course_of_too_many_files_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One file more than allowed is too many; as many as allowed are not."""
    monkeypatch.setattr(rules, "MOST_FILES", 5)
    course(tmp_path, *(f"{number}.md" for number in range(4)))
    assert len(list_files(tmp_path).files) == 5
    (tmp_path / "en til.md").write_text("x")
    assert refusal(tmp_path) == "too-many-files"


def test_a_course_of_too_many_bytes_is_refused(tmp_path: Path) -> None:
    """A hundred million bytes is the most, counted without opening a file."""
    course(tmp_path)
    with (tmp_path / "film.mp4").open("wb") as film:
        film.truncate(100_000_000)
    assert refusal(tmp_path) == "course-too-large"


def test_paths_too_deep_or_too_long_are_left_out_and_told(tmp_path: Path) -> None:
    """What lies too deep is neither listed nor walked into."""
    deep = "/".join("abcdefgh") + "/fil.md"
    course(tmp_path, "a/b/c/d/e/f/g/fil.md", deep, "x" * 198 + ".md")
    listing = list_files(tmp_path)
    assert sorted(listing.files) == ["a/b/c/d/e/f/g/fil.md", "kurs.md"]
    assert sorted((found.code, found.file[:15]) for found in listing.problems) == [
        ("path-too-long", "a/b/c/d/e/f/g/h"),
        ("path-too-long", "x" * 15),
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_to_elsewhere_are_left_out_and_told(tmp_path: Path) -> None:
    """A link could show any file of the machine as the course's own."""
    (tmp_path / "hemmelig.txt").write_text("x")
    root = course(tmp_path / "kurs")
    (root / "lenke.md").symlink_to(tmp_path / "hemmelig.txt")
    (root / "mappe").symlink_to(tmp_path)
    listing = list_files(root)
    assert sorted(listing.files) == ["kurs.md"]
    assert [(found.code, found.file) for found in listing.problems] == [
        ("link-in-folder", "lenke.md"),
        ("link-in-folder", "mappe"),
    ]


def test_a_folder_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A part without rights is named and the rest is there; without rights to the whole, the course is refused."""
    course(tmp_path, "lukket/fil.md", "apen/fil.md")
    real = os.scandir

    def scandir(path: Path) -> object:
        if path.name == "lukket":
            raise PermissionError(13, "Permission denied")
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    listing = list_files(tmp_path)
    assert sorted(listing.files) == ["apen/fil.md", "kurs.md"]
    assert [(found.code, found.file) for found in listing.problems] == [("folder-part-unreadable", "lukket/")]

    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert refusal(tmp_path) == "course-folder-unreadable"


def test_a_disk_that_fails_between_two_looks_at_the_folder_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cover was there a moment ago; without its folder's list the course is refused, not half a course."""
    course(tmp_path)

    def scandir(path: Path) -> object:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "scandir", scandir)
    assert refusal(tmp_path) == "course-folder-unreadable"


def test_a_course_of_far_too_much_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading it would take for ever; of a file that is too large only so much counts as would be read of it."""
    monkeypatch.setattr("kursapp.content.folder.MOST_TEXT", 3_000)
    monkeypatch.setattr("kursapp.content.folder.LARGEST_FILE", 1_000)
    (tmp_path / "kurs.md").write_text("# K")
    (tmp_path / "stor.md").write_bytes(b"x" * 100_000)
    (tmp_path / "bilde.png").write_bytes(b"x" * 100_000)
    assert "stor.md" in list_files(tmp_path).files
    for number in range(3):
        (tmp_path / f"{number}.md").write_bytes(b"x" * 1_000)
    with pytest.raises(KursappError) as refused:
        list_files(tmp_path)
    assert refused.value.problem.code == "course-too-much-text"
