"""The settings on disk. A file that cannot be read is kept beside the new one, never lost and never in the way."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import TYPE_CHECKING

from kursapp.settings import Settings, from_json, to_json

if TYPE_CHECKING:
    from kursapp.domain.problem import Problem

# Settings are read before the first paint; what only writing or an error needs is imported there.


class SettingsFile:
    """Reads settings at start and writes them durably whenever they change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written = ""

    def load(self) -> tuple[Settings, Problem | None]:
        """Read the settings, or the defaults where there are none, and what was wrong with the file.

        ``settings-damaged`` (file, kept: the copy's name, keys: what was left at default, empty for the whole file),
        ``settings-newer`` (file, kept), ``file-not-read``. The program starts in every case.
        """
        try:
            data = self._path.read_bytes()
        except FileNotFoundError:
            return Settings(), None
        except OSError as error:
            from kursapp.files.failure import read_failure

            return Settings(), read_failure(error, self._path).problem
        try:
            text = data.decode("utf-8")
            reading = from_json(text)
        except ValueError:
            return Settings(), self._kept("settings-damaged", keys="")
        self._written = text
        if reading.newer:
            return reading.settings, self._kept("settings-newer")
        if reading.refused:
            return reading.settings, self._kept("settings-damaged", keys=", ".join(reading.refused))
        return reading.settings, None

    def save(self, settings: Settings) -> None:
        """Write the settings, durably. Nothing is written where nothing has changed."""
        from kursapp.files.folder import make_private_folder
        from kursapp.files.writing import write_text

        text = to_json(settings)
        if text == self._written:
            return
        make_private_folder(self._path.parent)
        write_text(self._path, text)
        self._written = text

    def _kept(self, code: str, **values: str) -> Problem:
        from datetime import UTC, datetime

        from kursapp.domain.problem import KursappError, refusal
        from kursapp.files.set_aside import copy_aside

        kept = ""
        # A folder that cannot be written to keeps the file itself just as well.
        with contextlib.suppress(KursappError):
            kept = copy_aside(self._path, datetime.now(UTC)).name
        return refusal(code, file=self._path.name, kept=kept or self._path.name, **values).problem
