"""What is examined through the real window: it opens, the courses are there, an answer is kept and found again."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from kursapp import paths
from kursapp.demo import hands
from kursapp.demo.answering import Answering
from kursapp.demo.driver import Driver
from kursapp.demo.running import OpenProgram
from kursapp.demo.waiting import StuckError, wait_until
from kursapp.domain.course import PageKind
from kursapp.domain.question import ChoiceQuestion
from kursapp.selftest.finding import UnexpectedError
from kursapp.services.clock import SystemClock
from kursapp.services.open_course import OpenedCourse
from kursapp.services.participant import Participant
from kursapp.ui.i18n import _
from kursapp.ui.navigation import page
from kursapp.ui.widgets.question_view import QuestionView

NAME = "Selvtest"


class WindowExamination:
    """Examines the program through its window, step after step: each stands on the one before."""

    def __init__(self, application: QApplication, open_program: OpenProgram) -> None:
        self._driver = Driver(application, open_program)
        self._asked: tuple[str, str] = ("", "")
        self._given = ""

    def close(self) -> None:
        """Close the window if it is open."""
        self._driver.give_up()

    def window(self) -> str:
        """Open the window and make a profile in it."""
        driver = self._driver
        driver.open()
        driver.push(_("Neste"))
        hands.type_text(NAME)
        driver.key(hands.Key.Key_Return)
        driver.push(_("Kom i gang"))
        wait_until(lambda: driver.rest.courses.is_loaded, "the courses")
        driver.settle()
        size = driver.window.size()
        return f"{size.width()} × {size.height()}, {QApplication.platformName()}"

    def courses(self) -> str:
        """Open every course that came along, and count its pages."""
        shelf = self._driver.rest.courses.shelf()
        brought = {each.name for each in paths.bundled_courses().iterdir() if each.is_dir()}
        if missing := brought - {opened.course.id for opened in shelf}:
            raise UnexpectedError(", ".join(sorted(missing)))
        return ", ".join(f"{opened.course.id} ({_pages(opened)})" for opened in shelf)

    def question(self) -> str:
        """Answer a question on its page, rightly."""
        course, session, page_id, question = self._first_question()
        driver = self._driver
        driver.rest.navigator.go(page(course, session, page_id))
        driver.settle()
        view = next(each for each in driver.all(QuestionView, driver.page) if each.question.id == question)
        self._asked, self._given = (course, question), Answering(driver).answer(view).given
        driver.saved()
        return f"{question}: {self._given}"

    def kept(self) -> str:
        """Close the program, open it again, and find the answer."""
        self._driver.restart()
        found = self._answers()
        if found != 1:
            raise UnexpectedError(f"{found} × {self._asked[1]}")
        return self._asked[1]

    def backup(self) -> str:
        """Make a backup through the window's own file, put it in an empty place, and find the answer in it."""
        from kursapp.storage.backup import backups
        from kursapp.storage.participant.profile_file import SCHEMA, open_profile
        from kursapp.storage.restoring import put_back

        made: list[object] = []
        self._driver.rest.tasks.profile(_back_up, made.append, made.append)
        wait_until(lambda: made, "the backup")
        path = next(paths.data_folder().glob("profiler/*/profil.db"))
        place = paths.data_folder() / "selvtest" / path.name
        place.parent.mkdir()
        put_back(backups(path)[0], place, SCHEMA, None, SystemClock().now())
        profile = open_profile(place)
        try:
            found = len(profile.answers.of_question(*self._asked))
        finally:
            profile.close()
        if found != 1:
            raise UnexpectedError(f"{found} × {self._asked[1]}")
        return f"{place.stat().st_size:,} B".replace(",", " ")

    def longest_course(self) -> OpenedCourse:
        """Return the course of most days."""
        return max(self._driver.rest.courses.shelf(), key=lambda opened: len(opened.course.days()))

    def _answers(self) -> int:
        told: list[object] = []
        self._driver.rest.tasks.profile(self._count, told.append, told.append)
        wait_until(lambda: told, "the answers")
        return told[0] if isinstance(told[0], int) else -1

    def _count(self, participant: Participant) -> int:
        return len(participant.profile.answers.of_question(*self._asked))

    def _first_question(self) -> tuple[str, str, str, str]:
        opened = self.longest_course()
        for head in opened.course.sessions():
            for each in opened.session(head.id).pages:
                for block in each.blocks if each.kind is PageKind.TEXT else ():
                    if isinstance(block, ChoiceQuestion):
                        return opened.course.id, head.id, each.id, block.id
        raise StuckError("a question on a page")


def _pages(opened: OpenedCourse) -> int:
    return sum(len(opened.session(head.id).pages) for head in opened.course.sessions())


def _back_up(participant: Participant) -> object:
    return participant.profile.back_up(SystemClock().now())
