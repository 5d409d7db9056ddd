"""The short form: some of each kind of hostile files, and what is broken on purpose is seen."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults.hostile.batch import Ran
from tests.faults.hostile.handed import hostile_handed
from tests.faults.hostile.judging import dirty, faults
from tests.faults.hostile.markdown import hostile_front_matter, hostile_markdown
from tests.faults.hostile.packages import hostile_packages
from tests.faults.hostile.part import breaches, commands
from tests.faults.hostile.pictures import hostile_pictures
from tests.faults.hostile.walking import walks
from tests.faults.parts import Length, Run

pytestmark = pytest.mark.faults


def test_every_command_refuses_or_shows_harmlessly(tmp_path: Path) -> None:
    """In time, in little memory, in one sentence, and with nothing touched outside."""
    rows = list(commands(Run(Length.SHORT, tmp_path, seed=1)))
    assert all(row.inputs or row.rounds for row in rows)
    assert not [(row.what, row.found) for row in rows if not row.good]


def test_what_is_broken_on_purpose_is_seen(tmp_path: Path) -> None:
    """An ``extractall``, names joined to a folder, and HTML nobody cleans."""
    rows = list(breaches(Run(Length.SHORT, tmp_path, seed=1)))
    assert len(rows) == 3
    assert not [row.what for row in rows if not row.good]


def test_the_screen_is_never_held(tmp_path: Path) -> None:
    """Pages with far too much on them are opened, and the window answers all the while."""
    (row,) = walks(Run(Length.SHORT, tmp_path, seed=1))
    assert row.inputs >= 3
    assert not row.found


def test_there_are_enough_of_each() -> None:
    """Fifty packages and fifty texts were asked for, 24 front matters, 16 pictures and 30 files."""
    bait = Path("agn")
    texts = list(hostile_markdown(bait))
    counts = [len(list(made)) for made in (hostile_packages(bait), hostile_front_matter(), hostile_pictures(bait))]
    assert len(texts) >= 50
    assert len({name for name, _data in texts}) == len(texts)
    assert [count >= least for count, least in zip(counts, (50, 24, 16), strict=True)] == [True] * 3
    assert len(list(hostile_handed())) >= 30


@pytest.mark.parametrize(
    "ran",
    [
        Ran("check a", 2, "", "To linjer.\nHer.", 0.1, 1),
        Ran("check a", 2, "", "ValueError", 0.1, 1),
        Ran("check a", 2, "", "Tegn \x1b[2J her.", 0.1, 1),
        Ran("check a", -1, "", "Krasj.", 0.1, 1),
        Ran("check a", 0, "", "", 11.0, 1),
        Ran("check a", 0, "", "", 0.1, 600 * 2**20),
        Ran("check a", 0, "", "noe på feilstrømmen", 0.1, 1),
    ],
)
def test_each_thing_that_must_hold_can_fail(ran: Ran) -> None:
    """Two lines, no sentence, letters nobody sees, a crash, too long, too much, and words where none belong."""
    assert list(faults(ran))


@pytest.mark.parametrize(
    "html",
    ["<script>", '<p onclick="a">', '<a href="javascript:a">', '<img src="//eksempel.no">', "<!-- a -->", "<b>"],
)
def test_what_may_not_be_in_html_is_seen(html: str) -> None:
    """And what may, is not."""
    assert list(dirty(Ran("render a", 0, html, "", 0.1, 1)))
    assert not list(dirty(Ran("render a", 0, '<p><a href="https://ks.no">a</a> &lt;script&gt;</p>', "", 0.1, 1)))
