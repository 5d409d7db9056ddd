"""The names a course has: what a link can lead to, a setting can name, a sentence can use. Completion offers them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kursapp.content.folder import is_markdown
from kursapp.content.media import media_kind
from kursapp.content.slugs import slug
from kursapp.domain.course import PageHead, PageKind
from kursapp.services.open_course import OpenedCourse

DERIVED = "/"
"""What only ids nobody has written hold: they change with the words, so the heading's slug is offered instead."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name as it is written, and a few words on what it is."""

    name: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Names:
    """Everything of one course that has a name. ``targets`` are what may stand after ``#``, by file.

    Files are paths in the course; ``files`` are those of text, ``media`` pictures, sounds and films.
    """

    language: str = "nb"
    files: tuple[Named, ...] = ()
    media: tuple[Named, ...] = ()
    targets: Mapping[str, tuple[Named, ...]] = field(default_factory=dict)
    terms: tuple[Named, ...] = ()
    facts: tuple[Named, ...] = ()
    goals: tuple[Named, ...] = ()
    forms: tuple[Named, ...] = ()
    banks: tuple[Named, ...] = ()


def names_of(opened: OpenedCourse, files: Iterable[str]) -> Names:
    """Return the names of a course. ``files`` are all that lie in its folder, also those no list names."""
    course = opened.course
    heads = tuple(course.sessions(banks=True))
    titles = {head.file: head.title for head in heads}
    there = sorted(files)
    pages = [page for head in heads for page in head.pages]
    return Names(
        course.language,
        tuple(Named(file, titles.get(file, "")) for file in there if is_markdown(file)),
        tuple(Named(file, media_kind(file)) for file in there if media_kind(file)),
        {head.file: tuple(_targets(head.pages)) for head in heads},
        tuple(Named(term.in_language(course.language), term.explanation) for term in course.glossary),
        tuple(Named(fact.id, fact.text) for fact in opened.facts),
        tuple(Named(goal.id, goal.text) for module in course.modules for goal in module.goals),
        tuple(Named(page.id, page.title) for page in pages if page.kind is PageKind.EVALUATION),
        tuple(Named(bank) for bank in dict.fromkeys(item.bank for page in pages for item in page.items if item.bank)),
    )


def _targets(pages: Iterable[PageHead]) -> Iterable[Named]:
    for page in pages:
        yield Named(_target(page.id, page.title), page.title)
        for item in page.items:
            if item.title:
                yield Named(_target(item.id, item.title), item.title)


def _target(written: str, title: str) -> str:
    return slug(title) if DERIVED in written else written
