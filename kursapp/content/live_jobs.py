"""What the worker does for a draft that is written in: it keeps what it has read between its jobs.

``live_parsing`` names each function as ``kursapp.content.live_jobs:NAME``. Whatever is kept may be gone at the next
job, with the process: the answer says so, and everything is then sent again.
"""

from __future__ import annotations

from functools import lru_cache

from kursapp.content.codec import decode, encode
from kursapp.content.exchange import LiveAsk, LiveFile, LiveParts
from kursapp.content.live_draft import LiveDraft
from kursapp.content.parsed import ParsedCover, ParsedFacts, ParsedGlossary, ParsedSession

_KINDS: dict[str, type[object]] = {
    "parse_cover": ParsedCover,
    "parse_session": ParsedSession,
    "parse_glossary": ParsedGlossary,
    "parse_facts": ParsedFacts,
}


def parse_cover(payload: bytes) -> bytes:
    """LiveFile → ParsedCover."""
    sent = decode(payload, LiveFile)
    return encode(_draft(sent.root).read_cover(sent))


def parse_session(payload: bytes) -> bytes:
    """LiveFile → ParsedSession."""
    sent = decode(payload, LiveFile)
    return encode(_draft(sent.root).read_session(sent))


def parse_glossary(payload: bytes) -> bytes:
    """LiveFile → ParsedGlossary."""
    sent = decode(payload, LiveFile)
    return encode(_draft(sent.root).read_glossary(sent))


def parse_facts(payload: bytes) -> bytes:
    """LiveFile → ParsedFacts."""
    sent = decode(payload, LiveFile)
    return encode(_draft(sent.root).read_facts(sent))


def keep(payload: bytes) -> bytes:
    """LiveFile with a parsed file in it, its key beginning with the job that makes such → nothing."""
    sent = decode(payload, LiveFile)
    _draft(sent.root).keep(sent, _KINDS[sent.key.partition(" ")[0]])
    return b""


def assemble(payload: bytes) -> bytes:
    """LiveParts → LiveData."""
    sent = decode(payload, LiveParts)
    return encode(_draft(sent.root).assemble(sent))


def page(payload: bytes) -> bytes:
    """LiveAsk → LivePageData."""
    sent = decode(payload, LiveAsk)
    return encode(_draft(sent.root).page(sent))


@lru_cache(maxsize=1)
def _draft(root: str) -> LiveDraft:
    """Return the draft of a folder; the one before it is let go."""
    return LiveDraft()
