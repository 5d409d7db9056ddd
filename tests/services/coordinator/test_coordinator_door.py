"""The door: a safe and a collection for real cohorts, and others for simulated ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError
from kursapp.services.coordinator import Coordinator
from kursapp.services.coordinator_door import CoordinatorDoor
from kursapp.vault import passphrases
from tests.services.coordinator.office_world import PASSPHRASE, HandClock, OfferedPages, draft


@pytest.fixture
def door(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CoordinatorDoor:
    """Return the door of a new data folder, where a try at a passphrase costs little."""
    monkeypatch.setattr("kursapp.services.coordinator_door.STRONG", passphrases.LIGHT)
    monkeypatch.setattr(passphrases, "STRONG", passphrases.LIGHT)
    return CoordinatorDoor(tmp_path / "data", HandClock())


def code_of(caught: pytest.ExceptionInfo[KursappError]) -> str:
    return caught.value.problem.code


def made_cohort(coordinator: Coordinator) -> tuple[str, str]:
    card = coordinator.create(draft(), OfferedPages())
    return card.id, coordinator.recovery_code(card.id)


def test_what_was_made_is_opened_with_the_passphrase(door: CoordinatorDoor) -> None:
    """The first time it is made, after that it is opened, and what is in it is there."""
    assert not door.state().exists
    coordinator = door.create(PASSPHRASE)
    cohort_id, _ = made_cohort(coordinator)
    coordinator.close()
    assert door.state().exists
    again = door.open(PASSPHRASE)
    assert [card.id for card in again.cohorts()] == [cohort_id]
    assert door.cohort_ids() == (cohort_id,)
    again.close()


def test_a_wrong_passphrase_opens_nothing_and_locks_nothing(door: CoordinatorDoor) -> None:
    """However often it is wrong, the right one opens."""
    door.create(PASSPHRASE).close()
    for _ in range(3):
        with pytest.raises(KursappError) as caught:
            door.open("feil passordfrase")
        assert code_of(caught) == "passphrase-wrong"
    door.open(PASSPHRASE).close()


@pytest.mark.parametrize(
    ("word", "code"), [("demo", "passphrase-demo"), (" Demo ", "passphrase-demo"), ("kort", "passphrase-short")]
)
def test_passphrases_that_are_refused(door: CoordinatorDoor, word: str, code: str) -> None:
    """What everybody knows, and what is short, protects nobody; nothing is made."""
    with pytest.raises(KursappError) as caught:
        door.create(word)
    assert code_of(caught) == code
    assert not door.state().exists


def test_the_passphrase_can_be_changed(door: CoordinatorDoor) -> None:
    """After the change the new one opens and the old one does not; ``demo`` is no new one."""
    door.create(PASSPHRASE).close()
    with pytest.raises(KursappError) as caught:
        door.change_passphrase(PASSPHRASE, "demo")
    assert code_of(caught) == "passphrase-demo"
    door.change_passphrase(PASSPHRASE, "noe helt annet")
    with pytest.raises(KursappError) as caught:
        door.open(PASSPHRASE)
    assert code_of(caught) == "passphrase-wrong"
    door.open("noe helt annet").close()


def test_any_recovery_sheet_opens_the_safe(door: CoordinatorDoor) -> None:
    """A forgotten passphrase: the sheet of one cohort opens all of them, under a new passphrase."""
    coordinator = door.create(PASSPHRASE)
    made_cohort(coordinator)
    _, code = made_cohort(coordinator)
    coordinator.close()
    for word, why in (("demo", "passphrase-demo"), ("kort", "passphrase-short")):
        with pytest.raises(KursappError) as caught:
            door.recover(code, word)
        assert code_of(caught) == why
    recovered = door.recover(code, "helt ny passordfrase")
    assert len(recovered.cohorts()) == 2
    recovered.close()
    door.open("helt ny passordfrase").close()


def test_simulated_cohorts_have_rooms_of_their_own(door: CoordinatorDoor) -> None:
    """Simulated and real cohorts are in separate safes and files, each with its own passphrase."""
    real, simulated = door.create(PASSPHRASE), door.simulated()
    cohort_id, _ = made_cohort(simulated)
    assert simulated.cohort(cohort_id).simulated
    assert real.cohorts() == ()
    assert (real.simulated, simulated.simulated) == (False, True)
    for coordinator in (real, simulated):
        coordinator.close()
    assert (door.cohort_ids(), door.cohort_ids(simulated=True)) == ((), (cohort_id,))
    with pytest.raises(KursappError) as caught:
        door.open(PASSPHRASE, simulated=True)
    assert code_of(caught) == "passphrase-wrong"
    with pytest.raises(KursappError) as caught:
        door.open("demo")
    assert code_of(caught) == "passphrase-wrong"
    door.simulated().close()


def test_on_a_server_they_have_a_schema_each(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """With a URL both lie on the server, and neither sees the other's."""
    url = request.getfixturevalue("postgres").new_database()
    door = CoordinatorDoor(tmp_path / "data", HandClock(), url)
    simulated = door.simulated()
    assert door.state(simulated=True).shared
    assert simulated.shared
    made_cohort(simulated)
    real = door.create(PASSPHRASE)
    assert (len(real.cohorts()), len(simulated.cohorts())) == (0, 1)
    assert not list((tmp_path / "data").rglob("*.db"))
    real.close()
    simulated.close()


def test_one_at_a_time(door: CoordinatorDoor) -> None:
    """A collection in a file that is open is not opened twice."""
    coordinator = door.create(PASSPHRASE)
    with pytest.raises(KursappError) as caught:
        door.open(PASSPHRASE)
    assert code_of(caught) == "collection-open-elsewhere"
    coordinator.close()


def test_a_folder_that_cannot_be_written_to(door: CoordinatorDoor, tmp_path: Path, sealed: object) -> None:
    """Where nothing can be made, one sentence says so."""
    folder = tmp_path / "data" / "coordinator"
    folder.mkdir(parents=True)
    with sealed(folder), pytest.raises(KursappError) as caught:  # type: ignore[operator]
        door.create(PASSPHRASE)
    assert code_of(caught) == "folder-unwritable"


def broken(door: CoordinatorDoor, tmp_path: Path) -> tuple[str, Path]:
    """Make a cohort, back it up, and damage the collection."""
    coordinator = door.create(PASSPHRASE)
    cohort_id, _ = made_cohort(coordinator)
    coordinator.back_up_now()
    coordinator.close()
    path = tmp_path / "data" / "coordinator" / "innsamling.db"
    path.write_bytes(path.read_bytes()[:4096] + b"x" * 8192)
    return cohort_id, path


def test_a_damaged_collection_is_never_silently_a_new_one(door: CoordinatorDoor, tmp_path: Path) -> None:
    """It is set aside, and opening is refused until she has said what is to become of it."""
    _cohort, path = broken(door, tmp_path)
    data = path.read_bytes()
    for code in ("collection-damaged", "collection-gone", "collection-gone"):
        with pytest.raises(KursappError) as caught:
            door.open(PASSPHRASE)
        assert code_of(caught) == code
        assert not path.exists()
    (kept,) = path.parent.glob("innsamling-skadet-*.db")
    assert kept.read_bytes() == data


def test_a_damaged_collection_is_got_back_from_its_backup(door: CoordinatorDoor, tmp_path: Path) -> None:
    """The passphrase opens the list of what there is, and what is chosen is opened."""
    cohort_id, _path = broken(door, tmp_path)
    with pytest.raises(KursappError):
        door.open(PASSPHRASE)
    rescue = door.rescue(PASSPHRASE)
    state = rescue.state()
    assert not state.exists
    assert len(state.set_aside) == 1
    assert state.backups[0].holding is not None
    assert state.backups[0].holding.counts["cohorts"] == 1
    coordinator = rescue.restore(state.backups[0].name)
    assert [card.id for card in coordinator.cohorts()] == [cohort_id]
    coordinator.close()
    door.open(PASSPHRASE).close()


def test_who_begins_with_an_empty_collection_takes_her_cohorts_up_again(door: CoordinatorDoor, tmp_path: Path) -> None:
    """The keys are in the safe still, and do not stand in the way of the cohort file and the sheet."""
    coordinator = door.create(PASSPHRASE)
    cohort_id, code = made_cohort(coordinator)
    (tmp_path / "ut").mkdir()
    published = coordinator.publish(cohort_id, tmp_path / "ut")
    coordinator.close()
    path = tmp_path / "data" / "coordinator" / "innsamling.db"
    path.write_bytes(path.read_bytes()[:8192])
    with pytest.raises(KursappError):
        door.open(PASSPHRASE)
    coordinator = door.rescue(PASSPHRASE).begin_afresh()
    assert coordinator.cohorts() == ()
    assert coordinator.recover_cohort(published.path, code).id == cohort_id
    coordinator.close()


def test_going_back_with_the_collection_open_can_be_undone(door: CoordinatorDoor) -> None:
    """What a backup lacks is said first, and the collection is open again afterwards."""
    coordinator = door.create(PASSPHRASE)
    coordinator.back_up_now()
    cohort_id, _ = made_cohort(coordinator)
    (empty,) = coordinator.backups()
    assert empty.lost is not None
    assert empty.lost["cohorts"] == 1
    restored = coordinator.restore(empty.name)
    assert coordinator.cohorts() == ()
    coordinator.restore(restored.kept)
    assert [card.id for card in coordinator.cohorts()] == [cohort_id]
    coordinator.close()


def test_a_deleted_cohort_is_not_brought_back_by_a_backup_from_outside(door: CoordinatorDoor, tmp_path: Path) -> None:
    """A copy she kept herself and put among the backups is gone back to, and the cohort is deleted again."""
    coordinator = door.create(PASSPHRASE)
    cohort_id, _ = made_cohort(coordinator)
    made = coordinator.back_up_now()
    assert made is not None
    copy = made.read_bytes()
    coordinator.delete(cohort_id)
    made.write_bytes(copy)
    coordinator.restore(made.name)
    assert coordinator.cohorts() == ()
    coordinator.close()
