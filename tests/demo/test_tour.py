"""The whole tour, without taking the pictures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.demo.camera import Camera
from kursapp.demo.scenes import own_words
from kursapp.demo.summary import Summary
from kursapp.demo.tour import take_tour
from kursapp.services.new_course import new_course
from tests.ui.small_course import write_course

SCREENS = (
    "forste-start-velkommen", "hjem-nytt", "kurs", "forside", "side-lov-og-tekst", "side-figur", "side-tabell",
    "side-arbeidsbok", "side-refleksjon", "side-rekkefolge", "case-begynner", "case-midt-i", "case-slutt",
    "quiz-start", "quiz-sporsmal", "quiz-se-over", "quiz-resultat", "evaluering-personvern", "evaluering-se-over",
    "hjem-dagen-er-ferdig", "sok", "hurtigtaster", "innstillinger", "hjem-i-dag", "kursbevis", "oppfolging-med-planen",
    "kursbevis-gjenstar", "profilen-er-last",
)  # fmt: skip
BOTH_SIDES = (
    "koordinator-las-opp", "innsamling", "innsamling-lukket", "resultater", "resultater-tema", "kommentarer", "rapport",
    "kull-lofter", "kull-kullmerke", "deltaker-kull", "deltaker-dette-sendes", "deltaker-kvittering",
)  # fmt: skip
SAFE = {"sikkerhetskopier", "om-kursapp", "passordfrase", "gjenopprettingskode"}
WRITTEN = {"instruktor-kurs", "rediger", "sjekk", "pakk-og-del", "vis-i-rommet", "sporsmalskvalitet"}
REPORT = {"rapport.pdf", "resultater.xlsx", "resultater.csv", "resultater.sps", "resultater-data.csv"}
HANDED_ON = {"kurs.kurs", "kvalitet.json"}
KINDS = {"single", "multiple", "true_false", "dilemma", "order", "match", "number", "date", "short_answer", "gaps"}


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the camera note its motifs and take no pictures, which is what takes most of the time."""

    def note(self: Camera, name: str, theme: str) -> None:
        self.taken.append(f"{name}-{theme}")

    def note_window(self: Camera, _window: QWidget, name: str) -> None:
        note(self, name, self._driver.program.theme.name)

    monkeypatch.setattr(Camera, "_take", note)
    monkeypatch.setattr(Camera, "window", note_window)


@pytest.mark.slow
@pytest.mark.usefixtures("blind")
def test_day_1_is_taken_and_everything_typed_is_found_again(qapp: QApplication, tmp_path: Path) -> None:
    """Every kind of question is answered, every screen is seen in light and dark, and each restart restores all."""
    qapp.setStyle("fusion")
    qapp.setQuitOnLastWindowClosed(False)
    summary: Summary = take_tour(qapp, open_program, tmp_path, "nb")
    assert [each.thing for each in summary.restored if not each.equal] == []
    assert {answer.kind for answer in summary.answered} == KINDS
    for screen in SCREENS:
        assert f"{screen}-light" in summary.pictures
        assert f"{screen}-dark" in summary.pictures
    assert summary.written["d1-1-r2"] == own_words.REFLECTIONS["d1-1-r2"]
    assert summary.quiz["answered"] == 10
    for screen in (*BOTH_SIDES, *SAFE, *WRITTEN):
        assert any(picture.startswith(screen) for picture in summary.pictures), screen
    assert {path.name for path in (tmp_path / "rapport").iterdir()} == REPORT | HANDED_ON
    assert len(list((tmp_path / "svarfiler").glob("*.svar"))) == 24 + 1
    summary.write(tmp_path / "summary.json")
    document = json.loads((tmp_path / "summary.json").read_text(encoding="utf-8"))
    assert document["all_restored"] is True
    assert all({"thing", "before", "after", "equal"} == set(each) for each in document["restored"])


@pytest.mark.slow
@pytest.mark.usefixtures("blind")
def test_every_course_on_the_shelf_is_taken_and_its_requirements_are_met(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of a course of six days and a short one every page is taken, and what was typed is found again each day."""
    shelf = tmp_path / "courses"
    write_course(shelf / "lederkurs")
    new_course(paths.assets() / "nytt-kurs", shelf / "kort")
    monkeypatch.setattr(paths, "bundled_courses", lambda: shelf)
    qapp.setStyle("fusion")
    qapp.setQuitOnLastWindowClosed(False)
    summary = take_tour(qapp, open_program, tmp_path, "nb", whole=True)
    assert summary.unmet == []
    assert [each.thing for each in summary.restored if not each.equal] == []
    assert list(summary.requirements) == ["lederkurs", "kort"]
    assert summary.requirements["lederkurs"] == ["Alle refleksjoner besvart, Oppfylt"]
    assert all(f"dag-{day}: a sentence: text" in {each.thing for each in summary.restored} for day in range(1, 7))
    assert {f"d{day}-{number}-rf" for day in range(1, 7) for number in (1, 2)} <= set(summary.written)
    assert all("Bestått" in result for result in summary.quizzes.values())
    assert summary.quizzes
    assert summary.cases
    for motif in ("lederkurs-krav", "dag-1-refleksjon", "dag-3-hjem", "kort-case-slutt", "kort-arbeidsbok"):
        assert any(picture.startswith(motif) for picture in summary.pictures), motif
    assert {picture.rsplit("-", 1)[1] for picture in summary.pictures} == {"light", "dark"}
