"""The worker's child, born with what its jobs import: most of what a child costs is the imports of its first job."""

from __future__ import annotations

import multiprocessing
from multiprocessing.context import BaseContext

import pytest

READY = (
    "kursapp.content.jobs",
    "kursapp.content.live_jobs",
    "kursapp.services.spelling_job",
    "importlib.metadata",
    *(f"markdown.extensions.{name}" for name in ("def_list", "sane_lists", "tables")),
)
"""The jobs' modules, and what these import only when they need it."""


class ReadyBorn:
    """Stands in for ``multiprocessing``: each child is forked from one process that has the imports behind it.

    It is a process of its own all the same, with its own limits, killed and begun again like any other. Where the
    system has no fork it starts as the program's own does; so it does in ``tests/worker`` and in everything that runs
    the program as a command.
    """

    def get_context(self, method: str) -> BaseContext:
        """Return the quickest way to a new process."""
        if "forkserver" not in multiprocessing.get_all_start_methods():
            return multiprocessing.get_context(method)
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(list(READY))
        return context


def children_born_ready(patch: pytest.MonkeyPatch) -> None:
    """Let every worker that starts from now on in this process have such a child."""
    patch.setattr("kursapp.worker.worker.multiprocessing", ReadyBorn())
