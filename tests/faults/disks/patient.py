"""What a person does who tries again until it is saved, and what she is told meanwhile."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from kursapp.domain.problem import KursappError
from kursapp.files.settings_file import SettingsFile
from kursapp.settings import SMALLEST_ZOOM, Settings
from kursapp.storage.database import Database
from kursapp.storage.profiles import ProfileList
from kursapp.texts.problems import tell
from tests.faults import writer
from tests.faults.cuts.works import MONDAY, SETTINGS

SAYS = "writev"
PATIENCE = 30
"""How often something is tried before she gives up."""


class Told:
    """A file with the lines that were said: ``ACK …`` for what was saved, ``FAILED …`` for what was refused.

    It is open before anything fails, and written by a call the program makes no other use of (``SAYS``).
    """

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(exist_ok=True)
        self._path = path
        self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self.has_saved = False

    def say(self, line: str) -> None:
        """Add a line."""
        self.has_saved = self.has_saved or line.startswith("ACK ")
        os.writev(self._descriptor, [f"{line}\n".encode()])

    def close(self) -> None:
        """Say no more."""
        os.close(self._descriptor)

    def receipts(self) -> list[str]:
        """Return the lines about what was saved."""
        return [line for line in self._lines() if line.startswith("ACK ")]

    def refusals(self) -> list[str]:
        """Return the lines about what was refused."""
        return [line for line in self._lines() if line.startswith("FAILED ")]

    def _lines(self) -> list[str]:
        return self._path.read_text("utf-8").splitlines()


def answer(folder: Path, number: int, told: Told) -> None:
    """Answer, write and practise, and begin again where the profile could not be opened."""
    writer.PATIENCE = PATIENCE
    for _ in range(PATIENCE):
        if writer.write(folder, number, "a", told.say, told.say) == 0:
            return
        if told.has_saved:
            break
    raise AssertionError("gave up")


def change_settings(folder: Path, number: int, told: Told) -> None:
    """Change a setting over and over."""
    file = SettingsFile(folder / SETTINGS)
    for step in range(1, number + 1):
        chosen = Settings()._replace(text_zoom=SMALLEST_ZOOM + step)
        _try(lambda chosen=chosen: file.save(chosen), told)  # type: ignore[misc]
        told.say(f"ACK {step}")


def change_profiles(folder: Path, number: int, told: Told) -> None:
    """Make two profiles and give them other names."""
    profiles = ProfileList(folder)
    for _ in range(2):
        made = _try(lambda: profiles.create("Navn 0", MONDAY).id, told)
        told.say(f"ACK {made} 0")
        for step in range(1, number + 1):
            _try(lambda made=made, step=step: profiles.rename(made, f"Navn {step}").id, told)  # type: ignore[misc]
            told.say(f"ACK {made} {step}")
            _try(lambda made=made: profiles.used(made, MONDAY).id, told)  # type: ignore[misc]


Work = Callable[[Path, int, Told], None]
WORKS: Mapping[str, Work] = {"answers": answer, "settings": change_settings, "profiles": change_profiles}


def swallow_errors() -> None:
    """Break the database: what could not be committed is passed over in silence. In a process of its own only."""
    commit = Database._commit

    def careless(database: Database) -> None:
        try:
            commit(database)
        except Exception:  # noqa: BLE001 - this is the break
            database._roll_back()

    Database._commit = careless  # type: ignore[method-assign]


def write_in_place() -> None:
    """Break the writing of files: the old one is written over. In a process of its own only."""
    from kursapp.files import writing

    def careless(path: Path, data: bytes, mode: int = writing.PRIVATE) -> None:
        try:
            with path.open("wb", buffering=0) as file:
                file.write(data)
        except OSError as error:
            raise writing.write_failure(error, path) from error

    writing.write_bytes = careless


BREAKS: Mapping[str, Callable[[], None]] = {"errors": swallow_errors, "in place": write_in_place}


def _try(do: Callable[[], str | None], told: Told) -> str:
    for _ in range(PATIENCE):
        try:
            return do() or ""
        except KursappError as error:
            told.say(f"FAILED {error.problem.code}: {tell(error.problem, 'en')}")
    raise AssertionError("gave up")
