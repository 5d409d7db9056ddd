"""Comments: the queue the coordinator goes through, with tags, redaction and quotes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from kursapp.domain.cohort import LEAST_FOR_COMMENTS
from kursapp.domain.collected import KeptComment
from kursapp.domain.disclosure import least_persons, waves_of
from kursapp.domain.problem import refusal
from kursapp.domain.redaction import redact
from kursapp.domain.results import Why
from kursapp.services.close_round import form_of_round
from kursapp.services.cohort_cards import LONGEST_TAG, CommentEntry, CommentQueue
from kursapp.services.office import Held, Office
from kursapp.vault.keys import open_comment, seal_comment

_PLACES = "\0"
"""Begins a redacted text that still says where it was redacted. No comment begins with it: it is no letter."""


def queue(office: Office, held: Held, form_id: str) -> CommentQueue:
    """Return the comments of a closed round that may be shown, sorted by text. Raises KursappError ``round-open``."""
    form = form_of_round(held, form_id).form
    closings = office.collection.rounds.closings(held.id, form_id)
    if not closings:
        raise refusal("round-open", form=form.title)
    # The gate decides which may be shown; here the same lots of persons say which are worth working with.
    least = max(LEAST_FOR_COMMENTS, least_persons(held.cohort.rules))
    shown = {batch for wave in waves_of([closing.persons for closing in closings], least) for batch in wave}
    if not shown:
        return CommentQueue((), hidden=Why.FEW_FOR_COMMENTS)
    key = office.keys(held.id).comment_key
    kept = office.collection.comments.of_round(held.id, form_id)
    entries = [_entry(one, key) for one in kept if one.batch in shown]
    tags = sorted({tag for entry in entries for tag in entry.tags}, key=str.casefold)
    return CommentQueue(tuple(sorted(entries, key=lambda one: (one.text, one.item_id, one.id))), tuple(tags))


def tag(office: Office, comment_id: str, tags: Sequence[str]) -> None:
    """Give a comment these tags instead of those it had: each on one line, no two that differ in case only."""
    tidy: dict[str, str] = {}
    for each in tags:
        name = " ".join(each.split())[:LONGEST_TAG].strip()
        if name:
            tidy.setdefault(name.casefold(), name)
    office.collection.comments.tag(comment_id, tuple(tidy.values()))


def redact_comment(office: Office, held: Held, comment_id: str, places: Sequence[tuple[int, int]]) -> None:
    """Redact places of a comment as written, instead of those before; none takes the redaction back."""
    key = office.keys(held.id).comment_key
    rounds = office.collection.rounds.closed(held.id)
    every = (one for form_id in rounds for one in office.collection.comments.of_round(held.id, form_id))
    kept = next((one for one in every if one.id == comment_id), None)
    if kept is None:
        raise refusal("collection-comment-gone")
    text = open_comment(key, kept.text)
    shown = redact(text, places)
    sealed = None if shown == text else seal_comment(key, _PLACES + json.dumps([shown, list(map(list, places))]))
    office.collection.comments.redact(comment_id, sealed)


def forget_redacted(office: Office, held: Held, form_id: str) -> None:
    """Let what was redacted be gone for good, since a report is made: only the words shown are left."""
    key = office.keys(held.id).comment_key
    with office.collection.transaction():
        office.collection.cohorts.lock(held.id)
        redacted = [one for one in office.collection.comments.of_round(held.id, form_id) if one.redacted is not None]
        for one in redacted:
            office.collection.comments.redact(one.id, seal_comment(key, shown_text(one, key)))
        office.collection.comments.forget_originals(held.id, form_id)
    if redacted:
        office.collection.tidy(office.clock.now())


def shown_text(kept: KeptComment, key: bytes) -> str:
    """Return a comment as it may be shown."""
    return _redaction(kept, key)[0] if kept.redacted is not None else open_comment(key, kept.text)


def _redaction(kept: KeptComment, key: bytes) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return the words that stand for a comment, and the places redacted in it where they are still known."""
    text = open_comment(key, kept.redacted or kept.text)
    if not text.startswith(_PLACES):
        return text, ()
    shown, places = json.loads(text.removeprefix(_PLACES))
    return shown, tuple((first, end) for first, end in places)


def _entry(kept: KeptComment, key: bytes) -> CommentEntry:
    text = open_comment(key, kept.text)
    entry = CommentEntry(kept.id, kept.item_id, text, text, (), kept.tags, kept.chosen)
    if kept.redacted is None:
        return entry
    shown, places = _redaction(kept, key)
    return replace(entry, shown=shown, redacted=places)
