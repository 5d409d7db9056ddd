"""A command line that is not understood: what is wrong with it, in the language it asks for."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import pytest

from kursapp.cli.commands import run
from kursapp.cli.exits import COULD_NOT_RUN
from kursapp.cli.parser import Parser, UsageError, language_of
from tests.cli.conftest import Done

Command = Callable[..., Done]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Kommandoen mangler KOMMANDO."),
        (["sjekk"], "KOMMANDO kan ikke være «sjekk». Velg mellom check, new, outline"),
        (["check"], "Kommandoen mangler MAPPE."),
        (["outline", "a", "b", "c"], "Kommandoen har noe som ikke hører til: b c."),
        (["check", "a", "--form", "json"], "Kommandoen har noe som ikke hører til: --form json."),
        (["check", "a", "--format"], "Det mangler noe etter --format."),
        (["check", "a", "--format", "to ord"], "--format kan ikke være «to ord». Velg mellom text, json, github."),
        (["check", "a", "--strict=ja"], "--strict skal stå alene, uten «ja»."),
    ],
)
def test_each_mistake_has_its_sentence(command: Command, words: list[str], said: str) -> None:
    """No word of argparse's own is seen."""
    done = command(*words)
    assert (done.code, done.out) == (COULD_NOT_RUN, "")
    assert said in done.err
    assert "argument" not in done.err
    assert done.err.startswith("bruk: kursapp")


@pytest.mark.parametrize(
    ("language", "usage", "said"),
    [
        ("nb", "bruk: ", "Kommandoen mangler MAPPE. «kursapp new --help» forteller hva som skal stå der."),
        ("nn", "bruk: ", "Kommandoen manglar MAPPE. «kursapp new --help» fortel kva som skal stå der."),
        ("en", "usage: ", "The command lacks MAPPE. “kursapp new --help” tells what belongs there."),
    ],
)
def test_it_is_told_in_the_language_asked_for(command: Command, language: str, usage: str, said: str) -> None:
    """The language counts although the command is not understood."""
    told = command("new", "--language", language).err
    assert told.startswith(usage)
    assert told.endswith(said + "\n")


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (["check", "--language", "nn"], "nn"),
        (["check", "--language=en", "--x"], "en"),
        (["check", "--language", "tysk"], "nb"),
        (["check", "--language"], "nb"),
        ([], "nb"),
    ],
)
def test_a_language_there_is_not_is_bokmal(words: list[str], language: str) -> None:
    """What stands after ``--language`` or its equals sign counts, where it is one of the three."""
    assert language_of(words) == language


def test_what_argparse_says_in_other_words_is_not_shown() -> None:
    """A sentence nobody has met yet becomes one that can be acted on."""
    with pytest.raises(UsageError) as stopped:
        Parser(prog="kursapp prøve").error("something new")
    assert stopped.value.problem.code == "command-not-understood"
    assert stopped.value.problem.value("command") == "kursapp prøve"


def test_a_verb_of_another_room_is_listed_and_run(capsys: pytest.CaptureFixture[str]) -> None:
    """It is handed its options, the language among them, and its exit code is the program's."""

    class Other:
        def add_to(self, verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
            return verbs.add_parser("annet", help="gjør noe annet")

        def run(self, options: argparse.Namespace) -> int:
            assert options.language == "nn"
            return 7

    assert run(["annet", "--language", "nn"], (Other(),)) == 7
    with pytest.raises(SystemExit):
        run(["--help"], (Other(),))
    assert "gjør noe annet" in capsys.readouterr().out
