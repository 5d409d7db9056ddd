"""Restructuring a draft on disk: all of it or none, undone and redone over restarts, and nobody's progress lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kursapp.domain.case import Case
from kursapp.domain.course import PageKind
from kursapp.domain.page_items import blocks_of
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.progress import Progress
from kursapp.domain.question import Question, Reflection, Workbook
from kursapp.domain.restructuring import (
    FileChange,
    MoveModule,
    MovePage,
    MoveSession,
    NewPage,
    PutBackPage,
    PutBackSession,
    RemoveModule,
    RemovePage,
    RemoveSession,
    RenameFile,
    RenameModule,
    RenamePage,
    RenameSession,
    Restructuring,
    SplitSession,
    Wish,
)
from kursapp.files import many_files
from kursapp.services.check_course import write_missing_ids
from kursapp.services.open_course import CourseReader, OpenedCourse
from kursapp.services.participant import CourseDesk
from kursapp.services.restructure import Structure, plan
from kursapp.services.restructure_steps import MOST_STEPS
from kursapp.worker import Worker
from tests.answer_key import key_to
from tests.services.conftest import HandClock
from tests.small_course import small_course

START, MORE, END = "dag-1/01-start.md", "dag-1/02-mer.md", "dag-2/01-slutt.md"
MOVE = MovePage(START, "d1-1-melding", END, 1)


class PowerCutError(BaseException):
    """The program is gone."""


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Return one worker for all these tests."""
    with Worker() as made:
        yield made


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Write the small course."""
    for file, data in small_course().items():
        path = tmp_path / "kurs" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "kurs"


class Kept:
    """What was asked to be kept."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def __call__(self, file: str, data: bytes) -> None:
        self.files[file] = data


@pytest.fixture
def kept() -> Kept:
    """Return a place for snapshots."""
    return Kept()


@pytest.fixture
def begin(root: Path, tmp_path: Path, worker: Worker, kept: Kept) -> Callable[[], Structure]:
    """Return what opens the draft, as the program does at each start."""

    def opened() -> Structure:
        made = Structure(root, tmp_path / "data" / "structure", worker, HandClock(), kept)
        made.recover()
        return made

    return opened


def files_of(root: Path) -> dict[str, bytes]:
    """Return all files of a course."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def code_of(raised: pytest.ExceptionInfo[KursappError]) -> str:
    """Return why something was refused."""
    return raised.value.problem.code


def test_a_wish_is_carried_out_on_disk(root: Path, begin: Callable[[], Structure], kept: Kept) -> None:
    """The files say what was planned, and what they said before was kept first."""
    before = files_of(root)
    done = begin().carry_out(MOVE)
    after = files_of(root)
    assert done.title == "move-page"
    assert done.name == "Om melding"
    assert b"## Om melding\n<!-- id: d1-1-melding | minutter: 3 -->" in after[END]
    assert after[done.file].decode().split("\n")[done.line - 1] == "## Om melding"
    changed = {file for file in before.keys() | after.keys() if before.get(file) != after.get(file)}
    assert {change.file for change in done.changes} == changed
    assert kept.files == {file: before[file] for file in changed}


def test_undo_and_redo_give_the_same_bytes_also_after_a_restart(root: Path, begin: Callable[[], Structure]) -> None:
    """Each start finds what the last one did: undone, everything is as it was; done again, as it became."""
    states = [files_of(root)]
    wishes = [MOVE, RenameFile(MORE, "dag-1/03 ny.md"), RemoveSession(END), MoveModule(0, 1)]
    for wish in wishes:
        begin().carry_out(wish)
        states.append(files_of(root))
    for state in reversed(states[:-1]):
        begin().undo()
        assert files_of(root) == state
    assert begin().next_undo() is None
    for state in states[1:]:
        step = begin().next_redo()
        assert step is not None
        begin().redo()
        assert files_of(root) == state
    assert begin().next_redo() is None


def test_undo_says_what_it_would_take_back(begin: Callable[[], Structure]) -> None:
    """The step that comes next has the code of what was done, its title, and the moment it was done."""
    structure = begin()
    assert structure.next_undo() is None
    structure.carry_out(RenameSession(START, "Hei"))
    step = structure.next_undo()
    assert step is not None
    assert (step.title, step.name, step.when) == ("rename-session", "Hei", HandClock().now())


def test_something_new_ends_what_could_be_done_again(begin: Callable[[], Structure]) -> None:
    """After an undo and another restructuring there is nothing to redo: it would be of another course."""
    structure = begin()
    structure.carry_out(MOVE)
    structure.undo()
    structure.carry_out(RenameSession(START, "Hei"))
    assert structure.next_redo() is None
    with pytest.raises(KursappError) as raised:
        structure.redo()
    assert code_of(raised) == "nothing-to-redo"


def test_nothing_to_undo_says_so(begin: Callable[[], Structure]) -> None:
    """A draft that nobody has restructured has nothing to take back."""
    with pytest.raises(KursappError) as raised:
        begin().undo()
    assert code_of(raised) == "nothing-to-undo"


def test_undo_is_refused_when_the_files_have_changed_since(root: Path, begin: Callable[[], Structure]) -> None:
    """Text written after a restructuring is never thrown away by undoing it."""
    begin().carry_out(MOVE)
    (root / END).write_bytes((root / END).read_bytes() + b"\nMer.\n")
    before = files_of(root)
    with pytest.raises(KursappError) as raised:
        begin().undo()
    assert code_of(raised) == "undo-clash"
    assert raised.value.problem.value("file") == END
    assert files_of(root) == before
    assert begin().next_undo() is not None


def test_a_file_changed_after_the_plan_stops_all(root: Path, worker: Worker, begin: Callable[[], Structure]) -> None:
    """What another program wrote between the plan and the writing is left as it is, and so is all else."""
    planned = plan(worker, root, MOVE)
    (root / "kurs.md").write_bytes(b"# Noe annet\n")
    before = files_of(root)
    if "kurs.md" not in {change.file for change in planned.changes}:
        planned = Restructuring(planned.title, planned.name, (*planned.changes, FileChange("kurs.md", b"x", b"y")))
    with pytest.raises(KursappError) as raised:
        begin().apply(planned)
    assert code_of(raised) == "restructure-clash"
    assert files_of(root) == before
    assert begin().next_undo() is None


@pytest.mark.parametrize("back", [False, True], ids=["done", "undone"])
@pytest.mark.parametrize("step", range(4))
def test_killed_between_any_two_files_the_next_start_finishes(
    root: Path, begin: Callable[[], Structure], monkeypatch: pytest.MonkeyPatch, step: int, back: bool
) -> None:
    """Whatever file the program was killed at: after the next start all files are new, and undo gives the old."""
    structure = begin()
    wish = RenameFile(START, "dag-2/flyttet.md")
    before = files_of(root)
    after = {**before, **{change.file: change.after for change in plan(structure._worker, root, wish).changes}}
    after = {file: data for file, data in after.items() if data is not None}
    if back:
        structure.carry_out(wish)
    real, count = many_files._write, [0]

    def write(base: Path, one: many_files.FileWrite) -> None:
        if count[0] == step:
            raise PowerCutError
        count[0] += 1
        real(base, one)

    with monkeypatch.context() as patch:
        patch.setattr(many_files, "_write", write)
        with pytest.raises(PowerCutError):
            structure.undo() if back else structure.carry_out(wish)
    structure = begin()
    assert files_of(root) == (before if back else after)
    structure.redo() if back else structure.undo()
    assert files_of(root) == (after if back else before)


def test_a_full_disk_leaves_the_old_and_no_step(
    root: Path, begin: Callable[[], Structure], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a file cannot be written the others are as before, the refusal says why, and nothing is left to undo."""
    before, count, real = files_of(root), [0], many_files._write

    def write(base: Path, one: many_files.FileWrite) -> None:
        count[0] += 1
        if count[0] == 2:
            raise refusal("disk-full", file=one.path, folder=base)
        real(base, one)

    monkeypatch.setattr(many_files, "_write", write)
    with pytest.raises(KursappError) as raised:
        begin().carry_out(MOVE)
    assert code_of(raised) == "disk-full"
    assert files_of(root) == before
    assert begin().next_undo() is None


@pytest.mark.parametrize("back", [True, False], ids=["undo", "redo"])
def test_a_full_disk_leaves_undo_and_redo_to_be_tried_again(
    root: Path, begin: Callable[[], Structure], monkeypatch: pytest.MonkeyPatch, back: bool
) -> None:
    """What could not be taken back, or done again, for lack of room can be when there is room."""
    structure = begin()
    states = [files_of(root)]
    structure.carry_out(MOVE)
    states.append(files_of(root))
    if not back:
        structure.undo()
        states.reverse()
    count, real = [0], many_files._write

    def write(base: Path, one: many_files.FileWrite) -> None:
        count[0] += 1
        if count[0] == 2:
            raise refusal("disk-full", file=one.path, folder=base)
        real(base, one)

    with monkeypatch.context() as patch:
        patch.setattr(many_files, "_write", write)
        with pytest.raises(KursappError) as raised:
            structure.undo() if back else structure.redo()
    assert code_of(raised) == "disk-full"
    assert files_of(root) == states[1]
    structure.undo() if back else structure.redo()
    assert files_of(root) == states[0]


def test_a_damaged_step_is_set_aside(
    root: Path, begin: Callable[[], Structure], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A step whose record is damaged is not undone, the one before it can be, and the log tells."""
    begin().carry_out(RenameSession(START, "En"))
    state = files_of(root)
    begin().carry_out(RenameSession(END, "To"))
    latest = max((tmp_path / "data" / "structure" / "done").iterdir())
    (latest / many_files.PLAN).write_bytes(b"{")
    step = begin().next_undo()
    assert step is not None
    assert step.name == "En"
    assert "journal-damaged" in caplog.text
    caplog.clear()
    assert files_of(root) != state


def test_the_oldest_steps_are_forgotten(tmp_path: Path, begin: Callable[[], Structure]) -> None:
    """The journal does not grow for ever."""
    structure = begin()
    for number in range(MOST_STEPS + 3):
        change = FileChange("ny.md", b"%d" % (number - 1) if number else None, b"%d" % number)
        structure.apply(Restructuring("new-page", str(number), (change,)))
    assert len(list((tmp_path / "data" / "structure" / "done").iterdir())) == MOST_STEPS


def test_a_picture_gets_another_name_and_is_still_shown(root: Path, begin: Callable[[], Structure]) -> None:
    """The bytes of a picture move with its name, and the pages that show it follow."""
    before = files_of(root)
    begin().carry_out(RenameFile("media/kart.png", "bilder/et kart.png"))
    after = files_of(root)
    assert after["bilder/et kart.png"] == before["media/kart.png"]
    assert b"![Et kart](../bilder/et%20kart.png " in after[START]
    begin().undo()
    assert files_of(root) == before


def test_the_bin_holds_what_was_removed_until_it_is_back(root: Path, begin: Callable[[], Structure]) -> None:
    """Pages and sessions taken out are in the bin, the latest first; what is undone or put back is not."""
    structure = begin()
    structure.carry_out(RemovePage(START, "d1-1-frist"))
    structure.carry_out(RemoveSession(END))
    assert [(one.name, one.file, one.page) for one in begin().removed()] == [
        ("Avslutning", END, False),
        ("Om frist", START, True),
    ]
    structure.undo()
    (page,) = begin().removed()
    assert page.when == HandClock().now()
    structure.carry_out(PutBackPage(END, page.text, page.file))
    assert begin().removed() == ()
    assert "## Om frist\n<!-- id: d1-1-frist" in (root / END).read_text("utf-8")


def test_the_sessions_of_a_removed_module_are_in_the_bin(root: Path, begin: Callable[[], Structure]) -> None:
    """Each session of a module that was taken out can come back by itself, in any module."""
    structure = begin()
    before = files_of(root)[END]
    structure.carry_out(RemoveModule(2))
    (session,) = structure.removed()
    done = structure.carry_out(PutBackSession(session.file, session.text, 0))
    assert done.file == END
    assert files_of(root)[END] == before
    assert b"- [Avslutning](dag-2/01-slutt.md)" in files_of(root)["kurs.md"]


REFUSED = [
    (PutBackSession(START, "# Hei", 0), "file-name-taken"),
    (RemovePage(END, "finnes-ikke"), "restructure-gone"),
    (RemoveSession("finnes-ikke.md"), "restructure-gone"),
    (MoveSession(START, 9, 0), "restructure-gone"),
    (RenameSession(START, "  "), "title-missing"),
    (RenameSession(START, "a" * 300), "title-too-long"),
    (RenameSession(START, "a <!-- b"), "title-not-plain"),
    (RenamePage(START, "d1-1-frist", "Spørsmål: Hva nå?"), "title-means-something"),
    (RenameModule(0, "Krav"), "title-means-something"),
    (RenameSession(START, "Starten"), "restructure-nothing"),
    (RenameFile("kurs.md", "annet.md"), "file-keeps-its-name"),
    (RenameFile(START, "../ute.md"), "file-name-unsafe"),
    (RenameFile(START, ".skjult.md"), "file-name-unsafe"),
    (RenameFile(START, "con.md"), "file-name-unsafe"),
    (RenameFile(START, "dag-1/01-start.txt"), "file-name-ending"),
    (RenameFile(START, "DAG-1/02-Mer.md"), "file-name-taken"),
    (MovePage(START, "d1-1/start", END, 0), "opening-stays"),
    (MovePage("dag-1/quiz.md", "quiz-1", END, 0), "last-page"),
    (SplitSession(START, 8), "first-page-stays"),
    (NewPage("Quiz: Nå", START, 1), "title-means-something"),
]


@pytest.mark.parametrize(
    ("wish", "code"), REFUSED, ids=[f"{code}-{number}" for number, (_, code) in enumerate(REFUSED)]
)
def test_what_cannot_be_done_is_refused_by_name(root: Path, worker: Worker, wish: Wish, code: str) -> None:
    """Each refusal has its own code, and no file is touched."""
    before = files_of(root)
    with pytest.raises(KursappError) as raised:
        plan(worker, root, wish)
    assert code_of(raised) == code
    assert files_of(root) == before


def test_a_file_that_is_no_text_is_not_rebuilt(root: Path, worker: Worker) -> None:
    """A session somebody saved in another encoding is refused by name."""
    (root / START).write_bytes("# Blåbær\n".encode("latin-1"))
    with pytest.raises(KursappError) as raised:
        plan(worker, root, RenameSession(START, "Ny"))
    assert code_of(raised) == "restructure-unreadable"


# Progress ------------------------------------------------------------------------------------------


def do_everything(desk: CourseDesk, opened: OpenedCourse) -> None:
    """Read every page and do what is on it."""
    for page in (page for head in opened.course.sessions() for page in opened.session(head.id).pages):
        for block in blocks_of(page):
            if isinstance(block, Reflection):
                desk.fill.reflect(block, "Medvirkning, når det haster.")
            elif isinstance(block, Workbook):
                desk.fill.finish(block)
            elif isinstance(block, Case):
                desk.case.choose(block, block.scenes[0].choices[1].id)
            elif isinstance(block, Question) and page.kind is PageKind.TEXT:
                desk.take.answer(block, key_to(block))
        if page.kind is PageKind.QUIZ:
            attempt = desk.quiz.start(page)
            for one in attempt.questions:
                desk.quiz.answer(page, attempt.attempt_id, one.question.id, key_to(one.question))
            desk.quiz.submit(page, attempt.attempt_id)
        desk.take.read_page(page.id)


MOVES: list[Wish] = [
    MovePage(START, "d1-1-melding", END, 2),
    MovePage(MORE, "dag-1-02-mer-vedtaket", START, 1),
    MoveSession("dag-1/quiz.md", 2, 0),
    RenamePage(END, "d1-1-melding", "Om bekymringsmelding"),
    RenameSession(MORE, "Helt nytt navn"),
    RenameModule(1, "Første del"),
    RenameFile(MORE, "del-1/nytt-navn.md"),
    MoveModule(0, 2),
    SplitSession(END, 11),
]


def test_a_participants_progress_counts_the_same(
    world, root: Path, tmp_path: Path, worker: Worker, begin: Callable[[], Structure]
) -> None:
    """Everything done in one edition is done in the next, whatever was moved, renamed and divided between them."""
    write_missing_ids(CourseReader(worker, tmp_path / "cache"), root)
    opened = CourseReader(worker, tmp_path / "cache").open(root)
    do_everything(world.participant.on(opened), opened)
    before = world.participant.on(opened).take.progress()
    structure = begin()
    for wish in MOVES:
        structure.carry_out(wish)
    again = CourseReader(worker, tmp_path / "cache").open(root)
    after = world.participant.on(again).take.progress()
    assert len([share for share in before.pages if share.fill == 1]) >= 6
    assert by_id(after) == by_id(before)
    assert after.course.fill == pytest.approx(before.course.fill)
    met = [(line.requirement.kind, line.is_met) for line in before.requirements]
    assert [(line.requirement.kind, line.is_met) for line in after.requirements] == met
    opened.close()
    again.close()


def by_id(progress: Progress) -> dict[str, float]:
    """Return how far each page is."""
    return {share.id: share.fill for share in progress.pages}
