"""A day as the instructor follows it: its sessions with what they may take, and what a page has for her alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kursapp.domain.case import Case
from kursapp.domain.course import Block, CallOut, CallOutKind, Module, Page


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A session of the day. ``minutes`` is what its author gives it, or else what its pages come to."""

    session_id: str
    title: str
    minutes: float
    pages: int


@dataclass(frozen=True, slots=True)
class GroupWork:
    """Group work with a time of its own; ``number`` counts those of a page from 1."""

    number: int
    minutes: float


def agenda(module: Module) -> tuple[AgendaItem, ...]:
    """Return the sessions of a module in their order."""
    return tuple(
        AgendaItem(head.id, head.title, head.minutes or round(head.workload), len(head.pages))
        for head in module.sessions
    )


def notes_of(page: Page) -> tuple[CallOut, ...]:
    """Return what a page says to the instructor only, in its order, scenes of cases included."""
    return tuple(each for each in _call_outs(page.blocks) if each.call_out is CallOutKind.INSTRUCTOR)


def group_work_of(page: Page) -> tuple[GroupWork, ...]:
    """Return the group work of a page that has a time."""
    timed = (each.minutes for each in _call_outs(page.blocks) if each.call_out is CallOutKind.GROUP and each.minutes)
    return tuple(GroupWork(number, minutes) for number, minutes in enumerate(timed, 1))


def _call_outs(blocks: tuple[Block, ...]) -> Iterator[CallOut]:
    for block in blocks:
        if isinstance(block, CallOut):
            yield block
        elif isinstance(block, Case):
            for scene in block.scenes:
                yield from _call_outs(scene.blocks)
