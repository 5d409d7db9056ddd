"""Øving day by day: what is put, what an answer does, the pause, and a clock that cannot be trusted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from kursapp.domain.course import Goal
from kursapp.domain.days import local_day
from kursapp.domain.problem import KursappError
from kursapp.domain.question import Question
from kursapp.domain.response import Chosen
from kursapp.domain.review import Grade, ReviewCard, SeenDay
from kursapp.services.changes import Change
from kursapp.services.review import Review, shown_parts
from kursapp.storage.participant.profile_file import open_profile
from tests.services.practised import PractisedCourse, session_of, sync

if TYPE_CHECKING:
    from tests.services.conftest import World

COURSE_ID = "god-barnevernledelse"


def right(question: Question) -> Chosen:
    return Chosen((f"{question.id}-a",))


def wrong(question: Question) -> Chosen:
    return Chosen((f"{question.id}-b",))


class Practising:
    """A participant with a finished session of so many questions, from the day after."""

    def __init__(self, world: World, count: int, goals: dict[int, str] | None = None) -> None:
        self.world = world
        named = goals or {}
        questions = [world.single(f"q{n:03}", goals=(named[n],) if n in named else ()) for n in range(count)]
        self.questions = {question.id: question for question in questions}
        self.page = world.page_of(*questions)
        self.opened = PractisedCourse({"d1-1": session_of("d1-1", self.page)})
        world.desk.take.read_page(self.page.id)
        world.clock.move(days=1)
        sync(world.participant, self.opened)

    @property
    def review(self) -> Review:
        return self.world.participant.review

    def card(self, name: str) -> ReviewCard:
        card = self.world.profile.review_cards.get(COURSE_ID, name)
        assert card is not None
        return card

    def put(self, *, knew: bool = True, miss: float = 0.0, chance: Random | None = None) -> int:
        """Answer all of today's, some of it wrongly, and return how many it were."""
        review = self.review
        queue = review.queue()
        for card in queue:
            question = self.questions[card.item_id]
            fails = chance is not None and chance.random() < miss
            got = review.answer(COURSE_ID, question, wrong(question) if fails else right(question))
            review.judge(got.log, knew)
        return len(queue)


@pytest.fixture
def forty(world: World) -> Practising:
    return Practising(world, 40)


def test_a_day_holds_so_many_new_ones(forty: Practising) -> None:
    """Five to begin with, then no more today, and five others tomorrow."""
    assert forty.review.due_count() == 5
    assert forty.put() == 5
    assert forty.review.due_count() == 0
    assert forty.review.queue() == ()

    forty.world.clock.move(days=1)

    assert [card.is_new for card in forty.review.queue()] == [True] * 5


def test_what_was_known_comes_back_after_what_was_guessed(forty: Practising) -> None:
    """Wrong tomorrow, guessed tomorrow too the first time, known in two days; then they part for good."""
    knew, guessed, missed = (forty.questions[name] for name in ("q000", "q001", "q002"))
    got = forty.review.answer(COURSE_ID, knew, right(knew))
    forty.review.judge(got.log, knew=True)
    forty.review.judge(forty.review.answer(COURSE_ID, guessed, right(guessed)).log, knew=False)
    forty.review.answer(COURSE_ID, missed, wrong(missed))
    today = local_day(forty.world.clock.time)

    waits = {name: (forty.card(name).due - today).days for name in ("q000", "q001", "q002")}
    assert waits == {"q000": 2, "q001": 1, "q002": 1}
    assert (
        forty.card("q000").memory.stability > forty.card("q001").memory.stability > forty.card("q002").memory.stability
    )


def test_an_answer_is_met_with_its_score_and_the_day_it_comes_back(forty: Practising) -> None:
    """What the question says, how it went, and when it is put again; told as a change of Øving."""
    question = forty.questions["q000"]
    got = forty.review.answer(COURSE_ID, question, wrong(question))

    assert (got.score.right, got.grade, got.days) == (False, Grade.AGAIN, 1)
    assert got.due == local_day(forty.world.clock.time) + timedelta(days=1)
    assert [text.plain for text in got.feedback] == ["om b", "forklaring"]
    assert Change.REVIEW in got.changes
    assert got.changes.touch("q000")


def test_an_answer_is_kept_before_she_says_whether_she_knew(forty: Practising) -> None:
    """Closed before the word is said, a right answer counts as guessed; said later, it counts as if said at once."""
    question = forty.questions["q000"]
    got = forty.review.answer(COURSE_ID, question, right(question))
    forty.world.restart()
    assert got.grade is Grade.HARD
    guessed = forty.card("q000")

    forty.review.judge(got.log, knew=True)
    knew = forty.card("q000")

    assert knew.memory.stability > guessed.memory.stability
    assert knew.times == guessed.times == 1
    forty.review.judge(got.log, knew=False)
    assert forty.card("q000") == guessed


def test_of_a_wrong_answer_there_is_nothing_to_say(forty: Practising) -> None:
    """To have been sure of it makes it no less wrong."""
    question = forty.questions["q000"]
    got = forty.review.answer(COURSE_ID, question, wrong(question))
    before = forty.card("q000")

    assert not forty.review.judge(got.log, knew=True)
    assert forty.card("q000") == before


def test_a_word_that_comes_after_another_answer_changes_nothing(forty: Practising) -> None:
    """The newest answer is what stands."""
    question = forty.questions["q000"]
    first = forty.review.answer(COURSE_ID, question, right(question))
    forty.world.clock.move(days=1)
    forty.review.answer(COURSE_ID, question, wrong(question))
    before = forty.card("q000")

    assert not forty.review.judge(first.log, knew=True)
    assert forty.card("q000") == before
    with pytest.raises(KeyError):
        forty.review.judge(999, knew=True)


def test_nothing_answered_is_no_answer(forty: Practising) -> None:
    """A blank response, or a question there is no card of, is the caller's mistake, and nothing is kept."""
    question = forty.questions["q000"]
    with pytest.raises(ValueError, match="nothing is answered"):
        forty.review.answer(COURSE_ID, question, Chosen(()))
    with pytest.raises(KeyError):
        forty.review.answer(COURSE_ID, replace(question, id="ukjent"), right(question))
    assert forty.card("q000").is_new


def test_practice_on_the_page_is_left_alone(forty: Practising) -> None:
    """What stands on the page, and how many tries are left there, is not touched by Øving."""
    world, question = forty.world, forty.questions["q000"]
    world.desk.take.answer(question, wrong(question))
    forty.review.answer(COURSE_ID, question, right(question))

    state = world.desk.take.question_states([question])["q000"]
    assert (state.response, state.tries) == (wrong(question), 1)


def test_what_is_begun_of_an_answer_is_kept_until_it_is_given(forty: Practising) -> None:
    """Apart from what stands on the page; given or emptied, it is gone."""
    question, queue = forty.questions["q000"], forty.review.queue()
    forty.review.draft(COURSE_ID, "q000", "begynt")
    forty.review.draft(COURSE_ID, "q001", "også")
    assert forty.review.drafts(queue) == {(COURSE_ID, "q000"): "begynt", (COURSE_ID, "q001"): "også"}
    assert forty.world.desk.take.drafts([question]) == {}

    forty.review.answer(COURSE_ID, question, right(question))
    forty.review.draft(COURSE_ID, "q001", "")

    assert forty.review.drafts(queue) == {}


def test_the_queue_goes_on_where_one_stopped(forty: Practising) -> None:
    """Stopping in the middle costs nothing: the rest of today's is put when she comes back, also after a restart."""
    for card in forty.review.queue()[:2]:
        question = forty.questions[card.item_id]
        forty.review.answer(COURSE_ID, question, right(question))
    forty.world.restart()

    assert forty.review.due_count() == 3
    assert forty.review.overview().done == 2


def test_she_can_take_more_than_the_days_own(forty: Practising) -> None:
    """Asked for, five more are put; they count as today's."""
    forty.put()

    more = forty.review.queue(extra=5)
    assert len(more) == 5
    assert forty.review.overview().more == 35


def test_her_own_limits_hold(forty: Practising) -> None:
    """Numbers beyond what one can mean are held within it."""
    forty.review.set_up(2, 1, cases=False)
    assert forty.review.due_count() == 2
    forty.put()
    forty.world.clock.move(days=5)
    assert [card.is_new for card in forty.review.queue()] == [False]

    forty.review.set_up(500, -3, cases=True)
    settings = forty.review.overview().settings
    assert (settings.new_a_day, settings.reviews_a_day, settings.cases) == (30, 1, True)


def test_after_a_long_time_away_the_rest_is_spread(forty: Practising) -> None:
    """What is too much for a day waits its turn, no new ones come meanwhile, and it is told how long it takes."""
    for _day in range(8):
        forty.put()
        forty.world.clock.move(days=1)
    forty.world.clock.move(days=120)
    forty.review.set_up(5, 10, cases=True)

    overview = forty.review.overview()

    assert overview.portion.questions == 10
    assert overview.portion.new == 0
    assert overview.left_over == 30
    assert 3 <= overview.days_to_catch_up <= 14
    days = 0
    while forty.review.overview().left_over:
        assert forty.put() <= 10
        forty.world.clock.move(days=1)
        days += 1
        assert days < 30
    assert abs(days - overview.days_to_catch_up) <= 2


def test_what_is_best_remembered_comes_first_after_a_long_time(forty: Practising) -> None:
    """One with a long memory, a little late, goes before one that was forgotten long ago."""
    forty.put()
    today = local_day(forty.world.clock.time)
    cards = forty.world.profile.review_cards
    strong = replace(forty.card("q000"), memory=replace(forty.card("q000").memory, stability=100.0), due=today)
    weak = replace(forty.card("q001"), memory=replace(forty.card("q001").memory, stability=0.5), due=today)
    cards.save([strong, weak])
    forty.world.clock.move(days=30)

    names = [card.item_id for card in forty.review.queue()]
    assert names.index("q000") < names.index("q001")


def test_nothing_piles_up_during_a_pause(forty: Practising) -> None:
    """Nothing is put while it lasts, and afterwards it is as if the days had not been."""
    for _day in range(4):
        forty.put()
        forty.world.clock.move(days=1)
    before = forty.review.overview()
    forty.review.pause()
    assert forty.review.due_count() == 0
    assert forty.review.queue(extra=5) == ()
    forty.world.clock.move(days=60)
    paused = forty.review.overview()
    assert paused.settings.paused_on == before.today
    assert (paused.portion.questions, paused.left_over, paused.days, paused.next_day) == (0, 0, (), None)
    forty.review.pause()

    forty.review.resume()

    after = forty.review.overview()
    assert after.portion == before.portion
    assert after.left_over == before.left_over
    assert after.settings.paused_on is None
    assert after.days[0].reviews == before.days[0].reviews
    forty.review.resume()
    assert forty.review.overview().portion == before.portion


def test_what_was_finished_during_a_pause_is_ready_after_it(world: World) -> None:
    """New cards are not put off by a pause they were made in."""
    practising = Practising(world, 3)
    practising.review.pause()
    world.clock.move(days=20)
    practising.opened.sessions["d1-2"] = session_of("d1-2", world.page_of(world.single("ny"), id="side-2"))
    world.desk.take.read_page("side-2")
    sync(world.participant, practising.opened)
    world.clock.move(days=20)

    practising.review.resume()

    assert {card.item_id for card in practising.review.queue()} == {"q000", "q001", "q002", "ny"}


def test_what_was_changed_during_a_pause_comes_first_after_it(forty: Practising) -> None:
    """A new version of the course may come while she rests; what it changed does not wait as long again."""
    forty.put()
    name = next(iter(forty.review.queue(extra=1))).item_id
    forty.review.answer(COURSE_ID, forty.questions[name], right(forty.questions[name]))
    forty.review.pause()
    forty.world.clock.move(days=40)
    changed = replace(forty.questions[name], title="Spurt på en annen måte")
    others = [question for question in forty.questions.values() if question.id != name]
    forty.opened.replace_blocks("d1-1", forty.page.id, *others, changed)
    sync(forty.world.participant, forty.opened)
    forty.world.clock.move(days=20)

    forty.review.resume()

    assert forty.review.queue()[0].item_id == name
    assert forty.review.overview().changed == 1


def test_lapses_are_counted_of_what_had_been_learnt(forty: Practising) -> None:
    """A first answer that is wrong is no lapse; one after it is."""
    question = forty.questions["q000"]
    forty.review.answer(COURSE_ID, question, wrong(question))
    assert forty.card("q000").lapses == 0
    forty.world.clock.move(days=1)
    got = forty.review.answer(COURSE_ID, question, right(question))
    forty.review.judge(got.log, knew=True)
    forty.world.clock.move(days=10)
    forty.review.answer(COURSE_ID, question, wrong(question))
    assert forty.card("q000").lapses == 1


def test_a_clock_set_back_two_years_loses_nothing(forty: Practising) -> None:
    """Days go on one by one from where they were; set right again, they are the calendar's."""
    for _day in range(6):
        forty.put()
        forty.world.clock.move(days=1)
    forty.review.see_day()
    expected = forty.review.due_count()
    here = forty.world.clock.time
    forty.world.clock.time = here - timedelta(days=730)

    assert forty.review.due_count() == expected
    assert forty.review.overview().today == local_day(forty.world.clock.time)
    assert all(load.day >= local_day(forty.world.clock.time) for load in forty.review.overview().days)
    put = 0
    for _day in range(10):
        put += forty.put()
        forty.review.see_day()
        forty.world.clock.move(days=1)
    assert put > 20
    forty.world.clock.time = here + timedelta(days=11)

    overview = forty.review.overview()
    assert overview.today == local_day(forty.world.clock.time)
    assert overview.left_over < 20
    assert all(card.memory is None or card.memory.stability < 36_500 for card in forty.review.queue())


def test_a_clock_that_was_two_years_ahead_and_is_set_right_goes_on(forty: Practising) -> None:
    """What was put in the days that have not been does not have to wait until they come."""
    forty.world.clock.move(days=730)
    forty.put()
    forty.world.clock.move(days=-730)
    forty.review.see_day()
    put = []
    for _day in range(5):
        forty.world.clock.move(days=1)
        put.append(forty.put())

    assert all(put)
    assert Counter(card.is_new for card in forty.world.profile.review_cards.of_course(COURSE_ID).values())[False] >= 20


def test_a_clock_once_at_the_end_of_the_calendar_holds_nothing_up(forty: Practising) -> None:
    """What is answered on that day comes back after it, and what an earlier program left there is brought back."""
    here = forty.world.clock.time
    forty.world.clock.time = datetime(9999, 12, 31, 12, tzinfo=UTC)
    assert forty.put()
    forty.world.clock.time = here
    forty.review.see_day()
    for _day in range(5):
        forty.world.clock.move(days=1)
        forty.review.see_day()
    assert forty.review.overview().today == local_day(forty.world.clock.time)
    assert [card for card in forty.review.queue() if not card.is_new], "what was answered then is due again"
    forty.world.profile.review_setup.save_seen(SeenDay(date.max, date.max))
    forty.world.profile.review_cards.save(
        [replace(card, due=date.max) for card in forty.world.profile.review_cards.due(date.max, 100)]
    )
    assert not [card for card in forty.review.queue() if not card.is_new]
    forty.review.see_day()
    assert [card for card in forty.review.queue() if not card.is_new]
    assert forty.review.overview().today == local_day(forty.world.clock.time)


def test_days_pass_on_a_clock_set_back_though_nothing_is_answered(forty: Practising) -> None:
    """That she looks at it is enough for a day to be one."""
    forty.put()
    forty.world.clock.move(days=-730)
    for _day in range(3):
        forty.review.see_day()
        forty.world.clock.move(days=1)

    assert any(not card.is_new for card in forty.review.queue())


def test_a_day_begins_at_her_own_midnight(forty: Practising) -> None:
    """Two minutes past midnight it is a new day, also where it is not in UTC."""
    from datetime import timezone

    review = Review(forty.world.profile, forty.world.clock, timezone(timedelta(hours=2)))
    forty.world.clock.time = datetime(2026, 3, 12, 21, 58, tzinfo=UTC)
    for card in review.queue():
        question = forty.questions[card.item_id]
        review.answer(COURSE_ID, question, right(question))
    assert review.due_count() == 0

    forty.world.clock.move(minutes=4)

    assert review.due_count() > 0


def test_it_works_half_a_year_after_the_course(world: World) -> None:
    """Sixty questions, one in eight missed, some days skipped: every day stays small, all is met, much is kept."""
    practising = Practising(world, 60)
    chance = Random(6)
    put: list[int] = []
    for day in range(183):
        assert practising.review.due_count() <= 20
        if day % 30 == 0:
            assert all(load.total <= 20 for load in practising.review.overview().days)
        if chance.random() < 0.75:
            put.append(practising.put(miss=0.125, chance=chance, knew=chance.random() < 0.8))
        world.clock.move(days=1)

    cards = world.profile.review_cards.of_course(COURSE_ID)
    assert all(not card.is_new for card in cards.values())
    assert max(put) <= 20
    assert sum(put[-30:]) < sum(put[:30])
    assert practising.review.overview().left_over == 0
    late = [card for card in cards.values() if card.memory is not None and card.memory.stability > 60]
    assert len(late) > 25


def test_the_forecast_is_about_what_comes(world: World) -> None:
    """Told on a day, fourteen days hold within a quarter of what they then turn out to hold."""
    practising = Practising(world, 120)
    chance = Random(3)
    for _day in range(20):
        practising.put(miss=0.15, chance=chance)
        world.clock.move(days=1)
    told = sum(load.total for load in practising.review.overview().days)

    came = 0
    for _day in range(14):
        came += practising.put(miss=0.15, chance=chance)
        world.clock.move(days=1)

    assert abs(told - came) <= came / 4


def test_a_year_later_the_question_is_put_as_it_is_now(forty: Practising) -> None:
    """What was answered stays with the question as it was put then."""
    old = forty.questions["q000"]
    forty.review.answer(COURSE_ID, old, right(old))
    forty.world.clock.move(days=365)
    now = replace(old, title="Spørsmålet med nye ord")
    forty.review.answer(COURSE_ID, now, right(now))

    first, last = forty.world.profile.review_log.of_item(COURSE_ID, "q000")
    kept = forty.world.profile.asked.many([first.asked, last.asked])
    assert (kept[first.asked].title, kept[last.asked].title) == (old.title, now.title)


def test_goals_are_told_before_and_now(world: World) -> None:
    """First answers on the page, newest ones in Øving, of the same questions."""
    practising = Practising(world, 6, {0: "d1-m1", 1: "d1-m1", 2: "d1-m2"})
    for number in (0, 1):
        question = practising.questions[f"q00{number}"]
        world.desk.take.answer(question, wrong(question))
        practising.review.answer(COURSE_ID, question, right(question))
    alone = practising.questions["q002"]
    practising.review.answer(COURSE_ID, alone, right(alone))

    first, second = practising.review.goals(practising.opened.course)

    assert (first.goal, first.first, first.now, first.of) == (Goal("d1-m1", "kjenne fristene"), 0, 2, 2)
    assert (second.first, second.now, second.of, second.questions) == (0, 0, 0, 1)
    assert first.is_few


def test_two_courses_share_one_day(world: World) -> None:
    """The limits are hers, not each course's, and cards of one name are of each course its own."""
    Practising(world, 10)
    other = PractisedCourse({"d1-1": session_of("d1-1", world.page_of(world.single("q000")))}, course_id="temadag")
    desk = world.participant.on(replace(world.opened, course=other.course))
    desk.take.read_page(world.reading.id)
    world.clock.move(days=1)
    sync(world.participant, other)

    assert world.participant.review.due_count() == 5
    assert world.profile.review_cards.get("temadag", "q000") is not None


def test_a_profile_that_can_only_be_read_shows_its_day(
    forty: Practising, sealed: Callable[[Path], AbstractContextManager[None]]
) -> None:
    """The queue is there to be seen; answering is refused in a sentence."""
    world, question = forty.world, forty.questions["q000"]
    world.profile.close()
    with sealed(world.file.parent):
        world.profile = open_profile(world.file)
        assert world.profile.read_only
        assert forty.review.due_count() == 5
        assert len(forty.review.queue()) == 5
        with pytest.raises(KursappError) as caught:
            forty.review.answer(COURSE_ID, question, right(question))
        assert caught.value.problem.code == "profile-read-only"
        world.profile.close()
    world.profile = open_profile(world.file)


def test_a_full_disk_keeps_the_card_as_it_was(forty: Practising, monkeypatch: pytest.MonkeyPatch) -> None:
    """The answer and what it does to the card are one: neither is there without the other."""
    from kursapp.domain.problem import refusal

    def full(_cards: object) -> None:
        raise refusal("disk-full", file="profil.db", folder="mappe")

    cards = forty.world.profile.review_cards
    question = forty.questions["q000"]
    with monkeypatch.context() as patched:
        patched.setattr(cards, "save", full)
        with pytest.raises(KursappError):
            forty.review.answer(COURSE_ID, question, right(question))

    assert forty.card("q000").is_new
    assert forty.world.profile.review_log.of_item(COURSE_ID, "q000") == ()
    assert forty.review.due_count() == 5


def test_the_order_is_another_each_time_and_the_same_until_answered(forty: Practising) -> None:
    """It is the question one remembers, not the place of its answer."""
    question = forty.questions["q000"]
    card = forty.card("q000")
    orders = {shown_parts(replace(card, times=times), question) for times in range(12)}

    assert shown_parts(card, question) == shown_parts(card, question)
    assert len(orders) > 1


def test_days_on_the_wall_are_told_where_the_clock_is_wrong(forty: Practising) -> None:
    """What comes back in two days is told as two days from what the calendar on the wall shows."""
    forty.put()
    forty.world.clock.move(days=-730)
    question = forty.questions["q020"]
    got = forty.review.answer(COURSE_ID, question, wrong(question))

    today = local_day(forty.world.clock.time)
    overview = forty.review.overview()
    assert got.due == overview.next_day == today + timedelta(days=1)
    assert [load.day for load in overview.days] == [today + timedelta(days=number) for number in range(14)]
    forty.review.pause()
    assert forty.review.overview().settings.paused_on == today
