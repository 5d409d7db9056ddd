"""The facts: ``kilder.md``, which the comments ``<!-- fakta: … -->`` name (course-format §1 and §2)."""

from __future__ import annotations

from kursapp.content.findings import Findings
from kursapp.content.keywords import FACT_COLUMNS
from kursapp.content.parsed import ParsedFacts
from kursapp.content.reference_table import read_entries
from kursapp.domain.course import Fact


def read_facts(file: str, data: bytes) -> ParsedFacts:
    """Read the table of facts. An id used twice keeps its first row."""
    findings = Findings(file)
    facts: dict[str, Fact] = {}
    for entry in read_entries(file, data, FACT_COLUMNS, ("id", "fact"), findings):
        words = entry.words
        if words["id"] in facts:
            findings.error("fact-twice", entry.line, id=words["id"])
            continue
        facts[words["id"]] = Fact(
            words["id"], words["fact"], words.get("source", ""), words.get("date", ""), words.get("status", "")
        )
    return ParsedFacts(file, tuple(facts.values()), tuple(findings.problems))
