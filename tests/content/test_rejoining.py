"""A session whose inside was edited is joined alone, and exactly as the whole course would have joined it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings

from kursapp.content.assembly import Assembled, Assembly, Parts
from kursapp.content.assembly_memory import AssemblyMemory
from kursapp.content.codec import decode, encode
from kursapp.content.cover import read_cover
from kursapp.content.exchange import Joint, RejoinData, RejoinReport
from kursapp.content.facts import read_facts
from kursapp.content.glossary import read_glossary
from kursapp.content.parsed import ParsedSession
from kursapp.content.rejoining import joints_of, rejoin
from kursapp.content.session import read_session
from kursapp.domain.course import Session
from tests.content.edited_session import EDITS, SESSION, edited

COVER = read_cover("kurs.md", b"---\nid: k\n---\n# K\n## Dag 1\n- [A](a.md)\n- [B](b.md)\n## Krav\n- [Quiz](a.md)\n")
A = SESSION.partition("## Evaluering")[0].replace("media/borte.png", "media/kart.png")
A += "\n[ks]: https://ks.no\n[^1]: Noten, med [lenke](#to).\n*[BUF]: Barne- og ungdomsfamilie\n"
B = "---\nid: b\n---\n# B\n## Bare én\nSe [a](a.md#to) og [q](a.md#q2). Et vedtak.\n"
TERMS = read_glossary(
    "begreper.md", b"| Begrep | Forklaring |\n|---|---|\n| melding | noe |\n| ubrukt | x |\n| vedtak | y |\n"
)
FACTS = read_facts("kilder.md", "| Id | Faktum | Status |\n|---|---|---|\n| F1 | x | må kvalitetssikres |\n".encode())
FILES = ("kurs.md", "a.md", "b.md", "begreper.md", "kilder.md", "media/kart.png")


def joined(a: str, b: str = B) -> tuple[Assembly, Assembled]:
    """Return the whole course, joined anew."""
    sessions = {file: read_session(file, text.encode()) for file, text in (("a.md", a), ("b.md", b))}
    assembly = Assembly(Parts(COVER, sessions, TERMS, FACTS, FILES), AssemblyMemory())
    return assembly, assembly.run()


def rejoined(before: str, now: str) -> RejoinReport:
    """Return what joining the edited session alone gives."""
    assembly, whole = joined(before)
    joint = joints_of(assembly).get("a.md")
    if joint is None:
        return RejoinReport()
    unused = tuple(found.value("term") for found in whole.problems if found.code == "term-never-used")
    parsed: ParsedSession = read_session("a.md", now.encode())
    stored = encode(whole.sessions[0])
    return rejoin(RejoinData(encode(parsed), joint, stored, encode(whole.facts), TERMS.terms, "nb", unused))


@settings(max_examples=60, deadline=None)
@given(EDITS)
@example([("insert", 14, "Et ord til.")])
@example([("append", 12, " [l](#to)"), ("insert", 20, "Melding om melding, tlf. 91 23 45 67")])
@example([("insert", 30, "<b>rå</b>"), ("insert", 14, "[død](#ingensteds)")])
@example([("insert", 3, ""), ("append", 6, " ord")])
def test_alone_as_with_the_whole(edits: Sequence[tuple[str, int, str]]) -> None:
    """Whatever is edited: where the session can be joined alone, nothing in the whole course is otherwise."""
    now = A
    for edit in edits:
        now = edited(now, edit)
    report = rejoined(A, now)
    if report.head is None:
        return
    before, (_, whole) = joined(A)[1], joined(now)
    own = {found for found in whole.problems if found.file == "a.md"}
    assert decode(report.session, Session) == whole.sessions[0]
    assert report.head == next(whole.course.sessions())
    assert set(report.problems) == own
    assert {found for found in before.problems if found.file != "a.md"} == set(whole.problems) - own
    assert (before.sessions[1], before.course.requirements) == (whole.sessions[1], whole.course.requirements)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Regelen.", "Regelen, og en til.\n>\n> Ett ledd til."),
        ("Slutt.", "Slutt.\n\nEt helt nytt avsnitt med [en side](#to), [b](b.md) og [ks](https://ks.no/nytt)."),
        ("- [x] Ja\n  > Riktig", "- [x] Ja, absolutt\n  > Riktig"),
        ("minutter: 20", "minutter: 45"),
        ("[b](b.md)", "[b](b.md#bare-én)"),
        ("Et BUF er", "En melding er"),
    ],
)
def test_words_are_joined_alone(old: str, new: str) -> None:
    """What people edit most, the words and not what others may name, never takes the whole course."""
    assert old in A
    assert rejoined(A, A.replace(old, new, 1)).head is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("## Én", "## Éin"),
        ("<!-- id: q2 -->", "<!-- id: q3 -->"),
        ("media/kart.png", "media/annet.png"),
        ("# Økt A", "# En annen tittel"),
        ("[b](b.md)", "[b](b.md#b/bare-én)"),
        ("[b](b.md)", "[b](borte.md)"),
        ("Slutt.", "Slutt, og ubrukt er brukt."),
        ("og en melding også", "og mer også"),
        ("- [x] Ja\n- [ ] Nei", "- [x] Ja\n- [ ] Nei\n\n### Spørsmål: Ett til?\n- [x] Ja\n- [ ] Nei"),
        ("bestått: 70 %", "bestått: 80 %"),
        ("### Spørsmål (tall): Hvor mange?", "### Spørsmål (tall): Hvor mange?\n<!-- bank: b1 -->"),
    ],
)
def test_what_others_may_depend_on_takes_the_whole(old: str, new: str) -> None:
    """An id, a heading, an image, a new way out, a term's first or last use, a question, a quiz's rules, a bank."""
    text = A.replace("Melding om melding", "")
    assert old in text
    assert rejoined(text, text.replace(old, new)).head is None


@pytest.mark.parametrize(
    "entangled",
    [
        A + "\n## Evaluering: Dagen\n<!-- id: eval | type: dag -->\n### Fritekst: Mer?\n<!-- id: mer -->\n",
        A + "\n## Enda en\n<!-- id: q2 -->\nTo av samme navn.\n",
    ],
)
def test_what_only_the_whole_can_say_is_never_joined_alone(entangled: str) -> None:
    """A form may be repeated elsewhere, and of two things with one id the whole course decides which keeps it."""
    assembly, _ = joined(entangled)
    assert set(joints_of(assembly)) == {"b.md"}


def test_a_joint_says_where_links_lead_and_what_is_shown() -> None:
    """Only what leads out of the file, and leads somewhere, is in it."""
    joint = decode(joints_of(joined(A)[0])["a.md"], Joint)
    assert joint.links == {"b.md": "kurs:b#b/bare-én", "b.md#bare-én": "kurs:b#b/bare-én"}
    assert joint.images == {"media/kart.png": "media/kart.png"}
