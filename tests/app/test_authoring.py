"""What the instructor's threads work on."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.app.authoring import Authoring
from kursapp.domain.restructuring import RenameSession
from kursapp.worker import Worker
from tests.small_course import small_course


def test_one_process_reads_for_both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What has read the draft plans its restructuring too: nobody waits for a second process to start."""
    for file, data in small_course().items():
        (tmp_path / "kurs" / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kurs" / file).write_bytes(data)
    workers: list[Worker] = []
    real = Worker.__init__

    def count(self: Worker, *values: int) -> None:
        workers.append(self)
        real(self, *values)

    monkeypatch.setattr(Worker, "__init__", count)
    authoring = Authoring()
    looking, author = authoring.looking(), authoring.author()
    card = author.add(tmp_path / "kurs")
    assert looking.course(tmp_path / "kurs", {}).course.title == "Prøvekurs"
    author.open(card.id).structure.carry_out(RenameSession("dag-1/01-start.md", "Ny"))
    assert len(workers) == 1
    author.close()
    looking.close()
