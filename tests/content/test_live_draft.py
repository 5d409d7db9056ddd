"""Looking again costs what was edited, and sees exactly what a first look would."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import example, given, settings
from hypothesis import strategies as st

from kursapp.content.assembly import Assembled, Assembly, Parts, assemble
from kursapp.content.assembly_memory import AssemblyMemory
from kursapp.content.cover import read_cover
from kursapp.content.facts import read_facts
from kursapp.content.glossary import read_glossary
from kursapp.content.one_page import read_one_page
from kursapp.content.page_memory import PageMemory
from kursapp.content.parsed import ParsedSession
from kursapp.content.session import read_session
from tests.content.edited_session import EDITS, SESSION, edited

COVER = read_cover("kurs.md", b"---\nid: k\n---\n# K\n## Dag 1\n- [A](a.md)\n- [B](b.md)\n## Krav\n- [Quiz](a.md)\n")
B = "---\nid: b\n---\n# B\n## Bare én\n<!-- id: q2 -->\nSe [a](a.md#to) og [q](a.md#q2).\n"
B += "## Evaluering: Igjen\n<!-- id: eval-b | samme som: eval -->\n### Fritekst: Mer?\n<!-- id: mer -->\n"
TERMS = read_glossary("begreper.md", b"| Begrep | Forklaring |\n|---|---|\n| melding | noe |\n| ubrukt | x |\n")
FACTS = read_facts("kilder.md", "| Id | Faktum | Status |\n|---|---|---|\n| F1 | x | må kvalitetssikres |\n".encode())


def parts(a: ParsedSession, b: ParsedSession) -> Parts:
    """Return the course of two sessions."""
    return Parts(COVER, {"a.md": a, "b.md": b}, TERMS, FACTS, ("kurs.md", "a.md", "b.md", "begreper.md", "kilder.md"))


def anew(text: str) -> Assembled:
    """Read and join everything as at the first look."""
    return assemble(parts(read_session("a.md", text.encode()), read_session("b.md", B.encode())))


@settings(max_examples=40, deadline=None)
@given(EDITS)
@example([("insert", 0, "## To"), ("delete", 3, "")])
@example([("copy", 138, ""), ("insert", 0, "")])
@example([("insert", 20, ""), ("append", 12, " [l](#to)"), ("insert", 80, "[^2]: En note til.")])
def test_a_look_after_edits_sees_what_a_first_look_would(edits: Sequence[tuple[str, int, str]]) -> None:
    """Whatever is edited, in whatever order, memory changes nothing: outline, pages, facts and findings are equal."""
    pages, memory, text = PageMemory(), AssemblyMemory(), SESSION
    b = read_session("b.md", B.encode())
    assemble(parts(read_session("a.md", text.encode(), pages), b), memory)
    for edit in edits:
        text = edited(text, edit)
        again = assemble(parts(read_session("a.md", text.encode(), pages), b), memory)
        assert again == anew(text)


@settings(max_examples=40, deadline=None)
@given(EDITS, st.integers(1, 120))
def test_the_one_page_at_a_line_is_the_page_of_the_whole(edits: Sequence[tuple[str, int, str]], line: int) -> None:
    """The quick way to a page gives what the whole reading gives there, also before the whole has been read again."""
    pages, memory, text = PageMemory(), AssemblyMemory(), SESSION
    b = read_session("b.md", B.encode())
    for edit in edits:
        assembly = Assembly(parts(read_session("a.md", text.encode(), pages), b), memory)
        assembly.run()
        text = edited(text, edit)
    one = read_one_page("a.md", text.encode(), line, pages)
    assert one.parsed.session.pages
    whole = read_session("a.md", text.encode())
    number = max((n for n, page in enumerate(whole.session.pages) if page.place.first <= line), default=0)
    assert one.number == number + 1
    assert one.count == len(whole.session.pages)
    assert one.parsed.session.title == whole.session.title
    assert one.parsed.session.pages[0].place == whole.session.pages[number].place
    assert one.parsed.session.pages[0].id == whole.session.pages[number].id
    fresh = Assembly(parts(read_session("a.md", text.encode(), pages), b), memory)
    course = fresh.run()
    # That another page has taken an id first, only the whole can know.
    if "duplicate-id" not in [found.code for found in course.problems]:
        shown = next(session for session in course.sessions if session.file == "a.md").pages[number]
        assert fresh.show(one.parsed)[0].pages[0] == shown


def test_only_the_edited_page_is_read_again() -> None:
    """All other pages of the file are the very same objects, and those below an added line have moved down with it."""
    pages = PageMemory()
    before = read_session("a.md", SESSION.encode(), pages)
    same_lines = read_session("a.md", SESSION.replace("Regelen.", "Regelen her.").encode(), pages)
    kept = [one is other for one, other in zip(before.session.pages, same_lines.session.pages, strict=True)]
    assert kept.count(False) == 1
    below = read_session("a.md", SESSION.replace("Regelen.", "Regelen\n> her.").encode(), pages)
    moved = [
        one.place.first - other.place.first
        for one, other in zip(below.session.pages, before.session.pages, strict=True)
    ]
    assert moved == [0, 0, 0, 1, 1, 1]


def test_a_course_joined_again_gives_back_the_very_same_sessions() -> None:
    """What has not changed is the same object, so that nobody stores or sends it again."""
    memory, a, b = AssemblyMemory(), read_session("a.md", SESSION.encode()), read_session("b.md", B.encode())
    first = assemble(parts(a, b), memory)
    again = assemble(parts(a, read_session("b.md", B.replace("Mer?", "Mer nå?").encode())), memory)
    assert again.sessions[0] is first.sessions[0]
    assert again.sessions[1] is not first.sessions[1]


def test_another_glossary_marks_every_page_again() -> None:
    """A term that is new, or gone, is so on pages that nobody has edited."""
    memory, a, b = AssemblyMemory(), read_session("a.md", SESSION.encode()), read_session("b.md", B.encode())
    assert "begrep:melding" in repr(assemble(parts(a, b), memory).sessions)
    without = Parts(COVER, {"a.md": a, "b.md": b}, files=("kurs.md", "a.md", "b.md"))
    assert "begrep:" not in repr(assemble(without, memory).sessions)
    assert "begrep:melding" in repr(assemble(parts(a, b), memory).sessions)


def test_a_link_whose_target_goes_is_dead_on_a_page_nobody_edited() -> None:
    """The page that links is as it was, but what it links to is not."""
    memory, pages = AssemblyMemory(), PageMemory()
    b = read_session("b.md", B.encode())
    whole = assemble(parts(read_session("a.md", SESSION.encode(), pages), b), memory)
    assert "kurs:a#to" in repr(whole.sessions[1])
    renamed = SESSION.replace("<!-- id: to -->", "<!-- id: tre -->").replace("## To", "## Tre")
    whole = assemble(parts(read_session("a.md", renamed.encode(), pages), b), memory)
    assert "kurs:a#to" not in repr(whole.sessions[1])
    assert [found.line for found in whole.problems if found.code == "dead-link" and found.file == "b.md"] == [7]
