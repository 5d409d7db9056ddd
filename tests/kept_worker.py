"""A worker that many tests share: to start one costs more than most of what is asked of it."""

from __future__ import annotations

from kursapp.worker import Worker


class KeptWorker(Worker):
    """A worker that goes on working when who used it leaves; ``end`` ends it."""

    def close(self) -> None:
        """Leave it to the next."""

    def end(self) -> None:
        """End the child."""
        super().close()
