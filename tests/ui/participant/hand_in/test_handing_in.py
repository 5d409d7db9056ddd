"""Handing in from a form in the real window: what is offered when, what is asked, and what stands in the way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kursapp.domain.evaluation_answer import Rated, Written
from kursapp.domain.problem import refusal
from kursapp.services.participant import Participant
from kursapp.ui.participant.evaluation.body import EvaluationBody
from kursapp.ui.participant.evaluation.review import ReviewStage
from kursapp.ui.participant.evaluation.scale_item import ScaleItem
from kursapp.ui.participant.evaluation.text_item import TextItem
from kursapp.ui.participant.evaluation.theme_stage import ThemeStage
from kursapp.ui.participant.hand_in.receipt_stage import ReceiptStage
from kursapp.ui.participant.hand_in.send_stage import SendStage, WithdrawStage
from kursapp.ui.participant.page_body import NavLook
from kursapp.ui.picking import Picker
from tests.room import Room, room_for
from tests.ui.participant.conftest import SitDown
from tests.ui.participant.sitting import Sitting

FORM = """---
id: s1
minutter: 10
---
# Økt

## Evaluering: Skjemaet
<!-- id: skjema | type: dag -->
Takk for at du tar deg tid.

### Skala: Hvor enig er du?
<!-- id: enig | tema: Nytte | må: ja -->
| | Uenig | Enig | Vet ikke |
|---|---|---|---|
| Det var nyttig <!-- id: nyttig --> | | | |

### Fritekst: Noe mer?
<!-- id: mer | tema: Nytte -->

### Fritekst: Og ellers?
<!-- id: ellers | tema: Nytte -->
"""


@dataclass
class Desk:
    """A participant at the form, the coordinator's side of it, and a folder between them."""

    sitting: Sitting
    room: Room
    stick: Path

    def body(self) -> EvaluationBody:
        """Return the form's body."""
        body = self.sitting.view().body
        assert isinstance(body, EvaluationBody)
        return body

    def open(self) -> EvaluationBody:
        """Go to the form."""
        body = self.sitting.go("s1", "skjema")
        assert isinstance(body, EvaluationBody)
        return body

    def view(self, item_id: str) -> object:
        """Return an item of the theme shown."""
        stage = self.body().stage
        assert isinstance(stage, ThemeStage)
        return stage.views[item_id]

    def rate(self, step: int) -> None:
        """Answer the scale."""
        view = self.view("enig")
        assert isinstance(view, ScaleItem)
        self.sitting.click(view.rows["nyttig"].buttons()[step - 1])

    def write(self, item_id: str, text: str) -> TextItem:
        """Write in a text."""
        view = self.view(item_id)
        assert isinstance(view, TextItem)
        view.field.set_text(text[:-1])
        self.sitting.click(view.field)
        self.sitting.key(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
        self.sitting.type(text[-1])
        return view

    def make_file(self, folder: Path | None) -> None:
        """Press the button that asks for a folder, and choose one; None puts the question away."""
        QTest.mouseClick(self.sitting.button("Velg mappe"), Qt.MouseButton.LeftButton)
        picker = self.body().findChild(Picker)
        assert picker is not None
        assert picker.dialog is not None
        if folder is not None:
            picker.dialog.filesSelected.emit([str(folder)])
        picker.dialog.reject()
        self.sitting.window.activateWindow()
        self.sitting.settle()


@pytest.fixture
def sit(sit_small: Callable[[str], SitDown]) -> SitDown:
    """Sit down at a short form."""
    return sit_small(FORM)


MakeDesk = Callable[..., Desk]


@pytest.fixture
def desk(sit: SitDown, tmp_path: Path) -> MakeDesk:
    """Give a participant who has joined a cohort whose rules and forms are as asked for."""

    def make(**rules: object) -> Desk:
        sitting = sit()
        opened = sitting.opened()
        page = opened.session("s1").page("skjema")
        room = room_for(opened.course, (page,), opened.bank).with_rules(**rules)
        path = room.put_file(tmp_path / "kull")

        def join(participant: Participant) -> bool:
            participant.cohorts.join(participant.cohorts.look_at(path))
            return True

        sitting.profile_asks(join)
        stick = tmp_path / "pinne"
        stick.mkdir(exist_ok=True)
        return Desk(sitting, room, stick)

    return make


def to_review(desk: Desk, *, step: int = 2, text: str = "") -> ReviewStage:
    desk.sitting.press("Begynn")
    if step:
        desk.rate(step)
    if text:
        desk.write("mer", text)
    desk.sitting.press("Se over svarene")
    stage = desk.body().stage
    assert isinstance(stage, ReviewStage)
    return stage


def test_the_form_ends_in_an_answer_file(desk: MakeDesk) -> None:
    """Handing in is the main step; what is sent is shown first, and the way on in the course is quiet meanwhile."""
    here = desk()
    here.open()
    review = to_review(here, text="Mer tid")
    assert here.sitting.focus() is here.sitting.button("Lag svarfil")
    assert here.body().nav_look() is NavLook.QUIET
    assert review.has_next_step
    here.sitting.press("Lag svarfil")
    assert isinstance(here.body().stage, SendStage)
    words = here.sitting.words()
    for said in ("Det var nyttig", "Enig", "Mer tid", "Og ellers?", "Ikke besvart, og ikke med i fila."):
        assert said in words
    assert here.sitting.nameless() == []
    assert here.body().nav_look() is NavLook.HIDDEN
    here.make_file(here.stick)
    receipt = here.body().stage
    assert isinstance(receipt, ReceiptStage)
    (path,) = here.stick.iterdir()
    sent = here.room.open(path).submission
    assert sent.answers == (("nyttig", Rated(2)), ("mer", Written("Mer tid")))
    assert here.sitting.nameless() == []
    assert sent.response_id not in here.sitting.words()
    here.sitting.press("Ferdig")
    assert "Du laget svarfila 9. mars 2026" in here.sitting.words()
    assert here.body().nav_look() is NavLook.NEXT


def test_back_is_always_safe(desk: MakeDesk) -> None:
    """From what is sent, one comes back to the look over the form; nothing has been made."""
    here = desk()
    here.open()
    to_review(here)
    here.sitting.press("Lag svarfil")
    here.sitting.press("Tilbake")
    assert isinstance(here.body().stage, ReviewStage)
    assert list(here.stick.iterdir()) == []
    here.sitting.press("Lag svarfil")
    here.make_file(None)
    assert isinstance(here.body().stage, SendStage)


def test_what_must_be_answered_comes_first(desk: MakeDesk) -> None:
    """A form that lacks an answer that must be there is not handed in: it says which."""
    here = desk()
    here.open()
    to_review(here, step=0, text="Bare ord")
    here.sitting.press("Lag svarfil")
    assert isinstance(here.body().stage, ReviewStage)
    assert "Dette må fylles ut før du er ferdig" in here.sitting.words()


def test_one_may_be_done_without_handing_in(desk: MakeDesk) -> None:
    """The form is finished, and can be handed in another day."""
    here = desk()
    here.open()
    to_review(here)
    here.sitting.press("Ferdig uten å levere")
    assert "Ferdig fylt ut" in here.sitting.words()
    assert here.sitting.button("Lag svarfil")
    assert list(here.stick.iterdir()) == []


def test_the_room_is_shown_while_one_types(desk: MakeDesk) -> None:
    """It shrinks with every letter, is shared by all texts, and too long is told at once and refused later."""
    here = desk()
    here.open()
    here.sitting.press("Begynn")
    here.rate(1)
    first = here.write("mer", "ab")
    before = first.room.text()
    assert before.startswith("Plass til om lag")
    here.sitting.type("cdefghij")
    assert first.room.text() != before
    second = here.view("ellers")
    assert isinstance(second, TextItem)
    assert not second.room.isVisible()
    here.write("mer", "x" * 15_000)
    here.write("ellers", "x" * 15_000)
    assert "for lange til å leveres" in first.room.text()
    assert "for lange til å leveres" in second.room.text()
    here.sitting.press("Se over svarene")
    here.sitting.press("Lag svarfil")
    assert isinstance(here.body().stage, ReviewStage)
    assert any("for lange til svarfila" in said for said in here.sitting.heard)
    kept = here.sitting.profile_asks(
        lambda services: services.on(here.sitting.opened()).evaluate.state(here.body().ground.page)
    )
    assert kept.answers["ellers"] == Written("x" * 15_000)


def test_codes_are_asked_for_where_the_cohort_uses_them(desk: MakeDesk) -> None:
    """Without one there is no file, and the field says so; taking back asks for it too."""
    here = desk(codes=True)
    here.open()
    to_review(here)
    here.sitting.press("Lag svarfil")
    stage = here.body().stage
    assert isinstance(stage, SendStage)
    assert stage.code is not None
    here.sitting.press("Velg mappe")
    assert "Skriv koden for dette skjemaet fra lappen du trakk." in here.sitting.words()
    assert here.sitting.focus() is stage.code.field
    here.sitting.type("k7-pq")
    here.make_file(here.stick)
    (path,) = here.stick.iterdir()
    assert here.room.open(path).submission.code == "K7PQ"
    here.sitting.press("Ferdig")
    here.sitting.press("Trekk svarene tilbake")
    taking_back = here.body().stage
    assert isinstance(taking_back, WithdrawStage)
    assert taking_back.code is not None


def test_a_cohort_that_is_over_takes_nothing(desk: MakeDesk) -> None:
    """The form is the participant's own again, and says why there is no button."""
    here = desk()
    here.sitting.clock.wait(400 * 24 * 3600)
    here.open()
    assert "er avsluttet" in here.sitting.words()
    to_review(here)
    assert "er avsluttet" in here.sitting.words()
    assert here.sitting.button("Ferdig")


def test_without_a_cohort_the_form_is_as_before(sit: SitDown) -> None:
    """Nothing is said of files, marks or keys."""
    sitting = sit()
    sitting.go("s1", "skjema")
    words = sitting.words()
    assert "Kullmerke" not in words
    assert "Kursapp sender dem ikke til noen" in words
    sitting.press("Begynn")
    sitting.press("Se over svarene")
    assert "svarfil" not in sitting.words().lower()
    assert sitting.button("Ferdig")


def test_what_is_not_saved_is_not_handed_in(desk: MakeDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    """While the disk is full the file would lack the last answers: handing in waits behind them."""
    here = desk()
    here.open()
    here.sitting.press("Begynn")
    evaluations = here.sitting.profile_asks(lambda services: services.profile.evaluations)
    full = True
    save = evaluations.save

    def save_if_room(*values: object) -> None:
        if full:
            raise refusal("disk-full")
        save(*values)

    monkeypatch.setattr(evaluations, "save", save_if_room)
    here.rate(1)
    here.sitting.press("Se over svarene")
    here.sitting.press("Lag svarfil")
    assert isinstance(here.body().stage, ReviewStage)
    assert list(here.stick.iterdir()) == []
    full = False
    here.sitting.tasks.try_again()
    here.sitting.settle()
    assert isinstance(here.body().stage, SendStage)
    assert "Uenig" in here.sitting.words()
