"""Work goes to the file's thread and comes back; nothing typed is lost when the file will not take it."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import Problem, refusal
from kursapp.services.changes import Change, Changes
from kursapp.ui.saving import SavingState
from kursapp.ui.tasks import Tasks

LONG = 10_000


class Book:
    """What the lane works on: a list, on a disk that may be full."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.full = False
        self.gone = False
        self.sealed = False
        self.closed = False
        self.thread = threading.current_thread()

    def write(self, word: str) -> Changes:
        """Write a word, where there is room."""
        assert threading.current_thread() is self.thread
        if self.full:
            raise refusal("disk-full", file="profil.db")
        if self.gone:
            raise refusal("database-gone", file="profil.db")
        if self.sealed:
            raise refusal("profile-read-only", file="profil.db")
        self.written.append(word)
        return Changes.of(Change.FIELDS, ids=[word])

    def close(self) -> None:
        """Be closed on the thread that opened it."""
        assert threading.current_thread() is self.thread
        self.closed = True


class Desk:
    """Tasks with a book, and what they said."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.book = Book()
        self.open_error: Exception | None = None
        self.tasks = Tasks(self._open, Book)
        self.states: list[SavingState] = []
        self.heard: list[Any] = []
        self.tasks.state_changed.connect(self.states.append)

    def _open(self) -> Book:
        if self.open_error is not None:
            raise self.open_error
        self.book = Book()
        return self.book

    def write(self, word: str, **handlers: Callable[[Any], object]) -> None:
        """Save a word."""
        self.tasks.save(lambda book: book.write(word), **handlers)

    def settle(self) -> None:
        """Wait until all that is in line has been told."""
        done: list[object] = []
        self.tasks.profile(lambda _book: None, done.append, done.append)
        self.qtbot.waitUntil(lambda: bool(done), timeout=LONG)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    """Open a book."""
    made = Desk(qtbot)
    made.tasks.start()
    yield made
    made.tasks.close()


def test_results_come_back_on_the_screens_thread(desk: Desk) -> None:
    """The work runs elsewhere; its result is told here, in order."""
    threads: list[threading.Thread] = []
    desk.tasks.profile(lambda _book: threading.current_thread(), threads.append)
    told: list[threading.Thread] = []
    desk.tasks.profile(lambda _book: 2, lambda _two: told.append(threading.current_thread()))
    desk.settle()
    assert threads == [desk.book.thread]
    assert told == [threading.main_thread()]


def test_a_save_tells_what_it_changed(desk: Desk) -> None:
    """Alone, as ``.changes`` of a value, or last of a pair; after ``then``."""
    heard: list[object] = []
    desk.tasks.changed.connect(heard.append)

    class Answer:
        changes = Changes.of(Change.ANSWERS)

    desk.write("a", then=lambda _changes: heard.append("then"))
    desk.tasks.save(lambda _book: Answer())
    desk.tasks.save(lambda _book: ("x", Changes.of(Change.QUIZ)))
    desk.tasks.save(lambda _book: None)
    desk.settle()
    kinds = [set(each.kinds) if isinstance(each, Changes) else each for each in heard]
    assert kinds == ["then", {Change.FIELDS}, {Change.ANSWERS}, {Change.QUIZ}]


def test_the_state_says_what_is_true(desk: Desk) -> None:
    """Saved, saving while something is in line or still held by a field, saved again."""
    assert desk.tasks.state is SavingState.SAVED
    desk.tasks.hold("field")
    assert desk.tasks.state is SavingState.SAVING
    desk.write("a")
    desk.tasks.release("field")
    assert desk.tasks.state is SavingState.SAVING
    desk.settle()
    assert desk.tasks.state is SavingState.SAVED
    assert desk.states == [SavingState.SAVING, SavingState.SAVED]


def test_reading_is_not_saving(desk: Desk) -> None:
    """The status line does not flicker when a page is read."""
    desk.tasks.profile(lambda _book: 1)
    desk.settle()
    assert desk.states == []


def test_a_full_disk_loses_nothing(desk: Desk) -> None:
    """What cannot be written is kept in order, said, and written when there is room."""
    desk.write("before")
    desk.settle()
    desk.book.full = True
    said: list[Problem] = []
    desk.tasks.unsaved.connect(said.append)
    desk.write("first")
    desk.write("second")
    desk.settle()
    assert desk.tasks.state is SavingState.FAILED
    assert {found.code for found in said} == {"disk-full"}
    assert not desk.tasks.flush()
    desk.book.full = False
    desk.tasks.try_again()
    desk.settle()
    assert desk.book.written == ["before", "first", "second"]
    assert desk.tasks.state is SavingState.SAVED
    assert desk.tasks.flush()


def test_a_later_save_brings_the_earlier_ones_along(desk: Desk) -> None:
    """A later text is never overwritten by an earlier one that was kept."""
    desk.book.full = True
    desk.write("old")
    desk.settle()
    desk.book.full = False
    desk.write("new")
    desk.settle()
    assert desk.book.written == ["old", "new"]


def test_a_file_that_is_lost_while_it_is_open_is_opened_again(desk: Desk) -> None:
    """What is typed while it is away is kept in order, reads are not answered, and when it is back all is written."""
    said: list[Problem] = []
    broken: list[Problem] = []
    desk.tasks.unsaved.connect(said.append)
    desk.tasks.profile_broken.connect(broken.append)
    desk.write("en")
    desk.settle()
    first = desk.book
    first.gone = True
    desk.open_error = refusal("profile-missing", file="profil.db")
    desk.write("to")
    desk.write("tre")
    desk.settle()
    assert not desk.tasks.flush()
    assert [found.code for found in said] == ["database-gone"], "told once, and not each time it is tried"
    assert desk.tasks.state is SavingState.FAILED
    assert first.closed
    desk.tasks.try_again()
    desk.settle()
    assert len(said) == 2, "and when somebody asks"
    desk.open_error = None
    desk.tasks.try_again()
    desk.qtbot.waitUntil(lambda: desk.tasks.state is SavingState.SAVED)
    assert desk.book is not first
    assert desk.book.written == ["to", "tre"]
    assert not broken, "there was nothing to mend but to put it back"


def test_what_is_lost_comes_back_by_itself(desk: Desk) -> None:
    """Nobody has to press anything: the stick is put in, and everything is saved."""
    desk.write("en")
    desk.settle()
    desk.tasks._trying.setInterval(10)
    desk.book.gone = True
    desk.open_error = refusal("profile-missing", file="profil.db")
    desk.write("to")
    desk.qtbot.waitUntil(lambda: desk.tasks.state is SavingState.FAILED)
    desk.open_error = None
    desk.qtbot.waitUntil(lambda: desk.tasks.state is SavingState.SAVED)
    assert desk.book.written == ["to"]
    assert not desk.tasks._trying.isActive()


def test_what_comes_back_damaged_is_told_with_its_way_out(desk: Desk) -> None:
    """What was typed meanwhile waits for the profile to be open again, by whatever way."""
    broken: list[Problem] = []
    desk.tasks.profile_broken.connect(broken.append)
    desk.write("en")
    desk.settle()
    desk.book.gone = True
    desk.open_error = refusal("profile-damaged", file="profil.db", backup="")
    desk.write("to")
    desk.qtbot.waitUntil(lambda: desk.tasks.state is SavingState.FAILED)
    desk.tasks.try_again()
    desk.qtbot.waitUntil(lambda: bool(broken))
    desk.open_error = None
    desk.tasks.open_profile_again()
    desk.qtbot.waitUntil(lambda: desk.tasks.state is SavingState.SAVED)
    assert desk.book.written == ["to"]


def test_a_disk_that_can_only_be_read_all_at_once_is_one_that_went_wrong(desk: Desk) -> None:
    """What was saved in is tried again once it is read-only; what was so from the start is told and let go."""
    desk.book.sealed = True
    desk.write("en")
    desk.settle()
    assert desk.tasks.flush()
    desk.book.sealed = False
    desk.write("to")
    desk.settle()
    desk.book.sealed = True
    desk.write("tre")
    assert not desk.tasks.flush()
    desk.tasks.try_again()
    assert desk.tasks.flush()
    assert desk.book.written == ["tre"], "written in the one that was opened anew"


def test_closing_tries_once_more(desk: Desk) -> None:
    """What was kept is written at the very end, if it can be."""
    desk.book.full = True
    desk.write("kept")
    desk.settle()
    desk.book.full = False
    assert desk.tasks.close()
    assert desk.book.written == ["kept"]
    assert desk.book.closed


def test_closing_leaves_what_was_only_to_be_read(desk: Desk) -> None:
    """Nobody waits for a course to be read when the window is closed."""
    begun, go_on, read = threading.Event(), threading.Event(), []

    def read_slowly(_book: Book) -> None:
        begun.set()
        go_on.wait(10)

    desk.tasks.reading(read_slowly)
    desk.tasks.reading(lambda _book: read.append("more"))
    assert begun.wait(10)
    threading.Timer(0.2, go_on.set).start()
    assert desk.tasks.close()
    assert read == []


def test_a_refusal_is_told_and_not_kept(desk: Desk) -> None:
    """What can never be saved (no tries left) is said to the one who asked."""
    told: list[Problem] = []

    def refuse(_book: Book) -> None:
        raise refusal("no-tries-left", title="Frist")

    desk.tasks.save(refuse, failed=told.append)
    desk.settle()
    assert [found.code for found in told] == ["no-tries-left"]
    assert desk.tasks.state is SavingState.SAVED


def test_a_problem_nobody_asked_for_is_trouble(desk: Desk) -> None:
    """Without anybody to tell, the window hears of it."""
    with desk.qtbot.waitSignal(desk.tasks.trouble, timeout=LONG) as heard:
        desk.tasks.profile(lambda _book: _refuse())
    assert heard.args[0].code == "file-not-read"


def _refuse() -> None:
    raise refusal("file-not-read", file="x")


def test_a_fault_in_the_program_is_told_and_the_thread_goes_on(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """An error nobody thought of is one sentence on the screen and a trace in the log."""
    told: list[Problem] = []
    with caplog.at_level(logging.ERROR):
        desk.tasks.profile(lambda _book: 1 // 0, failed=told.append)
        desk.settle()
    assert told[0].code == "unexpected-error"
    assert "ZeroDivisionError" in caplog.text
    caplog.clear()
    desk.write("after")
    desk.settle()
    assert desk.book.written == ["after"]


def test_a_refusal_is_logged_by_its_code_once(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    """However often it is tried again; the same after something has gone well is said anew."""
    caplog.set_level(logging.INFO)
    refused = lambda _book: _refuse()  # noqa: E731
    for _time in range(3):
        desk.tasks.profile(refused, failed=lambda _found: None)
    desk.tasks.profile(lambda _book: None)
    desk.tasks.profile(refused, failed=lambda _found: None)
    desk.settle()
    said = [record.getMessage() for record in caplog.records if record.name == "kursapp.ui.lane"]
    assert said.count("refused on profile: file-not-read") == 2


def test_what_a_fault_in_the_program_lost_is_never_said_to_be_saved(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """It is not tried again, so it holds nothing back; but the status line says that not all is saved, to the end."""
    desk.tasks.save(lambda _book: 1 // 0)
    desk.write("after")
    desk.settle()
    caplog.clear()
    assert desk.book.written == ["after"]
    assert desk.tasks.state is SavingState.FAILED
    desk.tasks.try_again()
    desk.settle()
    assert desk.tasks.state is SavingState.FAILED
    assert not desk.tasks.flush()


class Listener(QObject):
    """A widget that may be gone when its answer comes."""

    heard = 0

    @Slot(object)
    def listen(self, _result: object) -> None:
        """Count what is heard."""
        Listener.heard += 1


def test_an_answer_to_a_widget_that_is_gone_is_let_go(desk: Desk) -> None:
    """Nobody is called who has been deleted meanwhile."""
    import shiboken6

    listener = Listener()
    desk.tasks.profile(lambda _book: 1, listener.listen)
    shiboken6.delete(listener)
    desk.settle()
    assert Listener.heard == 0


def test_a_file_that_cannot_be_opened_is_told_and_can_be_opened_later(qtbot: QtBot) -> None:
    """Everything asked meanwhile gets the reason; after the trouble is seen to, work goes on."""
    desk = Desk(qtbot)
    desk.open_error = refusal("profile-damaged", file="profil.db", backup="x")
    told: list[Problem] = []
    with qtbot.waitSignal(desk.tasks.profile_broken, timeout=LONG) as broken:
        desk.tasks.start()
    assert broken.args[0].code == "profile-damaged"
    desk.write("x", failed=told.append)
    desk.settle()
    assert [found.code for found in told] == ["profile-damaged"]
    desk.open_error = None
    with qtbot.waitSignal(desk.tasks.profile_ready, timeout=LONG):
        desk.tasks.open_profile_again()
    desk.write("y")
    desk.settle()
    assert desk.book.written == ["y"]
    desk.tasks.close()


def test_before_the_start_there_is_nothing_to_flush(qtbot: QtBot) -> None:
    """A window closed before its files were opened closes at once."""
    tasks = Tasks(Book, Book)
    assert tasks.flush()
    assert tasks.close()


def test_what_is_asked_before_the_start_is_answered_after_it(qtbot: QtBot) -> None:
    """The file is opened before the first in line, whoever came first."""
    desk = Desk(qtbot)
    desk.tasks.profile(lambda book: book.written, desk.heard.append)
    desk.tasks.start()
    qtbot.waitUntil(lambda: bool(desk.heard), timeout=LONG)
    assert desk.heard == [[]]
    desk.tasks.close()


def test_a_file_is_made_while_the_profile_goes_on_saving(desk: Desk) -> None:
    """What takes seconds holds up neither; its thread begins with the first file."""
    assert not desk.tasks._maker._thread.is_alive()
    go_on, made = threading.Event(), []
    desk.tasks.making(lambda: (go_on.wait(LONG / 1000), threading.current_thread().name), made.append)
    desk.write("a")
    desk.settle()
    assert desk.book.written == ["a"]
    assert not made
    go_on.set()
    desk.qtbot.waitUntil(lambda: bool(made), timeout=LONG)
    assert made == [(True, "making")]


def test_a_file_that_cannot_be_made_is_told_of(desk: Desk) -> None:
    """The problem comes to who asked; with nobody asking it is trouble."""

    def fail() -> None:
        raise refusal("disk-full", file="arbeidsbok.pdf")

    heard: list[Any] = []
    desk.tasks.making(fail, failed=heard.append)
    desk.tasks.trouble.connect(heard.append)
    desk.tasks.making(fail)
    desk.qtbot.waitUntil(lambda: len(heard) == 2, timeout=LONG)
    assert [found.code for found in heard] == ["disk-full", "disk-full"]


def test_quitting_stops_what_is_being_made(desk: Desk) -> None:
    """Who waits for a long file hears that it is to stop."""
    watch = desk.tasks.watch()
    stopped: list[bool] = []
    begun = threading.Event()

    def work() -> None:
        begun.set()
        while not watch.cancelled():
            pass
        stopped.append(True)

    desk.tasks.making(work)
    assert begun.wait(LONG / 1000)
    assert desk.tasks.close()
    assert stopped == [True]


def test_a_file_that_was_let_go_of_can_be_opened_again(desk: Desk) -> None:
    """What waits is saved first; meanwhile jobs are shut out with the reason, and none reaches the closed file."""
    desk.tasks.start()
    desk.tasks.save(lambda book: book.write("før"))
    first = desk.tasks.flush() and desk.book
    assert desk.tasks.let_go_of_profile()
    assert (first.written, first.closed) == (["før"], True)
    refused: list[Problem] = []
    desk.tasks.profile(lambda book: book.written, desk.heard.append, refused.append)
    desk.qtbot.waitUntil(lambda: bool(refused), timeout=LONG)
    assert ([each.code for each in refused], desk.heard) == (["profile-let-go"], [])
    assert desk.tasks.let_go_of_profile(), "a second time there is nothing to let go of"
    with desk.qtbot.waitSignal(desk.tasks.profile_ready, timeout=LONG):
        desk.tasks.open_profile_again()
    desk.tasks.profile(lambda book: book is not first, desk.heard.append)
    desk.qtbot.waitUntil(lambda: desk.heard == [True], timeout=LONG)


def test_the_index_of_courses_is_opened_by_the_first_question(qtbot: QtBot) -> None:
    """On a thread of its own, which neither saving nor reading waits for; it is closed with the rest."""
    opened: list[Book] = []

    def open_it() -> Book:
        opened.append(Book())
        return opened[-1]

    tasks = Tasks(Book, Book, open_search=open_it)
    tasks.start()
    assert opened == []
    threads: list[threading.Thread] = []
    tasks.searching(lambda _book: threading.current_thread(), threads.append)
    qtbot.waitUntil(lambda: bool(threads), timeout=LONG)
    assert threads == [opened[0].thread] != [threading.main_thread()]
    tasks.close()
    assert opened[0].closed
    tasks.searching(lambda _book: threads.clear())
    assert len(threads) == 1


def test_without_a_file_courses_are_searched_in_memory(qtbot: QtBot) -> None:
    """Where nobody says where the index is."""
    tasks = Tasks(Book, Book)
    told: list[bool] = []
    tasks.searching(lambda index: index.is_building, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    assert told == [True]
    tasks.close()
