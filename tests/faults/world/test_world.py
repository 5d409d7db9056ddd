"""The short form: one journey through a course full of baits, and what is broken on purpose is seen."""

from __future__ import annotations

import pytest

from tests.faults.parts import Length, Row, Run
from tests.faults.world import traced
from tests.faults.world.part import run

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> list[Row]:
    """Run the part once, in its short form."""
    if reason := traced.cannot_trace():
        pytest.skip(reason)
    return list(run(Run(Length.SHORT, tmp_path_factory.mktemp("world"), seed=1)))


def test_the_program_keeps_to_itself_and_its_course(rows: list[Row]) -> None:
    """No socket, no program but its worker, no file outside the course, and no word of hers outside her profile."""
    assert len(rows) == 7
    assert not [(row.what, row.found) for row in rows if not row.fails_on_purpose and not row.good]


def test_what_is_broken_on_purpose_is_seen(rows: list[Row]) -> None:
    """A socket, a program, a file outside the course, a word in the log: each is found."""
    assert len([row for row in rows if row.fails_on_purpose]) == 4
    assert not [row.what for row in rows if row.fails_on_purpose and not row.good]


LINES = (
    '7 execve("/usr/bin/python3", ["python3", "-m", "kursapp"], 0x7ffc /* 4 vars */) = 0',
    "7 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3<socket:[1]>",
    '8 openat(AT_FDCWD</tmp>, "kurs.md", O_RDONLY|O_CLOEXEC <unfinished ...>',
    "8 <... openat resumed>) = 5</tmp/agn-c.png>",
    '9 execve("/bin/sh", ["sh", "-c", "true"], 0x7ffc /* 4 vars */) = 0',
    "9 socket(AF_INET6, SOCK_STREAM, IPPROTO_IP <unfinished ...>",
    "9 socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 4",
    '9 openat(AT_FDCWD</tmp>, "lenke.png", O_RDONLY) = 6</tmp/agn-a.png>',
)


def test_a_trace_is_read_whole() -> None:
    """Also interrupted calls, and files under another name; the program that is followed was not started by itself."""
    assert traced.sockets(LINES) == ["AF_INET6", "AF_NETLINK"]
    assert [each.path for each in traced.programs(LINES)] == ["/bin/sh"]
    assert traced.opened(LINES, ("agn-a.png", "agn-b.png", "agn-c.png")) == ["agn-a.png", "agn-c.png"]
