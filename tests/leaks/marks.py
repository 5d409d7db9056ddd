"""What is written in each private field, where it is written, and where it is looked for."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.domain.annotation import Anchor
from kursapp.domain.certificate import CertificateWords
from kursapp.domain.course import Block, Checklist, Page, PageKind
from kursapp.domain.days import local_day
from kursapp.domain.evaluation import EvaluationItem, EvaluationKind
from kursapp.domain.evaluation_answer import Written
from kursapp.domain.page_items import blocks_of
from kursapp.domain.plan import NewStep
from kursapp.domain.question import Question, Reflection, ShortAnswerQuestion, Workbook, WorkbookKind
from kursapp.domain.response import Typed
from kursapp.domain.review import CardKind, ReviewCard
from kursapp.files.erasing import Marks, files_under
from kursapp.services.annotate import NotedPage
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.storage.snapshot import fingerprint

COURSE = "god-barnevernledelse"
FORM = "eval-dag-1"
KINDS = (
    *("note", "noted-page", "removed", "reflection", "cell", "earlier", "step", "owner", "thrown-away"),
    *("draft", "answer", "practice-draft", "practised", "certificate"),
)
EVALUATION = "Qzevalueringvx"


def mark_of(kind: str) -> str:
    """Return the word that stands in fields of one kind and nowhere else."""
    return f"Qz{kind.replace('-', '')}vx"


PRIVATE = tuple(mark_of(kind) for kind in KINDS)
ALL = (*PRIVATE, EVALUATION)


def flagship(driver: Driver) -> OpenedCourse:
    """Return the course everything is written in."""
    opened = driver.rest.courses.get(COURSE)
    assert opened is not None
    return opened


def pages_of(opened: OpenedCourse) -> Iterator[tuple[str, Page]]:
    """Yield every page with its session's id."""
    for head in opened.course.sessions():
        for page in opened.session(head.id).pages:
            yield head.id, page


def first_of(opened: OpenedCourse, kind: type[Block]) -> tuple[str, Page, Block]:
    """Return the first item of a kind, and where it stands."""
    for session_id, page in pages_of(opened):
        for block in blocks_of(page):
            if isinstance(block, kind) and page.kind is PageKind.TEXT and _is_useful(block):
                return session_id, page, block
    raise AssertionError(kind)


def write_everywhere(driver: Driver) -> dict[str, tuple[str, Page]]:
    """Write a word in every private field, as the screens do, and return where the items stand."""
    opened = flagship(driver)
    places = {kind.__name__: first_of(opened, kind) for kind in (Reflection, Workbook, Question, Checklist)}
    form = next(page for _session, page in pages_of(opened) if page.id == FORM)
    done: list[object] = []

    def write(me: Participant) -> None:
        desk = me.on(opened)
        desk.take.enrol()
        session_id, page, reflection = places["Reflection"]
        assert isinstance(reflection, Reflection)
        desk.fill.reflect(reflection, f"Det jeg {mark_of('reflection')} tenkte")
        table = places["Workbook"][2]
        assert isinstance(table, Workbook)
        row, column = _a_field(table)
        desk.fill.fill(table, row, column, f"Før sto det {mark_of('earlier')} " + "og mye som ble strøket. " * 5)
        desk.fill.fill(table, row, column, f"Hos oss {mark_of('cell')} i vakta")
        noted = NotedPage(COURSE, session_id, page.id, page.title)
        text = "Her står det noe som kan merkes."
        me.notes.highlight(noted, Anchor.of(text, 0, 8), words=f"Husk {mark_of('note')} dette")
        me.notes.note(noted, f"Om hele {mark_of('noted-page')} siden")
        gone = me.notes.note(noted, f"Bort med {mark_of('removed')} dette").annotation
        me.notes.remove(gone.id)
        me.plan.add(COURSE, NewStep(f"Ringe {mark_of('step')} tilsynet", mark_of("owner")))
        thrown = me.plan.add(COURSE, NewStep(f"Bort med {mark_of('thrown-away')} steget")).step
        me.plan.remove(thrown.id)
        question = places["Question"][2]
        assert isinstance(question, Question)
        desk.take.draft(question.id, f"Halvt {mark_of('draft')} svar")
        me.review.draft(COURSE, question.id, f"Halvt {mark_of('practice-draft')} svar")
        short = next(each for each in _questions(opened) if isinstance(each, ShortAnswerQuestion))
        desk.take.answer(short, Typed(tuple(mark_of("answer") for _each in short.answers)))
        _make_card(me, session_id, page.id, short)
        me.review.answer(COURSE, short, Typed(tuple(mark_of("practised") for _each in short.answers)))
        item = next(each for each in form.blocks if _is_text(each))
        assert isinstance(item, EvaluationItem)
        desk.evaluate.answer(form, item.id, Written(f"Mer {EVALUATION} tid"))
        me.profile.certificates.save(COURSE, CertificateWords(mark_of("certificate")))

    driver.rest.tasks.save(write, done.append)
    wait_until(lambda: bool(done), "everything written")
    return {name: (session_id, page) for name, (session_id, page, _block) in places.items()}


def found_in(folders: Iterable[Path], words: Iterable[str], leave_out: Path | None = None) -> dict[str, list[str]]:
    """Return the files in which words stand, in UTF-8 or UTF-16, with the words; ``leave_out`` is not looked in.

    A file that goes while it is looked for is not there: an open program writes its index meanwhile.
    """
    found: dict[str, list[str]] = {}
    for folder in folders:
        for path in files_under(folder):
            if leave_out is not None and path.is_relative_to(leave_out):
                continue
            with contextlib.suppress(FileNotFoundError):
                if path.is_file() and (held := [word for word in words if Marks([word]).are_in(path)]):
                    found[str(path)] = held
    return found


def _make_card(me: Participant, session_id: str, page_id: str, question: Question) -> None:
    """Let Øving put a question, as it does once its session is finished."""
    today = local_day(me.now)
    card = ReviewCard(COURSE, question.id, CardKind.QUESTION, session_id, page_id, fingerprint(question), today)
    me.profile.review_cards.save([card])


def _a_field(table: Workbook) -> tuple[str, str]:
    for row in table.rows:
        for column, cell in zip(table.columns, row.cells, strict=True):
            if cell.field:
                return row.id, column.id
    raise AssertionError(table.id)


def _is_useful(block: Block) -> bool:
    if isinstance(block, Workbook):
        return block.shape is WorkbookKind.TABLE and any(cell.field for row in block.rows for cell in row.cells)
    return True


def _questions(opened: OpenedCourse) -> Iterator[Question]:
    for _session, page in pages_of(opened):
        yield from (block for block in blocks_of(page) if isinstance(block, Question))


def _is_text(block: Block) -> bool:
    return isinstance(block, EvaluationItem) and block.item is EvaluationKind.TEXT
