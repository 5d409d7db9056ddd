"""The first five minutes: from the first start to the first page."""

from __future__ import annotations

from kursapp.demo import hands
from kursapp.demo.driver import Driver
from kursapp.demo.waiting import wait_until
from kursapp.ui.i18n import _
from kursapp.ui.participant.library import CourseCard
from kursapp.ui.participant.session_list import SessionRow


def test_a_stranger_gives_a_name_and_stands_on_the_first_page_of_the_course(stranger: Driver) -> None:
    """Three steps and a few clicks lead from nothing to the first page, and nobody asks for an account."""
    stranger.open()
    assert "Velkommen til Kursapp" in stranger.words()
    stranger.push("Neste")
    stranger.push("Neste")
    assert "Skriv et navn" in stranger.words(), "an empty name is not taken, and it is said what is missing"
    hands.type_text("Kari Øvrebø")
    stranger.push("Neste")
    stranger.push("Kom i gang")
    assert "Kari Øvrebø" in stranger.words()
    wait_until(lambda: stranger.rest.courses.is_loaded, "the courses")
    stranger.settle()
    stranger.open_course("God barnevernledelse")
    stranger.push("Begynn kurset")
    assert stranger.page.ground.page.title == "Hvor står du i dag?"


def test_the_first_start_is_never_asked_again(kari: Driver) -> None:
    """The next day the program opens at Hjem, with the name, and asks nothing."""
    kari.restart()
    assert "Kari" in kari.words()
    assert "Velkommen til Kursapp" not in kari.words()


def test_what_is_chosen_on_the_way_is_seen_at_once_and_kept(stranger: Driver) -> None:
    """Nynorsk and dark colours chosen in the first start are worn at once and still there the next day."""
    stranger.open()
    stranger.choose("Språk i programmet: Nynorsk")
    wait_until(lambda: _("Hjem") == "Heim", "nynorsk")
    stranger.settle()
    assert _("Velkommen til Kursapp") in stranger.words()
    stranger.push(_("Neste"))
    hands.type_text("Kari")
    stranger.push(_("Neste"))
    stranger.choose(f"{_('Farger')}: {_('Mørkt')}")
    assert stranger.program.theme.name == "dark"
    stranger.push(_("Kom i gang"))
    stranger.restart()
    assert stranger.program.theme.name == "dark"
    assert stranger.window.sidebar.buttons[0].place.text == "Heim"


def test_the_courses_on_the_shelf_are_chosen_between(kari: Driver) -> None:
    """Hjem offers the choice and no session of a course not chosen; the longest course stands first."""
    assert "Velg et kurs" in kari.words()
    assert not kari.all(SessionRow)
    kari.place("Kurs")
    cards = sorted(kari.all(CourseCard), key=lambda card: card.mapTo(kari.window, card.rect().topLeft()).y())
    hours = [card.course.hours for card in cards]
    assert len(hours) > 1
    assert hours == sorted(hours, reverse=True)
    assert cards[0].course.id == "god-barnevernledelse"
