"""What is counted in a collection, for those who choose between backups of it. Nothing in one tells when it came."""

from __future__ import annotations

from kursapp.storage.amounts import Counted

COUNTED = (
    Counted("cohorts", "cohort"),
    Counted("files", "delivery"),
    Counted("closed", "closing", "batch = 1"),
    Counted("comments", "comment"),
    Counted("progress", "participation"),
)
