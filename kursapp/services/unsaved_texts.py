"""Texts that could not be saved where they belong, kept until they can: a clash, a full disk, a missing stick."""

from __future__ import annotations

import contextlib
import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

from kursapp.domain.draft import Unsaved
from kursapp.files.failure import write_failure
from kursapp.files.folder import make_private_folder
from kursapp.files.writing import sync_folder, write_text

_FORMAT = 1


class UnsavedTexts:
    """One text a file, the latest, in a folder of the author's own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, text: Unsaved) -> None:
        """Keep a text, durably, in place of what was kept of its file. Raises KursappError as ``files.writing``."""
        make_private_folder(self._folder)
        said = {
            "format": _FORMAT,
            "file": text.file,
            "base": text.base,
            "when": text.when.astimezone(UTC).isoformat(),
            "text": text.text,
        }
        write_text(self._path(text.file), json.dumps(said, indent=0) + "\n")

    def all(self) -> tuple[Unsaved, ...]:
        """Return what is kept, by file. What cannot be read is left where it is."""
        found = filter(None, map(_read, sorted(self._folder.glob("*.json"))))
        return tuple(sorted(found, key=lambda each: each.file))

    def forget(self, file: str) -> None:
        """Forget what is kept of a file; nothing kept is no error."""
        path = self._path(file)
        try:
            path.unlink()
            sync_folder(path.parent)
        except FileNotFoundError:
            return
        except OSError as error:
            raise write_failure(error, path) from error

    def _path(self, file: str) -> Path:
        name = hashlib.blake2b(file.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
        return self._folder / f"{name}.json"


def _read(path: Path) -> Unsaved | None:
    with contextlib.suppress(OSError, ValueError, RecursionError, TypeError, KeyError):
        said = json.loads(path.read_text("utf-8"))
        file, text, base = said["file"], said["text"], said["base"]
        when = datetime.fromisoformat(said["when"]).astimezone(UTC)
        if said["format"] == _FORMAT and all(isinstance(each, str) for each in (file, text, base)):
            return Unsaved(file, text, base, when)
    return None
