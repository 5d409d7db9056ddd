"""Images, sounds and films put into a course: looked at, named, and never in the place of another."""

from __future__ import annotations

import struct
import zlib
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Protocol

import pytest

from kursapp import paths
from kursapp.content import folder as course_folder
from kursapp.domain.problem import KursappError
from kursapp.services import draft_media
from kursapp.services.author import Author
from kursapp.services.draft import Draft
from tests.services.conftest import HandClock

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1"/></svg>'


class Sealed(Protocol):
    def __call__(self, folder: Path, /) -> AbstractContextManager[None]: ...


def png(width: int = 2, height: int = 1, grey: int = 0) -> bytes:
    """Make a grey image."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = b"".join(b"\0" + bytes([grey]) * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def draft(tmp_path: Path) -> Draft:
    """Open a new course."""
    author = Author(tmp_path / "data", HandClock())
    return author.open(author.new(tmp_path / "kurs", "", paths.assets() / "nytt-kurs").id)


def code_of(attempt: object) -> str:
    """Return the code of what an attempt refuses."""
    assert callable(attempt)
    with pytest.raises(KursappError) as refused:
        attempt()
    return refused.value.problem.code


@pytest.mark.parametrize(
    ("data", "name", "path"),
    [
        (png(), "Skjermbilde 2026-03-09 kl. 10.15.00.png", "media/skjermbilde-2026-03-09-kl-10-15-00.png"),
        (png(), "", "media/bilde.png"),
        (png(), "Økt & mål.JPG", "media/oekt-maal.png"),
        (png(), "../../../etc/passwd", "media/passwd.png"),
        (png(), "CON", "media/con-2.png"),
        (b"GIF89a\x01\x00\x01\x00", "bevegelse.webp", "media/bevegelse.gif"),
        (b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x01\x00\x01", "foto.jpeg", "media/foto.jpg"),
        (b"RIFF\x1e\x00\x00\x00WEBPVP8X\n\x00\x00\x00\x00\x00\x00\x00\x01\x00\x00\x01\x00\x00", "a", "media/a.webp"),
        (SVG, "figur.svg", "media/figur.svg"),
    ],
)
def test_an_image_gets_a_name_every_system_knows(data: bytes, name: str, path: str, draft: Draft) -> None:
    """The ending is what its content says, whatever it was called."""
    assert draft.add_image(data, name) == path
    assert (draft.folder / path).read_bytes() == data
    assert path in draft.files()


def test_a_file_is_copied_under_its_own_name(draft: Draft, tmp_path: Path) -> None:
    """Or another, if one is given; the file itself stays."""
    source = tmp_path / "Bilde 1.png"
    source.write_bytes(png())
    assert draft.add_image(source) == "media/bilde-1.png"
    assert draft.add_image(source, "rollekart") == "media/rollekart.png"
    assert source.read_bytes() == png()


def test_no_image_takes_the_place_of_another(draft: Draft) -> None:
    """A name that is taken, in any case of letters, gets a number; the same image is there once."""
    (draft.folder / "media" / "Kart.PNG").write_bytes(b"annet")
    assert draft.add_image(png(), "kart") == "media/kart-2.png"
    assert draft.add_image(png(), "kart") == "media/kart-2.png"
    assert draft.add_image(png(grey=9), "kart") == "media/kart-3.png"
    assert (draft.folder / "media" / "Kart.PNG").read_bytes() == b"annet"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "draft-image-unreadable"),
        (b"BM\x00\x00", "draft-image-unreadable"),
        (b"\x89PNG\r\n\x1a\n", "draft-image-unreadable"),
        (png(0, 0), "draft-image-unreadable"),
        (b"<html><svg></html>", "draft-image-unreadable"),
        (SVG.replace(b"<svg", b'<!DOCTYPE svg [<!ENTITY a "b">]><svg'), "draft-image-unreadable"),
        (png()[:16] + struct.pack(">II", 100_000, 100_000), "draft-image-many-pixels"),
    ],
)
def test_what_a_page_cannot_show_is_refused(data: bytes, code: str, draft: Draft) -> None:
    """Before a byte is written."""
    before = draft.files()
    assert code_of(lambda: draft.add_image(data, "bilde")) == code
    assert draft.files() == before


def test_a_file_that_is_too_heavy_is_refused(draft: Draft, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By itself, or because the course would be; no more of it is read than it takes to see that."""
    source = tmp_path / "stor.png"
    source.write_bytes(png())
    with source.open("ab") as file:
        file.truncate(draft_media.LARGEST_IMAGE + 1)
    assert code_of(lambda: draft.add_image(source)) == "draft-image-too-large"
    monkeypatch.setattr(draft_media, "LARGEST_COURSE", 10)
    assert code_of(lambda: draft.add_image(png())) == "course-too-large"
    assert course_folder.LARGEST_COURSE > 10


@pytest.mark.parametrize(
    ("name", "path"), [("Lyd 1.MP3", "media/lyd-1.mp3"), ("Økt.webm", "media/oekt.webm"), ("b.jpg", "media/b.png")]
)
def test_sounds_and_films_are_copied(name: str, path: str, draft: Draft, tmp_path: Path) -> None:
    """Under a name every system knows; an image is looked at as any other."""
    source = tmp_path / name
    source.write_bytes(png())
    assert draft.add_media(source) == path
    assert (draft.folder / path).read_bytes() == source.read_bytes() == png()
    assert draft.add_media(source) == path
    mode = (draft.folder / "kurs.md").stat().st_mode
    assert (draft.folder / path).stat().st_mode == mode


def test_no_film_takes_the_place_of_another(draft: Draft, tmp_path: Path) -> None:
    """A name that is taken gets a number."""
    source = tmp_path / "film.mp4"
    source.write_bytes(b"en")
    assert draft.add_media(source) == "media/film.mp4"
    source.write_bytes(b"to")
    assert draft.add_media(source) == "media/film-2.mp4"
    assert (draft.folder / "media" / "film.mp4").read_bytes() == b"en"


def test_what_is_no_media_file_is_refused(
    draft: Draft, tmp_path: Path, sealed: Sealed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Other kinds, one that is gone, one there is no room for; nothing is left over."""
    before = draft.files()
    (tmp_path / "a.exe").write_bytes(b"MZ")
    (tmp_path / "a.mp4").write_bytes(b"film")
    assert code_of(lambda: draft.add_media(tmp_path / "a.exe")) == "draft-media-kind"
    assert code_of(lambda: draft.add_media(tmp_path / "borte.mp4")) == "file-not-read"
    with sealed(draft.folder):
        assert code_of(lambda: draft.add_media(tmp_path / "a.mp4")) == "folder-unwritable"
    monkeypatch.setattr(draft_media, "LARGEST_COURSE", 10)
    assert code_of(lambda: draft.add_media(tmp_path / "a.mp4")) == "course-too-large"
    assert draft.files() == before
    assert not list(draft.folder.rglob(".*"))


def test_an_image_that_cannot_be_read_or_written_is_told(draft: Draft, tmp_path: Path, sealed: Sealed) -> None:
    """Gone, in a folder that can only be read, or with the stick taken out."""
    assert code_of(lambda: draft.add_image(tmp_path / "borte.png")) == "file-not-read"
    with sealed(draft.folder):
        assert code_of(lambda: draft.add_image(png())) == "folder-unwritable"
    draft.folder.rename(tmp_path / "lomme")
    assert code_of(lambda: draft.add_image(png())) == "draft-folder-missing"
    assert not draft.folder.exists()
