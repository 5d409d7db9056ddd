"""What PostgreSQL says when it cannot, as an error a person can act on."""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError

from kursapp.domain.problem import KursappError, refusal

CODES = {
    "53100": "collection-full",
    "53200": "collection-server-failed",
    "53300": "collection-busy",
    "55P03": "collection-busy",
    "40P01": "collection-busy",
    "40001": "collection-busy",
    "57014": "collection-busy",
    "25006": "collection-not-writable",
    "25P03": "collection-lost",
    "57P01": "collection-lost",
    "57P02": "collection-lost",
    "57P03": "collection-unreachable",
    "3D000": "collection-database-missing",
    "42501": "collection-not-allowed",
    "58030": "collection-server-failed",
    "XX001": "collection-server-failed",
    "XX002": "collection-server-failed",
}
"""By SQLSTATE, those that concern the server and not the statement."""

CLASSES = {"08": "collection-lost", "28": "collection-login-refused"}
"""By class of SQLSTATE."""


def server_failure(error: DBAPIError, shown: str, *, lost: bool) -> KursappError | None:
    """Name what is wrong with the server at the address ``shown``; None where the statement itself was wrong.

    ``lost``: the connection was there and is gone.
    """
    state = getattr(error.orig, "sqlstate", None) or ""
    code = CODES.get(state) or CLASSES.get(state[:2])
    if code is None and not state:
        code = "collection-lost" if lost else _without_state(error)
    return None if code is None else refusal(code, server=shown)


def _without_state(error: DBAPIError) -> str | None:
    """Read what the driver says before a server has answered: its own words are all there is."""
    if type(error.orig).__name__ not in ("OperationalError", "ConnectionTimeout"):
        return None
    words = str(error.orig)
    if "password" in words or "authentication" in words or 'role "' in words:
        return "collection-login-refused"
    if 'database "' in words and "does not exist" in words:
        return "collection-database-missing"
    return "collection-unreachable"
