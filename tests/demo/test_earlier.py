"""A course taken earlier for the pictures is taken as a person takes it: all of it, on its own days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from kursapp import paths
from kursapp.demo.earlier import SetClock, take_earlier
from kursapp.domain.follow_up import DueKind
from kursapp.services.open_course import CourseReader
from kursapp.services.participant import Participant
from kursapp.storage.participant.profile_file import open_profile
from tests.kept_worker import KeptWorker

LAST = datetime(2026, 3, 9, 9, tzinfo=UTC)


def test_everything_is_done_and_the_follow_up_comes_when_it_should(tmp_path: Path, kept_worker: KeptWorker) -> None:
    """The certificate can be made, and three weeks later its form is due."""
    opened = CourseReader(kept_worker, tmp_path / "cache").open(paths.bundled_courses() / "temadag-arbeidsgiveransvar")
    profile = open_profile(tmp_path / "p.db", create=True)
    clock = SetClock(LAST)
    participant = Participant(profile, clock)
    take_earlier(opened, LAST, participant)
    desk = participant.on(opened)
    assert desk.take.progress().course.fill == 1
    state = desk.certificate.state()
    assert state.is_met
    assert (state.first, state.last) == (date(2026, 3, 9), date(2026, 3, 9))
    assert [due.kind for due in participant.today.due([opened])] == [DueKind.CERTIFICATE]
    clock.at += timedelta(days=21)
    kinds = [due.kind for due in participant.today.due([opened])]
    assert kinds == [DueKind.CERTIFICATE, DueKind.FOLLOW_UP_FORM]
    opened.close()
    profile.close()
