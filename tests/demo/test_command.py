"""``kursapp demo`` as it is started: its options, its exit codes, and whose data it touches."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.app.program import open_program
from kursapp.cli import commands
from kursapp.cli.exits import COULD_NOT_RUN
from kursapp.demo import tour
from kursapp.demo.command import DIFFERS, DONE, Demo
from kursapp.demo.running import OpenProgram
from kursapp.demo.summary import Summary
from kursapp.demo.waiting import StuckError

Run = Callable[..., int]


@pytest.fixture
def run(qapp: QApplication) -> Run:
    """Give the command, standing on the tests' application."""

    def started(*arguments: str) -> int:
        return commands.run(["demo", *arguments], (Demo(lambda: qapp, open_program),))

    return started


def touring(monkeypatch: pytest.MonkeyPatch, take: Callable[[Path], Summary]) -> None:
    """Let another tour be taken instead of the long one."""

    def take_tour(_app: QApplication, _open: OpenProgram, out: Path, language: str, *, whole: bool) -> Summary:
        summary = take(out)
        summary.language = language
        summary.written["whole"] = str(whole)
        return summary

    monkeypatch.setattr(tour, "take_tour", take_tour)


def told(*, equal: bool) -> Summary:
    """Return the notes of a tour on which one thing was restored, or was not."""
    summary = Summary("nb", pictures=["01-hjem-lys.png"])
    summary.compare("a sentence: text", "Hei", "Hei" if equal else "He")
    return summary


def test_help_says_what_the_exit_codes_mean() -> None:
    """``--help`` needs neither window nor data, and explains 0, 1 and 2."""
    help_words = subprocess.run(
        [sys.executable, "-m", "kursapp", "demo", "--help"], capture_output=True, text=True, check=True
    ).stdout
    assert "--out" in help_words
    assert "--language" in help_words
    assert "--all" in help_words
    assert "0 (ferdig)" in help_words


def test_out_is_asked_for(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    """Without a folder there is nothing to run, and the usage says what is missing."""
    assert run() == COULD_NOT_RUN
    assert "mangler --out" in capsys.readouterr().err


def test_all_restored_is_zero(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tour that finds everything again ends with 0 and leaves its summary."""
    touring(monkeypatch, lambda _out: told(equal=True))
    assert run("--out", str(tmp_path / "ny" / "mappe")) == DONE
    assert '"all_restored": true' in (tmp_path / "ny" / "mappe" / "summary.json").read_text(encoding="utf-8")


def test_a_difference_is_one_and_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What was not found as it was typed is told, with what was typed and what was found."""
    touring(monkeypatch, lambda _out: told(equal=False))
    assert run("--out", str(tmp_path)) == DIFFERS
    said = capsys.readouterr().err
    assert "a sentence: text" in said
    assert "'Hei'" in said
    assert "'He'" in said


def test_a_tour_that_restores_nothing_is_no_success(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tour without a restart has shown nothing."""
    touring(monkeypatch, lambda _out: Summary("nb"))
    assert run("--out", str(tmp_path)) == DIFFERS


def test_a_tour_that_sticks_is_two(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What never came is named, in one sentence."""

    def stick(_out: Path) -> Summary:
        raise StuckError("the page")

    touring(monkeypatch, stick)
    assert run("--out", str(tmp_path)) == COULD_NOT_RUN
    assert "the page" in capsys.readouterr().err


def test_a_requirement_that_is_not_met_is_one_and_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A whole course that was taken and lacks something is no success."""

    def lack(_out: Path) -> Summary:
        summary = told(equal=True)
        summary.unmet.append("Kurset: Sluttprøve, Gjenstår")
        return summary

    touring(monkeypatch, lack)
    assert run("--out", str(tmp_path), "--all", "--language", "en") == DIFFERS
    assert "Not met: Kurset: Sluttprøve, Gjenstår." in capsys.readouterr().err


def test_all_asks_for_the_whole_course(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without ``--all`` the tour is of one day."""
    touring(monkeypatch, lambda _out: told(equal=True))
    for words, whole in (([], "False"), (["--all"], "True")):
        run("--out", str(tmp_path), *words)
        assert f'"whole": "{whole}"' in (tmp_path / "summary.json").read_text(encoding="utf-8")


def test_a_folder_one_may_not_write_in_is_two(
    run: Run,
    tmp_path: Path,
    sealed: Callable[[Path], AbstractContextManager[None]],
    capsys: pytest.CaptureFixture[str],
) -> None:
    """One sentence names the folder and the way out; no tour is begun."""
    folder = tmp_path / "lukket"
    folder.mkdir()
    with sealed(folder):
        assert run("--out", str(folder)) == COULD_NOT_RUN
    said = capsys.readouterr().err
    assert str(folder) in said
    assert "--out" in said


def test_the_persons_own_data_is_never_touched(
    run: Run, tmp_path: Path, own_data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tour lives in a folder of its own, which is gone afterwards; the variable is as it was."""
    seen: list[Path] = []

    def take(_out: Path) -> Summary:
        seen.append(paths.data_folder())
        (paths.data_folder() / "profil").write_text("x", encoding="utf-8")
        return told(equal=True)

    touring(monkeypatch, take)
    run("--out", str(tmp_path))
    assert seen[0] != own_data_folder
    assert not seen[0].exists()
    assert os.environ[paths.VARIABLE] == str(own_data_folder)
    assert not own_data_folder.exists()


def test_the_pictures_of_an_earlier_tour_go(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No old picture is left among the new ones; other files stay."""
    (tmp_path / "07-gammel-lys.png").write_bytes(b"")
    (tmp_path / "107-gammel-lys.png").write_bytes(b"")
    (tmp_path / "mine-notater.txt").write_text("mine", encoding="utf-8")
    touring(monkeypatch, lambda _out: told(equal=True))
    run("--out", str(tmp_path))
    assert not list(tmp_path.glob("*gammel*"))
    assert (tmp_path / "mine-notater.txt").exists()
