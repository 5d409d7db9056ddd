"""``check`` of a course of a thousand sessions: the first time, again, and after one edit."""

from __future__ import annotations

import tempfile
from pathlib import Path

from benchmarks.figure import Figure
from benchmarks.generated_course import session_text, write_course
from benchmarks.measure import processor_seconds
from benchmarks.scale import of
from kursapp.services.check_course import check_course
from kursapp.services.open_course import CourseReader
from kursapp.worker import Worker

SESSIONS = of(1_000, 20)
BARE = "benchmarks.plain_markdown:convert_folder"
WARM_UP = "kursapp.content.jobs:warm_up"
MOST_SECONDS = 600
COLD_MARK = 2.5
"""No target but a guard: a course this long of short, link-filled texts costs about twice its Markdown."""
EDIT_MARK = 0.5


def measure() -> list[Figure]:
    """Check a generated course and compare with its Markdown alone."""
    with tempfile.TemporaryDirectory() as folder, Worker() as worker:
        course = write_course(Path(folder) / "kurs", SESSIONS)
        worker.call(WARM_UP)
        bare = processor_seconds(lambda: worker.call(BARE, str(course).encode(), MOST_SECONDS))
        reader = CourseReader(worker, Path(folder) / "cache")
        cold = processor_seconds(lambda: check_course(reader, course))
        edited = course / f"okter/{SESSIONS // 2:04}.md"
        edited.write_text(session_text(SESSIONS // 2, paragraphs=6), encoding="utf-8")
        after_edit = processor_seconds(lambda: check_course(reader, course))
        again = processor_seconds(lambda: check_course(reader, course))
    told = f"{cold:.1f} s, Markdown alone {bare:.1f} s, {cold / SESSIONS * 1000:.1f} ms a session"
    return [
        Figure(f"check of {SESSIONS} sessions / Python-Markdown alone", cold / bare, "×", COLD_MARK, told),
        Figure("check after one edit / the first check", after_edit / cold, "×", EDIT_MARK, f"{after_edit:.2f} s"),
        Figure("check again / the first check", again / cold, "×", None, f"{again * 1000:.0f} ms, nothing changed"),
    ]
