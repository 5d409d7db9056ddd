"""Opening a course again costs nothing when nothing has changed, and is never wrong when something has."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest

from kursapp.content import cache as caching
from kursapp.content import patching, reading_time
from kursapp.content.cache import CourseCache, StoredCourse
from kursapp.content.codec import decode
from kursapp.content.reading import open_course
from kursapp.domain.course import Course, Session
from kursapp.domain.problem import KursappError, Problem
from kursapp.worker import Worker, WorkerJobError, WorkerLimitError
from tests.content.conftest import WriteCourse

FILES = {
    "kurs.md": "---\nid: k\n---\n# K\n## Del\n- [A](a.md)\n- [B](b.md)\n",
    "a.md": "---\nid: a\n---\n# A\nEn.\n",
    "b.md": "---\nid: b\n---\n# B\nTo.\n",
}


class Counting(Worker):
    """The real worker, and a list of what it was asked to do; jobs named in ``failing`` fail instead."""

    def __init__(self) -> None:
        super().__init__()
        self.jobs: list[str] = []
        self.failing: dict[str, Exception] = {}

    def call(self, job: str, payload: bytes = b"", seconds: float = 5.0) -> bytes:
        name = job.rpartition(":")[2]
        self.jobs.append(name)
        if name in self.failing:
            raise self.failing[name]
        return super().call(job, payload, seconds)


@pytest.fixture(scope="module")
def counting() -> Iterator[Counting]:
    with Counting() as worker:
        yield worker


@pytest.fixture
def reopen(write: WriteCourse, counting: Counting, tmp_path: Path) -> Callable[[], tuple[StoredCourse, list[str]]]:
    """Return a function that opens the course, and says what the worker had to do for it."""
    root = write(FILES)
    past(root)
    counting.failing.clear()

    def again() -> tuple[StoredCourse, list[str]]:
        counting.jobs.clear()
        stored = open_course(root, counting, CourseCache(tmp_path / "cache", root))
        return stored, list(counting.jobs)

    return again


def past(root: Path) -> None:
    """Put all files' times an hour back, so that their stamps prove something."""
    for path in root.rglob("*"):
        os.utime(path, (time.time() - 3600, time.time() - 3600))


def text(stored: StoredCourse, session: str) -> str:
    (page,) = decode(stored.data.sessions[session], Session).pages
    return page.blocks[0].text.plain  # type: ignore[attr-defined,no-any-return]


Reopen = Callable[[], tuple[StoredCourse, list[str]]]


def test_a_course_that_has_not_changed_is_not_parsed_again(reopen: Reopen) -> None:
    """The second opening asks nothing of the worker and reads no file of the course."""
    first, jobs = reopen()
    assert sorted(jobs) == ["assemble_course", "parse_cover", "parse_session", "parse_session"]
    again, jobs = reopen()
    assert jobs == []
    assert again == first


def test_only_the_file_that_changed_is_parsed_again(reopen: Reopen, tmp_path: Path) -> None:
    """One session is parsed, and joined with the course as it was; the others come from the cache."""
    reopen()
    (tmp_path / "kurs/a.md").write_text("---\nid: a\n---\n# A\nNytt.\n")
    stored, jobs = reopen()
    assert jobs == ["parse_session", "rejoin_session"]
    assert (text(stored, "a"), text(stored, "b")) == ("Nytt.", "To.")


def test_what_others_may_depend_on_joins_the_whole_and_parses_one_file(reopen: Reopen, tmp_path: Path) -> None:
    """A page more, in one session: the whole course is joined, and the other session is not parsed."""
    reopen()
    (tmp_path / "kurs/a.md").write_text("---\nid: a\n---\n# A\nEn.\n## Ny side\n")
    _, jobs = reopen()
    assert jobs == ["parse_session", "rejoin_session", "assemble_course"]


def test_an_edit_writes_the_outline_and_nothing_else(reopen: Reopen, tmp_path: Path) -> None:
    """What is large in the cache is not written for a sentence; the next opening finds the sentence all the same."""
    reopen()
    large = [path for path in (tmp_path / "cache").rglob("*") if path.name in ("sessions", "parsed")]
    before = [path.stat().st_mtime_ns for path in large]
    (tmp_path / "kurs/a.md").write_text("---\nid: a\n---\n# A\nNytt.\n")
    past(tmp_path / "kurs")
    first, _ = reopen()
    assert len(large) == 2
    assert [path.stat().st_mtime_ns for path in large] == before
    again, jobs = reopen()
    assert jobs == []
    assert again == first
    assert text(again, "a") == "Nytt."


def test_edits_one_after_another_give_what_reading_anew_gives(
    reopen: Reopen, counting: Counting, tmp_path: Path
) -> None:
    """Outline, sessions, facts and findings are equal to the byte, whichever sessions have been edited before."""
    reopen()
    texts = {"a.md": "---\nid: a\n---\n# A\nEn [b](b.md).\n", "b.md": "# B\nTo <b>rå</b>.\n"}
    for number, (file, written) in enumerate([*texts.items()] * 3):
        (tmp_path / f"kurs/{file}").write_text(written + f"\nUtgave {number}.\n" * number)
        stored, _ = reopen()
        anew = open_course(tmp_path / "kurs", counting, CourseCache(tmp_path / f"anew {number}", tmp_path / "kurs"))
        same = (stored.data.course, stored.data.sessions, stored.data.facts, stored.data.problems)
        assert same == (anew.data.course, anew.data.sessions, anew.data.facts, anew.data.problems)
        assert stored.outline() == decode(stored.data.course, Course)


def test_many_edited_sessions_are_kept_with_the_whole(
    reopen: Reopen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is kept beside the whole never grows without end: with one too many, all is joined and kept anew."""
    monkeypatch.setattr(patching, "MOST_EDITS", 1)
    reopen()
    (tmp_path / "kurs/a.md").write_text("---\nid: a\n---\n# A\nNytt.\n")
    stored, jobs = reopen()
    assert (jobs, set(stored.edits)) == (["parse_session", "rejoin_session"], {"a.md"})
    (tmp_path / "kurs/b.md").write_text("---\nid: b\n---\n# B\nNytt.\n")
    stored, jobs = reopen()
    assert (jobs, set(stored.edits)) == (["parse_session", "assemble_course"], set())
    assert (text(stored, "a"), text(stored, "b")) == ("Nytt.", "Nytt.")


@pytest.mark.parametrize(
    "failure", [WorkerLimitError("job", "time"), WorkerJobError("Traceback")], ids=["limit", "fault"]
)
def test_a_session_that_cannot_be_joined_alone_is_joined_with_the_whole(
    reopen: Reopen,
    counting: Counting,
    tmp_path: Path,
    failure: Exception,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The quick way is never the only one."""
    reopen()
    counting.failing["rejoin_session"] = failure
    (tmp_path / "kurs/a.md").write_text("---\nid: a\n---\n# A\nNytt.\n")
    stored, jobs = reopen()
    assert jobs == ["parse_session", "rejoin_session", "assemble_course"]
    assert text(stored, "a") == "Nytt."
    caplog.clear()


def test_a_file_too_heavy_to_read_is_tried_once(reopen: Reopen, counting: Counting, tmp_path: Path) -> None:
    """Nobody waits twice for the same limit."""
    reopen()
    counting.failing["parse_session"] = WorkerLimitError("job", "time")
    (tmp_path / "kurs/a.md").write_text("---\nid: a\n---\n# A\nNytt.\n")
    _, jobs = reopen()
    assert jobs == ["parse_session", "assemble_course"]


def test_sessions_of_another_writing_are_not_mixed(reopen: Reopen, tmp_path: Path) -> None:
    """Where somebody else has written the large file meanwhile, the outline does not go with it."""
    first, _ = reopen()
    (path,) = (tmp_path / "cache").rglob("sessions")
    other = tmp_path / "other"
    other.mkdir()
    CourseCache(tmp_path / "cache", other).keep(replace(first, data=replace(first.data, sessions={})), {})
    (foreign,) = (found for found in (tmp_path / "cache").rglob("sessions") if found != path)
    foreign.replace(path)
    stored, jobs = reopen()
    assert jobs == ["assemble_course"]
    assert stored.data == first.data


def test_a_change_that_leaves_size_and_time_is_seen(reopen: Reopen, tmp_path: Path) -> None:
    """An editor that keeps the old time stamp still changes the file's status time."""
    path = tmp_path / "kurs/a.md"
    reopen()
    before = path.stat()
    path.write_text(path.read_text().replace("En.", "Én!"[:3]))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    stored, _ = reopen()
    assert text(stored, "a") == "Én!"


def test_a_file_changed_right_before_it_was_read_is_looked_at_again(reopen: Reopen, tmp_path: Path) -> None:
    """Within the clock's grain a stamp proves nothing: the bytes are compared, and parsed only if they differ."""
    path = tmp_path / "kurs/a.md"
    os.utime(path)
    reopen()
    now = path.stat()
    _, jobs = reopen()
    assert jobs == []
    path.write_text(path.read_text().replace("En.", "To."))
    os.utime(path, ns=(now.st_atime_ns, now.st_mtime_ns))
    stored, jobs = reopen()
    assert jobs == ["parse_session", "rejoin_session"]
    assert text(stored, "a") == "To."


def test_touching_without_changing_parses_nothing_and_is_remembered(reopen: Reopen, tmp_path: Path) -> None:
    """A copied or unpacked course has new times; its bytes are the same."""
    reopen()
    for path in (tmp_path / "kurs").rglob("*.md"):
        os.utime(path, (time.time() - 1800, time.time() - 1800))
    stored, jobs = reopen()
    assert jobs == []
    again, _ = reopen()
    assert again.snapshot == stored.snapshot


@pytest.mark.parametrize("change", ["add", "remove"])
def test_files_added_and_taken_away_are_seen(reopen: Reopen, tmp_path: Path, change: str) -> None:
    """A draft that appears and a session that disappears both show in what is wrong."""
    reopen()
    if change == "add":
        (tmp_path / "kurs/ny.md").write_text("# Ny\n")
    else:
        (tmp_path / "kurs/b.md").unlink()
    stored, _ = reopen()
    codes = {found.code for found in decode(stored.data.problems, tuple[Problem, ...])}
    assert codes == {"file-in-no-list"} if change == "add" else {"missing-session"}


@pytest.mark.parametrize("damage", ["cut", "flip", "empty", "gone", "folder"])
@pytest.mark.parametrize("name", ["course", "sessions", "parsed"])
def test_a_damaged_cache_only_costs_time(reopen: Reopen, tmp_path: Path, name: str, damage: str) -> None:
    """Whatever happens to its files, the course is read from its own."""
    first, _ = reopen()
    (path,) = (tmp_path / "cache").rglob(name)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage != "gone":
        path.write_bytes({"cut": bytes(data[:-7]), "flip": bytes(data), "empty": b""}[damage])
    stored, _ = reopen()
    assert stored.data == first.data


def test_another_version_s_cache_is_not_used(reopen: Reopen, monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that may read differently reads for itself."""
    reopen()
    monkeypatch.setattr(caching, "reader_version", lambda: "ny")
    monkeypatch.setattr("kursapp.content.reading.reader_version", lambda: "ny")
    _, jobs = reopen()
    assert len(jobs) == 4
    _, jobs = reopen()
    assert jobs == []


def test_a_cache_that_cannot_be_written_only_costs_time(reopen: Reopen, tmp_path: Path) -> None:
    """A file stands where the cache folder should be: the course opens all the same, every time."""
    (tmp_path / "cache").write_text("i veien")
    for _ in range(2):
        stored, jobs = reopen()
        assert len(jobs) == 4
        assert decode(stored.data.course, Course).id == "k"


@pytest.mark.parametrize("limit", ["MOST_COURSES", "MOST_BYTES"])
def test_the_oldest_courses_leave_the_cache(
    write: WriteCourse, counting: Counting, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    """The cache never grows beyond its number of courses, nor its bytes."""
    counting.failing.clear()
    root = write(FILES)
    for number in range(4):
        copy = root.rename(tmp_path / f"kurs {number}")
        open_course(copy, counting, CourseCache(tmp_path / "cache", copy))
        root = copy
        size = sum(path.stat().st_size for path in (tmp_path / "cache").rglob("*") if path.is_file())
        if number == 0:
            monkeypatch.setattr(caching, limit, {"MOST_COURSES": 2, "MOST_BYTES": 2.5 * size}[limit])
    assert len(list((tmp_path / "cache").iterdir())) == 2


@pytest.mark.parametrize("reason", ["time", "memory", "died"])
def test_a_file_too_heavy_to_read_costs_only_itself(reopen: Reopen, counting: Counting, reason: str) -> None:
    """Its session shows why, nothing of it is kept, and the next opening tries again."""
    counting.failing["parse_session"] = WorkerLimitError("job", reason)
    stored, _ = reopen()
    problems = decode(stored.data.problems, tuple[Problem, ...])
    assert [(found.file, found.code, found.value("limit")) for found in problems] == [
        ("a.md", "file-too-heavy", reason),
        ("b.md", "file-too-heavy", reason),
    ]
    assert decode(stored.data.course, Course).title == "K"
    counting.failing.clear()
    stored, _ = reopen()
    assert text(stored, "a") == "En."
    assert decode(stored.data.problems, tuple[Problem, ...]) == ()


def test_a_fault_in_the_reader_costs_only_its_file_and_is_logged(
    reopen: Reopen, counting: Counting, caplog: pytest.LogCaptureFixture
) -> None:
    """The program's own fault is told as one, and the log says where."""
    counting.failing["parse_session"] = WorkerJobError("Traceback: det gikk galt")
    stored, _ = reopen()
    assert {found.code for found in decode(stored.data.problems, tuple[Problem, ...])} == {"file-not-understood"}
    assert "parse_session failed on a file" in caplog.text
    caplog.clear()


def test_a_real_file_that_takes_too_long_is_stopped(write: WriteCourse, tmp_path: Path) -> None:
    """A hostile file meets the worker's clock, and the file after it is read by a new process."""
    root = write({**FILES, "a.md": "# A\n" + "[" * 15_000 + "\n"})
    with Worker() as worker:
        worker.call("kursapp.content.jobs:warm_up")
        stored = open_course(root, _Hasty(worker), CourseCache(tmp_path / "cache", root))
    problems = decode(stored.data.problems, tuple[Problem, ...])
    assert [(found.file, found.code, found.value("limit")) for found in problems] == [
        ("a.md", "file-too-heavy", "time")
    ]
    assert text(stored, "b") == "To."


class _Hasty(Worker):
    """A worker whose files get a third of the time."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def prepare(self, module: str) -> None:
        self._worker.prepare(module)

    def call(self, job: str, payload: bytes = b"", seconds: float = 5.0) -> bytes:
        return self._worker.call(job, payload, seconds / 3 if "parse_session" in job else seconds)


def test_a_worker_slow_to_start_makes_no_file_too_heavy(
    reopen: Reopen, counting: Counting, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a busy machine it may take a minute to start: that is not taken from the time of the course's files."""
    now = [100.0]
    prepare = counting.prepare

    def slowly(module: str) -> None:
        now[0] += 60.0
        prepare(module)

    monkeypatch.setattr(reading_time, "time", SimpleNamespace(monotonic=lambda: now[0]))
    monkeypatch.setattr(counting, "prepare", slowly)
    stored, jobs = reopen()
    assert "parse_session" in jobs
    assert now[0] > 100.0
    assert not decode(stored.data.problems, tuple[Problem, ...])


def test_a_course_too_heavy_to_join_is_refused(reopen: Reopen, counting: Counting, tmp_path: Path) -> None:
    """There is no course to show, and the refusal names the folder."""
    counting.failing["assemble_course"] = WorkerLimitError("job", "memory")
    with pytest.raises(KursappError) as refused:
        reopen()
    assert refused.value.problem.code == "course-too-heavy"
    assert refused.value.problem.value("folder") == str(tmp_path / "kurs")


def test_a_fault_in_joining_is_a_refusal(reopen: Reopen, counting: Counting, caplog: pytest.LogCaptureFixture) -> None:
    """The program's own fault is no crash: it is told in words, and the log says where."""
    counting.failing["assemble_course"] = WorkerJobError("Traceback: det gikk galt")
    with pytest.raises(KursappError) as refused:
        reopen()
    assert refused.value.problem.code == "course-not-understood"
    assert "det gikk galt" in caplog.text
    caplog.clear()


@pytest.mark.parametrize(
    ("cover", "code"),
    [("# Før".encode("latin-1"), "not-utf8"), (b"x\0", "nul-character"), (b"x" * 1_100_000, "file-too-large")],
)
def test_a_cover_that_cannot_be_read_refuses_the_course(
    write: WriteCourse, counting: Counting, tmp_path: Path, cover: bytes, code: str
) -> None:
    """The refusal is the finding itself, with file and line."""
    counting.failing.clear()
    root = write({**FILES, "kurs.md": cover})
    with pytest.raises(KursappError) as refused:
        open_course(root, counting, CourseCache(tmp_path / "cache", root))
    assert (refused.value.problem.code, refused.value.problem.file) == (code, "kurs.md")


def test_a_cover_too_heavy_to_read_refuses_the_course(reopen: Reopen, counting: Counting) -> None:
    """Without its cover there is nothing to show."""
    counting.failing["parse_cover"] = WorkerLimitError("job", "time")
    with pytest.raises(KursappError) as refused:
        reopen()
    assert (refused.value.problem.code, refused.value.problem.file) == ("file-too-heavy", "kurs.md")


def test_a_file_the_disk_refuses_is_told_and_tried_again(
    reopen: Reopen, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A locked file shows why in its session; unlocked, it is there at the next opening."""
    real = Path.open

    def locked(path: Path, *arguments: object, **options: object) -> object:
        if path.name == "a.md":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    stored, _ = reopen()
    (found,) = decode(stored.data.problems, tuple[Problem, ...])
    assert (found.file, found.code, found.value("reason")) == ("a.md", "file-unreadable", "Permission denied")
    monkeypatch.undo()
    stored, _ = reopen()
    assert text(stored, "a") == "En."
    assert decode(stored.data.problems, tuple[Problem, ...]) == ()
