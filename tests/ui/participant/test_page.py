"""The Side screen: reading, answering, leaving in the middle of a sentence, and coming back to the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget

from kursapp.content.package import Manifest, keep_manifest
from kursapp.domain.course import Session
from kursapp.domain.problem import refusal
from kursapp.domain.progress import State
from kursapp.domain.record import Position
from kursapp.domain.response import Chosen
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.navigation import found, page
from kursapp.ui.participant.case_view import CaseView
from kursapp.ui.participant.page import PageScreen
from kursapp.ui.participant.page_outline_rows import STATE
from kursapp.ui.participant.page_stack import KEPT, PageStack
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.screen import Screen
from kursapp.ui.theme.theme import Look
from kursapp.ui.widgets.earlier_answer import EarlierAnswer
from kursapp.ui.widgets.faulty_box import FaultyBox
from kursapp.ui.widgets.prose_view import ProseView
from kursapp.ui.widgets.question_view import QuestionView
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.workbook_view import WorkbookView
from tests.ui.participant.page_course import FIRST, SECOND
from tests.ui.participant.sitting import HandClock, Sitting, make_theme, write_course

Sit = Callable[[], Sitting]


@pytest.fixture
def courses(tmp_path: Path) -> Path:
    folder = write_course(tmp_path / "courses", [("en.md", FIRST), ("to.md", SECOND)])
    glossary = "# Begreper\n\n| Begrep | Forklaring |\n|---|---|\n| avsnitt | En del av en tekst. |\n"
    (folder / "lite" / "begreper.md").write_text(glossary, encoding="utf-8")
    return folder


@pytest.fixture
def sit(tmp_path: Path, courses: Path, qapp: QApplication) -> Iterator[Sit]:
    """Sit down at the window; sitting down again is a restart on the same files."""
    theme = make_theme(Look("light"))
    clock = HandClock()
    sittings: list[Sitting] = []

    def down() -> Sitting:
        if sittings:
            sittings.pop().close()
        sittings.append(Sitting(tmp_path / "profil.db", courses, clock, theme))
        return sittings[-1]

    yield down
    for sitting in sittings:
        sitting.close()
    theme.deleteLater()


def screen(sitting: Sitting) -> PageScreen:
    shown = sitting.steering.screen
    assert isinstance(shown, PageScreen)
    return shown


def built(sitting: Sitting, session: str, page_id: str, target: str = "") -> None:
    sitting.go(session, page_id, target)
    sitting.wait_for(lambda: sitting.view().is_built, "the whole page")
    sitting.settle()


def item(sitting: Sitting, item_id: str, kind: type[QWidget]) -> QWidget:
    view = sitting.view().body.item(item_id)
    assert isinstance(view, kind)
    return view


def lines(sitting: Sitting) -> list[tuple[str, State]]:
    """Return the pages of the first session as the outline tells them."""
    model = screen(sitting).outline.model()
    session = model.index(0, 0)
    return [
        (
            model.index(row, 0, session).data(Qt.ItemDataRole.AccessibleTextRole),
            model.index(row, 0, session).data(STATE),
        )
        for row in range(model.rowCount(session))
    ]


def test_neste_turns_the_page_and_forrige_turns_back(sit: Sit) -> None:
    """The buttons name where they lead; over a session's end to the next, and the title and trail follow."""
    sitting = sit()
    built(sitting, "s1", "arbeid")
    assert screen(sitting).title() == "Arbeid"
    sitting.press("Neste økt: Økt to")
    assert screen(sitting).title() == "Caset"
    assert [words for words, _place in screen(sitting).trail()][-1] == "Økt to"
    sitting.wait_for(lambda: sitting.view().is_built, "the whole page")
    sitting.press("Forrige: Arbeid")
    assert screen(sitting).title() == "Arbeid"


def test_a_spot_is_asked_for_at_every_visit_and_of_that_page_alone(sit: Sit) -> None:
    """Whoever shows spots hears of one when the page is there, also when it is gone to again; a plain visit is none."""
    sitting = sit()
    built(sitting, "s1", "svar")
    heard: list[str] = []
    sitting.view().spot_wanted.connect(heard.append)
    spotted = page(sitting.opened().course.id, "s1", "svar", spot=found("Resten av siden"))
    sitting.navigator.go(spotted)
    sitting.navigator.go(spotted)
    sitting.go("s1", "lesing")
    sitting.go("s1", "svar")
    assert heard == [spotted.spot, spotted.spot]


def test_what_has_been_read_is_marked_in_the_outline(sit: Sit) -> None:
    """Going on with Neste counts the page as read: with its items open it is begun, in words too."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    sitting.wait_for(lambda: lines(sitting) != [], "the outline")
    assert lines(sitting)[0] == ("Lesing", State.NEW)
    sitting.press("Neste: Svar")
    sitting.wait_for(lambda: lines(sitting)[0][1] is not State.NEW, "the mark")
    assert lines(sitting)[0] == ("Lesing, påbegynt", State.STARTED)


def test_the_outline_is_walked_with_the_keyboard(sit: Sit) -> None:
    """Arrow keys walk the pages and headings, and Enter goes there."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    outline = screen(sitting).outline
    sitting.wait_for(lambda: outline.currentIndex().data() == "Lesing", "the outline")
    outline.setFocus()
    for _line in range(2):
        QTest.keyClick(outline, Qt.Key.Key_Down)
    assert outline.currentIndex().data() == "Svar"
    QTest.keyClick(outline, Qt.Key.Key_Return)
    sitting.settle()
    assert screen(sitting).title() == "Svar"


def test_an_item_in_the_outline_brings_the_keyboard_to_it(sit: Sit) -> None:
    """A reflection far down is shown and ready to write in when its line is chosen."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    outline = screen(sitting).outline
    sitting.wait_for(lambda: outline.currentIndex().data() == "Lesing", "the outline")
    outline.setFocus()
    QTest.keyClick(outline, Qt.Key.Key_Down)
    QTest.keyClick(outline, Qt.Key.Key_Return)
    reflection = item(sitting, "r1", ReflectionView)
    assert isinstance(reflection, ReflectionView)
    assert QApplication.focusWidget() is reflection.field
    assert sitting.view().verticalScrollBar().value() > 0


def test_an_answer_is_met_at_once_and_stands_after_a_restart(sit: Sit) -> None:
    """Answered by keyboard, met with the option's feedback; next time the answer and the verdict are there."""
    sitting = sit()
    built(sitting, "s1", "svar")
    question = item(sitting, "q1", QuestionView)
    assert isinstance(question, QuestionView)
    question.focus_first()
    sitting.key(Qt.Key.Key_1)
    sitting.key(Qt.Key.Key_Return)
    assert question.spoken() == "Ikke riktig. Vent litt. Alltid i den rekkefølgen."
    sitting = sit()
    built(sitting, "s1", "svar")
    again = item(sitting, "q1", QuestionView)
    assert isinstance(again, QuestionView)
    assert again.response() == Chosen(("a",))
    assert again.spoken() == "Ikke riktig. Vent litt. Alltid i den rekkefølgen."


def test_a_changed_question_keeps_the_old_answer(sit: Sit, courses: Path) -> None:
    """After the question has been rewritten it is open again, and the answer to the old one can be looked at."""
    sitting = sit()
    built(sitting, "s1", "svar")
    question = item(sitting, "q1", QuestionView)
    assert isinstance(question, QuestionView)
    question.pick(2)
    question.answer()
    sitting.settle()
    changed = FIRST.replace("Hva gjør du først?", "Hva er det første du gjør?").replace("Vurderer <", "Tenker <")
    (courses / "lite" / "en.md").write_text(changed, encoding="utf-8")
    sitting = sit()
    built(sitting, "s1", "svar")
    again = item(sitting, "q1", QuestionView)
    assert isinstance(again, QuestionView)
    assert (again.response(), again.spoken()) == (None, "")
    sitting.press("Vis svaret du ga")
    earlier = sitting.all(EarlierAnswer)[0].view
    assert earlier is not None
    assert "Vurderer" in sitting.words(earlier)
    assert earlier.response() == Chosen(("b",))


def test_a_key_that_another_profile_took_in_is_corrected_here_too(sit: Sit, courses: Path) -> None:
    """The version came while somebody else sat here: her answer is right once the course is on the shelf."""
    sitting = sit()
    built(sitting, "s1", "svar")
    question = item(sitting, "q1", QuestionView)
    assert isinstance(question, QuestionView)
    question.pick(1)
    question.answer()
    sitting.settle()
    assert question.spoken().startswith("Ikke riktig.")
    changed = FIRST.replace("- [ ] Ringer", "- [x] Ringer").replace("- [x] Vurderer", "- [ ] Vurderer")
    (courses / "lite" / "en.md").write_text(changed, encoding="utf-8")
    keep_manifest(courses / "lite", Manifest("lite", "1.1.0", "Lite kurs", "omrett: q1"))
    sitting = sit()
    built(sitting, "s1", "lesing")
    built(sitting, "s1", "svar")
    again = item(sitting, "q1", QuestionView)
    assert isinstance(again, QuestionView)
    assert again.response() == Chosen(("a",))
    assert again.spoken().startswith("Riktig.")


def test_digits_pick_in_the_question_one_sees(sit: Sit) -> None:
    """With the keyboard on the page itself, 2 picks the second option of the question in view, and Enter answers."""
    sitting = sit()
    built(sitting, "s1", "svar")
    sitting.view().setFocus()
    sitting.key(Qt.Key.Key_2)
    sitting.key(Qt.Key.Key_Return)
    question = item(sitting, "q1", QuestionView)
    assert isinstance(question, QuestionView)
    assert question.spoken().startswith("Riktig.")


def test_an_answer_only_begun_stands_there_again(sit: Sit) -> None:
    """What was chosen and not answered is a draft: there again, with no verdict; answering takes the draft away."""
    sitting = sit()
    built(sitting, "s1", "svar")
    begun = item(sitting, "q1", QuestionView)
    assert isinstance(begun, QuestionView)
    begun.focus_first()
    sitting.key(Qt.Key.Key_2)
    sitting = sit()
    built(sitting, "s1", "svar")
    again = item(sitting, "q1", QuestionView)
    assert isinstance(again, QuestionView)
    assert (again.response(), again.spoken()) == (Chosen(("b",)), "")
    again.answer()
    sitting.settle()
    drafts = sitting.profile_asks(lambda who: who.on(sitting.opened()).take.drafts((again.question,)))
    assert drafts == {}


def test_a_faulty_question_hides_nothing_else(sit: Sit) -> None:
    """The box stands where the question would have stood, and the text after it is there."""
    sitting = sit()
    built(sitting, "s1", "svar")
    box = sitting.all(FaultyBox)
    assert len(box) == 1
    assert "en.md, linje" in sitting.words(box[0])
    assert any("Resten av siden" in text.toPlainText() for text in sitting.all(ProseView))


def test_the_lid_is_closed_in_the_middle_of_a_sentence(sit: Sit) -> None:
    """Words, caret, field and place on the page are as they were when the window was closed."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    reflection = item(sitting, "r1", ReflectionView)
    assert isinstance(reflection, ReflectionView)
    reflection.field.setFocus()
    sitting.view().ensureWidgetVisible(reflection.field)
    sitting.type("Jeg tenker at vi")
    for _letter in range(3):
        QTest.keyClick(reflection.field, Qt.Key.Key_Left)
    top = sitting.view().verticalScrollBar().value()
    sitting = sit()
    built(sitting, "s1", "")
    again = item(sitting, "r1", ReflectionView)
    assert isinstance(again, ReflectionView)
    assert again.field.text() == "Jeg tenker at vi"
    sitting.wait_for(lambda: QApplication.focusWidget() is again.field, "the keyboard")
    assert again.field.caret() == len("Jeg tenker at")
    assert abs(sitting.view().verticalScrollBar().value() - top) <= 2


def test_words_are_saved_when_it_has_been_quiet(sit: Sit) -> None:
    """A second after the last key the reflection is on the disk, with nobody leaving anything."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    reflection = item(sitting, "r1", ReflectionView)
    assert isinstance(reflection, ReflectionView)
    reflection.field.setFocus()
    sitting.type("Ro")

    def kept() -> bool:
        said = sitting.profile_asks(lambda who: who.on(sitting.opened()).fill.reflections((reflection.reflection,)))
        return bool(said == {"r1": "Ro"})

    sitting.wait_for(kept, "the words on the disk")


def test_the_place_on_a_page_is_the_same_in_larger_type(sit: Sit) -> None:
    """After the text has grown, what stood at the top still does."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    bar = sitting.view().verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = sitting.view().position()
    sitting.theme.wear(Look("light", zoom=150))
    sitting.settle()
    sitting.go("s1", "svar")
    sitting.go("s1", "lesing")
    sitting.settle()
    after = sitting.view().position()
    assert (after.block, round(after.offset, 1)) == (before.block, round(before.offset, 1))


def test_the_next_page_is_built_while_one_reads(sit: Sit) -> None:
    """When nothing else is to be done the next page is made ready, so that turning to it lays nothing out."""
    sitting = sit()
    built(sitting, "s1", "svar")
    sitting.wait_for(lambda: screen(sitting).is_next_ready(), "the next page")
    shown = sitting.view()
    ready = next(view for view in screen(sitting).findChildren(PageView) if view.isHidden() and view.is_built)
    laid_out = [part.widget.geometry() for part in ready.body.parts()]
    sitting.press("Neste: Arbeid")
    assert sitting.view() is ready is not shown
    assert [part.widget.geometry() for part in ready.body.parts()] == laid_out


def test_turning_waits_for_no_page_to_be_taken_apart(sit: Sit) -> None:
    """The pages left behind are still there when the next one is shown, and let go of once it has been."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    stack = screen(sitting).findChild(PageStack)
    alive: list[int] = []
    screen(sitting).page_shown.connect(lambda: alive.append(stack.count()))
    for _page in range(KEPT):
        sitting.wait_for(lambda: screen(sitting).is_next_ready(), "the next page")
        screen(sitting).next_page()
    assert alive[-1] == KEPT + 1
    sitting.wait_for(lambda: stack.count() == KEPT, "the pages to be let go of")


def test_links_lead_inside_and_ask_before_they_lead_out(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """A link of the course is followed; one of the web is opened only after a yes."""
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    sitting = sit()
    built(sitting, "s1", "lesing")
    text = sitting.all(ProseView)[0]
    text.link_activated.emit("https://www.ks.no/barnevern")
    for answer in ("Bli her", "Åpne"):
        text.link_activated.emit("https://www.ks.no/barnevern")
        question = screen(sitting).leaving.question
        assert question is not None
        yes: QAbstractButton = next(each for each in question.buttons() if each.text() == answer)
        QTest.mouseClick(yes, Qt.MouseButton.LeftButton)
    assert [address.toString() for address in opened] == ["https://www.ks.no/barnevern"]
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_Tab)
    QTest.keyClick(text, Qt.Key.Key_Return)
    sitting.settle()
    assert screen(sitting).title() == "Svar"


def test_a_term_is_explained_and_esc_returns(sit: Sit) -> None:
    """Enter on a term shows what it means; Esc gives the keyboard back to the text."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    text = sitting.all(ProseView)[0]
    text.setFocus()
    for _link in range(3):
        QTest.keyClick(text, Qt.Key.Key_Tab)
    sitting.key(Qt.Key.Key_Return)
    popover = sitting.view().terms.popover
    assert popover.accessibleName() == "avsnitt: En del av en tekst."
    assert popover.is_held()
    sitting.key(Qt.Key.Key_Escape)
    assert popover.isHidden()
    assert QApplication.focusWidget() is text


def test_a_workbook_adds_up_grows_and_takes_back(sit: Sit) -> None:
    """Steps are multiplied as they are chosen; a row of one's own comes, goes, and comes back with its words."""
    sitting = sit()
    built(sitting, "s1", "arbeid")
    workbook = item(sitting, "wb", WorkbookView)
    assert isinstance(workbook, WorkbookView)
    assert workbook.table is not None
    table = workbook.table
    columns = [column.id for column in workbook.workbook.columns]
    for column, step in ((columns[1], 1), (columns[2], 3)):
        table.field("w1", column).focus_first()
        sitting.key(Qt.Key.Key_Space)
        for _step in range(step):
            sitting.key(Qt.Key.Key_Right)
    sitting.wait_for(lambda: table.field("w1", columns[3]).text() == "8", "the product")
    sitting.press("Legg til en rad")
    sitting.wait_for(lambda: len(table.row_ids()) == 2, "the row")
    own = table.row_ids()[1]
    sitting.type("Netthets")
    remover = next(each for each in sitting.all(QWidget, workbook) if each.accessibleName() == "Fjern raden")
    sitting.click(remover)
    sitting.wait_for(lambda: table.row_ids() == ["w1"], "the row to go")
    undo = next(each for each in sitting.all(QPushButton, sitting.window) if each.text() == "Angre")
    QTest.mouseClick(undo, Qt.MouseButton.LeftButton)
    sitting.wait_for(lambda: table.row_ids() == ["w1", own], "the row to come back")
    assert table.field(own, columns[0]).text() == "Netthets"


def test_a_case_is_played_on_the_page(sit: Sit) -> None:
    """A choice leads on at once, and where one got to stands there after a restart."""
    sitting = sit()
    built(sitting, "s2", "caset")
    sitting.press("Vent")
    case = item(sitting, "c1", CaseView)
    assert "Helgen blir lang." in sitting.words(case)
    sitting = sit()
    built(sitting, "s2", "caset")
    assert "Helgen blir lang." in sitting.words(item(sitting, "c1", CaseView))


def test_no_other_window_ever_appears(sit: Sit) -> None:
    """Building and walking pages shows no widget as a window of its own, which would take the keyboard away."""
    sitting = sit()
    for session, page_id in (("s1", "lesing"), ("s1", "svar"), ("s1", "arbeid"), ("s2", "caset")):
        sitting.go(session, page_id)
        while sitting.view().body.build_next():
            assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [sitting.window]
        sitting.settle()
        assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [sitting.window]


@pytest.mark.parametrize(("zoom", "width"), [(100, 960), (200, 960), (200, 1366), (80, 1366)])
def test_no_page_is_wider_than_the_window(sit: Sit, zoom: int, width: int) -> None:
    """At every text size the page wraps; where the window is narrow for it the outline folds, and comes when asked."""
    sitting = sit()
    sitting.window.resize(width, 600)
    sitting.theme.wear(Look("light", zoom=zoom))
    for session, page_id in (("s1", "lesing"), ("s1", "svar"), ("s1", "arbeid"), ("s2", "caset")):
        built(sitting, session, page_id)
        content = sitting.view().widget()
        assert content is not None
        assert content.width() <= sitting.view().viewport().width()
    roomy = width >= 1180 * zoom / 100
    assert screen(sitting).outline.isVisible() == roomy
    if not roomy:
        screen(sitting).toggle_outline()
        assert screen(sitting).outline.isVisible()


def test_a_page_that_is_gone_leads_to_the_cover(sit: Sit) -> None:
    """An old address says that the page is gone, and leads somewhere one can go on from."""
    sitting = sit()
    cover = Screen()
    sitting.window.stack.addWidget(cover)
    sitting.steering.take_over("cover", cover)
    sitting.navigator.go(page("lite", "s1", "slettet"))
    sitting.wait_for(lambda: sitting.navigator.here.screen == "cover", "the cover")
    assert any("finnes ikke lenger" in text for text in sitting.heard)


def test_a_page_never_seen_begins_at_its_top(sit: Sit) -> None:
    """Without a place to come back to, a page begins at its heading."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    assert sitting.view().position() == Position()
    assert sitting.view().verticalScrollBar().value() == 0


def test_a_session_that_cannot_be_read_says_why(sit: Sit, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page shown stays, the problem is told in one sentence, and other pages can still be opened."""
    sitting = sit()
    built(sitting, "s1", "lesing")
    whole = OpenedCourse.session

    def broken(opened: OpenedCourse, session_id: str) -> Session:
        if session_id == "s2":
            raise refusal("course-folder-missing", folder="kurs")
        return whole(opened, session_id)

    monkeypatch.setattr(OpenedCourse, "session", broken)
    sitting.navigator.go(page("lite", "s2", "caset"))
    sitting.wait_for(lambda: bool(sitting.heard), "the sentence")
    assert sitting.view().ground.session.id == "s1"
    assert screen(sitting).title() == "Lesing"
    built(sitting, "s1", "svar")
