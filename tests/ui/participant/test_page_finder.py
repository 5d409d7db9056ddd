"""Ctrl+F finds what stands on a page, whatever it stands in, and lets go of it again."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit, QWidget

from kursapp.ui.navigation import found, my_cohort, page
from kursapp.ui.participant.found_text import FOUND, HERE, LAYER
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.page_finder import MOST
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.rich_label import RichLabel
from tests.ui.participant.conftest import SitDown
from tests.ui.participant.sitting import Sitting

LOOKS = {"yes": FOUND, "here": HERE}
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
FILL = "\n\n".join(f"Avsnitt {number}. " + "Dette fyller linjen. " * 12 for number in range(30))
SESSION = f"""---
id: s1
minutter: 10
---
# Økt

## Side med alt
<!-- id: alt -->
Først kommer furua i teksten.

> [!VIKTIG]
> Furua i ruta.

| Tre | Høyde |
|---|---|
| furua | 20 m |

{FILL}

### Spørsmål: Hvor står furua?
<!-- id: q1 -->
Se på furua.

- [ ] Furua til venstre <!-- id: a -->
  > Tilbakemelding om furua.
- [x] Til høyre <!-- id: b -->

### Refleksjon: Tenk på furua
<!-- id: r1 -->
Skriv.

### Arbeidsbok: Trær
<!-- id: wb -->
| Furua i kolonnen | Annet |
|---|---|
| | |

### Sjekkliste
- [ ] Vann furua

Til slutt {"å" * (MOST + 10)}.

## Neste side
<!-- id: neste -->
Her er furua også.
"""


@pytest.fixture
def sitting(sit_small: Callable[[str], SitDown]) -> Iterator[Sitting]:
    made = sit_small(SESSION)()
    made.go("s1", "alt")
    made.wait_for(lambda: made.view().is_built, "the whole page")
    made.settle()
    return made


def screen(sitting: Sitting) -> PageScreen:
    shown = sitting.steering.screen
    assert isinstance(shown, PageScreen)
    return shown


def find(sitting: Sitting, words: str) -> None:
    """Press Ctrl+F and type."""
    sitting.key(Qt.Key.Key_F, CTRL)
    assert sitting.focus() is screen(sitting).find_bar.field
    sitting.focus().setText(words)
    sitting.settle()


def told(sitting: Sitting) -> str:
    return screen(sitting).find_bar.told.text()


def marked(sitting: Sitting, look: str = "") -> list[str]:
    """Return the words marked, from the top of the page."""
    words: list[tuple[int, str]] = []
    for widget in sitting.view().findChildren(QWidget):
        top = widget.mapTo(sitting.view(), widget.rect().topLeft()).y()
        if isinstance(widget, ProseView | RichLabel):
            text = widget.plain() if isinstance(widget, ProseView) else widget.marked_text()
            words += [(top, text[m.start : m.end]) for m in widget.marks(LAYER) if look in ("", m.look)]
        elif isinstance(widget, QPlainTextEdit) and not look:
            words += [(top, one.cursor.selectedText()) for one in widget.extraSelections()]
        elif isinstance(widget, QLabel) and LOOKS.get(widget.property("found")) in ({look} if look else {FOUND, HERE}):
            words.append((top, widget.text()))
    return [text for _top, text in sorted(words, key=lambda pair: pair[0])]


def is_seen(sitting: Sitting) -> bool:
    """Say whether the place that is shown stands inside the view."""
    finder = screen(sitting).finder
    place = finder.here()
    assert place is not None
    view = sitting.view()
    rect = place.surface.rect(place.span)
    return view.viewport().rect().contains(place.surface.widget.mapTo(view.viewport(), rect.center()))


def test_everything_that_holds_words_is_found_in(sitting: Sitting) -> None:
    """Text, call-outs, tables, questions, their words and options, reflections, columns, checklists: all marked."""
    find(sitting, "FURUA")
    words = marked(sitting)
    assert told(sitting) == f"1 av {len(words)} treff"
    assert words[:3] == ["furua", "Furua", "furua"]
    assert "Furua i kolonnen" in words
    assert len(words) == 9
    assert len(marked(sitting, HERE)) == 1


def test_what_one_has_typed_is_found(sitting: Sitting) -> None:
    """Also with letters Qt counts as two before it, and the marks go when the bar does."""
    field = sitting.view().body.item("r1").findChild(QPlainTextEdit)
    field.setFocus()
    field.insertPlainText("Tenkte \U0001f600 lenge")
    sitting.settle()
    find(sitting, "lenge")
    assert (told(sitting), marked(sitting)) == ("1 av 1 treff", ["lenge"])
    assert is_seen(sitting)
    sitting.key(Qt.Key.Key_Escape)
    assert marked(sitting) == []
    assert field.hasFocus()
    assert field.toPlainText() == "Tenkte \U0001f600 lenge"


def test_next_and_previous_go_around(sitting: Sitting) -> None:
    """Enter, F3 and the buttons; each place is brought into view, and after the last comes the first."""
    find(sitting, "furua")
    count = len(marked(sitting))
    for number in [*range(2, count + 1), 1]:
        sitting.key(Qt.Key.Key_Return if number % 2 else Qt.Key.Key_F3)
        assert told(sitting).startswith(f"{number} av")
        assert is_seen(sitting)
    sitting.key(Qt.Key.Key_F3, SHIFT)
    assert told(sitting).startswith(f"{count} av")
    sitting.key(Qt.Key.Key_Return, SHIFT)
    assert told(sitting).startswith(f"{count - 1} av")
    screen(sitting).find_bar.next.click()
    assert told(sitting).startswith(f"{count} av")
    # The keys work while the keyboard is on the page too.
    sitting.view().setFocus()
    sitting.key(Qt.Key.Key_F3)
    assert told(sitting).startswith("1 av")


def test_looking_begins_where_one_reads(sitting: Sitting) -> None:
    """From far down the page the first place shown is the next below, not the one at the top."""
    bar = sitting.view().verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    sitting.settle()
    find(sitting, "furua")
    assert not told(sitting).startswith("1 av")
    assert is_seen(sitting)


def test_nothing_found_is_said_and_nothing_asked_says_nothing(sitting: Sitting) -> None:
    """And going on from nothing moves nothing."""
    find(sitting, "bjørk")
    assert told(sitting) == "Ingen treff på siden"
    where = sitting.view().verticalScrollBar().value()
    sitting.key(Qt.Key.Key_Return)
    assert sitting.view().verticalScrollBar().value() == where
    sitting.focus().setText("  ")
    assert told(sitting) == ""


def test_a_letter_that_stands_everywhere_is_not_counted_to_its_end(sitting: Sitting) -> None:
    """More than anybody steps through is said as it is."""
    find(sitting, "å")
    assert told(sitting).endswith(f"av over {MOST} treff")


def test_turning_the_page_finds_on_the_next(sitting: Sitting) -> None:
    """The bar stays, the marks of the page left behind go, and the next one is counted anew."""
    left = sitting.view()
    find(sitting, "furua")
    sitting.key(Qt.Key.Key_PageDown, CTRL)
    sitting.wait_for(lambda: sitting.view().ground.page.id == "neste" and sitting.view().is_built, "the next page")
    sitting.settle()
    assert told(sitting) == "0 av 1 treff"
    assert marked(sitting) == ["furua"]
    assert not any(prose.marks(LAYER) for prose in left.findChildren(ProseView))


def test_leaving_forgets_the_words(sitting: Sitting) -> None:
    """Back from another screen there is no bar, no mark and no word of it."""
    find(sitting, "furua")
    sitting.navigator.go(my_cohort("lite"))
    sitting.navigator.back()
    sitting.settle()
    assert screen(sitting).find_bar.isHidden()
    assert screen(sitting).find_bar.words() == ""
    assert marked(sitting) == []


def test_a_page_is_found_in_while_it_is_being_built(sitting: Sitting) -> None:
    """What comes later is counted when it comes."""
    sitting.go("s1", "neste")
    sitting.tasks.profile(_nothing)
    sitting.navigator.go(page("lite", "s1", "alt"))
    sitting.wait_for(lambda: sitting.view().ground.page.id == "alt", "the page")
    find(sitting, "Vann furua")
    sitting.wait_for(lambda: sitting.view().is_built, "the whole page")
    sitting.settle()
    assert marked(sitting) == ["furua"] or marked(sitting) == ["Vann furua"]


def test_an_answered_question_is_found_in_too(sitting: Sitting) -> None:
    """The feedback that appears is on the page from then on, and not before."""
    find(sitting, "Tilbakemelding om")
    assert told(sitting) == "Ingen treff på siden"
    question = sitting.view().body.item("q1")
    question.pick(1)
    question.answer()
    sitting.settle()
    sitting.wait_for(lambda: question.is_scored, "the verdict")
    sitting.key(Qt.Key.Key_F3)
    assert told(sitting) == "1 av 1 treff"


# A passage one has come to


def come_to(sitting: Sitting, passage: str, page_id: str = "alt") -> None:
    sitting.navigator.go(page("lite", "s1", page_id, spot=found(passage)))
    sitting.settle()
    sitting.wait_for(lambda: sitting.view().ground.page.id == page_id, "the page")
    sitting.settle()


def test_a_passage_is_marked_and_brought_into_view(sitting: Sitting) -> None:
    """Far down, written with other blanks, without a bar; Esc takes the mark away, and the keyboard is on the page."""
    come_to(sitting, "Vann  furua")
    assert marked(sitting, HERE) == ["Vann furua"]
    assert is_seen(sitting)
    assert screen(sitting).find_bar.isHidden()
    assert sitting.view().isAncestorOf(QApplication.focusWidget()) or sitting.view().hasFocus()
    sitting.key(Qt.Key.Key_Escape)
    assert marked(sitting) == []


def test_a_passage_on_another_page_is_shown_when_the_page_is(sitting: Sitting) -> None:
    """Going there and coming back by Alt+Left marks it again; another page has no mark."""
    come_to(sitting, "Her er furua også", "neste")
    assert marked(sitting, HERE) == ["Her er furua også"]
    sitting.go("s1", "alt")
    assert marked(sitting) == []
    sitting.navigator.back()
    sitting.settle()
    assert marked(sitting, HERE) == ["Her er furua også"]


def test_the_context_tells_which_of_many_is_meant(sitting: Sitting) -> None:
    """All are marked, the one in its context is shown; F3 goes on to the next, without the bar."""
    sitting.navigator.go(page("lite", "s1", "alt", spot=found("furua", "Se på furua.")))
    sitting.settle()
    place = screen(sitting).finder.here()
    assert place is not None
    assert place.surface.text() == "Se på furua."
    assert is_seen(sitting)
    assert len(marked(sitting)) == 9
    sitting.key(Qt.Key.Key_F3)
    assert screen(sitting).finder.here() != place
    assert screen(sitting).find_bar.isHidden()


def test_what_stands_in_the_item_one_came_for_comes_first(sitting: Sitting) -> None:
    """Whatever stands above it on the page."""
    sitting.navigator.go(page("lite", "s1", "alt", "r1", spot=found("furua")))
    sitting.settle()
    place = screen(sitting).finder.here()
    assert place is not None
    assert sitting.view().body.item("r1").isAncestorOf(place.surface.widget)
    assert is_seen(sitting)


def test_a_passage_that_has_changed_is_found_by_its_beginning(sitting: Sitting) -> None:
    """The first words are enough."""
    come_to(sitting, "Først kommer furua i skogen med alle sine greiner og kvister")
    assert marked(sitting, HERE) == ["Først kommer furua i"] or marked(sitting, HERE) == ["Først kommer furua"]


def test_a_passage_that_is_gone_is_said(sitting: Sitting) -> None:
    """In a sentence, once, with the page shown and nothing marked."""
    come_to(sitting, "Dette har aldri stått her")
    assert sitting.heard[-1].startswith("Ordene står ikke i teksten på siden nå.")
    assert marked(sitting) == []


def test_marks_stay_when_the_text_grows(sitting: Sitting) -> None:
    """At another size of the text the same words are marked."""
    find(sitting, "furua")
    before = marked(sitting)
    sitting.steering._larger()
    sitting.settle()
    assert marked(sitting) == before


def _nothing(_subject: object) -> None:
    """Be waited for."""
