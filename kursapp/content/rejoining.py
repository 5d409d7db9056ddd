"""Joins one session anew with a course that is otherwise as it was, where nothing but its inside has changed.

Everything that reaches across files (ids, link targets, draws, forms, the images shown) is the session's *outside*. As
long as that is the same, no other session, and nothing in the outline but this session's own row, can be another than
it was. Where it is not, or cannot be known, the answer says so, and the whole course is joined again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace

from kursapp.content.addresses import Inward, read_address
from kursapp.content.assembly import Assembly, resolved_page
from kursapp.content.assembly_memory import words_of
from kursapp.content.codec import decode, encode
from kursapp.content.course_checks import fact_problems, workload_problems
from kursapp.content.exchange import Joint, RejoinData, RejoinReport
from kursapp.content.glossary import Searched, Terms
from kursapp.content.links import Resolver, Site, TargetIndex
from kursapp.content.outline import page_head, session_head
from kursapp.content.parsed import Address, ParsedSession
from kursapp.domain.course import Fact, Page, Session
from kursapp.domain.page_items import blocks_of
from kursapp.domain.question import Question

_HASH_BYTES = 16


class ElsewhereError(Exception):
    """Something leads out of the session where nothing led the last time."""


def joints_of(assembly: Assembly) -> dict[str, bytes]:
    """Return in stored form how each session hangs in the course just joined, by its file.

    Those with a part in something that only the whole can say are left out: forms, banks, ids that others claim too.
    """
    joints = {}
    for file, resolver in assembly.resolvers.items():
        parsed = assembly.parsed(file)
        if parsed is not None and assembly.stands_alone(file):
            joints[file] = encode(Joint(outside_of(parsed), resolver.elsewhere, resolver.shown))
    return joints


def outside_of(parsed: ParsedSession) -> bytes:
    """Return what is equal as long as everything the rest of a course may depend on is; lines do not count."""
    outside = (
        parsed.session.id,
        [_outside_of_page(page) for page in parsed.session.pages],
        [(target.name, target.rank, target.page, target.item) for target in parsed.targets],
        [(written.id, written.form) for written in parsed.ids],
        sorted({image.target for image in parsed.images}),
    )
    return hashlib.blake2b(encode(outside), digest_size=_HASH_BYTES).digest()


def _outside_of_page(page: Page) -> tuple[object, ...]:
    """Return what of a page counts outside of it: what can be named or answered on it, not its words."""
    items = [
        (
            type(block).__name__,
            getattr(block, "id", ""),
            (block.settings.bank, block.settings.form) if isinstance(block, Question) else (),
        )
        for block in blocks_of(page)
        if getattr(block, "id", "")
    ]
    return page.id, page.kind, page.quiz, page.evaluation, items


def rejoin(sent: RejoinData) -> RejoinReport:
    """Join a session anew; an empty report where that takes the whole course."""
    parsed, joint = decode(sent.parsed, ParsedSession), decode(sent.joint, Joint)
    if outside_of(parsed) != joint.outside:
        return RejoinReport()
    file = parsed.session.file
    try:
        resolver = _KnownResolver(file, parsed, joint)
    except ElsewhereError:
        return RejoinReport()
    resolved = replace(parsed.session, pages=tuple(resolved_page(resolver, page) for page in parsed.session.pages))
    terms = Terms(sent.terms, sent.language)
    if _changes_unused(sent, terms, resolved):
        return RejoinReport()
    pages = tuple(replace(page, blocks=terms.mark(page.blocks)) for page in resolved.pages)
    session = replace(resolved, pages=pages)
    head = session_head(session, page_head)
    facts = fact_problems(decode(sent.facts, tuple[Fact, ...]), [parsed])
    problems = (*parsed.problems, *resolver.problems, *facts, *workload_problems([head]))
    return RejoinReport(encode(session), head, problems)


def _changes_unused(sent: RejoinData, terms: Terms, now: Session) -> bool:
    """Say whether which terms of the glossary the course never uses may be others than before."""
    used = terms.in_text(_searched(now.pages))
    before = _searched(decode(sent.before, Session).pages)
    return not used.isdisjoint(sent.unused) or bool(terms.in_text(before, but=used))


def _searched(pages: Iterable[Page]) -> Searched:
    return Searched.plain("\n".join(words_of(page) for page in pages))


class _KnownResolver(Resolver):
    """Resolves within the session's own file; what leads out of it leads where it did. Raises ElsewhereError."""

    def __init__(self, file: str, parsed: ParsedSession, joint: Joint) -> None:
        self._joint = joint
        index = TargetIndex(parsed.targets)
        own: Mapping[str, ParsedSession] = {file: parsed}
        super().__init__(Site((file,), own, {}, lambda _targets: index), file, parsed.links, parsed.images)

    def _inward(self, read: Inward, address: Address) -> str:
        if (read.file or self._file) == self._file:
            return super()._inward(read, address)
        return _known(self._joint.links, address)

    def _image(self, address: Address) -> tuple[str, str]:
        if isinstance(read_address(self._file, address.target), Inward):
            return _known(self._joint.images, address), ""
        return super()._image(address)


def _known(answers: Mapping[str, str], address: Address) -> str:
    try:
        return answers[address.target]
    except KeyError as error:
        raise ElsewhereError from error
