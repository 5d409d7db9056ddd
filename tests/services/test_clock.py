"""There is one clock in the program, so that a test can set it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

from kursapp.services.clock import SystemClock

OWN = re.compile(r"\bdatetime\.(?:now|today|utcnow)\(|\bdate\.today\(")
BELOW = {
    "app/crashes.py",  # when the program falls, nothing of it is trusted to tell the time
    "files/settings_file.py",  # before the first paint, and only where settings are damaged
    "services/clock.py",
    "storage/participant/profile_file.py",  # to name what is set aside
}
"""Where the computer's own clock is asked, and why nobody can hand one in."""


def test_the_clock_tells_the_present_moment_in_utc() -> None:
    """Aware, so that nobody can mistake it for a local one."""
    before = datetime.now(UTC)
    assert before <= SystemClock().now() <= datetime.now(UTC)
    assert SystemClock().now().tzinfo is UTC


def test_nobody_else_asks_the_computer_for_the_time(project: Path) -> None:
    """But for a few below the services, each for its reason."""
    package = project / "kursapp"
    asking = {
        str(path.relative_to(package).as_posix())
        for path in package.rglob("*.py")
        if OWN.search(path.read_text("utf-8")) and not path.is_relative_to(package / "demo")
    }
    assert asking <= BELOW | {path for path in asking if path.startswith("trouble/")}
