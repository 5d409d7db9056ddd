"""The outline as one uses it: keys, menus, the naming line, and what it says when something cannot be done."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kursapp.domain.course import Course, Module, PageHead, PageKind, SessionHead
from kursapp.domain.restructuring import (
    MoveModule,
    MovePage,
    MoveSession,
    NewModule,
    NewPage,
    NewSession,
    RemovePage,
    RenameFile,
    RenameSession,
    SplitPage,
    SplitSession,
)
from kursapp.services.restructure import Step
from kursapp.ui.actions import Actions
from kursapp.ui.author.outline import OutlinePane
from kursapp.ui.author.outline_nodes import Kind, Node
from kursapp.ui.author.outline_rows import HERE, NODE
from kursapp.ui.theme.theme import Look, Theme


def session(name: str, *pages: str) -> SessionHead:
    """Make a session of pages."""
    heads = tuple(PageHead(f"{name}-{page}", page, PageKind.TEXT) for page in pages)
    return SessionHead(name, f"{name}.md", name.upper(), 0, heads)


def course(*sessions: SessionHead) -> Course:
    """Make a course of two modules, the sessions in the first."""
    return Course("k", "1", "Kurs", (Module("m1", "Del 1", sessions), Module("m2", "Del 2", ())))


COURSE = course(session("a", "x", "y"), session("b", "z"))
PLACES = {"a-x": 5, "a-y": 20, "b-z": 3}


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme) -> Iterator[OutlinePane]:
    """Show the outline of a small course."""
    actions = Actions()
    made = OutlinePane(theme, actions)
    qtbot.addWidget(made)
    made.resize(260, 600)
    made.show_course(COURSE, PLACES)
    made.show()
    yield made
    actions.deleteLater()


def lines(pane: OutlinePane) -> list[str]:
    """Return the lines that can be seen, in order."""
    found, index = [], pane.tree.model().index(0, 0)
    while index.isValid():
        found.append(index.data())
        index = pane.tree.indexBelow(index)
    return found


def choose(pane: OutlinePane, *key: str) -> None:
    """Put the keyboard on a line."""
    pane.tree.choose((key[0], key[1], key[2]))
    assert pane.tree.current() is not None


def wishes(pane: OutlinePane) -> list[object]:
    """Return a list that grows with what is wished for."""
    found: list[object] = []
    pane.wished.connect(found.append)
    return found


PAGE_Y = (Kind.PAGE.value, "a.md", "a-y")
SESSION_A = (Kind.SESSION.value, "a.md", "a")


def test_modules_are_open_and_sessions_folded(pane: OutlinePane) -> None:
    """At first one sees the modules with their sessions."""
    assert lines(pane) == ["Forside", "Del 1", "A", "B", "Del 2"]


def test_what_is_open_and_chosen_stays_so_when_the_course_changes(pane: OutlinePane) -> None:
    """A new title, a new page and a moved session fold nothing and lose no place."""
    choose(pane, *PAGE_Y)
    assert lines(pane) == ["Forside", "Del 1", "A", "x", "y", "B", "Del 2"]
    pane.show_course(course(session("b", "z"), session("a", "x", "ny", "y")), PLACES)
    assert lines(pane) == ["Forside", "Del 1", "B", "A", "x", "ny", "y", "Del 2"]
    current = pane.tree.current()
    assert current is not None
    assert current.key == PAGE_Y


def test_the_same_course_touches_no_line(pane: OutlinePane, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pause in the writing reads the course anew: where the outline is the same, nothing is drawn again."""
    touched: list[object] = []
    monkeypatch.setattr(QStandardItem, "setData", lambda *values: touched.append(values))
    monkeypatch.setattr(QStandardItem, "setText", lambda *values: touched.append(values))
    pane.show_course(course(session("a", "x", "y"), session("b", "z")), {"a-x": 6, "a-y": 21, "b-z": 4})
    assert touched == []


def test_changes_in_several_places_at_once_are_followed(pane: OutlinePane) -> None:
    """A page goes from one session to another, and both are shown as they are."""
    choose(pane, *PAGE_Y)
    choose(pane, Kind.PAGE.value, "b.md", "b-z")
    pane.show_course(course(session("a", "x"), session("b", "z", "w", "v")), PLACES)
    assert lines(pane) == ["Forside", "Del 1", "A", "x", "B", "z", "w", "v", "Del 2"]
    pane.show_course(course(session("b", "v", "z"), session("c", "x")), PLACES)
    assert lines(pane) == ["Forside", "Del 1", "B", "v", "z", "C", "Del 2"]


def test_a_session_that_changes_module_stays_open(pane: OutlinePane) -> None:
    """Up into the module before, or down into the next: it can be found and chosen as before."""
    choose(pane, *PAGE_Y)
    first, second = session("a", "x", "y"), session("b", "z")
    for one, two in (((second,), (first,)), ((first, second), ())):
        modules = (Module("m1", "Del 1", one), Module("m2", "Del 2", two))
        pane.show_course(Course("k", "1", "Kurs", modules), PLACES)
        assert "y" in lines(pane)
        current = pane.tree.current()
        assert current is not None
        assert current.key == PAGE_Y


def test_a_new_title_changes_only_its_line(pane: OutlinePane) -> None:
    """The other lines are the very same."""
    model = pane.tree.model()
    kept = model.itemFromIndex(model.index(1, 0)).child(1)
    pane.show_course(course(session("a", "x", "Y ny"), session("b", "z")), PLACES)
    assert model.itemFromIndex(model.index(1, 0)).child(1) is kept


def test_the_place_of_the_cursor_is_marked(pane: OutlinePane) -> None:
    """The page the cursor is on is marked and can be seen; in a file without pages the file is."""
    pane.show_place("a.md", 21)
    assert "y" in lines(pane)
    assert here(pane) == ["y"]
    pane.show_place("kurs.md", 3)
    assert here(pane) == ["Forside"]
    pane.show_place("media/x.png", 1)
    assert here(pane) == []


def here(pane: OutlinePane) -> list[str]:
    """Return the lines marked as the place one is in."""
    found, index = [], pane.tree.model().index(0, 0)
    while index.isValid():
        if index.data(HERE):
            found.append(index.data())
        index = pane.tree.indexBelow(index)
    return found


def test_enter_and_a_click_go_to_the_place(pane: OutlinePane, qtbot: QtBot) -> None:
    """A page leads to its first line, a session to the top of its file, a module to its heading."""
    choose(pane, *PAGE_Y)
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    assert chosen.args == ["a.md", 20]
    choose(pane, *SESSION_A)
    index = pane.tree.currentIndex()
    with qtbot.waitSignal(pane.place_chosen) as chosen:
        QTest.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=pane.tree.visualRect(index).center())
    assert chosen.args == ["a.md", 1]
    choose(pane, Kind.MODULE.value, "", "m2")
    with qtbot.waitSignal(pane.module_chosen) as chosen:
        QTest.keyClick(pane.tree, Qt.Key.Key_Return)
    assert chosen.args == ["kurs.md", "Del 2"]


def test_buttons_move_what_is_chosen(pane: OutlinePane) -> None:
    """The arrows above the tree do what Alt and the arrow keys do."""
    found = wishes(pane)
    choose(pane, *PAGE_Y)
    pane.up_button.click()
    pane.down_button.click()
    assert found == [MovePage("a.md", "a-y", "a.md", 0), MovePage("a.md", "a-y", "b.md", 0)]


def test_without_a_chosen_line_the_place_of_the_cursor_is_meant(pane: OutlinePane) -> None:
    """One who writes on a page and presses the arrow moves that page."""
    found = wishes(pane)
    pane.new_button.setFocus()
    pane.show_place("a.md", 21)
    pane.up_button.click()
    assert found == [MovePage("a.md", "a-y", "a.md", 0)]


def test_what_cannot_be_done_is_explained(pane: OutlinePane) -> None:
    """Nothing is greyed out: a command that does not fit says why."""
    said: list[str] = []
    pane.explained.connect(said.append)
    found = wishes(pane)
    choose(pane, Kind.MODULE.value, "", "m1")
    pane.run("up")
    choose(pane, Kind.FILE.value, "kurs.md", "")
    for name in ("up", "remove", "duplicate", "merge", "rename", "rename-file"):
        pane.run(name)
    pane.show_nothing()
    pane.run("remove")
    pane.run("new-page")
    assert found == []
    assert len(said) == 9
    assert all(said)


def test_a_new_name_is_given_on_the_line_above(pane: OutlinePane) -> None:
    """F2 asks with the present title; Enter wishes for the new one; the old title with Esc stays."""
    found = wishes(pane)
    choose(pane, *SESSION_A)
    pane.run("rename")
    assert pane.naming.entry is not None
    assert pane.naming.entry.text() == "A"
    pane.naming.entry.field.setText("Ny tittel")
    QTest.keyClick(pane.naming.entry.field, Qt.Key.Key_Return)
    assert found == [RenameSession("a.md", "Ny tittel")]
    pane.finish("")
    assert not pane.naming.isVisible()
    pane.run("rename")
    QTest.keyClick(pane.naming.entry.field, Qt.Key.Key_Escape)
    assert not pane.naming.isVisible()
    assert len(found) == 1


def test_no_name_is_no_wish(pane: OutlinePane) -> None:
    """An empty line is told so at the line."""
    found = wishes(pane)
    choose(pane, *SESSION_A)
    pane.run("rename")
    assert pane.naming.entry is not None
    pane.naming.entry.field.setText("   ")
    pane.naming.done.click()
    assert found == []
    assert pane.naming.entry.error.isVisible()


@pytest.mark.parametrize(
    ("key", "name", "wish"),
    [
        (SESSION_A, "new-page", NewPage("N", "a.md", 2)),
        (PAGE_Y, "new-page", NewPage("N", "a.md", 2)),
        ((Kind.PAGE.value, "a.md", "a-x"), "new-page", NewPage("N", "a.md", 1)),
        ((Kind.MODULE.value, "", "m2"), "new-page", NewSession("N", 1, 0)),
        (SESSION_A, "new-session", NewSession("N", 0, 1)),
        ((Kind.MODULE.value, "", "m1"), "new-session", NewSession("N", 0, 2)),
        (PAGE_Y, "new-quiz", NewSession("N", 0, 1, PageKind.QUIZ)),
        (SESSION_A, "new-evaluation", NewSession("N", 0, 1, PageKind.EVALUATION)),
        (SESSION_A, "new-module", NewModule("N", 1)),
        ((Kind.FILE.value, "kurs.md", ""), "new-module", NewModule("N", 2)),
        (SESSION_A, "rename-file", RenameFile("a.md", "N")),
    ],
)
def test_new_things_come_after_what_is_chosen(
    pane: OutlinePane, key: tuple[str, str, str], name: str, wish: object
) -> None:
    """A page comes after the page or last in the session, a session after the session or last in the module."""
    found = wishes(pane)
    choose(pane, *key)
    pane.run(name)
    assert pane.naming.entry is not None
    pane.naming.entry.field.setText("N")
    pane.naming.done.click()
    assert found == [wish]


def test_splitting_is_at_the_cursor(pane: OutlinePane) -> None:
    """The place in the text counts, whatever line of the outline is chosen."""
    found = wishes(pane)
    pane.show_place("a.md", 21)
    pane.run("split-session")
    pane.run("split-page")
    assert pane.naming.entry is not None
    pane.naming.entry.field.setText("Del to")
    pane.naming.done.click()
    assert found == [SplitSession("a.md", 21), SplitPage("a.md", 21, "Del to")]


def test_splitting_outside_a_session_says_where_to_stand(pane: OutlinePane) -> None:
    """In the cover there is no page to split."""
    said: list[str] = []
    pane.explained.connect(said.append)
    pane.show_place("kurs.md", 3)
    pane.run("split-page")
    assert len(said) == 1


def test_the_menu_has_what_fits_the_line(pane: OutlinePane) -> None:
    """A page's menu moves it to any session; a module's has no copy; undo and redo say what they are about."""
    pane.show_steps(Step("move-page", "Y"), Step("remove-page", "X"))
    choose(pane, *PAGE_Y)
    menu = pane.menu_of(pane.tree.current())
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts[:3] == ["Flytt opp", "Flytt ned", "Flytt til"]
    assert texts[-2:] == ["Angre: flytting av «Y»", "Gjør om: fjerning av «X»"]
    found = wishes(pane)
    inner = menu.actions()[2].menu()
    first = inner.actions()[0].menu()
    assert [action.text() for action in first.actions()] == ["A", "B"]
    first.actions()[1].trigger()
    assert found == [MovePage("a.md", "a-y", "b.md", 1)]
    choose(pane, Kind.MODULE.value, "", "m1")
    texts = [action.text() for action in pane.menu_of(pane.tree.current()).actions()]
    assert "Lag en kopi" not in texts
    assert "Fjern" in texts


def test_undo_and_redo_are_wished_for(pane: OutlinePane, qtbot: QtBot) -> None:
    """The menu's last lines ask for them."""
    pane.show_steps(Step("move-page", "Y"), Step("remove-page", "X"))
    actions = pane.menu_of(None).actions()
    with qtbot.waitSignal(pane.undo_wanted):
        actions[-2].trigger()
    with qtbot.waitSignal(pane.redo_wanted):
        actions[-1].trigger()


def test_a_loose_file_can_be_taken_into_the_course(pane: OutlinePane) -> None:
    """A file no list names stands by itself, with the modules it may go into."""
    loose = Node(Kind.LOOSE, "løst.md", "løst.md")
    pane.show_course(COURSE, PLACES, "kurs.md", [Node(Kind.GROUP, "Løst", children=(loose,))])
    choose(pane, Kind.LOOSE.value, "løst.md", "")
    menu = pane.menu_of(pane.tree.current())
    assert "Ta inn i kurset" in [action.text() for action in menu.actions()]


def drop(pane: OutlinePane, source: tuple[str, str, str], target: tuple[str, str, str], at: float) -> None:
    """Drop one line on another, at a share of its height, as Qt would."""
    tree = pane.tree
    tree.choose(target)
    box = tree.visualRect(tree.currentIndex())
    point = QPoint(box.center().x(), round(box.top() + at * (box.height() - 1)))
    tree.choose(source)
    tree.take_drop(tree.current(), point, "before" if at < 0.3 else "after" if at > 0.7 else "on")


def test_dragging_means_the_same_as_the_commands(pane: OutlinePane) -> None:
    """A line dropped beside or on another becomes the wish for that place, or says that it cannot lie there."""
    found = wishes(pane)
    said: list[str] = []
    pane.explained.connect(said.append)
    choose(pane, *PAGE_Y)
    drop(pane, PAGE_Y, (Kind.PAGE.value, "a.md", "a-x"), 0.1)
    drop(pane, SESSION_A, (Kind.MODULE.value, "", "m2"), 0.5)
    drop(pane, (Kind.MODULE.value, "", "m2"), (Kind.MODULE.value, "", "m1"), 0.1)
    drop(pane, SESSION_A, PAGE_Y, 0.9)
    assert found == [MovePage("a.md", "a-y", "a.md", 0), MoveSession("a.md", 1, 0), MoveModule(1, 0)]
    assert len(said) == 1


def test_every_control_has_a_name(pane: OutlinePane) -> None:
    """A screen reader can say what each button and the tree are."""
    for each in (pane.tree, pane.new_button, pane.up_button, pane.down_button, pane.more_button):
        assert each.accessibleName()
    model = pane.tree.model()
    assert model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "Del 1, del"


@pytest.mark.parametrize("zoom", [100, 200])
def test_long_titles_wrap_at_any_text_size(pane: OutlinePane, theme: Theme, zoom: int) -> None:
    """A title too long for the column takes more lines, and none of it is cut off."""
    theme.wear(Look("light", zoom))
    long = "En svært lang tittel som ikke kan få plass på én linje i innholdslista"
    pane.show_course(course(session("a", long)), {})
    choose(pane, Kind.PAGE.value, "a.md", f"a-{long}")
    short = pane.tree.visualRect(pane.tree.currentIndex().parent()).height()
    assert pane.tree.visualRect(pane.tree.currentIndex()).height() > 1.5 * short
    pane.grab()


def test_removal_is_by_key(pane: OutlinePane) -> None:
    """The command of the Delete key wishes for the removal of what is chosen."""
    found = wishes(pane)
    choose(pane, *PAGE_Y)
    assert isinstance(pane.tree.currentIndex().data(NODE), Node)
    pane.run("remove")
    assert found == [RemovePage("a.md", "a-y")]
