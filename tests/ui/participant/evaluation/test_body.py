"""Filling in a form in the real window: privacy first, a theme at a time, the look over it, and changing it later."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QRadioButton

from kursapp.domain.evaluation_answer import APART, Picked, Rated, RatedTwice, Written
from kursapp.domain.problem import refusal
from kursapp.services.evaluate import EvaluationState
from kursapp.ui.participant.evaluation.body import EvaluationBody
from kursapp.ui.participant.evaluation.choice_item import ChoiceItem
from kursapp.ui.participant.evaluation.number_item import NumberItem
from kursapp.ui.participant.evaluation.privacy import PrivacyStage
from kursapp.ui.participant.evaluation.ranking_item import RankingItem
from kursapp.ui.participant.evaluation.review import ReviewStage
from kursapp.ui.participant.evaluation.scale_item import BeforeNowItem, ScaleItem
from kursapp.ui.participant.evaluation.text_item import TextItem
from kursapp.ui.participant.evaluation.theme_stage import ThemeStage
from kursapp.ui.participant.page_body import NavLook
from kursapp.ui.saving import SavingState
from kursapp.ui.widgets.scale_row import ScaleRow
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
<!-- id: enig | tema: Nytte -->
| | Uenig | Enig | Vet ikke |
|---|---|---|---|
| Det var nyttig <!-- id: nyttig --> | | | |

### Før og nå: Hvor trygg er du?
<!-- id: trygg | tema: Nytte -->
| | Utrygg | Midt imellom | Trygg |
|---|---|---|---|
| Å finne fristen <!-- id: frist --> | | | |

### Spørsmål: Hvor lang er fristen?
<!-- id: k1 | måler: frist | tema: Nytte -->
- [x] En uke <!-- id: k1-a -->
- [ ] En måned <!-- id: k1-b -->

### Valg: Hva var best?
<!-- id: best | tema: Resten | må: ja -->
- Praten <!-- id: praten -->
- Annet: ___ <!-- id: annet -->

### Tall: Hvor mange år?
<!-- id: aar | tema: Resten -->

### Rangering: Hva er viktigst?
<!-- id: rang | tema: Resten -->
- Tid <!-- id: tid -->
- Folk <!-- id: folk -->

### Fritekst: Noe mer?
<!-- id: mer | tema: Resten -->
"""


@pytest.fixture
def sit(sit_small: Callable[[str], SitDown]) -> SitDown:
    """Sit down at a form of two themes with an item of every kind."""
    return sit_small(FORM)


def form(sitting: Sitting) -> EvaluationBody:
    body = sitting.go("s1", "skjema")
    assert isinstance(body, EvaluationBody)
    return body


def theme(body: EvaluationBody) -> ThemeStage:
    assert isinstance(body.stage, ThemeStage), body.stage
    return body.stage


def kept(sitting: Sitting, body: EvaluationBody) -> EvaluationState:
    opened, page = body.ground.opened, body.ground.page
    state = sitting.profile_asks(lambda services: services.on(opened).evaluate.state(page))
    assert isinstance(state, EvaluationState)
    return state


def view(body: EvaluationBody, item_id: str, kind: type) -> object:
    found = theme(body).views[item_id]
    assert isinstance(found, kind)
    return found


def step(sitting: Sitting, row: ScaleRow, number: int) -> None:
    sitting.click(row.buttons()[number - 1])


def test_the_privacy_page_comes_first(sit: SitDown) -> None:
    """Before the first item stands where the answers are and who can see them: confidential, never anonymous."""
    sitting = sit()
    body = form(sitting)
    assert isinstance(body.stage, PrivacyStage)
    words = sitting.words()
    for said in ("Takk for at du tar deg tid.", "konfidensielle", "lagres på denne maskinen", "6 punkter på 2 sider"):
        assert said in words
    assert "anonym" not in words.lower()
    assert sitting.focus() is sitting.button("Begynn")
    assert body.nav_look() is NavLook.QUIET
    sitting.key(Qt.Key.Key_Return)
    assert "Del 1 av 2" in sitting.words()
    assert "Takk for at du tar deg tid." not in sitting.words()
    assert theme(body).views["enig"].isAncestorOf(sitting.focus())


def test_scales_are_saved_as_they_are_answered(sit: SitDown) -> None:
    """A step, one that stands apart and both halves of a pair are kept at once, and can be taken back."""
    sitting = sit()
    body = form(sitting)
    sitting.press("Begynn")
    agree, sure = view(body, "enig", ScaleItem), view(body, "trygg", BeforeNowItem)
    assert isinstance(agree, ScaleItem)
    assert isinstance(sure, BeforeNowItem)
    row = agree.rows["nyttig"]
    assert [one.accessibleName() for one in row.buttons()] == [
        "Det var nyttig: Uenig",
        "Det var nyttig: Enig",
        "Det var nyttig: Vet ikke",
    ]
    step(sitting, row, 2)
    assert kept(sitting, body).answers["nyttig"] == Rated(2)
    step(sitting, row, 3)
    assert kept(sitting, body).answers["nyttig"] == Rated(APART)
    before, now = sure.pairs["frist"]
    step(sitting, now, 3)
    step(sitting, before, 1)
    assert kept(sitting, body).answers["frist"] == RatedTwice(1, 3)
    sitting.click(agree.clear_button)
    assert "nyttig" not in kept(sitting, body).answers
    assert row.value() is None
    assert not agree.clear_button.isVisible()


def test_the_arrow_keys_choose_a_step(sit: SitDown) -> None:
    """A scale is one stop for Tab, and the arrow keys move along it."""
    sitting = sit()
    body = form(sitting)
    sitting.press("Begynn")
    sitting.key(Qt.Key.Key_Space)
    sitting.key(Qt.Key.Key_Right)
    assert kept(sitting, body).answers["nyttig"] == Rated(2)


def test_the_other_kinds_of_items(sit: SitDown) -> None:
    """An option of one's own, a number, an order and a text are kept as they are given, and stand there again."""
    sitting = sit()
    body = form(sitting)
    sitting.press("Begynn")
    sitting.press("Neste")
    best, years, order, more = (theme(body).views[name] for name in ("best", "aar", "rang", "mer"))
    assert isinstance(best, ChoiceItem)
    assert isinstance(years, NumberItem)
    assert isinstance(order, RankingItem)
    assert isinstance(more, TextItem)
    assert best.other is not None
    assert not best.other.isVisible()
    sitting.click(best.rows[1].button)
    sitting.click(best.other)
    sitting.type("maten")
    assert years.field is not None
    sitting.click(years.field)
    sitting.type("tolv")
    assert "Skriv et tall." in sitting.words(years)
    years.field.clear()
    sitting.type("12")
    assert "Skriv et tall." not in sitting.words(years)
    sitting.click(order.keep_button)
    sitting.click(more.field)
    sitting.type("Mer tid")
    sitting.press("Se over svarene")
    answers = kept(sitting, body).answers
    assert answers["best"] == Picked(("annet",), "maten")
    assert answers["aar"] == Written("12")
    assert answers["mer"] == Written("Mer tid")
    assert "rang" in answers
    assert isinstance(body.stage, ReviewStage)
    sitting.click(body.stage.rows[1])
    again = theme(body).views["best"]
    assert isinstance(again, ChoiceItem)
    assert again.other is not None
    assert again.other.text() == "maten"


def test_leaving_in_the_middle_of_a_word_loses_nothing(sit: SitDown) -> None:
    """What was typed in the last second is there after a restart, and one goes on where something is open."""
    sitting = sit()
    body = form(sitting)
    sitting.press("Begynn")
    sitting.press("Neste")
    more = theme(body).views["mer"]
    assert isinstance(more, TextItem)
    sitting.click(more.field)
    sitting.type("Midt i en set")
    assert sitting.tasks.state is SavingState.SAVING
    sitting = sit()
    body = form(sitting)
    assert "Del 1 av 2" in sitting.words()
    assert not sitting.view().nav.isVisible()
    sitting.press("Neste")
    more = theme(body).views["mer"]
    assert isinstance(more, TextItem)
    assert more.field.text() == "Midt i en set"


def test_what_must_be_answered_is_named(sit: SitDown) -> None:
    """A form that lacks an answer that must be there is not finished: it says which, and takes one to it."""
    sitting = sit()
    body = form(sitting)
    sitting.press("Begynn")
    sitting.press("Neste")
    sitting.press("Se over svarene")
    sitting.press("Ferdig")
    review = body.stage
    assert isinstance(review, ReviewStage)
    assert "Dette må fylles ut før du er ferdig: «Hva var best?»." in sitting.words()
    assert review.rows[1].accessibleName() == "Resten, Mangler svar"
    assert sitting.focus() is review.rows[1]
    assert kept(sitting, body).finished_at is None


def test_a_finished_form_can_be_changed(sit: SitDown) -> None:
    """When it is finished it says so and leads on; a change asks to be finished again, and nothing is lost by that."""
    sitting = sit()
    body = form(sitting)
    sitting.press("Begynn")
    sitting.press("Neste")
    best = theme(body).views["best"]
    assert isinstance(best, ChoiceItem)
    sitting.click(best.rows[0].button)
    sitting.press("Se over svarene")
    sitting.press("Ferdig")
    assert "Ferdig fylt ut 9. mars 2026" in sitting.words()
    assert body.nav_look() is NavLook.NEXT
    assert any("Skjemaet er lagret" in said for said in sitting.heard)
    sitting.clock.wait(60)
    sitting = sit()
    body = form(sitting)
    review = body.stage
    assert isinstance(review, ReviewStage)
    sitting.click(review.rows[1])
    best = theme(body).views["best"]
    assert isinstance(best, ChoiceItem)
    assert best.rows[0].button.isChecked()
    sitting.click(best.rows[1].button)
    sitting.press("Se over svarene")
    sitting.press("Ferdig med endringene")
    assert kept(sitting, body).answers["best"] == Picked(("annet",))
    assert "Ferdig med endringene" not in sitting.words()


def test_the_look_over_shows_the_way_from_before_to_now_and_the_gap(sit: SitDown) -> None:
    """How far one has moved, and how what one thinks stands beside what one answered, are told in words."""
    sitting = sit()
    body = form(sitting)
    sitting.press("Begynn")
    sure = theme(body).views["trygg"]
    assert isinstance(sure, BeforeNowItem)
    before, now = sure.pairs["frist"]
    step(sitting, before, 1)
    step(sitting, now, 3)
    wrong = next(one for one in sitting.all(QRadioButton) if one.accessibleName() == "En måned")
    sitting.click(wrong)
    sitting.press("Svar")
    sitting.press("Neste")
    sitting.press("Se over svarene")
    words = sitting.words()
    assert "Før: Utrygg. Nå: Trygg. 2 trinn opp." in words
    assert "Du vurderte deg høyt, men svarte ikke riktig." in words
    assert "Bare du ser dette." in words


def test_a_full_disk_keeps_the_answer(sit: SitDown, monkeypatch: pytest.MonkeyPatch) -> None:
    """While nothing can be written the window says so, and the answer stands there when one comes back to its theme."""
    sitting = sit()
    body = form(sitting)
    sitting.press("Begynn")
    full = True
    evaluations = sitting.profile_asks(lambda services: services.profile.evaluations)
    save = evaluations.save

    def save_if_room(*values: object) -> None:
        if full:
            raise refusal("disk-full")
        save(*values)

    monkeypatch.setattr(evaluations, "save", save_if_room)
    agree = theme(body).views["enig"]
    assert isinstance(agree, ScaleItem)
    step(sitting, agree.rows["nyttig"], 1)
    assert sitting.tasks.state is SavingState.FAILED
    assert sitting.heard
    sitting.press("Neste")
    sitting.press("Forrige")
    again = theme(body).views["enig"]
    assert isinstance(again, ScaleItem)
    assert again.rows["nyttig"].value() == 1
    full = False
    sitting.tasks.try_again()
    sitting.settle()
    assert sitting.tasks.state is SavingState.SAVED
    assert kept(sitting, body).answers["nyttig"] == Rated(1)


@pytest.mark.parametrize(("zoom", "size"), [(100, (1366, 768)), (200, (960, 600)), (200, (1366, 768))])
def test_long_labels_hold_in_large_type_and_a_narrow_window(
    sit_real: SitDown, zoom: int, size: tuple[int, int]
) -> None:
    """No word of a scale is cut and nothing reaches past the window: the steps stack where they have no room."""
    sitting = sit_real(zoom=zoom, size=size)
    body = sitting.go("for-kurset", "eval-for")
    assert isinstance(body, EvaluationBody)
    sitting.press("Begynn")
    sitting.press("Neste")
    view = sitting.view()
    rows = sitting.all(ScaleRow)
    assert rows
    for row in rows:
        right = row.mapTo(view.viewport(), QPoint(row.width(), 0)).x()
        assert right <= view.viewport().width()
        for words in sitting.all(QLabel, row):
            longest = max(words.fontMetrics().horizontalAdvance(word) for word in words.text().split())
            assert longest <= words.width()
            assert words.heightForWidth(words.width()) <= words.height()


def test_every_control_of_a_form_has_a_name(sit: SitDown) -> None:
    """Whatever Tab stops at, on the way through a form with an item of every kind, says what it is."""
    sitting = sit()
    form(sitting)
    assert sitting.nameless() == []
    for button in ("Begynn", "Neste", "Se over svarene"):
        sitting.press(button)
        assert sitting.nameless() == []


def test_the_real_day_form_from_privacy_to_finished(sit_real: SitDown) -> None:
    """The first day's form can be skipped through with nothing answered, for everything in it is optional."""
    sitting = sit_real()
    body = sitting.go("d1-evaluering", "eval-dag-1")
    assert isinstance(body, EvaluationBody)
    sitting.press("Begynn")
    for _theme in range(4):
        sitting.press("Neste")
    sitting.press("Se over svarene")
    sitting.press("Ferdig")
    assert isinstance(body.stage, ReviewStage)
    assert body.stage.is_finished
