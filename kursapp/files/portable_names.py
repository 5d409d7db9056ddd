"""Names of files that mean the same on every system, and nothing else on any of them."""

from __future__ import annotations

import re
import unicodedata

LONGEST_PART = 255
"""Bytes of one part of a path: the most that Linux, macOS and Windows all take."""

_DRIVE = re.compile(r"[A-Za-z]:")
_RESERVED = frozenset('<>:"|?*')
_DEVICES = frozenset(
    {"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "CLOCK$"}
    | {f"{port}{number}" for port in ("COM", "LPT") for number in "0123456789¹²³"}
)
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that cannot be seen, turn the writing round, or mean nothing yet."""


def path_problem(path: str, longest: int, deepest: int) -> str:
    """Return why a path (``/`` between parts) cannot be written on every system, as a code; empty where it can.

    ``path-outside`` where it leads out of the folder it is in, ``path-too-long`` beyond ``longest`` characters,
    ``deepest`` parts or what one part may hold, ``name-unsafe`` for everything that some system reads as another name:
    devices, hidden and unseen characters, endings Windows drops, letters that are not composed.
    """
    parts = path.split("/")
    if path.startswith("/") or "\\" in path or _DRIVE.match(path) or not {".", ".."}.isdisjoint(parts):
        return "path-outside"
    if len(path) > longest or len(parts) > deepest or any(len(_bytes(part)) > LONGEST_PART for part in parts):
        return "path-too-long"
    return "" if all(map(is_safe_name, parts)) else "name-unsafe"


def is_safe_name(name: str) -> bool:
    """Say whether one part of a path is a name on every system, and seen as it is."""
    if not name or name[0] in ". " or name[-1] in ". ":
        return False
    if name.partition(".")[0].rstrip(" ").upper() in _DEVICES or unicodedata.normalize("NFC", name) != name:
        return False
    return not any(_is_unsafe(letter) for letter in name)


def meeting_point(path: str) -> str:
    """Return what two paths have in common that some system takes for the same file."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", path).casefold())


def _is_unsafe(letter: str) -> bool:
    category = unicodedata.category(letter)
    return letter in _RESERVED or category in _UNSEEN or (category == "Zs" and letter != " ")


def _bytes(name: str) -> bytes:
    return name.encode("utf-8", "surrogatepass")
