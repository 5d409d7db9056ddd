"""The certificate on paper: tagged, the same twice, whole with any name, and one sentence where it fails."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from kursapp.domain.certificate import Certificate, CertificateDay
from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError, refusal
from kursapp.export import certificate as module
from kursapp.export.certificate import certificate_values, write_certificate_pdf
from tests.export.conftest import Stopwatch
from tests.export.report.test_write import check_structure
from tests.pdf_text import pdf_text

DAYS = tuple(
    CertificateDay(f"Dag {day}: Noe", tuple(f"gjøre {day}.{goal}" for goal in range(5))) for day in range(1, 7)
)
FULL = Certificate(
    "Kari Nordmann",
    "God barnevernledelse",
    "1.0.0",
    "nb",
    date(2026, 3, 9),
    date(2026, 4, 20),
    30,
    "KS",
    DAYS,
    ("Quiz dag 1", "Alle refleksjoner besvart"),
)


def written(path: Path, certificate: Certificate) -> str:
    """Write it and return the words on it."""
    write_certificate_pdf(certificate, path, Unwatched())
    return pdf_text(path)


def pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def test_it_says_who_what_when_and_no_more_than_is_so(tmp_path: Path) -> None:
    """Name, course, days, hours, organiser, edition, every goal; taking part is confirmed, competence is not."""
    words = written(tmp_path / "bevis.pdf", FULL)
    for part in ("Kari Nordmann", "God barnevernledelse", "30 timer", "KS", "1.0.0", "gjøre 6.4", "Quiz dag 1"):
        assert part in words
    assert "9. mars 2026 – 20. april 2026" in words.replace("\u00a0", " ")
    assert "Det bekrefter ikke kompetanse" in words
    assert "Underskrift for arrangøren" in words
    assert pages(tmp_path / "bevis.pdf") == 2


def test_many_goals_have_a_page_of_their_own() -> None:
    """The first page is one that can be framed, so they do not begin on it and go on over."""
    assert certificate_values(FULL)["goals_apart"]
    assert not certificate_values(replace(FULL, days=DAYS[:2], requirements=("Alt", "Mer")))["goals_apart"]
    assert certificate_values(replace(FULL, days=DAYS[:2], requirements=("Alt", "Mer", "Litt til")))["goals_apart"]


def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, small_disk: Callable[[int], AbstractContextManager[None]]
) -> None:
    """One sentence, and the earlier certificate as it was."""
    path = tmp_path / "bevis.pdf"
    path.write_bytes(b"fra i fjor")
    with small_disk(2000), pytest.raises(KursappError) as caught:
        write_certificate_pdf(FULL, path, Unwatched())
    assert caught.value.problem.code in {"disk-full", "file-not-written"}
    assert path.read_bytes() == b"fra i fjor"
    assert list(tmp_path.iterdir()) == [path]


def test_few_goals_stand_on_the_one_page(tmp_path: Path) -> None:
    """A short course's certificate is one page."""
    words = written(tmp_path / "bevis.pdf", replace(FULL, days=DAYS[:1], hours=1, last=FULL.first))
    assert pages(tmp_path / "bevis.pdf") == 1
    assert "gjøre 1.4" in words
    assert "1 time" in words
    assert "–" not in words


@pytest.mark.parametrize(
    ("language", "tag", "title"),
    [("nb", "nb-NO", "Kursbevis"), ("nn", "nn-NO", "Kursbevis"), ("en", "en-GB", "Course certificate")],
)
def test_it_passes_a_structure_check_in_every_language(tmp_path: Path, language: str, tag: str, title: str) -> None:
    """Tagged, with language and title, headings and a table with headers."""
    path = tmp_path / "bevis.pdf"
    write_certificate_pdf(replace(FULL, language=language), path, Unwatched())
    joined = " for Kari Nordmann, God barnevernledelse"
    counts = check_structure(path, tag, title + joined)
    assert counts["/H1"] == 1
    assert counts["/TH"] >= 2


def test_equal_certificates_are_equal_bytes(tmp_path: Path) -> None:
    """Whenever they are made."""
    for name in ("a.pdf", "b.pdf"):
        write_certificate_pdf(FULL, tmp_path / name, Unwatched())
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


@pytest.mark.parametrize(
    "name", ["#set page(fill: red)", "Ó" * 120, "Åse  Ødegård-Østby \u202e", "李 🙂", "$1 + 1$ *x* @y"]
)
def test_any_name_is_only_a_name(tmp_path: Path, name: str) -> None:
    """Nothing anybody is called is run, and none is too long for the paper."""
    write_certificate_pdf(replace(FULL, name=name, course=name), tmp_path / "bevis.pdf", Unwatched())
    assert (tmp_path / "bevis.pdf").read_bytes().startswith(b"%PDF-")


def test_what_is_not_said_is_not_on_it(tmp_path: Path) -> None:
    """A course without hours, organiser or goals has a certificate without them."""
    words = written(tmp_path / "bevis.pdf", replace(FULL, hours=0, organiser="", days=()))
    for part in ("Omfang", "Arrangør ", "Læringsmål"):
        assert part not in words


def test_stopped_there_is_no_file(tmp_path: Path) -> None:
    """Nothing half is left."""
    with pytest.raises(KursappError) as found:
        write_certificate_pdf(FULL, tmp_path / "bevis.pdf", Stopwatch(after=0))
    assert found.value.problem.code == "export-cancelled"
    assert list(tmp_path.iterdir()) == []


def test_a_fault_in_setting_is_told_as_the_certificates_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is told to use a spreadsheet instead."""

    def fail(*_args: object) -> bytes:
        raise refusal("export-not-typeset")

    monkeypatch.setattr(module, "typeset", fail)
    with pytest.raises(KursappError) as found:
        write_certificate_pdf(FULL, tmp_path / "bevis.pdf", Unwatched())
    assert found.value.problem.code == "certificate-not-made"
