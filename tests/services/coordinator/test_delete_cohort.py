"""Deleting a cohort: keys, rows, copies; and what people are told to delete."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.domain.problem import KursappError, refusal
from kursapp.files.shelf import Shelf
from kursapp.services import delete_cohort
from kursapp.services.cohort_cards import ByHand
from kursapp.services.delete_cohort import finish_deleting
from kursapp.services.known_folders import KnownFolders
from kursapp.texts.cohorts import BY_HAND, by_hand
from tests.services.coordinator.office_world import AFTER, OfficeWorld, draft


def test_nothing_is_left_of_it(both: OfficeWorld) -> None:
    """Keys, rows and list entry are gone, the other cohort stands, and a file to it cannot even be asked about."""
    gone, stays = both.publish(name="Borte"), both.publish(name="Blir")
    for cohort in (gone, stays):
        both.collect(cohort, *both.hand_in(cohort, count=6))
        both.coordinator.close_round(cohort.id, AFTER)
    told = both.coordinator.delete(gone.id)
    assert (told.cohort_id, told.name) == (gone.id, "Borte")
    assert [card.cohort.name for card in both.coordinator.cohorts()] == ["Blir"]
    assert both.safe.cohorts() == (stays.id,)
    assert both.collection.tallies.counts(gone.id, AFTER) == ()
    assert both.collection.comments.of_round(gone.id, AFTER) == ()
    assert both.coordinator.results(stays.id, AFTER).published.persons == 6
    with pytest.raises(KursappError) as caught:
        both.coordinator.results(gone.id, AFTER)
    assert caught.value.problem.code == "cohort-unknown"


def test_known_copies_are_removed(world: OfficeWorld, tmp_path: Path) -> None:
    """Answer files in the folders that were collected from go; those of others, and other files, stay."""
    gone, stays = world.publish(name="Borte"), world.publish(name="Blir")
    files, others = world.hand_in(gone, count=3), world.hand_in(stays, count=2)
    notes = world.inbox / "notat.svar"
    notes.write_bytes(b"ikke noe svar")
    stick = tmp_path / "pinne"
    stick.mkdir()
    uncollected = stick / "kopi.svar"
    uncollected.write_bytes(files[0].read_bytes())
    world.collect(gone)
    files[0] = files[0].rename(world.inbox / "Kari sin.SVAR")
    files[1] = files[1].rename(world.inbox / "vedlegg.dat")
    told = world.coordinator.delete(gone.id)
    assert sorted(told.removed) == sorted(files)
    assert not any(path.exists() for path in files)
    assert all(path.exists() for path in (*others, notes, uncollected))
    assert KnownFolders(world.office.folder).of_cohort(gone.id) == ()


def test_it_cannot_come_back(both: OfficeWorld) -> None:
    """A deleted cohort's key file is worth nothing: what was deleted is not taken up again."""
    cohort = both.publish()
    keys, file = both.folder / "k.nokkel", both.folder / "Vår-2026.kull"
    both.coordinator.export_key(cohort.id, keys, "en lang passordfrase")
    both.coordinator.delete(cohort.id)
    with pytest.raises(KursappError) as caught:
        both.coordinator.import_key(keys, "en lang passordfrase", file)
    assert caught.value.problem.code == "collection-cohort-gone"
    assert both.safe.cohorts() == ()


def test_what_people_are_to_delete(world: OfficeWorld) -> None:
    """The list names what may exist outside the program: for a draft the sheet alone, with codes the codes too."""
    never_out = world.coordinator.create(draft(), world.course)
    assert world.coordinator.delete(never_out.id).by_hand == (ByHand.RECOVERY_SHEET,)
    plain, full = world.publish(), world.publish(name="Alt", codes=True, wants_progress=True)
    assert not {ByHand.CODES, ByHand.PROGRESS_FILES} & set(world.coordinator.delete(plain.id).by_hand)
    assert {ByHand.CODES, ByHand.PROGRESS_FILES, ByHand.KEY_COPIES} <= set(world.coordinator.delete(full.id).by_hand)


def test_each_has_its_words() -> None:
    """Everything that can be on the list is told in each language."""
    assert set(BY_HAND) == {one.value for one in ByHand}
    for one in ByHand:
        assert all(by_hand(one, language).endswith(".") for language in ("nb", "nn", "en"))
        assert by_hand(one, "nb") != by_hand(one, "en")


def test_what_was_half_deleted_is_deleted_the_next_time(world: OfficeWorld) -> None:
    """With its keys gone and its rows still there, a cohort can be deleted once more."""
    cohort = world.publish()
    world.safe.destroy(cohort.id)
    world.coordinator.delete(cohort.id)
    assert world.coordinator.cohorts() == ()


def test_what_was_stopped_half_way_is_done_at_the_next_start(
    both: OfficeWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The collection fails when the keys are gone: opened again, it has no row of the cohort left."""
    cohort = both.publish()
    both.collect(cohort, *both.hand_in(cohort, count=6))
    both.coordinator.close_round(cohort.id, AFTER)

    def stop(*words: object) -> None:
        raise refusal("collection-busy")

    with monkeypatch.context() as patch:
        patch.setattr(type(both.collection), "delete_cohort", stop)
        with pytest.raises(KursappError):
            both.coordinator.delete(cohort.id)
    assert both.safe.cohorts() == ()
    both.collection.close()
    both.collection = both.open_collection()
    assert both.collection.cohorts.all() == ()
    assert both.collection.tallies.counts(cohort.id, AFTER) == ()


def test_keys_that_outlived_their_cohort_go_at_the_next_start(
    both: OfficeWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed when it was on the list of deleted ones, and nothing more: rows, keys and known copies go all the same."""
    gone, stays = both.publish(name="Borte"), both.publish(name="Blir")
    both.collect(gone, *both.hand_in(gone, count=3))

    def die(*words: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(type(both.safe), "destroy", die)
        with pytest.raises(KeyboardInterrupt):
            both.coordinator.delete(gone.id)
    assert both.safe.cohorts() == tuple(sorted((gone.id, stays.id)))
    both.collection.close()
    both.collection = both.open_collection()
    finish_deleting(both.office_with(both.collection))
    assert both.safe.cohorts() == (stays.id,)
    assert [each.id for each in both.collection.cohorts.all()] == [stays.id]
    assert not list(both.inbox.iterdir())


def test_copies_that_outlived_their_cohort_go_at_the_next_start(
    world: OfficeWorld, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between keys and copies, the folders are still known."""
    cohort = world.publish()
    world.collect(cohort, *world.hand_in(cohort, count=3))
    with monkeypatch.context() as patch:
        patch.setattr(delete_cohort, "remove_copies", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            world.coordinator.delete(cohort.id)
    assert len(list(world.inbox.iterdir())) == 3
    finish_deleting(world.office)
    assert not list(world.inbox.iterdir())
    assert KnownFolders(world.office.folder).of_cohort(cohort.id) == ()


def test_people_are_told_of_the_servers_own_copies(both: OfficeWorld) -> None:
    """A server has backups, archived logs and logs of its own; the keys lie in backups of this machine either way."""
    by_hand = both.coordinator.delete(both.publish().id).by_hand
    assert ByHand.OTHER_BACKUPS in by_hand
    assert (ByHand.DATABASE_BACKUPS in by_hand) is both.collection.shared
    told = BY_HAND[ByHand.DATABASE_BACKUPS]["nb"].lower()
    assert all(word in told for word in ("sikkerhetskopier", "transaksjonslogg", "tjenerlogger"))


def test_a_list_of_folders_that_is_spoilt_costs_nothing(world: OfficeWorld) -> None:
    """What is no list counts as an empty one."""
    cohort = world.publish()
    for spoilt in ("{", "[]", '{"a": 1}', "\udcff"):
        (world.office.folder / "mapper.json").write_text(spoilt, "utf-8", "surrogateescape")
        assert KnownFolders(world.office.folder).of_cohort(cohort.id) == ()
    world.collect(cohort, *world.hand_in(cohort))
    assert KnownFolders(world.office.folder).of_cohort(cohort.id) == (world.inbox,)
    assert Shelf(world.office.folder).read("mapper.json")
