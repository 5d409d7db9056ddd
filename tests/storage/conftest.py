"""The small worlds the tests of storage stand in."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from kursapp.domain.case import Axis, Case, Choice, Clause, Condition, Effect, Ending, Operator, Scene
from kursapp.domain.course import Block, CallOut, CallOutKind, CheckItem, Checklist, Figure, Place, Prose, Rich
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind, EvaluationOption, Statement
from kursapp.domain.question import (
    Cell,
    ChoiceKind,
    ChoiceQuestion,
    Column,
    ColumnKind,
    DateQuestion,
    Feedback,
    Gap,
    GapQuestion,
    MatchLeft,
    MatchQuestion,
    MatchRight,
    NumberQuestion,
    Option,
    OrderItem,
    OrderQuestion,
    QuestionSettings,
    Reflection,
    Row,
    ShortAnswerQuestion,
    Workbook,
    WorkbookKind,
)
from kursapp.storage.participant.profile_file import ProfileFile, open_profile

HERE = Path(__file__).parent


@pytest.fixture
def now() -> datetime:
    """Return the moment tests happen at."""
    return datetime(2026, 3, 9, 12, tzinfo=UTC)


@pytest.fixture(scope="session")
def small() -> ModuleType:
    """Return ``small_schema``, the module that the killed programs import too."""
    specification = importlib.util.spec_from_file_location("small_schema", HERE / "small_schema.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.fixture
def profile(tmp_path: Path) -> Iterator[ProfileFile]:
    """Open a new profile."""
    opened = open_profile(tmp_path / "profil.db", create=True)
    yield opened
    opened.close()


@pytest.fixture
def deaths(tmp_path: Path) -> Callable[[str], list[Path]]:
    """Return what a piece of work leaves behind when it is killed at each of its statements in turn.

    The world before is ``tmp_path / "0"``; the last of the folders is where the work came to its end.
    """

    def run(work: str) -> list[Path]:
        arguments = [sys.executable, str(HERE / "killed.py"), work, str(tmp_path)]
        done = subprocess.run(arguments, capture_output=True, text=True, check=True)
        died = int(done.stdout)
        assert died > 0
        return [tmp_path / str(number) / "a.db" for number in range(1, died + 2)]

    return run


PLACE = Place("dag-1/01.md", 12, 20)
FULL = QuestionSettings(2.5, ("d1-m1",), "Vold", "d1", "A", 3, 2, True, True, "enig-1")
WORDS = Feedback(*(Rich(f"<p>{word}</p>", word) for word in ("hint", "forklaring", "riktig", "feil", "eksempel")))


def rich(words: str) -> Rich:
    """Return a text with a little markup."""
    return Rich(f"<em>{words}</em>", words)


@pytest.fixture
def items() -> dict[str, Block]:
    """Return one item of every kind, with every field set to something."""
    choice = ChoiceQuestion(
        "valg",
        "Hva gjør du først?",
        PLACE,
        ChoiceKind.MULTIPLE,
        (Option("a", rich("Ringer"), True, rich("Riktig."), True), Option("b", rich("Venter"))),
        rich("Hva gjør du først?"),
        rich("En ansatt varsler."),
        FULL,
        WORDS,
    )
    asked = {"heading": rich("?"), "stem": rich("Les først."), "settings": FULL, "feedback": WORDS}
    case = Case(
        "sak",
        "Fredag kl. 15.40",
        PLACE,
        (Axis("barnet", "Barnet", 0, 5), Axis("styring", "Styring")),
        (
            Scene(
                "sak",
                "Fredag kl. 15.40",
                PLACE,
                (
                    Prose(PLACE, rich("Skolen ringer.")),
                    CallOut(PLACE, CallOutKind.GROUP, rich("Snakk sammen."), "Rektor", 10),
                    Figure(PLACE, "media/x.png", "Et kart", "Kart"),
                    choice,
                ),
                (
                    Choice(
                        "c1",
                        rich("Snakk med barnet"),
                        "slutt",
                        rich("Godt."),
                        (Effect("barnet", 2, rich("ser barnet")),),
                        Condition((Clause("barnet", Operator.AT_LEAST, -1), Clause(chosen="c0")), every=False),
                    ),
                ),
            ),
            Scene("slutt", "Slutt", PLACE, (), (), Ending.GOOD),
        ),
        rich("Fredag"),
        8,
        ("d1-m1",),
    )
    found: tuple[Block, ...] = (
        choice,
        OrderQuestion("rekke", "Ordne", PLACE, (OrderItem("i", rich("En"), 1), OrderItem("j", rich("To"), 1)), **asked),
        MatchQuestion(
            "koble",
            "Koble",
            PLACE,
            (MatchLeft("l1", rich("Leder"), "r1"),),
            (MatchRight("r1", rich("Ansvar")), MatchRight("r2", rich("Ingen"))),
            ("Hvem", "Hva"),
            **asked,
        ),
        NumberQuestion("tall", "Hvor mange?", PLACE, "11.5", "12.5", "12 ± 0,5", "dager", **asked),
        DateQuestion("dato", "Når?", PLACE, date(2026, 3, 9), 1, **asked),
        ShortAnswerQuestion("kort", "Hvem?", PLACE, (("kommunestyret", "kommunestyre"),), True, **asked),
        GapQuestion(
            "hull",
            "Fyll ut",
            PLACE,
            ((("<p>Hver ", "gap-1"), (" fredag</p>", "")),),
            (Gap("gap-1", ("én", "1"), ("én", "to")),),
            True,
            **asked,
        ),
        Reflection("tenk", "Tenk", PLACE, rich("Tenk"), rich("Før"), rich("Eks"), rich("Hint"), 5, ("d1-m1",)),
        Workbook(
            "kart",
            "Kart",
            PLACE,
            WorkbookKind.TABLE,
            rich("Kart"),
            rich("Fyll ut"),
            (
                Column("risiko", "Risiko", ColumnKind.COMPUTED, formula="s * k"),
                Column("s", "S", ColumnKind.SCALE, 1, 5),
                Column("m", "M", ColumnKind.MENU, choices=("ja", "nei")),
            ),
            (Row("r1", (Cell(rich("Uke 1")), Cell(field=True), Cell(none=True))),),
            True,
            (("t1", rich("Ferdig")),),
            15,
            ("d1-m1",),
        ),
        Checklist(PLACE, "liste", (CheckItem("x", rich("Ring")),)),
        EvaluationItem(
            "enig",
            "Hvor enig er du?",
            PLACE,
            EvaluationKind.SCALE,
            rich("Hvor enig?"),
            rich("Svar for deg selv."),
            "Nytte",
            True,
            True,
            ("Uenig", "Enig"),
            "Vet ikke",
            (Statement("relevans", rich("Relevant"), "A", True),),
            (EvaluationOption("annet", rich("Annet"), True),),
            0,
            10,
            "lite",
            "mye",
            True,
            0.3,
        ),
        case,
    )
    return {str(item.kind): item for item in found}  # type: ignore[attr-defined]
