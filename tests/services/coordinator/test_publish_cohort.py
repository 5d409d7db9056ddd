"""Publishing: only with a recovery sheet and a test answer read back, and then for good."""

from __future__ import annotations

from pathlib import Path

import pytest

from kursapp.delivery import cohort_file, kullmerke
from kursapp.delivery.answer_file import AnswerOpener, open_answers, seal
from kursapp.domain.problem import KursappError, refusal
from kursapp.services.cohort_cards import CohortState
from kursapp.vault.recovery import read_recovery_code, recovery_pair
from tests.services.coordinator.office_world import OfficeWorld, draft


def test_publishing_writes_the_cohort_file_and_its_mark(world: OfficeWorld, tmp_path: Path) -> None:
    """The file is the cohort, the mark is of the whole file, and the card says published."""
    card = world.coordinator.create(draft(), world.course)
    world.coordinator.recovery_code(card.id)
    assert world.coordinator.card(card.id).state is CohortState.READY
    published = world.coordinator.publish(card.id, tmp_path)
    cohort, data = cohort_file.read(published.path)
    assert published.path.name == "Vår-2026.kull"
    assert cohort == world.coordinator.cohort(card.id)
    assert published.mark == kullmerke.words(data) == world.coordinator.mark(card.id)
    assert world.coordinator.card(card.id).state is CohortState.PUBLISHED


def test_nothing_is_published_without_a_recovery_sheet(world: OfficeWorld, tmp_path: Path) -> None:
    """Before the sheet has been made there is no file."""
    card = world.coordinator.create(draft(), world.course)
    with pytest.raises(KursappError) as caught:
        world.coordinator.publish(card.id, tmp_path)
    assert caught.value.problem.code == "cohort-without-recovery"
    assert not list(tmp_path.glob("*.kull"))


def test_a_sheet_that_was_never_given_out_is_none(
    world: OfficeWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped between the key and the cohort's record there is no sheet on paper, and so nothing is published."""
    card = world.coordinator.create(draft(), world.course)

    def stop(*words: object, **more: object) -> None:
        raise refusal("collection-busy")

    with monkeypatch.context() as patch:
        patch.setattr(type(world.collection.cohorts), "save", stop)
        with pytest.raises(KursappError):
            world.coordinator.recovery_code(card.id)
    assert world.coordinator.card(card.id).state is CohortState.DRAFT
    with pytest.raises(KursappError) as caught:
        world.coordinator.publish(card.id, tmp_path)
    assert caught.value.problem.code == "cohort-without-recovery"
    assert not list(tmp_path.glob("*.kull"))


def test_nothing_is_published_before_a_test_answer_came_back(
    world: OfficeWorld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a sealed test answer cannot be opened, the cohort stays unpublished and no file is written."""
    card = world.coordinator.create(draft(), world.course)
    world.coordinator.recovery_code(card.id)

    def fail(self: AnswerOpener, data: bytes) -> object:
        raise refusal("answer-file-damaged")

    monkeypatch.setattr(AnswerOpener, "open", fail)
    with pytest.raises(KursappError) as caught:
        world.coordinator.publish(card.id, tmp_path)
    assert caught.value.problem.code == "cohort-file-trial"
    assert not list(tmp_path.glob("*.kull"))
    assert world.coordinator.card(card.id).state is CohortState.READY


def test_the_recovery_sheet_opens_answers(world: OfficeWorld) -> None:
    """The key on paper alone opens what participants seal; the sheet made before it opens nothing."""
    card = world.coordinator.create(draft(), world.course)
    earlier, code = (world.coordinator.recovery_code(card.id) for _ in range(2))
    world.coordinator.publish(card.id, world.folder)
    cohort = world.coordinator.cohort(card.id)
    sent = world.submission(cohort)
    private = recovery_pair(read_recovery_code(code)).private
    assert open_answers(seal(sent, cohort), cohort, private).submission.response_id == sent.response_id
    with pytest.raises(KursappError) as caught:
        open_answers(seal(sent, cohort), cohort, recovery_pair(read_recovery_code(earlier)).private)
    assert caught.value.problem.code == "answer-file-not-for-key"


def test_the_recovery_code_is_not_kept(world: OfficeWorld, tmp_path: Path) -> None:
    """After publishing it cannot be had again, and it is in no file of the program."""
    card = world.coordinator.create(draft(), world.course)
    code = world.coordinator.recovery_code(card.id)
    world.coordinator.publish(card.id, tmp_path)
    with pytest.raises(KursappError) as caught:
        world.coordinator.recovery_code(card.id)
    assert caught.value.problem.code == "cohort-published"
    seed = read_recovery_code(code)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert seed not in path.read_bytes()
            assert code.encode() not in path.read_bytes()


def test_published_again_it_is_the_same_file(world: OfficeWorld, tmp_path: Path) -> None:
    """Writing the file once more gives the same bytes, over the copy that is there or in another folder."""
    card = world.coordinator.create(draft(), world.course)
    world.coordinator.recovery_code(card.id)
    elsewhere = tmp_path / "pinne"
    elsewhere.mkdir()
    first = world.coordinator.publish(card.id, tmp_path).path.read_bytes()
    assert world.coordinator.publish(card.id, tmp_path).path.read_bytes() == first
    assert world.coordinator.publish(card.id, elsewhere).path.read_bytes() == first


def test_another_file_of_the_name_is_left_alone(world: OfficeWorld, tmp_path: Path) -> None:
    """A cohort of the same name gets a number, each time the same, and what stood there is not written over."""
    world.publish()
    card = world.coordinator.create(draft(), world.course)
    world.coordinator.recovery_code(card.id)
    before = (tmp_path / "Vår-2026.kull").read_bytes()
    assert [world.coordinator.publish(card.id, tmp_path).path.name for _ in range(2)] == ["Vår-2026-2.kull"] * 2
    assert (tmp_path / "Vår-2026.kull").read_bytes() == before
    assert cohort_file.read(tmp_path / "Vår-2026-2.kull")[0].id == card.id


def test_a_folder_that_is_not_there(world: OfficeWorld, tmp_path: Path) -> None:
    """A stick pulled out: one sentence, and the cohort can be published elsewhere."""
    card = world.coordinator.create(draft(), world.course)
    world.coordinator.recovery_code(card.id)
    with pytest.raises(KursappError) as caught:
        world.coordinator.publish(card.id, tmp_path / "borte")
    assert caught.value.problem.code == "file-not-written"
    assert world.coordinator.card(card.id).state is CohortState.READY
    assert world.coordinator.publish(card.id, tmp_path).path.exists()
