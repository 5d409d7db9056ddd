"""Handing in: what is in the file, who it replaces, and what is left when it cannot be written."""

from __future__ import annotations

import contextlib
import errno
import secrets
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from kursapp.delivery.answer_file import seal
from kursapp.delivery.progress_file import seal as seal_progress
from kursapp.domain.evaluation_answer import RatedTwice, Written
from kursapp.domain.problem import KursappError
from kursapp.domain.response import Chosen
from kursapp.domain.submission import Solved
from kursapp.storage.backup import backups
from kursapp.storage.participant.profile_file import SCHEMA, open_profile
from kursapp.storage.restoring import put_back
from tests.delivery.runs import brought_to_light, shared
from tests.room import Room, room_for


@pytest.fixture
def room(world) -> Room:
    """Give the coordinator of a cohort that asks for the form and the quiz."""
    return room_for(world.course, (world.form, world.quiz), world.opened.bank)


@pytest.fixture
def stick(tmp_path) -> Path:
    """Give a folder to hand in to."""
    folder = tmp_path / "pinne"
    folder.mkdir()
    return folder


def join(world, room: Room, folder: Path) -> None:
    cohorts = world.participant.cohorts
    cohorts.join(cohorts.look_at(room.put_file(folder / "kull")))


@pytest.fixture
def joined(world, room, tmp_path) -> Iterator[Room]:
    """Give the room after the participant has joined and answered."""
    join(world, room, tmp_path)
    answer(world)
    return room


def answer(world, text: str = "Mer tid\r\ntil samtaler ") -> None:
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(1, 4))
    world.desk.evaluate.answer(world.form, "kommentar", Written(text))


def refused(world, do) -> str:
    with pytest.raises(KursappError) as found:
        do()
    return found.value.problem.code


def test_the_file_holds_exactly_what_was_shown(world, joined, stick) -> None:
    """The letter read before sending and the answers the coordinator opens are the same, to the letter."""
    letter = world.desk.hand_in.letter(world.form)
    receipt = world.desk.hand_in.send(world.form, stick)
    opened = joined.open(receipt.path).submission
    assert opened.answers == letter.submission.answers
    assert opened.answers == (("frister", RatedTwice(1, 4)), ("kommentar", Written("Mer tid\ntil samtaler")))
    assert (opened.replaces, opened.code, opened.form_id) == ("", "", world.form.id)
    assert (receipt.given, receipt.total, receipt.replaced, receipt.is_withdrawal) == (2, 2, False, False)


def test_nothing_about_the_person_is_on_the_outside(world, joined, stick) -> None:
    """A name by lot, a time that never changes, the length every file of the form has, and no word in clear."""
    path = world.desk.hand_in.send(world.form, stick).path
    data = path.read_bytes()
    assert len(data) == joined.cohort.form(world.form.id).length
    assert path.stat().st_mtime == 946_728_000
    assert b"samtaler" not in data
    assert joined.open(path).submission.response_id.encode() not in data
    assert list(stick.iterdir()) == [path]


def test_what_is_half_answered_is_not_sent(world, room, tmp_path, stick) -> None:
    """One half of a pair is no answer yet, and the letter says so by leaving it out."""
    join(world, room, tmp_path)
    world.desk.evaluate.answer(world.form, "frister", RatedTwice(before=2))
    assert refused(world, lambda: world.desk.hand_in.letter(world.form)) == "hand-in-nothing"
    world.desk.evaluate.answer(world.form, "kommentar", Written("Hei"))
    assert dict(world.desk.hand_in.letter(world.form).submission.answers) == {"kommentar": Written("Hei")}


def test_handing_in_again_replaces(world, joined, stick) -> None:
    """Each file names the one before, so that a person is counted once."""
    first = joined.open(world.desk.hand_in.send(world.form, stick).path).submission
    state = world.desk.hand_in.state(world.form)
    assert (state.handed_in_at, state.has_changed, state.can_withdraw) == (world.clock.now(), False, True)
    answer(world, "Noe annet")
    assert world.desk.hand_in.state(world.form).has_changed
    world.restart()
    assert world.desk.hand_in.letter(world.form).replaces
    second = joined.open(world.desk.hand_in.send(world.form, stick).path).submission
    assert second.replaces == first.response_id
    assert second.response_id != first.response_id
    assert not world.desk.hand_in.state(world.form).has_changed


def test_taking_back_and_thinking_better_of_it(world, joined, stick) -> None:
    """An empty file replaces the last one; what is handed in after that replaces the empty one."""
    hand_in = world.desk.hand_in
    assert refused(world, lambda: hand_in.withdraw(world.form, stick)) == "hand-in-nothing-there"
    first = joined.open(hand_in.send(world.form, stick).path).submission
    receipt = hand_in.withdraw(world.form, stick)
    taken = joined.open(receipt.path).submission
    assert receipt.is_withdrawal
    assert taken.is_withdrawal
    assert taken.replaces == first.response_id
    state = hand_in.state(world.form)
    assert (state.is_withdrawn, state.can_withdraw) == (True, False)
    assert refused(world, lambda: hand_in.withdraw(world.form, stick)) == "hand-in-nothing-there"
    assert not hand_in.letter(world.form).replaces
    again = joined.open(hand_in.send(world.form, stick).path).submission
    assert again.replaces == taken.response_id


def test_a_stick_that_is_pulled_out_loses_nothing(world, joined, tmp_path) -> None:
    """The answers stand, nothing counts as handed in, and the next try uses the same id."""
    gone = tmp_path / "borte"
    assert refused(world, lambda: world.desk.hand_in.send(world.form, gone)) == "hand-in-folder-gone"
    state = world.desk.hand_in.state(world.form)
    assert (state.handed_in_at, state.obstacle) == (None, None)
    assert len(world.desk.evaluate.state(world.form).answers) == 2


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "hand-in-no-room"), (errno.EROFS, "hand-in-not-written")])
def test_a_full_or_locked_stick_is_told_and_leaves_no_half_file(
    world, joined, stick, monkeypatch, number, code
) -> None:
    """One sentence, an empty folder, and the same id for the next try: nobody can be counted twice by it."""
    from kursapp.files import writing

    def fail(_path: Path) -> None:
        raise OSError(number, "no")

    with monkeypatch.context() as patched:
        patched.setattr(writing, "sync_file", fail)
        assert refused(world, lambda: world.desk.hand_in.send(world.form, stick)) == code
    assert list(stick.iterdir()) == []
    reserved = world.profile.deliveries.get(joined.cohort.id, world.form.id).reserved
    sent = joined.open(world.desk.hand_in.send(world.form, stick).path).submission
    assert sent.response_id == reserved
    assert sent.replaces == ""


def test_a_stick_pulled_out_half_way(world, joined, stick, monkeypatch) -> None:
    """The folder is there when the writing begins and gone when it ends."""
    from kursapp.files import writing

    def pull_out(path: Path) -> None:
        path.unlink()
        stick.rmdir()
        raise OSError(errno.EIO, "gone")

    monkeypatch.setattr(writing, "sync_file", pull_out)
    assert refused(world, lambda: world.desk.hand_in.send(world.form, stick)) == "hand-in-folder-gone"


def test_a_crash_between_file_and_note_counts_nobody_twice(world, joined, stick, monkeypatch) -> None:
    """The file is out and the laptop does not know: the next one has the same id."""
    save = world.profile.deliveries.save

    def die_after_file(kept: object) -> None:
        if list(stick.iterdir()):
            raise KeyboardInterrupt
        save(kept)

    monkeypatch.setattr(world.profile.deliveries, "save", die_after_file)
    with pytest.raises(KeyboardInterrupt):
        world.desk.hand_in.send(world.form, stick)
    (lost,) = stick.iterdir()
    world.restart()
    answer(world, "Andre ord")
    sent = world.desk.hand_in.send(world.form, stick)
    ids = {joined.open(path).submission.response_id for path in (lost, sent.path)}
    assert len(ids) == 1


def test_a_profile_that_can_only_be_read_makes_no_file(world, joined, tmp_path_factory, sealed) -> None:
    """The id could not be kept, and a second file would be another person: so there is no first."""
    stick = tmp_path_factory.mktemp("pinne")
    world.profile.close()
    with sealed(world.file.parent):
        world.profile = open_profile(world.file)
        assert refused(world, lambda: world.desk.hand_in.send(world.form, stick)) == "profile-read-only"
    assert list(stick.iterdir()) == []


def test_too_many_words_are_refused_and_kept(world, joined, stick) -> None:
    """How much too long is told; every letter is still there."""
    words = "æ" * 20_000
    answer(world, words)
    assert refused(world, lambda: world.desk.hand_in.send(world.form, stick)) == "hand-in-too-long"
    assert world.desk.evaluate.state(world.form).answers["kommentar"] == Written(words)
    assert list(stick.iterdir()) == []
    answer(world, "æ" * 10_000)
    assert world.desk.hand_in.send(world.form, stick).given == 2


def test_deleting_here_leaves_no_way_to_be_counted_twice(world, joined, stick) -> None:
    """Ids and answers are gone; the form cannot be handed in once more from this laptop."""
    world.desk.evaluate.finish(world.form)
    world.desk.hand_in.send(world.form, stick)
    world.desk.hand_in.forget(world.form)
    world.restart()
    assert world.desk.evaluate.state(world.form).answers == {}
    kept = world.profile.deliveries.get(joined.cohort.id, world.form.id)
    assert (kept.response_id, kept.reserved, kept.answers, kept.handed_in_at) == ("", "", (), None)
    answer(world)
    for do in (world.desk.hand_in.send, world.desk.hand_in.withdraw):
        assert refused(world, lambda do=do: do(world.form, stick)) == "hand-in-forgotten"


def test_deleting_what_was_never_handed_in_is_beginning_anew(world, joined, stick) -> None:
    """Nothing is at the coordinator's, so the form is blank again and can be handed in."""
    world.desk.evaluate.finish(world.form)
    world.desk.hand_in.forget(world.form)
    state = world.desk.evaluate.state(world.form)
    assert (state.answers, state.finished_at) == ({}, None)
    answer(world)
    assert world.desk.hand_in.send(world.form, stick).given == 2


def test_a_form_of_another_version_is_not_handed_in(world, joined, stick) -> None:
    """The words on the screen are not the cohort's; a new version with the same words is no obstacle."""
    world.use_version("1.1.0")
    assert world.desk.hand_in.state(world.form).obstacle is None
    other = replace(world.form, title="Et annet skjema")
    assert refused(world, lambda: world.desk.hand_in.send(other, stick)) == "hand-in-other-version"
    assert not world.desk.hand_in.state(other).can_withdraw


def test_what_was_handed_in_can_be_taken_back_when_the_words_are_others_by_now(world, joined, stick) -> None:
    """A new version of the course takes nobody's way back."""
    first = joined.open(world.desk.hand_in.send(world.form, stick).path).submission
    other = replace(world.form, title="Et annet skjema")
    assert world.desk.hand_in.state(other).can_withdraw
    taken = joined.open(world.desk.hand_in.withdraw(other, stick).path).submission
    assert (taken.is_withdrawal, taken.replaces) == (True, first.response_id)


def test_a_form_the_cohort_does_not_ask_for_stays_here(world, joined, stick) -> None:
    """And without a cohort nothing is said of handing in at all."""
    other = replace(world.form, id="eval-annet")
    assert refused(world, lambda: world.desk.hand_in.send(other, stick)) == "hand-in-not-asked"


def test_without_a_cohort_there_is_nothing_to_hand_in_to(world, stick) -> None:
    """The form is the participant's own, as before."""
    assert world.desk.hand_in.state(world.form) is None
    assert world.desk.page_state(world.form).hand_in is None
    assert refused(world, lambda: world.desk.hand_in.send(world.form, stick)) == "hand-in-no-cohort"


def test_codes_are_asked_for_and_sent(world, room, tmp_path, stick) -> None:
    """As they are read from paper, however they are typed; without one there is no file."""
    coded = room.with_rules(codes=True)
    join(world, coded, tmp_path)
    answer(world)
    assert refused(world, lambda: world.desk.hand_in.send(world.form, stick, " ")) == "hand-in-code-missing"
    sent = world.desk.hand_in.send(world.form, stick, "ab 12-cd")
    assert coded.open(sent.path).submission.code == "AB12CD"


def take_quiz(world, *, right: bool) -> None:
    attempt = world.desk.quiz.start(world.quiz)
    for number, one in enumerate(attempt.questions):
        if number == 3:
            continue
        letter = "a" if right or number == 0 else "b"
        chosen = Chosen((f"{one.question.id}-{letter}",))
        world.desk.quiz.answer(world.quiz, attempt.attempt_id, one.question.id, chosen)
    world.desk.quiz.submit(world.quiz, attempt.attempt_id)


def test_the_first_attempt_of_a_quiz_is_shared(world, room, tmp_path, stick) -> None:
    """What was answered the first time, what was left open included; a later attempt changes nothing."""
    join(world, room, tmp_path)
    assert refused(world, lambda: world.desk.hand_in.letter(world.quiz)) == "hand-in-nothing"
    take_quiz(world, right=False)
    take_quiz(world, right=True)
    sent = room.open(world.desk.hand_in.send(world.quiz, stick).path).submission
    assert sent.form_id == world.quiz.id
    assert dict(sent.answers) == {
        "z0": Solved(1000, ("z0-a",)),
        "z1": Solved(0, ("z1-b",)),
        "z2": Solved(0, ("z2-b",)),
        "z3": Solved(0, ()),
    }


def test_two_kinds_of_files_never_lie_in_one_folder(world, joined, tmp_path, stick) -> None:
    """Answers, shared quiz answers and named progress side by side would tell whose they are."""
    take_quiz(world, right=True)
    world.desk.hand_in.send(world.form, stick)
    assert refused(world, lambda: world.desk.hand_in.send(world.quiz, stick)) == "hand-in-folder-taken"
    assert refused(world, lambda: world.desk.tell_progress.send("Kari", "", stick)) == "hand-in-folder-taken"
    world.desk.hand_in.send(world.form, stick)
    for name, do in (
        ("quiz", lambda folder: world.desk.hand_in.send(world.quiz, folder)),
        ("fremdrift", lambda folder: world.desk.tell_progress.send("Kari", "", folder)),
    ):
        folder = tmp_path / name
        folder.mkdir()
        do(folder)
        assert refused(world, lambda folder=folder: world.desk.hand_in.send(world.form, folder)) == (
            "hand-in-folder-taken"
        )


def test_files_of_other_cohorts_and_other_things_are_no_hindrance(world, joined, stick) -> None:
    """Only what can be held together with this cohort's files is."""
    (stick / "notat.svar").write_bytes(b"x" * 10)
    (stick / "bilde.png").write_bytes(b"")
    assert world.desk.hand_in.send(world.form, stick).path.exists()


def test_no_two_files_of_a_laptop_share_a_run_of_bytes(world, joined, tmp_path) -> None:
    """Opened by the coordinator, what one person handed in as form, quiz and progress has nothing of its own in common.

    What any other laptop of the cohort writes as well (its id, its rules, its secret) does not count.
    """
    take_quiz(world, right=True)
    folders = [tmp_path / name for name in ("a", "b", "c")]
    for folder in folders:
        folder.mkdir()
    sent = {
        "form": world.desk.hand_in.send(world.form, folders[0]).path,
        "quiz": world.desk.hand_in.send(world.quiz, folders[1]).path,
        "progress": world.desk.tell_progress.send("Kari Nordmann", "Bergen", folders[2]).path,
    }
    mine = {name: brought_to_light(path.read_bytes(), joined.cohort, joined.keys) for name, path in sent.items()}
    another = {name: _of_another(joined, path) for name, path in sent.items()}
    assert shared(mine, another) == set()
    tied = {**mine, "quiz": mine["quiz"] + joined.open(sent["form"]).submission.response_id.encode()}
    assert shared(tied, another), "a response id in two files would be found"


def _of_another(room: Room, path: Path) -> bytes:
    """Return what another laptop writes of the same kind, brought to light: no answers, another name."""
    if path.suffix == ".fremdrift":
        data = seal_progress(replace(room.open_progress(path), name="Ola Hansen", workplace=""), room.cohort)
    else:
        blank = replace(room.open(path).submission, response_id=secrets.token_hex(16), answers=())
        data = seal(blank, room.cohort)
    return brought_to_light(data, room.cohort, room.keys)


def test_deleting_reaches_the_backups_too(world, joined, stick) -> None:
    """No page of any backup holds the words or the id afterwards; everything else in them is as it was."""
    world.desk.take.read_page("arbeid")
    answer(world, "Dette er hemmelig")
    sent = joined.open(world.desk.hand_in.send(world.form, stick).path).submission
    world.restart()
    made = world.profile.back_up(world.clock.now())
    assert b"hemmelig" in made.read_bytes()
    assert sent.response_id.encode() in made.read_bytes()
    before = made.stat().st_mtime_ns
    world.desk.hand_in.forget(world.form)
    world.restart()
    for path in world.file.parent.rglob("profil*"):
        if path.is_file():
            assert b"hemmelig" not in path.read_bytes(), path
            assert sent.response_id.encode() not in path.read_bytes(), path
    assert made.stat().st_mtime_ns == before
    world.profile.close()
    world.file.unlink()
    put_back(backups(world.file)[0], world.file, SCHEMA, None, world.clock.now())
    world.profile = open_profile(world.file)
    assert world.desk.take.is_read("arbeid")
    assert world.desk.hand_in.state(world.form).is_forgotten


def test_a_damaged_backup_is_in_nobodys_way(world, joined) -> None:
    """It is left as it is, to the byte, and the answers go all the same."""
    hurt = world.profile.back_up(world.clock.now())
    hurt.write_bytes(b"\0" * 4096 + hurt.read_bytes()[4096:])
    before = hurt.read_bytes()
    world.desk.hand_in.forget(world.form)
    assert hurt.read_bytes() == before
    assert world.desk.evaluate.state(world.form).answers == {}


def test_a_backup_of_version_1_forgets_answers(world, joined) -> None:
    """It knows of no ids, and has answers all the same."""
    backup = world.profile.back_up(world.clock.now())
    with contextlib.closing(dbapi2.connect(str(backup))) as old:
        old.execute("DROP TABLE delivery")
        old.execute("DROP TABLE cohort")
        old.commit()
    world.desk.hand_in.forget(world.form)
    with contextlib.closing(dbapi2.connect(str(backup))) as old:
        assert old.execute("SELECT count(*) FROM evaluation_answer").fetchone() == (0,)
