"""A participant who has read a small course to its end, and the window she practises in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from kursapp.domain.case import Case
from kursapp.services.participant import Participant
from kursapp.services.review_intake import TakenIn, candidates
from kursapp.ui.navigation import practice, practice_round
from kursapp.ui.participant.practice.keeper import PracticeKeeper
from kursapp.ui.participant.practice.overview import PracticeOverview
from kursapp.ui.participant.practice.question_stage import PracticeQuestion
from kursapp.ui.participant.practice.round import Round
from kursapp.ui.participant.practice.screen import PracticeScreen
from tests.ui.participant.conftest import SitAt
from tests.ui.participant.sitting import HandClock, Sitting, write_course

TEXT = """\
---
id: okt
mål:
  - m1
---
# Fristene

## Om frister
<!-- id: om -->

En frist er kort.

### Spørsmål: Hvor lang er fristen?
<!-- id: q1 -->
- [x] Én uke <!-- id: q1-a -->
  > Ja, se [siden om frister](#om).
- [ ] Ett år <!-- id: q1-b -->
  > Nei.

> **Forklaring:** Loven sier det.

### Spørsmål: Hvem teller?
<!-- id: q2 | sikkerhet: ja -->
- [x] Lederen <!-- id: q2-a -->
- [ ] Ingen <!-- id: q2-b -->

### Spørsmål (kortsvar): Hva heter organet?
<!-- id: q3 | forsøk: 1 -->
Svar: kommunestyret

### Spørsmål (drøft): Hva ville du gjort?
<!-- id: q4 -->
- [ ] Ventet <!-- id: q4-a -->
- [ ] Ringt <!-- id: q4-b -->

### Case: Fredag
<!-- id: fredag -->
Skolen ringer.

- [Vent](#scene-vent) <!-- id: c1 -->
  > Du venter.

#### Scene: Vent
<!-- id: vent | slutt: svak -->
Det ble mandag.
"""


@dataclass
class Desk:
    """The window, the clock, and what one sees of Øving."""

    sitting: Sitting
    clock: HandClock

    def __post_init__(self) -> None:
        self.counts: list[int] = []
        self.keeper = PracticeKeeper(self.sitting.tasks, self.sitting.shelf, self.sitting.window)
        self.keeper.counted.connect(self.counts.append)

    def ask(self, fn: Callable[[Participant], object]) -> object:
        """Do something in the profile, and let the window know."""
        got = self.sitting.profile_asks(fn)
        self.sitting.settle()
        return got

    def finish(self, *, case: bool = False) -> None:
        """Read the course to its end, and come back the day after."""
        opened = self.sitting.opened()

        def read(participant: Participant) -> None:
            desk = participant.on(opened)
            desk.take.enrol()
            for head in opened.course.sessions():
                for page in head.pages:
                    desk.take.read_page(page.id)
            if case:
                blocks = opened.session("okt").page("om").blocks
                block = next(one for one in blocks if isinstance(one, Case))
                desk.case.choose(block, "c1")

        self.ask(read)
        self.days(1)

    def take_in(self) -> None:
        """Make the cards, without waiting for the window to do it."""
        opened = self.sitting.opened()

        def take(participant: Participant) -> TakenIn | None:
            found = participant.review.ready(opened)
            return None if found is None else participant.review.take_in(found, candidates(opened, found))

        self.ask(take)

    def days(self, count: int) -> None:
        """Let days pass."""
        self.clock.wait(count * 86_400)

    def open(self) -> PracticeOverview:
        """Go to Øving."""
        self.sitting.navigator.go(practice())
        self.sitting.settle()
        return self.screen.overview

    def begin(self, extra: int = 0) -> Round:
        """Go straight to a round."""
        self.sitting.navigator.go(practice_round(extra))
        self.sitting.settle()
        assert self.screen.round is not None
        return self.screen.round

    @property
    def screen(self) -> PracticeScreen:
        """The screen shown."""
        shown = self.sitting.steering.screen
        assert isinstance(shown, PracticeScreen)
        return shown

    @property
    def stage(self) -> PracticeQuestion:
        """The question asked now."""
        assert self.screen.round is not None
        assert self.screen.round.stage is not None
        return self.screen.round.stage

    def press(self, one: QPushButton) -> None:
        """Press a button, and wait for what it leads to."""
        assert one.isVisible(), one.text()
        one.click()
        self.sitting.settle()

    def words(self, within: QWidget | None = None) -> str:
        """Return all the words shown."""
        shown = [one for one in (within or self.screen).findChildren(QLabel) if one.isVisible()]
        return "\n".join(one.text() for one in shown)

    def nameless(self) -> list[QWidget]:
        """Return what takes the keyboard and has nothing to say to a screen reader."""
        from PySide6.QtCore import Qt

        stops = [one for one in self.screen.findChildren(QWidget) if one.isVisible()]
        stops = [one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
        return [one for one in stops if not (one.accessibleName() or getattr(one, "text", str)())]


@pytest.fixture
def desk(sit_at: SitAt, tmp_path: Path, clock: HandClock) -> Desk:
    """Sit down at the small course."""
    courses = write_course(tmp_path / "kurs", [("en.md", TEXT)])
    cover = courses / "lite" / "kurs.md"
    goals = "En dag.\n\n**Mål**\n- kjenne fristene <!-- id: m1 -->\n"
    cover.write_text(cover.read_text(encoding="utf-8").replace("En dag.\n", goals), encoding="utf-8")
    return Desk(sit_at(courses, "lite")(), clock)
