"""Numbers as authors write them in settings: ``55``, ``5,5``, ``10 min``."""

from __future__ import annotations

import re

from kursapp.content.findings import Findings

_MINUTES = re.compile(r"(?P<number>\d{1,4}(?:[.,]\d{1,2})?) *(?:min\.?|minutt(?:er)?|minutes?)?$", re.IGNORECASE)


def minutes_of(text: str, line: int, findings: Findings) -> float | None:
    """Return a number of minutes; None (and a finding) for anything else."""
    found = _MINUTES.match(text.strip())
    if not found:
        findings.error("not-minutes", line, value=text)
        return None
    return float(found["number"].replace(",", "."))


def hours_of(text: str, line: int, findings: Findings) -> float:
    """Return a number of hours, 0 for none; 0 (and a finding) for anything else."""
    try:
        hours = float(text.replace(",", ".")) if text else 0.0
    except ValueError:
        hours = -1.0
    if not 0 <= hours < 10_000:
        findings.error("not-hours", line, value=text)
        return 0.0
    return hours
