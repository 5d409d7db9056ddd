"""The bounded child process: one warm worker that runs named jobs on bytes and is killed at its limits."""

from kursapp.worker.worker import Worker, WorkerJobError, WorkerLimitError

__all__ = ["Worker", "WorkerJobError", "WorkerLimitError"]
