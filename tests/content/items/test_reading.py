"""Laws of reading items: nothing raises, no line is lost, and a repair mends what it says it mends."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.content.codes import ERRORS, WARNINGS
from kursapp.content.comments import take_comments
from kursapp.content.repair import apply_edits, edits_of
from kursapp.content.source import read_lines
from kursapp.domain.course import Block, Faulty
from kursapp.domain.problem import Problem, Severity

HEADINGS = (
    "### Spørsmål: Hva?",
    "### Spørsmål (drøft): Hva?",
    "### Spørsmål (rekkefølge): Hva?",
    "### Spørsmål (koble): Hva?",
    "### Spørsmål (tall): Hva?",
    "### Spørsmål (dato): Hva?",
    "### Spørsmål (kortsvar): Hva?",
    "### Spørsmål (utfylling): Hva?",
    "### Spørsmål (noe): Hva?",
    "### Spørsmål - Hva?",
    "## Sporsmål: Hva?",
    "###Refleksjon: Hva?",
    "### Arbeidsbok: Hva?",
    "### Case: Hva?",
    "#### Scene: Mandag",
    "### Scene: Mandag",
    "##### Spørsmål: Inni",
    "#### Vanlig",
    "### Skala: Hva?",
    "### Før og nå: Hva?",
    "### Valg: Hva?",
    "### Flervalg: Hva?",
    "### Tall: Hva?",
    "### Rangering: Hva?",
    "### Fritekst: Hva?",
)
LINES = (
    *("", "", "", "---", "tekst", "  tekst", "    kode", "- [ ] a", "- [x] b", "-[x] c", "- []", "1. [ ] d", "– [x] e"),
    *("[x] f", "- g", "  - h", "1. i", "2. j", "> sitat", "  > sitat", "> **Hint:** hint", "> **Forklaring:** x"),
    *("> **Barnet +1:** x", "> **Barnet:** x", "> [!KURSLEDER]", ">", "| a | b |", "|---|---|", "| | |", "| c |"),
    *("| d | [[e]] | f |", "Svar: 12", "Svar: 1.680", "Svar:", "**Svar:** a / b", "Svar: 9. mars 2026", "Kort"),
    *(
        "[[a]] og [[b / (c)]]",
        "[[",
        "[[]]",
        "- [gå](#scene-mandag)",
        "- [gå](#mandga)",
        "- [hjem](#x) <!-- hvis: y -->",
    ),
    *("Fra 1 (lite) til 5 (mye)", "- Annet: ___", "```", "~~~", "<!-- id: x | poeng: 2 -->", "<!-- poeng: mye -->"),
    *(
        "<!-- akser: barnet 0…5 -->",
        "<!-- kolonner: a 1–5; b = a + 1 -->",
        "<!--",
        "-->",
        "<!– id: y –>",
        "a <!-- rad: r -->",
    ),
    *(
        "| a <!-- id: z | tema: x --> | b |",
        "\u00a0tekst",
        "-\u00a0[ ] k",
        "![bilde](a.png)",
        "\ttab",
        "* [X] l",
        "<!-- lapp -->",
    ),
)
texts = st.lists(st.sampled_from(HEADINGS + LINES + LINES), max_size=25).map("\n".join)
free_text = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=120)
any_text = st.one_of(texts, st.tuples(st.sampled_from(HEADINGS), free_text).map("\n".join))
many = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

ReadPage = Callable[..., tuple[tuple[Block, ...], list[Problem]]]


@many
@given(text=any_text, evaluation=st.booleans())
def test_any_text_is_read(page: ReadPage, text: str, *, evaluation: bool) -> None:
    """Whatever stands in a page, it is read; findings are in the file, and every fault of a box is one of them."""
    blocks, problems = page(text, evaluation=evaluation)
    count = len(read_lines("a.md", text.encode())[0])
    assert all(1 <= found.line <= count and found.column >= 1 for found in problems)
    for block in blocks:
        if isinstance(block, Faulty):
            found = {problem.code for problem in problems if problem.severity is Severity.ERROR}
            assert block.codes
            assert set(block.codes) <= found


@many
@given(text=texts, evaluation=st.booleans())
def test_every_line_belongs_to_a_block(page: ReadPage, text: str, *, evaluation: bool) -> None:
    """Each line with words on it stands in the place of exactly one block of the page."""
    blocks, _ = page(text, evaluation=evaluation)
    lines, _ = read_lines("a.md", text.encode())
    owners = {line.number: 0 for line in take_comments(lines).lines if not line.blank}
    for block in blocks:
        place = block.place  # type: ignore[attr-defined]
        for number in range(place.first, place.last + 1):
            if number in owners:
                owners[number] += 1
    assert [number for number, count in owners.items() if count != 1] == []


@many
@given(text=texts, evaluation=st.booleans())
def test_repairs_mend(page: ReadPage, text: str, *, evaluation: bool) -> None:
    """After a finding's repair the same finding is gone from its line."""
    _, problems = page(text, evaluation=evaluation)
    for found in problems:
        edits = edits_of(found)
        if not edits:
            continue
        written = [line.text for line in read_lines("a.md", text.encode())[0]]
        repaired = apply_edits(written, edits)
        _, left = page("\n".join(repaired) + "\n", evaluation=evaluation)
        same = [problem for problem in problems if problem.code == found.code]
        assert len([problem for problem in left if problem.code == found.code]) < len(same)


def test_every_code_has_one_severity() -> None:
    """A code is an error or a warning, not both."""
    assert not ERRORS & WARNINGS


@pytest.mark.parametrize(
    "text",
    [
        "### Spørsmål: Hva?\n" + "- [x] a\n" * 20_000,
        "### Spørsmål: Hva?\n" + "> sitat\n\n" * 20_000 + "- [x] a\n- [ ] b\n",
        "### Spørsmål (utfylling): Hva?\n" + "[[a]] " * 3_000,
        "### Spørsmål (rekkefølge): Hva?\n" + "- a\n" * 20_000 + "1. b\n",
        "### Arbeidsbok: Hva?\n|" + "a|" * 300 + "\n|" + "-|" * 300 + "\n" + ("|" + " |" * 300 + "\n") * 60,
        "### Case: Hva?\n" + "".join(f"- [gå](#s{n})\n\n#### Scene: S{n}\n" for n in range(2_000)),
        "### Case: Hva?\n" + "- [gå](#nei)\n" * 5_000,
        "### Spørsmål: Hva?\n<!-- " + "id: x | " * 2_000 + "-->\n- [x] a\n- [ ] b\n",
        "### Spørsmål: Hva?\n" + "<!-- \n" * 20_000,
        "### Spørsmål: Hva?\n" + "```\n" * 20_001,
        "### Spørsmål - a\n" * 5_000,
        "## Refleksjon: a\n" * 5_000,
        "### Spørsmål: " + "*" * 10_000 + "`" * 9_000,
    ],
    ids=lambda text: text.partition("\n")[2][:20] or "heading",
)
def test_large_texts_are_read(page: ReadPage, text: str) -> None:
    """Very many of anything are read to the end; reading takes steps in proportion to the text."""
    blocks, problems = page(text)
    assert blocks
    assert all(found.line <= text.count("\n") + 1 for found in problems)
