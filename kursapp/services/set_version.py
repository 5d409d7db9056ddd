"""Giving a course another version: one word of its cover, and nothing else."""

from __future__ import annotations

from kursapp.content.fixing import repaired
from kursapp.content.front_matter import field_edits
from kursapp.content.source import read_lines
from kursapp.domain.problem import refusal
from kursapp.domain.versions import is_version
from kursapp.services.draft import Draft


def set_version(draft: Draft, cover: str, version: str, language: str = "nb") -> None:
    """Write a version into a draft's cover. Nothing is written where it says so already.

    Raises KursappError: ``package-version-unclear``, as ``read_lines`` names what is wrong with the cover's bytes, and
    as ``Draft.save``.
    """
    if not is_version(version):
        raise refusal("package-version-unclear", version=version)
    found = draft.read(cover)
    text = with_version(found.text, version, language)
    if text != found.text:
        draft.save(cover, text, found.digest)


def with_version(text: str, version: str, language: str = "nb") -> str:
    """Return a cover's text with another version."""
    data = text.encode("utf-8")
    lines, _problems = read_lines("", data)
    return repaired(data, field_edits(lines, "version", version, language)).decode("utf-8")
