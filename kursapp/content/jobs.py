"""What the worker does for a course: bytes in, bytes out. Only here is an author's text parsed.

``reading`` names each function as ``kursapp.content.jobs:NAME``; it runs in the worker's own process.
"""

from __future__ import annotations

from kursapp.content.assembly import Assembly, Parts
from kursapp.content.assembly_memory import AssemblyMemory
from kursapp.content.codec import decode, encode
from kursapp.content.course_data import CourseData
from kursapp.content.cover import read_cover
from kursapp.content.exchange import FileData, ImageReport, PartsData, PlanData, PlanReport, RejoinData
from kursapp.content.facts import read_facts
from kursapp.content.glossary import read_glossary
from kursapp.content.images import image_problem
from kursapp.content.parsed import ParsedCover, ParsedFacts, ParsedGlossary, ParsedSession
from kursapp.content.rejoining import joints_of, rejoin
from kursapp.content.restructuring.planning import plan_changes, wish_of
from kursapp.content.session import read_session
from kursapp.content.svg import rewrite_svg
from kursapp.domain.problem import KursappError


def warm_up(payload: bytes) -> bytes:
    """Do nothing: calling it has imported everything the other jobs need."""
    return b""


def parse_cover(payload: bytes) -> bytes:
    """FileData → ParsedCover."""
    sent = decode(payload, FileData)
    return encode(read_cover(sent.file, sent.data))


def parse_session(payload: bytes) -> bytes:
    """FileData → ParsedSession."""
    sent = decode(payload, FileData)
    return encode(read_session(sent.file, sent.data))


def parse_glossary(payload: bytes) -> bytes:
    """FileData → ParsedGlossary."""
    sent = decode(payload, FileData)
    return encode(read_glossary(sent.file, sent.data))


def parse_facts(payload: bytes) -> bytes:
    """FileData → ParsedFacts."""
    sent = decode(payload, FileData)
    return encode(read_facts(sent.file, sent.data))


def look_at_image(payload: bytes) -> bytes:
    """FileData → ImageReport."""
    sent = decode(payload, FileData)
    if sent.file.casefold().endswith(".svg"):
        figure = rewrite_svg(sent.data)
        return encode(ImageReport(figure.problem, figure.svg, figure.dropped))
    return encode(ImageReport(image_problem(sent.data)))


def assemble_course(payload: bytes) -> bytes:
    """PartsData → CourseData."""
    sent = decode(payload, PartsData)
    parts = Parts(
        decode(sent.cover, ParsedCover),
        {file: decode(data, ParsedSession) for file, data in sent.sessions.items()},
        decode(sent.glossary, ParsedGlossary) if sent.glossary else ParsedGlossary(),
        decode(sent.facts, ParsedFacts) if sent.facts else ParsedFacts(),
        sent.files,
        sent.bad_images,
        sent.problems,
    )
    assembly = Assembly(parts, AssemblyMemory())
    whole = assembly.run()
    sessions = {session.id: encode(session) for session in whole.sessions}
    joints = joints_of(assembly)
    return encode(CourseData(encode(whole.course), sessions, encode(whole.facts), encode(whole.problems), joints))


def rejoin_session(payload: bytes) -> bytes:
    """RejoinData → RejoinReport."""
    return encode(rejoin(decode(payload, RejoinData)))


def plan_restructuring(payload: bytes) -> bytes:
    """PlanData → PlanReport."""
    sent = decode(payload, PlanData)
    try:
        return encode(
            PlanReport(plan_changes(sent.cover, sent.files, sent.others, wish_of(sent.wish.kind, sent.wish.values)))
        )
    except KursappError as error:
        return encode(PlanReport(refused=error.problem))
