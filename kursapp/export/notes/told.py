"""What is said of each entry, the same in every kind of file."""

from __future__ import annotations

from collections.abc import Iterator

from kursapp.domain.exporting import Watch
from kursapp.domain.notebook import Entry, Notebook, NotedCourse, NotedPage, NotedPart
from kursapp.export.portions import stop_if_cancelled
from kursapp.texts import amounts
from kursapp.texts.notebook import NOTEBOOK
from kursapp.texts.phrases import Phrases

LOOK_EVERY = 200
"""Entries between two looks at the watch."""

Row = NotedCourse | NotedPart | NotedPage | Entry


def phrases(notebook: Notebook) -> Phrases:
    """Return the words around the notes, in the notebook's language."""
    return Phrases(NOTEBOOK, notebook.language)


def rows_of(notebook: Notebook, watch: Watch) -> Iterator[Row]:
    """Yield courses, parts, pages and entries in the order they are written, and tell the watch how far it is.

    Raises KursappError ``export-cancelled``.
    """
    done, total = 0, notebook.count()
    for course in notebook.courses:
        yield course
        for part in course.parts:
            yield part
            for page in part.pages:
                yield page
                for entry in page.entries:
                    if done % LOOK_EVERY == 0:
                        stop_if_cancelled(watch)
                        watch.progress(done, total)
                    yield entry
                    done += 1
    watch.progress(done, total)


def label_of(entry: Entry, notebook: Notebook) -> str:
    """Return what an entry is and when it was made: ``Gul utheving · 3. mars 2026``."""
    say = phrases(notebook)
    kind = entry.colour or ("note" if entry.words or entry.quote else "bookmark")
    told = [say(kind), amounts.day(entry.day, notebook.language)]
    return " · ".join([*told, say("lost")] if entry.lost else told)


def lead_of(notebook: Notebook) -> list[str]:
    """Return the lines under the title."""
    say = phrases(notebook)
    lines = [say("made", day=amounts.day(notebook.made, notebook.language))]
    if notebook.chosen:
        lines.append(say("chosen", chosen=notebook.chosen))
    if not notebook.count():
        lines.append(say("empty"))
    return lines


def paragraphs(words: str) -> list[list[str]]:
    """Return words as paragraphs of lines: an empty line begins a new one."""
    found: list[list[str]] = [[]]
    for line in words.splitlines():
        if line.strip():
            found[-1].append(line.rstrip())
        elif found[-1]:
            found.append([])
    return [each for each in found if each]
