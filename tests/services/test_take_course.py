"""Taking a course: enrolling, the place one is at, practice, drafts, and how far one has come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kursapp.domain.problem import KursappError, refusal
from kursapp.domain.progress import State, Target
from kursapp.domain.record import Position
from kursapp.domain.response import Certainty, Chosen, Typed
from kursapp.services.changes import Change
from kursapp.storage import snapshot
from kursapp.storage.participant import asked as asked_store
from kursapp.storage.participant.profile_file import open_profile
from kursapp.storage.snapshot import write_item

RIGHT, WRONG = Chosen(("q-frist-a",)), Chosen(("q-frist-b",))


def test_enrolling_remembers_version_folder_and_the_first_time(world) -> None:
    """A course is begun once; opening it again keeps when, and tells which version it was last opened with."""
    first = world.desk.take.enrol()
    begun = world.clock.now()
    assert (first.first, first.earlier_version) == (True, "")
    assert Change.ENROLMENT in first.changes
    world.clock.move(days=1)
    again = world.desk.take.enrol()
    assert (again.first, again.earlier_version) == (False, "")
    world.use_version("1.1.0")
    newer = world.desk.take.enrol()
    assert (newer.first, newer.earlier_version) == (False, "1.0.0")
    (taken,) = world.participant.courses()
    assert (taken.enrolment.version, taken.enrolment.enrolled_at) == ("1.1.0", begun)
    assert taken.enrolment.folder == str(world.opened.root)
    assert taken.place is None


def test_the_exact_place_survives_a_restart(world) -> None:
    """Block, part of it, field and caret are those one left, the next day too."""
    take = world.desk.take
    take.open_page("d1-1", "lesing")
    position = Position(3, 0.25, "r-hverdag", "", 117)
    take.remember_place("d1-1", "lesing", position)
    world.restart()
    place = world.desk.take.place()
    assert place is not None
    assert (place.session_id, place.page_id, place.position) == ("d1-1", "lesing", position)
    assert world.desk.take.continue_at() == Target("d1-1", "lesing")
    assert world.participant.courses() == ()


def test_opening_a_page_again_keeps_where_one_stood_unless_told_otherwise(world) -> None:
    """Coming back goes to the old place; "Neste" can ask for the top."""
    take = world.desk.take
    take.remember_place("d1-1", "lesing", Position(3, 0.5))
    take.open_page("d1-1", "arbeid")
    take.open_page("d1-1", "lesing")
    assert take.position_on("lesing") == Position(3, 0.5)
    take.open_page("d1-1", "lesing", Position())
    assert take.position_on("lesing") == Position()


def test_the_last_place_is_the_last_even_when_the_clock_was_set_back(world) -> None:
    """An hour back between two pages does not send one back a page."""
    take = world.desk.take
    take.open_page("d1-1", "lesing")
    take.open_page("d1-1", "arbeid")
    world.clock.move(hours=-1)
    take.remember_place("d1-1", "arbeid", Position(1))
    assert take.place().page_id == "arbeid"
    take.open_page("d1-1", "lesing")
    assert take.place().page_id == "lesing"


def test_a_page_is_read_once(world) -> None:
    """The first time changes how far one is; the second changes nothing."""
    take = world.desk.take
    assert Change.PROGRESS in take.read_page("lesing")
    assert not take.read_page("lesing")
    assert take.is_read("lesing")
    assert not take.is_read("arbeid")
    assert take.progress().page("lesing").state is State.STARTED


def test_a_practice_answer_is_scored_kept_and_met_with_its_feedback(world) -> None:
    """The option's own words come first, then the explanation; the answer is there after a restart."""
    answered = world.desk.take.answer(world.practice, WRONG, Certainty.CERTAIN)
    assert (answered.score.right, answered.tries, answered.tries_left) == (False, 1, None)
    assert [text.plain for text in answered.feedback] == ["om b", "forklaring"]
    assert answered.changes.touch("q-frist")
    world.restart()
    state = world.desk.page_state(world.reading).questions["q-frist"]
    assert (state.response, state.certainty, state.tries, state.asked) == (WRONG, Certainty.CERTAIN, 1, None)
    assert (state.score, state.feedback) == (answered.score, answered.feedback)


def test_practice_may_be_tried_again_and_the_last_answer_is_shown(world) -> None:
    """Every try is kept; the newest stands."""
    take = world.desk.take
    take.answer(world.practice, WRONG)
    answered = take.answer(world.practice, RIGHT)
    assert (answered.score.right, answered.tries) == (True, 2)
    assert world.desk.page_state(world.reading).questions["q-frist"].response == RIGHT
    assert len(world.profile.answers.of_question(world.course.id, "q-frist")) == 2


def test_a_question_with_a_number_of_tries_takes_no_more(world) -> None:
    """After the second of two tries the third is refused by name, and changes nothing."""
    take = world.desk.take
    assert take.answer(world.deadline, Typed(("10. mars 2026",))).tries_left == 1
    assert take.answer(world.deadline, Typed(("11. mars 2026",))).tries_left == 0
    with pytest.raises(KursappError) as refused:
        take.answer(world.deadline, Typed(("9. mars 2026",)))
    assert refused.value.problem.code == "no-tries-left"
    state = world.desk.page_state(world.reading).questions["q-dato"]
    assert (state.response, state.tries_left) == (Typed(("11. mars 2026",)), 0)


def test_nothing_is_no_answer(world) -> None:
    """A blank response is a mistake of the screen and keeps nothing."""
    with pytest.raises(ValueError, match="q-frist"):
        world.desk.take.answer(world.practice, Chosen(()))
    assert world.desk.page_state(world.reading).questions["q-frist"].response is None


def test_an_old_answer_is_shown_with_the_question_that_was_asked(world) -> None:
    """When the words change the answer keeps its own question, and the new one has its tries to itself."""
    world.desk.take.answer(world.deadline, Typed(("10. mars 2026",)))
    changed = replace(world.deadline, title="Når er fristen?")
    state = world.desk.take.question_states([changed])["q-dato"]
    assert state.asked is not None
    assert state.asked.title == "Når?"
    assert (state.response, state.tries, state.tries_left) == (Typed(("10. mars 2026",)), 0, 2)
    assert world.desk.take.answer(changed, Typed(("9. mars 2026",))).tries == 1
    assert world.desk.take.question_states([changed])["q-dato"].asked is None


def test_an_answer_keeps_the_score_it_was_given(world) -> None:
    """A question whose key is mended later does not change what was scored."""
    world.desk.take.answer(world.practice, WRONG)
    options = tuple(replace(option, right=option.id.endswith("b")) for option in world.practice.options)
    mended = replace(world.practice, options=options)
    assert world.desk.take.question_states([mended])["q-frist"].score.right is False
    assert world.desk.take.answer(mended, WRONG).score.right is True


def test_the_version_travels_with_every_answer(world) -> None:
    """An answer knows the version of the course it was given in."""
    world.desk.take.answer(world.practice, WRONG)
    world.use_version("2.0.0")
    world.desk.take.answer(world.practice, RIGHT)
    answers = world.profile.answers.of_question(world.course.id, "q-frist")
    assert [answer.course_version for answer in answers] == ["1.0.0", "2.0.0"]


def test_a_draft_is_kept_until_the_answer_is_given(world) -> None:
    """What stands half typed is there after a restart, and gone when it is answered or emptied."""
    world.desk.take.draft("q-dato", "9. ma")
    world.desk.take.draft("q-frist", "q-frist-c")
    world.restart()
    assert world.desk.page_state(world.reading).drafts == {"q-dato": "9. ma", "q-frist": "q-frist-c"}
    world.desk.take.answer(world.deadline, Typed(("9. mars 2026",)))
    assert world.desk.page_state(world.reading).drafts == {"q-frist": "q-frist-c"}
    assert Change.DRAFTS in world.desk.take.draft("q-frist", "")
    assert world.desk.page_state(world.reading).drafts == {}


def test_an_answer_that_cannot_be_kept_leaves_its_draft(world, monkeypatch) -> None:
    """Answer and draft are one transaction: when it fails nothing has changed."""
    world.desk.take.draft("q-frist", "q-frist-a")

    def fail(*_: object) -> None:
        raise refusal("disk-full")

    monkeypatch.setattr(world.profile.drafts, "remove", fail)
    with pytest.raises(KursappError):
        world.desk.take.answer(world.practice, RIGHT)
    world.restart()
    page = world.desk.page_state(world.reading)
    assert page.questions["q-frist"].response is None
    assert page.drafts == {"q-frist": "q-frist-a"}


def test_everything_done_fills_the_day(world) -> None:
    """Read, answered, reflected, finished, played, handed in and evaluated: the bar is full."""
    desk = world.desk
    for page in (world.reading, world.work):
        desk.take.read_page(page.id)
    desk.take.answer(world.practice, WRONG)
    desk.take.answer(world.deadline, Typed(("9.3.2026",)))
    desk.fill.reflect(world.reflection, "Barnets stemme.")
    for workbook in (world.workbook, world.boxes, world.text):
        desk.fill.finish(workbook)
    desk.case.choose(world.case, "c2")
    desk.case.choose(world.case, "c3")
    assert desk.take.progress().session("d1-1").fill == 1
    attempt = desk.quiz.start(world.quiz)
    assert desk.take.progress().page("quiz-1").fill == 0.5
    desk.quiz.submit(world.quiz, attempt.attempt_id)
    form = world.page_of(id="eval-1")
    desk.evaluate.finish(form)
    progress = desk.take.progress()
    assert [share.fill for share in progress.days] == [1.0]
    assert [line.missing for line in progress.requirements] == [("quiz-1",), (), ()]


def test_words_in_a_workbook_are_not_a_finished_workbook(world) -> None:
    """Only the participant says when a product is finished; an emptied reflection is not answered."""
    desk = world.desk
    desk.fill.write(world.text, "utkast")
    desk.fill.reflect(world.reflection, "noe")
    desk.fill.reflect(world.reflection, "  ")
    assert desk.take.progress().session("d1-1").fill == 0


def test_another_course_is_another_matter(world) -> None:
    """Answers, places and progress of one course are not those of another with the same ids."""
    world.desk.take.answer(world.practice, RIGHT)
    world.desk.take.open_page("d1-1", "lesing")
    world.opened = replace(world.opened, course=replace(world.course, id="annet-kurs"))
    assert world.desk.take.place() is None
    assert world.desk.page_state(world.reading).questions["q-frist"].response is None
    assert world.desk.take.progress().course.fill == 0


def test_a_save_is_durable_before_it_returns(world) -> None:
    """A second look at the file, without the first one having been closed, finds the answer: it is on the disk."""
    world.desk.take.answer(world.practice, RIGHT)
    copied = world.file.with_name("kopi.db")
    copied.write_bytes(world.file.read_bytes())
    log = world.file.with_name(world.file.name + "-wal")
    if log.exists():
        copied.with_name(copied.name + "-wal").write_bytes(log.read_bytes())
    copy = open_profile(copied)
    try:
        assert "q-frist" in copy.answers.answered(world.course.id)
    finally:
        copy.close()


def test_an_answer_is_six_statements_and_one_transaction(world) -> None:
    """Kept as asked, counted, put in, its draft taken away: no more the tenth time, and no earlier answer is read."""
    take = world.desk.take
    asked: list[str] = []
    driver = world.profile._database.driver
    for _ in range(10):
        asked.clear()
        driver.set_trace_callback(asked.append)
        take.answer(world.practice, RIGHT)
        driver.set_trace_callback(None)
    assert [statement.split()[0] for statement in asked] == ["BEGIN", "INSERT", "SELECT", "INSERT", "DELETE", "COMMIT"]
    assert "count(*)" in asked[2]


def test_an_answer_writes_its_question_out_once(world, monkeypatch: pytest.MonkeyPatch) -> None:
    """To make a long question into JSON is most of what an answer costs besides the disk."""
    written = []

    def counted(item: object) -> tuple[str, str]:
        written.append(item)
        return write_item(item)

    for module in (asked_store, snapshot):
        monkeypatch.setattr(module, "write_item", counted)
    world.desk.take.answer(world.practice, RIGHT)
    assert written == [world.practice]
