"""The world around: the whole of the journeys followed by strace, and one through a course full of baits."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tests.faults.parts import Length, Part, Row, Run
from tests.faults.world import traced
from tests.faults.world.baits import NAMES, lay_out
from tests.faults.world.journey import BETWEEN

LIMIT = 1200.0
"""Seconds: what takes longer hangs."""

SUITES = ("tests/journeys", "tests/leaks")
OF_THE_TESTS = frozenset({"mount", "umount"})
"""Programs the tests start themselves, to make a small disk."""

STARTED = ("tests.journeys.typing_on", "kursapp")
"""Modules the tests start as processes of their own: a journey that is killed, and a command beside the window."""

_LEAKS = "tests.leaks."


def run(run: Run) -> Sequence[Row]:
    """Follow the program on its journeys, and look at what it asked the system for."""
    reason = traced.cannot_trace()
    if reason:
        return [Row(f"reiser fulgt med strace: {reason}", found=(reason,))]
    rows = one_journey(run.folder)
    return [*all_journeys(run.folder), *rows] if run.length is Length.LONG else rows


def one_journey(folder: Path) -> list[Row]:
    """Go through the course full of baits, and then let the program do what it never does."""
    world = folder / "reise"
    world.mkdir()
    lay_out(world)
    words = ["-m", "tests.faults.world.journey", str(world), "broken"]
    home = {"KURSAPP_DATA": str(world / "data"), "HOME": str(world)}
    code, said = traced.follow(words, folder / "reise.txt", files=True, limit=LIMIT, **home)
    if code:
        return [Row("reise gjennom et kurs med agn", inputs=len(NAMES), found=(said[-2000:],))]
    lines = (folder / "reise.txt").read_text("utf-8", "replace").splitlines()
    split = next(number for number, line in enumerate(lines) if BETWEEN in line)
    leaks_before, leaks_after = json.loads(next(line for line in reversed(said.splitlines()) if line.startswith("[")))
    # What is broken is so after the honest journey, in the same window: two halves of one trace.
    before, after = _Asked.of(lines[:split], leaks_before), _Asked.of([lines[0], *lines[split:]], leaks_after)
    return [
        Row("filer utenfor kurset, pekt på fra et kurs", inputs=len(NAMES), found=before.files),
        Row("samme reise: nettverk og andre programmer", rounds=1, found=before.sockets + before.programs),
        Row("samme reise: skrevne ord utenfor profilen", rounds=1, found=before.leaks),
        Row("brudd: åpner en nettverkskontakt", rounds=1, found=after.sockets, fails_on_purpose=True),
        Row("brudd: starter et program", rounds=1, found=after.programs, fails_on_purpose=True),
        Row("brudd: leser en fil utenfor kurset", inputs=1, found=after.files, fails_on_purpose=True),
        Row("brudd: skriver et svar i loggen", rounds=1, found=after.leaks, fails_on_purpose=True),
    ]


def all_journeys(folder: Path) -> list[Row]:
    """Follow every journey there is, and every search for what is private."""
    report, trace = folder / "reiser.xml", folder / "reiser.txt"
    own = ["-p", "no:benchmark", "-p", "no:cacheprovider", f"--basetemp={folder / 'tmp'}", f"--junitxml={report}"]
    code, said = traced.follow(["-m", "pytest", "-q", *own, *SUITES], trace, files=False, limit=LIMIT)
    told = _told(report)
    if not told:
        return [Row("alle reisene", found=(f"pytest: {code}: {said[-2000:]}",))]
    with trace.open(encoding="utf-8", errors="replace") as lines:
        asked = _Asked.of(list(lines), ())
    leaks = {name: failed for name, failed in told.items() if name.startswith(_LEAKS)}
    journeys = {name: failed for name, failed in told.items() if name not in leaks}
    return [
        Row("alle reisene gjennom vinduet", rounds=len(journeys), found=tuple(f for f in journeys.values() if f)),
        Row("alle reisene: nettverk", rounds=len(told), found=asked.sockets),
        Row("alle reisene: andre programmer enn leseren", rounds=len(told), found=asked.programs),
        Row("det private lett etter overalt", rounds=len(leaks), found=tuple(f for f in leaks.values() if f)),
    ]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a program asked for that it never should."""

    sockets: tuple[str, ...]
    programs: tuple[str, ...]
    files: tuple[str, ...]
    leaks: tuple[str, ...]

    @classmethod
    def of(cls, lines: Sequence[str], leaks: Sequence[str]) -> _Asked:
        strangers = [each for each in traced.programs(lines) if not _is_expected(each)]
        return cls(
            tuple(traced.sockets(lines)),
            tuple(f"{each.path} {' '.join(each.words[1:])}" for each in strangers),
            tuple(traced.opened(lines, NAMES)),
            tuple(leaks),
        )


def _is_expected(program: traced.Program) -> bool:
    is_started = program.words[1:2] == ("-m",) and program.words[2] in STARTED
    return program.is_own_worker or Path(program.path).name in OF_THE_TESTS or is_started


def _told(report: Path) -> dict[str, str]:
    """Return every test that was run, with the first line of what failed in it, empty where nothing did."""
    if not report.exists():
        return {}
    # Written by pytest a moment ago, about this project's own tests.
    cases = ElementTree.parse(report).getroot().iter("testcase")
    told = {}
    for case in cases:
        if case.find("skipped") is not None:
            continue
        failure = case.find("failure") if case.find("failure") is not None else case.find("error")
        name = f"{case.get('classname')}.{case.get('name')}"
        first = re.split(r"\n", failure.get("message") or "failed")[0] if failure is not None else ""
        told[name] = f"{name}: {first}" if first else ""
    return told


PART = Part("world", run)
