"""The names inside a case as it is being written."""

from __future__ import annotations

from kursapp.content.source import lines_of
from kursapp.services.case_names import case_names

CASE = """### Case: Fredag
<!-- akser: barnet 0…5, rettssikkerhet | id: case-fredag -->
- [Vent](#mandag) <!-- id: c1 -->
- vanlig punkt <!-- id: ikke-et-valg -->

#### Scene: Mandag
<!-- slutt: god -->

#### Scene: Tirsdag
<!-- id: t -->
- [Uten id](#mandag)

---
#### Scene: Etter streken
""".splitlines()


def test_names_of_a_case() -> None:
    """Axes without their range, scenes by id or slug, choices that have an id; nothing after the case."""
    found = case_names(lines_of(CASE), 1)
    assert [one.name for one in found.axes] == ["barnet", "rettssikkerhet"]
    assert [(one.name, one.about) for one in found.scenes] == [
        ("case-fredag", "Fredag"),
        ("scene-mandag", "Mandag"),
        ("t", "Tirsdag"),
    ]
    assert [(one.name, one.about) for one in found.choices] == [("c1", "Vent")]


def test_outside_a_case_there_are_none() -> None:
    """And a case that is only its heading has only its own scene."""
    assert case_names(lines_of(CASE), 0).scenes == ()
    assert [one.name for one in case_names(lines_of(["### Case: Ny"]), 1).scenes] == ["case-ny"]
