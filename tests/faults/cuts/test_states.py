"""The model of the disk: what may be lost is lost in some state, and what is synced never is."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from tests.faults.cuts.calls import why_not
from tests.faults.cuts.disk import Disk
from tests.faults.cuts.events import Trace, contents
from tests.faults.cuts.states import State, states
from tests.faults.cuts.trace import trace_command

pytestmark = [pytest.mark.faults, pytest.mark.skipif(bool(why_not()), reason=why_not())]

EVERYTHING = """
import os, shutil, sys, threading
def put(path, data, how='wb'):
    with open(path, how, buffering=0) as file:
        file.write(data)
def sync(path):
    descriptor = os.open(path, os.O_RDONLY)
    os.fsync(descriptor)
    os.close(descriptor)
put('new', b'a' * 5000)
put('new', b'b', 'ab')
with open('old', 'r+b', buffering=0) as file:
    file.seek(3)
    file.write(b'X')
    file.truncate(7)
    file.seek(0, 2)
    file.write(b'end')
    os.pwritev(file.fileno(), [b'p', b'w'], 1)
shutil.copyfile('old', 'copy')
os.mkdir('sub')
thread = threading.Thread(target=put, args=('sub/deep', b'd'))
thread.start()
thread.join()
sync('sub')
os.link('copy', 'linked')
os.replace('new', 'sub/moved')
os.rename('sub', 'other')
put('other/deep', b'')
put('gone', b'gone')
os.unlink('gone')
os.makedirs('tree/of/folders')
put('tree/of/folders/file', b'f')
shutil.rmtree('tree/of')
child = os.fork()
if child == 0:
    put('by a child', b'c')
    os._exit(0)
os.waitpid(child, 0)
os.utime('copy', ns=(1_700_000_000_123_456_789, 1_700_000_000_123_456_789))
"""


def _traced(program: str, folder: Path) -> Trace:
    folder.mkdir(exist_ok=True)
    (folder / "old").write_bytes(b"0123456789")
    start = f"import os; os.chdir({str(folder)!r})\n"
    trace = trace_command([sys.executable, "-I", "-S", "-c", start + program], folder)
    assert trace.exit_code == 0, trace.errors
    return trace


def _all(program: str, folder: Path, many: int = 60) -> list[State]:
    return list(states(_traced(program, folder), random.Random(1), many))


def test_a_trace_tells_all_that_was_done(tmp_path: Path) -> None:
    """With everything arrived, the disk holds what the program left in its folder."""
    trace = _traced(EVERYTHING, tmp_path / "a")
    disk = Disk(trace)
    for event in trace.events:
        disk.take(event)
    left = disk.left(disk.waiting())
    assert left.files == contents(tmp_path / "a")
    assert left.changed["copy"] == 1_700_000_000_123_456_789


def test_a_state_is_made_as_it_is_told(tmp_path: Path) -> None:
    """Nothing that stood in the folder before is left."""
    for state in _all(EVERYTHING, tmp_path / "a", many=10):
        state.put(tmp_path / "b")
        assert contents(tmp_path / "b") == state.left.files


def test_what_is_not_synced_may_be_lost_wholly_or_in_part(tmp_path: Path) -> None:
    """And a word said before the sync is no promise."""
    lost = _all("import os; f = open('old', 'r+b', 0); f.write(b'x' * 2000); os.write(1, b'done\\n')", tmp_path / "a")
    kept = [state.left.files["old"] for state in lost if state.said == ("done",)]
    assert b"0123456789" in kept
    assert b"x" * 2000 in kept
    assert any(data not in (b"0123456789", b"x" * 2000) for data in kept)


def test_what_is_synced_is_there_in_every_state(tmp_path: Path) -> None:
    """From when the sync has ended."""
    program = "import os; f = open('old', 'r+b', 0); f.write(b'new'); os.fsync(f.fileno()); os.write(1, b'done\\n')"
    assert {state.left.files["old"] for state in _all(program, tmp_path / "a") if state.said} == {b"new3456789"}


def test_a_name_is_there_for_sure_when_its_folder_is_synced(tmp_path: Path) -> None:
    """A sync of the file alone does not promise its name."""
    program = "import os; f = open('new', 'wb', 0); f.write(b'n'); os.fsync(f.fileno()); os.write(1, b'done\\n')"
    folder = "; d = os.open('.', os.O_RDONLY); os.fsync(d); os.write(1, b'sure\\n')"
    found = _all(program + folder, tmp_path / "a")
    assert {state.left.files.get("new") for state in found if state.said == ("done",)} == {None, b"n"}
    assert {state.left.files.get("new") for state in found if state.said == ("done", "sure")} == {b"n"}


def test_a_file_renamed_before_it_is_synced_may_be_empty(tmp_path: Path) -> None:
    """The name may be there before the content, as on file systems that write content late."""
    found = _all("import os; f = open('new', 'wb', 0); f.write(b'n' * 9); os.replace('new', 'old')", tmp_path / "a")
    assert b"" in {state.left.files["old"] for state in found}


def test_a_sync_that_failed_is_not_made_good_by_the_next(tmp_path: Path) -> None:
    """The system has forgotten what it could not write; only writing it again helps."""
    folder = tmp_path / "a"
    folder.mkdir()
    (folder / "old").write_bytes(b"0123456789")
    program = """if True:
        import os
        f = open('old', 'r+b', 0)
        f.write(b'lost')
        try:
            os.fsync(f.fileno())
        except OSError:
            os.fsync(f.fileno())
        os.write(1, b'once\\n')
        os.pwrite(f.fileno(), b'LOST', 0)
        os.fsync(f.fileno())
        os.write(1, b'again\\n')
    """
    command = [sys.executable, "-I", "-S", "-c", f"import os; os.chdir({str(folder)!r})\n{program}"]
    trace = trace_command(command, folder, faults=["fsync:error=EIO:when=1"])
    found = list(states(trace, random.Random(1), 60))
    once = {state.left.files["old"] for state in found if state.said == ("once",)}
    again = {state.left.files["old"] for state in found if state.said == ("once", "again")}
    assert once >= {b"0123456789", b"lost456789"}
    assert again == {b"LOST456789"}


def test_the_same_chance_gives_the_same_states(tmp_path: Path) -> None:
    """A finding can be made again."""
    trace = _traced(EVERYTHING, tmp_path / "a")
    first, second = (list(states(trace, random.Random(3), 20)) for _ in range(2))
    assert first == second
    assert first != list(states(trace, random.Random(4), 20))
