"""What the tour did: what was answered, what it scored, and whether everything typed was found again."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from kursapp.demo.answering import Answer

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Restored:
    """One thing that was there before a restart, and what stood in its place afterwards."""

    thing: str
    before: Any
    after: Any

    @property
    def equal(self) -> bool:
        """Say whether it was found as it was left."""
        return bool(self.before == self.after)


@dataclass(slots=True)
class Summary:
    """Gathers what the scenes tell."""

    language: str
    answered: list[Answer] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    case: dict[str, Any] = field(default_factory=dict)
    cases: dict[str, list[str]] = field(default_factory=dict)
    quiz: dict[str, Any] = field(default_factory=dict)
    quizzes: dict[str, str] = field(default_factory=dict)
    evaluations: dict[str, str] = field(default_factory=dict)
    requirements: dict[str, list[str]] = field(default_factory=dict)
    unmet: list[str] = field(default_factory=list)
    restored: list[Restored] = field(default_factory=list)
    pages: int = 0
    seconds: float = 0.0
    pictures: list[str] = field(default_factory=list)

    def compare(self, thing: str, before: Any, after: Any) -> None:
        """Take note of how something stood before and after a restart."""
        self.restored.append(Restored(thing, before, after))

    @property
    def all_restored(self) -> bool:
        """Say whether there was something to restore, and every bit of it was found as it was left."""
        return bool(self.restored) and all(each.equal for each in self.restored)

    def write(self, file: Path) -> None:
        """Write the summary as JSON."""
        document = {
            "format": FORMAT,
            **asdict(self),
            "restored": [{**asdict(each), "equal": each.equal} for each in self.restored],
            "all_restored": self.all_restored,
        }
        file.write_text(json.dumps(document, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
