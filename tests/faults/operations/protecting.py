"""A profile put under a passphrase, given another, and taken out from under it."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.services.protect_profile import change_passphrase, remove_passphrase, set_passphrase, settle, unlock
from kursapp.storage.key_file import is_locked
from tests.faults.operations.operation import NEW, OLD
from tests.services import killed_protecting
from tests.services.protected import AT, CHEAP, PHRASE, lived_in, words

ANOTHER = "hammer iglo jordbær kanin"


@dataclass
class Protecting:
    """A profile with backups, a damaged one and a file set aside, put under a passphrase."""

    name: str
    said: str = ""
    place: Path = field(default_factory=Path)

    def prepare(self, world: Path) -> None:
        """Make the profile."""
        path = lived_in(world)
        self.place = path.relative_to(world)
        self.said = words(path, None)

    def do(self, world: Path) -> None:
        """Set the passphrase where there is none."""
        if not is_locked(world / self.place):
            set_passphrase(world / self.place, killed_protecting.MADE, AT)

    def state(self, world: Path) -> str:
        """Open it as the next start does, which finishes what was broken off."""
        return {"plain": OLD, "locked": NEW}[killed_protecting.state(world / self.place, self.said)]


@dataclass
class Unprotecting(Protecting):
    """The same profile taken out from under its passphrase."""

    def prepare(self, world: Path) -> None:
        """Put it under one first."""
        super().prepare(world)
        super().do(world)

    def do(self, world: Path) -> None:
        """Remove the passphrase where there is one."""
        path = world / self.place
        if is_locked(path):
            remove_passphrase(path, unlock(path, PHRASE), AT)

    def state(self, world: Path) -> str:
        """Open it as the next start does."""
        return {OLD: NEW, NEW: OLD}[super().state(world)]


@dataclass
class Rephrasing(Unprotecting):
    """The same profile given another passphrase."""

    def do(self, world: Path) -> None:
        """Change the passphrase where it is still the first."""
        path = world / self.place
        with contextlib.suppress(KursappError):
            unlock(path, ANOTHER)
            return
        change_passphrase(path, unlock(path, PHRASE), ANOTHER, CHEAP)

    def state(self, world: Path) -> str:
        """Open it as the next start does, by the new one where that opens it; then the other opens it no more."""
        path = world / self.place
        for phrase, other, there in ((ANOTHER, PHRASE, NEW), (PHRASE, ANOTHER, OLD)):
            if _opens(path, phrase):
                key = unlock(path, phrase)
                assert words(path, key) == self.said
                settle(path, key, AT)
                return f"«{other}» åpner også" if _opens(path, other) else there
        return "ingen av passordsetningene åpner profilen"


def _opens(path: Path, phrase: str) -> bool:
    with contextlib.suppress(KursappError):
        unlock(path, phrase)
        return True
    return False


def protectings() -> tuple[Protecting, ...]:
    """Return what is done with passphrases."""
    return (
        Protecting("passordsetning settes"),
        Rephrasing("passordsetning byttes"),
        Unprotecting("passordsetning fjernes"),
    )
