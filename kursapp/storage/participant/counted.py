"""What is counted in a profile, for those who choose between backups of it."""

from __future__ import annotations

from kursapp.storage.amounts import Counted

COUNTED = (
    Counted("answers", "answer", moment="answered_at"),
    Counted("practice", "review_log", moment="at"),
    Counted("choices", "case_step", moment="at"),
    Counted("notes", "note", "removed_at IS NULL", "updated_at"),
    Counted("texts", "field", "value <> ''", "updated_at"),
    Counted("steps", "plan_step", "removed_at IS NULL", "updated_at"),
    Counted("evaluations", "evaluation_answer", moment="updated_at"),
    Counted("pages", "page", "done_at IS NOT NULL", "done_at"),
)
