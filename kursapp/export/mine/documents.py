"""The files of Markdown that everything of one's own is read in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from kursapp.domain.own_things import OwnCourse, OwnThings
from kursapp.export.mine.answers import answers_of
from kursapp.export.mine.evaluations import evaluations_of
from kursapp.export.mine.fields import fields_of
from kursapp.export.mine.lines import heading, listed, meta, plain, quoted
from kursapp.export.mine.notes import notes_of
from kursapp.texts import amounts
from kursapp.texts.own_things import OWN_THINGS
from kursapp.texts.phrases import Phrases

Part = Callable[[OwnCourse], Iterator[str]]


def documents(own: OwnThings) -> dict[str, str]:
    """Return the files by name, each whole."""
    say, language = Phrases(OWN_THINGS, own.language), own.language
    parts: dict[str, Part] = {
        "answers": lambda course: answers_of(course, say, language),
        "workbook": lambda course: fields_of(course, say),
        "notes": lambda course: notes_of(course, say, language),
        "plan": lambda course: plan_of(course, say, language),
        "evaluations": lambda course: evaluations_of(course, say),
    }
    return {say(f"{key}-file"): _document(say(key), own, part, say) for key, part in parts.items()}


def read_me(own: OwnThings, counts: Mapping[str, int]) -> tuple[str, str]:
    """Return the name and the text of the file that says what the others are, and how many rows each table has."""
    say = Phrases(OWN_THINGS, own.language)
    lines = [f"# {say('read-me')}", *meta(_made(own, say)), "", say("read-me-files"), "", say("read-me-private")]
    lines += listed([say("read-me-rows", table=table, count=count) for table, count in counts.items()])
    return say("read-me-file"), "\n".join([*lines, ""])


def plan_of(course: OwnCourse, say: Phrases, language: str) -> Iterator[str]:
    """Yield the steps of a plan in their order; those in the bin say so."""
    for step in course.steps:
        yield from quoted(step.text)
        due = say("due", day=amounts.day(step.due, language)) if step.due else ""
        owner = say("owner", owner=step.owner) if step.owner else ""
        binned = say("in-bin") if step.removed_at is not None else ""
        yield from meta(say(step.status.value), due, owner, binned)


def _document(title: str, own: OwnThings, part: Part, say: Phrases) -> str:
    lines = [f"# {plain(title)}", *meta(_made(own, say))]
    before = len(lines)
    for course in own.courses:
        told = list(part(course))
        if told:
            lines += [*heading(2, course.title or course.course_id), *told]
    if len(lines) == before:
        lines += ["", say("nothing")]
    return "\n".join([*lines, ""])


def _made(own: OwnThings, say: Phrases) -> str:
    return say("made", day=amounts.day(own.made, own.language), name=own.name)
