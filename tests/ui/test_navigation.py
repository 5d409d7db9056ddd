"""The way back is always the way one came."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication

from kursapp.ui.navigation import (
    Location,
    Navigator,
    cover,
    found,
    home,
    library,
    noted,
    of_spot,
    page,
    settings,
    shortcuts,
)

PLACES = st.sampled_from([home(), library(), cover("kurs"), page("kurs", "d1-1"), page("kurs", "d1-1", "b", "q")])


def test_places_are_values() -> None:
    """Two ways to the same place are the same place."""
    assert page("kurs", "d1-1") == Location("page", "kurs", "d1-1")
    assert {settings(), shortcuts(), settings()} == {Location("settings"), Location("shortcuts")}


@given(st.text(min_size=1))
def test_a_spot_gives_back_what_it_was_made_of(words: str) -> None:
    """Words and ids come back as they were, colons and all; no words are no spot."""
    assert of_spot(found(words)) == ("find", words)
    assert of_spot(noted(words)) == ("note", words)
    assert of_spot(found("")) == of_spot(noted("")) == of_spot("") == ("", "")
    assert page("kurs", "d1-1", "b", spot=found(words)) != page("kurs", "d1-1", "b")


@given(st.lists(PLACES, max_size=12))
def test_back_goes_along_the_path_to_its_beginning(path: list[Location]) -> None:
    """Every place visited is met again in reverse, without the steps that went nowhere; then back does nothing."""
    navigator = Navigator(home())
    for place in path:
        navigator.go(place)
    visited = [home()]
    visited += [place for before, place in zip([home(), *path], path, strict=False) if place != before]
    while navigator.can_go_back:
        assert navigator.here == visited.pop()
        navigator.back()
    assert visited == [navigator.here] == [home()]
    navigator.back()
    assert navigator.here == home()


def test_forward_undoes_back_until_one_goes_elsewhere() -> None:
    """As in a browser."""
    navigator = Navigator(home())
    navigator.go(library())
    navigator.go(cover("kurs"))
    navigator.back()
    navigator.forward()
    assert navigator.here == cover("kurs")
    navigator.back()
    navigator.go(settings())
    navigator.forward()
    assert navigator.here == settings()


def test_moves_are_told() -> None:
    """The window hears of every move, also of one to where it is already."""
    navigator, heard = Navigator(home()), []
    navigator.moved.connect(heard.append)
    navigator.go(home())
    navigator.go(library())
    navigator.back()
    QCoreApplication.processEvents()
    assert heard == [home(), library(), home()]


def test_replacing_renames_the_place_without_a_step() -> None:
    """A session becomes the page it opened on, and back leads to before it."""
    navigator = Navigator(home())
    navigator.go(page("kurs", "d1-1"))
    navigator.replace(page("kurs", "d1-1", "b"))
    assert navigator.here.page == "b"
    navigator.back()
    assert navigator.here == home()
