"""Reports taken in for a draft, and held against the course as it is now."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.domain.problem import KursappError
from kursapp.domain.quality_report import QualityReport
from kursapp.interchange.quality_file import read_quality
from kursapp.services import question_quality
from kursapp.services.new_course import new_course
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.question_quality import QualityReports, judged
from kursapp.worker import Worker

SPECIMEN = Path(__file__).parents[1] / "data" / "quality-2.json"


def test_a_report_is_kept_and_had_again(tmp_path: Path) -> None:
    """Taken in once or twice it is one; the file itself may go; forgotten it is gone, and can be had back."""
    file = tmp_path / "kvalitet.json"
    file.write_bytes(SPECIMEN.read_bytes())
    reports = QualityReports(tmp_path / "home")
    assert reports.all() == ()
    kept = reports.take(file)
    assert reports.take(file) == kept
    file.unlink()
    assert QualityReports(tmp_path / "home").all() == (kept,)
    assert reports.forget("../x") == b""
    data = reports.forget(kept.id)
    assert reports.all() == ()
    assert reports.keep(data, "kvalitet.json") == kept


def test_the_last_one_taken_in_is_first_and_a_spoilt_copy_is_left_out(tmp_path: Path) -> None:
    """A disk that spoils a copy costs that copy."""
    reports = QualityReports(tmp_path / "home")
    content = json.loads(SPECIMEN.read_text("utf-8"))
    taken = []
    for number, name in enumerate(("Vår", "Høst")):
        content["cohort"]["name"] = name
        (tmp_path / "a.json").write_text(json.dumps(content), encoding="utf-8")
        taken.append(reports.take(tmp_path / "a.json"))
        os.utime(tmp_path / "home" / "quality" / f"{taken[-1].id}.json", (number, number))
    assert [kept.report.cohort for kept in reports.all()] == ["Høst", "Vår"]
    (tmp_path / "home" / "quality" / f"{taken[0].id}.json").write_bytes(b"{")
    assert [kept.report.cohort for kept in reports.all()] == ["Høst"]


def test_the_oldest_give_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """There is an end to how many are kept."""
    monkeypatch.setattr(question_quality, "MOST", 1)
    reports = QualityReports(tmp_path / "home")
    (tmp_path / "a.json").write_bytes(SPECIMEN.read_bytes())
    first = reports.take(tmp_path / "a.json")
    os.utime(tmp_path / "home" / "quality" / f"{first.id}.json", (1, 1))
    (tmp_path / "a.json").write_bytes(SPECIMEN.read_bytes().replace(b"Simulert kull", b"Nytt kull"))
    second = reports.take(tmp_path / "a.json")
    assert reports.all() == (second,)


@pytest.mark.parametrize("name", ["borte.json", "."])
def test_a_file_that_is_not_there_is_named(tmp_path: Path, name: str) -> None:
    """Nothing, or a folder."""
    with pytest.raises(KursappError) as caught:
        QualityReports(tmp_path / "home").take(tmp_path / name)
    assert caught.value.problem.code == "quality-no-file"
    assert not (tmp_path / "home").exists()


QUESTION = """

### Spørsmål: Når er siste dag?
<!-- id: d1-quiz-01 -->
- [ ] Mandag <!-- id: a -->
- [x] Tirsdag <!-- id: b -->

"""


@pytest.fixture
def opened(tmp_path: Path) -> OpenedCourse:
    """Return a small course with one question of the report."""
    folder = tmp_path / "kurs"
    new_course(paths.assets() / "nytt-kurs", folder)
    session = folder / "dag-1/01-slik-skriver-du.md"
    session.write_text(session.read_text("utf-8") + QUESTION, encoding="utf-8")
    with Worker() as worker:
        return CourseReader(worker, tmp_path / "cache").open(folder)


def report(**words: object) -> QualityReport:
    """Return a report whose first question is that of the course."""
    content = json.loads(SPECIMEN.read_text("utf-8"))
    options = [
        {"id": "a", "text": "Mandag", "right": False, "count": 4},
        {"id": "b", "text": "Tirsdag", "right": True, "count": 36},
    ]
    content["questions"] = [{**content["questions"][0], "text": "Når er siste dag?", "options": options, **words}]
    return read_quality(json.dumps(content).encode(), "a.json")


def test_a_question_is_found_where_it_stands(opened: OpenedCourse) -> None:
    """Its file and line; the same as it was answered."""
    (one,) = judged(report(), opened)
    text = (opened.root / one.file).read_text("utf-8").splitlines()
    assert text[one.line - 1] == "### Spørsmål: Når er siste dag?"
    assert not one.changed


def test_what_has_changed_since_is_told(opened: OpenedCourse) -> None:
    """Other words, or another key; a question that was hidden is compared by its words alone."""
    assert judged(report(text="Når?"), opened)[0].changed
    options = [
        {"id": "a", "text": "Mandag", "right": True, "count": 4},
        {"id": "b", "text": "Tirsdag", "right": False, "count": 36},
    ]
    assert judged(report(options=options), opened)[0].changed
    assert not judged(report(options=[], hidden="few_answers"), opened)[0].changed


def test_a_question_that_is_gone_has_no_place(opened: OpenedCourse) -> None:
    """Nor has any without a course."""
    one = judged(report(id="borte"), opened)[0]
    assert (one.file, one.line, one.changed) == ("", 0, False)
    assert [one.file for one in judged(report(), None)] == [""]
    assert judged(replace(report()), opened)[0].file
