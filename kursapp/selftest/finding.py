"""What one examination found."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing examined: what it is called, what was seen or what went wrong, and how many seconds it took."""

    name: str
    good: bool
    seen: str
    seconds: float


@dataclass
class Examination:
    """Everything examined so far; ``language`` is that of the sentences."""

    language: str
    findings: list[Finding] = field(default_factory=list)

    @property
    def good(self) -> bool:
        """Say whether everything is as it should be."""
        return bool(self.findings) and all(finding.good for finding in self.findings)

    def of(self, name: str, look: Callable[[], str]) -> None:
        """Examine one thing: ``look`` returns what it saw, and raises where something is wrong."""
        began = time.monotonic()
        good, seen = False, ""
        try:
            seen, good = look(), True
        except KursappError as error:
            seen = str(tell(error.problem, self.language))
        except Exception as error:  # noqa: BLE001 - whatever is wrong with an installation is to be told
            seen = f"{type(error).__name__}: {error}"
        self.findings.append(Finding(name, good, seen, time.monotonic() - began))


class UnexpectedError(Exception):
    """Something was there, and was not as it should be."""
