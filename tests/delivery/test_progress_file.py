"""A named progress file reaches the coordinator and nobody else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kursapp.delivery import answer_file
from kursapp.delivery.progress_file import KIND, LENGTH, header, open_progress, seal
from kursapp.domain.attendance import Attendance, DayDone
from kursapp.domain.cohort import Cohort
from kursapp.domain.problem import KursappError
from kursapp.texts.problems import tell
from tests.delivery.small_cohort import Keys, make_cohort, make_keys, submission


def progress(cohort: Cohort, **changes: object) -> Attendance:
    """Return one participant's progress."""
    days = (DayDone("dag-1", "Dag 1: Rammene", 12, 12), DayDone("dag-2", "Dag 2: Samtalene", 3, 11))
    made = Attendance(cohort.id, "Kari Nordmann", "Bergen kommune", date(2026, 4, 1), days, False)
    return replace(made, **changes)  # type: ignore[arg-type]


def refused(data: bytes, cohort: Cohort, private: bytes) -> str:
    """Return the code a file is refused with, after seeing that people can be told."""
    with pytest.raises(KursappError) as error:
        open_progress(data, cohort, private)
    assert str(tell(error.value.problem))
    return error.value.problem.code


def test_progress_comes_back_as_it_was_told(cohort: Cohort, keys: Keys) -> None:
    """To coordinator and backup, in a file whose length tells nothing."""
    told = progress(cohort)
    data = seal(told, cohort)
    assert len(data) == LENGTH
    assert b"Kari" not in data
    for pair in (keys.coordinator, keys.backup):
        assert open_progress(data, cohort, pair.private) == told


def test_the_outside_says_only_which_cohort(cohort: Cohort) -> None:
    """Nothing of the form or the person."""
    outside = header(seal(progress(cohort), cohort))
    assert outside.cohort_id == cohort.id
    assert outside.about == "0" * 64


def test_a_file_without_a_name_is_not_made(cohort: Cohort) -> None:
    """Spaces are no name."""
    with pytest.raises(KursappError) as error:
        seal(progress(cohort, name=" \u0007 "), cohort)
    assert error.value.problem.code == "progress-file-nameless"


def test_a_course_too_large_is_told(cohort: Cohort) -> None:
    """Rather than cut short in silence."""
    days = tuple(DayDone(f"dag-{n}", "æ" * 300, 1, 1) for n in range(60))
    with pytest.raises(KursappError) as error:
        seal(progress(cohort, days=days), cohort)
    assert error.value.problem.code == "progress-file-full"


def test_damage_and_strangers_have_one_reason_each(cohort: Cohort, keys: Keys) -> None:
    """As answer files: cut, appended, changed, foreign, another cohort's, another's key."""
    data, private = seal(progress(cohort), cohort), keys.coordinator.private
    other_keys = make_keys()
    other = make_cohort(other_keys)
    assert refused(b"", cohort, private) == "progress-file-empty"
    assert refused(data[:-1], cohort, private) == "progress-file-cut"
    assert refused(data + b"x", cohort, private) == "progress-file-appended"
    assert refused(data[:500] + b"\xff\x00\xff" + data[503:], cohort, private) == "progress-file-damaged"
    assert refused(b"Kari", cohort, private) == "progress-file-foreign"
    assert refused(answer_file.seal(submission(cohort), cohort), cohort, private) == "progress-file-foreign"
    assert refused(data[:8] + b"\0\x02" + data[10:], cohort, private) == "progress-file-newer"
    assert refused(seal(progress(other), other), cohort, private) == "progress-file-other-cohort"
    assert refused(data, cohort, other_keys.coordinator.private) == "progress-file-not-for-key"


def test_who_has_not_the_cohort_file_cannot_make_one(cohort: Cohort, keys: Keys) -> None:
    """Without the token, or for a simulated cohort, it does not count."""
    for changed in (replace(cohort, token=bytes(16)), replace(cohort, simulated=True)):
        assert refused(seal(progress(cohort), changed), cohort, keys.coordinator.private) == "progress-file-mismatch"


def test_a_body_of_another_shape_does_not_count(cohort: Cohort, keys: Keys, monkeypatch: pytest.MonkeyPatch) -> None:
    """A negative count of pages, or no body at all."""
    monkeypatch.setattr("kursapp.delivery.progress_file.msgspec.json.encode", lambda _: b'{"name":"Kari"}')
    data = seal(progress(cohort), cohort)
    assert refused(data, cohort, keys.coordinator.private) == "progress-file-not-valid"
    assert KIND.codes == "progress-file"
