"""A fault in a command is one sentence with a report; the words of the error are for somebody at a terminal only."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kursapp import paths
from kursapp.cli import check, commands

SECRET = "hemmelig notat om kari"


@pytest.fixture
def broken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let ``check`` fail as no command should."""

    def fail(_options: object) -> int:
        raise ValueError(SECRET)

    monkeypatch.setattr(check, "run", fail)


@pytest.mark.usefixtures("broken")
def test_it_is_a_sentence_and_a_report(own_data_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 2; where the report is; the error's kind and its way, and none of its words."""
    own_data_folder.mkdir()
    assert commands.run(["check", "x"]) == 2
    said = capsys.readouterr().err
    (report,) = paths.log_folder().iterdir()
    assert str(report) in said.splitlines()[-1]
    assert said.splitlines()[0] == "ValueError"
    for text in (said, report.read_text("utf-8")):
        assert "ValueError" in text
        assert SECRET not in text


@pytest.mark.usefixtures("broken")
def test_where_no_report_can_be_written_none_is_promised(
    own_data_folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The machine may only run commands, and have no data folder."""
    assert commands.run(["check", "x", "--language", "en"]) == 2
    assert capsys.readouterr().err.endswith("Tell the makers of Kursapp about the fault.\n")
    assert not own_data_folder.exists()


@pytest.mark.usefixtures("broken")
def test_somebody_at_a_terminal_is_told_all(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing keeps what is said there."""
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    commands.run(["check", "x"])
    assert SECRET in capsys.readouterr().err


def test_the_demo_hides_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody's words are in it, and whoever makes the program wants them."""
    monkeypatch.setattr(check, "run", lambda _options: 1 // 0)
    add = check.add_to

    def add_made_up(verbs: object) -> object:
        verb = add(verbs)  # type: ignore[arg-type]
        verb.set_defaults(made_up=True)
        return verb

    monkeypatch.setattr(check, "add_to", add_made_up)
    with pytest.raises(ZeroDivisionError):
        commands.run(["check", "x"])
