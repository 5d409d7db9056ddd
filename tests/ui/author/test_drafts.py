"""Kurs: what one writes in, what one can make a version of, and making a new one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kursapp.domain.problem import refusal
from kursapp.services.author import Author
from kursapp.services.open_course import OpenedCourse
from kursapp.ui.author.drafts import DraftsScreen
from kursapp.ui.author.new_draft import OWN, NewDraftScreen
from kursapp.ui.messages import Message, Messages
from kursapp.ui.navigation import Navigator, drafts, edit, new_draft
from kursapp.ui.theme.theme import Theme
from tests.ui.author.conftest import LONG, Desk
from tests.ui.conftest import Room


@pytest.fixture
def navigator() -> Navigator:
    """Stand at the list."""
    return Navigator(drafts())


@pytest.fixture
def said(desk: Desk) -> tuple[Messages, list[Message]]:
    """Hear what is said."""
    messages = Messages(desk.bench)
    shown: list[Message] = []
    messages.shown.connect(shown.append)
    return messages, shown


@pytest.fixture
def screen(
    desk: Desk, room: Room, theme: Theme, navigator: Navigator, said: tuple[Messages, list[Message]], qtbot: QtBot
) -> Iterator[DraftsScreen]:
    """Show the list."""
    made = DraftsScreen(theme)
    qtbot.addWidget(made)
    made.work_with(desk.bench, desk.draft, room.parts.courses, navigator, said[0])
    made.resize(900, 700)
    made.show()
    made.enter(drafts())
    qtbot.waitUntil(lambda: bool(made.rows), timeout=LONG)
    room.settle()
    return made


def test_a_draft_leads_to_its_text(screen: DraftsScreen, desk: Desk, navigator: Navigator) -> None:
    """Each has its name, where it lies, and one obvious step."""
    assert [row.card.title for row in screen.rows] == ["Lederkurs"]
    assert screen.first_focus() is screen.rows[0].go_on
    screen.rows[0].go_on.click()
    assert navigator.here == edit(desk.card.id)


def test_a_draft_is_taken_off_the_list_and_put_back(
    screen: DraftsScreen, desk: Desk, said: tuple[Messages, list[Message]], qtbot: QtBot
) -> None:
    """The folder stays where it lies, and one has six seconds to think again."""
    desk.open()
    screen.rows[0].forget.click()
    qtbot.waitUntil(lambda: not screen.rows, timeout=LONG)
    assert desk.draft.card is None
    assert (desk.folder / "kurs.md").exists()
    message = said[1][-1]
    assert message.action == "Angre"
    message.act()
    qtbot.waitUntil(lambda: bool(screen.rows), timeout=LONG)


def test_an_empty_list_says_what_to_do(screen: DraftsScreen, desk: Desk, navigator: Navigator, qtbot: QtBot) -> None:
    """One sentence and one button."""
    screen.rows[0].forget.click()
    qtbot.waitUntil(lambda: screen._nothing is not None, timeout=LONG)
    screen._nothing.action.click()
    assert navigator.here == new_draft()


def test_a_folder_that_is_away_is_said(screen: DraftsScreen, desk: Desk, qtbot: QtBot) -> None:
    """It cannot be opened, and why stands on the card."""
    desk.folder.rename(desk.folder.with_name("borte"))
    screen.enter(drafts())
    qtbot.waitUntil(lambda: bool(screen.rows) and screen.rows[0].card.missing, timeout=LONG)
    qtbot.waitUntil(screen.rows[0].forget.isVisible, timeout=LONG)
    assert not screen.rows[0].go_on.isVisible()


def test_a_damaged_card_is_told_and_the_rest_are_listed(
    screen: DraftsScreen, said: tuple[Messages, list[Message]], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """One draft that cannot be listed keeps no other from being so."""
    damaged = refusal("draft-card-damaged", folder="x").problem
    monkeypatch.setattr(Author, "take_problems", lambda _author: (damaged,))
    screen.enter(drafts())
    qtbot.waitUntil(lambda: bool(said[1]), timeout=LONG)
    assert said[1][0].about == "draft-card-damaged"
    assert [row.card.title for row in screen.rows] == ["Lederkurs"]


def test_a_folder_is_opened(screen: DraftsScreen, desk: Desk, navigator: Navigator, tmp_path: Path) -> None:
    """A course one has from before becomes a draft; a folder that is no course is said to be none."""
    screen._open_folder(tmp_path)
    desk.settle()
    assert [found.code for found in desk.troubles] == ["not-a-course"]
    screen._open_folder(desk.folder)
    desk.settle()
    assert navigator.here == edit(desk.card.id)


def test_a_course_of_the_shelf_can_become_a_version(screen: DraftsScreen, opened: OpenedCourse) -> None:
    """It stands under the drafts, and leads to the form."""
    row = screen.courses[opened.course.id]
    assert row.copy.accessibleDescription() == opened.course.title


# Making one ----------------------------------------------------------------------------------------


@pytest.fixture
def form(desk: Desk, room: Room, theme: Theme, navigator: Navigator, qtbot: QtBot, tmp_path: Path) -> NewDraftScreen:
    """Show the form, with a place to put courses."""
    room.parts.courses.load()
    room.settle()
    made = NewDraftScreen(desk.bench, room.parts.courses, navigator, theme)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    made.enter(new_draft())
    made._take_place(tmp_path)
    return made


def test_a_course_is_made_where_one_wants_it(
    form: NewDraftScreen, desk: Desk, navigator: Navigator, tmp_path: Path, qtbot: QtBot
) -> None:
    """The folder is called after the course, and one stands in its text."""
    qtbot.keyClicks(form.name.field, "Å lede i storm")
    assert form.place.accessibleName() == str(tmp_path / "aa-lede-i-storm")
    form.make.click()
    desk.settle()
    assert "# Å lede i storm\n" in (tmp_path / "aa-lede-i-storm" / "kurs.md").read_text("utf-8")
    assert navigator.here.screen == "edit"


def test_a_name_is_needed(form: NewDraftScreen, navigator: Navigator) -> None:
    """Said at the line, and nothing is made."""
    form.make.click()
    assert form.name.error.text() == "Skriv hva kurset skal hete. Du kan endre det senere."
    assert navigator.here == drafts()


def test_a_folder_that_is_taken_is_said(form: NewDraftScreen, desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    """Nothing is overwritten, and another place can be chosen."""
    (tmp_path / "opptatt").mkdir()
    (tmp_path / "opptatt" / "noe.txt").write_text("mitt", "utf-8")
    qtbot.keyClicks(form.name.field, "Opptatt")
    form.make.click()
    desk.settle()
    assert str(tmp_path / "opptatt") in form.error.text()
    assert [path.name for path in (tmp_path / "opptatt").iterdir()] == ["noe.txt"]
    form._take_place(tmp_path / "et annet sted")
    assert not form.error.isVisible()


def test_a_new_version_keeps_the_id(form: NewDraftScreen, desk: Desk, opened: OpenedCourse, tmp_path: Path) -> None:
    """Participants' answers belong to the course, so its id stays; no name is asked for."""
    form.enter(new_draft(opened.course.id))
    form._take_place(tmp_path)
    assert not form.name.isVisible()
    form.make.click()
    desk.settle()
    cover = (tmp_path / opened.course.id / "kurs.md").read_text("utf-8")
    assert f"id: {opened.course.id}\n" in cover
    assert cover == (opened.root / "kurs.md").read_text("utf-8")


def test_a_course_of_its_own_has_its_own_id_and_name(
    form: NewDraftScreen, desk: Desk, opened: OpenedCourse, tmp_path: Path, qtbot: QtBot
) -> None:
    """The copy is another course from the first day."""
    form.enter(new_draft(opened.course.id))
    form._take_place(tmp_path)
    form.kind.choose(OWN)
    qtbot.keyClicks(form.name.field, "Mitt eget")
    form.make.click()
    desk.settle()
    cover = (tmp_path / "mitt-eget" / "kurs.md").read_text("utf-8")
    assert "id: mitt-eget\n" in cover
    assert "# Mitt eget\n" in cover
