"""Images, sounds and films put into a course: looked at as a course's are, and given a name nothing else has."""

from __future__ import annotations

import filecmp
import shutil
from collections.abc import Collection, Iterator
from itertools import count
from pathlib import Path

from kursapp.content.folder import LARGEST_COURSE
from kursapp.content.images import HEADER_BYTES, image_problem
from kursapp.content.media import media_kind, suffix_of
from kursapp.content.slugs import ascii_id, shortened
from kursapp.content.svg import rewrite_svg
from kursapp.domain.problem import refusal
from kursapp.files.failure import read_failure
from kursapp.files.folder import make_folder
from kursapp.files.portable_names import is_safe_name, meeting_point
from kursapp.files.writing import SHARED, replacing, write_new

MEDIA = "media"
UNNAMED = "bilde"
LARGEST_IMAGE = 20_000_000
"""Bytes of one image: a fifth of what a whole course may hold."""

_BEGINNINGS = ((b"\x89PNG", "png"), (b"GIF8", "gif"), (b"\xff\xd8", "jpg"), (b"RIFF", "webp"))


def add_image(root: Path, files: Collection[str], source: bytes | Path, name: str = "") -> str:
    """Write an image into ``media/`` of a course folder with these files, and return its path in the course.

    Raises KursappError: ``draft-image-unreadable``, ``draft-image-too-large``, ``draft-image-many-pixels``,
    ``course-too-large``, ``file-not-read``, and as ``files.writing``.
    """
    data = _read(source) if isinstance(source, Path) else source
    shown = name or (source.name if isinstance(source, Path) else UNNAMED)
    ending = _ending(data, shown)
    _need_room(root, files, len(data))
    for path in _places(root, shown, ending):
        taken = _taken(path, files)
        if taken and _holds(path, data):
            return f"{MEDIA}/{path.name}"
        if not taken and write_new(path, data, SHARED):
            return f"{MEDIA}/{path.name}"
    raise AssertionError


def add_media(root: Path, files: Collection[str], source: Path) -> str:
    """Copy a sound, a film or an image into ``media/``, and return its path in the course.

    Raises KursappError: ``draft-media-kind`` for any other file, and as ``add_image``.
    """
    if media_kind(source.name) == "image":
        return add_image(root, files, source)
    if not media_kind(source.name):
        raise refusal("draft-media-kind", file=source.name)
    try:
        size = source.stat().st_size
    except OSError as error:
        raise read_failure(error, source) from error
    _need_room(root, files, size)
    for path in _places(root, source.name, suffix_of(source.name)):
        taken = _taken(path, files)
        if taken and _is_copy(path, source):
            return f"{MEDIA}/{path.name}"
        if not taken and _copied(source, path):
            return f"{MEDIA}/{path.name}"
    raise AssertionError


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as source:
            return source.read(LARGEST_IMAGE + 1)
    except OSError as error:
        raise read_failure(error, path) from error


def _ending(data: bytes, shown: str) -> str:
    """Return the ending that an image's content asks for; refuse what the participant's page could not show."""
    if len(data) > LARGEST_IMAGE:
        raise refusal("draft-image-too-large", file=shown, limit=LARGEST_IMAGE)
    if b"<svg" in data[:HEADER_BYTES]:
        if rewrite_svg(data).problem:
            raise refusal("draft-image-unreadable", file=shown)
        return "svg"
    code = image_problem(data[:HEADER_BYTES])
    if code:
        raise refusal("draft-image-many-pixels" if code == "image-too-large" else "draft-image-unreadable", file=shown)
    return next(ending for beginning, ending in _BEGINNINGS if data.startswith(beginning))


def _need_room(root: Path, files: Collection[str], size: int) -> None:
    held = 0
    for file in files:
        path = root / file
        held += path.stat().st_size if path.exists() else 0
    if held + size > LARGEST_COURSE:
        raise refusal("course-too-large", folder=root, limit=LARGEST_COURSE)


def _places(root: Path, shown: str, ending: str) -> Iterator[Path]:
    """Yield where a file may be put, the best name first; the folder is made."""
    folder = root / MEDIA
    make_folder(folder)
    stem = shortened(ascii_id(Path(shown).stem)) or UNNAMED
    if is_safe_name(f"{stem}.{ending}"):
        yield folder / f"{stem}.{ending}"
    for number in count(2):
        yield folder / f"{stem}-{number}.{ending}"


def _taken(path: Path, files: Collection[str]) -> bool:
    """Say whether some system would take the name for that of a file that is there."""
    meeting = meeting_point(f"{MEDIA}/{path.name}")
    return path.exists() or any(meeting_point(file) == meeting for file in files if len(file) == len(meeting))


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.is_file() and path.read_bytes() == data
    except OSError:
        return False


def _is_copy(path: Path, source: Path) -> bool:
    try:
        return path.is_file() and filecmp.cmp(path, source, shallow=False)
    except OSError:
        return False


def _copied(source: Path, path: Path) -> bool:
    """Copy a file where nothing has the name, piece by piece and durably; say whether the name was free."""
    try:
        origin = source.open("rb")
    except OSError as error:
        raise read_failure(error, source) from error
    with origin:
        try:
            with replacing(path, overwrite=False) as temporary, temporary.open("xb") as target:
                shutil.copyfileobj(origin, target, 1_000_000)
        except FileExistsError:
            return False
    return True
