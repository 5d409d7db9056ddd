"""A whole evening without a mouse."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from kursapp.demo import eyes, hands
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.demo.hands import Key, Modifier
from kursapp.demo.waiting import wait_until
from kursapp.ui.participant.case_view import CaseView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView

CTRL = Modifier.ControlModifier
MOST_TABS = 60


@pytest.fixture(autouse=True)
def no_mouse(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take the mouse away."""

    def refuse(*_arguments: object) -> None:
        raise AssertionError("the mouse was used")

    monkeypatch.setattr(QTest, "mouseClick", refuse)


def test_from_the_first_start_to_an_answer_by_keys_alone(kari_by_keys: Driver) -> None:
    """Name, begin, turn pages, answer by number and Enter, and write: the keyboard is always where it is needed."""
    assert eyes.name_of(hands.focused()) in ("Begynn kurset", "Se kursene"), "the way on has the keyboard"
    kari_by_keys.find_and_go("God barnevernledelse")
    assert eyes.name_of(hands.focused()) == "Begynn kurset"
    kari_by_keys.key(Key.Key_Return)
    assert kari_by_keys.page.ground.page.title == "Hvor står du i dag?"
    kari_by_keys.find_and_go("Hvem loven gjelder for")
    view = kari_by_keys.one(QuestionView, kari_by_keys.page)
    _tab_into(kari_by_keys, view)
    kari_by_keys.key(Key.Key_3)
    kari_by_keys.key(Key.Key_Return)
    assert "Hun kan ikke velge noe hun ikke vet finnes" in kari_by_keys.words(view)
    kari_by_keys.key(Key.Key_PageUp, CTRL)
    assert kari_by_keys.page.ground.page.title == "Formålet, lest av en leder"
    kari_by_keys.key(Key.Key_PageUp, CTRL)
    _tab_into(kari_by_keys, kari_by_keys.one(ReflectionView, kari_by_keys.page))
    hands.type_text("Vi hjelper.")
    kari_by_keys.key(Key.Key_PageDown, CTRL)
    kari_by_keys.key(Key.Key_PageUp, CTRL)
    assert kari_by_keys.one(ReflectionView, kari_by_keys.page).field.text() == "Vi hjelper."


def test_a_case_by_its_numbers(kari_by_keys: Driver) -> None:
    """Choices are taken by their number, and the keyboard stays in the case."""
    kari = kari_by_keys
    kari.find_and_go("Fredag kl. 15.40")
    view = kari.one(CaseView, kari.page)
    _tab_to(kari, "Be skolen sende en skriftlig melding, så tar dere den mandag")
    kari.key(Key.Key_2)
    kari.key(Key.Key_2)
    assert "Du valgte: Vurder flere spor samtidig" in kari.words(view)
    assert view.isAncestorOf(hands.focused())


def test_f6_goes_around_the_window_and_alt_left_goes_back(kari_by_keys: Driver) -> None:
    """F6 visits every part of the window and comes back to the first; Alt+Left leads where one came from."""
    kari = kari_by_keys
    kari.find_and_go("Hvem loven gjelder for")
    kari.find_and_go("Fire utganger")
    visited = []
    for _part in range(8):
        kari.key(Key.Key_F6)
        visited.append(hands.focused())
    parts = [part for part in (kari.window.sidebar, kari.window.top_bar, kari.page) if _holds(part, visited)]
    assert len(parts) == 3, "the sidebar, the line above and the page are all reached"
    kari.key(Key.Key_Left, Modifier.AltModifier)
    assert kari.page.ground.page.title == "Hvem loven gjelder for"
    kari.key(Key.Key_7, CTRL)
    assert "Innstillinger" in kari.words()
    kari.key(Key.Key_Left, Modifier.AltModifier)
    assert kari.page.ground.page.title == "Hvem loven gjelder for"


@pytest.fixture
def kari_by_keys(stranger: Driver) -> Driver:
    """Give somebody at Hjem who has never touched the mouse."""
    stranger.open()
    stranger.key(Key.Key_Return)
    hands.type_text("Kari")
    stranger.key(Key.Key_Return)
    _tab_to(stranger, "Kom i gang")
    stranger.key(Key.Key_Return)
    wait_until(lambda: stranger.rest.courses.is_loaded, "the course")
    stranger.settle()
    return stranger


def _tab_to(driver: Driver, name: str) -> None:
    """Press Tab until a button of this name has the keyboard."""
    for _tab in range(MOST_TABS):
        if eyes.role_of(hands.focused()) == Role.Button and eyes.name_of(hands.focused()) == name:
            return
        driver.key(Key.Key_Tab)
    raise AssertionError(f"Tab never comes to «{name}»")


def _tab_into(driver: Driver, view: QuestionView | ReflectionView | CaseView) -> None:
    """Press Tab until the keyboard is in an item of the page."""
    for _tab in range(MOST_TABS):
        if view.isAncestorOf(hands.focused()):
            return
        driver.key(Key.Key_Tab)
    raise AssertionError("Tab never comes to the item")


def _holds(part: object, visited: list[object]) -> bool:
    return any(each is part or part.isAncestorOf(each) for each in visited)  # type: ignore[attr-defined]
