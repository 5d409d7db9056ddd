"""What the open draft asks of the files' thread."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from kursapp.domain.draft import Clash, DraftCard, FileText, SnapshotReason, Unsaved
from kursapp.domain.problem import KursappError, Problem, refusal
from kursapp.ui.drafting.orders import Order

if TYPE_CHECKING:
    from kursapp.services.author import Author
    from kursapp.services.draft import Draft

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Opened:
    """A draft as it is opened. ``left_over`` are texts that could not be saved last time, each with what is on disk."""

    card: DraftCard
    cards: tuple[DraftCard, ...]
    draft: Draft
    files: tuple[str, ...]
    digests: Mapping[str, str]
    left_over: tuple[tuple[FileText, Unsaved], ...] = ()


@dataclass(frozen=True, slots=True)
class Outside:
    """How the files stand: their digests, the texts of those that are others than before, and those that are gone.

    ``problems`` are what went wrong beside the work, such as a snapshot that could not be taken.
    """

    digests: Mapping[str, str]
    texts: tuple[FileText, ...] = ()
    gone: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def files(self) -> tuple[str, ...]:
        """The files there are."""
        return tuple(sorted(self.digests))


def opened(draft_id: str, author: Author) -> Opened | None:
    """Open a draft, the one opened last where no id is given; None where there is none to open."""
    every = author.drafts()
    wanted = draft_id or next((card.id for card in every if not card.missing), "")
    if not wanted:
        return None
    draft = author.open(wanted)
    digests = draft.digests()
    cards = author.drafts()
    card = next(each for each in cards if each.id == wanted)
    return Opened(card, cards, draft, tuple(sorted(digests)), digests, _left_over(draft))


def _left_over(draft: Draft) -> tuple[tuple[FileText, Unsaved], ...]:
    found = []
    for left in draft.unsaved():
        try:
            on_disk = draft.read(left.file)
        except KursappError:
            on_disk = FileText(left.file, "", "")
        if on_disk.text != left.text:
            found.append((on_disk, left))
        else:
            draft.forget_unsaved(left.file)
    return tuple(found)


def listed(author: Author) -> tuple[DraftCard, ...]:
    """Return all drafts."""
    return author.drafts()


def with_draft(draft: Draft, fn: Callable[[Draft], R], _author: Author) -> R:
    """Give the draft to somebody's function."""
    return fn(draft)


def read(draft: Draft, file: str, _author: Author) -> FileText:
    """Read a file."""
    return draft.read(file)


def remember(file: str, text: str, draft: Draft) -> None:
    """Keep a text that another program has replaced."""
    draft.snapshot(file, text, SnapshotReason.OUTSIDE)


def settled(draft: Draft, file: str, text: str, theirs: str, _author: Author) -> FileText | Clash:
    """Write a text over what another program wrote; where that has changed once more, return how it stands."""
    try:
        return draft.overwrite(file, text, theirs)
    except KursappError as error:
        clash = getattr(error, "clash", None)
        if isinstance(clash, Clash):
            return clash
        raise


def unsafe(orders: Iterable[Order], _author: Author) -> str:
    """Return the first file whose text, sent before, is on no disk; empty where all are."""
    return next((each.file for each in orders if not each.is_safe), "")


def let_go(draft: Draft, clash: Clash, _author: Author) -> FileText | None:
    """Leave a file as another program wrote it, and return it."""
    return draft.take_theirs(clash)


def changed(
    draft: Draft, fn: Callable[[Draft], R], orders: Iterable[Order], known: Mapping[str, str], author: Author
) -> tuple[R, Outside]:
    """Do something to the files, unless a text that was sent before could not be written; return how they stand."""
    for each in orders:
        if each.found is None:
            raise refusal("unsaved-first", file=each.file)
    result = fn(draft)
    return result, outside(draft, known, author)


def outside(draft: Draft, known: Mapping[str, str], _author: Author) -> Outside:
    """Return how the files stand, compared with their digests when they were looked at last."""
    digests = draft.digests()
    if digests == known:
        return Outside(known, problems=draft.take_problems())
    texts = []
    for file, digest in digests.items():
        if known.get(file) != digest:
            # A picture is no text, and neither is what cannot be read just now.
            with contextlib.suppress(KursappError):
                texts.append(draft.read(file))
    gone = tuple(file for file in known if file not in digests)
    return Outside(digests, tuple(texts), gone, draft.take_problems())


def repaired_texts(
    draft: Draft, problems: tuple[Problem, ...], checked: Mapping[str, str], now: Mapping[str, str], _author: Author
) -> Mapping[str, tuple[str, str]]:
    """Return the files that repairs change, each as it is now and as it becomes. Several are kept as they were first.

    Raises KursappError ``repair-outdated`` where nothing is left to repair.
    """
    from kursapp.services.repairing import ids_of, repaired, repairs

    on_disk = {}
    for file in draft.texts():
        if file not in now or file not in checked:
            with contextlib.suppress(KursappError):
                on_disk[file] = draft.read(file).text
    present = {**on_disk, **now}
    # A file that was opened after the check was read from the disk by it.
    edits = repairs(problems, {**now, **on_disk, **checked}, present, ids_of(present.values()))
    if len(problems) > 1:
        for file in edits:
            draft.snapshot(file, present[file], SnapshotReason.BEFORE)
    return {file: (present[file], repaired(present[file], made)) for file, made in edits.items()}
