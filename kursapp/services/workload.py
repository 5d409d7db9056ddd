"""How long a course takes to read and to work through, session by session and day by day, against what it says."""

from __future__ import annotations

from dataclasses import dataclass

from kursapp.content.workload import TOLERANCE, is_off
from kursapp.domain.course import Course, Module, SessionHead

__all__ = ["TOLERANCE", "CourseLoad", "Load", "ModuleLoad", "PageLoad", "SessionLoad", "course_load"]


@dataclass(frozen=True, slots=True)
class Load:
    """Minutes: what it takes to read, and what is done besides; ``says`` is the target, 0 where none is written."""

    reading: float
    exercises: float
    says: float

    @property
    def takes(self) -> float:
        """Return all of it."""
        return self.reading + self.exercises

    @property
    def is_off(self) -> bool:
        """Say whether it is further from its target than it may be (course-format §2)."""
        return is_off(self.takes, self.says)


@dataclass(frozen=True, slots=True)
class PageLoad:
    """A page. Only sessions have targets."""

    id: str
    title: str
    load: Load


@dataclass(frozen=True, slots=True)
class SessionLoad:
    """A session and its pages."""

    title: str
    file: str
    load: Load
    pages: tuple[PageLoad, ...]


@dataclass(frozen=True, slots=True)
class ModuleLoad:
    """A day, or another part of the course. Its target is the sum of those its sessions have."""

    title: str
    load: Load
    sessions: tuple[SessionLoad, ...]


@dataclass(frozen=True, slots=True)
class CourseLoad:
    """The whole course, or only its days (``only_days``) where it has some: what is done at home is beside them.

    The target is the hours the cover says, or the sum of the sessions' targets where it says none.
    """

    load: Load
    modules: tuple[ModuleLoad, ...]
    only_days: bool = False


def course_load(course: Course) -> CourseLoad:
    """Return what a course takes. Banks are not counted: their questions are where they are drawn."""
    shown = [module for module in course.modules if not module.bank]
    modules = tuple(_module(module) for module in shown)
    days = [load.load for module, load in zip(shown, modules, strict=True) if module.day is not None]
    whole = _sum(days or [module.load for module in modules])
    load = Load(whole.reading, whole.exercises, course.hours * 60 or whole.says)
    return CourseLoad(load, modules, bool(days))


def _module(module: Module) -> ModuleLoad:
    sessions = tuple(_session(head) for head in module.sessions)
    return ModuleLoad(module.title, _sum([session.load for session in sessions]), sessions)


def _session(head: SessionHead) -> SessionLoad:
    pages = tuple(
        PageLoad(page.id, page.title, Load(page.reading, page.workload - page.reading, 0)) for page in head.pages
    )
    whole = _sum([page.load for page in pages])
    return SessionLoad(head.title, head.file, Load(whole.reading, whole.exercises, head.minutes), pages)


def _sum(loads: list[Load]) -> Load:
    return Load(
        sum(load.reading for load in loads), sum(load.exercises for load in loads), sum(load.says for load in loads)
    )
