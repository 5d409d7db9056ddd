"""What each line of the outline can be asked for, and what the asking means."""

from __future__ import annotations

import pytest

from kursapp.domain.course import Course, ItemHead, ItemKind, Module, PageHead, PageKind, SessionHead
from kursapp.domain.restructuring import (
    DuplicatePage,
    DuplicateSession,
    ListSession,
    MergePage,
    MergeSession,
    MoveModule,
    MovePage,
    MoveSession,
    RemoveModule,
    RemovePage,
    RemoveSession,
    RenameModule,
    RenamePage,
    RenameSession,
    Wish,
)
from kursapp.ui.author.outline_nodes import (
    Kind,
    Node,
    dropped,
    duplicated,
    merged,
    moved_down,
    moved_to,
    moved_up,
    nodes_of,
    page_at,
    removed,
    renamed,
)


def session(name: str, *pages: str) -> SessionHead:
    """Make a session of pages."""
    heads = tuple(PageHead(f"{name}-{page}", page, PageKind.TEXT) for page in pages)
    return SessionHead(name, f"{name}.md", name.upper(), 0, heads)


COURSE = Course(
    "k",
    "1",
    "Kurs",
    (
        Module("m1", "Del 1", (session("a", "x", "y"), session("b", "z"))),
        Module("m2", "Del 2", ()),
        Module("m3", "Del 3", (session("c", "w"),)),
    ),
)


def every(nodes: tuple[Node, ...]) -> list[Node]:
    """Return nodes with all below them."""
    return [one for node in nodes for one in (node, *every(node.children))]


ALL = every(tuple(nodes_of(COURSE, "kurs.md")))


def find(title: str) -> Node:
    """Return the line with a title."""
    return next(node for node in ALL if node.title == title)


def test_the_lines_are_the_cover_and_the_course_in_order() -> None:
    """Everything stands where it stands in the course."""
    assert [node.title for node in ALL] == [
        *("Forside", "Del 1", "A", "x", "y", "B", "z", "Del 2", "Del 3", "C", "w"),
    ]


def test_the_opening_page_is_called_so() -> None:
    """The page under a session's title does not repeat the title."""
    head = SessionHead("d", "d.md", "Økta", 0, (PageHead("d/start", "Økta", PageKind.TEXT),))
    nodes = every(tuple(nodes_of(Course("k", "1", "K", (Module("m", "M", (head,)),)), "kurs.md")))
    assert [node.title for node in nodes][-2:] == ["Økta", "Åpning"]


def test_items_stand_under_their_page() -> None:
    """Questions and the like are lines too."""
    items = (ItemHead("q1", ItemKind.QUESTION, "Hva?"),)
    head = SessionHead("d", "d.md", "Økta", 0, (PageHead("p", "Side", PageKind.QUIZ, items),))
    nodes = every(tuple(nodes_of(Course("k", "1", "K", (Module("m", "M", (head,)),)), "kurs.md")))
    assert nodes[-1].kind is Kind.ITEM
    assert (nodes[-1].id, nodes[-1].file) == ("q1", "d.md")
    assert nodes[-2].page_kind is PageKind.QUIZ


@pytest.mark.parametrize(
    ("title", "up", "down"),
    [
        ("Del 1", None, MoveModule(0, 1)),
        ("Del 2", MoveModule(1, 0), MoveModule(1, 2)),
        ("Del 3", MoveModule(2, 1), None),
        ("A", None, MoveSession("a.md", 0, 1)),
        ("B", MoveSession("b.md", 0, 0), MoveSession("b.md", 1, 0)),
        ("C", MoveSession("c.md", 1, 0), None),
        ("x", None, MovePage("a.md", "a-x", "a.md", 1)),
        ("y", MovePage("a.md", "a-y", "a.md", 0), MovePage("a.md", "a-y", "b.md", 0)),
        ("z", MovePage("b.md", "b-z", "a.md", 2), MovePage("b.md", "b-z", "c.md", 0)),
        ("w", MovePage("c.md", "c-w", "b.md", 1), None),
        ("Forside", None, None),
    ],
)
def test_moving_goes_past_a_sister_or_into_the_next(title: str, up: Wish | None, down: Wish | None) -> None:
    """At the edge of its module or session a line goes on into the neighbour; at the very edge it stays."""
    assert moved_up(COURSE, find(title)) == up
    assert moved_down(COURSE, find(title)) == down


@pytest.mark.parametrize(
    ("title", "target", "wish"),
    [
        ("A", "Del 3", MoveSession("a.md", 2, 1)),
        ("A", "Del 1", MoveSession("a.md", 0, 1)),
        ("x", "B", MovePage("a.md", "a-x", "b.md", 1)),
        ("x", "A", MovePage("a.md", "a-x", "a.md", 1)),
        ("x", "Del 2", None),
        ("A", "B", None),
        ("Del 1", "Del 2", None),
    ],
)
def test_moving_to_puts_it_last_there(title: str, target: str, wish: Wish | None) -> None:
    """A session goes last in a module, a page last in a session; nothing else lies in anything."""
    assert moved_to(COURSE, find(title), find(target)) == wish


@pytest.mark.parametrize(
    ("title", "target", "after", "wish"),
    [
        ("Del 1", "Del 3", True, MoveModule(0, 2)),
        ("Del 1", "Del 3", False, MoveModule(0, 1)),
        ("Del 3", "Del 1", False, MoveModule(2, 0)),
        ("A", "B", True, MoveSession("a.md", 0, 1)),
        ("B", "A", False, MoveSession("b.md", 0, 0)),
        ("A", "C", False, MoveSession("a.md", 2, 0)),
        ("x", "y", True, MovePage("a.md", "a-x", "a.md", 1)),
        ("y", "x", False, MovePage("a.md", "a-y", "a.md", 0)),
        ("x", "w", True, MovePage("a.md", "a-x", "c.md", 1)),
        ("x", "B", True, None),
        ("Del 1", "A", True, None),
    ],
)
def test_dropping_beside_a_line_means_that_place(title: str, target: str, after: bool, wish: Wish | None) -> None:
    """What is dropped comes to stand just there, counted as if it had been taken out first."""
    assert dropped(COURSE, find(title), find(target), after=after, on=False) == wish


def test_a_loose_file_can_be_taken_in() -> None:
    """A file no list names goes into the module or beside the session it is dropped at."""
    loose = Node(Kind.LOOSE, "ny.md", "ny.md")
    assert dropped(COURSE, loose, find("Del 2"), after=False, on=True) == ListSession("ny.md", 1, 0)
    assert dropped(COURSE, loose, find("B"), after=True, on=False) == ListSession("ny.md", 0, 2)
    assert dropped(COURSE, loose, find("x"), after=True, on=False) is None


def test_what_can_be_done_with_each_kind() -> None:
    """Modules, sessions and pages are renamed and removed; sessions and pages copied and joined; the cover neither."""
    assert [renamed(find(one), "N") for one in ("Del 1", "A", "x")] == [
        RenameModule(0, "N"),
        RenameSession("a.md", "N"),
        RenamePage("a.md", "a-x", "N"),
    ]
    assert [removed(find(one)) for one in ("Del 1", "A", "x")] == [
        RemoveModule(0),
        RemoveSession("a.md"),
        RemovePage("a.md", "a-x"),
    ]
    assert [duplicated(find(one)) for one in ("A", "x")] == [DuplicateSession("a.md"), DuplicatePage("a.md", "a-x")]
    assert [merged(find(one)) for one in ("B", "y")] == [MergeSession("b.md"), MergePage("a.md", "a-y")]
    cover = find("Forside")
    assert [renamed(cover, "N"), removed(cover), duplicated(cover), merged(cover)] == [None] * 4


def test_the_page_at_a_line() -> None:
    """A line belongs to the last page that begins on it or before; one before all pages to the first."""
    places = {"a-x": 5, "a-y": 20}
    found = [page_at(COURSE, places, "a.md", line) for line in (1, 5, 19, 20, 99)]
    assert [one[1].id if one else None for one in found] == ["a-x", "a-x", "a-x", "a-y", "a-y"]
    assert page_at(COURSE, places, "kurs.md", 3) is None
