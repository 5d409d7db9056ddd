"""Kinds of media files, by their names."""

from __future__ import annotations

SOUNDS = frozenset({"mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac"})
FILMS = frozenset({"mp4", "m4v", "mov", "webm", "mkv", "ogv"})
IMAGES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "svg"})


def suffix_of(path: str) -> str:
    """Return what stands after the last dot of a file's name, in lower case."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def media_kind(path: str) -> str:
    """Return ``sound``, ``film``, ``image`` or nothing, by the name of a file."""
    suffix = suffix_of(path)
    if suffix in SOUNDS:
        return "sound"
    if suffix in FILMS:
        return "film"
    return "image" if suffix in IMAGES else ""
