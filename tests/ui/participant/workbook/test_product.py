"""One product in the workbook: written on as on its page, with its versions, its files, and what was dropped."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from kursapp.ui.messages import MessageKind
from kursapp.ui.navigation import page, workbook, workbook_history
from kursapp.ui.participant.workbook.history import HistoryScreen
from kursapp.ui.participant.workbook.product import ProductScreen
from kursapp.ui.widgets.reflection_view import ReflectionView
from kursapp.ui.widgets.workbook_view import WorkbookView
from tests.ui.conftest import LONG
from tests.ui.participant.workbook.conftest import COURSE, Desk, item_of

WORDS = "Innen 1. mars står barnets egen mening i åtte av ti nye vedtak."


def said(desk: Desk, item_id: str) -> dict[str, str]:
    found = desk.ask(lambda participant: participant.history(COURSE).now(item_id))
    assert isinstance(found, dict)
    return found


def note(desk: Desk, versions, *texts: str) -> None:
    product = item_of(versions["old"], "wb-notat")
    for text in texts:
        desk.do(lambda participant, text=text: participant.on(versions["old"]).fill.write(product, text))


def open_note(desk: Desk) -> tuple[ProductScreen, WorkbookView]:
    screen = desk.show(ProductScreen, workbook(COURSE, "wb-notat"))
    assert isinstance(screen.card, WorkbookView)
    return screen, screen.card


def test_writing_begins_at_once_and_is_saved_on_leaving(desk: Desk, versions) -> None:
    """The keyboard is in the field; what is typed is kept, and is a version to come back to."""
    screen, card = open_note(desk)
    assert card.text is not None
    assert desk.focus() is card.text
    QTest.keyClicks(desk.focus(), "Vi begynner mandag")
    screen.leave()
    desk.settle()
    assert said(desk, "wb-notat") == {"": "Vi begynner mandag"}
    kept = desk.ask(lambda participant: participant.profile.versions.of_course(COURSE))
    assert [dict(version.parts) for version in kept] == [{}, {"": "Vi begynner mandag"}]
    assert not desk.nameless(screen)


def test_a_table_has_all_the_room_and_is_saved_cell_by_cell(desk: Desk) -> None:
    """Side by side where there is room; rows come, and finishing is the same button as on the page."""
    screen = desk.show(ProductScreen, workbook(COURSE, "wb-plan"))
    card = screen.card
    assert isinstance(card, WorkbookView)
    assert card.table is not None
    assert card.width() > 700
    QTest.keyClicks(desk.focus(), "Lese ti vedtak")
    card.row_wanted.emit("wb-plan")
    desk.settle()
    assert card.table.row_ids() == ["p1", "p2", "egen-1"]
    screen.leave()
    desk.settle()
    desk.press(card.finish_button)
    assert "Ferdig" in card._status.text() or card.finish_button.text() != "Merk som ferdig"
    assert said(desk, "wb-plan") == {"p1/tiltak": "Lese ti vedtak", "egen-1": ""}


def test_a_reflection_is_written_in_the_same_way(desk: Desk) -> None:
    """The same card as on the page, with the keyboard in it."""
    screen = desk.show(ProductScreen, workbook(COURSE, "r1"))
    assert isinstance(screen.card, ReflectionView)
    QTest.keyClicks(desk.focus(), "Jeg svarer")
    screen.leave()
    desk.settle()
    assert said(desk, "r1") == {"": "Jeg svarer"}


def test_links_and_ways_lead_on(desk: Desk) -> None:
    """To the page, to the next of the same kind, to a place in the course, out after a question."""
    screen, _card = open_note(desk)
    desk.press(screen.to_page)
    assert desk.went[-1] == page(COURSE, "s1", "s1/start", "wb-notat")
    assert screen.previous.isHidden()
    assert screen.next.text() == "Neste: Planen vår"
    desk.press(screen.next)
    assert desk.went[-1] == workbook(COURSE, "wb-plan")
    screen._on_link("kurs:s2#wb-plan")
    assert desk.went[-1] == page(COURSE, "s2", "s2/start", "wb-plan")
    screen._on_link("https://www.ks.no")
    assert screen._leaving.question is not None
    screen._leaving.question.reject()


def test_an_earlier_version_is_compared_taken_back_and_that_undone(desk: Desk, versions) -> None:
    """By the screens alone: what differs is told, the card shows it, and the bar takes it back."""
    note(desk, versions, WORDS, "")
    screen, card = open_note(desk)
    assert screen.versions.text() == "1 tidligere versjon"
    desk.press(screen.versions)
    assert desk.went[-1] == workbook_history(COURSE, "wb-notat")
    history = desk.show(HistoryScreen, workbook_history(COURSE, "wb-notat"))
    assert desk.focus() is history.cards[0].head
    desk.press(history.cards[0].head)
    shown = [each.text() for each in history.cards[0].said.findChildren(type(history._told))]
    assert shown == ["Da", WORDS, "Nå", "Tomt"]
    assert not desk.nameless(history)
    desk.press(history.cards[0].compare)
    assert [each.text() for each in history.cards[0].said.findChildren(type(history._told))] == [WORDS]
    desk.press(history.cards[0].restore)
    assert said(desk, "wb-notat") == {"": WORDS}
    assert desk.went[-1] == workbook(COURSE, "wb-notat")
    desk.settle()
    assert card is not screen.card
    assert screen.card.text.text() == WORDS
    undo = next(message for message in desk.heard if message.action)
    assert undo.act is not None
    undo.act()
    desk.settle()
    assert said(desk, "wb-notat") == {"": ""}
    assert screen.card.text.text() == ""


def test_versions_are_deleted_after_a_question(desk: Desk, versions) -> None:
    """What cannot be undone is asked about; what stands now stays."""
    note(desk, versions, WORDS, "nå")
    history = desk.show(HistoryScreen, workbook_history(COURSE, "wb-notat"))
    desk.press(history.forget)
    assert history.asking.question is not None
    assert len(history.cards) == 1
    history._forget()
    desk.settle()
    assert history.cards == []
    assert history.forget.isHidden()
    assert said(desk, "wb-notat") == {"": "nå"}
    history.asking.question.reject()


def test_a_dropped_product_is_read_not_lost(desk: Desk, versions) -> None:
    """The course's new version has no boxes: what was ticked is read from what was kept."""
    boxes = item_of(versions["old"], "wb-bokser")
    desk.do(lambda participant: participant.on(versions["old"]).fill.check(boxes, "b2", True))
    desk.shelve(versions["new"])
    screen = desk.show(ProductScreen, workbook(COURSE, "wb-bokser"))
    assert screen.card is None
    assert screen.said is not None
    assert [each.text() for each in screen.said.findChildren(type(screen._gone))] == ["Spurt barnet", "Krysset av"]
    assert screen._gone.text() == "Kurset har ikke denne delen lenger. Det du skrev, står her."
    assert screen.to_page.isHidden()


def test_a_dropped_row_stands_below_with_its_name(desk: Desk, versions) -> None:
    """The table is the new one, to be written on; the old row's words are there to be copied."""
    table = item_of(versions["old"], "wb-plan")
    desk.do(lambda participant: participant.on(versions["old"]).fill.fill(table, "p2", "tiltak", "Øve"))
    desk.shelve(versions["new"])
    screen = desk.show(ProductScreen, workbook(COURSE, "wb-plan"))
    assert isinstance(screen.card, WorkbookView)
    assert screen.loose.isVisible()
    words = [each.text() for each in screen._loose_words.findChildren(type(screen._gone))]
    assert words == ["Andre mål, Tiltak", "Øve"]


def test_what_is_not_there_leads_back_to_all(desk: Desk) -> None:
    """An address from yesterday is no dead end."""
    desk.show(ProductScreen, workbook(COURSE, "borte"))
    assert desk.went[-1] == workbook()


# Taking it along ------------------------------------------------------------------------------------


def save(screen: ProductScreen, path: Path) -> None:
    """Answer the system's dialog with a path."""
    dialog = screen.taking.picker.dialog
    assert isinstance(dialog, QFileDialog)
    dialog.filesSelected.emit([str(path)])
    dialog.reject()


def wait_for_end(desk: Desk, screen: ProductScreen) -> None:
    desk.qtbot.waitUntil(lambda: not screen.taking.is_working, timeout=LONG)
    desk.settle()


@pytest.mark.parametrize("ending", ["pdf", "docx"])
def test_what_is_typed_just_now_is_in_the_file(desk: Desk, tmp_path: Path, ending: str) -> None:
    """Nothing has to be saved by hand first."""
    screen, _card = open_note(desk)
    QTest.keyClicks(desk.focus(), "Akkurat nå")
    (screen.taking.as_pdf if ending == "pdf" else screen.taking.as_word).trigger()
    path = tmp_path / f"notat.{ending}"
    save(screen, path)
    desk.qtbot.waitUntil(path.exists, timeout=LONG)
    wait_for_end(desk, screen)
    if ending == "docx":
        with zipfile.ZipFile(path) as held:
            assert "Akkurat nå" in held.read("word/document.xml").decode()
    else:
        from tests.pdf_text import pdf_text

        assert "Akkurat nå" in pdf_text(path)
    assert desk.heard[-1].kind is MessageKind.DONE
    assert path.name in desk.heard[-1].text


def test_an_empty_product_is_said_to_be_empty(desk: Desk, tmp_path: Path) -> None:
    """One sentence, no file."""
    screen, _card = open_note(desk)
    screen.taking.as_pdf.trigger()
    save(screen, tmp_path / "notat.pdf")
    desk.qtbot.waitUntil(lambda: any(m.kind is MessageKind.PROBLEM for m in desk.heard), timeout=LONG)
    assert desk.heard[-1].text.startswith("Det er ikke skrevet noe her ennå.")
    assert list(tmp_path.glob("notat*")) == []


def test_one_file_is_made_at_a_time_and_can_be_stopped(desk: Desk, versions, tmp_path: Path, monkeypatch) -> None:
    """The way to stop stands there while it is made; stopped, there is no file and no alarm."""
    import kursapp.ui.participant.workbook.taking as module
    from kursapp.domain.problem import refusal

    def slow(_document, _kind, _path, watch) -> Path:
        while not watch.cancelled():
            pass
        raise refusal("export-cancelled")

    monkeypatch.setattr(module, "write_keepsake", slow)
    note(desk, versions, WORDS)
    screen, _card = open_note(desk)
    screen.taking.as_pdf.trigger()
    save(screen, tmp_path / "notat.pdf")
    desk.qtbot.waitUntil(screen.taking.stop.isVisible, timeout=LONG)
    screen.taking.as_word.trigger()
    save(screen, tmp_path / "notat.docx")
    assert desk.heard[-1].text == "Den forrige fila lages fortsatt."
    screen.taking.stop.setFocus()
    desk.press(screen.taking.stop)
    wait_for_end(desk, screen)
    assert not screen.taking.stop.isVisible()
    assert screen.window().focusWidget() is screen.taking.button
    assert list(tmp_path.glob("notat*")) == []
    assert not [message for message in desk.heard if message.kind is MessageKind.PROBLEM]


def test_printing_gets_the_words_as_they_stand(desk: Desk, monkeypatch) -> None:
    """The printer's dialog is asked with escaped words and the product's own name."""
    import kursapp.ui.participant.workbook.taking as module

    printed: list[tuple[str, str]] = []
    monkeypatch.setattr(module, "print_html", lambda html, title, _parent, _failed: printed.append((html, title)))
    screen, _card = open_note(desk)
    QTest.keyClicks(desk.focus(), "1 < 2")
    screen.taking.on_paper.trigger()
    desk.qtbot.waitUntil(lambda: bool(printed), timeout=LONG)
    html, title = printed[0]
    assert "1 &lt; 2" in html
    assert title == "Notatet"


def test_typing_elsewhere_makes_the_course_page_read_anew(desk: Desk) -> None:
    """An older text on a page that was built before must never be saved over a newer one."""
    from kursapp.ui.participant.page import PageScreen

    made = PageScreen(desk.tasks, desk.courses, desk.navigator, desk.theme, desk.messages, desk.actions)
    made.resize(1000, 700)
    made.show()
    before = _note_on(desk, made)
    made.hide()
    screen, _card = open_note(desk)
    QTest.keyClicks(desk.focus(), "Skrevet i arbeidsboka")
    screen.leave()
    desk.settle()
    screen.hide()
    made.show()
    after = _note_on(desk, made)
    assert after is not before
    assert after.text.text() == "Skrevet i arbeidsboka"
    made.leave()
    made.close()
    made.deleteLater()


def test_leaving_a_page_of_the_course_keeps_a_version(desk: Desk) -> None:
    """What was written on the page itself can be come back to from Arbeidsbok; only looking keeps nothing."""
    from kursapp.ui.participant.page import PageScreen

    made = PageScreen(desk.tasks, desk.courses, desk.navigator, desk.theme, desk.messages, desk.actions)
    made.resize(1000, 700)
    made.show()
    note_view = _note_on(desk, made)
    made.leave()
    desk.settle()
    assert desk.ask(lambda participant: participant.profile.versions.of_course(COURSE)) == ()
    note_view.text.setFocus()
    QTest.keyClicks(note_view.text, "På siden")
    made.leave()
    desk.settle()
    kept = desk.ask(lambda participant: participant.profile.versions.of_course(COURSE))
    assert [dict(version.parts) for version in kept] == [{}, {"": "På siden"}]
    made.close()
    made.deleteLater()


def _note_on(desk: Desk, made: Any) -> WorkbookView:
    """Go to the page in the course, and return the note on it when it is there."""
    made.enter(page(COURSE, "s1"))
    desk.settle()
    desk.qtbot.waitUntil(lambda: made.view() is not None, timeout=LONG)
    made.view().build_all()
    shown = made.view().body.item("wb-notat")
    assert isinstance(shown, WorkbookView)
    return shown
