"""How commands are given the coordinator's key, and where the collection is."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import pytest

from kursapp.cli.coordinating import door, opened, opened_for, passphrase
from kursapp.cli.counter import Counter
from kursapp.domain.problem import KursappError
from kursapp.vault import passphrases
from tests.services.coordinator.office_world import PASSPHRASE, OfferedPages, draft


@pytest.fixture(autouse=True)
def light_safes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a try at a passphrase cost little, and nothing be set outside."""
    monkeypatch.setattr("kursapp.services.coordinator_door.STRONG", passphrases.LIGHT)
    for name in ("KURSAPP_PASSPHRASE", "KURSAPP_COLLECTION_URL"):
        monkeypatch.delenv(name, raising=False)


def options(file: Path | None = None) -> argparse.Namespace:
    return argparse.Namespace(passphrase_file=file, language="nb")


def code_of(caught: pytest.ExceptionInfo[KursappError]) -> str:
    return caught.value.problem.code


def test_a_file_goes_before_the_surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first line of the file named is the passphrase; without a file it is the variable's."""
    file = tmp_path / "ord.txt"
    file.write_bytes("\ufeffæ ø å\r\nog mer\n".encode())
    monkeypatch.setenv("KURSAPP_PASSPHRASE", "fra miljøet")
    assert passphrase(options(file)) == "æ ø å"
    assert passphrase(options()) == "fra miljøet"


def test_somebody_is_asked_where_there_is_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal the passphrase is asked for, unseen; in a script it is refused without one."""
    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr("getpass.getpass", lambda question: f"svar på «{question}»")
    assert passphrase(options()) == "svar på «Passordfrase: »"
    monkeypatch.setattr("sys.stdin", io.StringIO())
    with pytest.raises(KursappError) as caught:
        passphrase(options())
    assert code_of(caught) == "passphrase-needed"


@pytest.mark.parametrize("data", [None, b"\xff\xfe\xfa"])
def test_a_passphrase_file_that_cannot_be_read(tmp_path: Path, data: bytes | None) -> None:
    """A file that is missing or no text is told by name."""
    file = tmp_path / "ord.txt"
    if data is not None:
        file.write_bytes(data)
    with pytest.raises(KursappError) as caught:
        passphrase(options(file))
    assert (code_of(caught), caught.value.problem.value("file")) == ("file-not-read", "ord.txt")


def test_as_much_of_an_id_as_tells_it_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """The beginning of an id finds its cohort, among real and simulated ones; what fits several or none is refused."""
    monkeypatch.setenv("KURSAPP_PASSPHRASE", PASSPHRASE)
    with opened(options(), make=True) as real, opened(options(), simulated=True, make=True) as simulated:
        ids = [coordinator.create(draft(), OfferedPages()).id for coordinator in (real, simulated)]
    for cohort_id, is_simulated in zip(ids, (False, True), strict=True):
        with opened_for(options(), cohort_id[:12]) as (coordinator, found):
            assert (found, coordinator.simulated) == (cohort_id, is_simulated)
    for reference, code in (("", "cohort-unknown"), ("x", "cohort-unknown")):
        with pytest.raises(KursappError) as caught, opened_for(options(), reference):
            pass
        assert code_of(caught) == code


def test_two_that_begin_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where several cohorts begin as written, more of the id is asked for."""
    with opened(options(), simulated=True, make=True) as simulated:
        for _ in range(17):
            simulated.create(draft(), OfferedPages())
        # Of seventeen ids two begin with the same of sixteen letters.
        firsts = [card.id[0] for card in simulated.cohorts()]
    alike = next(first for first in firsts if firsts.count(first) > 1)
    with pytest.raises(KursappError) as caught, opened_for(options(), alike):
        pass
    assert code_of(caught) == "cohort-ambiguous"


def test_simulated_cohorts_need_no_word_and_take_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are opened without a passphrase, also where that of real ones is set; a file with another is refused."""
    monkeypatch.setenv("KURSAPP_PASSPHRASE", PASSPHRASE)
    for _ in range(2):
        with opened(options(), simulated=True, make=True) as simulated:
            assert simulated.simulated
    file = tmp_path / "ord.txt"
    file.write_text(PASSPHRASE)
    with pytest.raises(KursappError) as caught, opened(options(file), simulated=True):
        pass
    assert code_of(caught) == "passphrase-wrong"


def test_the_collection_is_where_the_url_says(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    """With an address of a server the commands work there, and no file is made."""
    monkeypatch.setenv("KURSAPP_COLLECTION_URL", request.getfixturevalue("postgres").new_database())
    with opened(options(), simulated=True, make=True) as coordinator:
        assert coordinator.shared
    assert not list(door().state(simulated=True).folder.rglob("*.db"))


class Terminal(io.StringIO):
    """Text that somebody sits in front of."""

    def isatty(self) -> bool:
        return True


def test_counting_on_a_terminal() -> None:
    """A terminal sees how far it has come, a hundred times at most, and is left clean; a pipe sees nothing."""
    terminal, pipe = Terminal(), io.StringIO()
    for stream in (terminal, pipe):
        counter = Counter(stream)
        for done in range(1, 1001):
            counter.progress(done, 1000)
        assert not counter.cancelled()
    assert "\r500 / 1000" in terminal.getvalue()
    assert terminal.getvalue().endswith(" \r")
    assert terminal.getvalue().count(" / ") <= 100
    assert pipe.getvalue() == ""
