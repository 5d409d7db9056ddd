"""The writer acknowledges what it saved, and the verifier misses nothing that is not there."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from tests.faults import verify, writer
from tests.faults.acts import act
from tests.faults.verify import acknowledged, lost

LAP = 14
RUN = "prove"


@pytest.fixture(scope="module")
def written_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Make a data folder with some laps of acts in it, and their receipts."""
    receipts: list[str] = []
    folder = tmp_path_factory.mktemp("skrevet") / "mappe"
    assert writer.write(folder, 3 * LAP, RUN, receipts.append) == 0
    return folder, "".join(f"{line}\n" for line in receipts)


@pytest.fixture
def written(written_once: tuple[Path, str], tmp_path: Path) -> tuple[Path, str]:
    """Give a copy of the folder that may be spoilt, and the receipts."""
    return shutil.copytree(written_once[0], tmp_path / "mappe"), written_once[1]


def test_all_that_was_acknowledged_is_there(written: tuple[Path, str]) -> None:
    """Every kind of thing that is saved, also when another run has been there since."""
    folder, receipts = written
    assert writer.write(folder, LAP, "andre", lambda _line: None) == 0
    verdict = verify.verify(folder, receipts)
    assert (verdict.acknowledged, verdict.wrong) == (3 * LAP, [])


@pytest.mark.parametrize("ahead", range(1, LAP + 1))
def test_a_receipt_for_what_was_never_saved_is_told(written_once: tuple[Path, str], ahead: int) -> None:
    """Of whatever kind it is."""
    folder, receipts = written_once
    verdict = verify.verify(folder, f"{receipts}ACK {RUN}-{3 * LAP + ahead}\n")
    assert [line.split()[0] for line in verdict.wrong] == [f"{RUN}-{3 * LAP + ahead}"]


def test_a_thing_with_other_words_is_lost(written: tuple[Path, str]) -> None:
    """It is the content that counts, not that there is something."""
    folder, receipts = written
    (path,) = folder.glob("profiler/*/profil.db")
    file = sqlite3.connect(path)
    # The triggers of searching know functions that only the program's driver has.
    for (name,) in file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        file.execute(f"DROP TRIGGER {name}")
    file.execute("UPDATE field SET value = value || '.' WHERE item_id = 'rf-2'")
    file.commit()
    file.close()
    (wrong,) = verify.verify(folder, receipts).wrong
    assert "is lost: rf-2 holds" in wrong


def test_a_damaged_file_is_told_with_the_programs_own_sentence(written: tuple[Path, str]) -> None:
    """It was set aside, and everything acknowledged in it is not there."""
    folder, receipts = written
    (path,) = folder.glob("profiler/*/profil.db")
    path.write_bytes(path.read_bytes()[:5000] + bytes(60_000))
    verdict = verify.verify(folder, receipts)
    assert "did not open" in verdict.wrong[0]
    assert "damaged" in verdict.wrong[0]
    assert len(verdict.wrong) > LAP


def test_what_takes_the_place_of_another_may_itself_be_replaced() -> None:
    """The act under way at the kill may have been saved without a receipt; an older one may not stand."""
    first, second = (act(RUN, number) for number in (2, 2 + 4 * LAP))
    assert first.place == second.place
    assert lost(RUN, [first.number], {first.place: {second.value}}) == []
    assert lost(RUN, [first.number, second.number], {first.place: {first.value}}) != []


def test_a_receipt_cut_off_says_nothing() -> None:
    """The writer was killed while it wrote the line."""
    assert acknowledged("ACK a-1\nACK a-2\nACK b-7\nACK a-1") == ({"a": [1, 2], "b": [7]}, [])


def test_a_line_that_only_looks_like_a_receipt_is_told(tmp_path: Path) -> None:
    """What cannot be verified is not passed over; what else stood on the screen is."""
    (wrong,) = verify.verify(tmp_path, "FAILED a-1: full\nACK 17\n").wrong
    assert wrong == "'ACK 17' is no receipt of the writer's."


def test_the_commands_say_it_with_their_exit_codes(
    written: tuple[Path, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """0 where all is there, 1 with a sentence where something is lost, 2 where there are no receipts to read."""
    folder, receipts = written
    file = folder.parent / "kvitteringer"
    file.write_text(receipts, "utf-8")
    assert verify.main([str(folder), str(file)]) == 0
    assert capsys.readouterr().out == f"{3 * LAP} acknowledged, all are there.\n"
    file.write_text(f"{receipts}ACK {RUN}-900\n", "utf-8")
    assert verify.main([str(folder), str(file)]) == 1
    assert f"{RUN}-900 was acknowledged and is lost" in capsys.readouterr().out
    assert verify.main([str(folder), str(folder / "ingen")]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_what_is_refused_is_told_and_given_up_in_the_end(tmp_path: Path) -> None:
    """Nothing is acknowledged that was not saved."""
    told: list[str] = []
    (tmp_path / "profiler").write_text("en fil der mappa skulle vært")
    assert writer.write(tmp_path, 3, RUN, told.append, told.append) == 1
    assert len(told) == writer.PATIENCE
    assert all(line.startswith(f"FAILED {RUN}-1: ") for line in told)


def test_it_goes_on_when_what_was_in_the_way_is_gone(tmp_path: Path) -> None:
    """The file is opened anew, and nothing is lost by the refusal."""
    told: list[str] = []
    obstacle = tmp_path / "profiler"
    obstacle.write_text("en fil der mappa skulle vært")

    def complain(_line: str) -> None:
        obstacle.unlink()

    assert writer.write(tmp_path, 3, RUN, told.append, complain) == 0
    assert verify.verify(tmp_path, "".join(f"{line}\n" for line in told)).wrong == []
    assert len(told) == 3
