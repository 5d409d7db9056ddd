"""What course-format §7 promises: every mistake it names is found, and each repair it offers mends it."""

from __future__ import annotations

import pytest

from kursapp.domain.problem import Problem, Severity
from kursapp.services.repairing import ids_of, repaired, repairs
from tests.content.conftest import OpenFiles
from tests.content.mistakes import COVER, MISTAKES, SESSION, Mistake

NAMES = [f"{mistake.code} {mistake.name}".strip() for mistake in MISTAKES]
TOO_LITTLE = {mistake.code for mistake in MISTAKES if not mistake.repaired}


def as_text(content: str | bytes) -> str:
    """Return a file as the editor has it; what is no text as nothing."""
    return content if isinstance(content, str) else ""


def errors(problems: tuple[Problem, ...]) -> set[str]:
    """Return the codes of the errors."""
    return {found.code for found in problems if found.severity is Severity.ERROR}


@pytest.mark.parametrize("mistake", MISTAKES, ids=NAMES)
def test_a_mistake_is_found(mistake: Mistake, opened: OpenFiles) -> None:
    """It is an error or a warning as the format says, and can be repaired in one step where it says so."""
    found = [each for each in opened(mistake.course()).problems if each.code == mistake.code]
    assert found
    for each in found:
        assert each.severity is (Severity.ERROR if mistake.error else Severity.WARNING)
        assert each.fixable is bool(mistake.repaired)


@pytest.mark.parametrize("mistake", [each for each in MISTAKES if each.repaired], ids=str)
def test_its_repair_mends_it(mistake: Mistake, opened: OpenFiles) -> None:
    """After the repair the finding is gone, and no error has come in its place."""
    files = mistake.course()
    before = opened(files).problems
    texts = {file: as_text(content) for file, content in files.items()}
    mended = [each for each in before if each.code == mistake.code]
    edits = repairs(mended, texts, texts, ids_of(texts.values()))
    assert edits
    now = {file: repaired(texts[file], edits[file]) if file in edits else content for file, content in files.items()}
    assert any(mistake.repaired in as_text(content) for content in now.values()), now
    after = opened(now).problems
    assert mistake.code not in {each.code for each in after}
    assert errors(after) <= errors(before)


def test_a_course_full_of_mistakes_is_mended_step_by_step(opened: OpenFiles) -> None:
    """Everything that can be repaired is, all at once and then what that brought to light; no error comes of it."""
    wrong = [mistake.wrote for mistake in MISTAKES if mistake.repaired and not mistake.files]
    files = {f"m{n}.md": SESSION.replace("okt", f"m{n}") + wrote for n, wrote in enumerate(wrong)}
    links = "".join(f"- [Økt]({file})\n" for file in files)
    texts = {"kurs.md": COVER.replace("- [Økt](okt.md)\n", links), **files}
    first = errors(opened(texts).problems)
    for _round in range(6):
        found = [each for each in opened(texts).problems if each.fixable]
        if not found:
            break
        edits = repairs(found, texts, texts, ids_of(texts.values()))
        texts = {file: repaired(text, edits.get(file, ())) for file, text in texts.items()}
    left = opened(texts).problems
    assert [each for each in left if each.fixable] == []
    assert errors(left) <= first
