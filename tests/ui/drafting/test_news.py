"""What happens to the texts is put into words: not saved, two texts, brought back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kursapp.domain.draft import Clash, FileText
from kursapp.domain.problem import refusal
from kursapp.services.draft import Draft
from kursapp.ui.drafting.news import DraftNews
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Navigator, drafts, edit
from tests.ui.author.conftest import Desk, Desks

SESSION = "dag-1/01-slik-skriver-du.md"


class Told:
    """What was said, and taken back."""

    def __init__(self, desk: Desk) -> None:
        self.shown: list[Message] = []
        self.withdrawn: list[str] = []
        self.navigator = Navigator(drafts())
        messages = Messages(desk.bench)
        messages.shown.connect(self.shown.append)
        messages.withdrawn.connect(self.withdrawn.append)
        DraftNews(desk.draft, messages, self.navigator, desk.bench)


@pytest.fixture
def told(desk: Desk) -> Iterator[Told]:
    """Listen."""
    return Told(desk)


def test_two_texts_lead_to_the_choice(desk: Desk, told: Told) -> None:
    """The message names the file, and its button leads there."""
    desk.open()
    desk.draft.clashed.emit(Clash(SESSION, "mitt", FileText(SESSION, "deres", "x")))
    assert told.shown[0].text.startswith(f"{SESSION} er endret av et annet program")
    told.shown[0].act()
    assert told.navigator.here == edit("", SESSION)


def test_a_removed_file_is_said_to_be_removed(desk: Desk, told: Told) -> None:
    """It is another matter when there is no other text."""
    desk.draft.clashed.emit(Clash(SESSION, "mitt", None))
    assert "fjernet av et annet program" in told.shown[0].text


def test_a_full_disk_is_told_until_it_is_saved(desk: Desk, told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sentence stays, with a way to try again, and goes when it is no longer so."""
    draft = desk.open()
    before = desk.text_of(SESSION)
    with monkeypatch.context() as patch:
        patch.setattr(Draft, "save", _full)
        draft.edit(SESSION, before + "x")
        draft.flush()
        desk.settle()
    assert told.shown[-1].action == "Prøv igjen"
    assert told.shown[-1].seconds == 0
    told.shown[-1].act()
    desk.settle()
    assert told.shown[-1].about in told.withdrawn


def test_what_is_brought_back_is_told(desks: Desks, monkeypatch: pytest.MonkeyPatch) -> None:
    """One knows why a text is another than on the disk."""
    desk = desks()
    draft = desk.open()
    before = desk.text_of(SESSION)
    with monkeypatch.context() as patch:
        patch.setattr(Draft, "save", _full)
        draft.edit(SESSION, before + "x")
        draft.keep_all(20)
    desk = desks()
    told = Told(desk)
    desk.open()
    assert [message.text for message in told.shown] == [
        f"Det du skrev sist i {SESSION}, ble ikke lagret da. Nå er det hentet inn."
    ]


def _full(*_what: object) -> object:
    raise refusal("disk-full", folder="x")
