"""The whole way: a coordinator's cohort file, eleven laptops, a folder of files, and what may be shown of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kursapp.domain.evaluation_answer import Picked, Rated, RatedTwice, Written
from kursapp.domain.response import Chosen
from kursapp.domain.results import Table
from kursapp.domain.submission import FileState
from kursapp.services.participant import CourseDesk, Participant
from kursapp.storage.participant.profile_file import open_profile
from tests.services.coordinator.office_world import AFTER, PAGES, QUIZ, HandClock, OfferedPages, OfficeWorld

FORM, QUIZ_PAGE = PAGES[2], PAGES[1]
PEOPLE = 11


class Laptop:
    """One participant's machine, with a stick for each kind of file."""

    def __init__(self, folder: Path, cohort_file: Path, number: int) -> None:
        self.number = number
        self.folder = folder
        self.profile = open_profile(folder / "profil.db", create=True)
        self.participant = Participant(self.profile, HandClock())
        self.participant.cohorts.join(self.participant.cohorts.look_at(cohort_file))
        self.course = OfferedPages(root=folder)

    @property
    def desk(self) -> CourseDesk:
        return self.participant.on(self.course)

    def stick(self, name: str) -> Path:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        return folder

    def answer(self) -> None:
        """Fill the form in, each a little otherwise."""
        answer, n = self.desk.evaluate.answer, self.number
        answer(FORM, "rolle", Picked(("leder",) if n % 2 else ("annet",)))
        answer(FORM, "relevans", Rated(1 + n % 5))
        answer(FORM, "frister", RatedTwice(1, 1 + n % 5))
        answer(FORM, "bra", Written(f"Dette var bra,\r\nsa nummer {n:02}  "))

    def quiz(self) -> None:
        """Take the quiz: everybody knows the first question, every other the second."""
        desk = self.desk.quiz
        attempt = desk.start(QUIZ_PAGE).attempt_id
        for question, right in (("q1", True), ("q2", self.number % 2 == 0)):
            desk.answer(QUIZ_PAGE, attempt, question, Chosen((f"{question}-{'a' if right else 'b'}",)))
        desk.submit(QUIZ_PAGE, attempt)


@pytest.fixture
def laptops(both: OfficeWorld, tmp_path: Path) -> Iterator[list[Laptop]]:
    """Return the laptops of those who take part in a published cohort."""
    both.publish(wants_progress=True)
    found = []
    for number in range(PEOPLE):
        folder = tmp_path / f"laptop-{number}"
        folder.mkdir()
        found.append(Laptop(folder, tmp_path / "Vår-2026.kull", number))
    yield found
    for laptop in found:
        laptop.profile.close()


def test_from_laptop_to_results(both: OfficeWorld, laptops: list[Laptop]) -> None:
    """Answers, shared quizzes and named progress of eleven laptops are counted, each where it belongs."""
    cohort = laptops[0].participant.cohorts.all()[0].cohort
    files = []
    for laptop in laptops:
        laptop.answer()
        laptop.quiz()
        files.append(laptop.desk.hand_in.send(FORM, laptop.stick("svar")).path)
        files.append(laptop.desk.hand_in.send(QUIZ_PAGE, laptop.stick("quiz")).path)
        files.append(laptop.desk.tell_progress.send(f"Deltaker {laptop.number:02}", "Vik", laptop.stick("navn")).path)
    changed, regretted = laptops[0].desk, laptops[1].desk
    changed.evaluate.answer(FORM, "relevans", Rated(5))
    files.append(changed.hand_in.send(FORM, laptops[0].stick("svar")).path)
    files.append(regretted.hand_in.withdraw(FORM, laptops[1].stick("svar")).path)
    both.coordinator.collect(cohort.id, reversed(files))
    assert set(both.states(cohort, *files)) == {FileState.ALREADY_HAD}
    assert both.coordinator.round(cohort.id, AFTER).persons == PEOPLE - 1
    assert both.coordinator.close_round(cohort.id, AFTER).persons == PEOPLE - 1
    assert both.coordinator.close_round(cohort.id, QUIZ).persons == PEOPLE

    published = both.coordinator.results(cohort.id, AFTER).published
    relevance, moved = published.table("relevans"), published.table("frister")
    assert isinstance(relevance, Table)
    assert isinstance(moved, Table)
    # Eleven gave 1 2 3 4 5 1 2 3 4 5 1 in turn; the first changed her 1 to 5, and the second took her 2 back.
    assert [relevance.count(str(step)) for step in range(1, 6)] == [2, 1, 2, 2, 3]
    assert moved.count("1>2") == 1
    assert [comment.text for comment in published.comments] == [
        f"Dette var bra,\nsa nummer {number:02}" for number in range(PEOPLE) if number != 1
    ]
    quality = {one.item.id: one for one in both.coordinator.quiz_quality(cohort.id, QUIZ).questions}
    assert (quality["q1"].facility, quality["q2"].facility) == (1, pytest.approx(6 / 11))
    attended = both.coordinator.attendance(cohort.id)
    assert [one.name for one in attended] == [f"Deltaker {number:02}" for number in range(PEOPLE)]
