"""The bounded child process: what it answers, and what happens at each of its limits."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.domain.problem import KursappError
from kursapp.worker import Worker, WorkerJobError, WorkerLimitError
from kursapp.worker.worker import SURELY_THERE
from tests.worker.jobs import fall_over

JOBS = "tests.worker.jobs"


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    """Return a worker that the whole module shares, as the program does."""
    with Worker() as shared:
        yield shared


def pid(worker: Worker) -> int:
    """Return the number of the child process."""
    return int(worker.call(f"{JOBS}:process_id"))


@given(payload=st.binary(max_size=2000))
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_go_there_and_back(worker: Worker, payload: bytes) -> None:
    """A payload arrives as sent, whatever bytes it holds."""
    assert worker.call(f"{JOBS}:echo", payload) == payload


def test_a_large_payload_goes_there_and_back(worker: Worker) -> None:
    """Payloads far larger than a pipe's buffer pass in both directions."""
    payload = bytes(range(256)) * 40_000
    assert worker.call(f"{JOBS}:echo", payload) == payload


def test_the_same_process_serves_many_jobs(worker: Worker) -> None:
    """The child stays warm from job to job, and is not the parent."""
    first = pid(worker)
    assert first == pid(worker)
    assert first != psutil.Process().pid


def test_a_child_with_nothing_to_do_ends_and_the_next_job_has_another() -> None:
    """Its memory is the machine's again, and who asks once more notices nothing."""
    with Worker(rest=0.5) as worker:
        before = pid(worker)
        psutil.Process(before).wait(60)
        assert worker.call(f"{JOBS}:echo", b"igjen") == b"igjen"


def test_a_child_that_may_be_on_its_way_is_asked_nothing() -> None:
    """A job is never handed to a child that ends at the same moment."""
    with Worker(rest=60) as worker:
        before = pid(worker)
        assert pid(worker) == before
        worker._last_asked -= 60 * SURELY_THERE
        assert pid(worker) != before
        assert not psutil.pid_exists(before)


def test_a_bare_worker_imports_no_reader_and_no_window(worker: Worker) -> None:
    """The room knows nothing of courses: neither content, Markdown nor Qt is loaded before a job asks for it."""
    with Worker() as fresh:
        loaded = set(fresh.call(f"{JOBS}:modules").decode().split("\n"))
    assert not loaded & {"kursapp.content", "markdown", "nh3", "PySide6", "sqlalchemy"}


@pytest.mark.parametrize("job", ["never_end", "busy_in_c"])
def test_a_job_over_its_time_is_killed_and_the_next_one_works(job: str) -> None:
    """A job that takes too long loses its process, even one that never leaves C code, and a new process takes over."""
    with Worker() as worker:
        before = pid(worker)
        with pytest.raises(WorkerLimitError) as stopped:
            worker.call(f"{JOBS}:{job}", seconds=0.3)
        assert stopped.value.reason == "time"
        assert not psutil.pid_exists(before)
        assert worker.call(f"{JOBS}:echo", b"igjen") == b"igjen"


def test_what_a_job_imports_is_not_taken_from_its_time() -> None:
    """On a cold and slow disk the reader itself takes seconds to load: no course is too heavy for that."""
    with Worker() as fresh:
        fresh.start()
        assert fresh.call("tests.worker.slow_to_import:echo", b"lastet", seconds=0.9) == b"lastet"


def test_a_module_is_loaded_before_the_first_of_its_jobs_and_only_once_a_process() -> None:
    """So that whoever counts the time of a job counts neither the start of the process nor what it imports."""
    with Worker() as fresh:
        fresh.prepare("tests.worker.slow_to_import")
        assert "tests.worker.slow_to_import" in fresh.call(f"{JOBS}:modules").decode().split()
        first = pid(fresh)
        fresh.prepare(JOBS)
        assert pid(fresh) == first
        with pytest.raises(WorkerLimitError):
            fresh.call(f"{JOBS}:never_end", seconds=0.1)
        fresh.prepare(JOBS)
        assert fresh.call(f"{JOBS}:echo", b"igjen", seconds=30) == b"igjen"


def test_a_module_that_cannot_be_loaded_is_told_by_its_first_job() -> None:
    """It keeps the process, as any error in a job does."""
    with Worker() as fresh:
        fresh.prepare("tests.worker.no_such_module")
        with pytest.raises(WorkerJobError):
            fresh.call("tests.worker.no_such_module:echo")
        assert fresh.call(f"{JOBS}:echo", b"x") == b"x"


def test_a_job_over_its_memory_is_stopped_and_the_next_one_works() -> None:
    """A job that takes too much memory is told apart from a crash, and a new process takes over."""
    with Worker() as worker:
        with pytest.raises(WorkerLimitError) as stopped:
            worker.call(f"{JOBS}:eat_memory", seconds=30)
        assert stopped.value.reason == "memory"
        assert worker.call(f"{JOBS}:echo", b"igjen") == b"igjen"


def test_a_watched_process_ends_at_its_limit() -> None:
    """Where the system refuses no allocation, the watch inside the child ends it."""
    with Worker() as worker:
        with pytest.raises(WorkerLimitError) as stopped:
            worker.call(f"{JOBS}:eat_memory_watched", str(60 * 1024 * 1024).encode(), seconds=30)
        assert stopped.value.reason == "memory"


def test_a_crashing_job_is_told_and_the_next_one_works() -> None:
    """A job that takes its process down costs only itself."""
    with Worker() as worker:
        with pytest.raises(WorkerLimitError) as stopped:
            worker.call(f"{JOBS}:fall_over")
        assert stopped.value.reason == "died"
        assert worker.call(f"{JOBS}:echo", b"igjen") == b"igjen"


@pytest.mark.parametrize(
    ("job", "told"),
    [
        (f"{JOBS}:raise_error", "^ValueError"),
        (f"{JOBS}:answer_text", "TypeError\n  kursapp/worker/child.py"),
        (f"{JOBS}:no_such_job", "AttributeError"),
        ("tests.worker.no_such_module:job", "ModuleNotFoundError tests.worker.no_such_module"),
    ],
)
def test_an_error_in_a_job_is_told_and_keeps_the_process(worker: Worker, job: str, told: str) -> None:
    """What kind of error and where reaches the caller, without its words; the child lives on."""
    before = pid(worker)
    with pytest.raises(WorkerJobError, match=told):
        worker.call(job)
    assert pid(worker) == before


def test_a_process_that_cannot_be_started_is_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the system gives no process or the new one falls over, the refusal says so and the next try is free."""
    with Worker() as worker:
        with monkeypatch.context() as broken:
            broken.setattr("multiprocessing.context.SpawnProcess.start", _no_process)
            with pytest.raises(KursappError) as refused:
                worker.start()
        assert refused.value.problem.code == "worker-not-started"
        assert refused.value.problem.value("reason") == "Resource temporarily unavailable"
        with monkeypatch.context() as broken:
            broken.setattr("kursapp.worker.worker.serve", fall_over)
            with pytest.raises(KursappError) as refused:
                worker.start()
        assert refused.value.problem.value("reason") == "exit code 3"
        assert worker.call(f"{JOBS}:echo", b"igjen") == b"igjen"


def _no_process(process: object) -> None:
    raise OSError(errno.EAGAIN, "Resource temporarily unavailable")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no waiting for children")
def test_a_process_somebody_else_waited_for_is_replaced() -> None:
    """Where another part of the program has taken the dead child's last word, a new one is started all the same."""
    with Worker() as worker:
        before = pid(worker)
        os.kill(before, signal.SIGKILL)
        os.waitpid(before, 0)
        with pytest.raises(WorkerLimitError) as stopped:
            worker.call(f"{JOBS}:echo", b"tapt")
        assert stopped.value.reason == "died"
        assert pid(worker) != before


def test_calls_from_many_threads_wait_for_each_other(worker: Worker) -> None:
    """Each thread gets the answer to its own call."""
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda number: worker.call(f"{JOBS}:echo", str(number).encode()), range(100)))
    assert answers == [str(number).encode() for number in range(100)]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_an_interrupt_never_reaches_a_process_just_born(worker: Worker) -> None:
    """Ctrl+C is its parent's business from the first moment on, also while Python still starts in the child."""
    worker.start()
    before = {child.pid for child in psutil.Process().children()}
    with Worker() as another, ThreadPoolExecutor(1) as thread:
        first = thread.submit(pid, another)
        while not (born := [child for child in psutil.Process().children() if child.pid not in before]):
            assert not first.done()
        born[0].send_signal(signal.SIGINT)
        assert first.result() == born[0].pid


def test_closing_ends_the_process_and_leaves_nothing_behind() -> None:
    """After close there is no child process, no thread, and no open pipe to warn about."""
    threads = threading.active_count()
    worker = Worker()
    worker.start()
    child = pid(worker)
    worker.close()
    worker.close()
    del worker
    gc.collect()
    assert not psutil.pid_exists(child)
    assert threading.active_count() == threads
