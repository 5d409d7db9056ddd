"""Reading one item, or a whole page, from a text as an author writes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from textwrap import dedent

import pytest

from kursapp.content.definitions import Definitions
from kursapp.content.findings import Findings
from kursapp.content.items import Context, open_item, read_item
from kursapp.content.markup import Markup
from kursapp.content.repair import apply_edits, edits_of
from kursapp.content.scanner import Scanner
from kursapp.content.source import read_lines
from kursapp.domain.course import Block
from kursapp.domain.problem import Problem


@dataclass(frozen=True)
class Read:
    """What came of a text: the block, the lines of the body it took, and the findings."""

    text: str
    block: Block
    used: int
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> list[str]:
        """Return the codes of the findings, but for ids that are not written."""
        return [found.code for found in self.problems if found.code != "no-id"]

    def found(self, code: str) -> Problem:
        """Return the one finding with this code."""
        (found,) = (problem for problem in self.problems if problem.code == code)
        return found

    def repaired(self, *codes: str) -> str:
        """Return the text after the repairs of the findings with these codes."""
        edits = [edit for found in self.problems if found.code in codes for edit in edits_of(found)]
        assert edits
        return "\n".join(apply_edits(self.text.splitlines(), edits)) + "\n"


ReadItem = Callable[..., Read]


@pytest.fixture
def context_of() -> Callable[..., Context]:
    """Return a context with the real markup, and the real scanner for what stands inside scenes."""
    return make_context


def make_context(problems: list[Problem], *, evaluation: bool = False) -> Context:
    findings = Findings("dag-1/01.md")
    findings.problems = problems
    markup = Markup(Definitions(), findings)
    context = Context("dag-1/01.md", "d1/side", markup, on_evaluation_page=evaluation, problems=problems)
    context.blocks = lambda lines: Scanner(markup, findings).read(lines, context)
    return context


@pytest.fixture
def read() -> ReadItem:
    """Return a function that reads the item a text begins with: ``read(text, evaluation=False)``."""
    return read_text


def read_text(text: str, *, evaluation: bool = False) -> Read:
    text = dedent(text)
    lines, problems = read_lines("dag-1/01.md", text.encode())
    context = make_context(problems, evaluation=evaluation)
    item = open_item(lines, 0, context)
    assert item is not None, "no item opens here"
    block, used = read_item(item, context)
    return Read(text, block, used, tuple(context.problems))


@pytest.fixture
def page() -> Callable[..., tuple[tuple[Block, ...], list[Problem]]]:
    """Return a function that scans a text as the lines of one page: ``page(text) -> blocks, problems``."""
    return scan_page


def scan_page(text: str, *, evaluation: bool = False) -> tuple[tuple[Block, ...], list[Problem]]:
    lines, problems = read_lines("dag-1/01.md", dedent(text).encode())
    context = make_context(problems, evaluation=evaluation)
    return context.blocks(lines), context.problems


def each(blocks: tuple[Block, ...], kind: type[Block]) -> Iterator[Block]:
    """Yield the blocks of one kind."""
    return (block for block in blocks if isinstance(block, kind))
