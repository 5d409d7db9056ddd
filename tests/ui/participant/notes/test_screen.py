"""Mine notater: found, read, changed, thrown away, taken back, printed and saved, by mouse and by keyboard."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from kursapp.domain.annotation import Anchor
from kursapp.domain.exporting import Watch
from kursapp.domain.problem import refusal
from kursapp.services.annotate import Annotate, NotedPage
from kursapp.services.changes import Change, Changes
from kursapp.services.participant import Participant
from kursapp.ui.messages import Message
from kursapp.ui.navigation import library, notes
from kursapp.ui.participant.notes import out
from kursapp.ui.participant.notes.screen import NotesScreen
from kursapp.ui.theme.theme import Look
from tests.pdf_text import pdf_text
from tests.ui.participant.page_course import FIRST, SECOND
from tests.ui.participant.sitting import HandClock, Sitting, make_theme, write_course

READING = NotedPage("lite", "s1", "lesing", "Lesing")
ANSWER = NotedPage("lite", "s1", "svar", "Svar")
GONE = NotedPage("borte", "x", "y", "En side i et gammelt kurs")
QUOTE = "Dette er en setning som fyller linjen."


def fill(clock: HandClock, participant: Participant) -> None:
    """Make one of each, a minute between: two highlights, notes, a bookmark, and a note in a course that is gone."""
    made = Made(participant.notes, clock)
    made.highlight(READING, Anchor.of(QUOTE, 0, 38), "yellow", "Ta opp på møtet.\nSpør Kari.")
    made.highlight(ANSWER, Anchor.of("Resten av siden står her.", 0, 25), "pink")
    made.note(ANSWER, "Bare et notat.")
    made.bookmark(NotedPage("lite", "s1", "arbeid", "Arbeid"), wanted=True)
    made.note(GONE, "Fra et kurs som er fjernet", Anchor.of("Ordene som sto der", 0, 18))


class Made:
    """Makes annotations, and lets a minute pass after each."""

    def __init__(self, made: Annotate, clock: HandClock) -> None:
        self._made, self._clock = made, clock

    def __getattr__(self, name: str) -> Callable[..., object]:
        def make(*what: object, **more: object) -> object:
            done = getattr(self._made, name)(*what, **more)
            self._clock.wait(60)
            return done

        return make


class Desk:
    """The window, and the screen in it."""

    def __init__(self, sitting: Sitting) -> None:
        self.sitting = sitting
        self.undo: Callable[[], object] | None = None
        sitting.messages.shown.connect(self._on_message)

    def _on_message(self, message: Message) -> None:
        self.undo = message.act

    @property
    def screen(self) -> NotesScreen:
        """Return the screen shown."""
        shown = self.sitting.steering.screen
        assert isinstance(shown, NotesScreen)
        return shown

    def save(self, work: Callable[[Participant], object]) -> None:
        """Do something in the profile, and let the window hear of it."""
        self.sitting.tasks.save(work)
        self.settle()

    def go(self, note: str = "") -> NotesScreen:
        """Go to Mine notater."""
        self.sitting.navigator.go(notes(note))
        self.settle()
        return self.screen

    def settle(self) -> None:
        """Wait until what was asked has come back by both threads."""
        for _round in range(3):
            self.sitting.settle()

    def shown(self) -> list[str]:
        """Return the first words of each note shown."""
        rows = self.screen.list.notes.rows()
        return [(row.note.words or row.note.anchor.quote or row.page_title).split("\n")[0] for row in rows]

    def choose(self, menu: str, value: str) -> None:
        """Choose in a menu as a person does."""
        box = getattr(self.screen.filters, menu)
        box.set_value(value)
        box.activated.emit(box.currentIndex())

    def pick(self, words: str) -> None:
        """Choose the note that begins with these words."""
        self.screen.list.setCurrentIndex(self.screen.list.notes.index(self.shown().index(words)))

    def kept(self) -> dict[str, tuple[str, str]]:
        """Return the words and colours kept, by quote or words."""
        every = self.sitting.profile_asks(lambda participant: participant.notes.all())
        return {each.anchor.quote or each.words: (each.words, each.colour) for each in every}


@pytest.fixture(scope="module")
def read_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Write the course once, and give what has been read of it a place to be kept."""
    folder = tmp_path_factory.mktemp("notes")
    return write_course(folder / "courses", [("en.md", FIRST), ("to.md", SECOND)]), folder / "cache"


@pytest.fixture
def desk(tmp_path: Path, read_once: tuple[Path, Path], qapp: QApplication) -> Iterator[Desk]:
    """Sit down with notes of every kind."""
    theme = make_theme(Look("light"))
    courses, cache = read_once
    sitting = Sitting(tmp_path / "profil.db", courses, HandClock(), theme, cache=cache)
    made = Desk(sitting)
    made.save(partial(fill, sitting.clock))
    yield made
    sitting.close()
    theme.deleteLater()


ALL = [
    "Ta opp på møtet.",
    "Bare et notat.",
    "Resten av siden står her.",
    "Arbeid",
    "Fra et kurs som er fjernet",
]


def test_all_notes_of_all_courses_stand_in_order(desk: Desk) -> None:
    """By course and page; what is chosen is shown beside, also of a course that is not on the machine."""
    screen = desk.go()
    assert desk.shown() == ALL
    assert screen.tools.count.text() == "5 notater"
    assert screen.detail.kind.text() == "Gul utheving"
    assert "Lite kurs · Dag 1: Prøve · Lesing" in screen.detail.place.text()
    assert screen.detail.quote.text() == QUOTE
    assert screen.detail.open.isVisible()
    desk.pick("Fra et kurs som er fjernet")
    assert "ikke på maskinen" in screen.detail.told.text()
    assert screen.detail.quote.text() == "Ordene som sto der"
    assert not screen.detail.open.isVisible()
    assert screen.detail.words.text() == "Fra et kurs som er fjernet"


def test_menus_let_through_what_is_chosen(desk: Desk) -> None:
    """Kind, colour, course and day; the newest first; and everything again."""
    screen = desk.go()
    for menu, value, shown in (
        ("kind", "highlight", [ALL[0], ALL[2]]),
        ("kind", "pink", [ALL[2]]),
        ("kind", "written", [ALL[0], ALL[1], ALL[4]]),
        ("kind", "bookmark", [ALL[3]]),
        ("kind", "", ALL),
        ("part", "day:1", ALL[:4]),
        ("part", "", ALL),
        ("course", "borte", [ALL[4]]),
        ("course", "lite", ALL[:4]),
        ("part", "part:Dag 1: Prøve", ALL[:4]),
    ):
        desk.choose(menu, value)
        assert desk.shown() == shown, (menu, value)
    assert screen.tools.count.text() == "4 notater av 5"
    desk.choose("order", "newest")
    assert desk.shown() == [ALL[3], ALL[1], ALL[2], ALL[0]]
    desk.choose("kind", "blue")
    assert desk.shown() == []
    assert screen.no_hits.isVisible()
    screen.no_hits.action.click()
    assert sorted(desk.shown()) == sorted(ALL)


def test_the_course_that_is_gone_says_so_in_the_menu(desk: Desk) -> None:
    """It can be chosen, and nobody wonders where it is."""
    box = desk.go().filters.course
    assert [box.itemText(row) for row in range(box.count())] == ["Alle kurs", "Lite kurs", "borte (ikke på maskinen)"]


def test_searching_as_one_types(desk: Desk) -> None:
    """Words in the note or in what it hangs on; cleared, all are there."""
    screen = desk.go()
    QTest.keyClicks(screen.filters.search, "møtet")
    desk.sitting.wait_for(lambda: desk.shown() == [ALL[0]], "the note that was searched for")
    screen.filters.search.clear()
    desk.sitting.wait_for(lambda: desk.shown() == ALL, "all notes")


def test_an_answer_to_earlier_words_is_dropped(desk: Desk) -> None:
    """Only the search that was asked last counts."""
    screen = desk.go()
    screen._asked = 7
    screen._on_found(6, frozenset())
    assert desk.shown() == ALL
    screen._on_found(7, frozenset())
    assert desk.shown() == []


def test_what_is_written_here_is_kept(desk: Desk) -> None:
    """Words save themselves on leaving, the list follows, and the caret stays where it is."""
    screen = desk.go()
    screen.detail.words.setFocus()
    screen.detail.words.set_caret(3)
    QTest.keyClicks(screen.detail.words, "XY")
    screen.leave()
    desk.settle()
    assert desk.kept()[QUOTE] == ("Ta XYopp på møtet.\nSpør Kari.", "yellow")
    assert desk.shown()[0] == "Ta XYopp på møtet."
    assert screen.detail.words.caret() == 5
    desk.pick("Bare et notat.")
    assert screen.detail.words.text() == "Bare et notat."


def test_words_being_written_are_not_written_over(desk: Desk) -> None:
    """Something else changes while she types: the list is read anew, and her words stand."""
    screen = desk.go()
    desk.pick("Bare et notat.")
    (note,) = [row.note for row in screen.list.notes.rows() if row.note.words == "Bare et notat."]
    screen.detail.words.setFocus()
    screen.detail.show_row(screen.list.current())
    QTest.keyClicks(screen.detail.words, " Og mer.")
    typed = screen.detail.words.text()
    assert "Og mer." in typed
    desk.sitting.tasks.changed.emit(Changes.of(Change.NOTES, ids=[note.page_id]))
    desk.settle()
    assert screen.detail.words.text() == typed
    screen.leave()
    desk.settle()
    assert typed in desk.kept()


def test_notes_on_a_page_that_is_gone_are_among_those_whose_text_has_changed(desk: Desk) -> None:
    """The course is here and its page is not: the note says so, and cannot be opened in the course."""
    gone = NotedPage("lite", "s1", "fjernet", "En side som er tatt ut")
    desk.save(lambda participant: participant.notes.note(gone, "Sto på siden"))
    screen = desk.go()
    desk.choose("kind", "lost")
    assert desk.shown() == ["Sto på siden"]
    desk.pick("Sto på siden")
    assert "Siden finnes ikke lenger" in screen.detail.told.text()
    assert not screen.detail.open.isVisible()
    assert "En side som er tatt ut" in screen.detail.place.text()


def test_going_to_another_note_saves_the_one_left(desk: Desk) -> None:
    """Nothing typed is written into the wrong note."""
    screen = desk.go()
    screen.detail.words.setFocus()
    QTest.keyClicks(screen.detail.words, "Ny: ")
    desk.pick("Bare et notat.")
    screen.leave()
    desk.settle()
    kept = desk.kept()
    assert kept[QUOTE][0] == "Ny: Ta opp på møtet.\nSpør Kari."
    assert kept["Bare et notat."][0] == "Bare et notat."


def test_the_colour_is_changed_here(desk: Desk) -> None:
    """A highlight gets another colour and never none; a note to words becomes a highlight."""
    screen = desk.go()
    screen.detail.colour.set_value("blue")
    screen.detail.colour.activated.emit(screen.detail.colour.currentIndex())
    desk.settle()
    assert desk.kept()[QUOTE][1] == "blue"
    assert screen.detail.kind.text() == "Blå utheving"
    screen.detail.colour.setCurrentIndex(0)
    screen.detail.colour.activated.emit(0)
    assert screen.detail.colour.value() == "blue"
    desk.pick("Bare et notat.")
    assert not screen.detail.colour.isVisible()


def test_thrown_away_by_a_key_and_taken_back_by_the_bar(desk: Desk) -> None:
    """Del throws away and the next is chosen; Angre puts it back in its place."""
    screen = desk.go()
    screen.list.setFocus()
    desk.sitting.key(Qt.Key.Key_Delete)
    desk.settle()
    assert desk.shown() == ALL[1:]
    assert screen.list.current() is not None
    assert desk.sitting.heard[-1] == "Notatet er lagt i papirkurven."
    undo = desk.undo
    assert undo is not None
    undo()
    desk.settle()
    assert desk.shown() == ALL
    assert screen.list.current().note.anchor.quote == QUOTE  # type: ignore[union-attr]


def test_the_bin_holds_what_was_thrown_away(desk: Desk) -> None:
    """It is read there, taken back, and emptied only after a question."""
    screen = desk.go()
    assert not screen.tools.bin.isVisible()
    for words in ("Bare et notat.", "Arbeid"):
        desk.pick(words)
        desk.sitting.clock.wait(60)
        screen.detail.throw.click()
        desk.settle()
    assert screen.tools.bin.text() == "Papirkurv (2)"
    screen.tools.bin.click()
    assert desk.shown() == ["Arbeid", "Bare et notat."]
    assert not screen.tools.pdf.isVisible()
    assert screen.detail.back.isVisible()
    assert not screen.detail.words.isVisible()
    screen.detail.back.click()
    desk.settle()
    assert desk.shown() == ["Bare et notat."]
    screen.tools.empty_bin.click()
    question = screen.asking.question
    assert question is not None
    assert "1 notat slettes for godt" in question.informativeText()
    question.reject()
    desk.settle()
    assert desk.shown() == ["Bare et notat."]
    screen.tools.empty_bin.click()
    question = screen.asking.question
    assert question is not None
    question.buttons()[0].click()
    desk.settle()
    assert desk.shown() == [each for each in ALL if each != "Bare et notat."]
    assert desk.sitting.profile_asks(lambda participant: participant.notes.removed()) == ()


def test_the_bin_shows_all_that_was_thrown_away_whatever_is_searched_for(desk: Desk) -> None:
    """What lies there is in no index, so it is not searched; back among the notes the search stands as it did."""
    screen = desk.go()
    desk.pick("Bare et notat.")
    screen.detail.throw.click()
    desk.settle()
    QTest.keyClicks(screen.filters.search, "møtet")
    desk.sitting.wait_for(lambda: desk.shown() == [ALL[0]], "the note that was searched for")
    screen.toggle_bin()
    assert desk.shown() == ["Bare et notat."]
    assert not screen.filters.search.isVisible()
    screen.toggle_bin()
    assert desk.shown() == [ALL[0]]
    assert screen.filters.search.isVisible()


def test_one_comes_to_the_notes_however_one_left(desk: Desk) -> None:
    """Left open, the bin would look like all there is."""
    screen = desk.go()
    desk.pick("Bare et notat.")
    screen.detail.throw.click()
    desk.settle()
    notes_shown = desk.shown()
    screen.toggle_bin()
    assert desk.shown() == ["Bare et notat."]
    desk.sitting.navigator.go(library())
    desk.go()
    assert desk.shown() == notes_shown


def test_nothing_is_printed_of_what_is_not_shown(desk: Desk) -> None:
    """The key of printing does nothing in the bin, and where the choice lets nothing through."""
    screen = desk.go()
    printed: list[object] = []
    screen.out.on_paper = lambda: printed.append(1)  # type: ignore[method-assign]
    action = next(each for each in screen.actions() if each.text() == "Skriv ut notatene")
    screen.toggle_bin()
    action.trigger()
    screen.toggle_bin()
    screen.filters.show_found(frozenset())
    action.trigger()
    assert printed == []
    screen.filters.show_found(None)
    action.trigger()
    assert printed == [1]


def test_enter_opens_the_place_in_the_course(desk: Desk) -> None:
    """At the page, with the note's own spot; of a course that is gone nothing is opened."""
    screen = desk.go()
    screen.list.setFocus()
    row = screen.list.current()
    assert row is not None
    desk.sitting.key(Qt.Key.Key_Return)
    here = desk.sitting.navigator.here
    assert (here.screen, here.course, here.session, here.page) == ("page", "lite", "s1", "lesing")
    assert here.spot == f"note:{row.note.id}"
    screen = desk.go()
    desk.pick("Fra et kurs som er fjernet")
    screen.list.opened.emit()
    assert desk.sitting.navigator.here.screen == "notes"


def test_a_search_from_elsewhere_chooses_its_note(desk: Desk) -> None:
    """Asked for by its id, a note is chosen, whatever was chosen in the menus before."""
    desk.go()
    desk.choose("kind", "bookmark")
    gone = desk.screen._held.rows[-1].note.id
    desk.sitting.go("s1", "svar")
    screen = desk.go(gone)
    current = screen.list.current()
    assert current is not None
    assert current.note.id == gone
    assert desk.shown() == ALL


def test_what_is_noted_on_a_page_is_here_at_the_next_visit(desk: Desk) -> None:
    """Nothing stale is shown, also where the screen is the one shown."""
    desk.go()
    desk.save(lambda participant: participant.notes.note(READING, "Nytt notat"))
    assert "Nytt notat" in desk.shown()
    desk.sitting.go("s1", "svar")
    desk.save(lambda participant: participant.notes.note(READING, "Enda et"))
    desk.go()
    assert "Enda et" in desk.shown()


def test_home_and_end_go_to_the_first_and_the_last(desk: Desk) -> None:
    """The keys of a list work as in a list."""
    screen = desk.go()
    screen.list.setFocus()
    desk.sitting.key(Qt.Key.Key_End)
    assert screen.list.currentIndex().row() == 4
    desk.sitting.key(Qt.Key.Key_Home)
    assert screen.list.currentIndex().row() == 0
    desk.sitting.key(Qt.Key.Key_Down)
    assert screen.list.currentIndex().row() == 1


def test_every_control_and_every_note_has_words(desk: Desk) -> None:
    """A screen reader says what each is; the list's colours are said too."""
    screen = desk.go()
    stops = [one for one in desk.sitting.all(QWidget, screen) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    nameless = [one for one in stops if not (one.accessibleName() or getattr(one, "text", str)())]
    assert not nameless
    said = screen.list.notes.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert all(
        words in said
        for words in ("Spør Kari", QUOTE, "Gul utheving", "Lesing", "9. mars 2026".replace(". ", ".\u00a0"))
    )


def test_without_notes_it_says_what_will_be_here(
    tmp_path: Path, read_once: tuple[Path, Path], qapp: QApplication
) -> None:
    """One sentence and one way on; no menus over nothing."""
    theme = make_theme(Look("light"))
    courses, cache = read_once
    sitting = Sitting(tmp_path / "profil.db", courses, HandClock(), theme, cache=cache)
    desk = Desk(sitting)
    screen = desk.go()
    assert screen.none.isVisible()
    assert not screen.filters.isVisible()
    assert not screen.tools.pdf.isVisible()
    screen.none.action.click()
    assert sitting.navigator.here.screen == "library"
    sitting.close()
    theme.deleteLater()


def save_as(screen: NotesScreen, path: Path) -> None:
    """Answer the file dialog."""
    dialog = screen.out.files.dialog
    assert dialog is not None
    dialog.filesSelected.emit([str(path)])
    dialog.reject()


def test_what_is_shown_is_what_is_saved(desk: Desk, tmp_path: Path) -> None:
    """The PDF and the Markdown file hold the notes chosen, in the order of the course, and say what they are."""
    screen = desk.go()
    desk.choose("kind", "highlight")
    desk.choose("order", "newest")
    screen.tools.pdf.click()
    save_as(screen, tmp_path / "mine.pdf")
    desk.sitting.wait_for(lambda: f"Lagret: {tmp_path / 'mine.pdf'}" in desk.sitting.heard, "the file")
    text = pdf_text(tmp_path / "mine.pdf")
    assert "Spør Kari." in text
    assert "Utvalg: Uthevinger" in text
    assert "Bare et notat" not in text
    assert not screen.out.saving.isVisible()
    screen.tools.markdown.click()
    save_as(screen, tmp_path / "mine.md")
    desk.sitting.wait_for((tmp_path / "mine.md").exists, "the file")
    told = (tmp_path / "mine.md").read_text(encoding="utf-8")
    assert told.index("Spør Kari") < told.index("Resten av siden")


def test_a_file_that_cannot_be_made_is_told_in_one_sentence(desk: Desk, tmp_path: Path) -> None:
    """A folder that went away; and nothing is left waiting."""
    screen = desk.go()
    screen.tools.pdf.click()
    save_as(screen, tmp_path / "borte" / "mine.pdf")
    desk.sitting.wait_for(lambda: any("borte" in one for one in desk.sitting.heard), "the sentence")
    assert not screen.out.saving.isVisible()
    screen.tools.pdf.click()
    assert screen.out.files.dialog is not None
    screen.out.files.dialog.reject()


def test_saving_can_be_stopped(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window goes on while a file is made; Avbryt ends it, and only one is made at a time."""
    begun, path = threading.Event(), tmp_path / "mine.pdf"

    def slow(_rows: object, _about: object, _path: Path, watch: Watch) -> Path:
        begun.set()
        while not watch.cancelled():
            watch.progress(1, 2)
            threading.Event().wait(0.01)
        raise refusal("export-cancelled")

    monkeypatch.setattr(out, "write_notes", slow)
    screen = desk.go()
    screen.tools.pdf.click()
    save_as(screen, path)
    desk.sitting.wait_for(begun.is_set, "the work")
    desk.sitting.wait_for(screen.out.saving.isVisible, "the card")
    screen.tools.markdown.click()
    assert "En fil blir laget nå. Vent til den er ferdig, eller avbryt den." in desk.sitting.heard
    screen.out.saving.stop.click()
    desk.sitting.wait_for(lambda: "Avbrutt. Ingen fil er laget." in desk.sitting.heard, "the end")
    assert not path.exists()
    assert not screen.out.saving.isVisible()


def test_printing_prints_what_is_shown(desk: Desk, tmp_path: Path) -> None:
    """By the usual key, over the system's dialog."""
    screen = desk.go()
    desk.choose("kind", "written")
    screen.out.on_paper()
    desk.sitting.wait_for(lambda: bool(desk.sitting.window.findChildren(QPrintDialog)), "the dialog")
    dialog = desk.sitting.window.findChildren(QPrintDialog)[0]
    dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    dialog.printer().setOutputFileName(str(tmp_path / "ut.pdf"))
    dialog.done(QDialog.DialogCode.Accepted)
    text = pdf_text(tmp_path / "ut.pdf")
    assert "Spør Kari." in text
    assert "Arbeid" not in text
    desk.settle()


@pytest.mark.parametrize(("look", "size"), [(Look("light"), (1366, 768)), (Look("dark", 200), (960, 600))])
def test_it_fits_the_window(desk: Desk, look: Look, size: tuple[int, int]) -> None:
    """No part is wider than the window, at any size of the text."""
    desk.sitting.window.resize(*size)
    desk.sitting.theme.wear(look)
    screen = desk.go()
    desk.settle()
    for part in (screen.filters, screen.tools, screen.list, screen.detail):
        assert part.width() <= screen.width()
        assert part.isVisible()
    assert screen.list.height() >= 160
    desk.sitting.theme.wear(Look("light"))
