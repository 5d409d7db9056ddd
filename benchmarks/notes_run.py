"""Run as a program: turns to a page of 500 highlights in the real window, and prints how long each turn took."""

from __future__ import annotations

import json
import random
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.scale import of

if TYPE_CHECKING:
    from benchmarks.in_window import Driven
    from kursapp.services.annotate import NotedPage
    from kursapp.services.participant import Participant
    from kursapp.ui.participant.notes_beside.page_notes import PageNotes
    from kursapp.ui.participant.page_trail import Stop

HIGHLIGHTS = of(500, 50)
TURNS = of(30, 3)
SETTLING_SECONDS = 0.3

# What is needed is imported where it is needed: a worker started from here imports this module again.


def run() -> dict[str, object]:
    """Highlight a page 500 times over, come to it from the page before again and again, and return what each took."""
    from benchmarks.flagship import FLAGSHIP
    from benchmarks.in_window import Driven
    from benchmarks.pages_run import kind_of, time_turn
    from kursapp.ui.participant.page_trail import stops

    driven = Driven()
    way = stops(driven.course(FLAGSHIP).course)
    at = max(
        (at for at in range(1, len(way)) if kind_of(way[at]) == "prose"), key=lambda place: way[place].page.workload
    )
    _go(driven, way[at])
    marks = _highlight(driven, way[at])
    turned = []
    for _ in range(TURNS):
        _go(driven, way[at - 1])
        driven.work_for(SETTLING_SECONDS)
        turned.append(time_turn(driven, driven.page_screen.next_page, way[at].page.id))
    driven.close()
    return {"turned": turned, "marks": marks}


def _go(driven: Driven, stop: Stop) -> None:
    from benchmarks.flagship import FLAGSHIP
    from kursapp.ui.navigation import page

    driven.navigator.go(page(FLAGSHIP, stop.session.id, stop.page.id))
    driven.wait_for(lambda: driven.view_of(stop.page.id), stop.page.id)
    view = driven.view_of(stop.page.id)
    assert view is not None
    driven.wait_for(lambda: view.is_built, stop.page.id)


def _highlight(driven: Driven, stop: Stop) -> int:
    """Put highlights on pieces of the page's text, some over others, and wait until they are marked."""
    from kursapp.services.annotate import NotedPage
    from kursapp.ui.participant.notes_beside.page_notes import PageNotes

    view = driven.view_of(stop.page.id)
    assert view is not None
    notes = view.findChild(PageNotes)
    assert notes is not None
    page = NotedPage(notes.page.course_id, stop.session.id, stop.page.id, stop.page.title)
    texts = [text.plain() for text in notes.texts()]
    driven.rest.tasks.save(partial(_put, page, texts))
    driven.wait_for(lambda: _is_marked(notes), "the highlights")
    driven.work_for(1.0)
    return sum(len(text.marks("highlight")) for text in notes.texts())


def _is_marked(notes: PageNotes) -> bool:
    notes.read()
    return len(notes.notes.placed) >= HIGHLIGHTS


def _put(page: NotedPage, texts: list[str], participant: Participant) -> None:
    from kursapp.domain.annotation import COLOURS, Anchor

    chance = random.Random(1)
    with participant.profile.transaction():
        for number in range(HIGHLIGHTS):
            part = number % len(texts)
            start = chance.randrange(max(len(texts[part]) - 60, 1))
            anchor = Anchor.of(texts[part], start, start + 10 + number % 50, part)
            participant.notes.highlight(page, anchor, COLOURS[number % 4])


if __name__ == "__main__":
    print(json.dumps(run()))
