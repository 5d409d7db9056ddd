"""What was looked at, and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from kursapp.domain.problem import KursappError, Problem, Severity, refusal

OPEN_ELSEWHERE = frozenset({"profile-open-elsewhere", "collection-open-elsewhere"})


@dataclass(slots=True)
class Diagnosis:
    """``facts`` are what stands at the top, by name; ``found`` is what is wrong. ``is_open``: a window has a file."""

    facts: dict[str, str] = field(default_factory=dict)
    found: list[Problem] = field(default_factory=list)
    is_open: bool = False

    @property
    def has_errors(self) -> bool:
        """Say whether something is broken, and not only unwise."""
        return any(each.severity is Severity.ERROR for each in self.found)

    def error(self, code: str, **values: object) -> None:
        """Note that something is broken."""
        self.found.append(refusal(code, **values).problem)

    def warn(self, code: str, **values: object) -> None:
        """Note that something is unwise, or may be tidied."""
        self.found.append(replace(refusal(code, **values).problem, severity=Severity.WARNING))

    def take(self, error: KursappError) -> None:
        """Note a refusal: a file that is open is no fault of its own."""
        if error.problem.code in OPEN_ELSEWHERE:
            self.is_open = True
        else:
            self.found.append(error.problem)
