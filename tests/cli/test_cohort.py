"""``kursapp cohort``, ``collect`` and ``results``: from nothing to a report, in a script."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kursapp.cli.coordinating import door
from kursapp.domain.exporting import Unwatched
from kursapp.services.simulate import answer_files
from kursapp.vault import passphrases
from tests.cli.conftest import Done

Command = Callable[..., Done]
PASSPHRASE = "to harde plommer"


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return where the course stands read, so that it is parsed once for all tests here."""
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(autouse=True)
def light_safes(monkeypatch: pytest.MonkeyPatch, read_once: Path) -> None:
    """Let a try at a passphrase cost little, and nobody be there to ask for one."""
    monkeypatch.setattr("kursapp.paths.cache_folder", lambda: read_once)
    monkeypatch.setattr("kursapp.services.coordinator_door.STRONG", passphrases.LIGHT)
    monkeypatch.delenv("KURSAPP_PASSPHRASE", raising=False)
    monkeypatch.delenv("KURSAPP_COLLECTION_URL", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)


def read(done: Done) -> Any:
    """Return what a command wrote as JSON."""
    assert done.code in (0, 1), done.err
    return json.loads(done.out)


@pytest.fixture
def simulated(command: Command, tmp_path: Path) -> tuple[str, Path]:
    """Return the id of a simulated cohort and the folder of its twelve answers."""
    folder = tmp_path / "demo"
    made = read(command("cohort", "simulate", "--n", "12", "--seed", "7", "--out", folder, "--format", "json"))
    assert made["answers"] == 12
    assert len(list(folder.glob("*.svar"))) == 12
    return made["id"], folder


def test_from_nothing_to_a_report(command: Command, simulated: tuple[str, Path], tmp_path: Path) -> None:
    """Simulate, collect, close, results: each says what it did, and the file is there."""
    cohort, folder = simulated
    collected = command("collect", folder, "--cohort", cohort[:6])
    assert (collected.code, collected.out.split()) == (0, ["12", "nye"])
    again = read(command("collect", folder, "--cohort", cohort, "--format", "json"))
    assert again["counts"]["already_had"] == 12
    closed = command("cohort", "close", cohort, "--form", "eval-etter")
    assert closed.code == 0
    assert "12 av 14" in closed.out
    file = tmp_path / "svar.csv"
    written = command("results", cohort, "--to", "csv", "-o", file)
    assert (written.code, str(file) in written.out) == (0, True)
    assert file.read_bytes().startswith("\ufeff".encode())


@pytest.mark.parametrize("kind", ["csv", "csv-rfc", "json", "xlsx", "sps", "sav", "pdf"])
def test_every_kind_of_file(command: Command, simulated: tuple[str, Path], tmp_path: Path, kind: str) -> None:
    """Each word of ``--to`` writes a file, and says which."""
    cohort, folder = simulated
    command("collect", folder, "--cohort", cohort)
    command("cohort", "close", cohort, "--form", "eval-etter")
    out = tmp_path / f"svar.{kind}"
    record = read(command("results", cohort, "--to", kind, "-o", out, "--format", "json"))
    assert record["files"][0] == str(out)
    assert all(Path(file).stat().st_size for file in record["files"])


def test_question_quality(command: Command, tmp_path: Path) -> None:
    """A simulated quiz is collected, closed and written as question quality; an evaluation has none."""
    folder = tmp_path / "quiz"
    made = read(command("cohort", "simulate", "--n", "12", "--out", folder, "--form", "quiz-dag-1", "--format", "json"))
    command("collect", folder, "--cohort", made["id"])
    command("cohort", "close", made["id"], "--form", "quiz-dag-1")
    done = command("results", made["id"], "--to", "kvalitet", "-o", tmp_path / "kvalitet.csv")
    assert done.code == 0, done.err
    assert (tmp_path / "kvalitet.csv").stat().st_size


def test_question_quality_without_a_quiz(command: Command, simulated: tuple[str, Path], tmp_path: Path) -> None:
    """A cohort that shares no quiz has no question quality: exit 3 and a sentence of its own."""
    done = command("results", simulated[0], "--to", "kvalitet", "-o", tmp_path / "kvalitet.csv")
    assert (done.code, "ingen quiz" in done.err) == (3, True)


def test_an_open_round_is_refused(command: Command, simulated: tuple[str, Path], tmp_path: Path) -> None:
    """Results of an open round: exit 3, no file; with no round closed at all too, whether a form is named or not."""
    cohort, folder = simulated
    out = tmp_path / "svar.csv"
    assert command("results", cohort, "--to", "csv", "-o", out).code == 3
    command("collect", folder, "--cohort", cohort)
    for more in ((), ("--form", "eval-etter"), ("--form", "eval-for")):
        done = command("results", cohort, "--to", "csv", "-o", out, *more)
        assert (done.code, done.out) == (3, "")
        assert "ikke lukket" in done.err
    assert not out.exists()


def test_hidden_results_are_refused(command: Command, tmp_path: Path) -> None:
    """A closed round with four persons: exit 3, no file."""
    folder = tmp_path / "fire"
    cohort = read(command("cohort", "simulate", "--n", "4", "--out", folder, "--format", "json"))["id"]
    command("collect", folder, "--cohort", cohort)
    command("cohort", "close", cohort, "--form", "eval-etter")
    done = command("results", cohort, "--to", "csv", "-o", tmp_path / "svar.csv")
    assert done.code == 3
    assert "Færre enn 5" in done.err
    assert not (tmp_path / "svar.csv").exists()


def test_with_several_rounds_closed_the_form_is_asked_for(
    command: Command, simulated: tuple[str, Path], tmp_path: Path
) -> None:
    """Two closed rounds: the command names them and asks which."""
    cohort, folder = simulated
    command("collect", folder, "--cohort", cohort)
    command("cohort", "close", cohort, "--form", "eval-etter")
    close_another(cohort, "eval-for", tmp_path)
    done = command("results", cohort, "--to", "json", "-o", tmp_path / "svar.json")
    assert (done.code, "eval-for, eval-etter" in done.err) == (2, True)
    assert command("results", cohort, "--form", "eval-for", "--to", "json", "-o", tmp_path / "svar.json").code == 0


def close_another(cohort_id: str, form_id: str, folder: Path) -> None:
    """Let made-up people answer one more form of a simulated cohort, and close it."""
    coordinator = door().simulated()
    files = answer_files(coordinator.cohort(cohort_id), form_id, folder, count=6, seed=1, watch=Unwatched())
    coordinator.collect(cohort_id, files)
    coordinator.close_round(cohort_id, form_id)
    coordinator.close()


def test_files_that_are_amiss_are_findings(command: Command, simulated: tuple[str, Path]) -> None:
    """A file that cannot be opened: exit 1, its name and why; the others are collected all the same."""
    cohort, folder = simulated
    (folder / "tull.svar").write_bytes(b"tull")
    done = command("collect", folder, "--cohort", cohort)
    assert done.code == 1
    assert "tull.svar" in done.out
    assert "12  nye" in done.out


def test_listing(command: Command, simulated: tuple[str, Path]) -> None:
    """Simulated cohorts are listed without a passphrase and marked; where there are no real ones nobody is asked."""
    cohort, _ = simulated
    done = command("cohort", "list")
    assert done.code == 0
    assert cohort[:8] in done.out
    assert "simulert" in done.out
    (record,) = read(command("cohort", "list", "--format", "json"))
    assert (record["id"], record["simulated"], len(record["mark"])) == (cohort, True, 4)
    assert [each["form"] for each in record["rounds"]][-2:] == ["eval-etter", "eval-tre-maneder"]


def test_open_in_the_window(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the coordinator has her collection open every command that needs it is refused: exit 3, one sentence."""
    cohort = read(real(command, tmp_path, "--format", "json"))["id"]
    monkeypatch.setenv("KURSAPP_PASSPHRASE", PASSPHRASE)
    coordinator = door().open(PASSPHRASE)
    report = tmp_path / "r.json"
    for words in (
        ("list",),
        ("close", cohort, "--form", "eval-etter"),
        ("delete", cohort, "--yes"),
        ("let-in", cohort, "--form", "eval-etter"),
    ):
        done = command("cohort", *words)
        assert (done.code, done.err.count("\n")) == (3, 1), words
    assert command("collect", tmp_path, "--cohort", cohort).code == 3
    assert command("results", cohort, "--to", "json", "-o", report).code == 3
    assert not report.exists()
    assert coordinator.cohort(cohort)
    coordinator.close()


def test_a_lost_key_hides_no_other_cohort(command: Command, simulated: tuple[str, Path], tmp_path: Path) -> None:
    """The one whose key is lost is listed without rounds, with a sentence; the others as ever; exit 2."""
    lost, _ = simulated
    read(command("cohort", "simulate", "--n", "1", "--out", tmp_path / "to", "--format", "json"))
    (door().state(simulated=True).folder / "keys" / f"{lost}.key").unlink()
    done = command("cohort", "list", "--format", "json")
    assert done.code == 2
    assert "gjenopprettingsarket" in done.err
    assert {record["id"] == lost: bool(record["rounds"]) for record in json.loads(done.out)} == {
        True: False,
        False: True,
    }


def test_nothing_to_list(command: Command) -> None:
    """Before there is any cohort the list says so."""
    done = command("cohort", "list")
    assert (done.code, done.out.strip()) == (0, "Ingen kull ennå.")


def real(command: Command, tmp_path: Path, *more: str) -> Done:
    """Make a real cohort, with its passphrase in a file."""
    word = tmp_path / "ord.txt"
    word.write_text(f"{PASSPHRASE}\n", "utf-8")
    days = ("--starts", "2026-03-02", "--ends", "2026-06-01", "--invited", "24")
    return command(
        "cohort", "new", "--name", "Vår 2026", *days, "-o", tmp_path / "ut", "--passphrase-file", word, *more
    )


def test_a_real_cohort(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``cohort new`` makes safe, sheet and cohort file; after that the passphrase is needed."""
    made = read(real(command, tmp_path, "--format", "json", "--k", "6", "--breakdown", "ledererfaring"))
    assert Path(made["file"]).name == "Vår-2026.kull"
    assert Path(made["recovery"]).read_bytes().startswith(b"%PDF")
    assert len(made["mark"]) == 4
    assert command("cohort", "list").code == 3
    monkeypatch.setenv("KURSAPP_PASSPHRASE", "feil passordfrase")
    assert command("cohort", "list").code == 3
    monkeypatch.setenv("KURSAPP_PASSPHRASE", PASSPHRASE)
    (record,) = read(command("cohort", "list", "--format", "json"))
    assert (record["id"], record["simulated"], record["keep_until"]) == (made["id"], False, "2026-12-01")
    monkeypatch.setenv("KURSAPP_PASSPHRASE", "demo")
    assert command("cohort", "close", made["id"], "--form", "eval-etter").code == 3


def test_real_ones_refuse_demo(command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A real safe is not made under the passphrase everybody knows."""
    monkeypatch.setenv("KURSAPP_PASSPHRASE", "demo")
    days = ("--starts", "2026-03-02", "--ends", "2026-06-01", "--invited", "24")
    done = command("cohort", "new", "--name", "Vår", *days, "-o", tmp_path / "ut")
    assert done.code == 2
    assert "demo" in done.err


def test_what_is_wrong_with_a_new_cohort(command: Command, tmp_path: Path) -> None:
    """A date that is none, and what may not be promised, are refused with one sentence."""
    assert "2026-09-01" in real(command, tmp_path, "--keep-until", "i høst").err
    done = real(command, tmp_path, "--k", "4")
    assert (done.code, "fra 5 til 10" in done.err) == (2, True)


def test_deleting_needs_a_yes(command: Command, simulated: tuple[str, Path]) -> None:
    """Without ``--yes`` nothing is deleted; with it the copies go, and the rest is listed for people."""
    cohort, folder = simulated
    command("collect", folder, "--cohort", cohort)
    assert command("cohort", "delete", cohort).code == 2
    done = command("cohort", "delete", cohort, "--yes")
    assert done.code == 0
    assert "Gjenopprettingsarket" in done.out
    assert list(folder.glob("*.svar")) == []
    assert command("cohort", "close", cohort, "--form", "eval-etter").code == 2


def test_codes_and_late_ones(command: Command, tmp_path: Path) -> None:
    """Slips of codes are printed; nobody is let into an open round."""
    made = read(real(command, tmp_path, "--codes", "--form", "eval-etter", "--format", "json"))
    word = ("--passphrase-file", tmp_path / "ord.txt")
    codes = command("cohort", "codes", made["id"], "--n", "5", *word)
    assert len(set(codes.out.splitlines())) == 5
    assert command("cohort", "let-in", made["id"], "--form", "eval-etter", *word).code == 3


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("collect", "FINNES-IKKE", "--cohort", "ab"), 2),
        (("cohort", "close", "ab", "--form", "x"), 2),
        (("cohort", "close", "ab"), 2),
        (("cohort",), 2),
        (("results", "ab", "--to", "docx", "-o", "x"), 2),
        (("cohort", "simulate", "--n", "0", "--out", "OUT"), 2),
        (("cohort", "list", "--tull"), 2),
    ],
)
def test_what_cannot_be_run(command: Command, tmp_path: Path, words: tuple[str, ...], code: int) -> None:
    """A cohort, a folder or a word that is not known: exit 2 and one sentence."""
    done = command(*(str(tmp_path / word) if word.isupper() else word for word in words))
    assert done.code == code
    assert done.err.strip()


def test_languages(command: Command, simulated: tuple[str, Path]) -> None:
    """The language can be said before or after the inner command."""
    cohort, folder = simulated
    assert "12  new" in command("collect", folder, "--cohort", cohort, "--language", "en").out
    for words in (("cohort", "--language", "en", "list"), ("cohort", "list", "--language", "en")):
        assert "12 of 14 have answered" in command(*words).out


def test_other_commands_load_no_database(project: Path) -> None:
    """Commands that have nothing to do with cohorts do not wait for databases and keys."""
    code = "import kursapp.cli.commands, sys; print([name for name in ('sqlalchemy', 'nacl') if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
