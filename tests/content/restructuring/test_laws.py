"""What holds for every restructuring, whatever is wished for and in whatever order."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kursapp.content.folder import is_markdown
from kursapp.content.restructuring.planning import plan_changes
from kursapp.domain.course import PageKind
from kursapp.domain.problem import KursappError
from kursapp.domain.restructuring import (
    DuplicatePage,
    DuplicateSession,
    ListSession,
    MergePage,
    MergeSession,
    MoveModule,
    MovePage,
    MoveSession,
    NewModule,
    NewPage,
    NewSession,
    PutBackPage,
    PutBackSession,
    RemoveModule,
    RemovePage,
    RemoveSession,
    RenameFile,
    RenameModule,
    RenamePage,
    RenameSession,
    Restructuring,
    SplitPage,
    SplitSession,
    Wish,
)
from kursapp.texts.problems import tell
from tests.content.restructuring.whole import COVER, Files, applied, errors, items, pages, read, seen, undone, with_ids
from tests.small_course import small_course

MANY = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    # A whole course is read at every step: looking for the smallest counterexample would take minutes.
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
)
TITLES = st.sampled_from(["Nytt navn", "Om melding", "Vedtaket", "100 % & [mer] (her)", "Oppsummering på dagen", "*A*"])


def plan(files: Files, wish: Wish) -> Restructuring | None:
    """Return a plan, or None where the wish is refused: with a sentence that says why."""
    texts = {file: data for file, data in files.items() if is_markdown(file)}
    try:
        return plan_changes(COVER, texts, set(files) - set(texts), wish)
    except KursappError as error:
        # Fails where the refusal has no sentence.
        tell(error.problem)
        return None


def moves(draw: st.DrawFn, files: Files) -> Wish:
    """Draw a wish that moves something and changes no word."""
    course = read(files).course
    # What is put into the bank is no longer shown: that is a change of what participants see.
    shown = [number for number, module in enumerate(course.modules) if not module.bank]
    number = st.sampled_from(shown)
    head = draw(st.sampled_from(list(course.sessions())))
    kind = draw(st.sampled_from(["module", "session", "page", "file"]))
    if kind == "module":
        return MoveModule(draw(number), draw(number))
    if kind == "session":
        return MoveSession(head.file, draw(number), draw(st.integers(0, 4)))
    if kind == "page":
        target = draw(st.sampled_from(list(course.sessions())))
        return MovePage(head.file, draw(st.sampled_from(head.pages)).id, target.file, draw(st.integers(0, 4)))
    name = draw(st.sampled_from(["a.md", "dag-1/ny.md", "dag-2/dypt/nede.md", "dag 3/med (tegn) & æøå.md"]))
    return RenameFile(head.file, name)


def others(draw: st.DrawFn, files: Files) -> Wish:
    """Draw any other wish."""
    course = read(files).course
    head = draw(st.sampled_from(list(course.sessions(banks=True))))
    page = draw(st.sampled_from(head.pages)).id
    module = draw(st.integers(0, len(course.modules) - 1))
    at, line, title = draw(st.integers(0, 4)), draw(st.integers(1, 45)), draw(TITLES)
    wishes: list[Wish] = [
        RenameModule(module, title),
        RenameSession(head.file, title),
        RenamePage(head.file, page, title),
        SplitPage(head.file, line, draw(st.sampled_from(["", title]))),
        SplitSession(head.file, line),
        MergePage(head.file, page),
        MergeSession(head.file),
        NewModule(title, at),
        NewSession(title, module, at, draw(st.sampled_from(PageKind))),
        NewPage(title, head.file, at, draw(st.sampled_from(PageKind))),
        ListSession("løst.md", module, at),
        DuplicatePage(head.file, page),
        DuplicateSession(head.file),
        RemoveModule(module),
        RemoveSession(head.file),
        RemovePage(head.file, page),
    ]
    return draw(st.sampled_from(wishes))


@MANY
@given(st.data())
def test_moving_changes_no_id_and_no_word(data: st.DataObject) -> None:
    """Whatever is moved, and however often: every page is there, with its id, its words, and its links' targets."""
    files = with_ids(small_course())
    before = {page_id: seen(page) for page_id, page in pages(files).items()}
    first = {head.pages[0].id for head in read(files).course.sessions()}
    for _ in range(data.draw(st.integers(1, 4))):
        wish = data.draw(st.composite(moves)(files))
        planned = plan(files, wish)
        if planned:
            files = applied(files, planned)
    after = {page_id: seen(page) for page_id, page in pages(files).items()}
    first |= {head.pages[0].id for head in read(files).course.sessions()}
    assert {one: _without(page, first) for one, page in after.items()} == {
        one: _without(page, first) for one, page in before.items()
    }
    assert errors(files) == set()


def _without(page: object, first: set[str]) -> str:
    """Leave out which page a link to a whole session leads to: its first one, which may have been moved.

    And which abbreviations are explained: an explanation that came along holds for the whole file.
    """
    text = re.sub(r"<abbr [^>]*>|</abbr>", "", repr(page))
    return re.sub(r"kurs:#([\w./-]+)", lambda found: "kurs:#" if found[1] in first else found[0], text)


@MANY
@given(st.data())
def test_no_sequence_of_wishes_makes_an_error_or_loses_an_item(data: st.DataObject) -> None:
    """After any wishes the check finds no new error, and every item is there as it was but for what was removed."""
    files = with_ids(small_course())
    for _ in range(data.draw(st.integers(1, 5))):
        wish = data.draw(st.composite(data.draw(st.sampled_from([moves, others])))(files))
        planned = plan(files, wish)
        if planned is None:
            continue
        before, files = files, applied(files, planned)
        assert errors(files) <= errors(before), wish
        if not isinstance(wish, RemoveModule | RemoveSession | RemovePage):
            lost = items(before).keys() - items(files).keys()
            assert not lost, wish
            assert pages(before).keys() - pages(files).keys() <= _merged(before, wish), wish


def _merged(files: Files, wish: Wish) -> set[str]:
    """Return the pages a wish may let go: the one merged, or the opening page of a session that is merged."""
    if isinstance(wish, MergePage):
        return {wish.page}
    if isinstance(wish, MergeSession):
        return {
            page.id for page in pages(files).values() if page.place.file == wish.file and page.id.endswith("/start")
        }
    return set()


@MANY
@given(st.data())
def test_undoing_gives_the_same_bytes(data: st.DataObject) -> None:
    """A restructuring taken back leaves every file as it was, to the byte; CRLF, byte order marks and all."""
    files = data.draw(st.sampled_from([small_course(), with_ids(small_course())]))
    end, mark = data.draw(st.sampled_from([b"\n", b"\r\n", b"\r"])), data.draw(st.sampled_from([b"", b"\xef\xbb\xbf"]))
    files = {file: mark + held.replace(b"\n", end) if is_markdown(file) else held for file, held in files.items()}
    wish = data.draw(st.composite(data.draw(st.sampled_from([moves, others])))(files))
    planned = plan(files, wish)
    if planned:
        changed = applied(files, planned)
        assert undone(changed, planned) == files
        for change in planned.changes:
            if change.after is not None and change.before is not None and is_markdown(change.file):
                assert change.after.startswith(mark) or not mark
                assert change.after.count(b"\n") == change.after.count(end) * end.count(b"\n")


@MANY
@given(st.data())
def test_the_rest_of_the_cover_stays_byte_for_byte(data: st.DataObject) -> None:
    """Moving sessions changes nothing of the cover but the list items: all other lines stand as they stood."""
    files = with_ids(small_course())
    for _ in range(data.draw(st.integers(1, 3))):
        course = read(files).course
        head = data.draw(st.sampled_from(list(course.sessions(banks=True))))
        number = data.draw(st.integers(0, len(course.modules) - 1))
        planned = plan(files, MoveSession(head.file, number, data.draw(st.integers(0, 4))))
        if planned is None:
            continue
        assert {change.file for change in planned.changes} == {COVER}
        before, files = files, applied(files, planned)
        assert _apart(before) == _apart(files)


def _apart(files: Files) -> list[str]:
    """Return the lines of the cover that are no list items of sessions, without blank ones."""
    lines = files[COVER].decode().split("\n")
    krav = lines.index("## Krav")
    return [
        line for at, line in enumerate(lines) if line.strip() and (at > krav or not re.match(r"(?:-|\d+\.) \[", line))
    ]


@MANY
@given(st.data())
def test_ids_are_written_before_anything_moves(data: st.DataObject) -> None:
    """In a course without ids, what a wish touches keeps the id that the check would have written."""
    files = small_course()
    expected = with_ids(small_course())
    wish = data.draw(st.composite(moves)(files))
    planned = plan(files, wish)
    if planned is None:
        return
    after = applied(files, planned)
    for change in planned.changes:
        if isinstance(wish, MovePage | RenameFile) and change.file == wish.file:
            assert items(with_ids(after)).keys() == items(expected).keys()
            lacking = [found for found in read(after).problems if found.code == "no-id" and found.file == change.file]
            assert not lacking


def test_a_new_title_keeps_the_page_in_a_course_without_ids() -> None:
    """What a page is called by until its id is written is made of its title, so the id is written first."""
    files = small_course()
    expected = pages(with_ids(files)).keys()
    tried = 0
    for head in read(files).course.sessions():
        for page in head.pages[1:]:
            planned = plan(files, RenamePage(head.file, page.id, "Noe helt annet"))
            assert planned is not None
            assert pages(with_ids(applied(files, planned))).keys() == expected
            tried += any(
                change.file == head.file and b"Noe helt annet" in (change.after or b"") for change in planned.changes
            )
    assert tried >= 3


@MANY
@given(st.data())
def test_what_is_put_back_is_as_it_was(data: st.DataObject) -> None:
    """A page or session taken out and put back has its ids, its words and its items; no error is new."""
    files = with_ids(small_course())
    head = data.draw(st.sampled_from(list(read(files).course.sessions())))
    page = data.draw(st.sampled_from(head.pages)).id
    wish = data.draw(st.sampled_from([RemovePage(head.file, page), RemoveSession(head.file)]))
    planned = plan(files, wish)
    if planned is None:
        return
    without = applied(files, planned)
    back: Wish = PutBackSession(head.file, files[head.file].decode(), data.draw(st.integers(0, 3)))
    if isinstance(wish, RemovePage):
        to = data.draw(st.sampled_from([one.file for one in read(without).course.sessions()]))
        back = PutBackPage(to, planned.kept, head.file)
    again = plan(without, back)
    assert again is not None
    after = applied(without, again)
    assert errors(after) <= errors(without)
    # The opening page has no id of its own to come back with: it gets the heading of a page.
    missing = pages(files).keys() - pages(after).keys()
    assert missing <= {f"{head.id}/start"}
    was, now = items(files), items(after)
    assert was.keys() == now.keys()
    for one in was:
        assert _words(was[one]) == _words(now[one]), one


def _words(value: object) -> str:
    """Return a block without where its links lead: those from elsewhere became words when it was taken out."""
    return re.sub(r"<a [^>]*>|</a>", "", repr(value))


def test_a_page_that_comes_back_to_ids_that_are_taken_gets_others() -> None:
    """Two of one id would take each other's answers."""
    files = with_ids(small_course())
    planned = plan(files, RemovePage("dag-1/01-start.md", "d1-1-melding"))
    assert planned is not None
    without = applied(files, planned)
    for _ in range(2):
        back = plan(without, PutBackPage("dag-2/01-slutt.md", planned.kept, "dag-1/01-start.md"))
        assert back is not None
        without = applied(without, back)
    assert {"d1-1-melding", "d1-1-melding-2"} <= pages(without).keys()
    assert {"d1-1-q1", "d1-1-q1-2"} <= items(without).keys()
    assert errors(without) == set()
