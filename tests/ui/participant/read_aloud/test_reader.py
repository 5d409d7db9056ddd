"""A page is read from the top of what is seen, sentence by sentence, and shown while it is read."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kursapp.ui.participant.read_aloud.passages import LAYER
from kursapp.ui.participant.read_aloud.reader import Reader, Reading
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.rich_label import RichLabel
from tests.ui.participant.read_aloud.conftest import Listening

Listen = Callable[[str], Listening]


def begun(listening: Listening) -> Reader:
    reader = Reader(listening.voice, listening.screen)
    reader.begin(listening.sitting.view(), "nb")
    return reader


def marked(listening: Listening) -> list[str]:
    """Return the words that are shown as read now."""
    texts = [(text, text.plain()) for text in listening.sitting.all(ProseView)]
    labels = [(label, label.marked_text()) for label in listening.sitting.all(RichLabel) if label.marks(LAYER)]
    return [words[mark.start : mark.end] for text, words in (*texts, *labels) for mark in text.marks(LAYER)]


def test_everything_is_read_in_the_order_it_stands(listen: Listen) -> None:
    """Title, question, options and the text below; then it is silent, and nothing is marked."""
    listening = listen("svar")
    reader = begun(listening)
    while reader.reading is Reading.SPEAKING:
        listening.voice.end()
    said = listening.voice.said
    assert said[:4] == ["Svar", "Hva gjør du først?", "Ringer", "Vurderer"]
    assert said[-1] == "Resten av siden står her."
    assert not any("Vent litt" in words or "rekkefølgen" in words for words in said), "feedback before the answer"
    assert marked(listening) == []
    assert reader.passage is None


def test_the_sentence_said_is_the_one_marked(listen: Listen) -> None:
    """One mark at a time, on exactly the words that are said."""
    listening = listen("lesing")
    begun(listening)
    assert marked(listening) == ["Lesing"]
    listening.voice.end()
    assert listening.voice.said[-1] == "Et oppslag og en lenke."
    assert marked(listening) == ["Et oppslag og en lenke."]
    listening.voice.end()
    assert marked(listening) == ["Avsnitt 0."]


def test_the_page_follows_until_it_is_scrolled(listen: Listen) -> None:
    """What is read stays in view; who scrolls elsewhere is left where she is, and is followed again when back."""
    listening = listen("lesing")
    reader = begun(listening)
    bar = listening.sitting.view().verticalScrollBar()
    for _sentence in range(60):
        listening.voice.end()
    followed = bar.value()
    assert followed > 0
    bar.setValue(bar.maximum())
    listening.voice.end()
    assert bar.value() == bar.maximum()
    assert reader.reading is Reading.SPEAKING
    bar.setValue(followed)
    for _sentence in range(60):
        listening.voice.end()
    assert followed < bar.value() < bar.maximum()


def test_it_begins_where_one_is(listen: Listen) -> None:
    """In the middle of a page it begins with the first sentence seen, not with the title."""
    listening = listen("lesing")
    view = listening.sitting.view()
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    reader = begun(listening)
    passage, ground = reader.passage, view.widget()
    assert passage is not None
    assert ground is not None
    assert passage.sentence.start > 0
    place = passage.place(ground)
    assert place.bottom() >= bar.value()
    assert place.top() <= bar.value() + 60


def test_back_is_the_sentence_before_and_stops_at_the_first(listen: Listen) -> None:
    """However often one goes back, the first sentence is said again."""
    listening = listen("svar")
    reader = begun(listening)
    reader.step(1)
    for _back in range(3):
        reader.step(-1)
    assert listening.voice.said == ["Svar", "Hva gjør du først?", "Svar", "Svar", "Svar"]


def test_an_end_that_comes_after_a_pause_reads_nothing(listen: Listen) -> None:
    """A voice that tells too late of what was stopped does not begin to speak by itself."""
    listening = listen("svar")
    reader = begun(listening)
    late = listening.voice.over
    assert late is not None
    reader.pause()
    late(True)
    late(False)
    assert reader.reading is Reading.PAUSED
    assert listening.voice.said == ["Svar"]
    reader.stop()
    late(True)
    assert reader.reading is Reading.SILENT
    assert listening.voice.said == ["Svar"]


def test_stepping_past_the_end_is_the_end(listen: Listen) -> None:
    """Nothing is left marked, and further steps do nothing."""
    listening = listen("svar")
    reader = begun(listening)
    for _step in range(30):
        reader.step(1)
    assert reader.reading is Reading.SILENT
    assert marked(listening) == []


def test_a_page_is_built_as_far_as_it_is_read(listen: Listen) -> None:
    """A long page that is still being built is read at once, and to its end."""
    listening = listen("arbeid")
    listening.sitting.go("s1", "lesing")
    reader = begun(listening)
    assert listening.voice.said == ["Lesing"]
    while reader.reading is Reading.SPEAKING:
        listening.voice.end()
    assert "Hva tenker du?" in listening.voice.said


def test_another_text_size_keeps_the_mark(listen: Listen) -> None:
    """The text is laid out anew under the voice; the same words stay marked, and it reads on."""
    listening = listen("lesing")
    begun(listening)
    listening.voice.end()
    listening.sitting.theme.wear(listening.sitting.theme.look._replace(zoom=150))
    listening.sitting.settle()
    assert marked(listening) == ["Et oppslag og en lenke."]
    listening.voice.end()
    assert marked(listening) == ["Avsnitt 0."]


def test_a_page_that_is_gone_ends_it(listen: Listen) -> None:
    """Built anew or thrown away under the voice, the page is left without an error."""
    listening = listen("lesing")
    reader = begun(listening)
    view = listening.sitting.view()
    texts = listening.sitting.all(ProseView)
    listening.voice.end()
    for text in texts:
        text.setParent(None)
        text.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    listening.voice.end()
    assert reader.reading is Reading.SILENT
    assert view.isVisible()
