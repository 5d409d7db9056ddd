"""The author's drafts: new ones, those that are there already, and copies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pytest

from kursapp import paths
from kursapp.domain.problem import KursappError
from kursapp.services.author import Author
from tests.services.conftest import HandClock

TEMPLATE = paths.assets() / "nytt-kurs"


class Sealed(Protocol):
    def __call__(self, folder: Path, /) -> AbstractContextManager[None]: ...


@pytest.fixture
def author(tmp_path: Path) -> Iterator[Author]:
    """Return the author's drafts, none yet."""
    found = Author(tmp_path / "data", HandClock())
    yield found
    found.close()


def code_of(attempt: object) -> str:
    """Return the code of what an attempt refuses."""
    assert callable(attempt)
    with pytest.raises(KursappError) as refused:
        attempt()
    return refused.value.problem.code


def test_nothing_is_made_before_there_is_a_draft(author: Author, tmp_path: Path) -> None:
    """Asking for the list leaves no trace."""
    assert author.drafts() == ()
    assert not (tmp_path / "data").exists()


def test_a_new_course_is_a_draft(author: Author, tmp_path: Path) -> None:
    """Called what she calls it, in the folder she chose."""
    card = author.new(tmp_path / "kurs", "Å lede  godt\n", TEMPLATE)
    assert (card.title, card.course_id, card.folder) == ("Å lede godt", "aa-lede-godt", tmp_path / "kurs")
    assert author.drafts() == (card,)
    assert "kurs.md" in author.open(card.id).texts()


def test_a_course_that_cannot_be_made_is_no_draft(author: Author, tmp_path: Path) -> None:
    """The list stays as it was."""
    (tmp_path / "kurs").mkdir()
    (tmp_path / "kurs" / "notat.txt").write_text("x")
    assert code_of(lambda: author.new(tmp_path / "kurs", "", TEMPLATE)) == "folder-not-empty"
    assert author.drafts() == ()


def test_a_folder_is_opened_where_it_is(author: Author, tmp_path: Path) -> None:
    """Given by a path with turns in it, or once more: one draft, and nothing in the folder is touched."""
    author.new(tmp_path / "kurs", "", TEMPLATE)
    (card,) = author.drafts()
    author.forget(card.id)
    assert author.drafts() == ()
    (tmp_path / "annet").mkdir()
    assert author.add(tmp_path / "annet" / ".." / "kurs").id == card.id
    assert author.add(tmp_path / "kurs").id == card.id
    assert len(author.drafts()) == 1


def test_what_is_no_course_is_refused(author: Author, tmp_path: Path) -> None:
    """Each with its own sentence."""
    (tmp_path / "tom").mkdir()
    (tmp_path / "fil").write_text("x")
    assert code_of(lambda: author.add(tmp_path / "borte")) == "course-folder-missing"
    assert code_of(lambda: author.add(tmp_path / "fil")) == "course-not-a-folder"
    assert code_of(lambda: author.add(tmp_path / "tom")) == "not-a-course"
    assert code_of(lambda: author.add(tmp_path / "\udcff")) == "name-unreadable"


def test_the_programs_own_courses_are_not_written_in(
    author: Author, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One from a package would be replaced by the next version of it, one that came with the program likewise."""
    installed = tmp_path / "data" / "courses" / "kurset" / "1.0"
    brought = tmp_path / "_data" / "courses"
    monkeypatch.setattr(paths, "bundled_courses", lambda: brought)
    for folder in (installed, brought / "kurset"):
        folder.mkdir(parents=True)
        (folder / "kurs.md").write_text("# Kurs\n")
        assert code_of(lambda folder=folder: author.add(folder)) == "draft-of-the-program"
        assert code_of(lambda folder=folder: author.new(folder / "nytt", "", TEMPLATE)) == "draft-of-the-program"


@pytest.mark.parametrize("new_id", [None, "mitt-eget"])
def test_a_course_is_copied_before_it_is_written_in(new_id: str | None, author: Author, tmp_path: Path) -> None:
    """Byte for byte, but for the id of a course of her own; the list a package carries stays behind."""
    source = tmp_path / "fra"
    (source / "media").mkdir(parents=True)
    (source / "kurs.md").write_bytes(b"\xef\xbb\xbf---\r\nversjon: 1\r\nid: kurset\r\n---\r\n# Kurset\r\n")
    (source / "media" / "a.png").write_bytes(b"\x89PNG\r\n")
    (source / "kurspakke.json").write_text("{}")
    card = author.copy(source, tmp_path / "til", new_id=new_id)
    assert card.course_id == (new_id or "kurset")
    cover = (tmp_path / "til" / "kurs.md").read_bytes()
    assert cover == (source / "kurs.md").read_bytes().replace(b"kurset\r", (card.course_id + "\r").encode())
    assert (tmp_path / "til" / "media" / "a.png").read_bytes() == b"\x89PNG\r\n"
    assert not (tmp_path / "til" / "kurspakke.json").exists()
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("cover", ["# Kurset\n", "---\nversjon: 1\n---\n# Kurset\n"])
def test_a_course_without_an_id_gets_one(cover: str, author: Author, tmp_path: Path) -> None:
    """In the front matter, which is made where there is none."""
    (tmp_path / "fra").mkdir()
    (tmp_path / "fra" / "kurs.md").write_text(cover)
    card = author.copy(tmp_path / "fra", tmp_path / "til", new_id="mitt-eget")
    assert (card.course_id, card.title) == ("mitt-eget", "Kurset")


@pytest.mark.parametrize("bad", ["", "Mitt kurs", "ås", "../x", "MITT"])
def test_an_id_that_cannot_be_one_is_refused(bad: str, author: Author, tmp_path: Path) -> None:
    """Before anything is written."""
    author.new(tmp_path / "fra", "", TEMPLATE)
    assert code_of(lambda: author.copy(tmp_path / "fra", tmp_path / "til", new_id=bad)) == "draft-id-unsafe"
    assert not (tmp_path / "til").exists()


def test_a_copy_that_cannot_be_written_leaves_nothing(author: Author, tmp_path: Path, sealed: Sealed) -> None:
    """No half course, and no draft of one."""
    author.new(tmp_path / "fra", "", TEMPLATE)
    (tmp_path / "låst").mkdir()
    with sealed(tmp_path / "låst"):
        assert code_of(lambda: author.copy(tmp_path / "fra", tmp_path / "låst" / "til")) == "folder-unwritable"
    assert not list((tmp_path / "låst").iterdir())
    assert len(author.drafts()) == 1


def test_an_open_draft_is_one(author: Author, tmp_path: Path) -> None:
    """Asked for twice it is the same, so what it knows of the disk is known once."""
    card = author.new(tmp_path / "kurs", "", TEMPLATE)
    assert author.open(card.id) is author.open(card.id)


def test_a_draft_out_of_reach_is_not_opened(author: Author, tmp_path: Path) -> None:
    """It is told where it should be; one that is not on the list is told otherwise."""
    card = author.new(tmp_path / "kurs", "", TEMPLATE)
    (tmp_path / "kurs").rename(tmp_path / "flyttet")
    with pytest.raises(KursappError) as refused:
        author.open(card.id)
    assert refused.value.problem.code == "draft-folder-missing"
    assert refused.value.problem.value("folder") == str(tmp_path / "kurs")
    assert code_of(lambda: author.open("0" * 16)) == "draft-unknown"


def test_a_draft_on_a_network_drive_is_written_in(
    author: Author, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Courses often lie on a share. Only her own data must be on the machine, and none of them are in the folder."""
    monkeypatch.setattr("kursapp.files.folder.on_network", lambda place: "kurs" in place.parts)
    card = author.new(tmp_path / "kurs", "", TEMPLATE)
    draft = author.open(card.id)
    read = draft.read("dag-1/quiz.md")
    draft.save("dag-1/quiz.md", read.text + "Mer\n", read.digest)
    assert draft.read("dag-1/quiz.md").text.endswith("Mer\n")
    assert draft.home.is_relative_to(tmp_path / "data")


def test_what_a_draft_could_not_save_is_there_at_the_next_start(author: Author, tmp_path: Path) -> None:
    """Offered by the draft when it is opened."""
    card = author.new(tmp_path / "kurs", "", TEMPLATE)
    author.open(card.id).keep_unsaved("kurs.md", "Min\n", "abc")
    again = Author(tmp_path / "data", HandClock())
    assert [each.text for each in again.open(card.id).unsaved()] == ["Min\n"]
    again.close()
