"""Makes every id in a course the only one of its name (course-format §2): the later one gives way, and is reported."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kursapp.content.parsed import ParsedSession, WrittenId
from kursapp.content.slugs import numbered
from kursapp.domain.case import Case, Scene
from kursapp.domain.course import Block, Faulty, Page
from kursapp.domain.evaluation import EvaluationItem
from kursapp.domain.problem import Problem, problem


def id_problems(files: Iterable[tuple[str, Sequence[WrittenId]]]) -> list[Problem]:
    """Return what is wrong with the written ids, file by file in the order of the course."""
    seen: dict[tuple[str, str], tuple[str, int]] = {}
    problems = []
    for file, ids in files:
        for written in ids:
            key = (written.form, written.id)
            if key in seen:
                first, line = seen[key]
                problems.append(
                    problem(
                        "duplicate-id",
                        file,
                        written.line,
                        written.column,
                        fixable=True,
                        id=written.id,
                        first_file=first,
                        first_line=line,
                    )
                )
            else:
                seen[key] = (file, written.line)
    return problems


class Identities:
    """Hands out the ids of sessions, pages and what stands on them, each once.

    A second session or page of the same id goes on as ``…-2``; a second item is shown as a faulty block, since two
    items of one id would take each other's answers.
    """

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def claim(self, parsed: ParsedSession) -> ParsedSession:
        """Return a session in which every id is its own: the very same where it was so already."""
        session = parsed.session
        session_id = self._free(session.id)
        pages = tuple(self._page(page) for page in session.pages)
        if session_id == session.id and _are_same(pages, session.pages):
            return parsed
        renamed = {old.id: new.id for old, new in zip(session.pages, pages, strict=True) if old.id != new.id}
        targets = tuple(
            replace(target, page=renamed[target.page]) if target.page in renamed else target
            for target in parsed.targets
        )
        return replace(parsed, session=replace(session, id=session_id, pages=pages), targets=targets)

    def _free(self, wanted: str) -> str:
        name = numbered(wanted, self._taken, self._counts)
        self._taken.add(name)
        return name

    def _page(self, page: Page) -> Page:
        page_id = self._free(page.id)
        in_form: set[str] = set()
        blocks = tuple(self._block(block, in_form) for block in page.blocks)
        return (
            page if page_id == page.id and _are_same(blocks, page.blocks) else replace(page, id=page_id, blocks=blocks)
        )

    def _block(self, block: Block, in_form: set[str]) -> Block:
        taken = in_form if isinstance(block, EvaluationItem) else self._taken
        block_id = getattr(block, "id", "")
        if block_id and block_id in taken:
            return Faulty(block.place, ("duplicate-id",), getattr(block, "title", ""), "")
        taken.add(block_id)
        if isinstance(block, Case):
            scenes = tuple(self._scene(scene, in_form) for scene in block.scenes)
            return block if _are_same(scenes, block.scenes) else replace(block, scenes=scenes)
        return block

    def _scene(self, scene: Scene, in_form: set[str]) -> Scene:
        blocks = tuple(self._block(inner, in_form) for inner in scene.blocks)
        return scene if _are_same(blocks, scene.blocks) else replace(scene, blocks=blocks)


def _are_same(some: Sequence[object], others: Sequence[object]) -> bool:
    """Say whether two lists hold the very same things; they are of one length."""
    return all(one is other for one, other in zip(some, others, strict=True))
