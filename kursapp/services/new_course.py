"""Making a course folder: a small course that works and teaches the format by example, or a copy of another."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from kursapp.content.fixing import repaired
from kursapp.content.folder import COVERS, is_text, list_files, spelt
from kursapp.content.package import MANIFEST
from kursapp.content.repair import Edit
from kursapp.content.slugs import ascii_id, is_id, shortened
from kursapp.domain.problem import refusal
from kursapp.files.failure import read_failure
from kursapp.files.folder import make_folder
from kursapp.files.folders import move_folder, staging
from kursapp.files.writing import SHARED, write_bytes
from kursapp.services.draft_cover import front_of

COVER = "kurs.md"
LONGEST_TITLE = 120

Files = Iterable[tuple[str, bytes]]


def new_course(template: Path, folder: Path, title: str = "") -> None:
    """Write the template course into ``folder``, called ``title``, or after the folder where it has none.

    The folder appears whole; into one that is there and empty the cover is written last. Raises KursappError
    ``folder-not-empty`` where something is there already, ``name-unreadable`` where the folder's name is no text, and
    as ``files.writing`` does.
    """
    shown = " ".join(title.split())[:LONGEST_TITLE].strip() or course_title(folder.absolute().name)
    _write_course(folder, _template(template, shown))


def copy_course(source: Path, folder: Path, *, new_id: str | None = None) -> None:
    """Copy a course's files, byte for byte but for the id where ``new_id`` is given; raises as ``new_course``.

    Also ``draft-id-unsafe``, and as ``content.folder.list_files``. The list a package carries of itself stays behind.
    """
    if new_id is not None and (not is_id(new_id) or ascii_id(new_id) != new_id):
        raise refusal("draft-id-unsafe", id=new_id)
    _write_course(folder, _copied(source, new_id))


def course_id(name: str) -> str:
    """Return an id made from a title or a folder's name: ASCII letters, digits and hyphens (course-format §2)."""
    return shortened(ascii_id(name)) or "nytt-kurs"


def course_title(name: str) -> str:
    """Return a title made from a folder's name: ``mitt_kurs`` → ``Mitt kurs``."""
    words = re.sub(r"[-_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:] if words else "Nytt kurs"


def _template(template: Path, title: str) -> Iterator[tuple[str, bytes]]:
    for source in sorted(template.rglob("*")):
        if source.is_file():
            data = source.read_bytes()
            name = source.relative_to(template).as_posix()
            yield name, _titled(data, title) if name == COVER else data


def _titled(cover: bytes, title: str) -> bytes:
    text = cover.decode("utf-8")
    text = text.replace("id: nytt-kurs", f"id: {course_id(title)}", 1)
    return text.replace("# Nytt kurs", f"# {title}", 1).encode("utf-8")


def _copied(source: Path, new_id: str | None) -> Iterator[tuple[str, bytes]]:
    listing = list_files(source)
    for name in sorted(listing.files):
        if name == MANIFEST:
            continue
        try:
            data = listing.path(name).read_bytes()
        except OSError as error:
            raise read_failure(error, listing.path(name)) from error
        yield name, data if new_id is None or name != listing.cover else with_id(data, new_id)


def with_id(cover: bytes, course_id: str) -> bytes:
    """Return a cover's bytes with another id, written where there was none; all else stays as it is."""
    front = front_of(cover)
    field = front.fields.get("id")
    if field is not None:
        edit = Edit(field.line, field.column, field.column + len(field.text), course_id)
    elif front.length:
        edit = Edit(1, 4, 4, f"\nid: {course_id}")
    else:
        edit = Edit(1, 1, 1, f"---\nid: {course_id}\n---\n")
    return repaired(cover, [edit])


def _write_course(folder: Path, files: Files) -> None:
    folder = folder.absolute()
    if not is_text(str(folder)):
        raise refusal("name-unreadable", name=spelt(str(folder)))
    if not folder.exists():
        with staging(folder.parent) as place:
            _write_files(place / "kurs", files)
            move_folder(place / "kurs", folder)
        return
    try:
        empty = folder.is_dir() and not any(folder.iterdir())
    except OSError as error:
        raise read_failure(error, folder) from error
    if not empty:
        raise refusal("folder-not-empty", folder=folder)
    _fill_empty(folder, files)


def _fill_empty(folder: Path, files: Files) -> None:
    """Write into a folder that stays what it is (a stick, a share): without its cover it is no course yet."""
    ordered = sorted(files, key=lambda file: file[0].casefold() in COVERS)
    try:
        _write_files(folder, ordered)
    except BaseException:
        for name, _ in ordered:
            with contextlib.suppress(OSError):
                (folder / name).unlink(missing_ok=True)
        for path in sorted(folder.rglob("*"), reverse=True):
            with contextlib.suppress(OSError):
                path.rmdir()
        raise


def _write_files(folder: Path, files: Files) -> None:
    for name, data in files:
        path = folder / name
        make_folder(path.parent)
        write_bytes(path, data, SHARED)
