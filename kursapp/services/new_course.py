"""Making a new course: a small one that works and teaches the format by example."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from kursapp.content.folder import is_text, spelt
from kursapp.domain.problem import refusal
from kursapp.files.writing import SHARED, write_bytes

COVER = "kurs.md"


def new_course(template: Path, folder: Path) -> None:
    """Write the template course into ``folder``, called after the folder.

    Raises KursappError ``folder-not-empty`` where something is there already, ``name-unreadable`` where the folder's
    name is no text, and as ``files.writing`` does.
    """
    if not is_text(str(folder.absolute())):
        raise refusal("name-unreadable", name=spelt(str(folder)))
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise refusal("folder-not-empty", folder=folder)
    for source in sorted(template.rglob("*")):
        if source.is_file():
            target = folder / source.relative_to(template)
            _make_folder(target.parent)
            data = source.read_bytes()
            write_bytes(target, _named(data, folder) if source.name == COVER else data, SHARED)


def course_id(name: str) -> str:
    """Return an id made from a folder's name: ASCII letters, digits and hyphens (course-format §2)."""
    spelled = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "nytt-kurs"


def course_title(name: str) -> str:
    """Return a title made from a folder's name: ``mitt_kurs`` → ``Mitt kurs``."""
    words = re.sub(r"[-_\s]+", " ", name).strip()
    return words[:1].upper() + words[1:] if words else "Nytt kurs"


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise refusal("folder-unwritable", folder=folder.parent) from error


def _named(cover: bytes, folder: Path) -> bytes:
    name = folder.absolute().name
    text = cover.decode("utf-8")
    text = text.replace("id: nytt-kurs", f"id: {course_id(name)}", 1)
    return text.replace("# Nytt kurs", f"# {course_title(name)}", 1).encode("utf-8")
