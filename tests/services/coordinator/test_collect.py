"""Collecting: every file has one state, and the collection depends on the files alone."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kursapp.delivery import progress_file
from kursapp.delivery.canonical import canonical_code
from kursapp.domain.attendance import Attendance, DayDone
from kursapp.domain.cohort import Cohort
from kursapp.domain.problem import KursappError
from kursapp.domain.submission import FileState
from kursapp.services.answer_folder import Listing
from kursapp.services.collect import AT_ONCE, collect
from kursapp.services.marks import Marks
from kursapp.storage.collection.collection import Collection
from tests.services.coordinator.office_world import AFTER, BEFORE, OfficeWorld, draft

NEW, HAD, REPLACES, REPLACED = FileState.NEW, FileState.ALREADY_HAD, FileState.REPLACES, FileState.REPLACED
CONFLICT, WAITING, OTHER, UNREADABLE = FileState.CONFLICT, FileState.WAITING, FileState.OTHER, FileState.UNREADABLE


class Counting:
    """A watch that counts, and says stop after so many reports."""

    def __init__(self, stop_after: int = 1_000_000) -> None:
        self.reports: list[tuple[int, int]] = []
        self._stop_after = stop_after

    def progress(self, done: int, total: int) -> None:
        self.reports.append((done, total))

    def cancelled(self) -> bool:
        return len(self.reports) >= self._stop_after


def test_files_are_new_once(both: OfficeWorld) -> None:
    """The first time a file is new, and every time after it was had already; persons stay the same."""
    cohort = both.publish()
    files = both.hand_in(cohort, count=6)
    assert both.states(cohort, *files) == [NEW] * 6
    assert both.states(cohort, *files, files[0]) == [HAD] * 7
    assert both.coordinator.round(cohort.id, AFTER).persons == 6


def test_a_file_twice_in_one_collecting_is_had_the_second_time(world: OfficeWorld) -> None:
    """A copy in the same folder, or the same content sealed anew, is told as had already."""
    cohort = world.publish()
    sent = world.submission(cohort)
    first, anew = world.write(cohort, sent), world.write(cohort, sent)
    copy = world.inbox / "kopi.svar"
    copy.write_bytes(first.read_bytes())
    assert world.states(cohort, first, copy, anew) == [NEW, HAD, HAD]
    assert world.coordinator.round(cohort.id, AFTER).persons == 1


def test_a_newer_one_replaces_whichever_came_first(both: OfficeWorld) -> None:
    """Old and new in either order: the newer counts, the older is replaced, one person has handed in."""
    cohort = both.publish()
    old = both.submission(cohort)
    new = both.submission(cohort, replaces=old.response_id)
    assert both.states(cohort, both.write(cohort, new)) == [NEW]
    assert both.states(cohort, both.write(cohort, old)) == [REPLACED]
    card = both.coordinator.round(cohort.id, AFTER)
    assert (card.persons, card.files) == (1, {REPLACED: 1, REPLACES: 1})


def test_what_is_taken_back_is_no_person(both: OfficeWorld) -> None:
    """An empty replacement leaves nobody behind, and she may hand in again after it."""
    cohort = both.publish()
    first = both.submission(cohort)
    back = both.submission(cohort, replaces=first.response_id, answers={})
    again = both.submission(cohort, replaces=back.response_id)
    both.collect(cohort, both.write(cohort, first), both.write(cohort, back))
    assert both.coordinator.round(cohort.id, AFTER).persons == 0
    both.collect(cohort, both.write(cohort, again))
    assert both.coordinator.round(cohort.id, AFTER).persons == 1


def test_the_same_id_with_other_content_is_a_conflict_counted_once(both: OfficeWorld) -> None:
    """Two contents under one id count one person, and the one that does not count says why."""
    cohort = both.publish()
    first = both.submission(cohort)
    other = both.submission(cohort, response_id=first.response_id)
    outcomes = both.collect(cohort, both.write(cohort, first), both.write(cohort, other)).outcomes
    assert Counter(outcome.state for outcome in outcomes) == {NEW: 1, CONFLICT: 1}
    assert [outcome.why.code for outcome in outcomes if outcome.why] == ["answer-conflict"]
    assert both.coordinator.round(cohort.id, AFTER).persons == 1


def test_two_that_replace_one_count_once(world: OfficeWorld) -> None:
    """Two replacements of one answer, from two copies of a profile, count one person."""
    cohort = world.publish()
    first = world.submission(cohort)
    files = [world.write(cohort, world.submission(cohort, replaces=first.response_id)) for _ in range(2)]
    assert sorted(world.states(cohort, world.write(cohort, first), *files)) == [CONFLICT, REPLACED, REPLACES]
    assert world.coordinator.round(cohort.id, AFTER).persons == 1


def test_each_form_is_a_round_of_its_own(world: OfficeWorld) -> None:
    """Answers to two forms never meet: not in a conflict, not in a count."""
    cohort = world.publish()
    sent = world.submission(cohort)
    elsewhere = world.submission(cohort, BEFORE, response_id=sent.response_id)
    assert world.states(cohort, world.write(cohort, sent), world.write(cohort, elsewhere)) == [NEW, NEW]
    assert [card.persons for card in world.coordinator.rounds(cohort.id)] == [1, 1, 0]


def test_bad_files_stop_nobody(both: OfficeWorld, tmp_path: Path) -> None:
    """Empty, cut, flipped, appended, foreign and missing files and a folder have a state each; the good one is new."""
    cohort = both.publish()
    good, cut, flipped, appended = both.hand_in(cohort, count=4)
    cut.write_bytes(cut.read_bytes()[:-1])
    data = bytearray(flipped.read_bytes())
    data[len(data) // 2] ^= 1
    flipped.write_bytes(data)
    appended.write_bytes(appended.read_bytes() + b"\0")
    empty, foreign = both.inbox / "tom.svar", both.inbox / "bilde.svar"
    empty.write_bytes(b"")
    foreign.write_bytes(b"\x89PNG\r\n\x1a\n" * 4000)
    files = (empty, cut, flipped, good, appended, foreign, both.inbox / "finnes-ikke.svar", both.inbox)
    outcomes = both.collect(cohort, *files).outcomes
    assert [outcome.state for outcome in outcomes] == [UNREADABLE] * 3 + [NEW] + [UNREADABLE] * 4
    assert [outcome.why.code for outcome in outcomes if outcome.why] == [
        "answer-file-empty",
        "answer-file-cut",
        "answer-file-damaged",
        "answer-file-appended",
        "answer-file-foreign",
        "file-not-read",
        "file-not-read",
    ]
    assert [outcome.name for outcome in outcomes] == [file.name for file in files]
    assert both.coordinator.round(cohort.id, AFTER).persons == 1


def test_a_file_of_another_cohort_is_told_apart(world: OfficeWorld) -> None:
    """A file to another cohort is no damaged file, and is collected there."""
    here, there = world.publish(name="Her"), world.publish(name="Der")
    (file,) = world.hand_in(there)
    assert world.states(here, file) == [OTHER]
    assert world.states(there, file) == [NEW]


def test_collecting_can_be_stopped_and_gone_on_with(both: OfficeWorld) -> None:
    """Stopped after a portion, its files stand; collecting again takes the rest and counts nobody twice."""
    cohort = both.publish()
    files = both.hand_in(cohort, count=AT_ONCE + 5)
    held = both.office.held(cohort.id)
    watch = Counting(stop_after=1)
    stopped = collect(both.office, held, files, watch)
    assert stopped.cancelled
    assert stopped.counts == {NEW: AT_ONCE}
    assert watch.reports == [(AT_ONCE, AT_ONCE + 5)]
    assert collect(both.office, held, files, Counting()).counts == {HAD: AT_ONCE, NEW: 5}
    assert both.coordinator.round(cohort.id, AFTER).persons == AT_ONCE + 5


def test_a_cohort_that_is_not_published_collects_nothing(world: OfficeWorld) -> None:
    """Before publishing there is nothing to collect for."""
    card = world.coordinator.create(draft(), world.course)
    with pytest.raises(KursappError) as caught:
        world.coordinator.collect(card.id, [])
    assert caught.value.problem.code == "cohort-not-published"


def test_two_collect_into_one_server_at_once(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """Two coordinators with the same files and one server: each file is there once, each person counted once."""
    world = OfficeWorld(tmp_path, request.getfixturevalue("postgres").new_database())
    cohort = world.publish()
    files = world.hand_in(cohort, count=8)
    second = world.open_collection()
    office = world.office_with(second)
    assert world.states(cohort, *files[:6]) == [NEW] * 6
    assert Counter(one.state for one in collect(office, office.held(cohort.id), files, Counting()).outcomes) == {
        HAD: 6,
        NEW: 2,
    }
    assert world.states(cohort, *files) == [HAD] * 8
    assert world.coordinator.round(cohort.id, AFTER).persons == 8
    second.close()
    world.close()


# Named progress --------------------------------------------------------------------------------


def progress(cohort: Cohort, world: OfficeWorld, name: str, day: int, done: int) -> Path:
    made = Attendance(cohort.id, name, "Vik kommune", date(2026, 4, day), (DayDone("dag-1", "Dag 1", done, 12),), False)
    path = world.inbox / f"{name}-{day}-{done}.fremdrift"
    path.write_bytes(progress_file.seal(made, cohort))
    return path


def test_the_latest_progress_of_each_is_kept(both: OfficeWorld) -> None:
    """Progress handed in anew takes the place of the older, in whatever order they come."""
    cohort = both.publish(wants_progress=True)
    old, new = progress(cohort, both, "Kari", 1, 3), progress(cohort, both, "Kari", 9, 12)
    other = progress(cohort, both, "Anne", 2, 5)
    assert both.states(cohort, new, old, other) == [NEW, REPLACED, NEW]
    assert both.states(cohort, new, other) == [HAD, HAD]
    shown = both.coordinator.attendance(cohort.id)
    assert [(one.name, one.days[0].done) for one in shown] == [("Anne", 5), ("Kari", 12)]


def test_progress_of_another_cohort_is_told_apart(world: OfficeWorld) -> None:
    """A progress file to another cohort is named as that."""
    here, there = world.publish(name="Her"), world.publish(name="Der")
    assert world.states(here, progress(there, world, "Kari", 1, 1)) == [OTHER]


def test_progress_has_no_part_in_a_round(world: OfficeWorld) -> None:
    """Nothing of a named file is among the sealed answers."""
    cohort = world.publish()
    world.collect(cohort, progress(cohort, world, "Kari", 1, 3))
    assert all(card.persons == 0 and not card.files for card in world.coordinator.rounds(cohort.id))


# Codes -----------------------------------------------------------------------------------------


def code_for(slip: str, title: str = "Etter kurset") -> str:
    """Return what a slip says for one round."""
    return dict(line.split(": ") for line in slip.splitlines())[title]


def test_only_codes_that_were_drawn_count_and_each_once(both: OfficeWorld) -> None:
    """Without a code, with a made-up one: turned away. Two with one code: one counts."""
    cohort = both.publish(codes=True)
    first, second = map(code_for, both.coordinator.draw_codes(cohort.id, 2))
    typed = first.replace("-", " ").lower()
    without, unknown = both.hand_in(cohort)[0], both.hand_in(cohort, code="AAAA-AAAA")[0]
    files = [*both.hand_in(cohort, code=typed, count=2), *both.hand_in(cohort, code=second)]
    outcomes = both.collect(cohort, without, unknown, *files).outcomes
    why = [outcome.why.code for outcome in outcomes[:2] if outcome.why]
    assert why == ["answer-code-missing", "answer-code-unknown"]
    assert sorted(outcome.state for outcome in outcomes) == [CONFLICT, NEW, NEW, UNREADABLE, UNREADABLE]
    assert both.coordinator.round(cohort.id, AFTER).persons == 2


def test_a_slip_has_another_code_for_every_round(both: OfficeWorld) -> None:
    """No code is good in two rounds, so none ties two forms of one person together; closed rounds get none."""
    cohort = both.publish(codes=True)
    slips = both.coordinator.draw_codes(cohort.id, 10)
    codes = [code_for(slip, form.form.title) for slip in slips for form in cohort.forms]
    assert len(set(codes)) == 30
    after, before = code_for(slips[0]), code_for(slips[0], "Før kurset")
    assert both.states(cohort, *both.hand_in(cohort, BEFORE, code=after)) == [UNREADABLE]
    assert both.states(cohort, *both.hand_in(cohort, BEFORE, code=before)) == [NEW]
    both.coordinator.close_round(cohort.id, BEFORE)
    assert "Før kurset" not in both.coordinator.draw_codes(cohort.id, 1)[0]


def test_one_who_replaces_her_answer_types_the_same_code(world: OfficeWorld) -> None:
    """A replacement under the code of the first counts instead of it."""
    cohort = world.publish(codes=True)
    code = code_for(world.coordinator.draw_codes(cohort.id, 1)[0])
    first = world.submission(cohort, code=code)
    newer = world.submission(cohort, code=code, replaces=first.response_id)
    assert world.states(cohort, world.write(cohort, newer), world.write(cohort, first)) == [REPLACES, REPLACED]


def test_codes_are_kept_as_digests_and_go_when_the_round_is_closed(world: OfficeWorld) -> None:
    """The collection knows keyed digests only, and a closed round has none left to check by."""
    cohort = world.publish(codes=True)
    codes = [code_for(slip) for slip in world.coordinator.draw_codes(cohort.id, 5)]
    for code in codes:
        world.hand_in(cohort, code=code)
    world.collect(cohort)
    marks = Marks(world.office.keys(cohort.id))
    known = {marks.code(AFTER, code.replace("-", "")) for code in codes}
    assert world.collection.codes.known(cohort.id, AFTER, known) == known
    world.coordinator.close_round(cohort.id, AFTER)
    assert world.collection.codes.count(cohort.id, AFTER) == 0
    (late,) = world.hand_in(cohort, code=codes[0])
    (outcome,) = world.collect(cohort, late).outcomes
    assert (outcome.state, outcome.why and outcome.why.code) == (WAITING, "late-code")
    assert world.coordinator.round(cohort.id, AFTER).waiting == 0


def test_when_codes_cannot_be_made(world: OfficeWorld) -> None:
    """Not where the rules say there are none, not none or too many, and not when every round is closed."""
    plain, coded = world.publish(name="Uten"), world.publish(name="Med", codes=True, form_ids=(AFTER,))
    (slip,) = world.coordinator.draw_codes(coded.id, 1)
    world.collect(coded, *world.hand_in(coded, code=code_for(slip)))
    for cohort, count, code in (
        (plain, 5, "cohort-without-codes"),
        (coded, 0, "cohort-code-count"),
        (coded, 1001, "cohort-code-count"),
        (coded, 5, "cohort-codes-closed"),
    ):
        if code == "cohort-codes-closed":
            world.coordinator.close_round(coded.id, AFTER)
        with pytest.raises(KursappError) as caught:
            world.coordinator.draw_codes(cohort.id, count)
        assert caught.value.problem.code == code


# The law ---------------------------------------------------------------------------------------


def snapshot(collection: Collection, world: OfficeWorld, cohort: Cohort, files: list[Path]) -> object:
    """Return all a collection knows of these files, as far as it may depend on them."""
    marks = Marks(world.office.keys(cohort.id))
    every = {marks.file(path.read_bytes()) for path in files}
    deliveries = [collection.deliveries.marks(cohort.id, form.form.id) for form in cohort.forms]
    people = collection.participation.of_cohort(cohort.id)
    return deliveries, collection.seen.known(cohort.id, every), people


@pytest.fixture
def lawful(both: OfficeWorld) -> tuple[OfficeWorld, Cohort, list[Path]]:
    """Return a cohort with files of every sort: new, replacing, in conflict, in a ring, bad, foreign, named."""
    cohort = both.publish()
    a, b = both.submission(cohort), both.submission(cohort, BEFORE)
    sent = [
        a,
        b,
        both.submission(cohort, replaces=a.response_id),
        both.submission(cohort, replaces=a.response_id),
        both.submission(cohort, response_id=b.response_id, form_id=BEFORE),
        both.submission(cohort, replaces="ab" * 16),
        both.submission(cohort, response_id="12" * 16, replaces="34" * 16),
        both.submission(cohort, response_id="34" * 16, replaces="12" * 16),
    ]
    sent.append(both.submission(cohort, replaces=sent[2].response_id, answers={}))
    files = [both.write(cohort, each) for each in sent]
    bad = both.inbox / "tull.svar"
    bad.write_bytes(b"tull")
    named = [progress(cohort, both, "Kari", day, day) for day in (1, 2)]
    return both, cohort, [*files, bad, *named]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_order_repetition_and_portions_give_the_same_collection(
    lawful: tuple[OfficeWorld, Cohort, list[Path]], data: st.DataObject
) -> None:
    """Before closing the collection depends on which files have come, not on how (DESIGN §5)."""
    world, cohort, files = lawful
    found = []
    for run in (files, data.draw(st.permutations(files + files[:4]))):
        cuts = sorted(data.draw(st.lists(st.integers(0, len(run)), max_size=3)))
        with_new = world.another_collection()
        office = world.office_with(with_new)
        office.keep(cohort, 24, published=True)
        for start, end in zip([0, *cuts], [*cuts, len(run)], strict=True):
            collect(office, office.held(cohort.id), run[start:end], Counting())
        found.append(snapshot(with_new, world, cohort, files))
        with_new.close()
    assert found[0] == found[1]


def test_a_listing_is_its_paths_in_their_order(tmp_path: Path) -> None:
    """Kept as names, they come back as the paths they were: one, some or all."""
    paths = [tmp_path / f"{number}.svar" for number in range(5)]
    listing = Listing(paths)
    assert len(listing) == 5
    assert list(listing) == paths
    assert (listing[0], listing[-1]) == (paths[0], paths[-1])
    assert listing[1:3] == paths[1:3]
    assert paths[2] in listing


def test_what_was_turned_away_is_looked_at_again(world: OfficeWorld) -> None:
    """A file that cannot be opened, or is another cohort's, says so each time; nothing of it is remembered."""
    cohort, other = world.publish(), world.publish(name="Et annet")
    (bad,) = world.hand_in(cohort)
    bad.write_bytes(bad.read_bytes()[:-1])
    (foreign,) = world.hand_in(other)
    for _ in range(2):
        assert world.states(cohort, bad, foreign) == [UNREADABLE, OTHER]


def test_a_code_drawn_later_lets_its_answer_in(world: OfficeWorld) -> None:
    """Turned away for a code nobody knew yet, the same file is taken in when the code is one of those drawn."""
    cohort = world.publish(codes=True)
    code = "K7PD-3XAM"
    (file,) = world.hand_in(cohort, code=code)
    assert world.states(cohort, file) == [UNREADABLE]
    mark = Marks(world.safe.get(cohort.id)).code(AFTER, canonical_code(code))
    world.collection.codes.add(cohort.id, AFTER, [mark])
    assert world.states(cohort, file) == [NEW]
