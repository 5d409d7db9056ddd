"""The certificate: refused until the course's own rules are met, in the words and days she wrote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kursapp.domain.certificate import CertificateWords
from kursapp.domain.course import Module
from kursapp.domain.exporting import Unwatched
from kursapp.domain.problem import KursappError
from kursapp.domain.response import Chosen
from kursapp.services.changes import NOTHING, Change
from kursapp.services.course_certificate import write_certificate
from tests.room import room_for


def meet_the_rules(world) -> None:
    """Pass the quiz, finish the workbook, write the reflection."""
    quiz = world.desk.quiz
    attempt = quiz.start(world.quiz).attempt_id
    for number in range(4):
        quiz.answer(world.quiz, attempt, f"z{number}", Chosen((f"z{number}-a",)))
    quiz.submit(world.quiz, attempt)
    world.desk.fill.finish(world.workbook)
    world.desk.fill.reflect(world.reflection, "Noe")


def code(world) -> str:
    """Return why it cannot be made."""
    with pytest.raises(KursappError) as found:
        world.desk.certificate.certificate()
    return found.value.problem.code


def test_it_says_what_it_lacks_until_every_rule_is_met(world) -> None:
    """How many remain, and nothing is made."""
    with pytest.raises(KursappError) as found:
        world.desk.certificate.certificate()
    assert found.value.problem.code == "certificate-not-met"
    assert found.value.problem.value("count") == "3"
    meet_the_rules(world)
    assert world.desk.certificate.state().is_met
    assert code(world) == "certificate-name-missing"


def test_a_course_without_rules_says_so(world) -> None:
    """There is nothing to confirm."""
    world.opened = replace(world.opened, course=replace(world.course, requirements=()))
    assert not world.desk.certificate.state().has_rules
    assert code(world) == "certificate-no-rules"


def test_it_bears_the_days_worked_or_those_she_wrote(world) -> None:
    """From the first page opened to the last thing done in the course itself; her own days go before."""
    world.desk.take.open_page("d1-1", "lesing")
    world.clock.move(days=42)
    meet_the_rules(world)
    world.desk.certificate.write(CertificateWords(" Kari Nordmann "))
    made = world.desk.certificate.certificate()
    assert (made.name, made.first, made.last) == ("Kari Nordmann", date(2026, 3, 9), date(2026, 4, 20))
    world.desk.certificate.write(CertificateWords("Kari", date(2026, 3, 2), date(2026, 3, 7)))
    world.restart()
    made = world.desk.certificate.certificate()
    assert (made.first, made.last) == (date(2026, 3, 2), date(2026, 3, 7))
    world.desk.certificate.write(CertificateWords("Kari", date(2026, 3, 8), date(2026, 3, 7)))
    assert code(world) == "certificate-dates"


def test_what_is_done_in_the_follow_up_moves_no_day(world) -> None:
    """The course was over before it opened."""
    module = world.course.modules[0]
    form = replace(module.sessions[2], id="senere")
    itself = replace(module, sessions=module.sessions[:2])
    later = Module("etter", "Etter", (form,), opens_after_days=90)
    world.opened = replace(world.opened, course=replace(world.course, modules=(itself, later)))
    world.desk.take.read_page("lesing")
    world.clock.move(days=100)
    world.desk.take.read_page("eval-1")
    assert world.desk.certificate.state().last == date(2026, 3, 9)


def test_the_organiser_is_the_cohorts_where_it_has_one(world, tmp_path: Path) -> None:
    """Who gave the course to these people, not who wrote it."""
    world.opened = replace(world.opened, course=replace(world.course, organiser="KS"))
    meet_the_rules(world)
    world.desk.certificate.write(CertificateWords("Kari"))
    assert world.desk.certificate.certificate().organiser == "KS"
    room = room_for(world.course, (world.form,), world.opened.bank)
    room = replace(room, cohort=replace(room.cohort, organiser="Bergen kommune"))
    cohorts = world.participant.cohorts
    cohorts.join(cohorts.look_at(room.put_file(tmp_path / "kull")))
    assert world.desk.certificate.state().organiser == "Bergen kommune"
    assert world.desk.certificate.certificate().organiser == "Bergen kommune"


def test_writing_the_same_again_is_no_change(world) -> None:
    """Nobody reads anything afresh for nothing."""
    words = CertificateWords("Kari", date(2026, 3, 2))
    assert Change.CERTIFICATE in world.desk.certificate.write(words)
    assert world.desk.certificate.write(words) is NOTHING


def test_that_it_was_made_is_kept_when_the_words_change(world) -> None:
    """And Hjem says no more of it."""
    world.desk.certificate.write(CertificateWords("Kari"))
    world.desk.certificate.made()
    world.desk.certificate.write(CertificateWords("Kari Nordmann"))
    words = world.desk.certificate.state().words
    assert (words.name, words.made_at) == ("Kari Nordmann", world.clock.now())


def test_the_file_is_written_where_it_was_asked_for(world, tmp_path: Path) -> None:
    """A folder that is gone is one sentence, and no file."""
    meet_the_rules(world)
    world.desk.certificate.write(CertificateWords("Kari"))
    made = world.desk.certificate.certificate()
    assert write_certificate(made, tmp_path / "bevis.pdf", Unwatched()).read_bytes().startswith(b"%PDF-")
    with pytest.raises(KursappError) as found:
        write_certificate(made, tmp_path / "borte" / "bevis.pdf", Unwatched())
    assert found.value.problem.code == "export-folder-missing"
