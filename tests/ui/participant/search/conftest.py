"""An index that answers when it is told to, with what it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest

from kursapp.domain.search_hit import Found, Hit, HitKind
from tests.ui.conftest import Room


@dataclass
class HandIndex:
    """Stands for the searching lane: what is asked waits until it is answered by hand, or is answered at once."""

    answers: dict[str, Found] = field(default_factory=dict)
    at_once: bool = True
    waiting: list[tuple[str, Callable[[Found], object], Found]] = field(default_factory=list)
    asked: list[dict[str, Any]] = field(default_factory=list)

    def searching(
        self, fn: Callable[[Any], Any], then: Callable[[Any], object] | None = None, _failed: Any = None
    ) -> None:
        """Be the lane."""
        answer = fn(self)
        if then is not None:
            words = self.asked[-1]["words"]
            if self.at_once:
                then(answer)
            else:
                self.waiting.append((words, then, answer))

    def find(self, words: str, **narrowed: Any) -> Found:
        """Be the index."""
        self.asked.append({"words": words, **narrowed})
        return self.answers.get(words, Found())

    def answer(self, words: str) -> None:
        """Answer what was asked about some words."""
        for each in [each for each in self.waiting if each[0] == words]:
            self.waiting.remove(each)
            each[1](each[2])


def hit(title: str, kind: HitKind = HitKind.PAGE, rank: float = 0.0, **more: Any) -> Hit:
    """Make a hit on a page of the small course."""
    return Hit(
        kind,
        "lederkurs",
        "d1-1",
        "d1-1/start",
        more.pop("target", ""),
        title,
        ("God ledelse", "Dag 1"),
        f"Om {title} her",
        ((3, 3 + len(title)),),
        rank,
        **more,
    )


def answer(*titles: str, complete: bool = True, total: int = 0) -> Found:
    """Make an answer of hits with these titles."""
    hits = tuple(hit(title, rank=float(place)) for place, title in enumerate(titles))
    return Found(hits, total or len(hits), complete, 1.0 if complete else 0.4)


@pytest.fixture
def index(room: Room, monkeypatch: pytest.MonkeyPatch) -> HandIndex:
    """Let the courses be searched by hand."""
    made = HandIndex()
    monkeypatch.setattr(room.parts.tasks, "searching", made.searching)
    return made
