"""The small course of ``conftest`` as one that has been read: its sessions, and where everything in them stands."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kursapp.domain.course import (
    Course,
    Goal,
    ItemHead,
    ItemKind,
    Module,
    Page,
    PageHead,
    PageKind,
    Session,
    SessionHead,
)
from kursapp.domain.page_items import blocks_of
from kursapp.domain.question import Question
from kursapp.services.participant import Participant
from kursapp.services.review_intake import TakenIn, candidates


@dataclass
class PractisedCourse:
    """A course made of sessions, which may be changed."""

    sessions: dict[str, Session]
    banks: frozenset[str] = frozenset()
    digest: str = "first"
    course_id: str = "god-barnevernledelse"
    goals: tuple[Goal, ...] = (Goal("d1-m1", "kjenne fristene"), Goal("d1-m2", "lese et vedtak"))
    read: list[str] = field(default_factory=list)

    @property
    def course(self) -> Course:
        heads = {name: head_of(session) for name, session in self.sessions.items()}
        day = Module(
            "dag-1", "Dag 1", tuple(h for n, h in heads.items() if n not in self.banks), day=1, goals=self.goals
        )
        bank = Module("bank", "Bank", tuple(h for n, h in heads.items() if n in self.banks), bank=True)
        return Course(self.course_id, "1.0.0", "God barnevernledelse", (day, bank))

    def session(self, session_id: str) -> Session:
        self.read.append(session_id)
        return self.sessions[session_id]

    def page_of(self, target_id: str) -> tuple[str, str] | None:
        for session in self.sessions.values():
            for page in session.pages:
                if target_id in (session.id, page.id, *(getattr(block, "id", "") for block in blocks_of(page))):
                    return session.id, page.id
        return None

    def replace_blocks(self, session_id: str, page_id: str, *blocks: object, digest: str = "second") -> None:
        """Be another version, in which a page holds other blocks."""
        session = self.sessions[session_id]
        pages = tuple(replace(page, blocks=blocks) if page.id == page_id else page for page in session.pages)
        self.sessions[session_id] = replace(session, pages=pages)
        self.digest = digest


def session_of(name: str, *pages: Page, goals: tuple[str, ...] = ()) -> Session:
    return Session(name, f"dag-1/{name}.md", f"Økt {name}", pages, goals=goals)


def head_of(session: Session) -> SessionHead:
    return SessionHead(session.id, session.file, session.title, 30, tuple(page_head(page) for page in session.pages))


def page_head(page: Page) -> PageHead:
    items = [
        ItemHead(block.id, ItemKind.QUESTION, block.title) for block in blocks_of(page) if isinstance(block, Question)
    ]
    return PageHead(page.id, page.title, page.kind, tuple(items), graded=page.kind is PageKind.QUIZ)


def sync(participant: Participant, opened: PractisedCourse) -> TakenIn | None:
    """Take the course in as the window does: what may be repeated, the questions as they are now, the cards."""
    found = participant.review.ready(opened)
    return None if found is None else participant.review.take_in(found, candidates(opened, found))
