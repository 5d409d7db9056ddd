"""Files of every version ever written are read, and say what they said when they were written."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from kursapp.delivery import cohort_file, kullmerke
from kursapp.delivery.answer_file import open_answers
from kursapp.delivery.progress_file import open_progress
from kursapp.domain.attendance import Attendance, DayDone
from kursapp.domain.cohort import Cohort, Role, Rules
from kursapp.domain.evaluation_answer import APART, Picked, Ranked, Rated, RatedTwice, Written
from kursapp.files.shelf import Shelf
from kursapp.vault.passphrases import LIGHT
from kursapp.vault.recovery import read_recovery_code, recovery_pair
from kursapp.vault.safe import CohortKeys, Safe, recovered_keys

COHORT = "0123456789abcdef0123456789abcdef"
PASSPHRASE = "fire vanlige ord"
SHEET = "YJBM-C666-7R6B-X07N-JY2R-CFMR-FD7K"
PRIVATE = bytes.fromhex("540a044c1aa7c006edf111362eb959164b8c4ccdfc287f6d3497f85dd75612a1")
DATABASE = bytes.fromhex("c8f076fd980600c67ef2e91450cae85ea0175723540dcd697fb99e9756305e87")


@pytest.fixture
def data(project: Path) -> Path:
    """Return where the specimens lie."""
    return project / "tests" / "data"


@pytest.fixture
def cohort(data: Path) -> Cohort:
    """Return the cohort of version 1."""
    return cohort_file.read(data / "cohort-1.kull")[0]


def test_a_cohort_file_of_version_1(cohort: Cohort, data: Path) -> None:
    """Its rules, forms and recipients; its mark, which may hang on a wall; and it is written the same today."""
    assert (cohort.id, cohort.name, cohort.language, cohort.simulated) == (COHORT, "Vår 2026, Bergen", "nb", True)
    assert cohort.rules == Rules(date(2027, 6, 12), 3, "Bare seks deltakere.", ("rolle",), codes=True)
    assert [each.form.id for each in cohort.forms] == ["for", "etter", "quiz-1"]
    assert cohort.form("etter").digest == "d2561fe72f815fab30cd3952dda3612b3061ede3b09e78e8d76504c5c86a88d3"
    assert [each.role for each in cohort.recipients] == [Role.COORDINATOR, Role.BACKUP]
    stored = (data / "cohort-1.kull").read_bytes()
    assert kullmerke.mark(stored) == "pil · vindu · dør · gong"
    assert cohort_file.write(cohort) == stored


@pytest.mark.parametrize("private", [PRIVATE, recovery_pair(read_recovery_code(SHEET)).private])
def test_an_answer_file_of_version_1(cohort: Cohort, data: Path, private: bytes) -> None:
    """With the coordinator's key and with the sheet's."""
    found = open_answers((data / "answers-1.svar").read_bytes(), cohort, private).submission
    assert (found.response_id, found.replaces, found.code) == ("a" * 32, "b" * 32, "AB3CD4")
    assert dict(found.answers) == {
        "rolle": Picked(("a",)),
        "nytte": Rated(4),
        "trygg": RatedTwice(2, APART),
        "tema": Picked(("b", "c"), "Mer om økonomi"),
        "viktig": Ranked(("b", "a")),
        "karakter": Written("8"),
        "bra": Written("Alt om samtaler, og «praksis»."),
    }


def test_a_progress_file_of_version_1(cohort: Cohort, data: Path) -> None:
    """Name, days and certificate."""
    found = open_progress((data / "progress-1.fremdrift").read_bytes(), cohort, PRIVATE)
    days = (DayDone("dag-1", "Dag 1", 12, 12),)
    assert found == Attendance(COHORT, "Kari Nordmann", "Bergen kommune", date(2026, 4, 1), days, True)


def test_a_safe_of_version_1(cohort: Cohort, data: Path, tmp_path: Path) -> None:
    """By passphrase and by recovery sheet: the same keys, the same key of the database."""
    (tmp_path / "keys").mkdir()
    shutil.copy(data / "safe-1.json", tmp_path / "safe.json")
    shutil.copy(data / "safe-1.key", tmp_path / "keys" / f"{COHORT}.key")
    for safe in (Safe.open(Shelf(tmp_path), PASSPHRASE), Safe.open_with_recovery(Shelf(tmp_path), SHEET)):
        assert safe.database_key() == DATABASE
        assert safe.get(COHORT).private == PRIVATE
        assert safe.get(COHORT) == recovered_keys(SHEET, cohort.sealed_keys)


def test_a_key_file_of_version_1(data: Path, tmp_path: Path) -> None:
    """Handed on to another safe."""
    safe = Safe.create(Shelf(tmp_path), "en ganske annen frase", LIGHT)
    assert safe.import_keys((data / "key-1.nokkel").read_bytes(), "til vikaren min") == COHORT
    keys: CohortKeys = safe.get(COHORT)
    assert keys.private == PRIVATE
