"""Forgetting one form in a copy of a profile, of whatever version: in the words of the engine, not of the stores."""

from __future__ import annotations

from sqlcipher3 import dbapi2

_ANSWERS = "DELETE FROM evaluation_answer WHERE course_id = ? AND form_id = ?"
_DELIVERIES = """
    UPDATE delivery SET response_id = '', reserved = '', answers = '[]', handed_in_at = NULL, forgotten = 1
    WHERE form_id = ? AND cohort_id IN (SELECT cohort_id FROM cohort WHERE course_id = ?)
"""


def forget_form(connection: dbapi2.Connection, *, course_id: str, form_id: str) -> None:
    """Delete the answers on a form and the ids it was handed in with. A profile of version 1 knows of no ids."""
    connection.execute("PRAGMA secure_delete=ON").fetchall()
    connection.execute(_ANSWERS, (course_id, form_id))
    if connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'delivery'").fetchone():
        connection.execute(_DELIVERIES, (form_id, course_id))
