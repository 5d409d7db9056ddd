"""The text between the items of a page: prose, call-outs, figures, media cards and checklists, in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kursapp.content.call_outs import read_call_out
from kursapp.content.checklists import read_checklist
from kursapp.content.comments import Cleaned, Comment, take_comments
from kursapp.content.figures import read_figure
from kursapp.content.findings import Findings
from kursapp.content.items import Context
from kursapp.content.lines import Line, trimmed
from kursapp.content.markup import Markup
from kursapp.content.runs import Run, runs_of
from kursapp.content.settings import parse_comment
from kursapp.domain.course import Block, CallOut, Place, Prose


class PageText:
    """Reads stretches of a file that hold no items."""

    def __init__(self, markup: Markup, findings: Findings) -> None:
        self._markup = markup
        self._findings = findings

    def read(self, lines: Sequence[Line], context: Context) -> Iterator[Block]:
        """Yield the blocks of some lines; what stands between blocks of their own kind is prose."""
        cleaned = take_comments(lines)
        used: set[Comment] = set()
        start = end = 0
        for run in _joined_ticks(runs_of(cleaned.lines)):
            block = self._special(run, cleaned, context, used)
            begins, end = run.first - lines[0].number, run.last - lines[0].number + 1
            if block is not None:
                yield from self._prose(cleaned.lines[start:begins])
                yield block
                start = end
        yield from self._prose(cleaned.lines[start:])
        self._report_misplaced(cleaned, used)

    def _special(self, run: Run, cleaned: Cleaned, context: Context, used: set[Comment]) -> Block | None:
        """Read a run as a block of its own kind, or None where it is prose. The comments it reads go into ``used``."""
        if run.kind == "ticks":
            used.update(cleaned.on(*range(run.first, run.last + 1)))
            return read_checklist(run.lines, cleaned, context, self._findings)
        if run.kind == "quote":
            comments = cleaned.on(*range(run.first, run.last + 1))
            block = read_call_out(run.lines, comments, self._markup, self._findings)
            if isinstance(block, CallOut) and block.workload is not None:
                used.update(comments)
            return block
        if run.kind == "text" and len(run.lines) == 1:
            return read_figure(run.lines[0], self._markup, self._findings)
        return None

    def _prose(self, lines: Sequence[Line]) -> Iterator[Prose]:
        lines = trimmed(lines)
        if lines:
            place = Place(self._findings.file, lines[0].number, lines[-1].number)
            yield Prose(place, self._markup.block(lines))

    def _report_misplaced(self, cleaned: Cleaned, used: set[Comment]) -> None:
        for comments in cleaned.comments.values():
            for comment in comments:
                known = [part for part in parse_comment(comment) if part.key and part.key != "facts"]
                if known and comment not in used:
                    self._findings.error("misplaced-settings", comment.line, comment.column, key=known[0].name)


def _joined_ticks(runs: Iterator[Run]) -> Iterator[Run]:
    """Yield the runs, with tick lists that only blank lines part as one."""
    waiting: Run | None = None
    for run in runs:
        if waiting and waiting.kind == run.kind == "ticks":
            waiting = Run("ticks", [*waiting.lines, *run.lines])
            continue
        if waiting:
            yield waiting
        waiting = run
    if waiting:
        yield waiting
