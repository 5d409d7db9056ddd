"""A cohort on another machine: by key file, or by the recovery sheet alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kursapp.delivery import cohort_file
from kursapp.domain.problem import KursappError
from kursapp.domain.submission import FileState
from tests.services.coordinator.office_world import AFTER, OfficeWorld, draft

WORD = "en lang passordfrase"


@pytest.fixture
def other(tmp_path: Path) -> OfficeWorld:
    """Return a coordinator on another machine."""
    folder = tmp_path / "annen-maskin"
    folder.mkdir()
    return OfficeWorld(folder)


def test_a_key_file_lets_another_coordinator_collect(world: OfficeWorld, other: OfficeWorld, tmp_path: Path) -> None:
    """With key file and cohort file she opens the same answers, on her own machine."""
    cohort = world.publish()
    files = world.hand_in(cohort, count=6)
    key = tmp_path / "vår.nokkel"
    world.coordinator.export_key(cohort.id, key, WORD)
    card = other.coordinator.import_key(key, WORD, tmp_path / "Vår-2026.kull", 24)
    assert (card.cohort, card.invited) == (cohort, 24)
    assert other.states(cohort, *files) == [FileState.NEW] * 6
    assert other.coordinator.close_round(cohort.id, AFTER).persons == 6


def test_two_coordinators_share_a_server(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Where the collection is shared, the one who takes over sees the cohort as it stands there."""
    url = request.getfixturevalue("postgres").new_database()
    folders = [tmp_path / name for name in ("en", "to")]
    for folder in folders:
        folder.mkdir()
    one, two = (OfficeWorld(folder, url) for folder in folders)
    cohort = one.publish()
    one.collect(cohort, *one.hand_in(cohort, count=3))
    one.coordinator.export_key(cohort.id, tmp_path / "k.nokkel", WORD)
    card = two.coordinator.import_key(tmp_path / "k.nokkel", WORD, folders[0] / "Vår-2026.kull")
    assert card.invited == 24
    two.collect(cohort, *one.hand_in(cohort, count=3))
    assert one.coordinator.round(cohort.id, AFTER).persons == 6
    for world in (one, two):
        world.close()


def test_the_cohorts_of_others_are_not_hers(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """In a shared collection the cohorts she has no key of, drafts too, keep her from nothing and are not offered."""
    url = request.getfixturevalue("postgres").new_database()
    folders = [tmp_path / name for name in ("en", "to")]
    for folder in folders:
        folder.mkdir()
    one, two = (OfficeWorld(folder, url) for folder in folders)
    theirs = one.publish(name="De andres")
    one.coordinator.create(draft(name="Kladd"), one.course)
    mine = two.publish(name="Mitt")
    for world, cohort in ((one, theirs), (two, mine)):
        world.collect(cohort, *world.hand_in(cohort, count=6))
        world.coordinator.close_round(cohort.id, AFTER)
    assert [card.cohort.name for card in two.coordinator.cohorts()] == ["Mitt"]
    assert [card.cohort.name for card in two.coordinator.cohorts() if AFTER in card.closed] == ["Mitt"]
    assert {card.cohort.name for card in one.coordinator.cohorts()} == {"De andres", "Kladd"}
    for world in (one, two):
        world.close()


def test_the_recovery_sheet_is_enough(world: OfficeWorld, other: OfficeWorld, tmp_path: Path) -> None:
    """The machine is gone: with the sheet and the cohort file the answers are opened elsewhere, and still are one."""
    card = world.coordinator.create(draft(), world.course)
    code = world.coordinator.recovery_code(card.id)
    file = world.coordinator.publish(card.id, tmp_path).path
    cohort = world.coordinator.cohort(card.id)
    first = world.submission(cohort)
    newer = world.submission(cohort, replaces=first.response_id)
    files = [world.write(cohort, sent) for sent in (newer, first)]
    other.coordinator.recover_cohort(file, code.lower().replace("-", " "), 24)
    assert other.states(cohort, *files) == [FileState.REPLACES, FileState.REPLACED]
    assert other.coordinator.close_round(cohort.id, AFTER).persons == 1


def test_what_does_not_belong_together_is_refused(world: OfficeWorld, other: OfficeWorld, tmp_path: Path) -> None:
    """A key file with another cohort's file, a wrong passphrase, no key file, another's sheet: nothing is kept."""
    cohort, second = world.publish(), world.publish(name="Annet")
    key, file = tmp_path / "k.nokkel", tmp_path / "Vår-2026.kull"
    world.coordinator.export_key(cohort.id, key, WORD)
    take = other.coordinator.import_key
    assert second.id != cohort.id
    for ask, code in (
        (lambda: take(key, WORD, tmp_path / "Annet.kull"), "cohort-key-foreign"),
        (lambda: take(key, "en annen passordfrase", file), "passphrase-wrong"),
        (lambda: take(file, WORD, file), "key-file-damaged"),
        (lambda: take(key, WORD, key), "cohort-file-foreign"),
        (lambda: other.coordinator.recover_cohort(file, "0000-" * 6 + "0000"), "recovery-code-unreadable"),
    ):
        with pytest.raises(KursappError) as caught:
            ask()
        assert caught.value.problem.code == code
        assert other.safe.cohorts() == ()
        assert other.coordinator.cohorts() == ()


def test_anothers_sheet_is_refused(world: OfficeWorld, other: OfficeWorld, tmp_path: Path) -> None:
    """A code that is well written but belongs to another cohort opens nothing."""
    world.publish()
    card = world.coordinator.create(draft(name="Annet"), world.course)
    code = world.coordinator.recovery_code(card.id)
    with pytest.raises(KursappError) as caught:
        other.coordinator.recover_cohort(tmp_path / "Vår-2026.kull", code)
    assert caught.value.problem.code == "recovery-code-foreign"
    assert other.safe.cohorts() == ()


def test_a_passphrase_that_protects_nobody(world: OfficeWorld, tmp_path: Path) -> None:
    """A key file is not written under a short passphrase."""
    cohort = world.publish()
    with pytest.raises(KursappError) as caught:
        world.coordinator.export_key(cohort.id, tmp_path / "k.nokkel", "kort")
    assert caught.value.problem.code == "passphrase-short"
    assert not (tmp_path / "k.nokkel").exists()


def test_the_simulated_and_the_real_never_meet(tmp_path: Path, world: OfficeWorld) -> None:
    """A simulated cohort is not taken into a real safe."""
    folder = tmp_path / "demo"
    folder.mkdir()
    simulated = OfficeWorld(folder, simulated=True)
    cohort = simulated.publish()
    simulated.coordinator.export_key(cohort.id, tmp_path / "k.nokkel", WORD)
    with pytest.raises(KursappError) as caught:
        world.coordinator.import_key(tmp_path / "k.nokkel", WORD, folder / "Vår-2026.kull")
    assert caught.value.problem.code == "cohort-other-side"
    assert world.safe.cohorts() == ()
    simulated.close()


def test_a_new_machine_goes_on_where_the_server_is(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The machine is gone, the server stands: with the sheet the same files are had already, and comments are read."""
    url = request.getfixturevalue("postgres").new_database()
    folders = [tmp_path / name for name in ("borte", "ny")]
    for folder in folders:
        folder.mkdir()
    lost, new = (OfficeWorld(folder, url) for folder in folders)
    card = lost.coordinator.create(draft(), lost.course)
    code = lost.coordinator.recovery_code(card.id)
    file = lost.coordinator.publish(card.id, tmp_path).path
    cohort = lost.coordinator.cohort(card.id)
    files = lost.hand_in(cohort, count=12)
    lost.collect(cohort, *files)
    lost.coordinator.close_round(cohort.id, AFTER)
    comments = lost.coordinator.comments(cohort.id, AFTER)
    assert comments.entries
    lost.close()
    new.coordinator.recover_cohort(file, code)
    assert new.states(cohort, *files) == [FileState.ALREADY_HAD] * 12
    assert new.coordinator.comments(cohort.id, AFTER) == comments
    assert new.coordinator.round(cohort.id, AFTER).waiting == 0
    new.close()


def test_another_file_of_the_same_cohort_is_refused(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """The collection has the cohort from one file: another with its id and other words is not taken."""
    url = request.getfixturevalue("postgres").new_database()
    folders = [tmp_path / name for name in ("en", "to")]
    for folder in folders:
        folder.mkdir()
    one, two = (OfficeWorld(folder, url) for folder in folders)
    cohort = one.publish()
    one.coordinator.export_key(cohort.id, tmp_path / "k.nokkel", WORD)
    changed = tmp_path / "endret.kull"
    changed.write_bytes(cohort_file.write(replace(cohort, place="Et annet sted")))
    with pytest.raises(KursappError) as caught:
        two.coordinator.import_key(tmp_path / "k.nokkel", WORD, changed)
    assert caught.value.problem.code == "cohort-other-content"
    assert two.safe.cohorts() == ()
    for world in (one, two):
        world.close()
