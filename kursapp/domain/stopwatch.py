"""A stopwatch as a value: how long something has lasted, pauses left out."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Stopwatch:
    """``used`` seconds before the present run, which began at ``since`` (None: it stands still).

    Times are seconds of a clock that never goes back (``time.monotonic``).
    """

    used: float = 0
    since: float | None = None

    @property
    def runs(self) -> bool:
        """Say whether it is running."""
        return self.since is not None

    def start(self, now: float) -> Stopwatch:
        """Let it run; one that runs already goes on."""
        return self if self.runs else replace(self, since=now)

    def stop(self, now: float) -> Stopwatch:
        """Let it stand still."""
        return Stopwatch(self.at(now))

    def at(self, now: float) -> float:
        """Return the seconds it shows."""
        return self.used if self.since is None else self.used + max(now - self.since, 0)


def shown(seconds: float) -> str:
    """Write seconds as a clock does: ``4:05``, ``1:04:05``."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
