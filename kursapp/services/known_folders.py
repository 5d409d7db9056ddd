"""Where answer files have been collected from on this machine, so that copies can be removed with their cohort."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from kursapp.delivery import answer_file, progress_file
from kursapp.domain.problem import KursappError
from kursapp.files.writing import write_text
from kursapp.services.answer_folder import AnswerFolder, Listing

LIST = "mapper.json"
_HEADER_BYTES = 1024


class KnownFolders:
    """The folders of each cohort, in a file beside the safe. Nothing in it is about a person."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / LIST

    def of_cohort(self, cohort_id: str) -> tuple[Path, ...]:
        """Return the folders files of a cohort have come from."""
        return tuple(map(Path, self._read().get(cohort_id, ())))

    def add(self, cohort_id: str, files: Iterable[Path]) -> None:
        """Remember the folders of files that were collected."""
        known = self._read()
        folders = sorted({str(file.parent.absolute()) for file in files} | set(known.get(cohort_id, ())))
        if folders != known.get(cohort_id, []):
            self._write({**known, cohort_id: folders})

    def forget(self, cohort_id: str) -> None:
        """Forget the folders of a cohort."""
        known = self._read()
        if known.pop(cohort_id, None) is not None:
            self._write(known)

    def _read(self) -> dict[str, list[str]]:
        # A list that is lost or spoilt costs a person some looking for files, and must cost nothing else.
        with contextlib.suppress(OSError, ValueError, AttributeError, TypeError):
            kept = json.loads(self._path.read_text("utf-8"))
            return {str(cohort): [str(folder) for folder in folders] for cohort, folders in kept.items()}
        return {}

    def _write(self, known: dict[str, list[str]]) -> None:
        write_text(self._path, json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True) + "\n")


def handed_in(folder: Path) -> Listing:
    """Return the answer and progress files in a folder and the folders in it, by name (``AnswerFolder.fresh``)."""
    return Listing(AnswerFolder(folder).fresh())


def remove_copies(cohort_id: str, folders: Iterable[Path]) -> tuple[Path, ...]:
    """Remove a cohort's answer and progress files from folders, and return those removed."""
    return tuple(path for folder in folders for path in _of_cohort(cohort_id, folder) if _removed(path))


def _of_cohort(cohort_id: str, folder: Path) -> Iterator[Path]:
    """Yield a cohort's files in a folder, whatever they are called: they are known by how they begin."""
    with contextlib.suppress(OSError):
        for path in sorted(folder.iterdir()):
            if path.is_file() and _cohort_of(path) == cohort_id:
                yield path


def _cohort_of(path: Path) -> str:
    with contextlib.suppress(OSError, KursappError), path.open("rb") as file:
        begins = file.read(_HEADER_BYTES)
        is_progress = begins.startswith(progress_file.KIND.magic)
        return (progress_file.header(begins) if is_progress else answer_file.header(begins)).cohort_id
    return ""


def _removed(path: Path) -> bool:
    with contextlib.suppress(OSError):
        path.unlink()
        return True
    return False
