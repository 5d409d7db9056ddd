"""Reads a command line, and says what is wrong with one as the rest of the program speaks."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from typing import NoReturn

from kursapp.domain.problem import KursappError, refusal

LANGUAGES = ("nb", "nn", "en")
OWN_WORD = "usage: "
USAGE_WORDS = {"nb": "bruk: ", "nn": "bruk: ", "en": "usage: "}

# What argparse says, in the versions of Python there are: it keeps its reasons nowhere but in these sentences.
_LACKS = re.compile(r"the following arguments are required: (?P<names>.+)")
_WRONG_CHOICE = re.compile(
    r"argument (?P<name>\S+?): invalid choice: (?P<word>'.*?'|\S+?)(?:, maybe .*)? \(choose from (?P<choices>.+)\)",
    re.DOTALL,
)
_LACKS_VALUE = re.compile(r"argument (?P<name>\S+?): expected .* argument")
_TAKES_NONE = re.compile(r"argument (?P<name>\S+?): ignored explicit argument '(?P<word>.*)'", re.DOTALL)


class UsageError(Exception):
    """A command line that is not understood: how it is written, and the error that says what is wrong."""

    def __init__(self, usage: str, error: KursappError) -> None:
        super().__init__(str(error))
        self.usage = usage
        self.problem = error.problem


class Parser(argparse.ArgumentParser):
    """A parser whose help is in Norwegian. Raises UsageError where argparse would end the process."""

    def __init__(self, **options: object) -> None:
        super().__init__(**options, add_help=False, allow_abbrev=False)  # type: ignore[arg-type]
        self._positionals.title = "argumenter"
        self._optionals.title = "valg"
        self.add_argument("-h", "--help", action="help", help="vis denne hjelpen")

    def format_help(self) -> str:
        return super().format_help().replace(OWN_WORD, USAGE_WORDS["nb"], 1)

    def error(self, message: str) -> NoReturn:
        raise UsageError(self.format_usage(), _refusal(message, self.prog))

    def refuse(self, words: Sequence[str]) -> NoReturn:
        """Refuse words the command does not know."""
        raise UsageError(
            self.format_usage(), refusal("command-unknown-words", words=" ".join(words), command=self.prog)
        )


def add_language(parser: argparse.ArgumentParser) -> None:
    """Add the language every command can be asked to speak."""
    parser.add_argument("--language", choices=LANGUAGES, default="nb", help="språk i det som vises (vanlig: nb)")


def language_of(words: Sequence[str]) -> str:
    """Return the language a command line asks for, also one that is not understood otherwise; bokmål if none."""
    asked = "nb"
    for word, following in zip(words, [*words, ""][1:], strict=True):
        name, equals, value = word.partition("=")
        if name == "--language":
            asked = value if equals else following
    return asked if asked in LANGUAGES else "nb"


def usage_in(usage: str, language: str) -> str:
    """Return how a command is written, led by the language's own word."""
    return usage.replace(OWN_WORD, USAGE_WORDS[language], 1)


def _refusal(message: str, command: str) -> KursappError:
    """Turn a sentence of argparse into a problem, whose sentence is the program's own."""
    if found := _LACKS.search(message):
        return refusal("command-lacks", names=found["names"], command=command)
    if found := _WRONG_CHOICE.search(message):
        choices = found["choices"].replace("'", "")
        return refusal("command-wrong-choice", name=found["name"], word=found["word"].strip("'"), choices=choices)
    if found := _LACKS_VALUE.search(message):
        return refusal("command-lacks-value", name=found["name"], command=command)
    if found := _TAKES_NONE.search(message):
        return refusal("command-takes-no-value", name=found["name"], word=found["word"])
    return refusal("command-not-understood", command=command)
