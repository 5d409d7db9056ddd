"""A page being written as a page to be taken: its neighbours, its answers, and where its lines are on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kursapp.domain.course import Block, Module, Page, PageHead, PageKind, SessionHead
from kursapp.domain.record import Position
from kursapp.services.live_course import LiveCourse, LivePage, LiveStop
from kursapp.services.participant import PageState
from kursapp.services.take_course import QuestionState
from kursapp.ui.participant.page_position import top_of
from kursapp.ui.participant.page_trail import Stop
from kursapp.ui.participant.page_view import PageView
from kursapp.ui.theme.scale import S48
from kursapp.ui.widgets.block_column import Part

_NO_MODULE = Module("", "", ())


def is_same(shown: LivePage, live: LivePage) -> bool:
    """Say whether a participant would see no difference between two looks at a page."""
    return (
        shown.page_id == live.page_id
        and shown.mark == live.mark
        and (shown.number, shown.count) == (live.number, live.count)
        and _titles(shown) == _titles(live)
    )


def is_same_frame(shown: LivePage, live: LivePage) -> bool:
    """Say whether all that stands around a page's blocks is as it was: then only blocks need be exchanged."""
    page, other = shown.page, live.page
    return (
        (page.id, page.kind, page.title, page.quiz, page.evaluation)
        == (other.id, other.kind, other.title, other.quiz, other.evaluation)
        and _titles(shown) == _titles(live)
        and shown.opened.course.glossary == live.opened.course.glossary
        and shown.opened.pictures_mark == live.opened.pictures_mark
    )


def stops_around(live: LivePage) -> tuple[Stop | None, Stop, Stop | None]:
    """Return the page before, the page itself and the page after, as Forrige and Neste name them."""
    head = PageHead(live.page.id, live.page.title, live.page.kind, workload=live.workload)
    session = SessionHead(live.session.id, live.session.file, live.session.title, live.session.minutes, (head,))
    here = Stop(_NO_MODULE, session, head, live.number, live.count)
    return _stop(live.before), here, _stop(live.after)


def as_questions(page: Page) -> Page:
    """Return a quiz as a page of questions to be tried one by one: its author wants to see the one she writes."""
    return replace(page, kind=PageKind.TEXT, quiz=None)


def kept_apart(opened: LiveCourse, mark: str) -> LiveCourse:
    """Return a course whose attempts at a quiz are its own as long as the quiz reads as it does now.

    An attempt goes on with the questions it was begun with; who writes them would be shown yesterday's.
    """
    return opened.called(f"{opened.course.id}:{mark}")


def without_outdated(state: PageState) -> PageState:
    """Return what was answered without the answers to questions that have been changed since: they begin anew."""
    outdated = {each for each, question in state.questions.items() if question.asked is not None}
    kept = {each: QuestionState() if each in outdated else question for each, question in state.questions.items()}
    return replace(state, questions=kept)


def item_at(live: LivePage) -> str:
    """Return the id of the item that the line being written is in; empty where it is in none."""
    found = (block for block in live.page.blocks if block.place.first <= live.line <= block.place.last)
    return next((str(getattr(block, "id", "")) for block in found), "")


def follow(view: PageView, live: LivePage) -> None:
    """Bring what stands at the line being written into view, unless it is there already: whole, where it has room."""
    if view.ground.page.kind is PageKind.EVALUATION:
        _follow_in_form(view, item_at(live))
        return
    if view.ground.page.kind is PageKind.QUIZ:
        return
    place = _place_of(live.line, live.page.blocks, view.body.parts())
    if place is None:
        return
    part, offset = place
    height, room, seen = part.widget.height(), view.viewport().height(), view.verticalScrollBar().value()
    is_whole_shown = height <= room
    top = top_of(view, part) + (0 if is_whole_shown else round(offset * height))
    if not seen <= top <= seen + room - (height if is_whole_shown else S48):
        view.anchor.hold(Position(part.block, 0 if is_whole_shown else max(offset - S48 / height, 0)))


def _follow_in_form(view: PageView, item_id: str) -> None:
    """Show the theme an item is in, and the item; where a form's own words are written, nothing moves."""
    if not item_id:
        return
    view.body.enter(item_id)
    item = view.body.item(item_id)
    if item is not None and item.visibleRegion().isEmpty():
        view.anchor.hold_widget(item)


def _place_of(line: int, blocks: Sequence[Block], parts: Sequence[Part]) -> tuple[Part, float] | None:
    """Return the part of the page that shows a line, and how far down it; None for a line above them all."""
    found = None
    for number, part in enumerate(parts):
        until = parts[number + 1].block if number + 1 < len(parts) else len(blocks)
        inside = blocks[part.block : until]
        if inside and inside[0].place.first <= line:
            first, last = inside[0].place.first, inside[-1].place.last
            found = part, min((line - first) / max(last - first + 1, 1), 1.0)
    return found


def _stop(there: LiveStop | None) -> Stop | None:
    if there is None:
        return None
    head = PageHead(there.page_id, there.title, PageKind.TEXT)
    session = SessionHead(there.session_id, there.file, there.session_title, 0, (head,))
    return Stop(_NO_MODULE, session, head, 1, 1)


def _titles(live: LivePage) -> tuple[str, ...]:
    return tuple(f"{stop.session_title}\n{stop.title}" if stop else "" for stop in (live.before, live.after))
