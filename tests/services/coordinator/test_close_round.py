"""Closing a round and letting in who came late: one transaction, final, and rows that are nobody's."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from kursapp.delivery.answer_file import AnswerOpener
from kursapp.domain.cohort import LEAST_FOR_COMMENTS, Cohort
from kursapp.domain.evaluation_answer import Rated, RatedTwice, Written
from kursapp.domain.exporting import ExportKind
from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.results import Count, Hidden, Table, Why
from kursapp.domain.submission import FileState, Solved
from kursapp.services.cohort_cards import RoundState
from kursapp.storage.backup import backups
from kursapp.storage.collection.tidying import is_untidy
from tests.services.coordinator.office_world import AFTER, BEFORE, QUIZ, OfficeWorld

WAITING = FileState.WAITING


def code_of(caught: pytest.ExceptionInfo[KursappError]) -> str:
    return caught.value.problem.code


def counted(world: OfficeWorld, cohort_id: str, item_id: str, form_id: str = AFTER) -> Counter[str]:
    """Return the counts of everybody's answers to one item, over all batches."""
    found: Counter[str] = Counter()
    for count in world.collection.tallies.counts(cohort_id, form_id):
        if count.item_id == item_id and not count.variable:
            found[count.step] += count.count
    return found


def test_closing_counts_what_counts(both: OfficeWorld) -> None:
    """The latest answer of each person is counted; what was replaced, taken back or in conflict is not."""
    cohort = both.publish()
    for step in (1, 2, 2, 5):
        both.hand_in(cohort, answers={"relevans": Rated(step)})
    changed = both.submission(cohort, answers={"relevans": Rated(1)})
    regretted = both.submission(cohort, answers={"relevans": Rated(1)})
    for sent in (
        changed,
        both.submission(cohort, replaces=changed.response_id, answers={"relevans": Rated(4)}),
        regretted,
        both.submission(cohort, replaces=regretted.response_id, answers={}),
    ):
        both.write(cohort, sent)
    both.collect(cohort)
    card = both.coordinator.close_round(cohort.id, AFTER)
    assert (card.state, card.persons, card.files) == (RoundState.CLOSED, 5, {})
    assert counted(both, cohort.id, "relevans") == {"1": 1, "2": 2, "4": 1, "5": 1}
    assert counted(both, cohort.id, "tempo") == {"blank": 5}
    assert both.collection.deliveries.count(cohort.id, AFTER) == 0


def test_other_rounds_stay_open(world: OfficeWorld) -> None:
    """Closing one round touches no other."""
    cohort = world.publish()
    world.hand_in(cohort, count=2)
    world.hand_in(cohort, BEFORE, count=3)
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, AFTER)
    card = world.coordinator.round(cohort.id, BEFORE)
    assert (card.state, card.persons) == (RoundState.OPEN, 3)


def test_closing_is_final(both: OfficeWorld) -> None:
    """A closed round cannot be closed again, and what comes again changes nothing."""
    cohort = both.publish()
    files = both.hand_in(cohort, count=6)
    both.collect(cohort)
    both.coordinator.close_round(cohort.id, AFTER)
    before = both.collection.tallies.counts(cohort.id, AFTER)
    with pytest.raises(KursappError) as caught:
        both.coordinator.close_round(cohort.id, AFTER)
    assert code_of(caught) == "round-closed"
    assert both.states(cohort, *files) == [FileState.ALREADY_HAD] * 6
    assert both.collection.tallies.counts(cohort.id, AFTER) == before


def test_nobody_to_close_for(world: OfficeWorld) -> None:
    """A round nobody has handed in to stays open, and so does one where all was taken back."""
    cohort = world.publish()
    with pytest.raises(KursappError) as caught:
        world.coordinator.close_round(cohort.id, AFTER)
    assert code_of(caught) == "round-empty"
    first = world.submission(cohort)
    world.write(cohort, first)
    world.write(cohort, world.submission(cohort, replaces=first.response_id, answers={}))
    world.collect(cohort)
    with pytest.raises(KursappError) as caught:
        world.coordinator.close_round(cohort.id, AFTER)
    assert code_of(caught) == "round-empty"


def test_a_closing_that_fails_has_not_begun(both: OfficeWorld, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever goes wrong while the files are opened: the round is open as before, and can be closed afterwards."""
    cohort = both.publish()
    both.hand_in(cohort, count=6)
    both.collect(cohort)
    real, opened = AnswerOpener.open, []

    def fail_at_the_fourth(self: AnswerOpener, data: bytes) -> object:
        opened.append(data)
        if len(opened) == 4:
            raise refusal("answer-file-damaged")
        return real(self, data)

    with monkeypatch.context() as patch:
        patch.setattr(AnswerOpener, "open", fail_at_the_fourth)
        with pytest.raises(KursappError):
            both.coordinator.close_round(cohort.id, AFTER)
    card = both.coordinator.round(cohort.id, AFTER)
    assert (card.state, card.persons) == (RoundState.OPEN, 6)
    assert both.collection.tallies.counts(cohort.id, AFTER) == ()
    assert both.coordinator.close_round(cohort.id, AFTER).persons == 6


def test_rows_of_one_breakdown_at_a_time(world: OfficeWorld) -> None:
    """Every item is counted by each background question alone: no row knows two of them, or two items."""
    cohort = world.publish(breakdowns=("rolle",))
    world.hand_in(cohort, count=12)
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, AFTER)
    rows = [row for row in world.collection.tallies.counts(cohort.id, AFTER) if row.variable]
    assert {row.variable for row in rows} == {"rolle"}
    assert {row.value for row in rows} <= {"=leder", "=annet", "blank"}
    assert sum(row.count for row in rows if row.item_id == "frister") == 12
    assert not [row for row in rows if row.item_id in ("bra", "rolle")]


def test_a_form_without_the_background_question_has_no_breakdown(world: OfficeWorld) -> None:
    """A breakdown announced for the cohort concerns only the forms that ask its question."""
    cohort = world.publish(breakdowns=("rolle",))
    world.hand_in(cohort, BEFORE, count=6)
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, BEFORE)
    assert world.coordinator.results(cohort.id, BEFORE).published.breakdowns == ()


def test_before_and_now_are_counted_as_a_pair(world: OfficeWorld) -> None:
    """A row answered twice is one row of the collection."""
    cohort = world.publish()
    for before, now in ((1, 4), (1, 4), (2, 2)):
        world.hand_in(cohort, answers={"frister": RatedTwice(before, now)})
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, AFTER)
    assert counted(world, cohort.id, "frister") == {"1>4": 2, "2>2": 1}


def test_a_code_counts_once_however_it_is_used(world: OfficeWorld) -> None:
    """Whoever claims to replace something that never came, under a code already used, is not counted besides."""
    cohort = world.publish(codes=True, form_ids=(AFTER,))
    codes = [slip.split(": ")[1] for slip in world.coordinator.draw_codes(cohort.id, 6)]
    for code in codes:
        world.hand_in(cohort, code=code)
    world.hand_in(cohort, code=codes[0], replaces="ab" * 16)
    world.collect(cohort)
    assert world.coordinator.close_round(cohort.id, AFTER).persons == 6


# Late ones -------------------------------------------------------------------------------------


def closed(world: OfficeWorld, persons: int = 6, **more: object) -> Cohort:
    cohort = world.publish(**more)
    world.hand_in(cohort, count=persons)
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, AFTER)
    return cohort


def test_late_files_wait_until_there_are_enough(both: OfficeWorld) -> None:
    """Four late persons wait, and results are as before; the fifth lets all in together, as a batch of their own."""
    cohort = closed(both)
    before = both.coordinator.results(cohort.id, AFTER)
    assert both.states(cohort, *both.hand_in(cohort, count=4)) == [WAITING] * 4
    card = both.coordinator.round(cohort.id, AFTER)
    assert (card.persons, card.waiting, card.may_let_in) == (6, 4, False)
    with pytest.raises(KursappError) as caught:
        both.coordinator.let_in_waiting(cohort.id, AFTER)
    assert code_of(caught) == "too-few-waiting"
    assert both.coordinator.results(cohort.id, AFTER) == before
    (fifth,) = both.hand_in(cohort)
    both.collect(cohort, fifth)
    card = both.coordinator.let_in_waiting(cohort.id, AFTER)
    assert (card.persons, card.waiting, card.files) == (11, 0, {})
    assert [closing.persons for closing in both.collection.rounds.closings(cohort.id, AFTER)] == [6, 5]
    assert both.states(cohort, fifth) == [FileState.ALREADY_HAD]


def test_nothing_counted_is_replaced_by_a_late_file(both: OfficeWorld) -> None:
    """A late replacement of what is counted waits for good, with all that replaces it; it is no first-time person."""
    cohort = both.publish()
    first = both.submission(cohort)
    both.write(cohort, first)
    both.hand_in(cohort, count=5)
    both.collect(cohort)
    both.coordinator.close_round(cohort.id, AFTER)
    late = both.submission(cohort, replaces=first.response_id)
    later = both.submission(cohort, replaces=late.response_id)
    other = both.submission(cohort, response_id=first.response_id)
    outcomes = both.collect(cohort, *(both.write(cohort, sent) for sent in (late, later, other))).outcomes
    assert [(one.state, one.why.code if one.why else "") for one in outcomes] == [
        (WAITING, "late-replacement"),
        (WAITING, "late-replacement"),
        (FileState.CONFLICT, "answer-conflict"),
    ]
    assert both.coordinator.round(cohort.id, AFTER).waiting == 0
    both.collect(cohort, *both.hand_in(cohort, count=5))
    assert both.coordinator.let_in_waiting(cohort.id, AFTER).persons == 11
    assert both.coordinator.round(cohort.id, AFTER).files == {WAITING: 2}


def test_what_is_counted_is_known_again_in_another_file(both: OfficeWorld) -> None:
    """A counted answer sealed anew is had already; other content under its id is a conflict; neither is kept."""
    cohort = both.publish()
    counted_once = both.submission(cohort)
    both.collect(cohort, both.write(cohort, counted_once), *both.hand_in(cohort, count=5))
    both.coordinator.close_round(cohort.id, AFTER)
    other = both.submission(cohort, response_id=counted_once.response_id)
    states = both.states(cohort, both.write(cohort, counted_once), both.write(cohort, other))
    assert states == [FileState.ALREADY_HAD, FileState.CONFLICT]
    assert both.collection.deliveries.count(cohort.id, AFTER) == 0


def test_late_files_replace_each_other(world: OfficeWorld) -> None:
    """Among those who wait, a newer answer takes the older one's place, and one who takes it back waits no more."""
    cohort = closed(world)
    first, second = world.submission(cohort), world.submission(cohort)
    newer = world.submission(cohort, replaces=first.response_id)
    back = world.submission(cohort, replaces=second.response_id, answers={})
    outcomes = world.collect(cohort, *(world.write(cohort, sent) for sent in (first, newer, second, back))).outcomes
    assert [one.state for one in outcomes] == [FileState.REPLACED, WAITING, FileState.REPLACED, WAITING]
    assert world.coordinator.round(cohort.id, AFTER).waiting == 1


def test_nobody_is_let_into_an_open_round(world: OfficeWorld) -> None:
    """Letting in is for closed rounds."""
    cohort = world.publish()
    world.hand_in(cohort, count=6)
    world.collect(cohort)
    with pytest.raises(KursappError) as caught:
        world.coordinator.let_in_waiting(cohort.id, AFTER)
    assert code_of(caught) == "round-open"


# Results of what was closed --------------------------------------------------------------------


def test_an_open_round_has_no_results(both: OfficeWorld) -> None:
    """Results, comments, question quality and exports of an open round are refused."""
    cohort = both.publish()
    both.hand_in(cohort, count=12)
    both.collect(cohort)
    coordinator = both.coordinator
    for ask in (coordinator.results, coordinator.comments):
        with pytest.raises(KursappError) as caught:
            ask(cohort.id, AFTER)
        assert code_of(caught) == "round-open"
    with pytest.raises(KursappError) as caught:
        coordinator.quiz_quality(cohort.id, QUIZ)
    assert code_of(caught) == "round-open"


def test_results_are_those_of_the_gate(both: OfficeWorld) -> None:
    """Six persons, one step each way: the table of everybody stands whole, with its zeros."""
    cohort = both.publish()
    for step in (1, 2, 2, 5, 5, 5):
        both.hand_in(cohort, answers={"relevans": Rated(step)})
    both.collect(cohort)
    both.coordinator.close_round(cohort.id, AFTER)
    shown = both.coordinator.results(cohort.id, AFTER)
    table = shown.published.table("relevans")
    assert isinstance(table, Table)
    assert dict(table.counts) == {"1": 1, "2": 2, "3": 0, "4": 0, "5": 3, "apart": 0, "blank": 0}
    assert shown.published.table("tempo") == Hidden("tempo", Why.FEW_ANSWERS)
    assert (shown.invited, shown.published.persons) == (24, 6)


def test_too_few_show_nothing(world: OfficeWorld) -> None:
    """Four persons close a round that shows nothing."""
    cohort = closed(world, persons=4)
    shown = world.coordinator.results(cohort.id, AFTER)
    assert all(isinstance(unit, Hidden) for unit in shown.published.tables)
    assert not world.coordinator.round(cohort.id, AFTER).shown


def test_quiz_answers_are_kept_as_sums(both: OfficeWorld) -> None:
    """Of shared quizzes there are counts and sums over everybody, from which the questions' quality is worked out."""
    cohort = both.publish()
    for number in range(12):
        right = {f"q{n}": Solved(1000, (f"q{n}-a",)) for n in (1, 2) if number % (n + 1)}
        wrong = {f"q{n}": Solved(0, (f"q{n}-b",)) for n in (1, 2) if not number % (n + 1)}
        both.hand_in(cohort, QUIZ, answers={**right, **wrong})
    both.collect(cohort)
    both.coordinator.close_round(cohort.id, QUIZ)
    quality = {question.item.id: question for question in both.coordinator.quiz_quality(cohort.id, QUIZ).questions}
    assert (quality["q1"].answered, quality["q1"].facility) == (12, 0.5)
    assert quality["q2"].facility == pytest.approx(8 / 12)
    assert quality["q3"].hidden is Why.FEW_ANSWERS


def test_too_few_quizzes_leave_no_sums_of_two_questions(world: OfficeWorld) -> None:
    """Four persons shared: what two questions have in common would tie their answers together, and is not kept."""
    cohort = world.publish()
    answers = {f"q{n}": Solved(1000, (f"q{n}-a",)) for n in (1, 2)}
    world.hand_in(cohort, QUIZ, count=4, answers=answers)
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, QUIZ)
    sums = world.collection.quiz_sums.of_round(cohort.id, QUIZ)
    assert {(each.item_id, each.other) for each in sums} == {("q1", ""), ("q2", "")}


def test_only_what_was_announced_is_broken_down(world: OfficeWorld) -> None:
    """A background question that the rules do not name leaves no row but its own: what was not promised is not kept."""
    cohort = world.publish(breakdowns=())
    world.hand_in(cohort, count=6)
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, AFTER)
    assert {count.variable for count in world.collection.tallies.recount(cohort.id, AFTER)} == {""}
    assert counted(world, cohort.id, "rolle").total() == 6


def test_what_was_removed_is_tidied_away_at_once(both: OfficeWorld) -> None:
    """After a closing, a letting in and a report with redaction nothing waits to be taken out of pages and backups."""
    cohort = both.publish()
    both.hand_in(cohort, count=10, answers={"bra": Written("Kari sa det")})
    both.collect(cohort)
    both.coordinator.close_round(cohort.id, AFTER)
    assert not is_untidy(both.collection._database)
    both.hand_in(cohort, count=5)
    both.collect(cohort)
    both.coordinator.let_in_waiting(cohort.id, AFTER)
    assert not is_untidy(both.collection._database)
    (first, *_) = both.coordinator.comments(cohort.id, AFTER).entries
    both.coordinator.redact(cohort.id, first.id, ((0, 4),))
    both.coordinator.export(cohort.id, AFTER, ExportKind.JSON, both.folder / "r.json")
    assert not is_untidy(both.collection._database)
    if isinstance(both.where, Path):
        assert [backup.path.exists() for backup in backups(both.where)] == [True]


def test_the_file_holds_no_answer_in_the_clear(world: OfficeWorld, tmp_path: Path) -> None:
    """Neither the collection's file nor its log has a comment, a response id or a code in readable form."""
    cohort = world.publish()
    sent = [world.submission(cohort, answers={"bra": Written(f"Hemmelig setning {n}")}) for n in range(12)]
    for each in sent:
        world.write(cohort, each)
    world.collect(cohort)
    world.coordinator.close_round(cohort.id, AFTER)
    kept = b"".join(path.read_bytes() for path in tmp_path.glob("samling*"))
    assert kept
    assert b"Hemmelig" not in kept
    assert not any(each.response_id.encode() in kept or bytes.fromhex(each.response_id) in kept for each in sent)


def test_comparison_over_time(world: OfficeWorld) -> None:
    """Cohorts that have closed the form stand side by side, the earliest first, no comments; no open one."""
    later = world.publish(name="Høst", starts=date(2026, 9, 1), ends=date(2026, 12, 1))
    earlier = world.publish(name="Vår")
    still_open = world.publish(name="Åpent")
    for cohort in (later, earlier):
        world.collect(cohort, *world.hand_in(cohort, count=LEAST_FOR_COMMENTS))
        world.coordinator.close_round(cohort.id, AFTER)
    assert [card.cohort.name for card in world.coordinator.cohorts() if AFTER in card.closed] == ["Høst", "Vår"]
    compared = world.coordinator.comparison(AFTER, [later.id, earlier.id])
    assert [one.cohort.name for one in compared] == ["Vår", "Høst"]
    assert world.coordinator.results(later.id, AFTER).published.comments
    assert [one.published.comments for one in compared] == [(), ()]
    with pytest.raises(KursappError) as caught:
        world.coordinator.comparison(AFTER, [later.id, still_open.id])
    assert code_of(caught) == "round-open"


def test_counts_are_as_the_rows(both: OfficeWorld) -> None:
    """The tally made at closing is what the engine counts from the rows."""
    cohort = both.publish(breakdowns=("rolle",))
    both.hand_in(cohort, count=11)
    both.collect(cohort)
    both.coordinator.close_round(cohort.id, AFTER)
    counts: tuple[Count, ...] = both.collection.tallies.counts(cohort.id, AFTER)
    assert sorted(counts, key=repr) == sorted(both.collection.tallies.recount(cohort.id, AFTER), key=repr)
