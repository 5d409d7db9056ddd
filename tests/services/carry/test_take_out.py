"""Everything of one's own comes out, readable, and nothing of it is left where it was copied from."""

from __future__ import annotations

import json
import resource
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kursapp.domain.annotation import Anchor, Annotation, AnnotationKind
from kursapp.domain.course import Place, Rich
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.evaluation_answer import Written
from kursapp.domain.exporting import Unwatched, Watch
from kursapp.domain.plan import PlanStep, StepStatus
from kursapp.domain.problem import KursappError
from kursapp.domain.question import ChoiceKind, ChoiceQuestion, Option, Reflection
from kursapp.domain.record import Answer, Draft, Field, KeptEvaluation, Profile
from kursapp.domain.response import Chosen
from kursapp.services.carry.move_out import copy_profile
from kursapp.services.carry.take_out import TakenOut, take_out
from kursapp.storage.participant.profile_file import ProfileFile, open_profile
from tests.services.carry.conftest import NOW, WORDS, Machine
from tests.services.carry.test_moving import Stopping
from tests.small_package import ID, TITLE

HERE = Place("a.md", 1, 2)
QUESTION = ChoiceQuestion(
    "sp-1",
    "Hva gjør du først?",
    HERE,
    ChoiceKind.SINGLE,
    (Option("sp-1-a", Rich("", "Ringer *straks*"), True), Option("sp-1-b", Rich("", "Venter"))),
)
FORM_ITEM = EvaluationItem("e-1", "Hva tar du med deg?", HERE, EvaluationKind.TEXT)


def fill(file: ProfileFile) -> None:
    """Put something of every readable kind in a profile."""
    file.answers.save(Answer(ID, "1.0.0", "sp-1", Chosen(("sp-1-a",)), NOW, 1, 1, True), QUESTION)
    reflection = Reflection("rf-hvem", "Hvem sier aldri fra?", HERE)
    file.fields.save(Field(ID, "rf-hvem", "", f"{WORDS}\n# ikke en overskrift", NOW), reflection)
    kept = KeptEvaluation(ID, "skjema", "e-1", Written("Motet til å spørre"), NOW)
    file.evaluations.save(kept, FORM_ITEM)
    file.drafts.save(Draft(ID, "sp-2", "Halvt tenkt", NOW))
    anchor = Anchor("senest innen en uke", "Svar ", ".")
    words = "Husk dette *alltid*"
    note = ("n" * 32, AnnotationKind.HIGHLIGHT, ID, "svaret", "side-a", "Fristene", anchor, "yellow", words, NOW, NOW)
    file.notes.save(Annotation(*note))
    thrown = replace(Annotation(*note), id="t" * 32, words="Kastet, men ikke borte", removed_at=NOW)
    file.notes.save(thrown)
    step = PlanStep("s" * 32, ID, 1, "Ringe tilsynet", "Kari", date(2026, 6, 1), StepStatus.UNDER_WAY, "", NOW, NOW)
    file.plan_steps.save(step, replace(step, id="b" * 32, course_id="borte", text="Fra et kurs som er tatt bort"))
    file.notes.save(replace(thrown, id="u" * 32, course_id="bare-notert", words="Bare notert i"))


def taken(
    machine: Machine, profile: Profile, parent: Path, watch: Watch | None = None, language: str = "nb"
) -> TakenOut:
    """Take everything out."""
    file = open_profile(machine.profiles.database(profile.id))
    fill(file)
    copied = copy_profile(file, profile, machine.profiles.folder)
    file.close()
    try:
        return take_out(copied, parent, language, machine.clock, watch or Unwatched())
    finally:
        assert not copied.place.exists()


def test_it_can_be_read_without_the_program(old: Machine, tmp_path: Path) -> None:
    """Answers stand with their questions, one's own words as they were written, and nothing of them is markup."""
    out = taken(old, old.person(), tmp_path)
    read = {name: (out.folder / name).read_text("utf-8") for name in out.files}
    assert out.folder.name == "Kursapp Kari 2026-03-09"
    assert set(read) == {
        "alt.json",
        "les-meg.md",
        "svar.md",
        "arbeidsbok.md",
        "notater.md",
        "plan.md",
        "evalueringer.md",
    }
    assert f"## {TITLE}" in read["svar.md"]
    assert "### Hva gjør du først?" in read["svar.md"]
    assert "- Ringer \\*straks\\*" in read["svar.md"]
    assert "Riktig · 1 av 1 poeng" in read["svar.md"]
    assert "> Halvt tenkt" in read["svar.md"]
    assert f"### Hvem sier aldri fra?\n\n> {WORDS}  \n> \\# ikke en overskrift" in read["arbeidsbok.md"]
    assert "#### Hva tar du med deg?\n\n> Motet til å spørre" in read["evalueringer.md"]
    assert "### Fristene\n\n*Gul utheving · 9. mars 2026*\n\n> senest innen en uke" in read["notater.md"]
    assert "\n\nHusk dette \\*alltid\\*\n" in read["notater.md"]
    assert "Kastet, men ikke borte" in read["notater.md"]
    assert "## bare-notert" in read["notater.md"]
    assert "> Ringe tilsynet" in read["plan.md"]
    assert "## borte\n\n" in read["plan.md"]
    assert "> Fra et kurs som er tatt bort" in read["plan.md"]
    assert "I gang · Frist: 1. juni 2026 · Ansvarlig: Kari" in read["plan.md"]
    assert "- enrolment: 1 rader" in read["les-meg.md"]
    assert "Den som får tak i dem, kan lese dem" in read["les-meg.md"]


def test_all_of_it_is_there_for_other_programs(old: Machine, tmp_path: Path) -> None:
    """Every table with every row, and the file is JSON."""
    profile = old.person()
    out = taken(old, profile, tmp_path)
    said = json.loads((out.folder / "alt.json").read_text("utf-8"))
    assert (said["format"], said["version"], said["profile"]["id"]) == ("kursapp-alt", 1, profile.id)
    file = open_profile(old.profiles.database(profile.id))
    assert {name: len(rows) for name, rows in said["tables"].items()} == {
        name: file.everything.count(name) for name in file.everything.tables()
    }
    file.close()
    (field,) = said["tables"]["field"]
    assert field["value"].startswith(WORDS)
    assert field["updated_at"] == "2026-03-09T12:00:00+00:00"
    assert said["tables"]["answer"][0]["response"] == {"kind": "chosen", "options": ["sp-1-a"]}
    asked = {row["fingerprint"]: row["body"]["title"] for row in said["tables"]["asked"]}
    assert asked[said["tables"]["answer"][0]["asked"]] == "Hva gjør du først?"


def test_in_the_language_of_the_window(old: Machine, tmp_path: Path) -> None:
    """Headings and names of files; the tables are called the same everywhere."""
    out = taken(old, old.person(), tmp_path, language="en")
    assert set(out.files) == {
        "alt.json",
        "read-me.md",
        "answers.md",
        "workbook.md",
        "notes.md",
        "plan.md",
        "evaluations.md",
    }


def test_a_second_time_makes_a_second_folder(old: Machine, tmp_path: Path) -> None:
    """Nothing that was taken out before is touched; a name no system takes is written so that all do."""
    profile = old.profiles.rename(old.person().id, 'Kari / "K": <x>')
    first = taken(old, profile, tmp_path)
    second = taken(old, profile, tmp_path)
    assert (first.folder.name, second.folder.name) == ("Kursapp Kari K x 2026-03-09", "Kursapp Kari K x 2026-03-09 (2)")
    shutil.rmtree(first.folder)
    assert second.folder.exists()


def test_a_full_disk_leaves_nothing_half(old: Machine, tmp_path: Path) -> None:
    """One sentence, and the folder it was to go to is as it was."""
    profile, parent = old.person(words=WORDS * 2000), tmp_path / "ut"
    parent.mkdir()
    file = open_profile(old.profiles.database(profile.id))
    copied = copy_profile(file, profile, old.profiles.folder)
    file.close()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, limits[1]))
    try:
        with pytest.raises(KursappError) as raised:
            take_out(copied, parent, "nb", old.clock, Unwatched())
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert raised.value.problem.code == "disk-full"
    assert list(parent.iterdir()) == []
    assert not copied.place.exists()


def test_it_can_be_stopped(old: Machine, tmp_path: Path) -> None:
    """Nothing of it stays."""
    (tmp_path / "ut").mkdir()
    with pytest.raises(KursappError) as raised:
        taken(old, old.person(), tmp_path / "ut", Stopping(2))
    assert raised.value.problem.code == "carry-cancelled"
    assert list((tmp_path / "ut").iterdir()) == []


def test_a_killed_program_leaves_no_words_in_her_own_folder(old: Machine, tmp_path: Path) -> None:
    """On the same disk it grows among the program's own, where the next start removes what was left."""
    (tmp_path / "ut").mkdir()
    seen: list[int] = []

    class Peeking(Unwatched):
        def progress(self, done: int, total: int) -> None:
            seen.append(len(list((tmp_path / "ut").iterdir())))

    taken(old, old.person(), tmp_path / "ut", Peeking())
    assert set(seen) == {0}


def test_to_another_disk_it_goes_all_the_same(old: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stick cannot be reached by a rename: it grows there, and nothing half is left of it."""
    from kursapp.services.carry import take_out as module

    (tmp_path / "ut").mkdir()
    made: list[Path] = []
    real = module.make_staging

    def beside(parent: Path) -> Path:
        made.append(parent)
        return real(parent)

    monkeypatch.setattr(module, "make_staging", beside)
    monkeypatch.setattr(module, "_is_on", lambda *_paths: False)
    out = taken(old, old.person(), tmp_path / "ut")
    assert made == [tmp_path / "ut"]
    assert list((tmp_path / "ut").iterdir()) == [out.folder]


def test_nothing_of_the_rest_of_the_machine_is_changed(old: Machine, tmp_path: Path) -> None:
    """Taking out is copying: the profile is as it was."""
    profile = old.person()
    taken(old, profile, tmp_path)
    names = sorted(old.files())
    taken(old, profile, tmp_path)
    assert sorted(old.files()) == names
