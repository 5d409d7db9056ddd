"""``kursapp outline``: a course as a tree, with what each part says it takes and what it is computed to take."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kursapp.cli.exits import DONE
from kursapp.cli.places import seen
from kursapp.cli.reading import course_reader
from kursapp.domain.course import Course, Module, PageHead, SessionHead

WORDS = {
    "nb": {"says": "{n} min", "takes": "beregnet {n}", "bank": "bank", "total": "I alt"},
    "nn": {"says": "{n} min", "takes": "rekna {n}", "bank": "bank", "total": "I alt"},
    "en": {"says": "{n} min", "takes": "computed {n}", "bank": "bank", "total": "In all"},
}


def add_to(verbs: argparse._SubParsersAction[argparse.ArgumentParser]) -> argparse.ArgumentParser:
    """Add the verb and its options."""
    verb = verbs.add_parser(
        "outline",
        help="vis kurset som et tre med minutter",
        description="Viser dager, økter og sider, med minuttene økta oppgir og minuttene den er beregnet til.",
        epilog="Avslutter med 0 (vist) eller 2 (kunne ikke lese kurset).",
    )
    verb.add_argument("folder", metavar="MAPPE", type=Path, help="mappa med kurs.md")
    verb.add_argument("--format", choices=("text", "json"), default="text", help="hvordan treet skrives")
    return verb


def run(options: argparse.Namespace) -> int:
    """Read the course and print its tree."""
    with course_reader() as reader:
        opened = reader.open(options.folder)
        course = opened.course
        opened.close()
    if options.format == "json":
        print(json.dumps(as_record(course), ensure_ascii=False, indent=2))
    else:
        for row in tree(course, WORDS[options.language]):
            print(seen(row))
    return DONE


def tree(course: Course, words: dict[str, str]) -> Iterator[str]:
    """Yield the lines of the tree."""
    yield f"{course.title} ({course.id} {course.version})"
    for module in course.modules:
        note = words["bank"] if module.bank else _minutes(_says(module), _takes(module), words)
        yield f"├─ {module.title}  {note}"
        for session in module.sessions:
            yield f"│  ├─ {session.title}  {_minutes(session.minutes, session.workload, words)}  {session.file}"
            for page in session.pages:
                yield f"│  │  ├─ {page.title}  {_minutes(0, page.workload, words)}"
    shown = [module for module in course.modules if not module.bank]
    says, takes = sum(map(_says, shown)), sum(map(_takes, shown))
    yield f"└─ {words['total']}: {_minutes(says, takes, words)}"


def as_record(course: Course) -> dict[str, Any]:
    """Return the tree as what ``--format json`` prints; minutes as the author says and as computed."""
    return {
        "id": course.id,
        "version": course.version,
        "title": course.title,
        "modules": [
            {
                "title": module.title,
                "bank": module.bank,
                "minutes": _says(module),
                "workload": round(_takes(module), 1),
                "sessions": [_session_record(session) for session in module.sessions],
            }
            for module in course.modules
        ],
    }


def _session_record(session: SessionHead) -> dict[str, Any]:
    return {
        "id": session.id,
        "file": session.file,
        "title": session.title,
        "minutes": session.minutes,
        "workload": round(session.workload, 1),
        "pages": [_page_record(page) for page in session.pages],
    }


def _page_record(page: PageHead) -> dict[str, Any]:
    return {"id": page.id, "title": page.title, "kind": str(page.kind), "workload": round(page.workload, 1)}


def _says(module: Module) -> float:
    return sum(session.minutes for session in module.sessions)


def _takes(module: Module) -> float:
    return sum(session.workload for session in module.sessions)


def _minutes(says: float, takes: float, words: dict[str, str]) -> str:
    computed = words["takes"].format(n=f"{takes:.0f}")
    return f"{words['says'].format(n=f'{says:g}')}, {computed}" if says else computed
