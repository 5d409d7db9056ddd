"""What the joining of a course's files can take from the last time: everything made of pages that are as they were."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

from kursapp.content.glossary import Searched
from kursapp.content.links import Resolver, TargetIndex
from kursapp.content.outline import page_head
from kursapp.content.parsed import ParsedGlossary, Target
from kursapp.content.remembering import Remembered
from kursapp.content.rewriting import plain_texts
from kursapp.domain.course import Page, PageHead, Session

Answers = tuple[Mapping[int, str], Mapping[int, tuple[str, str]]]


class AssemblyMemory:
    """Kept from one assembly to the next of the same course; a new one remembers nothing.

    It is right because parsed files are never changed: what is the same object says the same. What a page depends on
    besides (the glossary, where its links lead) is compared, and where that is another the pages are made anew.
    """

    def __init__(self) -> None:
        self._indexes: Remembered[tuple[Target, ...], TargetIndex] = Remembered()
        self._heads: Remembered[Page, PageHead] = Remembered()
        self._words: Remembered[Page, str] = Remembered()
        self._texts: Remembered[Session, Searched] = Remembered()
        self._marked: Remembered[Page, Page] = Remembered()
        self._glossary: tuple[object, str] = ((), "")
        self._resolved: dict[str, Remembered[Page, Page]] = {}
        self._answers: dict[str, Answers] = {}
        self._sessions: dict[tuple[str, str], Session] = {}

    def turn(self) -> None:
        """Begin an assembly: what the last one had no use for is forgotten."""
        everything: list[Remembered[Any, Any]] = [self._indexes, self._heads, self._words, self._texts, self._marked]
        for each in (*everything, *self._resolved.values()):
            each.turn()

    def index(self, targets: tuple[Target, ...]) -> TargetIndex:
        """Return what the links to a file may name."""
        return self._indexes.of(targets, TargetIndex)

    def head(self, page: Page) -> PageHead:
        """Return a page as the outline shows it."""
        return self._heads.of(page, page_head)

    def words(self, session: Session) -> Searched:
        """Return the plain words of every text of a session, to be looked through."""
        return self._texts.of(session, self._text_of)

    def _text_of(self, session: Session) -> Searched:
        return Searched.plain("\n".join(self._words.of(page, words_of) for page in session.pages))

    def resolved(self, session: Session, resolver: Resolver, resolve: Callable[[Page], Page]) -> Session:
        """Return a session with its addresses resolved."""
        before = self._answers.get(session.file)
        pages = self._resolved.setdefault(session.file, Remembered())
        if before is None or not all(_agree(*pair) for pair in zip(before, resolver.answers, strict=True)):
            pages.clear()
        self._answers[session.file] = resolver.answers
        return self._session("resolved", session, tuple(pages.of(page, resolve) for page in session.pages))

    def marked(
        self, session: Session, glossary: ParsedGlossary, language: str, mark: Callable[[Page], Page]
    ) -> Session:
        """Return a session with the glossary's terms marked."""
        if self._glossary != (glossary.terms, language):
            self._marked.clear()
            self._glossary = (glossary.terms, language)
        return self._session("marked", session, tuple(self._marked.of(page, mark) for page in session.pages))

    def _session(self, step: str, session: Session, pages: tuple[Page, ...]) -> Session:
        """Return a session with these pages: the very same as last time where all it is made of is the same."""
        made = self._sessions.get((step, session.file))
        if made is None or not _is_made_of(made, session, pages):
            made = replace(session, pages=pages)
            self._sessions[step, session.file] = made
        return made


def words_of(page: Page) -> str:
    """Return the plain words of every text on a page."""
    return "\n".join(plain_texts(page))


def _agree(before: Mapping[int, object], now: Mapping[int, object]) -> bool:
    """Say whether every stand-in that was there before, and still is, stands for the same."""
    return all(before[number] == answer for number, answer in now.items() if number in before)


def _is_made_of(made: Session, session: Session, pages: tuple[Page, ...]) -> bool:
    same_pages = len(made.pages) == len(pages) and all(
        one is other for one, other in zip(made.pages, pages, strict=True)
    )
    return same_pages and all(
        getattr(made, each.name) == getattr(session, each.name) for each in fields(Session) if each.name != "pages"
    )
