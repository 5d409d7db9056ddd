"""Addresses as authors write them: out of the course, within it, or neither."""

from __future__ import annotations

import posixpath
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

OUTWARD = frozenset({"http", "https", "mailto"})


class Inward(NamedTuple):
    """An address within the course: a path on its file list (empty: the same file), and what stands after ``#``."""

    file: str
    fragment: str


class Outward(NamedTuple):
    """An address on the web, or a mail address."""

    address: str


class Refused(NamedTuple):
    """An address nothing may lead to, and the code that says why."""

    code: str


def read_address(file: str, target: str) -> Inward | Outward | Refused:
    """Read an address that stands in ``file``. Paths are relative to that file's folder."""
    target = target.strip()
    try:
        parts = urlsplit(target)
    except ValueError:
        return Refused("bad-address")
    if parts.scheme.lower() in OUTWARD:
        whole = parts.netloc or parts.scheme.lower() == "mailto"
        return Outward(target) if whole and target.isprintable() else Refused("bad-address")
    if parts.scheme or parts.netloc:
        return Refused("forbidden-address")
    path, _, fragment = target.partition("#")
    path = unicodedata.normalize("NFC", unquote(path))
    fragment = unicodedata.normalize("NFC", unquote(fragment))
    if not path:
        return Inward("", fragment)
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(file), path.replace("\\", "/")))
    if joined.startswith(("/", "../")) or joined == ".." or "\0" in joined:
        return Refused("path-out-of-course")
    return Inward(joined, fragment)
