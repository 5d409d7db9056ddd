"""«Fredag kl. 15.40»: choosing badly, and finding the way back."""

from __future__ import annotations

from kursapp.demo import eyes
from kursapp.demo.driver import Driver
from kursapp.demo.eyes import Role
from kursapp.ui.participant.case_view import CaseView

BADLY = (
    "Si at dere kommer",
    "Vurder flere spor",
    "La henne dra hjem",
    "Kjør hjem",
)


def test_she_chooses_badly_and_finds_the_way_back(kari: Driver) -> None:
    """From the ending nobody wants she undoes her last choice, turns the car, and comes to a good ending."""
    view = _case(kari)
    for choice in BADLY:
        _choose(kari, view, choice)
    assert "Den tomme stolen" in kari.words(view)
    assert "Veier du ikke gikk" in kari.words(view)
    kari.push("Angre siste valg", view)
    assert "Den tomme stolen" not in _scene(kari, view)
    _choose(kari, view, "Snu bilen")
    assert "Du valgte: Snu bilen" in kari.words(view)
    _choose(kari, view, "Vurder flere spor")
    _choose(kari, view, "Treff akuttvedtak, begrunn det")
    assert "Noen andre leser" in kari.words(view)
    assert "Gang 1: Den tomme stolen" in kari.words(view), "the ending she came to first is kept"


def test_the_case_waits_where_it_was_left(kari: Driver) -> None:
    """After a restart the case stands at the same scene, and the way on is the same."""
    view = _case(kari)
    _choose(kari, view, "Be skolen sende")
    told = kari.words(view)
    kari.restart()
    kari.push("Fortsett")
    again = kari.one(CaseView, kari.page)
    assert kari.words(again) == told
    _choose(kari, again, "Ring rektor tilbake")
    kari.push("Start på nytt", again)
    assert "Angre siste valg" not in kari.words(again)


def _case(kari: Driver) -> CaseView:
    kari.find_and_go("Fredag kl. 15.40")
    return kari.one(CaseView, kari.page)


def _choose(kari: Driver, view: CaseView, choice: str) -> None:
    kari.click(eyes.find(view, Role.Button, choice))


def _scene(kari: Driver, view: CaseView) -> str:
    """Return what the case says before its list of ways not taken."""
    return kari.words(view).partition("Scener du ikke så")[0]
