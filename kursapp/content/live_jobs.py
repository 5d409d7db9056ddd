"""What the worker does for a draft that is written in: it keeps what it has read between its jobs.

``live_parsing`` names each function as ``kursapp.content.live_jobs:NAME``. Whatever is kept may be gone at the next
job, with the process: the answer says so, and everything is then sent again.
"""

from __future__ import annotations

from functools import lru_cache

from kursapp.content.codec import decode, encode
from kursapp.content.exchange import LiveAsk, LiveFile, LiveParts
from kursapp.content.live_draft import LiveDraft


def parse_cover(payload: bytes) -> bytes:
    """LiveFile → ParsedCover."""
    sent = decode(payload, LiveFile)
    return encode(_draft(sent.root).read_cover(sent))


def parse_session(payload: bytes) -> bytes:
    """LiveFile → the images it uses."""
    sent = decode(payload, LiveFile)
    return encode(_draft(sent.root).read_session(sent))


def keep_session(payload: bytes) -> bytes:
    """LiveFile with a ParsedSession in it → the images it uses."""
    sent = decode(payload, LiveFile)
    return encode(_draft(sent.root).keep_session(sent))


def parse_glossary(payload: bytes) -> bytes:
    """LiveFile → nothing."""
    sent = decode(payload, LiveFile)
    _draft(sent.root).read_glossary(sent)
    return b""


def parse_facts(payload: bytes) -> bytes:
    """LiveFile → nothing."""
    sent = decode(payload, LiveFile)
    _draft(sent.root).read_facts(sent)
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
