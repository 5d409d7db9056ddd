"""When the course is faulty, the disk is full, or nothing may be written."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.demo import hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.saving import SavingState
from kursapp.ui.widgets.faulty_box import FaultyBox
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from tests.journeys.conftest import begin

COVER = """---
id: lite
versjon: 1.0.0
språk: nb
---
# Lite kurs

Til øving.

## Dag 1: Prøve
En dag.

1. [Økt](okt.md)
"""
SESSION = """---
id: okt
minutter: 10
---
# Økt

## Ring eller vent
<!-- id: ring -->
Teksten før spørsmålet.

### Spørsmål: Uten riktig svar
<!-- id: q-feil -->
- [ ] En
- [ ] To

### Spørsmål: Hva gjør du først?
<!-- id: q-god -->
- [ ] Ringer <!-- id: a -->
- [x] Vurderer <!-- id: b -->

Teksten etter spørsmålet.
"""
SMALL_DISK = "16m"
BLOCK = 4096
SENTENCES = "Dette skal ikke bli borte. " * 50
TYPED_AT_MOST = 100


@pytest.fixture
def small_disk(own_data_folder: Path) -> Iterator[Path]:
    """Put the data folder on a disk of its own of a few megabytes."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can make a small disk")
    own_data_folder.mkdir(parents=True, exist_ok=True)
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SMALL_DISK}", "tmpfs", str(own_data_folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let one mount a small disk")
    yield own_data_folder
    subprocess.run(["umount", "-l", own_data_folder], check=True)


def test_a_faulty_question_leaves_the_rest_of_the_page(
    stranger: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The question says where it is wrong, file and line; the text around it and the next question work."""
    courses = tmp_path / "courses"
    (courses / "lite").mkdir(parents=True)
    (courses / "lite" / "kurs.md").write_text(COVER, encoding="utf-8")
    (courses / "lite" / "okt.md").write_text(SESSION, encoding="utf-8")
    monkeypatch.setattr(paths, "bundled_courses", lambda: courses)
    stranger.open()
    begin(stranger)
    stranger.find_and_go("Ring eller vent")
    faulty = stranger.one(FaultyBox, stranger.page)
    assert "okt.md" in stranger.words(faulty)
    assert "11" in stranger.words(faulty), "the line of the heading"
    answer = Answering(stranger).answer(stranger.one(QuestionView, stranger.page))
    assert "Riktig" in answer.said


def test_a_full_disk_says_so_and_loses_nothing(small_disk: Path, stranger: Driver) -> None:
    """What is typed on a full disk stays on the screen, is said not to be saved, and is saved when it can be."""
    kari = stranger
    kari.open()
    begin(kari)
    kari.find_and_go("Hvorfor finnes vi")
    field = kari.one(ReflectionView, kari.page).field
    kari.write(field, "Før det ble fullt. ")
    kari.saved()
    ballast = small_disk / "ballast"
    long_text = _type_until_refused(kari, ballast)
    told = kari.words(kari.rest.steering.message_bar)
    assert "full" in told.lower()
    assert kari.window.top_bar.saving.words.text() == "Ikke lagret"
    assert field.text() == "Før det ble fullt. " + long_text
    assert not kari.window.close(), "the window stays as long as something is not saved"
    ballast.unlink()
    kari.click(field)
    hands.press(hands.Key.Key_End, hands.Modifier.ControlModifier)
    hands.type_text("Nå er det plass.")
    kari.saved()
    assert not kari.words(kari.rest.steering.message_bar), "there is nothing left to warn of"
    kari.restart()
    kari.push("Fortsett")
    kept = kari.one(ReflectionView, kari.page).field.text()
    assert kept == "Før det ble fullt. " + long_text + "Nå er det plass."


def test_a_full_disk_keeps_nobody_from_what_she_has_written(small_disk: Path, stranger: Driver) -> None:
    """The program starts where nothing can be written, and shows what was saved before."""
    kari = stranger
    kari.open()
    begin(kari)
    kari.find_and_go("Hvorfor finnes vi")
    kari.write(kari.one(ReflectionView, kari.page).field, "Skrevet mens det var plass.")
    kari.saved()
    kari.close()
    _fill_up(small_disk / "ballast")
    kari.open()
    kari.find_and_go("Hvorfor finnes vi")
    assert kari.one(ReflectionView, kari.page).field.text() == "Skrevet mens det var plass."
    (small_disk / "ballast").unlink()
    kari.write(kari.one(ReflectionView, kari.page).field, "Nå er det plass.")
    kari.saved()
    assert kari.window.top_bar.saving.words.text() == "Alt er lagret"


def test_a_data_folder_one_may_not_write_in(
    stranger: Driver, own_data_folder: Path, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """A read-only data folder: the program opens, says why nothing is saved, and what was saved before is shown."""
    kari = stranger
    kari.open()
    begin(kari)
    kari.find_and_go("Hvorfor finnes vi")
    kari.write(kari.one(ReflectionView, kari.page).field, "Skrevet mens jeg kunne.")
    kari.saved()
    kari.close()
    with sealed(own_data_folder):
        kari.open()
        assert "kan bare leses" in kari.words(kari.rest.steering.message_bar)
        kari.find_and_go("Hvorfor finnes vi")
        field = kari.one(ReflectionView, kari.page).field
        assert field.text() == "Skrevet mens jeg kunne."
        kari.close()


def _type_until_refused(kari: Driver, ballast: Path) -> str:
    """Type on a full disk until it says that nothing more is saved, and return what was typed."""
    typed = ""
    for _ in range(TYPED_AT_MOST):
        # What was on its way when the disk filled up, such as a backup, is thrown away and leaves room again.
        _fill_up(ballast)
        hands.type_text(SENTENCES)
        typed += SENTENCES
        wait_until(lambda: kari.rest.tasks.state is not SavingState.SAVING, "the word whether it is saved")
        if kari.rest.tasks.state is SavingState.FAILED:
            return typed
    raise AssertionError("nothing was said of the full disk")


def _fill_up(file: Path) -> None:
    """Take all the room there is on a disk, and what has become free since it was filled up."""
    with file.open("ab", buffering=0) as ballast, contextlib.suppress(OSError):
        while True:
            ballast.write(bytes(BLOCK))
